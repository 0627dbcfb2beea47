/** The collection of a demo node's connected system, as a TAXII client finds it. */
import { isObject, readJson } from '../server/kernel/canonical.ts';
import type { DemoNodeAccounts } from './accounts.ts';

const collectionsPath = 'exchange/collections/';

/** Asks the node, as its connected system, where that one's own collection is; adds the address to it. */
export const withCollection = async (node: DemoNodeAccounts): Promise<DemoNodeAccounts> => {
  const { connector } = node.accounts;
  if (connector === undefined) throw new Error(`bug: no connected system on ${node.node}`);
  const address = `${node.taxii}${collectionsPath}`;
  const answer = await fetch(address, { headers: { authorization: `Bearer ${connector.token}` } });
  const body = readJson(await answer.text())?.value;
  const listed = isObject(body) && Array.isArray(body.collections) ? body.collections.filter(isObject) : [];
  const own = listed.find((one) => one.can_write === true);
  if (own === undefined) throw new Error(`${node.node}: no collection for its connected system`);
  const collection = `${address}${String(own.id)}/`;
  return { ...node, accounts: { ...node.accounts, connector: { ...connector, collection } } };
};
