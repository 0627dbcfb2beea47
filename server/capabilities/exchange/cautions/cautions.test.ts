/** What is unusual about an item is pointed out to those who decide, and keeps nothing from release. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import {
  agree,
  arrived,
  compose,
  draftWith,
  faultOf,
  inDays,
  items,
  markingWith,
  nodeOf,
  ok,
  release,
} from '../../../../testing/story.ts';
import { openWorld, type World, type WorldNode } from '../../../../testing/world.ts';
import { loosenedAgainst, type Marking } from '../../../kernel/marking.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let world: World;
let ma: WorldNode;
let agreement: string;
beforeAll(async () => {
  world = await openWorld(['ma', 'fr']);
  ma = nodeOf(world, 'ma');
  agreement = await agree([ma, nodeOf(world, 'fr')]);
});
afterAll(() => world.close());

const cautionsOf = (id: string, role: Parameters<WorldNode['call']>[0] = 'analyst') =>
  ma.call(role, 'GET', `${items}/${id}/cautions`);

const at = '2024-07-26T17:30:00.000Z';
const stranger = 'identity--00000000-0000-4000-8000-00000000000a';
const note = (digit: number, creator: string) => ({
  type: 'note',
  spec_version: '2.1',
  id: `note--00000000-0000-4000-8000-00000000000${digit}`,
  created_by_ref: creator,
  created: at,
  modified: at,
  content: 'a',
  object_refs: [stranger],
});
const identity = (id: string) => ({
  type: 'identity',
  spec_version: '2.1',
  id,
  created: at,
  modified: at,
  name: 'Partner',
});

test('a marking looser than the agreement takes by default is pointed out, and may be released', async () => {
  const marking = markingWith({ tlp: 'green', pap: 'clear', handling: ['H0'], eraseOn: inDays(91) });
  const recipients = [nodeOf(world, 'fr').party];
  const id = await compose(ma, draftWith(agreement, { marking, recipients }));
  expect(await ok(cautionsOf(id))).toEqual({
    looser: ['tlp', 'pap', 'handling', 'eraseOn'],
    foreign: { count: 0, objects: [] },
  });
  await release(ma, id);
  await arrived(nodeOf(world, 'fr'), id);
  const same = await compose(ma, draftWith(agreement, { recipients }));
  expect(await ok(cautionsOf(same))).toMatchObject({ looser: [] });
});

test('a creator who is neither this service nor part of the content is pointed out, and kept', async () => {
  const known = 'identity--00000000-0000-4000-8000-00000000000b';
  const objects = [note(1, stranger), note(2, known), identity(known), note(3, ma.party)];
  const id = await compose(ma, draftWith(agreement, { objects }));
  expect(await ok(cautionsOf(id))).toEqual({ looser: [], foreign: { count: 1, objects: [objects[0]?.id] } });
  const bundle = await ok(ma.call('analyst', 'GET', `${items}/${id}/export`));
  expect(bundle.objects).toContainEqual(objects[0]);
});

test('who may not see the item is told nothing of it', async () => {
  const id = await compose(ma, draftWith(agreement));
  expect(await faultOf(cautionsOf(id, 'administrator'))).toBe('404 access/absent');
  expect(await faultOf(cautionsOf(id, 'contact-point'))).not.toMatch(/^5/);
});

const defaults = {
  tlp: 'amber',
  pap: 'amber',
  handling: ['H1'],
  reviewAfterDays: 30,
  eraseAfterDays: 90,
} as const;
type Part = Pick<Marking, 'tlp' | 'pap' | 'handling' | 'reviewOn' | 'eraseOn'>;
const strict: Part = {
  tlp: 'amber',
  pap: 'amber',
  handling: ['H1'],
  reviewOn: '2024-01-31',
  eraseOn: '2024-03-31',
};
const rows: readonly (readonly [string, Partial<Part>, readonly string[]])[] = [
  ['the defaults themselves', {}, []],
  ['all stricter', { tlp: 'red', pap: 'red', handling: ['H1', 'H2'], reviewOn: '2024-01-02' }, []],
  ['a wider label', { tlp: 'green' }, ['tlp']],
  ['more permitted actions', { pap: 'green' }, ['pap']],
  ['a handling code left out', { handling: ['H2'] }, ['handling']],
  ['a review one day later', { reviewOn: '2024-02-01' }, ['reviewOn']],
  ['an erasure one day later', { eraseOn: '2024-04-01' }, ['eraseOn']],
];
test.each(rows)('%s against the defaults', (_, change, looser) => {
  expect(loosenedAgainst({ ...strict, ...change }, defaults, '2024-01-01')).toEqual(looser);
});
test('a default of free use asks for nothing', () => {
  expect(loosenedAgainst(strict, { ...defaults, handling: ['H0'] }, '2024-01-01')).toEqual([]);
});
