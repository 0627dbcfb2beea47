/**
 * The HTTP edge. Closed by default: a route that does not declare itself open is answered only to someone
 * signed in. One handler turns faults into responses; a bug is logged under a reference and shown as
 * nothing more.
 */
import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import swagger from '@fastify/swagger';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
  type RawReplyDefaultExpression,
  type RawRequestDefaultExpression,
  type RawServerDefault,
} from 'fastify';
import type { PersonActor } from '../../kernel/decision.ts';
import { Fault } from '../../kernel/faults.ts';
import { visiblePattern } from '../../kernel/visible.ts';
import { compileSerializer, compileValidator } from './compilers.ts';
import { findConcealed } from './concealment.ts';
import { faultSchema } from './schemas.ts';
import { findUnspeakable } from './unspeakable.ts';
import { concealedFault, unseenFault, unspeakableFault, validationFault } from './validation.ts';

/** The application, with schemas read as types (TypeBox). */
export type HttpApp = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

/** Finds who sends this request, by cookie, bearer token or HTTP Basic; null for nobody. */
export type Authenticate = (request: FastifyRequest) => Promise<PersonActor | null>;

/** The limits of the HTTP edge, named. */
export const httpLimits = {
  /** Bytes of a request body, unless a route names its own. */
  bodyBytes: 1_048_576,
  /** Bytes of an imported bundle. */
  importBytes: 67_108_864,
  /** Time for a request to arrive whole; of one whose body is streamed. */
  requestMs: 120_000,
  slowBodyMs: 3_600_000,
  /** Live streams open at once on one process. */
  liveStreams: 2_000,
  /** Silence after which a live stream sends a comment, so that proxies keep it open. */
  liveBeatMs: 25_000,
} as const;

/** How faults are told below some path, where the house's own JSON would not be understood. */
export interface Dialect {
  /** Of the path without its query. */
  speaksAt(path: string): boolean;
  answer(reply: FastifyReply, fault: Fault): FastifyReply;
}

declare module 'fastify' {
  interface FastifyRequest {
    actor: PersonActor | null;
  }
  interface FastifyContextConfig {
    /** True where no sign-in is needed. */
    open?: boolean;
    /** True where a body may take as long as `slowBodyMs`: it is streamed, so that waiting holds nothing. */
    slowBody?: boolean;
    /** Members of the body that are read as they came, as a table of another program is. */
    keptAsGiven?: readonly string[];
  }
}

/** The signed-in person; a fault for nobody. */
export const actorOf = (request: FastifyRequest): PersonActor => {
  if (request.actor === null) throw new Fault('access/sign-in');
  return request.actor;
};

const securityHeaders = {
  'content-security-policy': [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'geolocation=(self), camera=(self), microphone=()',
} as const;

/** Node has one limit for all requests, that of the slow ones: the others have theirs here. */
const limitArrival = (request: FastifyRequest): void => {
  const { 'content-length': length, 'transfer-encoding': coding } = request.headers;
  const hasBody = coding !== undefined || Number(length ?? 0) > 0;
  if (!hasBody || request.routeOptions.config.slowBody === true) return;
  const late = setTimeout(() => request.raw.destroy(), httpLimits.requestMs);
  const settle = (): void => clearTimeout(late);
  request.raw.once('end', settle).once('close', settle);
};

const safeMethods: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

/**
 * A browser names the origin of an unsafe request; any but our own is refused (fetch metadata, OWASP CSRF).
 */
const isOurOrigin = (request: FastifyRequest): boolean => {
  if (safeMethods.includes(request.method)) return true;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const { origin } = request.headers;
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === request.headers.host);
};

const asFault = (error: FastifyError | Fault, request: FastifyRequest): Fault | null => {
  if (error instanceof Fault) return error;
  // An address that names nothing there could be is one where nothing is.
  if (error.validationContext === 'params') return new Fault('access/absent');
  if (error.validation !== undefined) {
    const unseen = error.validation.filter(({ params }) => params.pattern === visiblePattern);
    // A text too short for its schema as well as unseen is one fault to its author.
    if (unseen.length > 0) return unseenFault(unseen);
    return validationFault(error.validationContext ?? '', error.validation);
  }
  switch (error.statusCode) {
    case 400:
      return new Fault('input/invalid', { fields: ['body'] });
    case 413:
      return new Fault('input/too-large', {
        limitBytes: request.routeOptions.bodyLimit ?? httpLimits.bodyBytes,
      });
    case 415:
      return new Fault('input/media-type');
    default:
      return null;
  }
};

type SendFault = (reply: FastifyReply, fault: Fault) => FastifyReply;

/** In the dialect of the path that was asked for, else in the house's own. */
const sendFaultIn =
  (dialects: readonly Dialect[]): SendFault =>
  (reply, fault) => {
    const path = reply.request.url.split('?', 1)[0] ?? '';
    const dialect = dialects.find((one) => one.speaksAt(path));
    return dialect ? dialect.answer(reply, fault) : sendFault(reply, fault);
  };

const sendFault: SendFault = (reply, fault) => {
  if (fault.code === 'access/too-many') reply.header('retry-after', String(fault.details.waitSeconds ?? 1));
  const text = { ar: fault.text('ar'), fr: fault.text('fr'), en: fault.text('en') };
  return reply
    .code(fault.entry.status)
    .type('application/json; charset=utf-8')
    .serializer(JSON.stringify)
    .send({ fault: { code: fault.code, text, details: fault.details } });
};

const guard = (app: HttpApp, authenticate: Authenticate): void => {
  app.decorateRequest('actor', null);
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(securityHeaders);
    limitArrival(request);
    if (!isOurOrigin(request)) throw new Fault('access/origin');
    request.actor = await authenticate(request);
    if (request.routeOptions.config.open !== true && request.actor === null && !request.is404)
      throw new Fault('access/sign-in');
  });
  app.addHook('preValidation', async (request) => {
    // A streamed body is bytes, and has not come yet.
    const body = request.routeOptions.config.slowBody === true ? null : request.body;
    const where = findUnspeakable(body) ?? findUnspeakable(request.query);
    if (where !== null) throw unspeakableFault(where);
    // What no database can hold is nobody's name: there is nothing at such an address.
    if (findUnspeakable(request.params) !== null) throw new Fault('access/absent');
  });
  app.addHook('preHandler', async (request) => {
    const { slowBody, keptAsGiven } = request.routeOptions.config;
    if (slowBody === true || !request.url.startsWith('/api/')) return;
    const hidden = findConcealed(request.body, keptAsGiven);
    if (hidden.length > 0) throw concealedFault(hidden);
  });
  app.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control'))
      reply.header('cache-control', 'no-store');
  });
};

/** Every documented route says what a refusal of it looks like. */
const documentFaults = (app: HttpApp): void => {
  app.addHook('onRoute', (route) => {
    if (route.schema === undefined || route.schema.hide === true) return;
    const answers = typeof route.schema.response === 'object' ? route.schema.response : {};
    route.schema = { ...route.schema, response: { ...answers, '4xx': faultSchema } };
  });
};

const answerFaults = (app: HttpApp, send: SendFault): void => {
  app.setErrorHandler((error: FastifyError | Fault, request, reply) => {
    const fault = asFault(error, request);
    if (fault !== null) return send(reply, fault);
    const reference = randomUUID().slice(0, 8);
    request.log.error({ err: error, reference }, 'bug');
    return send(reply, new Fault('house/bug', { reference }));
  });
  app.setNotFoundHandler((_request, reply) => send(reply, new Fault('access/absent')));
};

/**
 * Makes the application; routes are registered by the caller, who then listens. `/healthz` and
 * `/openapi.json` are here. `logLevel` is pino's.
 */
export const createHttp = async (needs: {
  title: string;
  version: string;
  authenticate: Authenticate;
  logLevel: string;
  dialects?: readonly Dialect[];
  /** What else `/healthz` says of the node; nothing that is anybody's secret. */
  health?: Readonly<Record<string, string>>;
}): Promise<HttpApp> => {
  const send = sendFaultIn(needs.dialects ?? []);
  const app: HttpApp = fastify({
    logger: { level: needs.logLevel },
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: httpLimits.bodyBytes,
    requestTimeout: httpLimits.slowBodyMs,
    forceCloseConnections: true,
    genReqId: () => randomUUID(),
    // An address that is none (`/%`) never comes to the hooks: it is answered here.
    frameworkErrors: (_error, _request, reply) => {
      void send(reply.headers(securityHeaders), new Fault('input/address'));
    },
  }).withTypeProvider<TypeBoxTypeProvider>();
  app.setValidatorCompiler(compileValidator);
  app.setSerializerCompiler(compileSerializer);
  await app.register(cookie);
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: needs.title, version: needs.version },
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'tansiq_session' },
          bearer: { type: 'http', scheme: 'bearer' },
          basic: { type: 'http', scheme: 'basic' },
        },
      },
      security: [{ session: [] }, { bearer: [] }, { basic: [] }],
    },
  });
  documentFaults(app);
  guard(app, needs.authenticate);
  answerFaults(app, send);
  app.get('/healthz', { config: { open: true }, schema: { hide: true } }, async () => ({
    status: 'ok',
    ...needs.health,
  }));
  app.get('/openapi.json', { config: { open: true }, schema: { hide: true } }, async () => app.swagger());
  return app;
};
