/** What a file is of and what its columns hold, guessed from titles and checked against the values. Pure. */
import type { Language } from '../../../kernel/faults.ts';
import type { ObjectKind } from '../place-contract.ts';
import { type ImportField, type ImportTarget, importFields } from './contract.ts';
import { isRecord } from './json-source.ts';
import { readKind } from './kinds.ts';
import { readNation } from './nations.ts';
import type { Source } from './source.ts';
import { beginnings, foldTitle, titleWords, together } from './titles.ts';
import { readClock, readCount, readDay, readDecimal, readMoment } from './values.ts';

/** Rows that are looked at, and the share of their values that must be what the title says. */
const lookedAt = 200;
const shareNeeded = 0.8;

const isWorded = (text: string) => /\p{L}/u.test(text);
const within = (limit: number) => (text: string) => Math.abs(readDecimal(text) ?? limit + 1) <= limit;
const checks: Partial<Record<ImportField, (text: string) => boolean>> = {
  name: isWorded,
  nameAr: isWorded,
  nameFr: isWorded,
  nameEn: isWorded,
  lat: within(90),
  lon: within(180),
  point: (text) => /^\s*[-+]?\d+[.,]?\d*\s*[,; ]\s*[-+]?\d+/.test(text.slice(0, 100)),
  capacity: (text) => readCount(text) !== null,
  spectators: (text) => readCount(text) !== null,
  firstDay: (text) => readDay(text) !== null,
  lastDay: (text) => readDay(text) !== null,
  startsAt: (text) => readMoment(text, 'UTC') !== null,
  endsAt: (text) => readMoment(text, 'UTC') !== null,
  day: (text) => readDay(text) !== null,
  startTime: (text) => readClock(text) !== null,
  endTime: (text) => readClock(text) !== null,
  kind: (text) => readKind(text) !== null,
  country: (text) => readNation(text) !== null,
};

const valuesOf = ({ rows }: Source, column: string): readonly string[] =>
  rows.slice(0, lookedAt).flatMap(({ cells }) => cells.get(column) ?? []);

const holds = (source: Source, column: string, field: ImportField): boolean => {
  const values = valuesOf(source, column);
  const check = checks[field];
  return (
    values.length > 0 && (check === undefined || values.filter(check).length >= values.length * shareNeeded)
  );
};

/** What else could be headed so is nothing: a value that is none is refused with its row, and told. */
const headingSays: readonly ImportField[] = ['lat', 'lon', 'capacity', 'spectators', 'country'];
/** Headed as the field is: what some of its values are is enough. */
const isHeaded = (source: Source, column: string, field: ImportField): boolean => {
  const values = valuesOf(source, column);
  return headingSays.includes(field) ? values.length > 0 : values.some((text) => checks[field]?.(text));
};

/** Columns that could hold the field, the best first. */
const candidates = (source: Source, target: ImportTarget, field: ImportField): readonly string[] => {
  const words = (titleWords[target][field] ?? '').split('|').map(foldTitle);
  const places = new Map(words.map((word, index) => [word, index] as const));
  const scored = source.columns.flatMap((column) => {
    const title = foldTitle(column);
    const exact = places.get(title);
    const begun =
      beginnings.includes(field) && words.some((word) => word !== '' && title.startsWith(`${word} `));
    if (exact === undefined && !begun) return [];
    const score = exact ?? words.length;
    if (holds(source, column, field)) return [{ column, score }];
    // Behind all whose values are what they should be.
    return exact !== undefined && isHeaded(source, column, field)
      ? [{ column, score: score + words.length + 1 }]
      : [];
  });
  return scored.sort((one, other) => one.score - other.score).map(({ column }) => column);
};

export type Mapping = ReadonlyMap<string, ImportField>;

/** What the columns hold, each field once save those that several make together. */
export const guessMapping = (source: Source, target: ImportTarget): Mapping => {
  const mapping = new Map<string, ImportField>();
  for (const field of importFields[target]) {
    const free = candidates(source, target, field).filter((column) => !mapping.has(column));
    for (const column of together.includes(field) ? free : free.slice(0, 1)) mapping.set(column, field);
  }
  return mapping;
};

const hints: readonly (readonly [RegExp, ObjectKind])[] = [
  [/\b(fan|fans|supporters)\b/, 'fan-zone'],
  [/\b(hotels?)\b/, 'team-hotel'],
  [/\b(training|entrainements?)\b/, 'training-site'],
  [/\b(stations?|gares?|metro)\b/, 'station'],
  [/\b(airports?|aeroports?)\b/, 'airport'],
  [/\b(routes?|torch|relay|relais|flamme|parcours|itineraires?)\b/, 'route'],
  [/\b(ceremony|ceremonie|ceremonies)\b/, 'ceremony'],
];

/** The kind of object that a file's name speaks of; null where it speaks of none. */
export const kindOfFile = (fileName: string): ObjectKind | null => {
  const title = foldTitle(fileName);
  return hints.find(([words]) => words.test(title))?.[1] ?? null;
};

const isLine = (geometry: unknown): boolean =>
  isRecord(geometry) && (geometry.type === 'LineString' || geometry.type === 'MultiLineString');

/** What the file is of. */
export const guessTarget = (source: Source, fileName: string): ImportTarget => {
  if (source.format === 'icalendar') return 'sessions';
  if (kindOfFile(fileName) !== null || source.rows.some(({ geometry }) => isLine(geometry))) return 'objects';
  const title = foldTitle(fileName);
  if (/\b(teams?|nocs?|equipes?|country|countries|pays|delegations?)\b/.test(title)) return 'teams';
  const fields = new Set(guessMapping(source, 'sessions').values());
  const isTimed = fields.has('startsAt') || (fields.has('day') && fields.has('startTime'));
  const isNamed = fields.has('name') || fields.has('discipline') || fields.has('nation');
  return isTimed && isNamed ? 'sessions' : 'venues';
};

const frenchTitles = /^(nom|site|libelle|intitule|titre|stade|etape|epreuve|equipe|pays)\b/;
const frenchWords = /\b(stade|complexe|sportif|gare|place|du|des|de|la|le|les|et|aux?)\b|[éèêàçô]/iu;
const englishWords = /\b(stadium|arena|centre|center|park|the|of|and|station|ceremony|stage|court)\b/iu;

/** The language of a name whose title says none: that of the title, else that of most of the names. */
export const guessLanguage = (source: Source, mapping: Mapping): Language => {
  const columns = [...mapping].flatMap(([column, field]) => (field === 'name' ? [column] : []));
  if (columns.some((column) => frenchTitles.test(foldTitle(column)))) return 'fr';
  const names = columns.flatMap((column) => valuesOf(source, column));
  const count = (words: RegExp): number => names.filter((name) => words.test(name)).length;
  return count(frenchWords) > count(englishWords) ? 'fr' : 'en';
};
