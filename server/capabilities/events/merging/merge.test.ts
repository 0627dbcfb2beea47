/** What a venue takes over from another, and what it gives back. */
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { venueDraft } from '../../../../testing/events-cast.ts';
import { loadModel } from '../../../plumbing/names/index.ts';
import { differencesOf } from '../history.ts';
import type { Venue } from '../place-contract.ts';
import { type Did, giveBack, placeInto, takeOver, zonesInto } from './merge.ts';
import { alikePairs } from './pairs.ts';

const event = randomUUID();
const venue = (changes: Partial<Venue>): Venue => ({
  ...venueDraft(),
  ...{ id: randomUUID(), event, version: 1 },
  ...changes,
});
const zone = (code: string) => ({ id: randomUUID(), code, name: { fr: code }, capacity: null });
const [north, south, press] = [zone('N'), zone('S'), zone('S')];
const stays = venue({ code: 'BCY', name: { fr: 'Arena Bercy' }, capacity: null, zones: [north, south] });
const goes = venue({
  ...{ code: 'B1', name: { fr: 'Bercy', en: 'Bercy Arena' }, capacity: 15_000, zones: [press, zone('P')] },
  ...{ firstDay: '2029-07-21', lastDay: '2029-07-25' },
});
const didOf = (after: Venue): Did => ({
  ...{ goes, took: differencesOf(stays, after), sessions: [], posts: [], zones: zonesInto(stays, goes) },
});

test('what the venue that stays says holds; what it does not say comes from the other', () => {
  const after = takeOver(stays, goes);
  expect(after).toMatchObject({ id: stays.id, code: 'BCY', town: 'Rabat', capacity: 15_000 });
  expect(after.name).toEqual({ fr: 'Arena Bercy', en: 'Bercy Arena' });
  expect(after.zones.map(({ code }) => code)).toEqual(['N', 'S', 'P']);
  const longer = takeOver({ ...stays, firstDay: '2029-07-23', lastDay: '2029-07-30' }, goes);
  expect([longer.firstDay, longer.lastDay]).toEqual(['2029-07-21', '2029-07-30']);
  expect(takeOver({ ...stays, state: 'cancelled' }, goes).state).toBe('in-use');
});

test('a post in a zone of the same code stands in that of the venue that stays', () => {
  const zones = zonesInto(stays, goes);
  const at = (id: string) => placeInto({ kind: 'zone', venue: goes.id, zone: id }, stays.id, zones);
  expect(at(press.id)).toEqual({ kind: 'zone', venue: stays.id, zone: south.id });
  expect(at(goes.zones[1]?.id ?? '')).toMatchObject({ venue: stays.id, zone: goes.zones[1]?.id });
});

test('what was taken over goes back, save what was changed since and zones where posts stand', () => {
  const after = takeOver(stays, goes);
  expect(giveBack(after, didOf(after), new Set())).toEqual(stays);
  const [, , kept] = after.zones;
  const changed = { ...after, capacity: 16_000 };
  const back = giveBack(changed, didOf(after), new Set([kept?.id ?? '']));
  expect(back.capacity).toBe(16_000);
  expect(back.name).toEqual(stays.name);
  expect(back.zones.map(({ code }) => code)).toEqual(['N', 'S', 'P']);
});

test('two that are one by their words are a pair once, the sure before the likely', () => {
  const hall = venue({ code: 'H', name: { fr: 'Palais des sports de Lyon' }, town: 'Lyon', place: null });
  const arena = venue({ code: 'A', name: { en: 'Bercy Arena' }, place: null });
  const pairs = alikePairs([hall, stays, arena], loadModel());
  expect(pairs).toEqual([{ venues: [stays.id, arena.id], by: 'words', isSure: true }]);
  expect(alikePairs([hall, stays], loadModel())).toEqual([]);
});
