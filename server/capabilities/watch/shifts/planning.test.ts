/** The rota as it is planned: who may stand in it, when, and each shift once. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultOf, inDays, nodeOf, ok, refusalOf } from '../../../../testing/story.ts';
import { openWorld, type World, type WorldNode } from '../../../../testing/world.ts';
import { isObject, type JsonObject } from '../../../kernel/canonical.ts';
import type { Role } from '../../../kernel/decision.ts';
import { newId } from '../../../kernel/ids.ts';

let world: World;
let fr: WorldNode;
beforeAll(async () => {
  world = await openWorld(['fr']);
  fr = nodeOf(world, 'fr');
});
afterAll(() => world.close());

const shifts = '/api/watch/shifts';
const houseOf = (node: WorldNode) => ({ kind: 'system', name: 'test', party: node.party }) as const;

test('nobody stands in the rota who could not read what he would have to sign', async () => {
  const [desk] = await fr.parties.desks(houseOf(fr));
  const shiftOf = (role: Role) => ({
    ...{ desk: desk?.id, officers: [fr.accounts.get(role)?.person] },
    ...{ day: inDays(200), from: '06:00', to: '14:00' },
  });
  const planned = async (role: Role) => faultOf(fr.call('centre-head', 'POST', shifts, shiftOf(role)));
  for (const role of ['administrator', 'data-protection-officer', 'observer'] as const)
    expect([role, await planned(role)]).toEqual([role, '422 watch/shift-unsound']);
  expect(await planned('analyst')).toBe('201');
});

test('the rota takes no year that nobody plans, and the same shift of a desk once', async () => {
  const [desk] = await fr.parties.desks(houseOf(fr));
  const planOn = (changes: JsonObject) =>
    fr.call('centre-head', 'POST', shifts, {
      ...{ desk: desk?.id, officers: [fr.accounts.get('analyst')?.person] },
      ...{ day: inDays(210), from: '06:00', to: '14:00', ...changes },
    });
  for (const day of ['1999-01-01', '2099-12-31', inDays(-33), inDays(402)])
    expect([day, await faultOf(planOn({ day }))]).toEqual([day, '422 watch/shift-too-far']);
  expect(await faultOf(planOn({ desk: newId('desk') }))).toBe('422 watch/shift-unsound');
  // The last of several days counts as the first does.
  expect(await faultOf(planOn({ day: inDays(399), days: 10 }))).toBe('422 watch/shift-too-far');
  const rota = await ok(planOn({}));
  expect(await refusalOf(planOn({ day: inDays(209), days: 3 }))).toEqual({
    code: 'watch/shift-there-already',
    details: { days: [inDays(210)] },
  });
  expect(await faultOf(planOn({ from: '07:00' }))).toBe('201');
  // All or none: of the three days none was made. Two who plan the same at once make it once.
  const both = await Promise.all([1, 2].map(() => faultOf(planOn({ day: inDays(209) }))));
  expect(both.sort()).toEqual(['201', '409 watch/shift-there-already']);
  const [made] = Array.isArray(rota.shifts) ? rota.shifts.filter(isObject) : [];
  await ok(fr.call('centre-head', 'POST', `${shifts}/${String(made?.id)}/cancel`));
  expect(await faultOf(planOn({}))).toBe('201');
});
