/**
 * Who asks the servers: one client for all of them, over connections that stay open where the server lets
 * them. What it spends itself is part of every figure, so it does no more than send a text and read one.
 */
import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import type { TaxiiServer } from './taxii-peers.ts';

const mediaType = 'application/taxii+json;version=2.1';
const agent = new Agent({ keepAlive: true });

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

interface Question {
  /** Below the collection. */
  readonly path: string;
  /** Given: it is posted. */
  readonly body?: Buffer;
  readonly withinMs?: number;
}

/** Whether this is the failure of a request that was not answered within its time. */
export const isLate = (failure: unknown): boolean =>
  failure instanceof Error && failure.name === 'AbortError';

/** One request. */
export const ask = (server: TaxiiServer, { path, body, withinMs }: Question): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const sending = request(`${server.collection}${path}`, {
      agent,
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        accept: mediaType,
        authorization: server.authorization,
        ...(body === undefined ? {} : { 'content-type': mediaType, 'content-length': body.length }),
      },
      ...(withinMs === undefined ? {} : { signal: AbortSignal.timeout(withinMs) }),
    });
    sending.once('error', reject);
    sending.once('response', (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.once('error', reject);
      answer.once('end', () => {
        const text = Buffer.concat(parts).toString();
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text });
      });
    });
    sending.end(body);
  });
