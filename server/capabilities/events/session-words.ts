/** The words by which a session is found: its own, and what a question asks for. Pure. */
import {
  createForms,
  formsOf,
  isEmptyWord,
  quoteLexeme,
  type Stems,
  type Word,
  wordsOf,
} from '../../plumbing/search/index.ts';
import type { SessionDraft } from './session-contract.ts';

/** Words of a question that are looked for; more would be a text. */
const mostWords = 12;
/** A word from so many letters on is also found by its beginning: most sessions begin with one letter. */
const leastBeginning = 2;

type Worded = Pick<SessionDraft, 'code' | 'title' | 'discipline' | 'phase' | 'nations' | 'units'>;

const textOf = ({ code, title, discipline, phase, nations, units }: Worded): string =>
  [
    ...[code, title, discipline ?? '', phase ?? '', ...nations],
    ...units.flatMap((unit) => [unit.code, unit.title]),
  ].join('\n');

const isSaid = ({ text }: Word): boolean => !isEmptyWord(text);

/** The words of sessions whose stems are needed. */
export const sessionStemWords = (sessions: readonly Worded[]): readonly string[] => [
  ...new Set(sessions.flatMap((session) => wordsOf(textOf(session)).map(({ text }) => text))),
];

/** Writes sessions as PostgreSQL's tsvector, without places: nobody asks which word stands beside which. */
export const sessionDocuments = (stems: Stems): ((session: Worded) => string) => {
  const forms = createForms(stems);
  return (session) => {
    const words = wordsOf(textOf(session)).filter((word) => isSaid(word) || word.whole !== undefined);
    const lexemes = words.flatMap(({ text, whole }) => {
      const { exact, loose } = forms(text);
      return [...exact, ...loose, ...(whole?.texts ?? [])];
    });
    return [...new Set(lexemes)].map(quoteLexeme).join(' ');
  };
};

/** The words of a question. */
export const wordsOfQuestion = (question: string): readonly string[] =>
  [...new Set(wordsOf(question).filter(isSaid))].map(({ text }) => text).slice(0, mostWords);

/** The question as PostgreSQL's tsquery: each word, in any of its forms, or as the beginning of one. */
export const writeQuestion = (words: readonly string[], stems: Stems): string =>
  words
    .map((word) => {
      const { exact, loose } = formsOf(word, stems);
      // Its beginning is the word itself too: each alternative is gathered for itself.
      const others = [...exact, ...loose].filter((form) => form !== word).map(quoteLexeme);
      const itself = word.length < leastBeginning ? quoteLexeme(word) : `${quoteLexeme(word)}:*`;
      return `(${[itself, ...others].join(' | ')})`;
    })
    .join(' & ');
