/** A page of what was found, each with the places in it that answer. */

import type { Unit } from '../../../plumbing/database/index.ts';
import { type Stems, stemsOf, type Word, wordsOf } from '../../../plumbing/search/index.ts';
import type { StoredItem, StoredObject } from '../item.ts';
import { findItems } from '../store.ts';
import { type Hit, type Piece, searchLimits } from './contract.ts';
import { createMatcher, type Mark, type Matcher } from './matching.ts';
import type { Query } from './query.ts';
import type { Ranked } from './ranking.ts';
import * as store from './search-store.ts';
import { piecesOf, snippetOf } from './snippet.ts';
import { stretchesOf } from './texts.ts';
import type { Near } from './tsquery.ts';

/** Parts of one item whose objects are read to show where the words stand. */
const partsShown = 2;

export interface Shown {
  readonly item: StoredItem;
  readonly title: Piece[];
  readonly hits: Hit[];
}

interface Text {
  readonly place: Hit['place'];
  readonly object: Hit['object'];
  readonly path: string | null;
  readonly text: string;
  readonly words: readonly Word[];
  /** Names before descriptions. */
  readonly worth: number;
}

const textsOf = (object: StoredObject): Text[] =>
  stretchesOf(object).map(({ path, text, weight }) => ({
    place: 'object',
    object: { id: object.id, type: object.type },
    path,
    text,
    words: wordsOf(text),
    worth: weight === 'B' && path !== 'id' ? 1 : 0,
  }));

const summaryOf = (item: StoredItem): Text => ({
  place: 'summary',
  object: null,
  path: null,
  text: item.summary,
  words: wordsOf(item.summary),
  worth: 1,
});

const termsIn = (marks: readonly Mark[]): number => new Set(marks.map(({ term }) => term)).size;

/** The places that answer most of the query, at most one of each object. */
const bestOf = (texts: readonly Text[], matcher: Matcher, stems: Stems): Hit[] => {
  const hits = texts
    .map((text) => ({ ...text, marks: matcher.marks(text.words, stems) }))
    .filter(({ marks }) => marks.length > 0)
    .sort((a, b) => termsIn(b.marks) - termsIn(a.marks) || b.worth - a.worth);
  const seen = new Set<string>();
  return hits
    .filter(({ object }) => {
      const id = object?.id ?? '';
      if (seen.has(id)) return false;
      seen.add(id);
      return true;
    })
    .slice(0, searchLimits.hits)
    .map(({ place, object, path, text, marks }) => ({ place, object, path, ...snippetOf(text, marks) }));
};

/**
 * Makes what shows a page of one query. A guest is shown of the item what his own service's copy surely
 * holds.
 */
export const createShowing = (given: {
  readonly query: Query;
  readonly stems: Stems;
  readonly near: Near;
  readonly isGuest: boolean;
}) => {
  const matcher = createMatcher(given.query.terms, given.stems, given.near);
  return async (unit: Unit, page: readonly Ranked[]): Promise<Shown[]> => {
    const items = await findItems(
      unit,
      page.map(({ item }) => item),
    );
    const parts = given.isGuest ? [] : page.flatMap((one) => one.parts.slice(0, partsShown));
    const objects = await store.readPartObjects(unit, parts);
    const pages = page.flatMap(({ item: id }) => {
      const item = items.get(id);
      if (item === undefined) return [];
      const own = objects.filter(({ item: of }) => of === id).flatMap(({ object }) => textsOf(object));
      return [{ item, title: wordsOf(item.title), texts: [summaryOf(item), ...own] }];
    });
    const words = new Set<string>();
    for (const { title, texts } of pages)
      for (const { text } of [...title, ...texts.flatMap((one) => one.words)])
        if (matcher.maybe(text)) words.add(text);
    const stems = await stemsOf(unit, [...words]);
    return pages.map(({ item, title, texts }) => ({
      item,
      title: piecesOf(item.title, matcher.marks(title, stems)),
      hits: bestOf(texts, matcher, stems),
    }));
  };
};
