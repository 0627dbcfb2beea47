/** Which places of a found item are shown. Pure. */
import type { Hit, Piece } from '../../../server/capabilities/exchange/search/contract.ts';

const textOf = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('');

/** The places whose text is neither the title nor that of a place before: a note often repeats its item. */
export const withoutRepeats = (title: readonly Piece[], hits: readonly Hit[]): readonly Hit[] => {
  const told = new Set([textOf(title)]);
  return hits.filter(({ pieces }) => {
    const text = textOf(pieces);
    const isNew = !told.has(text);
    told.add(text);
    return isNew;
  });
};
