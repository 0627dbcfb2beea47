/**
 * A query as a person writes it: words, "phrases", -exclusions, name:value. Every text is one: what is not
 * understood is looked for as words. Pure.
 */

import { type Field, fields, type Tlp, tlps } from '../../../kernel/marking.ts';
import { type Day, dayMs, dayOf, isDay, later } from '../../../kernel/time.ts';
import { fold, isEmptyWord, servantName, type Word, wordsOf } from '../../../plumbing/search/index.ts';
import { type ItemState, itemStates } from '../contract.ts';
import {
  type FilterKind,
  fieldNames,
  filterKinds,
  filterNames,
  stateNames,
  tlpNames,
  typeNames,
} from './filter-names.ts';

export const queryLimits = { letters: 500, terms: 16, words: 40 } as const;

/** One thing looked for. `words` hold common ones too: a phrase counts them. */
export interface Term {
  readonly kind: 'words' | 'phrase' | 'prefix';
  readonly words: readonly Word[];
  readonly inTitle: boolean;
}

/** What the items must be; several values of one filter are alternatives. */
export interface Filters {
  readonly types: readonly string[];
  readonly from: readonly string[];
  readonly fields: readonly Field[];
  readonly tlps: readonly Tlp[];
  readonly states: readonly ItemState[];
  readonly after: Day | null;
  /** The first day that is too late. */
  readonly before: Day | null;
}

export interface Query {
  readonly terms: readonly Term[];
  readonly excluded: readonly Term[];
  readonly filters: Filters;
  readonly excludedFilters: Pick<Filters, 'types' | 'from' | 'fields' | 'tlps' | 'states'>;
  /** Filters whose value means nothing, as they were written. */
  readonly notUnderstood: readonly string[];
}

const kindByName = new Map<string, FilterKind>(
  filterKinds.flatMap((kind) => {
    const { ar, fr, en, also } = filterNames[kind];
    return [ar, fr, en, ...also].map((name) => [fold(name), kind] as const);
  }),
);

const plainName = (text: string): string => fold(text.trim()).replace(/[\s_-]+/g, '_');

const valuesByName = <Value extends string>(
  values: readonly Value[],
  names: Readonly<Record<Value, readonly string[]>>,
): ReadonlyMap<string, Value> =>
  new Map(
    values.flatMap((value) => [value, ...names[value]].map((name) => [plainName(name), value] as const)),
  );

const fieldByName = valuesByName(fields, fieldNames);
const tlpByName = valuesByName(tlps, tlpNames);
const stateByName = valuesByName(itemStates, stateNames);
const typeByName = valuesByName(Object.keys(typeNames), typeNames);

/** The type that a value names: by its word, else as STIX writes it. */
const readType = (value: string): string | null =>
  typeByName.get(plainName(value)) ??
  (/^[a-z][a-z0-9-]{2,249}$/.test(value.toLowerCase()) ? value.toLowerCase() : null);

interface Span {
  readonly from: Day;
  readonly beyond: Day;
}

const spanOf = (first: string, beyond: string): Span | null =>
  isDay(first) && isDay(beyond) && first > '1' ? { from: first, beyond } : null;

const pad = (number: number): string => String(number).padStart(2, '0');

/** A day, a month or a year: `2026-07-26`, `26/07/2026`, `2026-07`, `07/2026`, `2026`. */
export const readSpan = (value: string): Span | null => {
  const parts = fold(value)
    .split(/[-/.]/)
    .map((part) => (/^\d{1,4}$/.test(part) ? part : ''));
  if (parts.includes('') || parts.length > 3) return null;
  const [year = '', month, day] = parts[0]?.length === 4 ? parts : parts.reverse();
  if (year.length !== 4 || year > '9998' || year < '1000') return null;
  if (month === undefined) return spanOf(`${year}-01-01`, `${Number(year) + 1}-01-01`);
  if (Number(month) < 1 || Number(month) > 12) return null;
  const first = `${year}-${pad(Number(month))}-`;
  if (day === undefined) {
    const next = Number(month) === 12 ? `${Number(year) + 1}-01-01` : `${year}-${pad(Number(month) + 1)}-01`;
    return spanOf(`${first}01`, next);
  }
  const named = `${first}${pad(Number(day))}`;
  return isDay(named) ? spanOf(named, dayOf(later(`${named}T00:00:00.000Z`, dayMs))) : null;
};

type Mutable<Shape> = {
  -readonly [Key in keyof Shape]: Shape[Key] extends readonly (infer One)[] ? One[] : Shape[Key];
};
const noFilters = (): Mutable<Filters> => ({
  types: [],
  from: [],
  fields: [],
  tlps: [],
  states: [],
  after: null,
  before: null,
});

const push = <Value>(list: Value[], value: Value | null | undefined): boolean => {
  if (value === null || value === undefined) return false;
  list.push(value);
  return true;
};

/** Adds what `kind:value` asks to the filters; false when the value means nothing. */
const readFilter = (kind: Exclude<FilterKind, 'title'>, value: string, into: Mutable<Filters>): boolean => {
  switch (kind) {
    case 'type':
      return push(into.types, readType(value));
    case 'from':
      return push(into.from, value.trim() === '' ? null : value.trim());
    case 'field':
      return push(into.fields, fieldByName.get(plainName(value)));
    case 'tlp':
      return push(into.tlps, tlpByName.get(plainName(value.replace(/^tlp:/i, ''))));
    case 'state':
      return push(into.states, stateByName.get(plainName(value)));
    case 'after':
    case 'before': {
      const span = readSpan(value);
      if (span === null) return false;
      if (kind === 'after') into.after = span.from;
      else into.before = span.beyond;
      return true;
    }
  }
};

const termOf = (text: string, quoted: boolean, inTitle: boolean): Term | null => {
  const words = wordsOf(text).slice(0, queryLimits.words);
  if (words.every((word) => isEmptyWord(word.text) && word.whole === undefined)) return null;
  const isPrefix = !quoted && words.length === 1 && /\*$/.test(text);
  return { kind: quoted ? 'phrase' : isPrefix ? 'prefix' : 'words', words, inTitle };
};

const phone =
  /(?:\+|\(|(?<![\p{L}\p{Nd}])[0\u0660])[\p{Nd}][\p{Nd} ().\u00a0\u202f-]{6,22}\p{Nd}(?![\p{L}\p{N}:])/uy;
const piece = new RegExp(
  [
    /(?<not>[-−](?=[^\s-]))?/u,
    /(?:(?<name>[\p{L}\p{M}'’]{1,20})[:：](?=\S))?/u,
    /(?:["“„«](?<quoted>[^"”“»]*)["”“»]?|(?<plain>\S+))/u,
  ]
    .map(({ source }) => source)
    .join(''),
  'uy',
);

/** Reads a query; never fails. */
export const readQuery = (given: string): Query => {
  const text = given.slice(0, queryLimits.letters);
  const terms: Term[] = [];
  const excluded: Term[] = [];
  const filters = noFilters();
  const excludedFilters = noFilters();
  const notUnderstood: string[] = [];
  const add = (list: Term[], term: Term | null): void => {
    if (term !== null && list.length < queryLimits.terms) list.push(term);
  };
  const readPiece = (match: RegExpExecArray): void => {
    const { not, name, quoted, plain = '' } = match.groups ?? {};
    const kind = name === undefined ? undefined : kindByName.get(fold(name));
    const value = quoted ?? plain;
    const isQuoted = quoted !== undefined;
    const list = not === undefined ? terms : excluded;
    if (kind === undefined)
      add(list, termOf(name === undefined ? value : match[0].replace(/^[-−]/, ''), isQuoted, false));
    else if (kind === 'title') add(list, termOf(value, isQuoted, true));
    else if (not !== undefined && (kind === 'after' || kind === 'before')) notUnderstood.push(match[0]);
    else if (!readFilter(kind, value, not === undefined ? filters : excludedFilters))
      notUnderstood.push(match[0]);
  };
  /** Reads what is one thing though spaces stand in it, and says where it ends; null where there is none. */
  const readSpaced = (at: number): number | null => {
    if (at > 0 && !/\s/.test(text[at - 1] ?? '')) return null;
    for (const spaced of [phone, servantName]) {
      spaced.lastIndex = at;
      const found = spaced.exec(text);
      if (found === null) continue;
      add(terms, termOf(found[0], false, false));
      return spaced.lastIndex;
    }
    return null;
  };
  for (let at = 0; at < text.length; ) {
    const after = readSpaced(at);
    if (after !== null) {
      at = after;
      continue;
    }
    piece.lastIndex = at;
    const match = piece.exec(text);
    if (match === null || match[0] === '') at += 1;
    else {
      readPiece(match);
      at = piece.lastIndex;
    }
  }
  return { terms, excluded, filters, excludedFilters, notUnderstood };
};
