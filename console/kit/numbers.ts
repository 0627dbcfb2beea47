/** Numbers in a text, as far as they are written in several groups. Pure. */
const grouped = /[+(]?\p{Nd}+\)?(?:[ ().,:/\-\u00a0\u202f]{1,2}\p{Nd}+\)?)+/gu;

export interface Run {
  /** Where it begins, in UTF-16 units. */
  readonly at: number;
  readonly run: string;
  readonly isNumber: boolean;
}

/** The text in runs, in their order: together they are the text. */
export const splitNumbers = (text: string): readonly Run[] => {
  const runs: Run[] = [];
  let at = 0;
  const add = (end: number, isNumber: boolean): void => {
    if (end > at) runs.push({ at, run: text.slice(at, end), isNumber });
    at = end;
  };
  for (const { 0: found, index } of text.matchAll(grouped)) {
    add(index, false);
    add(index + found.length, true);
  }
  add(text.length, false);
  return runs;
};
