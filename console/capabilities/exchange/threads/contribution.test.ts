import { expect, test } from 'vitest';
import { blankContribution, instantOf, isComplete, toContribution } from './contribution.ts';

test('a time is read by the clock of the chosen city, in summer and in winter', () => {
  expect(instantOf('2024-07-26T19:30', 'Europe/Paris')).toBe('2024-07-26T17:30:00.000Z');
  expect(instantOf('2024-12-26T19:30', 'Europe/Paris')).toBe('2024-12-26T18:30:00.000Z');
  expect(instantOf('2024-03-10T12:00', 'America/New_York')).toBe('2024-03-10T16:00:00.000Z');
});

test('a sighting needs a time, and a place a country', () => {
  const seen = { ...blankContribution('sighting'), firstSeen: '2024-07-26T19:30' };
  expect(isComplete(blankContribution('sighting'))).toBe(false);
  expect(isComplete(seen)).toBe(true);
  expect(isComplete({ ...seen, placeName: 'Port' })).toBe(false);
  expect(isComplete({ ...seen, placeName: 'Port', country: 'MA' })).toBe(true);
});

test('an internal note is no contribution', () => {
  const around = { title: 't', language: 'fr', recipients: [], timeZone: 'UTC' } as const;
  expect(toContribution({ ...blankContribution('own-note'), text: 'x' }, around)).toBeNull();
  expect(toContribution({ ...blankContribution('note'), text: ' x ' }, around)).toMatchObject({
    kind: 'note',
    text: 'x',
    target: null,
  });
});
