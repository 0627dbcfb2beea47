/** HTTP adapter of duties: what units were told, and the page that a unit opens with its secret. */
import type { FastifyReply } from 'fastify';
import Type from 'typebox';
import type { Fault } from '../../kernel/faults.ts';
import { languageSchema } from '../../kernel/schemas.ts';
import { actorOf, type Dialect, type HttpApp } from '../../plumbing/http/index.ts';
import * as contract from './contract.ts';
import { dutyPagePolicy, inLanguage, renderGone } from './duty-page.ts';
import type { createPage, Reading } from './page-service.ts';
import { secretPattern } from './secret.ts';
import type { createTelling } from './telling-service.ts';

/** What the routes stand on. */
export interface DutyParts {
  readonly telling: ReturnType<typeof createTelling>;
  readonly page: ReturnType<typeof createPage>;
}

const tags = ['roster'];
const root = '/api/roster';
const pages = '/duties';
const calendarType = 'text/calendar; charset=utf-8; method=PUBLISH';

type Secret = Pick<Reading, 'secret'>;
type Chosen = Omit<Reading, 'secret'>;

const attach = (reply: FastifyReply, name: string): FastifyReply =>
  reply.header('content-disposition', `attachment; filename="${name}"`);

const registerTold = (app: HttpApp, { telling }: DutyParts): void => {
  const params = contract.eventParamsSchema;
  app.get(
    `${root}/events/:event/told`,
    { schema: { tags, params, response: { 200: contract.toldUnitListSchema } } },
    (request) => telling.units(actorOf(request), request.params.event),
  );
  app.post(
    `${root}/events/:event/links`,
    {
      schema: { tags, params, body: contract.linkBodySchema, response: { 201: contract.newLinksSchema } },
    },
    async (request, reply) =>
      reply
        .code(201)
        .send(await telling.makeLinks(actorOf(request), request.params.event, request.body.units)),
  );
  app.post(
    `${root}/events/:event/links/revoke`,
    { schema: { tags, params, body: contract.linkBodySchema, response: { 200: contract.revokedSchema } } },
    (request) => telling.revokeLinks(actorOf(request), request.params.event, request.body.units),
  );
  const ofUnit = contract.unitParamsSchema;
  const unit = `${root}/events/:event/units/:unit`;
  app.get(
    `${unit}/duties`,
    { schema: { tags, params: ofUnit, response: { 200: contract.dutyListSchema } } },
    (request) => telling.dutiesOf(actorOf(request), request.params.event, request.params.unit),
  );
  app.get(`${unit}/duties.pdf`, { schema: { tags, params: ofUnit } }, async (request, reply) => {
    const pdf = await telling.paper(actorOf(request), request.params.event, request.params.unit);
    return attach(reply, 'duties.pdf').type('application/pdf').send(Buffer.from(pdf));
  });
  app.get(`${unit}/duties.ics`, { schema: { tags, params: ofUnit } }, async (request, reply) => {
    const text = await telling.calendar(actorOf(request), request.params.event, request.params.unit);
    return attach(reply, 'duties.ics').type(calendarType).send(text);
  });
  app.get(`${root}/duties`, { schema: { tags, response: { 200: contract.dutyListSchema } } }, (request) =>
    telling.own(actorOf(request)),
  );
  app.get(
    `${root}/received`,
    { schema: { tags, response: { 200: contract.receivedDutyListSchema } } },
    (request) => telling.received(actorOf(request)),
  );
};

const querystring = Type.Object({ language: Type.Optional(languageSchema) }, { additionalProperties: false });

const readingOf = (request: { readonly params: Secret; readonly query: Chosen }): Reading => ({
  ...request.params,
  ...request.query,
});

const asPage = (reply: FastifyReply): FastifyReply =>
  reply
    .header('content-security-policy', dutyPagePolicy)
    // A form of a page that keeps its address from everyone is sent by nobody, and refused.
    .header('referrer-policy', 'same-origin')
    // Shown again where there is no network; asked for anew wherever there is.
    .header('cache-control', 'private, no-cache, stale-if-error=1209600')
    .type('text/html; charset=utf-8');

const registerPage = (app: HttpApp, { page }: DutyParts): void => {
  const params = Type.Object({ secret: Type.String({ pattern: secretPattern }) });
  const open = { config: { open: true }, schema: { hide: true, params, querystring } };
  app.get(`${pages}/:secret`, open, async (request, reply) =>
    asPage(reply).send(await page.page(readingOf(request))),
  );
  app.get(`${pages}/:secret/duties.html`, open, async (request, reply) =>
    attach(asPage(reply), 'duties.html').send(await page.page(readingOf(request))),
  );
  app.get(`${pages}/:secret/duties.ics`, open, async (request, reply) =>
    attach(reply, 'duties.ics')
      .type(calendarType)
      .send(await page.calendar(readingOf(request))),
  );
  app.get(`${pages}/:secret/duties.pdf`, open, async (request, reply) =>
    attach(reply, 'duties.pdf')
      .type('application/pdf')
      .send(Buffer.from(await page.paper(readingOf(request)))),
  );
  app.register(async (scope) => {
    // A form of HTML without a script sends nothing else.
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 1_024 },
      (_request, text, done) => done(null, Object.fromEntries(new URLSearchParams(String(text)))),
    );
    const body = Type.Object({ toldBy: contract.toldBySchema }, { additionalProperties: false });
    scope.post<{ Params: Secret; Querystring: Chosen; Body: { toldBy: string } }>(
      `${pages}/:secret/acknowledge`,
      { config: { open: true }, schema: { hide: true, params, querystring, body } },
      async (request, reply) => {
        const { secret, language } = readingOf(request);
        await page.acknowledge(secret, request.body.toldBy);
        return reply.redirect(`${pages}/${secret}${inLanguage(language ?? null)}`, 303);
      },
    );
  });
};

/** Adds the routes of duties to the node's HTTP server. */
export const registerDuties = (app: HttpApp, parts: DutyParts): void => {
  registerTold(app, parts);
  registerPage(app, parts);
};

/** Who opens a page that is not there is an officer with a telephone: he is told so in words. */
export const dutyPageDialect: Dialect = {
  speaksAt: (path) => path.startsWith(`${pages}/`),
  answer: (reply, fault: Fault) =>
    reply
      .code(fault.entry.status === 400 ? 404 : fault.entry.status)
      .header('content-security-policy', dutyPagePolicy)
      .type('text/html; charset=utf-8')
      .serializer(String)
      .send(renderGone()),
};
