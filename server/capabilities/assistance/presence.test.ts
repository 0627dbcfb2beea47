/** Who counts as there of what was accepted: as named, and of the rest as the line asks. */
import { expect, test } from 'vitest';
import { newId } from '../../kernel/ids.ts';
import { expectedOf, type LineTaken, thereOf, type UnitsAlike } from './presence.ts';

const [morocco, spain] = [newId('party'), newId('party')];
const [from, until] = ['2029-07-20T00:00:00.000Z', '2029-07-30T00:00:00.000Z'];
const requirement: LineTaken['asked']['requirement'] = {
  ...{ specialty: 'patrol', skills: ['night'], languages: ['fr'], powers: ['search', 'carry-arms'] },
};
const accepted = (changes: Partial<LineTaken['offered']> = {}): LineTaken => ({
  asked: {
    ...{ id: 'line', requirement, quantity: 9, from, to: until, places: [], arms: 'either', conditions: '' },
  },
  offered: {
    ...{ line: 'line', quantity: 6, from: null, to: null, languages: [], arms: null, conditions: '' },
    ...changes,
  },
  quantity: 6,
});
const unit = (changes: Partial<UnitsAlike> = {}): UnitsAlike => ({
  ...requirement,
  ...{ isOwn: false, party: morocco, line: 'line', from, until, hasPapers: true, quantity: 2 },
  ...changes,
});

test('of an accepted line those count as it asks who are not named yet', () => {
  const named = [
    unit(),
    unit({ hasPapers: false, quantity: 1 }),
    unit({ party: spain }),
    unit({ line: 'x' }),
  ];
  expect(expectedOf(accepted(), named, morocco)).toEqual({
    ...requirement,
    ...{ quantity: 3, from, until, isOwn: false },
  });
  expect(expectedOf(accepted(), [unit({ quantity: 8 })], morocco).quantity).toBe(0);
});

test('they speak what was offered, come when it was offered, and carry no arms where none come', () => {
  const later = '2029-07-22T00:00:00.000Z';
  expect(expectedOf(accepted({ languages: ['ar'], from: later }), [], morocco)).toMatchObject({
    ...{ languages: ['ar'], from: later, until, powers: ['search', 'carry-arms'] },
  });
  expect(expectedOf(accepted({ arms: 'none' }), [], morocco).powers).toEqual(['search']);
});

test('whose papers are wanting is not there', () => {
  expect(
    thereOf([unit(), unit({ hasPapers: false }), unit({ isOwn: true })]).map((one) => one.isOwn),
  ).toEqual([false, true]);
});
