/** Enters officers of the host for the event of the demo world, from a table, as a service keeps it. */
import { isObject, type JsonObject } from '../server/kernel/canonical.ts';
import { dayMs, dayOf, later, systemClock } from '../server/kernel/time.ts';
import type { DemoClient } from './client.ts';
import { inventedOfficer, inventedService } from './scenario/index.ts';

const day = (days: number): string => dayOf(later(systemClock.now(), days * dayMs));

/** Of those that its posts want: a roster covers most of them, and says what is missing for the others. */
const share = 0.8;
const bounds = { hoursPerDay: 10, hoursPerWeek: 48 } as const;

const head = [
  ...['nom', 'grade', 'service', 'spécialité', 'compétences', 'langues', 'habilitations', 'chien', 'puce'],
  ...['certificats', 'base', 'lat', 'lon', 'du', 'au', 'heures par jour', 'heures par semaine'],
].join(';');

const textsOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);
const listOf = (value: unknown): readonly JsonObject[] =>
  Array.isArray(value) ? value.filter(isObject) : [];

/** Papers without which nobody works in the specialty. */
const papersOf = (specialty: string, number: number): string => {
  const kinds: Readonly<Record<string, readonly string[]>> = {
    'explosive-dog': ['dog-team', 'dog-health'],
    'bomb-disposal': ['bomb-disposal'],
  };
  return (kinds[specialty] ?? [])
    .map((kind) => [kind, `D-${number}`, day(-90), day(270)].join(':'))
    .join('|');
};

/** When they are there. */
interface Stay {
  readonly from: string;
  readonly until: string;
}

/** A row for somebody who has what these posts want. */
const rowOf = (line: JsonObject, number: number, { from, until }: Stay): string => {
  const wanted = isObject(line.requirement) ? line.requirement : {};
  const specialty = String(wanted.specialty);
  const { name, rank } = inventedOfficer(number);
  const [place = {}] = listOf(line.places);
  const languages = new Set(['fr', ...textsOf(wanted.languages), ...(number % 3 === 0 ? ['en'] : [])]);
  const powers = new Set(['identity-check', ...textsOf(wanted.powers)]);
  const dog = specialty === 'explosive-dog' ? ['Nox', `250${String(number).padStart(12, '0')}`] : ['', ''];
  return [
    ...[name, rank, inventedService, specialty, textsOf(wanted.skills).join(',')],
    ...[[...languages].join(','), [...powers].join(','), ...dog, papersOf(specialty, number)],
    ...[place.name, place.latitude, place.longitude, from, until, bounds.hoursPerDay, bounds.hoursPerWeek],
  ].join(';');
};

/** Enters as many as the posts of the event want, less some; the event says itself what it is missing. */
export const enterOfficers = async (call: DemoClient, event: string, stay: Stay): Promise<void> => {
  const planner = 'event-planner';
  const found = await call('fr', planner, 'GET', `/api/assistance/events/${event}/missing?language=fr`);
  const lines = listOf(isObject(found) ? found.specialties : [])
    .flatMap(({ sets }) => listOf(sets))
    .flatMap(({ line }) => (isObject(line) ? [line] : []));
  const rows: string[] = [];
  for (const line of lines)
    for (let left = Math.ceil(Number(line.quantity) * share); left > 0; left -= 1)
      rows.push(rowOf(line, rows.length, stay));
  const content = Buffer.from([head, ...rows].join('\n')).toString('base64');
  const grounds = {
    purpose: 'Sécurisation des Jeux (officiers inventés, démonstration)',
    legalBasis: 'Code de la sécurité intérieure, article L. 211-11 (texte de démonstration)',
    ...{ reviewOn: day(60), eraseOn: day(365) },
  };
  const table = { content, grounds, dryRun: false, leaveOut: false };
  const report = await call('fr', planner, 'POST', '/api/assistance/units/import', table);
  if (!isObject(report) || report.stored !== rows.length)
    throw new Error(`bug: officers of the demo were not entered: ${JSON.stringify(report).slice(0, 2_000)}`);
};
