/** A text cut to the place where something was found, as written, with what was found marked. Pure. */
import { type Hit, type Piece, searchLimits } from './contract.ts';
import type { Mark } from './matching.ts';

/** Text before the first mark that is shown with it. */
const before = 60;

/** Moves a cut to the nearest space within reach, and never into a letter of two units. */
const atSpace = (text: string, at: number, step: 1 | -1): number => {
  if (at <= 0 || at >= text.length) return Math.max(0, Math.min(at, text.length));
  for (let tried = 0; tried < 24; tried += 1) {
    const place = at + tried * step;
    if (/\s/.test(text[place] ?? ' ')) return Math.max(0, Math.min(place, text.length));
  }
  return /[\udc00-\udfff]/.test(text[at] ?? '') ? at + 1 : at;
};

/** Marks that overlap become one. */
const joined = (marks: readonly Mark[]): Mark[] => {
  const merged: Mark[] = [];
  for (const mark of marks) {
    const last = merged.at(-1);
    if (last !== undefined && mark.start < last.end)
      merged[merged.length - 1] = { ...last, end: Math.max(last.end, mark.end) };
    else merged.push(mark);
  }
  return merged;
};

/** The text between two places as pieces, marked and not. */
export const piecesOf = (text: string, marks: readonly Mark[], from = 0, to = text.length): Piece[] => {
  const pieces: Piece[] = [];
  let at = from;
  const add = (end: number, mark: boolean): void => {
    if (end > at) pieces.push({ text: text.slice(at, end), mark });
    at = Math.max(at, end);
  };
  for (const { start, end } of joined(marks)) {
    if (end <= from || start >= to) continue;
    add(Math.max(from, start), false);
    add(Math.min(to, end), true);
  }
  add(to, false);
  return pieces;
};

/** The text around its first mark; from its beginning where nothing is marked. */
export const snippetOf = (
  text: string,
  marks: readonly Mark[],
): Pick<Hit, 'pieces' | 'cutBefore' | 'cutAfter'> => {
  const first = marks[0]?.start ?? 0;
  const from = first <= before ? 0 : atSpace(text, first - before, 1);
  const most = from + searchLimits.snippet;
  const to =
    text.length <= most ? text.length : Math.max(atSpace(text, most, -1), Math.min(text.length, first + 1));
  return { pieces: piecesOf(text, marks, from, to), cutBefore: from > 0, cutAfter: to < text.length };
};
