/**
 * What tests of TAXII say again and again: an account that is a connected system, and requests as a
 * client's.
 */
import type { DemoAccount, DemoPerson } from '../server/capabilities/parties/index.ts';
import { isObject, type JsonObject, readJson } from '../server/kernel/canonical.ts';
import { newId } from '../server/kernel/ids.ts';
import type { WorldNode } from './world.ts';

export const taxiiType = 'application/taxii+json;version=2.1';

export interface TaxiiAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Empty where the answer is no JSON object. */
  readonly body: JsonObject;
}

export interface TaxiiClient {
  readonly account: DemoAccount;
  /** The address of a path; `collection` is its own, without a slash at the end. */
  readonly root: string;
  readonly collection: string;
  send(
    path: string,
    more?: { method?: string; headers?: Record<string, string>; body?: string },
  ): Promise<TaxiiAnswer>;
  post(objects: readonly unknown[], to?: string): Promise<TaxiiAnswer>;
}

export const sendTaxii = async (
  address: string,
  more: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<TaxiiAnswer> => {
  const { method = 'GET', headers = {}, body } = more;
  const typed: Record<string, string> = body === undefined ? {} : { 'content-type': taxiiType };
  const response = await fetch(address, {
    method,
    headers: { accept: taxiiType, ...typed, ...headers },
    ...(body === undefined ? {} : { body }),
  });
  const text = await response.text();
  const value = readJson(text)?.value;
  return { status: response.status, headers: response.headers, text, body: isObject(value) ? value : {} };
};

/** An account on the node: a connected system unless told otherwise. */
export const taxiiClient = async (
  node: WorldNode,
  given: Pick<DemoPerson, 'email'> & Partial<DemoPerson>,
): Promise<TaxiiClient> => {
  const [account] = await node.parties.createDemoAccounts([
    {
      name: given.email,
      nameArabic: given.email,
      languages: ['fr'],
      roles: ['connector'],
      clearance: 'red',
      desks: [],
      password: 'a long invented passphrase',
      ...given,
    },
  ]);
  if (account === undefined) throw new Error('no account was made');
  const root = `${node.address}/taxii2/exchange`;
  const authorization = `Bearer ${account.token}`;
  const send: TaxiiClient['send'] = (path, more = {}) =>
    sendTaxii(`${node.address}${path}`, { ...more, headers: { authorization, ...more.headers } });
  const { body } = await send('/taxii2/exchange/collections/');
  const listed = Array.isArray(body.collections) ? body.collections.filter(isObject) : [];
  const own = listed.find((one) => one.can_write === true) ?? listed[0];
  const collection = `/taxii2/exchange/collections/${String(own?.id)}`;
  return {
    account,
    root,
    collection,
    send,
    post: (objects, to = collection) =>
      send(`${to}/objects/`, { method: 'POST', body: JSON.stringify({ objects }) }),
  };
};

/** An indicator as other software writes it. */
export const indicator = (changes: JsonObject = {}): JsonObject & { readonly id: string } => ({
  type: 'indicator',
  spec_version: '2.1',
  id: newId('item').replace('grouping', 'indicator'),
  created: '2024-07-01T08:00:00.000Z',
  modified: '2024-07-01T08:00:00.000Z',
  name: 'Invented indicator',
  pattern: "[domain-name:value = 'tickets.example']",
  pattern_type: 'stix',
  valid_from: '2024-07-01T08:00:00Z',
  ...changes,
});

/** Objects of an envelope or a manifest. */
export const objectsOf = ({ body }: TaxiiAnswer): readonly JsonObject[] =>
  Array.isArray(body.objects) ? body.objects.filter(isObject) : [];
