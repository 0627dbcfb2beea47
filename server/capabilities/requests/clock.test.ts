import fc from 'fast-check';
import { expect, test } from 'vitest';
import { between, later } from '../../kernel/time.ts';
import {
  dueAt,
  hourMs,
  levelAt,
  nextAt,
  pause,
  resume,
  type StrandClock,
  start,
  stop,
  unstarted,
} from './clock.ts';

const begun = (at: string, hours: number): StrandClock => start(unstarted(hours * hourMs), at);
const inZone = (at: string, zone: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(
    new Date(at),
  );

test('it does not run before it starts, and starts once', () => {
  const clock = unstarted(8 * hourMs);
  expect([dueAt(clock), nextAt(clock), levelAt(clock, '2030-01-01T00:00:00.000Z')]).toEqual([null, null, 0]);
  const started = start(clock, '2026-07-12T10:00:00.000Z');
  expect(start(started, '2026-07-12T12:00:00.000Z')).toEqual(started);
  expect(dueAt(started)).toBe('2026-07-12T18:00:00.000Z');
});

test('it tells at half, at three quarters, at the end, and a quarter of the term after', () => {
  const clock = begun('2026-07-12T10:00:00.000Z', 8);
  const told = (at: string) => levelAt(clock, at);
  expect(told('2026-07-12T13:59:59.999Z')).toBe(0);
  expect(told('2026-07-12T14:00:00.000Z')).toBe(1);
  expect(told('2026-07-12T16:00:00.000Z')).toBe(2);
  expect(told('2026-07-12T17:59:59.999Z')).toBe(2);
  expect(told('2026-07-12T18:00:00.000Z')).toBe(3);
  expect(told('2026-07-12T20:00:00.000Z')).toBe(4);
  expect(nextAt(clock)).toBe('2026-07-12T14:00:00.000Z');
  expect(nextAt({ ...clock, level: 3 })).toBe('2026-07-12T20:00:00.000Z');
  expect(nextAt({ ...clock, level: 4 })).toBe(null);
});

test('while a clarification is asked it stands still, however long: months do not bring it nearer', () => {
  const paused = pause(begun('2026-01-10T08:00:00.000Z', 168), '2026-01-12T08:00:00.000Z');
  expect([dueAt(paused), nextAt(paused), levelAt(paused, '2026-06-01T00:00:00.000Z')]).toEqual([
    null,
    null,
    0,
  ]);
  const resumed = resume(paused, '2026-04-12T08:00:00.000Z');
  expect(dueAt(resumed)).toBe('2026-04-17T08:00:00.000Z');
  expect(pause(paused, '2026-02-01T00:00:00.000Z')).toEqual(paused);
});

test('what was answered tells nothing any more', () => {
  const stopped = stop(begun('2026-07-12T10:00:00.000Z', 8), '2026-07-12T12:00:00.000Z');
  expect([dueAt(stopped), nextAt(stopped)]).toEqual([null, null]);
  expect(levelAt(stopped, '2027-01-01T00:00:00.000Z')).toBe(0);
  expect(resume(pause(stopped, '2026-07-12T13:00:00.000Z'), '2026-07-12T14:00:00.000Z')).toEqual(stopped);
});

test('eight hours are eight hours over the night in which Paris changes its clocks', () => {
  const spring = begun('2026-03-28T22:00:00.000Z', 8);
  expect(inZone('2026-03-28T22:00:00.000Z', 'Europe/Paris')).toBe('28/03/2026, 23:00');
  expect(inZone(dueAt(spring) ?? '', 'Europe/Paris')).toBe('29/03/2026, 08:00');
  const autumn = begun('2026-10-24T22:00:00.000Z', 8);
  expect(inZone('2026-10-24T22:00:00.000Z', 'Europe/Paris')).toBe('25/10/2026, 00:00');
  expect(inZone(dueAt(autumn) ?? '', 'Europe/Paris')).toBe('25/10/2026, 07:00');
});

test('and over the nights in which Casablanca leaves UTC+1 for Ramadan and comes back', () => {
  // In 2026 Morocco is at UTC+0 from 15 February to 22 March.
  expect(inZone('2026-02-14T12:00:00.000Z', 'Africa/Casablanca')).toBe('14/02/2026, 13:00');
  expect(inZone('2026-02-16T12:00:00.000Z', 'Africa/Casablanca')).toBe('16/02/2026, 12:00');
  const before = begun('2026-02-14T20:00:00.000Z', 8);
  expect(between('2026-02-14T20:00:00.000Z', dueAt(before) ?? '')).toBe(8 * hourMs);
  expect(inZone(dueAt(before) ?? '', 'Africa/Casablanca')).toBe('15/02/2026, 04:00');
  const after = begun('2026-03-21T22:00:00.000Z', 8);
  expect(inZone('2026-03-21T22:00:00.000Z', 'Africa/Casablanca')).toBe('21/03/2026, 22:00');
  expect(inZone(dueAt(after) ?? '', 'Africa/Casablanca')).toBe('22/03/2026, 07:00');
});

test('a clock of the node that was set back gives no time away', () => {
  const paused = pause(begun('2026-07-12T10:00:00.000Z', 8), '2026-07-12T11:00:00.000Z');
  expect(dueAt(resume(paused, '2026-07-12T10:30:00.000Z'))).toBe('2026-07-12T18:00:00.000Z');
});

test('whatever is asked and clarified, the time that ran until it is due is the term', () => {
  const from = '2026-07-12T10:00:00.000Z';
  const spans = fc.array(
    fc.tuple(fc.integer({ min: 0, max: 3 * hourMs }), fc.integer({ min: 0, max: 900 * hourMs })),
    {
      maxLength: 6,
    },
  );
  fc.assert(
    fc.property(spans, fc.integer({ min: 1, max: 400 }), (asked, hours) => {
      let [clock, now, ran] = [begun(from, hours), from, 0];
      for (const [runsMs, standsMs] of asked) {
        ran += runsMs;
        clock = pause(clock, later(now, runsMs));
        now = later(now, runsMs + standsMs);
        clock = resume(clock, now);
      }
      expect(between(now, dueAt(clock) ?? '')).toBe(hours * hourMs - ran);
    }),
  );
});
