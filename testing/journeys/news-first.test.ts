/** News of a change that come before the answer to who made it: what follows on the answer still follows. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { postWords } from '../../console/capabilities/events/post-words.ts';
import { kitWords } from '../../console/kit/words.ts';
import { launchBrowser } from '../browser.ts';
import { eventDraft, postDraft, venueDraft } from '../events-cast.ts';
import { nodeOf, ok } from '../story.ts';
import { openWorld, type World, type WorldNode } from '../world.ts';
import { build } from './built.ts';
import { confirm, holdBack, stateReason } from './hands.ts';
import { enterAs, openRoom, type Room, type Seat } from './seat.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 });

let world: World;
let browser: Awaited<ReturnType<typeof launchBrowser>>;
let room: Room;
let fr: WorldNode;
let event = '';

const make = async (path: string, body: unknown): Promise<string> =>
  String((await ok(fr.call('event-planner', 'POST', path, body))).id);

beforeAll(async () => {
  await build();
  world = await openWorld(['fr']);
  fr = nodeOf(world, 'fr');
  event = await make('/api/events', eventDraft());
  const venue = await make(`/api/events/${event}/venues`, venueDraft());
  await make(`/api/events/${event}/posts`, postDraft(venue));
  browser = await launchBrowser();
  room = openRoom(browser);
});
afterAll(async () => {
  await room?.close();
  await browser?.close();
  await world?.close();
});

const sit = async (path: string): Promise<Seat> => {
  const seat = await enterAs(room, fr, 'event-planner', 'fr');
  await stateReason(seat, 'Préparation de la coupe');
  await seat.page.goto(path);
  await seat.page.locator('main#main h1').waitFor();
  return seat;
};

test('a post that left the list by the news can still be put back', async () => {
  const seat = await sit(`/events/${event}?tab=posts`);
  const { page } = seat;
  await holdBack(seat, /\/remove$/, () => page.getByText(postWords.noneTeach.fr).waitFor());
  await page.getByRole('button', { name: postWords.remove.fr, exact: true }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: postWords.because.fr }).fill('Doublon');
  await confirm(seat, postWords.remove.fr);
  await page.getByRole('button', { name: kitWords.undo.fr }).click();
  await page.getByRole('button', { name: postWords.remove.fr, exact: true }).waitFor();
  await seat.leave();
  expect(room.problems).toEqual([]);
});
