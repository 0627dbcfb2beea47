/** One node of the demo world, in a process of its own that its supervisor starts and ends. */
import { startFromFolder, untilToldToStop } from '../cli/serve.ts';
import { makeAccounts } from './accounts.ts';
import { type NodeKey, nodeKeys } from './scenario/index.ts';

/** What a demo node tells its supervisor. */
export type DemoNews =
  | { readonly kind: 'ready'; readonly accounts: Awaited<ReturnType<typeof makeAccounts>> }
  | { readonly kind: 'said'; readonly line: string };

const tell = (news: DemoNews): void => {
  // A supervisor that is gone hears nothing; sending to it would end this node out of order.
  if (process.connected) process.send?.(news);
};

/** What a supervisor tells its nodes: that the world is being filled, and that it is filled. */
export type DemoOrder = { readonly kind: 'filling' | 'filled' };

const isOrder = (value: unknown): value is DemoOrder =>
  typeof value === 'object' && value !== null && 'kind' in value;

const isNodeKey = (text: string): text is NodeKey => nodeKeys.some((key) => key === text);

/** Runs the demo node `name` from its data folder until it is told to stop. */
export const runDemoNode = async (name: string, folder: string): Promise<void> => {
  if (!isNodeKey(name)) throw new Error(`bug: no demo node ${name}`);
  const stopping = untilToldToStop();
  const node = await startFromFolder(folder, (line) => tell({ kind: 'said', line }));
  process.on('message', (order) => {
    if (isOrder(order)) node.parties.setFilling(order.kind === 'filling');
  });
  tell({ kind: 'ready', accounts: await makeAccounts(name, node.parties, node.settings.party) });
  await stopping;
  await node.stop();
  if (process.connected) process.disconnect();
};
