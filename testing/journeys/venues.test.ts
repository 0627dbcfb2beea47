/** Two venues that stand twice, at the console: told, merged into the one that stays, and taken apart. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { mergeWords } from '../../console/capabilities/events/merge-words.ts';
import { kitWords } from '../../console/kit/words.ts';
import type { Language } from '../../server/kernel/faults.ts';
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

beforeAll(async () => {
  await build();
  world = await openWorld(['fr']);
  fr = nodeOf(world, 'fr');
  const make = async (path: string, body: unknown): Promise<string> =>
    String((await ok(fr.call('event-planner', 'POST', `/api/events${path}`, body))).id);
  event = await make('', eventDraft());
  await make(`/${event}/venues`, venueDraft({ code: 'BCY', name: { fr: 'Arena Bercy', ar: 'قاعة بيرسي' } }));
  const twin = await make(
    `/${event}/venues`,
    venueDraft({ code: 'B1', name: { en: 'Bercy Arena', ar: 'بيرسي أرينا' } }),
  );
  await make(`/${event}/posts`, postDraft(twin));
  browser = await launchBrowser();
  room = openRoom(browser);
});
afterAll(async () => {
  await room?.close();
  await browser?.close();
  await world?.close();
});

const sit = async (language: Language): Promise<Seat> => {
  const seat = await enterAs(room, fr, 'event-planner', language);
  await stateReason(seat, 'Préparation');
  await seat.page.goto(`/events/${event}?tab=venues`);
  await seat.page.getByRole('button', { name: labelled(mergeWords.mergeThese[language]) }).waitFor();
  return seat;
};
/** A label with whatever names stand in it. */
const labelled = (text: string): RegExp => new RegExp(`^${text.replaceAll(/\{\w+\}/g, '.+')}$`);

test('the pair is merged though its news came before the answer, and comes back', async () => {
  const seat = await sit('fr');
  const { page } = seat;
  await seat.look('venues-alike');
  const merge = page.getByRole('button', { name: labelled(mergeWords.mergeThese.fr) });
  await merge.click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: /BCY/ }).check();
  await dialog.getByText(/1 poste/).waitFor();
  await seat.look('venues-merge');
  await holdBack(seat, /\/merges$/, () => merge.waitFor({ state: 'detached' }));
  await confirm(seat, mergeWords.confirm.fr);
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('table', { name: mergeWords.merged.fr }).waitFor();
  await seat.look('venues-merged');
  await page.getByRole('button', { name: kitWords.undo.fr }).click();
  await merge.waitFor();
  await seat.leave();
});

test('in Arabic the planner says that they are two, and is not told again', async () => {
  const seat = await sit('ar');
  const { page } = seat;
  await seat.look('venues-alike-ar');
  const two = page.getByRole('button', { name: labelled(mergeWords.twoThese.ar) });
  await two.click();
  await two.waitFor({ state: 'detached' });
  await page.getByText(mergeWords.twoKept.ar).waitFor();
  await seat.leave();
  expect(room.problems).toEqual([]);
});
