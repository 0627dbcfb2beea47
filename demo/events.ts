/** The event of the demo world: venues, sessions, risk, posts that come of it, officers, an ask to partners. */
import { randomUUID } from 'node:crypto';
import { isObject, type JsonObject } from '../server/kernel/canonical.ts';
import type { PartyId } from '../server/kernel/ids.ts';
import { dayMs, dayOf, later, systemClock } from '../server/kernel/time.ts';
import type { DemoClient } from './client.ts';
import { enterOfficers } from './officers.ts';
import { demoEvent, demoSessions, demoVenues, expectedAbroad } from './scenario/index.ts';
import { sendVisitors } from './visitors.ts';

const daysAhead = 30;
const lastDay = 6;

/** Who writes and who is asked. */
export interface EventSeeding {
  readonly call: DemoClient;
  readonly agreement: string;
  readonly partners: readonly PartyId[];
}

const planner = 'event-planner';
const at = (day: number, clock: string): string =>
  `${dayOf(later(systemClock.now(), (daysAhead + day) * dayMs))}T${clock}:00.000Z`;

const objectOf = (value: unknown): JsonObject => {
  if (!isObject(value)) throw new Error('bug: the node answered without an object');
  return value;
};

const planEvent = async (call: DemoClient): Promise<string> => {
  const days = { firstDay: at(0, '00:00').slice(0, 10), lastDay: at(lastDay, '00:00').slice(0, 10) };
  const event = String(
    objectOf(await call('fr', planner, 'POST', '/api/events', { ...demoEvent, ...days })).id,
  );
  const venues = new Map<string, unknown>();
  const empty = { zones: [], gates: [], outline: null, firstDay: null, lastDay: null, state: 'in-use' };
  for (const venue of demoVenues) {
    const written = { ...venue, ...empty, country: 'FR' };
    venues.set(
      venue.code,
      objectOf(await call('fr', planner, 'POST', `/api/events/${event}/venues`, written)).id,
    );
  }
  for (const [number, { venue, day, discipline, nations }] of demoSessions.entries())
    await call('fr', planner, 'POST', `/api/events/${event}/sessions`, {
      code: `${venue}-${number + 1}`,
      venue: venues.get(venue),
      title: discipline,
      discipline,
      phase: null,
      startsAt: at(day, '17:00'),
      endsAt: at(day, '20:30'),
      nations,
      spectators: demoVenues.find(({ code }) => code === venue)?.capacity ?? null,
      expectedSpectators: nations
        .filter((nation) => nation !== demoEvent.country)
        .map((nation) => ({ nation, count: expectedAbroad })),
      units: [],
      state: 'planned',
    });
  return event;
};

/** What the facts speak for is accepted; templates turn levels into posts. */
const assess = async (call: DemoClient, event: string): Promise<void> => {
  const risk = `/api/events/${event}/risk`;
  const { digest } = objectOf(await call('fr', planner, 'GET', `${risk}/proposals?language=fr`));
  await call('fr', planner, 'POST', `${risk}/proposals/accept`, {
    ...{ language: 'fr', digest, owner: null, reviewOn: at(-14, '00:00').slice(0, 10) },
    reason: 'Première appréciation (texte de démonstration)',
  });
  const preview = objectOf(await call('fr', planner, 'GET', `${risk}/posts?language=fr`));
  await call('fr', planner, 'POST', `${risk}/posts`, {
    language: 'fr',
    digest: preview.digest,
    overrule: [],
  });
};

/** Asks all partners; the ask, and its line for bomb disposal. */
const ask = async ({ call, agreement, partners }: EventSeeding, event: string) => {
  const line = (specialty: string, quantity: number): JsonObject => ({
    id: randomUUID(),
    requirement: { specialty, skills: [], languages: ['fr'], powers: [] },
    quantity,
    from: at(-2, '06:00'),
    to: at(lastDay + 1, '20:00'),
    places: [{ name: 'Saint-Denis', latitude: 48.9245, longitude: 2.3601 }],
    arms: 'either',
    conditions: '',
  });
  const disposal = line('bomb-disposal', 10);
  const content = {
    title: 'Démineurs et équipes cynophiles pour les Jeux (démonstration)',
    language: 'fr',
    event: { id: event, name: demoEvent.name.fr, code: demoEvent.code },
    lines: [disposal, line('explosive-dog', 6)],
    conditions: 'Toujours en binôme avec une équipe française.',
    costs: [{ kind: 'lodging', bearer: 'host' }],
    costsText: '',
    answerBy: at(-16, '12:00'),
    reason: '',
  };
  const address = { agreement, circle: null, recipients: partners };
  const path = '/api/assistance/asks';
  const { id } = objectOf(await call('fr', planner, 'POST', path, { content, address }));
  await call('fr', planner, 'POST', `${path}/${String(id)}/propose`);
  await call('fr', 'contact-point', 'POST', `${path}/${String(id)}/issue`);
  return { ask: String(id), line: String(disposal.id) };
};

/** When they come, why they are kept until when, and the paper without which nobody disposes of bombs. */
const visit = () => {
  const day = (days: number): string => at(days, '00:00').slice(0, 10);
  return {
    period: { from: at(-2, '06:00'), until: at(lastDay + 1, '20:00') },
    grounds: {
      purpose: 'Renfort des Jeux (officiers inventés, démonstration)',
      legalBasis: 'Accord de coopération (texte de démonstration)',
      ...{ reviewOn: day(lastDay + 7), eraseOn: day(lastDay + 60) },
    },
    certificates: [
      { kind: 'bomb-disposal', number: 'D-MA', issued: day(-daysAhead - 60), expires: day(lastDay + 90) },
    ],
  };
};

/** Plans the event on the host's node, enters its officers, asks its partners for more; one sends some. */
export const seedEvent = async (seeding: EventSeeding): Promise<void> => {
  const event = await planEvent(seeding.call);
  await assess(seeding.call, event);
  const stay = { from: at(-3, '00:00').slice(0, 10), until: at(lastDay + 3, '00:00').slice(0, 10) };
  await enterOfficers(seeding.call, event, stay);
  const asked = await ask(seeding, event);
  const [party] = seeding.partners;
  if (party !== undefined) await sendVisitors(seeding.call, { ...asked, party, ...visit() });
};
