/** What the screens of matching read and decide, on two real nodes. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  agree,
  compose,
  draftWith,
  entriesOf,
  faultOf,
  inDays,
  nodeOf,
  ok,
  okList,
} from '../../../testing/story.ts';
import { until } from '../../../testing/until.ts';
import { openWorld, type World, type WorldNode } from '../../../testing/world.ts';
import type { JsonObject } from '../../kernel/canonical.ts';

let world: World;
let fr: WorldNode;
let ma: WorldNode;
let agreement = '';

const phone = (user_id: string): JsonObject => ({
  type: 'user-account',
  spec_version: '2.1',
  id: `user-account--${randomUUID()}`,
  account_type: 'phone',
  user_id,
});

const check = (texts: readonly string[], changes: JsonObject = {}) =>
  ma.call('analyst', 'POST', '/api/matching/checks', {
    agreement,
    partner: fr.party,
    field: 'event-security',
    purpose: 'event-protection',
    reason: 'أرقام وُجدت في هاتف محجوز',
    identifiers: texts.map((text) => ({ text })),
    ...changes,
  });

const batchOf = (id: unknown) => ma.call('analyst', 'GET', `/api/matching/batches/${String(id)}`);
const hit = (id: unknown, verb: string, body?: JsonObject) =>
  ma.call('liaison-officer', 'POST', `/api/matching/hits/${String(id)}/${verb}`, body);
const openHits = async (): Promise<unknown> =>
  (await ok(ma.call('centre-head', 'GET', '/api/matching/counts'))).openHits;

beforeAll(async () => {
  world = await openWorld(['fr', 'ma']);
  fr = nodeOf(world, 'fr');
  ma = nodeOf(world, 'ma');
  agreement = await agree([fr, ma], { matching: { perDay: 60, perOfficer: 40 } });
  await compose(fr, draftWith(agreement, { objects: [phone('+212661000017')] }));
});
afterAll(() => world.close());

test('checks of one batch are read together, each identifier as it was typed', async () => {
  const batch = randomUUID();
  await ok(check(['+212 661 00 00 17', '+212 661 00 00 18'], { batch }));
  await ok(check(['+212 661 00 00 19'], { batch }));
  await until(
    async () => {
      for (const node of [fr, ma]) await node.runJobs();
      return (await okList(batchOf(batch))).every(({ state }) => state === 'done');
    },
    { withinMs: 60_000 },
  );
  const [first, second] = await okList(batchOf(batch));
  expect(first).toMatchObject({ batch, hits: 1 });
  expect(first?.identifiers).toEqual([
    { kind: 'phone', form: '+212661000017', text: '+212 661 00 00 17', hit: true, partly: false },
    { kind: 'phone', form: '+212661000018', text: '+212 661 00 00 18', hit: false, partly: false },
  ]);
  expect(second).toMatchObject({ batch, hits: 0 });
  expect(await faultOf(ma.call('watch-officer', 'GET', `/api/matching/batches/${batch}`))).toBe(
    '404 access/absent',
  );
});

test('a hit is set aside for a reason, by somebody, and can be opened again', async () => {
  const [card] = await okList(ma.call('analyst', 'GET', '/api/matching/hits'));
  expect(card).toMatchObject({ text: '+212 661 00 00 17', state: 'open', decidedBy: null });
  expect(await openHits()).toBe(1);
  const unsaid = { ground: 'other', remark: ' \u200f' };
  expect(await faultOf(hit(card?.id, 'dismiss', unsaid))).toBe('422 matching/ground-unsaid');
  const decided = await ok(hit(card?.id, 'dismiss', { ground: 'other', remark: 'رقم خدمة عمومية' }));
  const officer = (await ok(ma.call('liaison-officer', 'GET', '/api/session'))).person;
  expect(decided).toMatchObject({
    state: 'dismissed',
    ground: 'other',
    remark: 'رقم خدمة عمومية',
    decidedBy: officer,
    decidedAt: expect.any(String),
  });
  expect(await openHits()).toBe(0);
  const [told] = await entriesOf(ma, { verb: 'matching.dismiss-hit' });
  expect(told?.details).toMatchObject({ ground: 'other' });
  expect(JSON.stringify(told)).not.toContain('رقم');
  expect(await ok(hit(card?.id, 'reopen'))).toMatchObject({ state: 'open', ground: null, decidedBy: null });
  expect(await faultOf(hit(card?.id, 'reopen'))).toBe('409 matching/card-decided');
});

test('a standing watch is ended by its officer before its day, once', async () => {
  const asked = await ok(check(['+212 661 00 00 20'], { until: inDays(20) }));
  expect(await okList(batchOf(asked.id))).toMatchObject([{ id: asked.id, batch: asked.id }]);
  const path = `/api/matching/checks/${String(asked.id)}/stop`;
  expect(await faultOf(ma.call('watch-officer', 'POST', path))).toBe('404 access/absent');
  expect(await faultOf(ma.call('data-protection-officer', 'POST', path))).toBe('403 access/refused');
  expect(await ok(ma.call('analyst', 'POST', path))).toMatchObject({
    until: null,
    stoppedAt: expect.any(String),
  });
  expect(await faultOf(ma.call('analyst', 'POST', path))).toBe('409 matching/no-watch');
});

test('each side reads how much was asked in a day', async () => {
  const path = '/api/matching/use/days';
  expect(await okList(ma.call('analyst', 'GET', path))).toMatchObject([
    { asked: 4, askedByMe: 4, answered: 0 },
  ]);
  expect(await okList(ma.call('service-head', 'GET', path))).toMatchObject([{ asked: 4, askedByMe: 0 }]);
  const [day] = await okList(fr.call('service-head', 'GET', path));
  expect(day).toMatchObject({ asked: 0, alarm: false, partner: ma.party });
  expect(Number(day?.answered)).toBeGreaterThanOrEqual(3);
  expect(await faultOf(ma.call('observer', 'GET', path))).toBe('403 access/refused');
});

test('an item suggests what it names, to those who may read it and ask', async () => {
  const objects = [phone('+212661000033'), phone('+212661000033'), phone('not a number')];
  const item = await compose(ma, draftWith(agreement, { objects }));
  const path = `/api/matching/items/${item}/identifiers`;
  expect(await faultOf(ma.call('analyst', 'GET', path))).toBe('428 parties/reason-needed');
  await ok(ma.call('analyst', 'POST', '/api/parties/context', { reason: 'تأمين البطولة' }));
  expect(await ok(ma.call('analyst', 'GET', path))).toMatchObject({
    field: 'event-security',
    purpose: 'event-protection',
    identifiers: [{ kind: 'phone', text: '+212661000033' }],
  });
  expect(await faultOf(ma.call('service-head', 'GET', path))).toBe('403 access/refused');
  expect(await faultOf(fr.call('analyst', 'GET', path))).toBe('404 access/absent');
});
