/** A partner of the demo world offers officers, the host accepts them, and the partner names them. */
import { isObject, type JsonObject } from '../server/kernel/canonical.ts';
import type { PartyId } from '../server/kernel/ids.ts';
import { type DemoClient, waitFor } from './client.ts';
import { inventedVisitors, type NodeKey } from './scenario/index.ts';

const [asks, units] = ['/api/assistance/asks', '/api/assistance/units'];
const planner = 'event-planner';

/** Whom the host asked for what: one line of its ask, and the partner that answers. */
export interface Visit {
  readonly ask: string;
  readonly line: string;
  readonly party: PartyId;
  readonly period: { readonly from: string; readonly until: string };
  readonly grounds: JsonObject;
  /** Papers that they bring. */
  readonly certificates: readonly JsonObject[];
}

const listOf = (value: unknown): readonly JsonObject[] =>
  Array.isArray(value) ? value.filter(isObject) : [];

const threadOf = async (call: DemoClient, node: NodeKey, { ask, party }: Visit) => {
  const shown = await call(node, planner, 'GET', `${asks}/${ask}`).catch(() => null);
  return listOf(isObject(shown) ? shown.threads : []).find((thread) => thread.party === party) ?? null;
};
const stands = (call: DemoClient, node: NodeKey, visit: Visit, state: string) =>
  waitFor(`the ask ${state} on ${node}`, async () => {
    const thread = await threadOf(call, node, visit);
    return thread?.state === state ? thread : null;
  });

const say = async (call: DemoClient, node: NodeKey, { ask, party }: Visit, content: JsonObject) => {
  const said = { costs: [], conditions: '', text: '', ground: null, validUntil: null, language: 'fr' };
  const body = { party, content: { answers: null, ...said, ...content } };
  const step = await call(node, planner, 'POST', `${asks}/${ask}/steps`, body);
  const id = isObject(step) ? String(step.id) : '';
  await call(node, 'contact-point', 'POST', `/api/assistance/steps/${id}/release`);
};

const profileOf = (
  [nameLatin, nameArabic]: (typeof inventedVisitors)[number],
  { period, certificates }: Visit,
): JsonObject => ({
  ...{ nameLatin, nameArabic, service: 'DGSN (officiers inventés, démonstration)', rank: 'Inspecteur' },
  ...{ specialty: 'bomb-disposal', skills: [], languages: ['ar', 'fr'], powers: ['search'], arms: [] },
  ...{ dog: null, certificates: [...certificates], phone: '', home: null, available: period },
  ...{ hoursPerDay: 10, hoursPer7Days: 48, teamSize: 1 },
});

/** From the offer to names that wait for the host's decision on whether they may come. */
export const sendVisitors = async (call: DemoClient, visit: Visit): Promise<void> => {
  const { ask, line, grounds } = visit;
  const offered = { line, quantity: inventedVisitors.length, from: null, to: null, arms: null };
  const lines = [{ ...offered, languages: ['ar', 'fr'], conditions: '' }];
  await stands(call, 'ma', visit, 'asked');
  await say(call, 'ma', visit, { kind: 'offer', lines });
  const { offer } = await stands(call, 'fr', visit, 'offered');
  await say(call, 'fr', visit, { kind: 'accept', answers: Number(offer), lines });
  await stands(call, 'ma', visit, 'accepted');
  const profiles = inventedVisitors.map((name) => profileOf(name, visit));
  await call('ma', planner, 'POST', `${units}/names`, { ask, line, grounds, profiles });
  await call('ma', 'contact-point', 'POST', `${units}/names/release`, { ask, line });
};
