/** A form of the query as a search weighs it: made ready once, then held against many of the list. */
import { type Aimed, aim, weighAimed } from './aimed.ts';
import type { FormStore, Words } from './form-store.ts';
import type { Script } from './letters.ts';
import type { Model } from './model.ts';
import { leastAlike, leastWeight, type PreparedForm, prepareForm } from './part-weights.ts';
import type { Form } from './sound-index.ts';
import type { Prepared, Transducer } from './transducer.ts';

/** A form of the query, aimed at the forms of a list. */
export interface AimedForm {
  readonly form: PreparedForm;
  /** Weighs the form of the list with this number as `weighForms` does. */
  weigh(number: number, floor?: number): number;
}

/** One word of the query as either side of a transducer, each made ready when it is first needed. */
const aimAt = (model: Transducer, word: Prepared, words: Words) => {
  let sideA: Aimed | undefined;
  let sideB: Aimed | undefined;
  return (number: number, onSideA: boolean, floor: number): number => {
    if (onSideA) sideA ??= aim(model, word, true);
    else sideB ??= aim(model, word, false);
    const aimed = onSideA ? sideA : sideB;
    return aimed ? weighAimed(aimed, words, number, floor) : leastWeight;
  };
};

/** Aims a form of the query at all forms of a list; the order of two forms never changes their weight. */
export const aimForm = (
  model: Model,
  list: { readonly forms: readonly Form[]; readonly store: FormStore },
  script: Script,
  text: string,
): AimedForm => {
  const form = prepareForm(model, script, text);
  const isArabic = script === 'arabic' ? 1 : 0;
  const across = aimAt(model['arabic-latin'], form.across, list.store.across);
  const pair = isArabic ? model['arabic-arabic'] : model['latin-latin'];
  const same = aimAt(pair, form.same, list.store.same);
  const weigh = (number: number, floor: number): number => {
    if (list.store.isArabic[number] !== isArabic) return across(number, isArabic === 1, floor);
    const other = list.forms[number]?.text ?? '';
    return Math.max(leastAlike(text, other), same(number, text <= other, floor));
  };
  // The same form is met again in other parts, with what stands before them.
  const known = new Map<number, number>();
  const failed = new Map<number, number>();
  return {
    form,
    weigh: (number, floor = leastWeight) => {
      const met = known.get(number);
      if (met !== undefined) return met;
      if (floor >= (failed.get(number) ?? Number.POSITIVE_INFINITY)) return leastWeight;
      const weight = Math.max(leastWeight, weigh(number, floor));
      if (weight >= floor) known.set(number, weight);
      else failed.set(number, floor);
      return weight;
    },
  };
};
