/** Speaks to a running node as its operator: by the secret in the node's data folder. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isObject, readJson } from '../server/kernel/canonical.ts';
import { operatorHeader, operatorSecretFile } from '../server/operator.ts';
import { readSettings } from '../server/plumbing/config/index.ts';
import { CommandError } from './output.ts';

export interface Operator {
  get(path: string): Promise<unknown>;
  post(path: string, body?: unknown): Promise<unknown>;
}

const textOf = (value: unknown): string | null => {
  if (!isObject(value) || !isObject(value.fault) || !isObject(value.fault.text)) return null;
  return typeof value.fault.text.en === 'string' ? value.fault.text.en : null;
};

/** Opens the operator's door of the node whose data folder this is. Throws CommandError with what to do. */
export const openOperator = async (folder: string): Promise<Operator> => {
  const settings = await readSettings(folder);
  const secret = await readFile(join(folder, operatorSecretFile), 'utf8').catch(() => null);
  if (secret === null)
    throw new CommandError(`The node in ${folder} has never been served. Start it: npx tansiq serve`);
  const { host, port } = settings.console;
  const call = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(`http://${host}:${port}${path}`, {
      method,
      headers: {
        [operatorHeader]: secret.trim(),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).catch(() => {
      throw new CommandError(
        `The node in ${folder} does not answer. Start it: npx tansiq serve --data ${folder}`,
      );
    });
    const value = readJson(await response.text())?.value;
    if (!response.ok) throw new CommandError(textOf(value) ?? `The node answered ${response.status}.`);
    return value;
  };
  return { get: (path) => call('GET', path), post: (path, body) => call('POST', path, body) };
};
