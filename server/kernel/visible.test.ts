import { expect, test } from 'vitest';
import { hidesSomething, isUnconcealed, isVisible } from './visible.ts';

test.each([
  ['nothing', ''],
  ['spaces of all sorts', ' \t\u00A0\u2003\u3000'],
  ['direction marks and isolates', '\u200E\u200F\u061C\u202A\u202E\u2066\u2069'],
  ['zero-width characters', '\u200B\u200C\u200D\u2060\uFEFF'],
  ['fillers', '\u115F\u1160\u3164\uFFA0\u2800'],
  ['controls', '\u0001\u0085'],
  ['a mark upon nothing, and a variation of nothing', '\u0301\uFE0F\u034F'],
  ['tags', '\u{E0041}\u{E007F}'],
  ['a character of nobody', '\uE000\u{10FFFE}'],
])('%s shows nothing', (_, text) => {
  expect(isVisible(text)).toBe(false);
});

test.each([
  ['Arabic between marks', '\u200Fمخطط\u200E'],
  ['French', 'Été'],
  ['a digit', '7'],
  ['a question mark', '؟'],
  ['a sign', '→'],
  ['an officer', '👮'],
])('%s shows something', (_, text) => {
  expect(isVisible(text)).toBe(true);
});

test.each([
  ['an override', 'Ser\u202Eeciv', false],
  ['an isolate', '\u2066Service', false],
  ['a tag', 'Service\u{E0041}', false],
  ['a new line', 'Ser\nvice', false],
  ['a space of no width', 'Ser\u200Bvice', false],
  ['a soft hyphen', 'Ser\u00ADvice', false],
  ['Arabic between marks', '\u200Fمخطط\u200E', true],
  ['letters that are kept apart', 'می\u200Cخواهم', true],
])('%s in a name: %s', (_, text, isClear) => {
  expect(isUnconcealed(text)).toBe(isClear);
});

test.each(['\u200B', '\u00AD', '\u2060', '\uFEFF', '\u180E', '\u034F', '\u202E', '\u2066', '\u0007'])(
  '%j hides in a text',
  (sign) => {
    expect(hidesSomething(`Gate${sign} 4`)).toBe(true);
  },
);

test.each(['two\nlines', 'a\ttab', 'two\r\nlines', '\u200Fباب\u200E', 'می\u200Cخواهم', '👨\u200D👩', ''])(
  '%j hides nothing',
  (text) => {
    expect(hidesSomething(text)).toBe(false);
  },
);
