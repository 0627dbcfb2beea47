/** Shifts by the clock on the wall, over the nights on which it jumps; and where a shift stands. */
import { expect, test } from 'vitest';
import { newId } from '../../../kernel/ids.ts';
import { between } from '../../../kernel/time.ts';
import { levelDue } from '../alerts/alert.ts';
import { emptyHeadings, hashNote, momentsOf, stateOf } from './shift.ts';

const hoursOf = (moments: ReturnType<typeof momentsOf>): readonly number[] =>
  (moments ?? []).map(({ startsAt, endsAt }) => between(startsAt, endsAt) / 3_600_000);

test.each([
  ['an ordinary night', 'Europe/Paris', '2026-03-27', [8]],
  ['the night on which summer begins', 'Europe/Paris', '2026-03-28', [7]],
  ['the night on which winter begins', 'Europe/Paris', '2026-10-24', [9]],
  ['the night before Ramadan in Casablanca', 'Africa/Casablanca', '2026-02-14', [9]],
  ['the night after Ramadan in Casablanca', 'Africa/Casablanca', '2026-03-21', [7]],
])('%s lasts what the clocks make of it', (_what, zone, day, hours) => {
  expect(hoursOf(momentsOf({ day, from: '22:00', to: '06:00' }, zone))).toEqual(hours);
});

test('over a month of clocks that change, each shift ends where the next begins', () => {
  const half = { day: '2026-02-01', days: 31 } as const;
  const nights = momentsOf({ ...half, from: '18:00', to: '06:00' }, 'Africa/Casablanca') ?? [];
  const days = momentsOf({ ...half, from: '06:00', to: '18:00' }, 'Africa/Casablanca') ?? [];
  expect(nights.length).toBe(31);
  for (const [at, night] of nights.slice(0, -1).entries()) expect(night.endsAt).toBe(days[at + 1]?.startsAt);
  expect(new Set(hoursOf(days))).toEqual(new Set([12]));
});

test.each([
  ['2026-02-30', '22:00', '06:00'],
  ['2026-02-01', '25:00', '06:00'],
  ['0', '22:00', '06:00'],
  ['0500-01-01', '22:00', '06:00'],
  ['9999-12-30', '22:00', '06:00'],
  ['9999-12-31', '06:00', '14:00'],
])('%s from %s to %s is no shift', (day, from, to) => {
  expect(momentsOf({ day, from, to }, 'Europe/Paris')).toBeNull();
});

const shift = {
  startsAt: '2026-01-01T21:00:00.000Z',
  endsAt: '2026-01-02T05:00:00.000Z',
  cancelledAt: null,
};
const signed = { by: newId('person'), at: '2026-01-02T05:00:00.000Z' };

test.each([
  ['planned', '2026-01-01T20:59:59.999Z', null],
  ['running', '2026-01-01T21:00:00.000Z', null],
  ['running', '2026-01-02T04:59:59.999Z', { out: null, in: null }],
  ['without-handover', '2026-01-02T05:00:00.000Z', null],
  ['without-handover', '2026-06-02T05:00:00.000Z', { out: null, in: null }],
  ['signed-out', '2026-01-02T04:00:00.000Z', { out: signed, in: null }],
  ['handed-over', '2026-01-02T06:00:00.000Z', { out: signed, in: signed }],
] as const)('it is %s at %s', (state, now, handover) => {
  expect(stateOf(shift, handover, now)).toBe(state);
});

test('a cancelled shift is that, whatever was signed', () => {
  const cancelled = { ...shift, cancelledAt: '2026-01-01T00:00:00.000Z' };
  expect(stateOf(cancelled, { out: signed, in: signed }, '2026-01-02T06:00:00.000Z')).toBe('cancelled');
});

test('the hash names the shift, the label and every word', () => {
  const note = { headings: emptyHeadings, since: shift.startsAt, pinned: [], alerts: [], requests: null };
  const [one, other] = [newId('shift'), newId('shift')];
  const hashes = [
    hashNote(one, 'amber', note),
    hashNote(other, 'amber', note),
    hashNote(one, 'red', note),
    hashNote(one, 'amber', { ...note, headings: { ...emptyHeadings, means: ' ' } }),
  ];
  expect(new Set(hashes).size).toBe(hashes.length);
});

test.each([
  ['2026-01-01T09:59:59.999Z', 0],
  ['2026-01-01T10:00:00.000Z', 1],
  ['2026-01-01T10:14:59.999Z', 1],
  ['2026-01-01T10:15:00.000Z', 2],
  ['2027-01-01T00:00:00.000Z', 2],
])('at %s an alert that nobody acknowledged is at step %i', (now, level) => {
  const alert = { acknowledgeBy: '2026-01-01T10:00:00.000Z', acknowledgeMs: 15 * 60_000 };
  expect(levelDue(alert, now)).toBe(level);
});
