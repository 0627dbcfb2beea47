/**
 * Brings the demo world to the scenario: links, agreements, circles, items, by the same verbs as its
 * people's.
 */
import { isObject, type JsonObject } from '../server/kernel/canonical.ts';
import { Fault } from '../server/kernel/faults.ts';
import { asId, type PartyId } from '../server/kernel/ids.ts';
import { dayMs, dayOf, later, systemClock } from '../server/kernel/time.ts';
import type { DemoNodeAccounts } from './accounts.ts';
import { createDemoClient, type DemoClient, waitFor } from './client.ts';
import { seedEvent } from './events.ts';
import {
  agreements,
  circles,
  items,
  journey,
  type NodeKey,
  nodeKeys,
  requests,
  resolveMarking,
  type ScenarioItem,
  type Step,
} from './scenario/index.ts';
import { seedRequests } from './seed-requests.ts';
import { keepWatch } from './watch.ts';

interface Seeding {
  readonly call: DemoClient;
  readonly nodes: readonly DemoNodeAccounts[];
  readonly parties: Readonly<Record<NodeKey, PartyId>>;
  readonly ids: Map<string, string>;
  readonly items: ReadonlyMap<string, ScenarioItem>;
}

const today = (): string => dayOf(systemClock.now());

const listOf = (value: unknown): readonly JsonObject[] =>
  Array.isArray(value) ? value.filter(isObject) : [];

const idOf = (value: unknown): string => {
  if (!isObject(value) || typeof value.id !== 'string')
    throw new Error('bug: the node answered without an id');
  return value.id;
};

/** Waits until a list on the node has the entry in the state. */
const waitState = (
  { call }: Seeding,
  at: { node: NodeKey; role: string; path: string },
  key: string,
  id: string,
  state: string,
) =>
  waitFor(`${at.path} ${state} on ${at.node}`, async () => {
    const entries = listOf(await call(at.node, at.role, 'GET', at.path));
    return entries.find((entry) => entry[key] === id && entry.state === state) ?? null;
  });

/** Every two nodes propose, compare and accept, as two contact points would on the telephone. */
const pairNodes = async (seeding: Seeding): Promise<void> => {
  const { call, nodes, parties } = seeding;
  const role = 'contact-point';
  const path = '/api/parties/links';
  for (const [index, one] of nodes.entries())
    for (const other of nodes.slice(index + 1)) {
      await call(one.node, role, 'POST', path, { address: other.federationAddress });
      await waitFor(`the offer on ${other.node}`, async () => {
        const links = listOf(await call(other.node, role, 'GET', path));
        return links.find((link) => link.party === one.party) ?? null;
      });
      await call(one.node, role, 'POST', `${path}/${other.party}/accept`);
      await call(other.node, role, 'POST', `${path}/${one.party}/accept`);
      for (const [node, party] of [
        [one.node, parties[other.node]],
        [other.node, parties[one.node]],
      ] as const)
        await waitState(seeding, { node, role, path }, 'party', party, 'active');
    }
};

const agree = async (seeding: Seeding): Promise<void> => {
  const { call, parties, ids } = seeding;
  const [role, path] = ['service-head', '/api/agreements'];
  for (const agreement of agreements) {
    const [proposer, ...others] = agreement.parties;
    if (proposer === undefined) throw new Error('bug: an agreement without parties');
    const id = idOf(
      await call(proposer, role, 'POST', path, {
        title: agreement.title,
        legalBasis: agreement.legalBasis.fr,
        parties: agreement.parties.map((node) => parties[node]),
        fields: agreement.fields,
        purposes: agreement.purposes,
        validFrom: agreement.validFrom,
        validUntil: dayOf(later(`${today()}T00:00:00.000Z`, agreement.validForDays * dayMs)),
        defaults: { ...agreement.defaults, reviewAfterDays: 90, eraseAfterDays: 365 },
        ...(agreement.readers === undefined ? {} : { readers: agreement.readers }),
        ...(agreement.matching === undefined ? {} : { matching: agreement.matching }),
      }),
    );
    ids.set(`agreement ${agreement.key}`, id);
    await call(proposer, role, 'POST', `${path}/${id}/propose`);
    for (const node of others) {
      await waitState(seeding, { node, role, path }, 'id', id, 'proposed');
      await call(node, role, 'POST', `${path}/${id}/sign`);
    }
    for (const node of agreement.parties)
      await waitState(seeding, { node, role, path }, 'id', id, 'in-force');
  }
};

const drawCircles = async ({ call, parties, ids }: Seeding): Promise<void> => {
  for (const circle of circles) {
    const id = idOf(
      await call(circle.owner, 'contact-point', 'POST', '/api/circles', {
        name: circle.name,
        kind: circle.kind,
        members: circle.members.map((node) => parties[node]),
      }),
    );
    ids.set(`circle ${circle.key}`, id);
    for (const node of circle.members)
      await waitFor(`the circle on ${node}`, async () => {
        const found = listOf(await call(node, 'contact-point', 'GET', '/api/circles'));
        return found.find((entry) => entry.id === id) ?? null;
      });
  }
};

const draftOf = (seeding: Seeding, item: ScenarioItem) => {
  const { releasableTo, ...marking } = resolveMarking(item.marking, seeding.parties, today());
  const circle = circles.find(({ key }) => key === item.agreement);
  const members = (circle?.members ?? []).map((node) => seeding.parties[node]);
  const isWholeCircle = members.every((party) => releasableTo.includes(party));
  return {
    title: item.title,
    summary: item.summary,
    language: item.language,
    marking: { ...marking },
    agreement: seeding.ids.get(`agreement ${item.agreement}`) ?? null,
    circle: isWholeCircle ? (seeding.ids.get(`circle ${item.agreement}`) ?? null) : null,
    recipients: isWholeCircle
      ? []
      : releasableTo.filter((party) => party !== seeding.parties[item.originator]),
    objects: item.objects,
    withheld: [],
  };
};

const takeStep = async (seeding: Seeding, step: Step): Promise<void> => {
  const { call, ids } = seeding;
  const item = seeding.items.get(step.item);
  if (item === undefined) throw new Error(`bug: no item ${step.item}`);
  const key = `item ${step.item}`;
  const path = `/api/exchange/items/${ids.get(key)}`;
  switch (step.kind) {
    case 'compose':
      ids.set(
        key,
        idOf(await call(step.node, step.by, 'POST', '/api/exchange/items', draftOf(seeding, item))),
      );
      return;
    case 'propose':
    case 'release':
      await call(step.node, step.by, 'POST', `${path}/${step.kind}`, { version: 1 });
      return;
    case 'return':
      await call(step.node, step.by, 'POST', `${path}/return`, { version: 1, reason: step.reason });
      return;
    case 'read':
      await waitFor(`${step.item} on ${step.node}`, () =>
        call(step.node, step.by, 'POST', `${path}/read`).catch(() => null),
      );
  }
};

/** The reason that the people of the scenario state before they exchange. */
const journeyReason = 'Sécurité des Jeux de Paris 2024 : échange entre services';

/** Who of the scenario acts on which node, each once. */
const speakers = (): readonly { readonly node: NodeKey; readonly by: string }[] => {
  const asking = nodeKeys.map((node) => ({ node, by: 'liaison-officer' }));
  const all = [...journey, ...asking].map(({ node, by }) => [`${node} ${by}`, { node, by }] as const);
  return [...new Map(all).values()];
};

/** Seeds an empty demo world. `say` hears how far it is. */
export const seed = async (
  nodes: readonly DemoNodeAccounts[],
  say: (line: string) => void,
): Promise<void> => {
  const partyOf = (key: NodeKey): PartyId => {
    const node = nodes.find((one) => one.node === key);
    if (node === undefined) throw new Fault('access/absent');
    return asId('party', node.party);
  };
  const seeding: Seeding = {
    call: createDemoClient(nodes),
    nodes,
    parties: { fr: partyOf('fr'), ma: partyOf('ma'), es: partyOf('es') },
    ids: new Map(),
    items: new Map(items.map((item) => [item.key, item])),
  };
  // What they do with items of the scenario they do for a stated reason, as everyone must.
  for (const { node, by } of speakers())
    await seeding.call(node, by, 'POST', '/api/parties/context', { reason: journeyReason });
  say(`Pairing ${nodeKeys.length} nodes`);
  await pairNodes(seeding);
  say('Signing agreements, drawing circles');
  await agree(seeding);
  await drawCircles(seeding);
  say(`Exchanging ${items.length} items`);
  for (const step of journey) await takeStep(seeding, step);
  say(`Asking ${requests.length} requests, planning an event`);
  const agreement = seeding.ids.get('agreement paris-2024') ?? '';
  const partners = [seeding.parties.ma, seeding.parties.es];
  const desks = async (): Promise<void> => {
    await seedRequests({ ...seeding, agreement });
    await keepWatch(seeding.call, seeding.ids);
  };
  // Other people do it at the same time.
  await Promise.all([desks(), seedEvent({ call: seeding.call, agreement, partners })]);
};
