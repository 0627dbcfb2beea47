/** Speaks to a running node as its operator: by the secret in the node's data folder. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isObject, readJson } from '../server/kernel/canonical.ts';
import {
  type NodeSettings,
  operatorHeader,
  operatorSecretFile,
  readSettings,
} from '../server/plumbing/config/index.ts';
import { CommandError } from './output.ts';

export interface Operator {
  get(path: string): Promise<unknown>;
  post(path: string, body?: unknown): Promise<unknown>;
  /** The answer as it arrives, for what may be long; `withinMs` null: as long as it says something. */
  stream(path: string, limits?: { withinMs: null }): Promise<AsyncIterable<Uint8Array>>;
}

/** An import of the largest bundle takes a while on a small machine. */
const answerWithinMs = 300_000;

const textOf = (value: unknown): string | null => {
  if (!isObject(value) || !isObject(value.fault) || !isObject(value.fault.text)) return null;
  return typeof value.fault.text.en === 'string' ? value.fault.text.en : null;
};

/**
 * Where a command on this machine reaches the node: one that listens everywhere listens on the loopback
 * too.
 */
export const consoleAddress = ({ console: { host, port } }: NodeSettings): string => {
  if (host === '0.0.0.0') return `http://127.0.0.1:${port}`;
  if (host === '::') return `http://[::1]:${port}`;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
};

const explain = async (response: Response, folder: string): Promise<string> => {
  const text = textOf(readJson(await response.text())?.value);
  // The door looks like nothing to whoever does not hold this start's secret.
  if (response.status === 404 && response.url.endsWith('/operator/links'))
    return (
      `What answers at ${new URL(response.url).origin} is not the node in ${folder}. ` +
      'Look at its port in tansiq.json.'
    );
  return text ?? `The node answered ${response.status}.`;
};

/** Opens the operator's door of the node whose data folder this is. Throws CommandError with what to do. */
export const openOperator = async (folder: string): Promise<Operator> => {
  const settings = await readSettings(folder);
  const start = `Start it: npx tansiq serve --data ${folder}`;
  const secret = await readFile(join(folder, operatorSecretFile), 'utf8').catch(
    (failure: NodeJS.ErrnoException) => {
      throw new CommandError(
        failure.code === 'ENOENT'
          ? `The node in ${folder} is not served. ${start}`
          : `${join(folder, operatorSecretFile)} may not be read by this user. ` +
              'Run as the user who serves the node.',
      );
    },
  );
  const send = async (
    method: string,
    path: string,
    body?: unknown,
    withinMs: number | null = answerWithinMs,
  ): Promise<Response> => {
    const response = await fetch(`${consoleAddress(settings)}${path}`, {
      method,
      ...(withinMs === null ? {} : { signal: AbortSignal.timeout(withinMs) }),
      headers: {
        [operatorHeader]: secret.trim(),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).catch(() => {
      throw new CommandError(`The node in ${folder} does not answer. ${start}`);
    });
    if (!response.ok) throw new CommandError(await explain(response, folder));
    return response;
  };
  const call = async (method: string, path: string, body?: unknown): Promise<unknown> =>
    readJson(await (await send(method, path, body)).text())?.value;
  return {
    get: (path) => call('GET', path),
    post: (path, body) => call('POST', path, body),
    stream: async (path, limits) => {
      const { body } = await send('GET', path, undefined, limits?.withinMs);
      if (body === null) throw new CommandError('The node answered nothing. Try again.');
      return body;
    },
  };
};

/** As `openOperator`; null when the node is not served, or what answers is not the node. */
export const findOperator = async (folder: string): Promise<Operator | null> => {
  const operator = await openOperator(folder).catch(() => null);
  const answers = await operator?.get('/operator/links').catch(() => null);
  return isObject(answers) ? operator : null;
};
