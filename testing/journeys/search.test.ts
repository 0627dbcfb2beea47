/** Search at the console: reached by a key, taught, marked as written, gone through by arrows. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { searchWords } from '../../console/capabilities/exchange/search-words.ts';
import type { Language } from '../../server/kernel/faults.ts';
import { launchBrowser } from '../browser.ts';
import { compose, draftWith, nodeOf } from '../story.ts';
import { openWorld, type World } from '../world.ts';
import { build } from './built.ts';
import { enterAs, openRoom, type Room, type Seat } from './seat.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 });

let world: World;
let browser: Awaited<ReturnType<typeof launchBrowser>>;
let room: Room;

const at = '2026-07-01T09:00:00.000Z';
const note = (content: string) => ({
  type: 'note',
  spec_version: '2.1',
  id: `note--${crypto.randomUUID()}`,
  created: at,
  modified: at,
  content,
  object_refs: [`identity--${crypto.randomUUID()}`],
});

beforeAll(async () => {
  await build();
  world = await openWorld(['fr'], { pair: false });
  const node = nodeOf(world, 'fr');
  await compose(
    node,
    draftWith(null, {
      title: 'وصول ضباط الاتصال المغاربة إلى باريس',
      summary: 'يصل عشرة ضباط متخصصين في تفكيك المتفجرات على متن رحلة AT764، ورقم المنسق +212 6 61 23 45 67.',
    }),
  );
  await compose(
    node,
    draftWith(null, {
      title: 'Camionnette signalée près du Stade de France',
      summary: 'Immatriculée AB-123-CD ; le conducteur a dit s’appeler كريم العلوي à l’officier de liaison.',
      language: 'fr',
      objects: [note('Le ضابط de permanence a relevé <b>deux</b> passages de la camionnette.')],
    }),
  );
  browser = await launchBrowser();
  room = openRoom(browser);
});
afterAll(async () => {
  await room?.close();
  await browser?.close();
  await world?.close();
});

const enter = (language: Language): Promise<Seat> => enterAs(room, nodeOf(world, 'fr'), 'analyst', language);

test.each([
  ['ar', 'ضابط', ['ضباط', 'ضابط']],
  ['fr', 'camionnettes', ['Camionnette', 'camionnette']],
] as const)('in %s a search is begun by a key and read by the arrows', async (language, q, marked) => {
  const seat = await enter(language);
  const { page } = seat;
  await page.keyboard.press('/');
  await page.keyboard.type(q);
  await page.keyboard.press('Enter');
  await page.getByRole('list', { name: searchWords.results[language] }).waitFor();
  expect(
    (await page.locator('mark').allTextContents()).filter((text) => marked.some((one) => one === text))
      .length,
  ).toBeGreaterThan(0);
  await seat.look(`search-results-${language}`);
  await page.keyboard.press('Control+k');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('search-text');
  await page.keyboard.press('ArrowDown');
  expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-result'))).toBe(true);
  await page.getByRole('button', { name: searchWords.filters[language] }).click();
  await page.getByRole('combobox').first().selectOption('amber');
  await page.waitForURL(/amber/);
  await page.getByRole('list', { name: searchWords.results[language] }).waitFor();
  await seat.look(`search-filters-${language}`);
  await page.locator('#search-text').fill('zzyzx camionnette');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: searchWords.nothing[language] }).waitFor();
  await seat.look(`search-nothing-${language}`);
  await page.locator('#search-text').fill('');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: searchWords.teachTitle[language] }).waitFor();
  expect(await page.getByRole('button', { name: q, exact: true }).count()).toBe(1);
  await seat.look(`search-teaching-${language}`);
  await seat.leave();
  expect(room.problems).toEqual([]);
});
