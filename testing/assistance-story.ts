/** What stories of assistance say again and again: what is asked, what is answered, what is forged. */
import { randomUUID } from 'node:crypto';
import type { StepContent } from '../server/capabilities/assistance/answer-contract.ts';
import { emptyStep } from '../server/capabilities/assistance/step.ts';
import { assistanceKinds, stepToWire } from '../server/capabilities/assistance/wire.ts';
import { isObject, type JsonObject } from '../server/kernel/canonical.ts';
import { mintReleased } from '../server/kernel/released.ts';
import { dayMs, later } from '../server/kernel/time.ts';
import { toBundle } from '../server/plumbing/stix/index.ts';
import { type newcomer, ok } from './story.ts';
import { until } from './until.ts';
import type { WorldNode } from './world.ts';

const inDays = (days: number): string => later(new Date().toISOString(), days * dayMs);

/** Two lines of an ask. */
export const [dogs, disposal] = [randomUUID(), randomUUID()];

export const askedLine = (id: string, specialty: string, quantity: number): JsonObject => ({
  id,
  requirement: { specialty, skills: [], languages: ['fr'], powers: ['carry-arms'] },
  quantity,
  from: inDays(30),
  to: inDays(50),
  places: [{ name: 'Saint-Denis', latitude: 48.92, longitude: 2.36 }],
  arms: 'own',
  conditions: '',
});

/** What an ask says. */
export const askContent = (changes: JsonObject = {}): JsonObject => ({
  title: 'Équipes cynophiles et démineurs',
  language: 'fr',
  event: { id: null, name: 'Jeux de Paris', code: 'OG2024' },
  lines: [askedLine(dogs, 'explosive-dog', 20), askedLine(disposal, 'bomb-disposal', 10)],
  conditions: '',
  costs: [{ kind: 'lodging', bearer: 'host' }],
  costsText: '',
  answerBy: inDays(10),
  reason: '',
  ...changes,
});
/** So many of a line. */
export const offered = (id: string, quantity: number): JsonObject => ({
  line: id,
  quantity,
  from: null,
  to: null,
  languages: ['ar', 'fr'],
  arms: 'own',
  conditions: '',
});

/** What a step says. */
export const stepContent = (kind: string, changes: JsonObject = {}): JsonObject => ({
  kind,
  answers: null,
  lines: [],
  costs: [],
  conditions: '',
  text: '',
  ground: null,
  validUntil: null,
  language: 'fr',
  ...changes,
});

/** What the other node answers to a step that passed all rules of its sender's node. */
export const forgeStep = async (
  from: WorldNode,
  to: WorldNode,
  id: string,
  changes: { readonly wire?: JsonObject; readonly content?: Partial<StepContent>; readonly number?: number },
): Promise<string> => {
  const house = { kind: 'system', name: 'hostile', party: from.party } as const;
  const { number = 1 } = changes;
  const step = stepToWire(
    {
      id: randomUUID(),
      ask: id,
      party: from.party,
      number,
      seen: 0,
      askVersion: 1,
      content: { ...emptyStep('decline', 'fr'), ground: 'own-event', ...changes.content },
      createdAt: new Date().toISOString(),
    },
    { writer: from.party, at: new Date().toISOString() },
  );
  const forged: JsonObject = { ...step, ...changes.wire };
  const body = toBundle([{ ...forged, id: String(forged.id), type: step.type }]);
  const envelope = await from.database.transact(house, (unit) =>
    from.federation.send(unit, mintReleased({ kind: assistanceKinds.step, body }, to.party, 'hostile')),
  );
  const { outcome, fault } = await until(() =>
    from.database.transact(house, async (unit) => {
      const [delivery] = await from.federation.deliveries(unit, [envelope]);
      return delivery?.outcome ? delivery : null;
    }),
  );
  return fault === null ? String(outcome) : `${String(outcome)} ${fault}`;
};

export const asks = '/api/assistance/asks';
/** The ask as a node's contact point sees it. */
export const read = (node: WorldNode, id: string) => ok(node.call('contact-point', 'GET', `${asks}/${id}`));
/** How it stands with one partner, as a node has it. */
export const threadOf = async (node: WorldNode, id: string, party: WorldNode): Promise<JsonObject> => {
  const { threads } = await read(node, id);
  const found = Array.isArray(threads) ? threads.filter(isObject) : [];
  return found.find((thread) => thread.party === party.party) ?? {};
};
const stateOf = async (node: WorldNode, id: string, party: WorldNode) =>
  (await threadOf(node, id, party)).state;
/** Waits until it stands so. */
export const settled = (node: WorldNode, id: string, party: WorldNode, state: string): Promise<unknown> =>
  until(async () => (await stateOf(node, id, party)) === state);
const rowsOf = async (node: WorldNode, query: string): Promise<readonly JsonObject[]> => {
  const { items } = await ok(node.call('contact-point', 'GET', `${asks}${query}`));
  return Array.isArray(items) ? items.filter(isObject) : [];
};
/** What waits at a node, as its door counts it, and which asks wait, as the list finds them. */
export const counted = async (node: WorldNode): Promise<JsonObject> => ({
  ...(await ok(node.call('contact-point', 'GET', '/api/assistance/waiting'))),
  waiting: (await rowsOf(node, '?state=waits')).map(({ id }) => String(id)),
});
/** The same, told by the asks themselves. */
export const countedAnew = async (node: WorldNode): Promise<JsonObject> => {
  const all = await rowsOf(node, '');
  const of = (what: string) => all.filter((row) => row[what] === true);
  return {
    toRelease: of('toRelease').length,
    toSettle: of('toSettle').length,
    overdue: of('overdue').length,
    waiting: of('toSettle').map(({ id }) => String(id)),
  };
};
/** Waits until it has come. */
export const has = (node: WorldNode, id: string): Promise<unknown> =>
  until(async () => (await rowsOf(node, '')).some((row) => row.id === id));

/** Written by the planner, released by the contact point. */
export const sayAs = async (
  planner: Awaited<ReturnType<typeof newcomer>>,
  said: {
    readonly node: WorldNode;
    readonly id: string;
    readonly party: WorldNode;
    readonly what: JsonObject;
  },
): Promise<void> => {
  const { node, id, party, what } = said;
  const made = await ok(planner('POST', `${asks}/${id}/steps`, { party: party.party, content: what }));
  await ok(node.call('contact-point', 'POST', `/api/assistance/steps/${String(made.id)}/release`));
};
