import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitNumbers } from './numbers.ts';

test.each([
  ['ورقم المنسق +212 6 61 23 45 67.', ['+212 6 61 23 45 67']],
  ['بعد:2026-07 قبل:2026-08-01', ['2026-07', '2026-08-01']],
  ['(06) 61-23 ثم ٠٦ ٦١ ٢٣', ['(06) 61-23', '٠٦ ٦١ ٢٣']],
  ['رحلة AT764، يوم 22 يوليوز', []],
])('%s holds %j', (text, wanted) => {
  const numbers = splitNumbers(text).filter(({ isNumber }) => isNumber);
  expect(numbers.map(({ run }) => run)).toEqual(wanted);
});

test('together the runs are the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'+() -./0١٢9ضa,') }), (text) => {
      expect(
        splitNumbers(text)
          .map(({ run }) => run)
          .join(''),
      ).toBe(text);
    }),
  );
});
