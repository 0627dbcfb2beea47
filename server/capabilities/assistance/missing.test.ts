/** What an event is missing, worked out by hand. */
import { expect, test } from 'vitest';
import type { Requirement } from '../../plumbing/specialties/index.ts';
import { missingOf, periodWanted, type There, type WantedPost } from './missing.ts';

const zone = 'Africa/Casablanca';
const nord = { kind: 'venue', venue: 'nord' } as const;
const dogs: Requirement = { specialty: 'explosive-dog', skills: [], languages: ['fr'], powers: ['search'] };
/** Moroccan clocks are an hour ahead of UTC then. */
const at = (day: number, hour: number): string => new Date(Date.UTC(2029, 6, day, hour - 1)).toISOString();
const post = (
  quantity: number,
  [from, to]: readonly [string, string],
  changes: Partial<WantedPost> = {},
): WantedPost => ({ place: nord, requirement: dogs, quantity, from, to, ...changes });
const there = (quantity: number, from: string, until: string, isOwn = true): There => ({
  specialty: 'explosive-dog',
  quantity,
  from,
  until,
  isOwn,
});
const worst = (posts: readonly WantedPost[], present: readonly There[] = []) =>
  missingOf(posts, present, zone)[0]?.worst;

test('seats at once add up; one who relieves another takes his seat', () => {
  const together = [post(4, [at(20, 8), at(20, 16)]), post(3, [at(20, 12), at(20, 20)])];
  expect(worst(together)).toMatchObject({ day: '2029-07-20', peak: 7, seatHours: 56, missing: 7 });
  const inTurn = [post(4, [at(20, 8), at(20, 14)]), post(3, [at(20, 14), at(20, 20)])];
  expect(worst(inTurn)).toMatchObject({ peak: 4, seatHours: 42 });
});

test('a night post counts on both days of the zone', () => {
  const [found] = missingOf([post(2, [at(20, 22), at(21, 6)])], [], zone);
  expect(found?.days.map(({ day, peak, seatHours }) => [day, peak, seatHours])).toEqual([
    ['2029-07-20', 2, 4],
    ['2029-07-21', 2, 12],
  ]);
  expect(found?.seatHours).toBe(16);
});

test('who is there for all of what a day wants is taken off that day, and nobody else', () => {
  const posts = [post(6, [at(20, 8), at(20, 16)]), post(5, [at(21, 8), at(21, 16)])];
  expect(worst(posts, [there(2, at(19, 0), at(21, 0))])).toEqual({
    ...{ day: '2029-07-21', peak: 5, seatHours: 40, own: 0, accepted: 0, missing: 5 },
  });
  expect(worst(posts, [there(2, at(20, 9), at(22, 0))])).toMatchObject({ day: '2029-07-20', missing: 6 });
  expect(worst(posts, [there(2, at(19, 0), at(23, 0)), there(3, at(19, 0), at(23, 0), false)])).toMatchObject(
    { day: '2029-07-20', own: 2, accepted: 3, missing: 1 },
  );
  expect(worst(posts, [there(9, at(19, 0), at(23, 0))])).toMatchObject({ day: '2029-07-20', missing: 0 });
  const other: There = { ...there(9, at(19, 0), at(23, 0)), specialty: 'bomb-disposal' };
  expect(worst(posts, [other])).toMatchObject({ missing: 6 });
});

test('specialties stand apart, the most missing first; nothing wanted is nothing missing', () => {
  const disposal = { requirement: { ...dogs, specialty: 'bomb-disposal' } } as const;
  const posts = [post(1, [at(20, 8), at(20, 16)]), post(2, [at(20, 8), at(20, 16)], disposal)];
  expect(missingOf(posts, [], zone).map(({ specialty }) => specialty)).toEqual([
    'bomb-disposal',
    'explosive-dog',
  ]);
  expect(missingOf([], [there(2, at(19, 0), at(23, 0))], zone)).toEqual([]);
});

test('places stand by their seat-hours; a language that few posts want is not asked of all', () => {
  const sud = { place: { kind: 'zone', venue: 'sud', zone: 'z' } } as const;
  const arabic = { requirement: { ...dogs, languages: ['ar', 'fr'] } };
  const posts = [
    post(1, [at(20, 8), at(20, 12)], arabic),
    post(4, [at(20, 8), at(20, 16)], sud),
    post(1, [at(20, 8), at(20, 12)]),
  ];
  const [found] = missingOf(posts, [], zone);
  expect(found?.places.map(({ place, seatHours }) => [place, seatHours])).toEqual([
    [sud.place, 32],
    [nord, 8],
  ]);
  expect(found?.requirement).toEqual(dogs);
});

test('a line is for the days of the event, and for those around it on which somebody is missing', () => {
  const event = { firstDay: '2029-07-20', lastDay: '2029-07-22' };
  const [inside] = missingOf([post(1, [at(21, 8), at(21, 9)])], [], zone);
  const [before] = missingOf([post(1, [at(18, 8), at(18, 9)])], [], zone);
  expect(inside && periodWanted(inside, event, zone)).toEqual({ from: at(20, 0), to: at(23, 0) });
  expect(before && periodWanted(before, event, zone)).toEqual({ from: at(18, 0), to: at(23, 0) });
});
