/** What is searched for in the log: words in any of their forms, «phrases», beginnings with `*`. Pure. */
import {
  createForms,
  type Forms,
  formsOf,
  isEmptyWord,
  quoteLexeme,
  type Stems,
  type Word,
  wordsOf,
} from '../../../plumbing/search/index.ts';
import type { EntryContent } from './entry.ts';

/** Words of a question that are looked for; more would be a text, not a question. */
const mostWords = 20;

type Term =
  | { readonly kind: 'word'; readonly words: readonly Word[] }
  | { readonly kind: 'phrase'; readonly words: readonly Word[] }
  | { readonly kind: 'prefix'; readonly words: readonly Word[] };

const piece = /"([^"]*)"|«([^»]*)»|“([^”]*)”|(\S+)/gu;

/** The terms of a question. */
export const readQuestion = (question: string): readonly Term[] => {
  const terms: Term[] = [];
  for (const match of question.matchAll(piece)) {
    const phrase = match[1] ?? match[2] ?? match[3];
    if (phrase !== undefined) terms.push({ kind: 'phrase', words: wordsOf(phrase) });
    else {
      const text = match[4] ?? '';
      const words = wordsOf(text);
      if (text.endsWith('*') && words.length === 1) terms.push({ kind: 'prefix', words });
      else terms.push({ kind: 'word', words });
    }
  }
  return terms.filter(({ words }) => words.some(({ text }) => !isEmptyWord(text))).slice(0, mostWords);
};

/** The words whose stems are needed. */
export const questionWords = (terms: readonly Term[]): readonly string[] =>
  terms.filter(({ kind }) => kind === 'word').flatMap(({ words }) => words.map(({ text }) => text));

const any = (alternatives: readonly string[]): string => `(${alternatives.join(' | ')})`;

const inRow = (words: readonly Word[], write: (word: string) => string): string => {
  let written = '';
  let step = 1;
  for (const { text } of words) {
    if (isEmptyWord(text)) {
      step += 1;
      continue;
    }
    written += written === '' ? write(text) : ` <${step}> ${write(text)}`;
    step = 1;
  }
  return `(${written})`;
};

const writeTerm = (term: Term, stems: Stems): string => {
  const exactly = (text: string): string => quoteLexeme(text);
  const loosely = (text: string): string => {
    const { exact, loose } = formsOf(text, stems);
    return any([...exact, ...loose].map(quoteLexeme));
  };
  const [first] = term.words;
  if (term.kind === 'phrase') return inRow(term.words, exactly);
  if (term.kind === 'prefix') return `${quoteLexeme(first?.text ?? '')}:*`;
  const whole = first?.whole?.texts ?? [];
  const row = inRow(term.words, term.words.length === 1 ? loosely : exactly);
  return whole.length === 0 ? row : any([...whole.map(quoteLexeme), row]);
};

/** The question as PostgreSQL's tsquery; null where it asks for nothing. */
export const writeQuestion = (terms: readonly Term[], stems: Stems): string | null =>
  terms.length === 0 ? null : terms.map((term) => writeTerm(term, stems)).join(' & ');

/** Between text, place, event and what pictures show: a phrase does not reach from one into the next. */
const gap = 4;
const placesOfAWord = 12;
const lastPosition = 16_000;

/** An entry's words: its text, place and event, and what its pictures show. */
type Worded = EntryContent & { readonly descriptions?: readonly string[] };

const stretches = ({ text, place, event, descriptions = [] }: Worded): readonly string[] =>
  [text, place ?? '', event ?? '', ...descriptions].filter((one) => one !== '');

/** The words of an entry whose stems are needed. */
export const entryWords = (content: Worded): readonly string[] => [
  ...new Set(stretches(content).flatMap((one) => wordsOf(one).map(({ text }) => text))),
];

/** The entry as PostgreSQL's tsvector. */
export const entryDocument = (content: Worded, stems: Stems): string => {
  const forms: (word: string) => Forms = createForms(stems);
  const lexemes = new Map<string, number[]>();
  const add = (text: string, position: number): void => {
    const places = lexemes.get(text) ?? [];
    if (places.length < placesOfAWord) places.push(Math.min(position, lastPosition));
    lexemes.set(text, places);
  };
  let position = 0;
  for (const stretch of stretches(content)) {
    for (const { text, whole } of wordsOf(stretch)) {
      position += 1;
      for (const one of whole?.texts ?? []) add(one, position);
      if (isEmptyWord(text)) continue;
      const { exact, loose } = forms(text);
      for (const form of [...exact, ...loose]) add(form, position);
    }
    position += gap;
  }
  return [...lexemes].map(([text, places]) => `${quoteLexeme(text)}:${places.join(',')}`).join(' ');
};
