/** One officer in two events: the second leaves him the time of the first, and the rest around it. */
import { expect, test } from 'vitest';
import { instantAt, patrolPost, patrolUnit, planOf } from '../../../testing/roster-plans.ts';
import { besideOthers, bookedTwice } from './engagements.ts';

test('who serves in another event is not there, nor while he rests before and after', () => {
  const unit = patrolUnit('u', {
    minRestMinutes: 60,
    available: [{ from: instantAt(0), to: instantAt(900) }],
  });
  const posts = [patrolPost('free', 0, 200), patrolPost('near', 200, 241), patrolPost('later', 500, 600)];
  const plan = planOf([unit, patrolUnit('other')], posts);
  const engagement = { unit: 'u', event: 'cup', startsAt: instantAt(300), endsAt: instantAt(400) };
  const [one, other] = besideOthers(plan, [engagement]).units;
  expect(one?.available).toEqual([
    { from: instantAt(0), to: instantAt(240) },
    { from: instantAt(460), to: instantAt(900) },
  ]);
  expect(one?.engaged).toEqual([{ from: instantAt(240), to: instantAt(460), event: 'cup' }]);
  expect(other).toEqual(plan.units[1]);
  const late = { ...engagement, startsAt: instantAt(2_000), endsAt: instantAt(2_100) };
  expect(besideOthers(plan, [late]).units).toEqual(plan.units);
  expect(
    besideOthers(plan, [{ ...engagement, startsAt: instantAt(-10), endsAt: instantAt(899) }]).units[0]
      ?.available,
  ).toEqual([]);
  const booked = (unitId: string, post: string) => bookedTwice(plan, [{ unit: unitId, post }], [engagement]);
  expect(booked('u', 'near')).toEqual(['u']);
  expect([booked('u', 'free'), booked('u', 'later'), booked('other', 'near')]).toEqual([[], [], []]);
});
