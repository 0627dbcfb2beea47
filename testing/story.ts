/** What stories between nodes say again and again: agreements, items on their way, what the journals hold. */

import type { DemoPerson } from '../server/capabilities/parties/index.ts';
import { isObject, type JsonObject } from '../server/kernel/canonical.ts';
import { dayMs, dayOf, later, systemClock } from '../server/kernel/time.ts';
import type { EntryFilter } from '../server/plumbing/journal/index.ts';
import {
  createJournal,
  journalSource,
  type RecordedEntry,
  verifyJournal,
} from '../server/plumbing/journal/index.ts';
import { readPartnerHeads } from '../server/plumbing/journal/journal-store.ts';
import { until } from './until.ts';
import { callAs, type World, type WorldNode } from './world.ts';

type Answer = Promise<{ status: number; body: unknown }>;

export const inDays = (days: number): string => dayOf(later(new Date().toISOString(), days * dayMs));

/** The answer's object; throws for any other than a success. */
export const ok = async (answer: Answer): Promise<JsonObject> => {
  const { status, body } = await answer;
  if (status >= 300 || !isObject(body)) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body;
};

/** The answer's list of objects. */
export const okList = async (answer: Answer): Promise<readonly JsonObject[]> => {
  const { status, body } = await answer;
  if (status >= 300 || !Array.isArray(body)) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body.filter(isObject);
};

/** Status and code of a refusal: `409 state/changed`; a success reads `200`. */
export const faultOf = async (answer: Answer): Promise<string> => {
  const { status, body } = await answer;
  const fault = isObject(body) && isObject(body.fault) ? ` ${String(body.fault.code)}` : '';
  return `${status}${fault}`;
};

/** A refusal with its details. */
export const refusalOf = async (answer: Answer): Promise<{ code: string; details: JsonObject }> => {
  const { body } = await answer;
  const fault = isObject(body) && isObject(body.fault) ? body.fault : {};
  return { code: String(fault.code), details: isObject(fault.details) ? fault.details : {} };
};

export const nodeOf = (world: World, name: string): WorldNode => {
  const node = world.nodes[name];
  if (node === undefined) throw new Error(`no node ${name}`);
  return node;
};

export const agreementText = (nodes: readonly WorldNode[], changes: JsonObject = {}) => ({
  title: { ar: 'اتفاق', fr: 'Accord', en: 'Agreement' },
  legalBasis: 'Agreement on internal security, article 4',
  parties: nodes.map(({ party }) => party),
  fields: ['event-security', 'terrorism'],
  purposes: ['event-protection', 'prevention'],
  validFrom: inDays(-1),
  validUntil: inDays(365),
  defaults: { tlp: 'amber', pap: 'amber', handling: ['H1'], reviewAfterDays: 30, eraseAfterDays: 90 },
  ...changes,
});

/** How an agreement stands on a node; null where it is not. */
export const agreementState = async (node: WorldNode, id: string): Promise<string | null> => {
  const agreements = await okList(node.call('contact-point', 'GET', '/api/agreements'));
  const found = agreements.find((agreement) => agreement.id === id);
  return found === undefined ? null : String(found.state);
};

/** Composed and proposed by the first, signed by all, in force on every node. */
export const agree = async (
  [proposer, ...others]: readonly [WorldNode, ...WorldNode[]],
  changes: JsonObject = {},
): Promise<string> => {
  const text = agreementText([proposer, ...others], changes);
  const { id } = await ok(proposer.call('service-head', 'POST', '/api/agreements', text));
  const path = `/api/agreements/${String(id)}`;
  await ok(proposer.call('service-head', 'POST', `${path}/propose`));
  for (const other of others) {
    await until(async () => (await agreementState(other, String(id))) === 'proposed');
    await ok(other.call('service-head', 'POST', `${path}/sign`));
  }
  for (const node of [proposer, ...others])
    await until(async () => (await agreementState(node, String(id))) === 'in-force');
  return String(id);
};

export const markingWith = (changes: JsonObject = {}) => ({
  tlp: 'amber',
  pap: 'amber',
  handling: ['H1'],
  grading: { scheme: 'admiralty', source: 'B', information: '2' },
  field: 'event-security',
  purpose: 'event-protection',
  legalBasis: 'Article 4',
  personCategories: [],
  reviewOn: inDays(30),
  eraseOn: inDays(90),
  ...changes,
});

/** An item as its author writes it. */
export const draftWith = (agreement: string | null, changes: JsonObject = {}) => ({
  title: 'مخطط حفل الافتتاح',
  summary: 'ملخص',
  language: 'ar',
  marking: markingWith(),
  agreement,
  circle: null,
  recipients: [],
  objects: [],
  withheld: [],
  ...changes,
});

export const items = '/api/exchange/items';

/** Written by the analyst; its id. */
export const compose = async (node: WorldNode, draft: JsonObject): Promise<string> =>
  String((await ok(node.call('analyst', 'POST', items, draft))).id);

/** A verb of the item, on the version given. */
export const act = (
  node: WorldNode,
  role: Parameters<WorldNode['call']>[0],
  id: string,
  verb: string,
  more: JsonObject = { version: 1 },
): Answer => node.call(role, 'POST', `${items}/${id}/${verb}`, more);

/** Proposed by the analyst, released by the contact point. */
export const release = async (node: WorldNode, id: string, version = 1): Promise<void> => {
  await ok(act(node, 'analyst', id, 'propose', { version }));
  await ok(act(node, 'contact-point', id, 'release', { version }));
};

/** The item once it has come to a node, as the analyst there reads it. */
export const arrived = (node: WorldNode, id: string): Promise<JsonObject> =>
  until(
    async () => {
      const { status, body } = await node.call('analyst', 'GET', `${items}/${id}`);
      return status === 200 && isObject(body) ? body : null;
    },
    { withinMs: 20_000 },
  );

const houseOf = (node: WorldNode) => ({ kind: 'system', name: 'story', party: node.party }) as const;

/** Entries of a node's journal, newest first. */
export const entriesOf = (
  node: WorldNode,
  filter: Omit<EntryFilter, 'limit'>,
): Promise<readonly RecordedEntry[]> => {
  const keys = { publicKey: '', sign: () => '' };
  const journal = createJournal({ party: node.party, clock: systemClock, keys });
  return node.database.transact(houseOf(node), (unit) => journal.entries(unit, { ...filter, limit: 500 }));
};

/** What a node's journal says of a thing, oldest first: `exchange.release done exchange/four-eyes`. */
export const historyOf = async (node: WorldNode, subject: string): Promise<readonly string[]> =>
  (await entriesOf(node, { subject }))
    .map(({ verb, outcome, rule }) => `${verb} ${outcome} ${rule}`)
    .reverse();

/** What is wrong with any journal of the world, each held against the heads that its partners keep. */
export const journalFindings = async (world: World): Promise<readonly string[]> => {
  const nodes = Object.values(world.nodes);
  const held = await Promise.all(
    nodes.map((node) => node.database.transact(houseOf(node), (unit) => readPartnerHeads(unit))),
  );
  const findings: string[] = [];
  for (const node of nodes) {
    const verdict = await node.database.transact(houseOf(node), async (unit) =>
      verifyJournal({
        source: await journalSource(unit, node.party),
        publicKeys: [node.federation.identity().descriptor.identityKey],
        heldElsewhere: held.flat().filter(({ party }) => party === node.party),
      }),
    );
    if (verdict.size === 0 || verdict.headsChecked === 0) findings.push(`${node.party}: nothing to verify`);
    findings.push(...verdict.findings.map((finding) => `${node.party}: ${JSON.stringify(finding)}`));
  }
  return findings;
};

/** A further person of a node, or a guest there; sends requests as him. */
export const newcomer = async (
  node: WorldNode,
  given: Pick<DemoPerson, 'email' | 'roles'> & Partial<DemoPerson>,
): Promise<(method: string, path: string, body?: unknown) => Answer> => {
  const name = given.email;
  const [account] = await node.parties.createDemoAccounts([
    {
      name,
      nameArabic: name,
      languages: ['fr'],
      clearance: 'red',
      desks: [],
      password: 'a long invented passphrase',
      ...given,
    },
  ]);
  if (account === undefined) throw new Error('no account was made');
  return callAs(node.address, new Map([[account.role, account]])).bind(null, account.role);
};
