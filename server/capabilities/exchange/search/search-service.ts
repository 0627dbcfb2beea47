/** The verbs of search: to search, and to trace who has searched for a word. */

import { createHmac } from 'node:crypto';
import { sha256 } from '../../../kernel/canonical.ts';
import type { Actor } from '../../../kernel/decision.ts';
import { Fault, type Words } from '../../../kernel/faults.ts';
import { type PartyId, readId } from '../../../kernel/ids.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import { fold, stemsOf } from '../../../plumbing/search/index.ts';
import type { Work } from '../../../plumbing/verbs/index.ts';
import { noteShown } from '../consultation/consultation-service.ts';
import { mayConsult } from '../consultation/policy.ts';
import { mergesOf } from '../duplicates/merges-store.ts';
import { presentRow } from '../item-service.ts';
import type { ExchangeVerbs } from '../verbs.ts';
import { type SearchAnswer, type SearchFilter, searchLimits, type TraceAnswer } from './contract.ts';
import { maySearch, mayTraceSearch, seesOpenOnly } from './policy.ts';
import { type Query, readQuery } from './query.ts';
import { pageAfter, type Ranked, rankItems } from './ranking.ts';
import * as store from './search-store.ts';
import { createShowing } from './showing-service.ts';
import { suggest } from './suggesting-service.ts';
import { type Near, plainWords, replaceable, writeExcluded, writeQuery } from './tsquery.ts';

/** A service by its names, to be named in `from:`. */
export interface NamedService {
  readonly id: PartyId;
  readonly name: Words;
}

export interface SearchNeeds {
  readonly verbs: ExchangeVerbs;
  readonly self: PartyId;
  /** The services that this node knows; asked outside any transaction. */
  services(): Promise<readonly NamedService[]>;
}

const fingerprintLetters = 32;
const fingerprint = (key: string, word: string): string =>
  createHmac('sha256', key).update(word).digest('hex').slice(0, fingerprintLetters);

/** The words of a query as the journal fingerprints them. */
const tracedWords = (query: Query): readonly string[] => [
  ...new Set([...query.terms, ...query.excluded].flatMap((term) => term.words.map(({ text }) => text))),
];

const partiesNamed = (names: readonly string[], services: readonly NamedService[]): readonly PartyId[] =>
  services
    .filter(({ id, name }) =>
      names.some(
        (given) => given === id || Object.values(name).some((one) => fold(one).includes(fold(given))),
      ),
    )
    .map(({ id }) => id);

const conditionsOf = (
  actor: Actor,
  query: Query,
  services: readonly NamedService[],
): store.ItemConditions => ({
  query,
  openOnly: seesOpenOnly(actor),
  from: query.filters.from.length === 0 ? null : partiesNamed(query.filters.from, services),
  notFrom: partiesNamed(query.excludedFilters.from, services),
});

const understood = (query: Query, { from }: store.ItemConditions): SearchAnswer['filters'] => {
  const { types, fields, tlps, states, after, before } = query.filters;
  return {
    types: [...types],
    from: [...(from ?? [])],
    fields: [...fields],
    tlps: [...tlps],
    states: [...states],
    after,
    before,
  };
};

/** What may take the place of each word that may be replaced. */
const replacing = async (query: Query, look: (word: string) => Promise<readonly string[]>): Promise<Near> => {
  const words = new Set(query.terms.filter(({ kind }) => kind === 'words').flatMap(replaceable));
  const found = new Map<string, readonly string[]>();
  for (const word of words)
    if (word.length >= 3) {
      const others = await look(word);
      if (others.length > 0) found.set(word, others);
    }
  return found;
};

/** Both, for each word. */
const together = (one: Near, two: Near): Near =>
  new Map(
    [...one.keys(), ...two.keys()].map((word) => [
      word,
      [...new Set([...(one.get(word) ?? []), ...(two.get(word) ?? [])])],
    ]),
  );

const digestOf = (q: string, near: boolean): string =>
  sha256(`${near ? '~' : ''}${q}`)
    .toString('base64url')
    .slice(0, 12);

/**
 * Where a page ended: `12~2026-07-26T09:00:00.000Z~grouping--…~digest`; a cursor of another query is
 * refused.
 */
const readCursor = (text: string | undefined, digest: string) => {
  if (text === undefined) return null;
  const [step = '', at = '', id = '', of] = text.split('~');
  const item = readId('item', id);
  if (!/^\d{1,6}$/.test(step) || item === null || of !== digest || !/^\d{4}-[-\d]{5}T[\d:.]{8,15}Z$/.test(at))
    throw new Fault('input/invalid', { fields: ['cursor'] });
  return { step: Number(step), at, item };
};

interface Found {
  readonly ranked: readonly Ranked[];
  readonly more: boolean;
  /** What took the place of words, of either sort. */
  readonly near: Near;
  readonly isNear: boolean;
}

const nothing: Found = { ranked: [], more: false, near: new Map(), isNear: false };

/**
 * Looks for the query as it is written and for its words' spellings in the other script; where that finds
 * nothing, or `near` is asked, for similar words too.
 */
const find = async (
  unit: Unit,
  query: Query,
  conditions: store.ItemConditions,
  wantsNear: boolean,
): Promise<Found & { readonly stems: Awaited<ReturnType<typeof stemsOf>>; readonly spellings: Near }> => {
  const words = [...query.terms, ...query.excluded].flatMap(plainWords);
  const stems = await stemsOf(unit, words);
  const spellings = await replacing(query, (word) => store.visibleSpellings(unit, word));
  const attempt = async (near: Near, isNear: boolean): Promise<Found> => {
    const written = writeQuery(query, stems, near);
    if (written === null) return nothing;
    const all = await store.findCandidates(unit, written, conditions);
    const ranked = rankItems(all.slice(0, searchLimits.candidates));
    const excluded = writeExcluded(query, stems);
    const out =
      excluded === null || ranked.length === 0
        ? new Set()
        : await store.itemsThatAnswer(
            unit,
            excluded,
            ranked.map(({ item }) => item),
          );
    return {
      ranked: ranked.filter(({ item }) => !out.has(item)),
      more: all.length > searchLimits.candidates,
      near,
      isNear,
    };
  };
  const exact = wantsNear ? nothing : await attempt(spellings, false);
  if (exact.ranked.length > 0) return { ...exact, stems, spellings };
  const near = await replacing(query, (word) => store.visibleSimilar(unit, word));
  const wider = near.size > 0 || wantsNear ? await attempt(together(spellings, near), true) : exact;
  return { ...wider, stems, spellings };
};

/** Makes the verbs of search. Faults: those of the policy, `input/invalid` for a cursor of another query. */
export const createSearch = ({ verbs, self, services }: SearchNeeds) => {
  const run = async (
    work: Pick<Work, 'unit' | 'note'>,
    actor: Actor,
    filter: SearchFilter,
    known: readonly NamedService[],
  ): Promise<SearchAnswer> => {
    const { unit } = work;
    const query = readQuery(filter.q);
    const digest = digestOf(filter.q, filter.near ?? false);
    const after = readCursor(filter.cursor, digest);
    const conditions = conditionsOf(actor, query, known);
    const { ranked, more, near, isNear, stems, spellings } = await find(
      unit,
      query,
      conditions,
      filter.near ?? false,
    );
    const page = pageAfter(ranked, after, filter.limit ?? searchLimits.page);
    const show = createShowing({ query, stems, near, isGuest: actor.party !== self });
    const shown = await show(unit, page.items);
    const ids = shown.map(({ item }) => item.id);
    const merged = await mergesOf(unit, ids);
    await noteShown(work, actor, ids);
    // What is found is shown with its words, personal or not.
    if (ids.length > 0) work.note({ items: ids });
    const { last } = page;
    const asked = writeQuery(query, stems) !== null;
    return {
      found: shown.map(({ item, title, hits }) => ({
        item: { ...presentRow(item, self, actor.party), ...merged(item.id) },
        title,
        hits,
      })),
      next: last === null ? null : `${last.step}~${last.at}~${last.item}~${digest}`,
      total: ranked.length,
      more,
      near: isNear,
      spellings: [...spellings].map(([word, as]) => ({ word, as: [...as] })),
      suggestions: asked && ranked.length === 0 ? await suggest(unit, query, stems) : [],
      notUnderstood: [...query.notUnderstood],
      filters: understood(query, conditions),
      asked,
      personalDataLeftOut: mayConsult(actor, true).kind === 'refused',
      halfRead: await store.countHalfRead(unit),
    };
  };
  return {
    /** A consultation: that he searched is journalled, with fingerprints of the words, never the words. */
    search: async (actor: Actor, filter: SearchFilter): Promise<SearchAnswer> => {
      const query = readQuery(filter.q);
      const names = [...query.filters.from, ...query.excludedFilters.from];
      const known = names.length === 0 ? [] : await services();
      return verbs.run({ actor, verb: 'exchange.search', subject: null }, async (work) => {
        const { unit, permit, note } = work;
        permit(maySearch(actor));
        const answer = await run(work, actor, filter, known);
        const key = await unit.asHouse('search', store.readKey);
        note({
          found: answer.total,
          near: answer.near,
          words: tracedWords(query).map((word) => fingerprint(key, word)),
        });
        return answer;
      });
    },

    /** Under which fingerprints the journal keeps searches for these words. */
    trace: (actor: Actor, words: string): Promise<TraceAnswer> =>
      verbs.run({ actor, verb: 'exchange.trace-search', subject: null }, async ({ unit, permit, note }) => {
        permit(mayTraceSearch(actor, self));
        const key = await unit.asHouse('search', store.readKey);
        const traced = tracedWords(readQuery(words)).map((word) => ({
          word,
          fingerprint: fingerprint(key, word),
        }));
        note({ words: traced.map((one) => one.fingerprint) });
        return { words: traced };
      }),
  };
};

/** The verbs of search. */
export type SearchService = ReturnType<typeof createSearch>;
