/** What tests of attachments say again and again: bytes up, bytes down, how an attachment stands. */

import { isObject, type JsonObject } from '../server/kernel/canonical.ts';
import type { Role } from '../server/kernel/decision.ts';
import { items, okList } from './story.ts';
import type { WorldNode } from './world.ts';

const authorization = (node: WorldNode, role: Role): string =>
  `Bearer ${node.accounts.get(role)?.token ?? ''}`;

/** Uploads bytes as someone with this role. */
export const uploadAs = async (node: WorldNode, role: Role, name: string, bytes: Uint8Array) => {
  const response = await fetch(`${node.address}/api/exchange/uploads?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { authorization: authorization(node, role), 'content-type': 'application/octet-stream' },
    body: new Uint8Array(bytes),
  });
  const body: unknown = await response.json();
  return { status: response.status, body: isObject(body) ? body : {} };
};

/** The STIX objects of an upload that succeeded. */
export const uploaded = async (
  node: WorldNode,
  name: string,
  bytes: Uint8Array,
): Promise<readonly JsonObject[]> => {
  const { status, body } = await uploadAs(node, 'analyst', name, bytes);
  if (status !== 201 || !Array.isArray(body.objects)) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body.objects.filter(isObject);
};

/** The attachments of an item, as someone with this role sees them. */
export const attachmentsOf = (node: WorldNode, id: string, role: Role = 'analyst') =>
  okList(node.call(role, 'GET', `${items}/${id}/attachments`));

/** The bytes at an address, or the status of the refusal. */
export const bytesAt = async (
  node: WorldNode,
  role: Role,
  path: string,
  headers: Readonly<Record<string, string>> = {},
) => {
  const response = await fetch(`${node.address}${path}`, {
    headers: { authorization: authorization(node, role), ...headers },
  });
  const bytes = Buffer.from(await response.arrayBuffer());
  return { status: response.status, headers: response.headers, bytes };
};

/** The bytes of an attachment, or the status of the refusal. */
export const bytesAs = (
  node: WorldNode,
  role: Role,
  {
    item,
    artifact,
    query = '',
  }: { readonly item: string; readonly artifact: string; readonly query?: string },
  headers: Readonly<Record<string, string>> = {},
) => bytesAt(node, role, `${items}/${item}/attachments/${artifact}${query}`, headers);
