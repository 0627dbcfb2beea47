import { expect, test } from 'vitest';
import { isZone, momentOf, momentsAround, wallTimeOf } from './zone.ts';

test.each([
  ['winter', 'Europe/Paris', '2026-01-15', '22:00', '2026-01-15T21:00:00.000Z'],
  ['summer', 'Europe/Paris', '2026-07-15', '22:00', '2026-07-15T20:00:00.000Z'],
  ['an hour that is skipped in spring', 'Europe/Paris', '2026-03-29', '02:30', '2026-03-29T01:30:00.000Z'],
  ['an hour that comes twice', 'Europe/Paris', '2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
  ['the hour after it', 'Europe/Paris', '2026-10-25', '03:00', '2026-10-25T02:00:00.000Z'],
  ['Casablanca before Ramadan', 'Africa/Casablanca', '2026-02-10', '22:00', '2026-02-10T21:00:00.000Z'],
  ['Casablanca in Ramadan', 'Africa/Casablanca', '2026-03-01', '22:00', '2026-03-01T22:00:00.000Z'],
  ['Casablanca after Ramadan', 'Africa/Casablanca', '2026-03-25', '22:00', '2026-03-25T21:00:00.000Z'],
  ['half an hour off', 'Asia/Kolkata', '2026-03-01', '00:15', '2026-02-28T18:45:00.000Z'],
  ['the far east', 'Pacific/Kiritimati', '2026-03-01', '00:15', '2026-02-28T10:15:00.000Z'],
])('%s: %s %s %s', (_what, zone, day, time, moment) => {
  expect(momentOf(zone, { day, time })).toBe(moment);
});

test('every quarter of an hour of a year is found again, save those shown twice', () => {
  const shown = (zone: string, ms: number): string => {
    const { day, time } = wallTimeOf(zone, new Date(ms).toISOString());
    return `${day} ${time}`;
  };
  for (const zone of ['Europe/Paris', 'Africa/Casablanca', 'America/New_York', 'UTC']) {
    let differing = 0;
    let setBack = 0;
    for (let ms = Date.UTC(2026, 0, 1); ms < Date.UTC(2027, 0, 1); ms += 900_000) {
      const at = new Date(ms).toISOString();
      if (momentOf(zone, wallTimeOf(zone, at)) !== at) differing += 1;
      if (shown(zone, ms) < shown(zone, ms - 900_000)) setBack += 1;
    }
    // An hour that comes twice: its second showing is told by its first. How often a year that is, the zone
    // data says: Morocco went back to UTC for good in September 2026, which data of 2025 does not know.
    expect({ zone, differing }).toEqual({ zone, differing: setBack * 4 });
    expect({ zone, setBack: setBack > 0 }).toEqual({ zone, setBack: zone !== 'UTC' });
  }
});

test('a time of day stands yesterday, today and tomorrow by the clock of the zone', () => {
  // Past midnight in Paris, still the day before in UTC; the clock goes back that night.
  expect(momentsAround('Europe/Paris', '23:50', '2026-10-24T22:10:00.000Z')).toEqual([
    '2026-10-24T21:50:00.000Z',
    '2026-10-25T22:50:00.000Z',
    '2026-10-26T22:50:00.000Z',
  ]);
  expect(momentsAround('Europe/Paris', '24:50', '2026-10-24T22:10:00.000Z')).toEqual([]);
});

test.each(['2026-02-30', '26-02-01', ''])('%s is no day', (day) => {
  expect(momentOf('UTC', { day, time: '10:00' })).toBeNull();
});
test.each(['24:00', '9:00', '12:60', ''])('%s is no time', (time) => {
  expect(momentOf('UTC', { day: '2026-02-01', time })).toBeNull();
});

test('a zone that nobody knows is none', () => {
  expect(isZone('Africa/Casablanca')).toBe(true);
  expect(isZone('Mars/Olympus')).toBe(false);
});
