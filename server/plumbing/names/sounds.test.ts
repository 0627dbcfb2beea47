import { expect, test } from 'vitest';
import { featuresOf } from './sounds.ts';

const shared = (arabic: string, latin: string): number => {
  const features = new Set(featuresOf('arabic', arabic));
  return featuresOf('latin', latin).filter((one) => features.has(one)).length;
};

test.each([
  ['عروة', 'urwah', 'urwa'],
  ['عطوة', 'atwah', 'atwa'],
  ['مروة', 'marwah', 'marwa'],
  ['فاطمة', 'fatemeh', 'fateme'],
  ['غاتشل', 'gatshel', 'gatchel'],
  ['بتسكي', 'petosky', 'petoki'],
  ['واتس', 'watts', 'wats'],
])('%s sounds as much like %s as like %s', (arabic, full, short) => {
  expect(shared(arabic, full)).toBeGreaterThanOrEqual(shared(arabic, short));
});
