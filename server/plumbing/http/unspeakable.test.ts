import { expect, test } from 'vitest';
import { findUnspeakable } from './unspeakable.ts';

test('text with U+0000 or half a surrogate pair is found, wherever it stands', () => {
  expect(findUnspeakable({ title: 'a\0b' })).toBe('/title');
  expect(findUnspeakable({ marking: { legalBasis: '\ud800' } })).toBe('/marking/legalBasis');
  expect(findUnspeakable([{ 'a\0': 1 }])).toBe('/0');
});

test('ordinary text passes, in any script', () => {
  expect(findUnspeakable({ title: 'مخطط حفل الافتتاح', tags: ['é', '👮'], count: 1, none: null })).toBeNull();
});

test('nesting without end is refused and breaks nothing', () => {
  let deep: unknown = 'x';
  for (let level = 0; level < 50_000; level += 1) deep = [deep];
  expect(findUnspeakable(deep)).not.toBeNull();
});
