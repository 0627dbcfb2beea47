/**
 * The federation port: TLS 1.3 only; every client is asked for a certificate, which says who it is once its
 * descriptor is known. No authority vouches for anyone here, so TLS itself accepts any; the door decides.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { TLSSocket } from 'node:tls';
import { sha256 } from '../kernel/canonical.ts';
import type { TlsIdentity } from '../plumbing/keys/index.ts';
import type { ByteDoor } from './byte-door.ts';
import type { Door } from './door.ts';
import { federationLimits } from './limits.ts';
import type { Answer } from './needs.ts';

export interface Listener {
  readonly port: number;
  /** Stops listening and answers what has arrived. */
  stop(): Promise<void>;
}

const certificateOn = (socket: unknown): string | null => {
  if (!(socket instanceof TLSSocket)) return null;
  const { raw } = socket.getPeerCertificate();
  return raw === undefined ? null : sha256(raw).toString('hex');
};

/** The whole body, or null when it is larger than the limit. */
const readBody = async (request: IncomingMessage, limitBytes: number): Promise<string | null> => {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request) {
    const piece: Buffer = part;
    bytes += piece.length;
    if (bytes > limitBytes) return null;
    parts.push(piece);
  }
  return Buffer.concat(parts).toString('utf8');
};

const send = (response: ServerResponse, answer: Answer): void => {
  response.writeHead(answer.status, {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(answer.text)),
    'cache-control': 'no-store',
  });
  response.end(answer.text);
};

/** How often a closing listener looks for connections that have become idle. */
const sweepMs = 50;

const tooLarge: Answer = { status: 413, text: '{"fault":{"code":"federation/refused"}}' };

/** The federation port's needs. */
export interface ListenerNeeds {
  readonly host: string;
  readonly port: number;
  readonly tls: TlsIdentity;
  readonly door: Door;
  readonly byteDoor: ByteDoor;
  /** True for the certificate of a partner: only partners may send much. */
  isPartner(certificate: string): Promise<boolean>;
}

const answer = async (
  needs: ListenerNeeds,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const certificate = certificateOn(request.socket);
  const path = request.url?.split('?')[0] ?? '/';
  if (needs.byteDoor.isFor(path)) return needs.byteDoor.answer(request, response, { path, certificate });
  const isLong = Number(request.headers['content-length'] ?? 0) > federationLimits.strangerRequestBytes;
  const isTrusted = isLong && certificate !== null && (await needs.isPartner(certificate));
  const limitBytes = isTrusted ? federationLimits.knownRequestBytes : federationLimits.strangerRequestBytes;
  const text = await readBody(request, limitBytes);
  if (text === null) {
    response.setHeader('connection', 'close');
    return send(response, tooLarge);
  }
  send(response, await needs.door({ method: request.method ?? 'GET', path, certificate, text }));
};

/** Listens, or throws what the system says of the port. */
export const startListener = async (needs: ListenerNeeds): Promise<Listener> => {
  const server = createServer(
    {
      key: needs.tls.key,
      cert: needs.tls.certificate,
      minVersion: 'TLSv1.3',
      requestCert: true,
      rejectUnauthorized: false,
      handshakeTimeout: federationLimits.connectMs,
      requestTimeout: federationLimits.requestMs,
      keepAliveTimeout: 2 * federationLimits.requestMs,
    },
    (request, response) => {
      // A connection that breaks while it is read needs no answer.
      answer(needs, request, response).catch(() => response.destroy());
    },
  );
  server.maxConnections = federationLimits.connections;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(needs.port, needs.host, resolve);
  });
  const bound = server.address();
  return {
    port: typeof bound === 'object' && bound !== null ? bound.port : needs.port,
    stop: () =>
      new Promise((resolve) => {
        needs.byteDoor.breakOff();
        // A connection that was busy when we closed is kept alive once it is answered: it is closed then.
        const sweep = setInterval(() => server.closeIdleConnections(), sweepMs);
        server.close(() => {
          clearInterval(sweep);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
};
