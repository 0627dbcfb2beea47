/** What a publication would change of what was told: each difference has its name. */
import { expect, test } from 'vitest';
import { holder, other } from '../../../testing/cast.ts';
import { contentOf, dutyOf } from '../../../testing/roster-duties.ts';
import { dutyNews, type PlannedDuty, type ToldDuty } from './duty.ts';
import { newsOf } from './news.ts';

const told = (planned: PlannedDuty, state: ToldDuty['state'] = 'standing'): ToldDuty => ({
  ...planned,
  ...{ uid: planned.post, sequence: 0, state },
});
const newsFrom = (before: readonly ToldDuty[], planned: readonly PlannedDuty[], shownUnits = 10) =>
  newsOf(dutyNews(before, planned), {
    ...{ told: before, planned: planned.length, shownUnits },
    nameOf: (unit) => unit,
  });

test.each<[string, Partial<PlannedDuty>, string]>([
  ['another time', { endsAt: '2029-07-26T22:00:00.000Z' }, 'time'],
  ['another place', { content: contentOf({ venue: 'Gare' }) }, 'place'],
  ['another host officer', { content: contentOf({ hosts: [{ name: 'Alix', phone: null }] }) }, 'host'],
  ['another task', { content: contentOf({ task: 'Fouille' }) }, 'task'],
])('%s is said to be what changed, with what was told before', (_what, change, part) => {
  const [person] = newsFrom([told(dutyOf())], [dutyOf(change)]).people;
  expect(person?.duties).toMatchObject([
    { kind: 'changed', parts: [part], before: { endsAt: '2029-07-26T21:00:00.000Z', venue: 'Stade' } },
  ]);
});

test('what was cancelled and stands again is said so; what stays is counted and told to nobody', () => {
  const stays = dutyOf({ post: 'stays' });
  const news = newsFrom([told(dutyOf(), 'cancelled'), told(stays)], [dutyOf(), stays]);
  expect(news).toMatchObject({ added: 0, changed: 1, cancelled: 0, unchanged: 1, units: 1 });
  expect(news.people[0]?.duties[0]?.parts).toEqual(['again']);
});

test('counts are of all units and services, though some are shown', () => {
  const planned = [dutyOf({ unit: 'a' }), dutyOf({ unit: 'b' }), dutyOf({ unit: 'c', party: other })];
  const gone = told(dutyOf({ unit: 'c', party: other, post: 'gone' }));
  const news = newsFrom([gone], planned, 1);
  expect(news).toMatchObject({ added: 3, cancelled: 1, units: 3 });
  expect(news.people).toHaveLength(1);
  expect(news.parties).toHaveLength(2);
  expect(news.parties).toContainEqual({ party: holder, units: 2, added: 2, changed: 0, cancelled: 0 });
  expect(news.parties).toContainEqual({ party: other, units: 1, added: 1, changed: 0, cancelled: 1 });
});
