import serialise from 'canonicalize';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonical } from './canonical.ts';

test('what is plain is written as the library writes it, whatever its names and numbers', () => {
  const value = fc.jsonValue({ maxDepth: 5 });
  const named = fc.dictionary(fc.string({ unit: 'binary' }), value, { maxKeys: 8 });
  fc.assert(
    fc.property(fc.oneof(value, named), (one) => {
      expect(canonical(one)).toBe(serialise(one));
    }),
    { numRuns: 2_000 },
  );
});

test('names are in the order of their UTF-16 units, digits and a prototype among them', () => {
  const text = '{"b":1,"10":2,"9":3,"__proto__":{"a":-0},"\u{1F600}":[1e21,1E-7],"\uFB33":"\\u001f€"}';
  const value: unknown = JSON.parse(text);
  expect(canonical(value)).toBe(serialise(value));
  expect(canonical(value)).toBe(
    '{"10":2,"9":3,"__proto__":{"a":0},"b":1,"\u{1F600}":[1e+21,1e-7],"\uFB33":"\\u001f€"}',
  );
});

test('what is left out, turned into JSON, or nested beyond measure is written as the library does', () => {
  const deep = Array.from({ length: 400 }).reduce<unknown>((inner) => [inner], 1);
  const values = [{ a: undefined, b: [undefined] }, { at: new Date(0) }, { toJSON: 'a text' }, deep];
  for (const value of values) expect(canonical(value)).toBe(serialise(value));
});

test('what JSON cannot hold is refused', () => {
  const circle: unknown[] = [];
  circle.push(circle);
  for (const wrong of [undefined, Number.NaN, [Number.POSITIVE_INFINITY], { a: '\uD800' }, [1n], circle])
    expect(() => canonical(wrong)).toThrow();
});
