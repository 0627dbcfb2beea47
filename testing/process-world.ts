/** Nodes in processes of their own, linked, with an agreement in force between all of them. */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { NodeKey } from '../demo/scenario/index.ts';
import { isObject, type JsonObject } from '../server/kernel/canonical.ts';
import { dayMs, dayOf, later, systemClock } from '../server/kernel/time.ts';
import { buildCommand, makeProcessNode, type ProcessNode, type Reply } from './process-node.ts';
import { swiftFolder } from './swift-folder.ts';
import { until } from './until.ts';

const seenWithinMs = 60_000;

export interface ProcessWorld {
  readonly nodes: readonly ProcessNode[];
  /** The agreement of all of them. */
  readonly agreement: string;
  /** Stops what runs and removes the folder. */
  close(): Promise<void>;
}

/** The answer's JSON object; throws with what the node said when it refused. */
export const good = async (reply: Promise<Reply>): Promise<JsonObject> => {
  const { status, body } = await reply;
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return isObject(body) ? body : {};
};

export const inDays = (days: number): string => dayOf(later(systemClock.now(), days * dayMs));

const stateIn = async (
  node: ProcessNode,
  role: string,
  path: string,
  named: (entry: JsonObject) => boolean,
): Promise<unknown> => {
  const { body } = await node.call(role, 'GET', path);
  return Array.isArray(body) ? body.filter(isObject).find(named)?.state : undefined;
};

const linksPath = '/api/parties/links';

const pair = async (one: ProcessNode, other: ProcessNode): Promise<void> => {
  const linkOf = (node: ProcessNode, party: string) =>
    stateIn(node, 'contact-point', linksPath, (link) => link.party === party);
  await good(one.call('contact-point', 'POST', linksPath, { address: other.settings.federationAddress }));
  await until(() => linkOf(other, one.party), { withinMs: seenWithinMs });
  await good(one.call('contact-point', 'POST', `${linksPath}/${other.party}/accept`));
  await good(other.call('contact-point', 'POST', `${linksPath}/${one.party}/accept`));
  for (const [node, party] of [
    [one, other.party],
    [other, one.party],
  ] as const)
    await until(async () => (await linkOf(node, party)) === 'active', { withinMs: seenWithinMs });
};

const agree = async (nodes: readonly ProcessNode[]): Promise<string> => {
  const [proposer, ...others] = nodes;
  if (proposer === undefined) throw new Error('a world has nodes');
  const path = '/api/agreements';
  const { id } = await good(
    proposer.call('service-head', 'POST', path, {
      title: { ar: 'اتفاق', fr: 'Accord', en: 'Agreement' },
      legalBasis: 'Bilateral agreement on internal security, article 4',
      parties: nodes.map(({ party }) => party),
      fields: ['event-security', 'terrorism'],
      purposes: ['event-protection', 'prevention'],
      validFrom: inDays(-1),
      validUntil: inDays(365),
      defaults: { tlp: 'amber', pap: 'amber', handling: ['H1'], reviewAfterDays: 30, eraseAfterDays: 90 },
    }),
  );
  const awaitState = (node: ProcessNode, state: string) =>
    until(async () => (await stateIn(node, 'service-head', path, (entry) => entry.id === id)) === state, {
      withinMs: seenWithinMs,
    });
  await good(proposer.call('service-head', 'POST', `${path}/${id}/propose`));
  for (const node of others) {
    await awaitState(node, 'proposed');
    await good(node.call('service-head', 'POST', `${path}/${id}/sign`));
  }
  for (const node of nodes) await awaitState(node, 'in-force');
  return String(id);
};

const newFolder = async (): Promise<string> => {
  const folder = join(swiftFolder(), `tansiq-processes-${process.pid}-${Date.now()}`);
  await mkdir(folder, { recursive: true, mode: 0o755 });
  return folder;
};

/** Makes one node per name, links every two, and puts one agreement in force between all. */
export const openProcessWorld = async (
  names: readonly NodeKey[],
  given: { readonly folder?: string } = {},
): Promise<ProcessWorld> => {
  const program = await buildCommand();
  const folder = given.folder ?? (await newFolder());
  const made = await Promise.allSettled(names.map((name) => makeProcessNode({ program, folder, name })));
  const nodes = made.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const close = async (): Promise<void> => {
    for (const node of nodes) await node.abandon();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    for (const result of made) if (result.status === 'rejected') throw result.reason;
    for (const [at, one] of nodes.entries()) for (const other of nodes.slice(at + 1)) await pair(one, other);
    return { nodes, agreement: await agree(nodes), close };
  } catch (failure) {
    await close();
    throw failure;
  }
};
