/**
 * What speaks against one name within one script although the consonants agree: a vowel that people write on
 * purpose. Across scripts vowels are often not written, and say nothing so. Pure.
 */
import type { Script } from './letters.ts';

/** Nats against: حسن beside حسين; Hassan beside Hussein; Samir beside Samira. Judged, not learned. */
const [longVowel, otherVowel, otherEnding] = [30, 12, 12];

/** Long u and i are written to be read: سعد is not سعيد. Alef is written now and then. */
const longVowels = (text: string): string => text.slice(1, -1).replace(/[^وي]/g, '');

/**
 * Whether the first vowel is open (a, e, i) or round (o, u): Hassan and Hussein. Null where it may be heard
 * as either, beside another or before h: Jawad and Jouad, Tawfik and Toufik, Zahra and Zohra.
 */
const isRound = (text: string): boolean | null => {
  const first = /[aeiouyw]+h?/.exec(text.slice(1))?.[0] ?? '';
  if (/^[ouw]+$/.test(first)) return true;
  return /^[aeiy]+$/.test(first) ? false : null;
};
const feminine = /ah?$/;

/** A word of a script, without what stands before it; null where it has none. */
interface Written {
  readonly script: Script | null;
  readonly bare: string;
}

/** Nats against these two forms of one script being one name. */
export const vowelCost = (one: Written, two: Written): number => {
  if (one.script !== two.script || one.bare === two.bare) return 0;
  if (one.script === 'arabic') return longVowels(one.bare) === longVowels(two.bare) ? 0 : longVowel;
  const round = [isRound(one.bare), isRound(two.bare)];
  const isOther = round[0] !== round[1] && !round.includes(null);
  const isEnded = feminine.test(one.bare) !== feminine.test(two.bare);
  return (isOther ? otherVowel : 0) + (isEnded ? otherEnding : 0);
};
