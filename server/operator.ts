/**
 * The operator's door: whoever can read the node's data folder may steer it from the command line. A secret in a
 * file of that folder, made anew at each start, opens these routes. What he does is journalled as the operator's.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { importQuerySchema, importSchema } from './capabilities/exchange/contract.ts';
import type { ExchangeService } from './capabilities/exchange/index.ts';
import type { Parties } from './capabilities/parties/index.ts';
import type { Federation } from './federation/index.ts';
import { sha256 } from './kernel/canonical.ts';
import { allow, type SystemActor } from './kernel/decision.ts';
import { Fault } from './kernel/faults.ts';
import type { PartyId } from './kernel/ids.ts';
import { itemIdSchema, partyIdSchema } from './kernel/schemas.ts';
import { type HttpApp, httpLimits } from './plumbing/http/index.ts';
import type { Verbs } from './plumbing/verbs/index.ts';

/** In the node's data folder, readable by its own user alone. */
export const operatorSecretFile = 'operator.secret';
export const operatorHeader = 'x-tansiq-operator';
const secretBytes = 32;

export interface OperatorNeeds {
  readonly folder: string;
  readonly self: PartyId;
  readonly verbs: Verbs;
  readonly federation: Federation;
  readonly exchange: ExchangeService;
  readonly parties: Parties;
}

const linkVerbs = ['accept', 'suspend', 'resume', 'end'] as const;

/** Makes this start's secret and registers the routes. */
export const registerOperator = async (app: HttpApp, needs: OperatorNeeds): Promise<void> => {
  const secret = randomBytes(secretBytes).toString('base64url');
  await writeFile(join(needs.folder, operatorSecretFile), `${secret}\n`, { mode: 0o600 });
  const actor: SystemActor = { kind: 'system', name: 'operator', party: needs.self };
  const check = async (request: FastifyRequest): Promise<void> => {
    const given = request.headers[operatorHeader];
    const isHis = typeof given === 'string' && timingSafeEqual(sha256(given), sha256(secret));
    if (!isHis) throw new Fault('access/absent');
  };
  const hidden = { config: { open: true }, onRequest: check } as const;
  registerLinks(app, needs, actor, hidden);
  app.post('/operator/rotate-key', { ...hidden, schema: { hide: true } }, async () => {
    await needs.federation.rotateKey();
    return { publicKey: needs.federation.identity().descriptor.identityKey };
  });
  app.post(
    '/operator/stix',
    {
      ...hidden,
      bodyLimit: httpLimits.importBytes,
      schema: { hide: true, querystring: importQuerySchema, body: importSchema },
    },
    ({ body, query }) => needs.exchange.importBundle(actor, body.draft, body.bundle, query.dryRun ?? false),
  );
  app.get(
    '/operator/stix/:id',
    { ...hidden, schema: { hide: true, params: Type.Object({ id: itemIdSchema }) } },
    ({ params }) => needs.exchange.exportBundle(actor, params.id),
  );
};

const registerLinks = (
  app: HttpApp,
  { verbs, federation }: OperatorNeeds,
  actor: SystemActor,
  hidden: { readonly config: { readonly open: true }; onRequest(request: FastifyRequest): Promise<void> },
): void => {
  app.get('/operator/links', { ...hidden, schema: { hide: true } }, () =>
    verbs.read({ actor, verb: 'parties.links', subject: null }, async ({ unit, permit }) => {
      permit(allow('operator/holds-the-data-folder'));
      const { party, address, fingerprint } = federation.identity();
      return { self: { party, address, fingerprint }, links: await federation.links(unit) };
    }),
  );
  app.post(
    '/operator/links',
    { ...hidden, schema: { hide: true, body: Type.Object({ address: Type.String({ maxLength: 300 }) }) } },
    async ({ body }) => {
      const found = await federation.inspect(body.address);
      const call = { actor, verb: 'parties.propose-link', subject: found.party };
      return verbs.run(call, async ({ unit, permit }) => {
        permit(allow('operator/holds-the-data-folder'));
        const party = await federation.propose(unit, found);
        return (await federation.links(unit)).find((link) => link.party === party);
      });
    },
  );
  for (const verb of linkVerbs)
    app.post(
      `/operator/links/:party/${verb}`,
      { ...hidden, schema: { hide: true, params: Type.Object({ party: partyIdSchema }) } },
      ({ params }) =>
        verbs.run(
          { actor, verb: `parties.${verb}-link`, subject: params.party },
          async ({ unit, permit }) => {
            permit(allow('operator/holds-the-data-folder'));
            await federation[verb](unit, params.party);
            return (await federation.links(unit)).find((link) => link.party === params.party);
          },
        ),
    );
};
