/**
 * A version held against an earlier one: paragraphs added, changed and removed, and the words that changed.
 * Pure. A paragraph is the same one where it comes from the same entry or its correction, was carried over
 * from one version to the next, or says the same.
 */
import { diffArrays } from 'diff';
import type { EntryId } from '../../../kernel/ids.ts';
import { tlpRank } from '../../../kernel/marking.ts';
import type { Comparison, Paragraph, SectionKey } from './contract.ts';
import { keyOf, type SitrepContent, type StoredSitrep } from './sitrep.ts';

type Compared = Comparison['sections'][number]['paragraphs'][number];
export type Piece = Compared['pieces'][number];

/** More changed words than this, and the paragraph counts as written anew. */
const changesAtMost = 1_000;

const wordsIn = ({ text, language }: Pick<Paragraph, 'text' | 'language'>): string[] =>
  [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text)].map(({ segment }) => segment);

/** The words of both, the removed ones where they stood. */
export const comparePieces = (
  before: Pick<Paragraph, 'text' | 'language'>,
  after: Pick<Paragraph, 'text' | 'language'>,
): Piece[] => {
  const parts = diffArrays(wordsIn(before), wordsIn(after), { maxEditLength: changesAtMost });
  if (parts === undefined)
    return [
      { text: before.text, change: 'removed' },
      { text: after.text, change: 'added' },
    ];
  return parts.map(({ value, added, removed }) => ({
    text: value.join(''),
    change: added ? 'added' : removed ? 'removed' : 'same',
  }));
};

const keysIn = ({ sources }: SitrepContent) => {
  const roots = new Map<string, EntryId>(
    sources.flatMap((source) => ('entry' in source ? [[source.entry, source.root]] : [])),
  );
  return ({ id, source }: Paragraph): string =>
    source === null ? id : `source ${roots.get(keyOf(source)) ?? keyOf(source)}`;
};

const paragraphsOf = ({ sections }: SitrepContent): readonly Paragraph[] =>
  sections.flatMap(({ paragraphs }) => paragraphs);

/** For each paragraph of the later one, the earlier one that it was. */
const match = (before: SitrepContent, after: SitrepContent): ReadonlyMap<Paragraph, Paragraph> => {
  const pairs = new Map<Paragraph, Paragraph>();
  const left = new Set(paragraphsOf(before));
  const pairBy = (keyBefore: (one: Paragraph) => string, keyAfter: (one: Paragraph) => string): void => {
    const known = new Map([...left].map((one) => [keyBefore(one), one]));
    for (const one of paragraphsOf(after)) {
      const was = pairs.has(one) ? undefined : known.get(keyAfter(one));
      if (was === undefined || !left.delete(was)) continue;
      pairs.set(one, was);
    }
  };
  pairBy(keysIn(before), keysIn(after));
  pairBy(
    ({ text }) => text,
    ({ text }) => text,
  );
  return pairs;
};

const compareOne = (after: Paragraph, before: Paragraph | undefined): Compared => {
  if (before === undefined) return { change: 'added', paragraph: after, pieces: [] };
  if (before.text === after.text) return { change: 'same', paragraph: after, pieces: [] };
  return { change: 'changed', paragraph: after, pieces: comparePieces(before, after) };
};

/** Holds `after` against `before`; what was removed stands where it stood. */
export const compare = (before: SitrepContent, after: SitrepContent): Comparison['sections'] => {
  const pairs = match(before, after);
  const now = new Map([...pairs].map(([one, was]) => [was, one]));
  const keys: readonly SectionKey[] = [
    ...new Set([...after.sections, ...before.sections].map(({ key }) => key)),
  ];
  return keys.map((key) => {
    const stands = after.sections.find((section) => section.key === key)?.paragraphs ?? [];
    const stood = before.sections.find((section) => section.key === key)?.paragraphs ?? [];
    const here = new Set<Paragraph>(stands);
    const removedAfter = new Map<Paragraph | null, Paragraph[]>([[null, []]]);
    let anchor: Paragraph | null = null;
    for (const was of stood) {
      const one = now.get(was);
      if (one === undefined) removedAfter.get(anchor)?.push(was);
      else if (here.has(one)) {
        anchor = one;
        removedAfter.set(one, removedAfter.get(one) ?? []);
      }
    }
    const gone = (at: Paragraph | null): Compared[] =>
      (removedAfter.get(at) ?? []).map((paragraph) => ({ change: 'removed', paragraph, pieces: [] }));
    return {
      key,
      paragraphs: [
        ...gone(null),
        ...stands.flatMap((one) => [compareOne(one, pairs.get(one)), ...gone(one)]),
      ],
    };
  });
};

/**
 * May the earlier one be shown beside the later? Only where all who get the later one were given the earlier,
 * and under no stricter label: what was removed would else come back by the side door.
 */
export const mayStandBeside = (
  before: Pick<StoredSitrep, 'marking'>,
  after: Pick<StoredSitrep, 'marking'>,
): boolean =>
  after.marking.releasableTo.every((party) => before.marking.releasableTo.includes(party)) &&
  tlpRank(before.marking.tlp) <= tlpRank(after.marking.tlp);
