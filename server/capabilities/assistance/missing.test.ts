/** What an event is missing, worked out by hand. */
import { expect, test } from 'vitest';
import type { Requirement } from '../../plumbing/specialties/index.ts';
import type { PostDemand } from '../events/index.ts';
import type { There } from './attendance.ts';
import { missingOf, periodWanted } from './missing.ts';
import { setsAtMost } from './requirement-sets.ts';

const zone = 'Africa/Casablanca';
const nord = { kind: 'venue', venue: 'nord' } as const;
const dogs: Requirement = { specialty: 'explosive-dog', skills: [], languages: ['fr'], powers: ['search'] };
const plain: Requirement = { specialty: 'explosive-dog', skills: [], languages: [], powers: [] };
const arabic: Requirement = { ...plain, languages: ['ar'] };
/** Moroccan clocks are an hour ahead of UTC then. */
const at = (day: number, hour: number): string => new Date(Date.UTC(2029, 6, day, hour - 1)).toISOString();
const day = [at(20, 8), at(20, 16)] as const;
const post = (
  quantity: number,
  [from, to]: readonly [string, string],
  changes: Partial<PostDemand> = {},
): PostDemand => ({ place: nord, requirement: dogs, quantity, from, to, ...changes });
const wanting = (quantity: number, requirement: Requirement, when: readonly [string, string] = day) =>
  post(quantity, when, { requirement });
const there = (quantity: number, from: string, until: string, isOwn = true): There => ({
  ...dogs,
  quantity,
  from,
  until,
  isOwn,
});
const having = (quantity: number, requirement: Requirement): There => ({
  ...there(quantity, at(19, 0), at(24, 0)),
  ...requirement,
});
const worst = (posts: readonly PostDemand[], present: readonly There[] = []) =>
  missingOf(posts, present, zone)[0]?.worst;
/** What is to be asked for: of each set, by its languages and powers. */
const asked = (posts: readonly PostDemand[], present: readonly There[] = []) =>
  missingOf(posts, present, zone)[0]?.sets.map(({ requirement: { languages, powers }, missing }) => [
    [...languages, ...powers].join(' '),
    missing,
  ]);

test('seats at once add up; one who relieves another takes his seat', () => {
  const together = [post(4, [at(20, 8), at(20, 16)]), post(3, [at(20, 12), at(20, 20)])];
  expect(worst(together)).toMatchObject({ day: '2029-07-20', peak: 7, seatHours: 56, missing: 7 });
  const inTurn = [post(4, [at(20, 8), at(20, 14)]), post(3, [at(20, 14), at(20, 20)])];
  expect(worst(inTurn)).toMatchObject({ peak: 4, seatHours: 42, missing: 4 });
  const between = [post(2, day), post(5, [at(20, 10), at(20, 11)]), post(4, [at(20, 13), at(20, 14)])];
  expect(worst(between)).toMatchObject({ peak: 7, missing: 7 });
});

test('a night post counts on both days of the zone', () => {
  const [found] = missingOf([post(2, [at(20, 22), at(21, 6)])], [], zone);
  expect(found?.days.map(({ day: of, peak, seatHours, missing }) => [of, peak, seatHours, missing])).toEqual([
    ['2029-07-20', 2, 4, 2],
    ['2029-07-21', 2, 12, 2],
  ]);
  expect(found?.seatHours).toBe(16);
});

test('who is there for all of what a day wants is taken off that day, and nobody else', () => {
  const posts = [post(6, [at(20, 8), at(20, 16)]), post(5, [at(21, 8), at(21, 16)])];
  expect(worst(posts, [there(2, at(19, 0), at(21, 0))])).toEqual({
    ...{ day: '2029-07-21', peak: 5, seatHours: 40, own: 0, accepted: 0, unfit: 0, missing: 5 },
  });
  expect(worst(posts, [there(2, at(20, 9), at(22, 0))])).toMatchObject({ day: '2029-07-20', missing: 6 });
  expect(worst(posts, [there(2, at(19, 0), at(23, 0)), there(3, at(19, 0), at(23, 0), false)])).toMatchObject(
    { day: '2029-07-20', own: 2, accepted: 3, missing: 1 },
  );
  expect(worst(posts, [there(9, at(19, 0), at(23, 0))])).toMatchObject({ day: '2029-07-20', missing: 0 });
  const other: There = { ...there(9, at(19, 0), at(23, 0)), specialty: 'bomb-disposal' };
  expect(worst(posts, [other])).toMatchObject({ missing: 6, unfit: 0 });
});

test('who lacks a skill, a language or a power that is wanted is counted nowhere, and said so', () => {
  const posts = [wanting(30, { ...dogs, skills: ['night'] })];
  const lacking = [
    ...[having(30, dogs), having(30, { ...dogs, skills: ['Night'] })],
    ...[having(30, { ...dogs, skills: ['night'], languages: ['ar'] })],
    ...[having(30, { ...dogs, skills: ['night'], powers: ['arrest'] })],
  ];
  const [found] = missingOf(posts, lacking, zone);
  expect(found).toMatchObject({ missing: 30, worst: { own: 0, unfit: 120, missing: 30 } });
  expect(found?.sets).toEqual([
    expect.objectContaining({ missing: 30, requirement: { ...dogs, skills: ['night'] } }),
  ]);
  const more = having(20, { ...dogs, skills: ['x', 'night'], languages: ['ar', 'fr'] });
  expect(missingOf(posts, [...lacking, more], zone)[0]).toMatchObject({
    missing: 10,
    worst: { own: 20, unfit: 120 },
  });
});

test('one person fills one seat: those who have more stand where more is wanted', () => {
  const posts = [wanting(4, plain), wanting(3, arabic)];
  // Whoever speaks Arabic may take either seat; he is not counted for both.
  expect(asked(posts, [having(3, arabic)])).toEqual([
    ['', 4],
    ['ar', 0],
  ]);
  expect(asked(posts, [having(5, arabic), having(1, plain)])).toEqual([
    ['', 1],
    ['ar', 0],
  ]);
  expect(asked(posts, [having(4, plain)])).toEqual([
    ['ar', 3],
    ['', 0],
  ]);
  const sets = missingOf(posts, [having(5, arabic), having(1, plain)], zone)[0]?.sets;
  expect(sets?.map(({ worst: { own, unfit } }) => [own, unfit])).toEqual([
    [6, 0],
    [5, 1],
  ]);
});

test('people are moved where that fills one seat more', () => {
  const spanish = { ...plain, languages: ['es'] };
  const posts = [wanting(1, arabic), wanting(1, spanish), wanting(1, { ...plain, languages: ['fr'] })];
  const both = (...languages: string[]) => having(1, { ...plain, languages });
  const present = [both('ar', 'es'), both('ar', 'fr'), both('es', 'fr')];
  expect(missingOf(posts, present, zone)[0]).toMatchObject({ missing: 0, worst: { missing: 0, own: 3 } });
  expect(missingOf(posts, present.slice(1), zone)[0]).toMatchObject({ missing: 1 });
});

test('who is asked for because of a language takes a plain seat when he is free', () => {
  const [morning, noon] = [[at(20, 8), at(20, 12)] as const, [at(20, 12), at(20, 16)] as const];
  const posts = [wanting(5, arabic, morning), wanting(7, plain, noon)];
  const [found] = missingOf(posts, [], zone);
  expect(found).toMatchObject({ missing: 7, worst: { peak: 7, missing: 7 } });
  expect(asked(posts)).toEqual([
    ['ar', 5],
    ['', 2],
  ]);
});

test('specialties stand apart, the most missing first; nothing wanted is nothing missing', () => {
  const disposal = { requirement: { ...dogs, specialty: 'bomb-disposal' } } as const;
  const posts = [post(1, day), post(2, day, disposal)];
  expect(missingOf(posts, [], zone).map(({ specialty }) => specialty)).toEqual([
    'bomb-disposal',
    'explosive-dog',
  ]);
  expect(missingOf([], [there(2, at(19, 0), at(23, 0))], zone)).toEqual([]);
});

test('places stand by their seat-hours, of the specialty and of each set', () => {
  const sud = { place: { kind: 'zone', venue: 'sud', zone: 'z' } } as const;
  const posts = [
    post(1, [at(20, 8), at(20, 12)], { requirement: { ...dogs, languages: ['ar', 'fr'] } }),
    post(4, [at(20, 8), at(20, 16)], sud),
    post(1, [at(20, 8), at(20, 12)]),
  ];
  const [found] = missingOf(posts, [], zone);
  const named = (places: readonly { place: unknown; seatHours: number }[] = []) =>
    places.map(({ place, seatHours }) => [place, seatHours]);
  expect(named(found?.places)).toEqual([
    [sud.place, 32],
    [nord, 8],
  ]);
  expect(found?.sets.map(({ places }) => named(places))).toEqual([
    [
      [sud.place, 32],
      [nord, 4],
    ],
    [[nord, 4]],
  ]);
});

test('traits written in another order are one set; beyond the limit sets are joined to what they share', () => {
  const one = { ...dogs, languages: ['ar', 'fr'] };
  const posts = [wanting(1, one), wanting(2, { ...one, languages: ['fr', 'ar'] })];
  expect(missingOf(posts, [], zone)[0]?.sets).toHaveLength(1);
  const many = Array.from({ length: setsAtMost + 5 }, (_, number) =>
    wanting(setsAtMost + 5 - number, { ...dogs, skills: [`skill ${number}`] }),
  );
  const [found] = missingOf(many, [], zone);
  expect(found?.sets).toHaveLength(setsAtMost);
  const joined = found?.sets.find(({ requirement }) => requirement.skills.length === 0);
  expect(joined).toMatchObject({ posts: 6, missing: 1 + 2 + 3 + 4 + 5 + 6, requirement: dogs });
});

test('a line is for the days of the event, and for those around it on which somebody is missing', () => {
  const event = { firstDay: '2029-07-20', lastDay: '2029-07-22' };
  const [inside] = missingOf([post(1, [at(21, 8), at(21, 9)])], [], zone);
  const [before] = missingOf([post(1, [at(18, 8), at(18, 9)])], [], zone);
  expect(inside && periodWanted(inside, event, zone)).toEqual({ from: at(20, 0), to: at(23, 0) });
  expect(before && periodWanted(before, event, zone)).toEqual({ from: at(18, 0), to: at(23, 0) });
});
