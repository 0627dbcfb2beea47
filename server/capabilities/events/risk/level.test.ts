/** The table of levels holds what is said of it, whatever the cell. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  greater,
  type Level,
  levelOf,
  levelOfRank,
  levels,
  matrix,
  rankOf,
  type Step,
  scale,
} from './level.ts';

const step = fc.constantFrom<Step>(...scale);
const level = fc.constantFrom<Level | null>(null, ...levels);

test('more likely or of more impact is never a lower level', () => {
  fc.assert(
    fc.property(step, step, step, step, (likelihood, impact, otherLikelihood, otherImpact) => {
      const steps = (one: Step, another: Step) => [one, another].sort();
      const [[rarer = 1, likelier = 5], [lesser = 1, graver = 5]] = [
        steps(likelihood, otherLikelihood),
        steps(impact, otherImpact),
      ];
      const [least, most] = [levelOf(rarer, lesser), levelOf(likelier, graver)];
      expect(rankOf(least)).toBeLessThanOrEqual(rankOf(most));
    }),
  );
});

test('a catastrophe is never low; what is almost certain and minor is no more than moderate', () => {
  for (const likelihood of scale) expect(levelOf(likelihood, 5)).not.toBe('low');
  expect(levelOf(5, 1)).toBe('moderate');
  expect([levelOf(1, 1), levelOf(5, 5)]).toEqual(['low', 'critical']);
});

test('no level leaps over another from one cell to the next, and each is used', () => {
  for (const [row, cells] of matrix.entries())
    for (const [column, cell] of cells.entries()) {
      const next = [cells[column + 1], matrix[row + 1]?.[column]].filter((one) => one !== undefined);
      for (const one of next) expect(rankOf(one) - rankOf(cell)).toBeLessThanOrEqual(1);
    }
  expect(new Set(matrix.flat())).toEqual(new Set(levels));
});

test('ranks and levels name each other, and the greater of two is one of them', () => {
  fc.assert(
    fc.property(level, level, (one, other) => {
      expect(levelOfRank(rankOf(one))).toBe(one);
      expect(rankOf(greater(one, other))).toBe(Math.max(rankOf(one), rankOf(other)));
    }),
  );
});
