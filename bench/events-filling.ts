/**
 * A programme of a great many invented sessions, as the house itself writes them: sixty days, two hundred
 * venues, a session in fifty cancelled. Half have one frequent word, one in twenty another that stands only
 * at the end of the programme, and one alone a rare word.
 */
import { randomUUID } from 'node:crypto';
import type { Venue } from '../server/capabilities/events/place-contract.ts';
import { putVenues } from '../server/capabilities/events/place-store.ts';
import type { Session } from '../server/capabilities/events/session-contract.ts';
import { putSessions } from '../server/capabilities/events/session-store.ts';
import type { PartyId } from '../server/kernel/ids.ts';
import { dayMs, dayOf, later } from '../server/kernel/time.ts';
import type { Database } from '../server/plumbing/database/index.ts';

export const timeZone = 'Europe/Paris';
const [days, venues, perDay] = [60, 200, 48];
const firstDay = '2029-07-01';
export const middleDay = dayOf(later(`${firstDay}T12:00:00.000Z`, (days / 2) * dayMs));
export const frequentWord = 'hommes';
/** In one session of twenty, all of them in the last days. */
export const lateWord = 'finale';
export const rareWord = 'quetzalcoatl';

const disciplines = [
  'Judo',
  'Athlétisme',
  'كرة القدم',
  'Natation',
  'الفروسية',
  'Handball',
  'Escrime',
  'الملاكمة',
];
const oneOf = (list: readonly string[], number: number): string => list[number % list.length] ?? '';

const venueOf = (event: string, number: number): Venue => ({
  ...{ id: randomUUID(), event, code: `V${number}`, name: { fr: `Enceinte ${number}` }, town: null },
  ...{ country: null, place: null, capacity: null, zones: [], gates: [], outline: null },
  ...{ firstDay: null, lastDay: null, state: 'in-use', version: 1 },
});

const sessionOf = (event: string, number: number, all: number, places: readonly Venue[]): Session => {
  const day = number % days;
  const startsAt = later(`${firstDay}T06:00:00.000Z`, day * dayMs + (number % perDay) * 20 * 60_000);
  const isLate = day >= days - 3;
  const sex = number % 2 === 0 ? frequentWord : 'femmes';
  const title = [sex, isLate ? lateWord : 'série', number % 97, number === all - 7 ? rareWord : ''].join(' ');
  return {
    ...{
      id: randomUUID(),
      event,
      code: `S${number}`,
      venue: places[(number * 7 + Math.floor(number / days)) % places.length]?.id ?? null,
    },
    ...{ title: title.trim(), discipline: oneOf(disciplines, number), phase: isLate ? lateWord : 'poules' },
    ...{ startsAt, endsAt: later(startsAt, 90 * 60_000), nations: ['MA', 'FR'], spectators: 5_000 },
    expectedSpectators: [{ nation: 'FR', count: 500 }],
    ...{ units: [], state: number % 50 === 0 ? 'cancelled' : 'planned', version: 1 },
  };
};

/** Fills an event that is there; gives back how many seconds the sessions took to write. */
export const fillProgramme = async (
  database: Database,
  party: PartyId,
  event: string,
  sessions: number,
): Promise<number> => {
  const places = Array.from({ length: venues }, (_, number) => venueOf(event, number));
  const all = Array.from({ length: sessions }, (_, number) => sessionOf(event, number, sessions, places));
  const house = { kind: 'system', name: 'bench', party } as const;
  await database.transact(house, (unit) => putVenues(unit, party, places));
  const started = performance.now();
  // As an import does: all in one transaction.
  await database.transact(house, (unit) => putSessions(unit, party, all, timeZone));
  return (performance.now() - started) / 1_000;
};
