/** Times on paper: as each language writes them, by the clock of the city that is named. */
import { expect, test } from 'vitest';
import { printedDates } from './dates.ts';

const morning = '2026-12-01T08:30:00.000Z';

test.each([
  ['ar', 'Africa/Casablanca', '1 دجنبر 2026، 09:30 (الدار البيضاء)'],
  ['fr', 'Europe/Paris', '1er décembre 2026, 09:30 (Paris)'],
  ['en', 'Etc/UTC', '1 December 2026, 08:30 (UTC)'],
  ['en', 'Asia/Ho_Chi_Minh', '1 December 2026, 15:30 (Ho Chi Minh)'],
] as const)('in %s, by the clock of %s', (language, zone, written) => {
  expect(printedDates(language, zone).inZone(morning)).toBe(written);
});

test('a span within one day says the day once, by the clock of the city and not by UTC', () => {
  const dates = printedDates('fr', 'Europe/Paris');
  expect(dates.span('2026-11-30T23:10:00.000Z', morning)).toBe('1er décembre 2026, 00:10 – 09:30');
  expect(dates.span('2026-11-30T22:10:00.000Z', morning)).toBe(
    '30 novembre 2026, 23:10 – 1er décembre 2026, 09:30',
  );
});

test('the night in which the clock is set back names the hour as it was', () => {
  const dates = printedDates('en', 'Europe/Paris');
  expect(dates.moment('2026-10-25T00:30:00.000Z')).toBe('25 October 2026, 02:30');
  expect(dates.moment('2026-10-25T01:30:00.000Z')).toBe('25 October 2026, 02:30');
});
