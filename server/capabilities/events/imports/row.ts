/** One row on its way to a thing: its cells by field, what is wrong with it, what is worth knowing. Pure. */
import type { Language, Words } from '../../../kernel/faults.ts';
import { fold } from '../../../plumbing/search/index.ts';
import { eventsLimits, type Name } from '../contract.ts';
import type { ObjectKind } from '../place-contract.ts';
import { type ImportField, importLimits } from './contract.ts';
import type { Mapping } from './guess.ts';
import { type RowWord, rowWords } from './row-words.ts';
import type { SourceRow } from './source-rows.ts';

/** How rows are read: what is the same for all of them. */
export interface RowReading {
  readonly mapping: Mapping;
  readonly language: Language;
  readonly kind: ObjectKind;
  readonly timeZone: string;
}

/** What a row says of a thing; what it does not say is left out. */
export interface Drafted<Fields> {
  readonly row: number;
  readonly code: string;
  readonly label: string;
  readonly fields: Fields;
  readonly notes: readonly Words[];
  readonly refused: readonly Words[];
}

/** Reads the cells of one row, and gathers what is wrong with it. */
export const openRow = (source: SourceRow, { mapping, language }: RowReading) => {
  const notes = (source.notes ?? []).map(([word, detail]) => rowWords(word, detail));
  const refused: Words[] = source.flaw === undefined ? [] : [rowWords(...source.flaw)];
  const refuse = (word: RowWord, detail = ''): null => {
    refused.push(rowWords(word, detail));
    return null;
  };
  const note = (word: RowWord, detail = ''): void => {
    notes.push(rowWords(word, detail));
  };
  const all = (field: ImportField): readonly string[] =>
    [...mapping].flatMap(([column, held]) => {
      const cell = held === field ? (source.cells.get(column) ?? '') : '';
      return cell === '' || cell.length > importLimits.cell ? [] : [cell];
    });
  /** The first that holds anything. */
  const one = (field: ImportField): string | null => all(field)[0] ?? null;
  /** Read by what knows how; what cannot be read refuses the row. */
  const read = <Value>(
    field: ImportField,
    reader: (text: string) => Value | null,
    word: RowWord,
  ): Value | null => {
    const text = one(field);
    return text === null ? null : (reader(text) ?? refuse(word, text.slice(0, 60)));
  };
  const text = (field: ImportField, limit: number): string | null => {
    const joined = all(field).join(' · ');
    if (joined === '') return null;
    return joined.length <= limit ? joined : refuse('limit-cell', field);
  };
  const name = (): Name | null => {
    const plain = text('name', eventsLimits.name);
    const isArabic = plain !== null && /\p{Script=Arabic}/u.test(plain);
    const given = {
      ar: text('nameAr', eventsLimits.name) ?? (isArabic ? plain : null),
      fr: text('nameFr', eventsLimits.name) ?? (!isArabic && language === 'fr' ? plain : null),
      en: text('nameEn', eventsLimits.name) ?? (!isArabic && language === 'en' ? plain : null),
    };
    const { ar, fr, en } = given;
    // An Arabic reading of a Latin name leaves it where Latin letters belong.
    const rest =
      language === 'ar' && !isArabic && plain !== null && fr === null && en === null ? plain : null;
    const found = {
      ...(ar === null ? {} : { ar }),
      ...(fr === null ? {} : { fr }),
      ...((en ?? rest) === null ? {} : { en: en ?? rest ?? '' }),
    };
    return Object.keys(found).length === 0 ? null : found;
  };
  for (const [column, cell] of source.cells)
    if (mapping.has(column) && cell.length > importLimits.cell) refuse('limit-cell', column.slice(0, 60));
  return { all, one, read, text, name, note, refuse, notes, refused };
};
export type OpenRow = ReturnType<typeof openRow>;

/** A code made of words: `grand-stade-de-tanger`. */
export const slug = (words: string): string =>
  fold(words)
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, eventsLimits.code);

/** What a name is called in a list. */
export const labelOf = (name: Name | null): string => name?.en ?? name?.fr ?? name?.ar ?? '';

/** The code that the file gives; else one made of words, which is noted. */
export const codeOf = (row: OpenRow, words: string): string => {
  const given = row.all('code').join('-');
  if (given.length > eventsLimits.code) row.refuse('limit-cell', 'code');
  if (given !== '') return given.slice(0, eventsLimits.code);
  const made = slug(words);
  if (made !== '') row.note('code-made');
  return made;
};
