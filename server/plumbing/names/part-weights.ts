/** How much it says that two parts of names are alike. */
import type { Script } from './letters.ts';
import type { Model } from './model.ts';
import { prefixes } from './parts.ts';
import { type Prepared, prepare, type Transducer, weigh } from './transducer.ts';

/** A written form, ready to be weighed against forms of either script. */
export interface PreparedForm {
  readonly script: Script;
  readonly text: string;
  /** As side of a pair of its own script. */
  readonly same: Prepared;
  /** As side of a pair across scripts. */
  readonly across: Prepared;
}

export const prepareForm = (model: Model, script: Script, text: string): PreparedForm => {
  const across = model['arabic-latin'];
  const same = script === 'arabic' ? model['arabic-arabic'] : model['latin-latin'];
  return {
    script,
    text,
    same: prepare(same.a, text),
    across: prepare(script === 'arabic' ? across.a : across.b, text),
  };
};

/** A transducer with its two sides in order. */
export interface Sides {
  readonly model: Transducer;
  readonly a: Prepared;
  readonly b: Prepared;
  /** Whether side a is the second form. */
  readonly turned: boolean;
}

/** Which transducer weighs two forms, and which of them is its side a: the order never changes the weight. */
export const sidesOf = (model: Model, one: PreparedForm, two: PreparedForm): Sides => {
  if (one.script !== two.script) {
    const turned = one.script === 'latin';
    const [a, b] = turned ? [two.across, one.across] : [one.across, two.across];
    return { model: model['arabic-latin'], a, b, turned };
  }
  const turned = one.text > two.text;
  const [a, b] = turned ? [two, one] : [one, two];
  const same = one.script === 'arabic' ? model['arabic-arabic'] : model['latin-latin'];
  return { model: same, a: a.same, b: b.same, turned };
};

/** Below this, how unlike two forms are does not matter. */
export const leastWeight = -9;

/** What forms of one script say at least that are written alike, and but for letters written twice. */
const writtenAlike = 5.5;
const writtenTwice = 4.5;

const plainOf = (text: string): string => text.replace(/(.)\1+/g, '$1');

/** What two forms of one script are worth at least for how they are written. */
export const leastAlike = (one: string, two: string): number => {
  if (one === two) return writtenAlike;
  return one.charAt(0) === two.charAt(0) && plainOf(one) === plainOf(two) ? writtenTwice : leastWeight;
};

/** Nats; the same form is worth what its letters say. Below `floor` the figure may be too low. */
export const weighForms = (
  model: Model,
  one: PreparedForm,
  two: PreparedForm,
  floor = leastWeight,
): number => {
  const sides = sidesOf(model, one, two);
  const least = one.script === two.script ? leastAlike(one.text, two.text) : leastWeight;
  return Math.max(least, weigh(sides.model, sides.a, sides.b, floor));
};

const costs: readonly (readonly [number, number])[] = [
  [prefixes.article, 0.4],
  [prefixes.son, 0.3],
  [prefixes.father, 2],
  [prefixes.mother, 8],
  [prefixes.servant, 3],
  [prefixes.respelled, 1.5],
];
/** Both names say whose son he is, and one has the father where the other has the son. */
const turnedSon = 1.5;

const isTurned = (one: number, two: number): boolean =>
  (one & prefixes.son) !== 0 && (two & prefixes.head) !== 0;

/** What it costs that only one of two parts has the article, «son of», «father of». */
export const prefixCost = (one: number, two: number): number => {
  const different = one ^ two;
  if (different === 0) return 0;
  const turned = isTurned(one, two) || isTurned(two, one) ? turnedSon : 0;
  return costs.reduce((sum, [bit, cost]) => sum + (different & bit ? cost : 0), turned);
};

/** Nats of evidence as they stand: a first letter is shared by one name in some ten. */
const initialAgrees = 1.5;
const initialDiffers = -6;

/** Whether a form may begin with this letter. */
const beginsWith = (model: Model, initial: PreparedForm, form: PreparedForm): boolean => {
  if (initial.script === form.script && initial.text.charAt(0) === form.text.charAt(0)) return true;
  for (let length = 1; length <= Math.min(3, form.text.length); length += 1) {
    const start = prepareForm(model, form.script, form.text.slice(0, length));
    if (weighForms(model, initial, start) > 0) return true;
  }
  return false;
};

/** A first letter agrees with a name that may begin with it, with or without what stands before it. */
export const weighInitial = (model: Model, initial: PreparedForm, forms: readonly PreparedForm[]): number =>
  forms.some((form, at) => form !== forms[at - 1] && beginsWith(model, initial, form))
    ? initialAgrees
    : initialDiffers;
