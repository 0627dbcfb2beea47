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

/** What of an item its parts are made of. */
type Cut = Pick<StoredItem, 'title' | 'summary' | 'originator' | 'holder' | 'state'>;

const openPart = (title: string, first: number): Draft => {
  const draft: Draft = { first, last: first - 1, position: 0, places: [], types: new Set() };
  return addStretch(draft, { text: title, weight: 'A' }, () => draft);
};

const closePart = ({ first, last, places, types }: Draft, forGuests = false): Part => ({
  forGuests,
  first,
  last,
  places,
  types,
});

/** Fills one part after the other, each of them opened by the title. */
const createCutter = (title: string, from: number) => {
  const parts: Part[] = [];
  let draft = openPart(title, from);
  const reopen = (first: number): Draft => {
    parts.push(closePart(draft));
    draft = openPart(title, first);
    return draft;
  };
  const take = (ordinal: number, { type }: StoredObject): void => {
    draft.last = ordinal;
    draft.types.add(type);
  };
  return {
    addSummary: (text: string): void => {
      draft = addStretch(draft, { text, weight: 'C' }, () => reopen(from));
    },
    addObject: (ordinal: number, object: StoredObject): void => {
      if (ordinal - draft.first >= documentLimits.objects || draft.position >= documentLimits.words)
        reopen(ordinal);
      take(ordinal, object);
      for (const stretch of stretchesOf(object))
        draft = addStretch(draft, stretch, () => {
          const next = reopen(ordinal);
          take(ordinal, object);
          return next;
        });
    },
    close: (): readonly Part[] => [...parts, closePart(draft)],
  };
};

/** Title and summary, as guests are shown them; null where they find nothing. */
const partForGuests = ({ title, summary, originator, holder, state }: Cut): Part | null => {
  // What was recalled was taken back from them too.
  if (originator !== holder || state === 'recalled') return null;
  const draft = openPart(title, 0);
  return closePart(
    addStretch(draft, { text: summary, weight: 'C' }, () => draft),
    true,
  );
};

/** Cuts an item into parts: what guests find, its title and summary, and its first objects. */
export const partsOf = (item: Cut, objects: readonly StoredObject[]): readonly Part[] => {
  const forGuests = partForGuests(item);
  const cutter = createCutter(item.title, 0);
  cutter.addSummary(item.summary);
  for (const [ordinal, object] of objects.entries()) cutter.addObject(ordinal, object);
  return forGuests === null ? cutter.close() : [forGuests, ...cutter.close()];
};

/** Cuts objects further on in an item; the first of them has the ordinal `from`. */
export const laterPartsOf = (
  { title }: Pick<Cut, 'title'>,
  objects: readonly StoredObject[],
  from: number,
): readonly Part[] => {
  const cutter = createCutter(title, from);
  for (const [at, object] of objects.entries()) cutter.addObject(from + at, object);
  return cutter.close();
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

/**
 * The words of parts that may be compared letter by letter with a misspelt one, after those that the item
 * has already.
 */
export const comparedWords = (parts: readonly Part[], known: readonly string[] = []): readonly string[] => {
  const words = new Set<string>(known);
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
