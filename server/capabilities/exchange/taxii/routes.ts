/** HTTP adapter of TAXII 2.1: every address of §4 and §5, with and without a slash at its end. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Fault, type Language } from '../../../kernel/faults.ts';
import { actorOf, type HttpApp } from '../../../plumbing/http/index.ts';
import {
  acceptsTaxii,
  isTaxiiContent,
  languageAsked,
  type Match,
  readTaxiiQuery,
  stixMediaType,
  taxiiLimits,
  taxiiMediaType,
  taxiiPath,
} from '../../../plumbing/taxii/index.ts';
import type { Collection } from './collection.ts';
import type { Page, PageKind } from './reading-service.ts';
import type { TaxiiNeeds } from './taxii-service.ts';
import type { TaxiiVerbs } from './verbs-service.ts';
import { collectionWords, serverWords } from './words.ts';

/** Below the discovery address: the one API root. */
export const apiRootPath = `${taxiiPath}exchange/`;

type Answer = (request: FastifyRequest, reply: FastifyReply, part: Part) => Promise<FastifyReply>;
/** A part of the path, as it stands there; empty where the path has none such. */
type Part = (name: 'collection' | 'object' | 'status') => string;
type Ways = Readonly<Partial<Record<'GET' | 'POST' | 'DELETE', Answer>>>;

const send = (reply: FastifyReply, text: string, status = 200): FastifyReply =>
  reply.code(status).header('cache-control', 'no-store').type(taxiiMediaType).serializer(String).send(text);

const sendPage = (reply: FastifyReply, kind: PageKind, page: Page): FastifyReply => {
  if (page.first !== null) reply.header('x-taxii-date-added-first', page.first);
  if (page.last !== null) reply.header('x-taxii-date-added-last', page.last);
  const next = page.next === null ? '' : `,"next":${JSON.stringify(page.next)}`;
  const name = kind === 'versions' || kind === 'objects' ? kind : 'objects';
  const entries = page.entries === null ? '' : `,"${name}":[${page.entries}]`;
  return send(reply, `{"more":${page.more}${next}${entries}}`);
};

/** The address under which this client reached us, where it is one of ours; never what he merely claims. */
const addressFor = ({ addresses }: TaxiiNeeds, request: FastifyRequest): string => {
  const [main = ''] = addresses;
  return addresses.find((address) => new URL(address).host === request.headers.host) ?? main;
};

const describe = (collection: Collection, language: Language) => ({
  id: collection.id,
  title: collectionWords[collection.kind].title[language],
  description: collectionWords[collection.kind].description[language],
  can_read: true,
  can_write: collection.kind === 'own',
  media_types: [stixMediaType],
});

const allMatches: readonly Match[] = ['id', 'type', 'version', 'spec_version'];
const objectMatches: readonly Match[] = ['version', 'spec_version'];

const queryOf = (request: FastifyRequest, resource: string, matches: readonly Match[], unsaid?: 'all') => {
  const { query } = request;
  const raw = typeof query === 'object' && query !== null ? { ...query } : {};
  return readTaxiiQuery(raw, { resource, matches, ...(unsaid ? { unsaid } : {}) });
};

/** What the server and its collections are. */
const describing = (needs: TaxiiNeeds, verbs: TaxiiVerbs) => {
  const languageOf = (request: FastifyRequest): Language =>
    languageAsked(request.headers['accept-language']) ?? needs.service.language;
  const discovery: Answer = async (request, reply) => {
    await verbs.discover(actorOf(request));
    const root = `${addressFor(needs, request)}${apiRootPath}`;
    const language = languageOf(request);
    return send(
      reply,
      JSON.stringify({
        title: needs.service.name[language],
        description: serverWords[language],
        default: root,
        api_roots: [root],
      }),
    );
  };
  const apiRoot: Answer = async (request, reply) => {
    await verbs.discover(actorOf(request));
    const language = languageOf(request);
    return send(
      reply,
      JSON.stringify({
        title: needs.service.name[language],
        description: serverWords[language],
        versions: [taxiiMediaType],
        max_content_length: taxiiLimits.contentBytes,
      }),
    );
  };
  const list: Answer = async (request, reply) => {
    const found = await verbs.list(actorOf(request));
    const collections = found.map((collection) => describe(collection, languageOf(request)));
    return send(reply, JSON.stringify(collections.length === 0 ? {} : { collections }));
  };
  const one: Answer = async (request, reply, part) => {
    const collection = await verbs.find(actorOf(request), part('collection'));
    return send(reply, JSON.stringify(describe(collection, languageOf(request))));
  };
  const status: Answer = async (request, reply, part) =>
    send(reply, await verbs.status(actorOf(request), part('status')));
  return { discovery, apiRoot, list, one, status };
};

/** Pages of collections, and what a connected system does in its own. */
const exchanging = (verbs: TaxiiVerbs) => {
  const pages =
    (kind: PageKind): Answer =>
    async (request, reply, part) => {
      const id = part('collection');
      const query = queryOf(request, `${kind} ${id}`, allMatches);
      return sendPage(reply, kind, await verbs.page(actorOf(request), id, kind, query));
    };
  const object: Answer = async (request, reply, part) => {
    const [id, name] = [part('collection'), part('object')];
    const query = queryOf(request, `object ${id} ${name}`, objectMatches);
    return sendPage(reply, 'objects', await verbs.page(actorOf(request), id, 'objects', query, name));
  };
  const versions: Answer = async (request, reply, part) => {
    const [id, name] = [part('collection'), part('object')];
    const query = queryOf(request, `versions ${id} ${name}`, ['spec_version'], 'all');
    return sendPage(reply, 'versions', await verbs.page(actorOf(request), id, 'versions', query, name));
  };
  const add: Answer = async (request, reply, part) => {
    const text = typeof request.body === 'string' ? request.body : '';
    // Read by programs and by who looks after them: English unless asked otherwise, as errors are.
    const language = languageAsked(request.headers['accept-language']) ?? 'en';
    const status = await verbs.add(actorOf(request), part('collection'), text, language);
    return send(reply, status, 202);
  };
  const remove: Answer = async (request, reply, part) => {
    const [id, name] = [part('collection'), part('object')];
    const query = queryOf(request, `delete ${id} ${name}`, objectMatches, 'all');
    await verbs.remove(actorOf(request), id, name, query);
    return send(reply, '{}');
  };
  return { objects: pages('objects'), manifest: pages('manifest'), object, versions, add, remove };
};

const resources = (needs: TaxiiNeeds, verbs: TaxiiVerbs): Readonly<Record<string, Ways>> => {
  const what = describing(needs, verbs);
  const how = exchanging(verbs);
  const collection = `${apiRootPath}collections/:collection/`;
  return {
    [taxiiPath]: { GET: what.discovery },
    [apiRootPath]: { GET: what.apiRoot },
    [`${apiRootPath}status/:status/`]: { GET: what.status },
    [`${apiRootPath}collections/`]: { GET: what.list },
    [collection]: { GET: what.one },
    [`${collection}manifest/`]: { GET: how.manifest },
    [`${collection}objects/`]: { GET: how.objects, POST: how.add },
    [`${collection}objects/:object/`]: { GET: how.object, DELETE: how.remove },
    [`${collection}objects/:object/versions/`]: { GET: how.versions },
  };
};

const plainName = /^[\x21-\x7e]{1,300}$/;

const partOf =
  (request: FastifyRequest): Part =>
  (name) => {
    const { params } = request;
    const found: unknown = typeof params === 'object' && params !== null ? Reflect.get(params, name) : '';
    // What cannot be the name of anything is the name of nothing here.
    if (typeof found !== 'string' || !plainName.test(found)) throw new Fault('access/absent');
    return found;
  };

const negotiate = (request: FastifyRequest): void => {
  const mediaType = taxiiMediaType;
  if (!acceptsTaxii(request.headers.accept)) throw new Fault('taxii/not-acceptable', { mediaType });
  if (request.method !== 'POST') return;
  if (!isTaxiiContent(request.headers['content-type'])) throw new Fault('taxii/media-type', { mediaType });
  // Read leniently above; what parses the body knows the plain form alone.
  request.raw.headers['content-type'] = 'application/taxii+json';
};

const otherMethods = ['PUT', 'PATCH', 'POST', 'DELETE', 'OPTIONS'] as const;

/** Registers `/taxii2/`. */
export const registerTaxii = (app: HttpApp, needs: TaxiiNeeds, verbs: TaxiiVerbs): void => {
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    // As text: it is read once, object by object, and a batch with some bad objects is no bad batch.
    scope.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
    scope.addHook('onRequest', async (request) => {
      if (request.routeOptions.config.taxii === true) negotiate(request);
    });
    for (const [path, ways] of Object.entries(resources(needs, verbs)))
      for (const url of [path, path.slice(0, -1)]) registerResource(scope, url, ways);
    scope.all(`${taxiiPath}*`, { schema: { hide: true } }, () => {
      throw new Fault('access/absent');
    });
  });
};

const registerResource = (scope: HttpApp, url: string, ways: Ways): void => {
  const hide = url.endsWith('/') === false;
  for (const [method, answer] of Object.entries(ways))
    scope.route({
      method,
      url,
      bodyLimit: taxiiLimits.contentBytes,
      config: { taxii: true },
      schema: { tags: ['taxii'], hide },
      handler: (request, reply) => answer(request, reply, partOf(request)),
    });
  const allowed = Object.keys(ways).join(', ');
  scope.route({
    method: otherMethods.filter((method) => !(method in ways)),
    url,
    schema: { hide: true },
    handler: () => {
      throw new Fault('taxii/method', { allowed });
    },
  });
};

declare module 'fastify' {
  interface FastifyContextConfig {
    /** True where TAXII media types are negotiated. */
    taxii?: boolean;
  }
}
