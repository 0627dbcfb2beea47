/** Two nodes before an event is secured: the event in Paris, the host officers, an ask that was not sent. */
import { randomUUID } from 'node:crypto';
import { isObject, type JsonObject } from '../../server/kernel/canonical.ts';
import { dayMs, dayOf, later } from '../../server/kernel/time.ts';
import type { Requirement } from '../../server/plumbing/specialties/index.ts';
import { askContent, askedLine, asks } from '../assistance-story.ts';
import { eventDraft, postDraft, venueDraft } from '../events-cast.ts';
import { agree, ok, okList } from '../story.ts';
import type { WorldNode } from '../world.ts';
import { tableSize } from './officers-table.ts';

const inDays = (days: number): string => later(new Date().toISOString(), days * dayMs);
const units = '/api/assistance/units';
const requirement: Requirement = { specialty: 'bomb-disposal', skills: [], languages: ['fr'], powers: [] };

/** Two evenings of four posts each; the event's id. */
const planEvent = async (fr: WorldNode): Promise<string> => {
  const plan = async (path: string, body: unknown): Promise<string> =>
    String((await ok(fr.call('event-planner', 'POST', `/api/events${path}`, body))).id);
  const days = { firstDay: dayOf(inDays(1)), lastDay: dayOf(inDays(5)) };
  const event = await plan(
    '',
    eventDraft({ name: { ar: 'ألعاب باريس', fr: 'Jeux de Paris' }, country: 'FR', ...days }),
  );
  const name = { ar: 'ملعب سان دوني', fr: 'Stade de Saint-Denis' };
  const venue = await plan(`/${event}/venues`, venueDraft({ name, town: 'Saint-Denis', country: 'FR' }));
  for (const day of [dayOf(inDays(2)), dayOf(inDays(3))]) {
    const period = { from: `${day}T14:00:00.000Z`, to: `${day}T20:00:00.000Z` };
    await plan(`/${event}/posts`, postDraft(venue, { ...period, requirement, quantity: 4 }));
  }
  return event;
};

const hosts = ['Claire MOREL', 'Hugo LAMBERT', 'Inès GARNIER', 'Paul ROUSSEL', 'Léa MARCHAND'];

/** Host officers who go with the visitors. */
const keepHosts = async (fr: WorldNode): Promise<void> => {
  for (const [at, nameLatin] of hosts.entries()) {
    const profile = {
      ...{ nameLatin, nameArabic: '', service: 'Police nationale', rank: 'Capitaine', specialty: 'liaison' },
      ...{
        skills: [],
        languages: ['fr', 'ar'],
        powers: [],
        arms: [],
        dog: null,
        certificates: [],
        home: null,
      },
      ...{ phone: `+33 1 55 50 01 0${at}`, available: { from: inDays(-2), until: inDays(20) } },
      ...{ hoursPerDay: 12, hoursPer7Days: 60, teamSize: 1 },
    };
    const grounds = { purpose: 'Binômes des Jeux', legalBasis: 'Article 4' };
    const dates = { reviewOn: dayOf(inDays(30)), eraseOn: dayOf(inDays(90)) };
    const body = { profile, grounds: { ...grounds, ...dates }, person: null };
    await ok(fr.call('event-planner', 'POST', units, body));
  }
};

/** What is set before the journey begins. */
export interface SetStage {
  readonly event: string;
  readonly ask: string;
}

/** Plans the event, keeps the host's officers, and proposes the ask to the contact point. */
export const setStage = async (fr: WorldNode, ma: WorldNode): Promise<SetStage> => {
  const event = await planEvent(fr);
  await keepHosts(fr);
  const line = askedLine(randomUUID(), 'bomb-disposal', tableSize);
  const content = askContent({
    title: 'Équipes de déminage pour l’ouverture',
    event: { id: event, name: 'Jeux de Paris', code: null },
    lines: [{ ...line, requirement, from: inDays(1), to: inDays(6) }],
    answerBy: inDays(1),
  });
  const address = { agreement: await agree([fr, ma]), circle: null, recipients: [ma.party] };
  const ask = String((await ok(fr.call('event-planner', 'POST', asks, { content, address }))).id);
  await ok(fr.call('event-planner', 'POST', `${asks}/${ask}/propose`));
  return { event, ask };
};

/** A step with an officer, as the planner of a node takes it. */
export const step = (node: WorldNode, id: string, body: JsonObject): Promise<JsonObject> =>
  ok(node.call('event-planner', 'POST', `${units}/${id}/steps`, body));

/** How an officer stands on a node. */
export const stateOf = async (node: WorldNode, id: string): Promise<string> =>
  String((await ok(node.call('event-planner', 'GET', `${units}/${id}`))).state);

/** Ids of the visiting officers by their names. */
export const visitorsOf = async (node: WorldNode): Promise<ReadonlyMap<string, string>> => {
  const { units: found } = await ok(node.call('event-planner', 'GET', `${units}?kind=visiting`));
  const listed = Array.isArray(found) ? found.filter(isObject) : [];
  return new Map(listed.map(({ id, nameLatin }) => [String(nameLatin), String(id)]));
};

/** Vetted, badged, arrived and beside the host officer who is suggested first. */
export const bringIn = async (fr: WorldNode, id: string): Promise<void> => {
  await step(fr, id, { kind: 'vet', ground: null });
  await step(fr, id, { kind: 'accredit', until: dayOf(inDays(10)), zones: ['Stade'], armed: false });
  await step(fr, id, { kind: 'arrive', lodging: 'Caserne Nord' });
  const [host] = await okList(fr.call('event-planner', 'GET', `${units}/${id}/hosts`));
  const period = { from: inDays(-0.1), until: inDays(9) };
  await ok(fr.call('event-planner', 'POST', `${units}/${id}/pairs`, { host: host?.host, period }));
};

/** Who stands on which post in a draft: the ids of the units. */
export const standingIn = async (fr: WorldNode, draft: string): Promise<readonly string[]> => {
  const { assignments } = await ok(fr.call('event-planner', 'GET', `/api/roster/drafts/${draft}`));
  return (Array.isArray(assignments) ? assignments.filter(isObject) : []).map(({ unit }) => String(unit));
};
