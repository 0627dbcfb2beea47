/** A list as it is typed, pasted or read of a table: what is asked of the node to be read. Pure. */
import type {
  Card,
  Suggestion,
  Typed,
  TypedReading,
} from '../../../server/capabilities/matching/contract.ts';
import { international } from './calling-codes.ts';

export type Kind = Card['kind'];

/** The order in which they are offered. */
export const kinds = [
  'phone',
  'document',
  'plate',
  'name-birth',
  'iban',
  'email',
  'imei',
  'imsi',
  'vessel',
  'ip',
  'domain',
  'hash',
] as const satisfies readonly Kind[];

export const readKind = (value: string): Kind | null => kinds.find((kind) => kind === value) ?? null;

/** As the node's limits: lines of one list, characters of a line, days of a standing watch. */
export const listLimits = { lines: 10_000, characters: 300, watchedDays: 180, fileBytes: 4_194_304 } as const;

/** What is typed: lines, the kind of all of them, and of single ones that could not be told. */
export interface List {
  readonly text: string;
  readonly kind: Kind | null;
  readonly kinds: Readonly<Record<string, Kind>>;
}

/** What terminals and broken exports leave between letters says nothing, and no node takes it. */
const lineOf = (line: string): string => line.replace(/\p{Cc}+/gu, ' ').trim();

/** The lines that say something. */
export const linesOf = (text: string): readonly string[] =>
  text
    .split(/\r?\n/)
    .map(lineOf)
    .filter((line) => line !== '');

/** What the node is asked to read; a line that is longer than any identifier is cut, and refused so. */
export const typedOf = ({ text, kind, kinds: single }: List): readonly Typed[] =>
  linesOf(text).map((line) => {
    const said = single[line] ?? kind;
    const whole = line.slice(0, listLimits.characters);
    return said === null ? { text: whole } : { kind: said, text: whole };
  });

/** These lines are of this kind. */
export const withKind = (list: List, texts: readonly string[], kind: Kind): List => ({
  ...list,
  kinds: { ...list.kinds, ...Object.fromEntries(texts.map((text) => [text, kind])) },
});

/** Numbers of a list that are written as at home. */
export const nationalNumbers = (refused: readonly TypedReading[]): readonly string[] =>
  refused.filter(({ kind, problem }) => kind === 'phone' && problem === 'country').map(({ text }) => text);

/** These lines are telephones of this country, and are written so from now on. */
export const withCountry = (list: List, texts: readonly string[], country: string): List => {
  const national = new Set(texts);
  const write = (line: string): string =>
    national.has(lineOf(line)) ? international(lineOf(line), country) : line;
  return { ...list, text: list.text.split(/\r?\n/).map(write).join('\n') };
};

/** These lines as a list; of this kind, while what is typed beside them later is told from its text. */
export const linesAs = (text: string, kind: Kind | null): List => {
  const list = { text, kind: null, kinds: {} };
  return kind === null ? list : withKind(list, linesOf(text), kind);
};

/** The list that an item suggests; a date behind a name in Arabic letters keeps its order (UAX #9, LRM). */
export const listOf = (suggestion: Suggestion | null): List => {
  const lines = (suggestion?.identifiers ?? []).map(({ kind, text }) => ({
    kind,
    text: kind === 'name-birth' ? text.replace(/(?=\d{4}-\d{2}-\d{2}$)/, '\u200e') : text,
  }));
  return {
    text: lines.map(({ text }) => text).join('\n'),
    kind: null,
    kinds: Object.fromEntries(lines.map(({ kind, text }) => [text, kind])),
  };
};

/** A person as one line. */
export const personLine = (name: string, born: string): string =>
  name.trim() === '' || born === '' ? '' : `${name.trim()}, ${born}`;

export interface Sorted {
  readonly accepted: readonly TypedReading[];
  readonly refused: readonly TypedReading[];
}

export const sortReadings = (readings: readonly TypedReading[]): Sorted => ({
  accepted: readings.filter(({ problem }) => problem === null),
  refused: readings.filter(({ problem }) => problem !== null),
});

/** How many are sent for the accepted ones: a name is asked about by each two of its parts as well. */
export const keysIn = ({ accepted }: Sorted): number => accepted.reduce((sum, { keys }) => sum + keys, 0);

/** The accepted ones as they are sent: each with the kind that it was read as. */
export const askedOf = ({ accepted }: Sorted): readonly Typed[] =>
  accepted.flatMap(({ kind, text }) => (kind === null ? [] : [{ kind, text }]));
