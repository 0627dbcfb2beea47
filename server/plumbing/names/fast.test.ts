/** What makes a search fast changes no weight. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aimForm } from './aimed-forms.ts';
import { createFormStore } from './form-store.ts';
import { alphabets, loadModel } from './index.ts';
import { prepareForm, weighForms } from './part-weights.ts';

const model = loadModel();
const wordOf = (script: 'arabic' | 'latin') =>
  fc
    .array(fc.constantFrom(...alphabets[script]), { minLength: 1, maxLength: 28 })
    .map((letters) => ({ script, text: letters.join('') }));
const named = fc.constantFrom(
  ...['mohamed', 'hammouchi', 'benkirane', 'abdelkrim'].map((text) => ({ script: 'latin' as const, text })),
  ...['محمد', 'حموشي', 'كيران', 'عبدالكريم'].map((text) => ({ script: 'arabic' as const, text })),
);
const form = fc.oneof(wordOf('arabic'), wordOf('latin'), named);

describe('a word aimed at many weighs as it does against one', () => {
  test('without a floor the weight is the same, in all pairs of scripts', () => {
    fc.assert(
      fc.property(form, fc.array(form, { minLength: 1, maxLength: 8 }), (one, many) => {
        const aimed = aimForm(
          model,
          { forms: many, store: createFormStore(model, many) },
          one.script,
          one.text,
        );
        for (const [number, two] of many.entries()) {
          const second = prepareForm(model, two.script, two.text);
          const plain = (floor: number): number =>
            weighForms(model, prepareForm(model, one.script, one.text), second, floor);
          expect(aimed.weigh(number, -1e8)).toBeCloseTo(plain(-1e8), 4);
          // What the plain way finds above a floor, the fast one finds as well.
          if (plain(-6) > -6) expect(aimed.weigh(number, -6)).toBeCloseTo(plain(-6), 4);
        }
      }),
      { numRuns: 400 },
    );
  });
});
