/**
 * An item cut into the parts that the index holds: its title in each, so that a word of the title and one of
 * an object meet, its summary in the first, and its objects, as many as make a part of bounded size. Pure.
 */
import { type Forms, isEmptyWord, quoteLexeme, wordsOf } from '../../../plumbing/search/index.ts';
import type { StoredItem, StoredObject } from '../item.ts';
import { type Stretch, stretchesOf, type Weight } from './texts.ts';

export const documentLimits = {
  /** Objects in one part. */
  objects: 100,
  /** Words in one part; positions in a document end at 16,383. */
  words: 8_000,
  /** Distinct words of an item that are compared letter by letter; machine-made masses are found exactly. */
  comparedWords: 2_000,
  /** Letters of a word that is compared letter by letter. */
  comparedLetters: 24,
  /** Places of one word that a part remembers. */
  places: 12,
} as const;

/** Between two stretches: a phrase does not reach from one into the next. */
const gap = 4;

/** A word where it stands in a part. */
interface Place {
  readonly text: string;
  readonly position: number;
  readonly weight: Weight;
  /** An identifier: it has no other forms. */
  readonly isWhole: boolean;
}

/** One part of an item, before it is known how its words are stemmed. */
export interface Part {
  /** For people of partner services who are guests here: title and summary alone. */
  readonly forGuests: boolean;
  /** The objects in it, by their place in the item; `last` below `first` where there is none. */
  readonly first: number;
  readonly last: number;
  readonly places: readonly Place[];
  readonly types: ReadonlySet<string>;
}

/** A word that marks every first part of an item; no text has it. */
export const everyItem = '@@';
export const typeMark = (type: string): string => `@${type.slice(0, 100)}`;
interface Draft {
  first: number;
  last: number;
  position: number;
  readonly places: Place[];
  readonly types: Set<string>;
}

const addStretch = (draft: Draft, { text, weight }: Omit<Stretch, 'path'>, onFull: () => Draft): Draft => {
  let into = draft;
  for (const word of wordsOf(text)) {
    if (into.position >= documentLimits.words) into = onFull();
    into.position += 1;
    const { position } = into;
    if (!isEmptyWord(word.text)) into.places.push({ text: word.text, position, weight, isWhole: false });
    for (const whole of word.whole?.texts ?? [])
      into.places.push({ text: whole, position, weight, isWhole: true });
  }
  into.position += gap;
  return into;
};

/** Cuts an item into parts. */
export const partsOf = (
  item: Pick<StoredItem, 'title' | 'summary' | 'originator' | 'holder' | 'state'>,
  objects: readonly StoredObject[],
): readonly Part[] => {
  const parts: Part[] = [];
  const unending = (draft: Draft) => () => draft;
  const open = (first: number): Draft => {
    const draft: Draft = { first, last: first - 1, position: 0, places: [], types: new Set() };
    return addStretch(draft, { text: item.title, weight: 'A' }, unending(draft));
  };
  const close = (draft: Draft, forGuests = false): void => {
    const { first, last, places, types } = draft;
    parts.push({ forGuests, first, last, places, types });
  };
  // Of a recalled item guests find nothing: it was taken back from them too.
  if (item.originator === item.holder && item.state !== 'recalled') {
    const draft = open(0);
    close(addStretch(draft, { text: item.summary, weight: 'C' }, unending(draft)), true);
  }
  let draft = open(0);
  const reopen = (first: number) => (): Draft => {
    close(draft);
    draft = open(first);
    return draft;
  };
  draft = addStretch(draft, { text: item.summary, weight: 'C' }, reopen(0));
  for (const [ordinal, object] of objects.entries()) {
    if (ordinal - draft.first >= documentLimits.objects || draft.position >= documentLimits.words)
      reopen(ordinal)();
    draft.last = ordinal;
    draft.types.add(object.type);
    for (const stretch of stretchesOf(object))
      draft = addStretch(draft, stretch, () => {
        const next = reopen(ordinal)();
        next.last = ordinal;
        next.types.add(object.type);
        return next;
      });
  }
  close(draft);
  return parts;
};

/** The distinct words of parts that have other forms; identifiers have none. */
export const distinctWords = (parts: readonly Part[]): readonly string[] => {
  const words = new Set<string>();
  for (const { places } of parts) for (const { text, isWhole } of places) if (!isWhole) words.add(text);
  return [...words];
};

/** A word of letters, or a plate; addresses and plain numbers are found exactly. */
const isCompared = (word: string): boolean =>
  word.length >= 3 &&
  word.length <= documentLimits.comparedLetters &&
  /^(?=.*\p{L})[\p{L}\p{N}]+$/u.test(word);

/** The words of parts that may be compared letter by letter with a misspelt one. */
export const comparedWords = (parts: readonly Part[]): readonly string[] => {
  const words = new Set<string>();
  for (const { places } of parts)
    for (const { text } of places) {
      if (words.size >= documentLimits.comparedWords) return [...words];
      if (!words.has(text) && isCompared(text)) words.add(text);
    }
  return [...words];
};

/** The part as PostgreSQL's tsvector. */
export const documentOf = (part: Part, formsOfWord: (word: string) => Forms, isFirst: boolean): string => {
  const lexemes = new Map<string, string[]>();
  const add = (text: string, position: number, weight: Weight): void => {
    const places = lexemes.get(text);
    if (places === undefined) lexemes.set(text, [`${position}${weight}`]);
    else if (places.length < documentLimits.places) places.push(`${position}${weight}`);
  };
  for (const { text, position, weight, isWhole } of part.places) {
    if (isWhole) {
      add(text, position, weight);
      continue;
    }
    const { exact, loose } = formsOfWord(text);
    for (const form of exact) add(form, position, weight);
    for (const form of loose) add(form, position, 'D');
  }
  const written = [...lexemes].map(([text, places]) => `${quoteLexeme(text)}:${places.join(',')}`);
  const marks = [...part.types].map((type) => quoteLexeme(typeMark(type)));
  return [...written, ...marks, ...(isFirst ? [quoteLexeme(everyItem)] : [])].join(' ');
};
