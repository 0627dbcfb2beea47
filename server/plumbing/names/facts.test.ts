/** What is known beside the name, as a table. */
import { expect, test } from 'vitest';
import { type Facts, isBirthDate, noFacts, weighFacts, withFacts } from './facts.ts';

const isSamePlace = (one: string, two: string): boolean => one === two;
const facts = (some: Partial<Facts>): Facts => ({ ...noFacts, ...some });

test.each<[string, Partial<Facts>, Partial<Facts>, string | null, 'up' | 'down' | 'level']>([
  ['the same day', { born: '1980-05-12' }, { born: '1980-05-12' }, 'same', 'up'],
  ['a month within a day', { born: '1980-05' }, { born: '1980-05-12' }, 'same', 'up'],
  ['a year within a day', { born: '1980' }, { born: '1980-05-12' }, 'same', 'up'],
  ['day and month turned', { born: '1980-05-12' }, { born: '1980-12-05' }, 'near', 'up'],
  ['1 January for an unknown day', { born: '1980-01-01' }, { born: '1980-12-05' }, 'near', 'up'],
  ['the year beside, the same day', { born: '1980-05-12' }, { born: '1981-05-12' }, 'near', 'up'],
  ['another day', { born: '1980-05-12' }, { born: '1980-07-30' }, 'contradicts', 'down'],
  ['another year', { born: '1980' }, { born: '1971' }, 'contradicts', 'down'],
  ['a date of one only', { born: '1980' }, {}, null, 'level'],
  ['the same place', { birthPlace: 'Oujda' }, { birthPlace: 'Oujda' }, 'same', 'up'],
  ['another place', { birthPlace: 'Oujda' }, { birthPlace: 'Fès' }, 'contradicts', 'down'],
  ['the same nationality', { nationality: 'ma' }, { nationality: 'MA' }, 'same', 'up'],
  ['another nationality', { nationality: 'MA' }, { nationality: 'ES' }, 'contradicts', 'down'],
  ['the same number', { documents: ['passport:AB 12'] }, { documents: ['AB12'] }, 'same', 'up'],
  [
    'another passport',
    { documents: ['passport:AB12'] },
    { documents: ['passport:X9'] },
    'contradicts',
    'down',
  ],
  ['papers of two kinds', { documents: ['card:AB12'] }, { documents: ['passport:X9'] }, null, 'level'],
])('%s', (_title, one, two, outcome, direction) => {
  const reasons = weighFacts(facts(one), facts(two), isSamePlace);
  expect(reasons[0]?.outcome ?? null).toBe(outcome);
  const changed = withFacts(0.6, reasons);
  if (direction === 'level') expect(changed).toBe(0.6);
  else expect(changed > 0.6).toBe(direction === 'up');
});

test('the best name with another date of birth is more likely another person', () => {
  const reasons = weighFacts(facts({ born: '1980-05-12' }), facts({ born: '1971-02-03' }), isSamePlace);
  expect(withFacts(1, reasons)).toBeLessThan(0.5);
});

test.each(['1980-13-01', '1980-00', '80', '12/05/1980', ''])('%s is no date', (text) => {
  expect(isBirthDate(text)).toBe(false);
});
