/** The query of a TAXII request (TAXII 2.1 §3.4): read strictly, or told what is wrong with it. */
import { canonical } from '../../kernel/canonical.ts';
import { Fault } from '../../kernel/faults.ts';
import { taxiiLimits } from './limits.ts';
import { readPageToken } from './page-token.ts';
import { readMicros, sortableTime } from './timestamp.ts';

/** Which versions of an object: `match[version]`. */
export interface VersionMatch {
  readonly first: boolean;
  readonly last: boolean;
  readonly all: boolean;
  /** Exact versions, as `sortableTime` writes them. */
  readonly exact: readonly string[];
}

/** A query, read. */
export interface TaxiiQuery {
  /** Only what was added after this moment, in microseconds; null for all. */
  readonly addedAfter: number | null;
  readonly limit: number;
  /** Where this page begins: after this moment; null for the first. */
  readonly position: number | null;
  readonly ids: readonly string[] | null;
  readonly types: readonly string[] | null;
  readonly versions: VersionMatch;
  /** False where `match[spec_version]` leaves out 2.1, which is all that a collection here holds. */
  readonly speaksStix21: boolean;
  /** All that may not change from page to page, as canonical text. */
  readonly fixed: string;
}

/** Which matches a resource knows. */
export type Match = 'id' | 'type' | 'version' | 'spec_version';

const stixId = /^[a-z0-9-]{1,250}--[0-9a-fA-F-]{36}$/;
const stixType = /^[a-z0-9-]{1,250}$/;
const specVersion = /^\d\.\d$/;
const wholeNumber = /^\d{1,15}$/;

const wrong = (parameter: string, expected: string): Fault =>
  new Fault('taxii/query', { parameter: parameter.slice(0, 80), expected });

type Raw = Readonly<Record<string, unknown>>;

/** One value of a parameter; null where it is absent. Twice the same parameter has no meaning. */
const one = (raw: Raw, name: string): string | null => {
  const value = raw[name];
  if (value === undefined) return null;
  if (typeof value !== 'string') throw wrong(name, 'once, values separated by commas');
  if (value === '' || value.length > taxiiLimits.queryCharacters) throw wrong(name, 'a value');
  return value;
};

const listOf = (raw: Raw, match: Match, isValue: (value: string) => boolean, expected: string) => {
  const name = `match[${match}]`;
  const text = one(raw, name);
  if (text === null) return null;
  const values = [...new Set(text.split(',').map((value) => value.trim()))];
  if (values.length > taxiiLimits.matchValues) throw wrong(name, `at most ${taxiiLimits.matchValues} values`);
  if (!values.every(isValue)) throw wrong(name, expected);
  return values;
};

const words: readonly string[] = ['first', 'last', 'all'];

const versionsOf = (raw: Raw, unsaid: 'last' | 'all'): VersionMatch => {
  const isVersion = (value: string) => words.includes(value) || readMicros(value) !== null;
  const values = listOf(raw, 'version', isVersion, 'first, last, all or timestamps') ?? [unsaid];
  return {
    first: values.includes('first'),
    last: values.includes('last'),
    all: values.includes('all'),
    exact: values.filter((value) => !words.includes(value)).map(sortableTime),
  };
};

const limitOf = (raw: Raw): number => {
  const text = one(raw, 'limit');
  if (text === null) return taxiiLimits.page;
  if (!wholeNumber.test(text) || Number(text) === 0) throw wrong('limit', 'a whole number from 1');
  return Math.min(Number(text), taxiiLimits.pageAtMost);
};

const addedAfterOf = (raw: Raw): number | null => {
  const text = one(raw, 'added_after');
  if (text === null) return null;
  const micros = readMicros(text);
  if (micros === null) throw wrong('added_after', '2024-07-26T17:30:00.123456Z');
  return micros;
};

/** A match that would be passed over in silence would give more than was asked for. */
const refuseUnknown = (raw: Raw, known: readonly Match[]): void => {
  const names = known.map((match) => `match[${match}]`);
  for (const name of Object.keys(raw))
    if (name.startsWith('match') && !names.includes(name))
      throw wrong(name, names.length === 0 ? 'no match here' : names.join(', '));
};

/**
 * Reads a query or throws `taxii/query`, `taxii/next`. `resource` names what is asked, so that the `next` of
 * one is none of another; `unsaid` is what no `match[version]` means.
 */
export const readTaxiiQuery = (
  raw: Raw,
  needs: { readonly resource: string; readonly matches: readonly Match[]; readonly unsaid?: 'last' | 'all' },
): TaxiiQuery => {
  refuseUnknown(raw, needs.matches);
  const specs = listOf(raw, 'spec_version', (value) => specVersion.test(value), '2.1');
  const read = {
    addedAfter: addedAfterOf(raw),
    ids: listOf(raw, 'id', (value) => stixId.test(value), 'identifiers of STIX objects'),
    types: listOf(raw, 'type', (value) => stixType.test(value), 'types of STIX objects'),
    versions: versionsOf(raw, needs.unsaid ?? 'last'),
    speaksStix21: specs === null || specs.includes('2.1'),
  };
  const fixed = canonical({ resource: needs.resource, ...read });
  const token = one(raw, 'next');
  const position = token === null ? null : readPageToken(token, fixed);
  if (token !== null && position === null) throw new Fault('taxii/next');
  return { ...read, limit: limitOf(raw), position, fixed };
};
