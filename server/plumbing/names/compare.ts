/** Two names side by side: how likely they are one person's, and by which spellings. */
import { type Assignment, assign } from './assignment.ts';
import type { Model } from './model.ts';
import {
  type PreparedForm,
  prefixCost,
  prepareForm,
  sidesOf,
  weighForms,
  weighInitial,
} from './part-weights.ts';
import { type Part, partsOf, prefixes } from './parts.ts';
import { asRead, rulesOf, type Spelling, type SpellingRule } from './spelling-rules.ts';
import { align } from './transducer.ts';
import { createProbability, leftoverCost, meaningWorth, plainEvidenceOf } from './verdict.ts';
import { vowelCost } from './vowels.ts';

/** A part of each name that are taken for one; or one that has no fellow, the other null. */
export interface Fellow {
  readonly one: string | null;
  readonly two: string | null;
  readonly kind: 'spelled' | 'meant' | 'initial' | 'left-over';
  /** Letter by letter, without what a rule on particles names; empty where nothing was aligned. */
  readonly spellings: readonly Spelling[];
  /** The rules by which the one spelling became the other; empty where both are written alike. */
  readonly rules: readonly SpellingRule[];
}

/** Two names side by side, with the reasons. */
export interface Comparison {
  /** Nats for one name, against two. */
  readonly weight: number;
  /** Of all pairs with this figure, that share is one name. */
  readonly probability: number;
  readonly fellows: readonly Fellow[];
  /** Whether the parts stand in another order. */
  readonly turned: boolean;
}

interface Ready {
  readonly part: Part;
  readonly full: PreparedForm;
  readonly bare: PreparedForm;
}

/** Without a list, a name is one of so many, and a part is as rare as most are. */
const usualSize = 30_000;

const readyParts = (model: Model, name: string): readonly Ready[] =>
  partsOf(name).map((part) => ({
    part,
    full: prepareForm(model, part.script, part.full),
    bare: prepareForm(model, part.script, part.bare),
  }));

/** The forms by which two parts are most alike: as written, or without what stands before them. */
const bestForms = (model: Model, one: Ready, two: Ready) => {
  const whole = { weight: weighForms(model, one.full, two.full), one: one.full, two: two.full };
  const cost = prefixCost(one.part.prefix, two.part.prefix);
  const bare = { weight: weighForms(model, one.bare, two.bare) - cost, one: one.bare, two: two.bare };
  return bare.weight > whole.weight ? bare : whole;
};

const worthOf = (model: Model, one: Ready, two: Ready): number => {
  const meant = meaningWorth(one.part.concept, two.part.concept);
  if (meant !== null) return meant;
  if (one.part.initial) return weighInitial(model, one.bare, [two.bare, two.full]);
  if (two.part.initial) return weighInitial(model, two.bare, [one.bare, one.full]);
  return plainEvidenceOf(bestForms(model, one, two).weight) - vowelCost(one.part, two.part);
};

const spellingsOf = (model: Model, one: PreparedForm, two: PreparedForm): readonly Spelling[] => {
  const { model: transducer, a, b, turned } = sidesOf(model, one, two);
  const [textA, textB] = turned ? [two.text, one.text] : [one.text, two.text];
  const steps = align(transducer, a, b).steps.map(({ i, j, i2, j2 }) => {
    const [x, y] = [textA.slice(i, i2), textB.slice(j, j2)];
    return turned ? { one: y, two: x } : { one: x, two: y };
  });
  return asRead(steps);
};

const particles: readonly (readonly [number, SpellingRule['kind']])[] = [
  [prefixes.article, 'article'],
  [prefixes.son, 'son-of'],
  [prefixes.father | prefixes.mother, 'father-of'],
  [prefixes.servant, 'servant-of'],
];

/** What stands before the bare part, as it is written; a dot for nothing. */
const cutOf = ({ full, bare }: Part): string =>
  full !== bare && full.endsWith(bare) ? full.slice(0, full.length - bare.length) : '·';

/** What stands before the parts, «ال/el»: named where their bare forms are set side by side. */
const particleRules = (one: Part, two: Part): readonly SpellingRule[] =>
  particles
    .filter(([bits]) => ((one.prefix | two.prefix) & bits) !== 0)
    .slice(0, 1)
    .map(([, kind]) => ({ kind, letters: `${cutOf(one)}/${cutOf(two)}` }));

/** The bare forms are shown where they are nearly as much alike: what stands before is a rule of its own. */
const bareShown = 4;

const shownForms = (model: Model, one: Ready, two: Ready) => {
  const bare = weighForms(model, one.bare, two.bare);
  const isBare = bare + bareShown >= weighForms(model, one.full, two.full);
  return isBare
    ? { one: one.bare, two: two.bare, rules: particleRules(one.part, two.part) }
    : { one: one.full, two: two.full, rules: [] };
};

const fellowOf = (model: Model, one: Ready, two: Ready): Fellow => {
  const names = { one: one.part.full, two: two.part.full };
  const pair = `${names.one}/${names.two}`;
  if (meaningWorth(one.part.concept, two.part.concept) !== null)
    return { ...names, kind: 'meant', spellings: [], rules: [{ kind: 'same-meaning', letters: pair }] };
  if (one.part.initial || two.part.initial)
    return { ...names, kind: 'initial', spellings: [], rules: [{ kind: 'first-letter', letters: pair }] };
  const forms = shownForms(model, one, two);
  const spellings = spellingsOf(model, forms.one, forms.two);
  return { ...names, kind: 'spelled', spellings, rules: [...forms.rules, ...rulesOf(spellings)] };
};

const leftOver = (one: string | null, two: string | null): Fellow => ({
  ...{ one, two, kind: 'left-over', spellings: [], rules: [] },
});

const fellowsOf = (
  model: Model,
  ones: readonly Ready[],
  twos: readonly Ready[],
  { columnOf }: Assignment,
): readonly Fellow[] => {
  const joined = ones.map((one, row): Fellow => {
    const two = twos[columnOf[row] ?? -1];
    return two ? fellowOf(model, one, two) : leftOver(one.part.full, null);
  });
  const left = twos
    .filter((_, column) => !columnOf.includes(column))
    .map((two) => leftOver(null, two.part.full));
  return [...joined, ...left];
};

/** Compares any two texts as names. The order of the two does not change weight and probability. */
export const compareNames = (model: Model, one: string, two: string): Comparison => {
  const ones = readyParts(model, one);
  const twos = readyParts(model, two);
  if (ones.length === 0 || twos.length === 0)
    return { weight: 0, probability: 0, fellows: [], turned: false };
  const join = (rows: readonly Ready[], columns: readonly Ready[]): Assignment => {
    const worth = (row: number, column: number): number => {
      const [x, y] = [rows[row], columns[column]];
      return x && y ? worthOf(model, x, y) : 0;
    };
    return assign({
      rows: rows.length,
      columns: columns.length,
      worth,
      rowCost: (row) => leftoverCost(rows[row]?.part),
      columnCost: (column) => leftoverCost(columns[column]?.part),
    });
  };
  const onward = join(ones, twos);
  // The price of another order is counted along the rows: both ways are tried, and the kinder one taken.
  const weight = Math.max(onward.total, join(twos, ones).total);
  const probability = createProbability(usualSize)(weight);
  const columns = onward.columnOf.filter((column) => column >= 0);
  const turned = columns.some((column, at) => column < (columns[at - 1] ?? -1));
  return { weight, probability, fellows: fellowsOf(model, ones, twos, onward), turned };
};
