/**
 * What several partners see of one night in Paris: an alert that two countries acknowledge and that is
 * escalated for the third, and the 09:30 product that goes to two circles with different content.
 */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { alertWords } from '../../console/capabilities/watch/alerts/alert-words.ts';
import { sitrepWords } from '../../console/capabilities/watch/sitrep/sitrep-words.ts';
import type { Role } from '../../server/kernel/decision.ts';
import type { Language, Words } from '../../server/kernel/faults.ts';
import { launchBrowser } from '../browser.ts';
import { agree, arrived, nodeOf, ok, okList } from '../story.ts';
import { openWorld, type World } from '../world.ts';
import { build } from './built.ts';
import { enterAs, openRoom, type Room, type Seat } from './seat.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 240_000 });

let ahead = 0;
const clock = { now: () => new Date(Date.now() + ahead).toISOString() };
const headline = 'Fumée épaisse sous la tribune nord';
const lines = {
  south: '/grade B2 Camion signalé au péage de Vierzon, cap au sud',
  north: '/grade A1 Groupe attendu gare du Nord par le train de 8 h 10',
} as const;

let world: World;
let browser: Awaited<ReturnType<typeof launchBrowser>>;
let room: Room;
const node = (name: string) => nodeOf(world, name);

beforeAll(async () => {
  await build();
  world = await openWorld(['fr', 'ma', 'es', 'pt'], { clock });
  await agree([node('fr'), node('ma'), node('es'), node('pt')]);
  for (const [name, member] of [
    ['sud', node('ma')],
    ['nord', node('es')],
  ] as const) {
    const names = { ar: `دائرة ${name}`, fr: `Cercle ${name}`, en: `Circle ${name}` };
    const draft = { name: names, kind: 'event', members: [node('fr').party, member.party] };
    await ok(node('fr').call('service-head', 'POST', '/api/circles', draft));
  }
  browser = await launchBrowser();
  room = openRoom(browser);
});
afterAll(async () => {
  await room?.close();
  await browser?.close();
  await world?.close();
});

const enter = (name: string, role: Role, language: Language): Promise<Seat> =>
  enterAs(room, node(name), role, language);
const place = async ({ page, language }: Seat, words: Words): Promise<void> => {
  await page
    .getByRole('navigation')
    .getByRole('link', { name: new RegExp(words[language]) })
    .click();
  await page.getByRole('heading', { level: 1, name: words[language] }).waitFor();
};

test('an alert is acknowledged by two countries, and escalated for the third', async () => {
  const paris = await enter('fr', 'watch-officer', 'fr');
  await place(paris, alertWords.alerts);
  const { page } = paris;
  await page.getByRole('button', { name: alertWords.write.fr }).first().click();
  await page.getByRole('textbox', { name: alertWords.headline.fr }).fill(headline);
  await page.getByRole('combobox', { name: alertWords.agreement.fr }).selectOption({ label: 'Accord' });
  await page.getByRole('button', { name: alertWords.save.fr }).click();
  await page.getByRole('button', { name: alertWords.send.fr, exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: alertWords.send.fr }).click();
  await page.getByText('3 pays n’ont pas répondu').waitFor();
  for (const [name, language] of [
    ['ma', 'ar'],
    ['es', 'fr'],
  ] as const) {
    const seat = await enter(name, 'watch-officer', language);
    await place(seat, alertWords.alerts);
    await seat.page.getByText(headline).waitFor();
    await seat.page.getByRole('button', { name: alertWords.acknowledge[language] }).first().click();
    await seat.page
      .getByRole('button', { name: alertWords.acknowledge[language] })
      .waitFor({ state: 'detached' });
    await seat.leave();
  }
  await page.getByText('1 pays n’a pas répondu').waitFor();
  ahead += 31 * 60_000;
  await node('fr').runJobs();
  await page.getByText(alertWords['late-2'].fr).waitFor();
  expect(await page.getByText(alertWords['late-2'].fr).count()).toBe(1);
  await paris.look('alert-escalated-fr');
  await paris.leave();
});

const assembleFor = async (circle: string): Promise<string> => {
  const seat = await enter('fr', 'analyst', 'fr');
  await place(seat, sitrepWords.sitreps);
  const { page } = seat;
  await page.getByRole('button', { name: sitrepWords.assemble.fr, exact: true }).first().click();
  const form = page.getByRole('region', { name: sitrepWords.assemble.fr });
  const choose = (words: Words, option: string) =>
    form.getByRole('combobox', { name: words.fr }).selectOption(option);
  await choose(sitrepWords.product, 'intelligence');
  await form.getByRole('combobox', { name: sitrepWords.circle.fr }).selectOption({ label: circle });
  await choose(sitrepWords.period, '24');
  await form.getByRole('button', { name: sitrepWords.assemble.fr }).click();
  await page.getByRole('tab', { name: sitrepWords.edit.fr }).waitFor();
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await seat.leave();
  const head = await enter('fr', 'centre-head', 'fr');
  await head.page.goto(new URL(`/watch/sitreps/${id}`, node('fr').address).href);
  await head.page.getByRole('button', { name: sitrepWords.approve.fr, exact: true }).click();
  await head.page.getByRole('dialog').getByRole('button', { name: sitrepWords.approve.fr }).click();
  await head.page.getByRole('button', { name: sitrepWords.send.fr, exact: true }).click();
  await head.page.getByRole('dialog').getByRole('button', { name: sitrepWords.send.fr }).click();
  await head.page.getByText(sitrepWords['state-waiting'].fr).first().waitFor();
  await head.leave();
  return id;
};

test('the 09:30 product goes to two circles: each reads his lines alone', async () => {
  const circles = await okList(node('fr').call('analyst', 'GET', '/api/circles'));
  const idOf = (name: string): string =>
    String(circles.find(({ name: named }) => JSON.stringify(named).includes(`Cercle ${name}`))?.id);
  for (const [name, line] of [
    ['sud', lines.south],
    ['nord', lines.north],
  ] as const) {
    const entry = { line, language: 'fr', circle: idOf(name), marking: { tlp: 'amber' } };
    await ok(node('fr').call('watch-officer', 'POST', '/api/watch/log', entry));
  }
  for (const [circle, name, language, theirs, others] of [
    ['Cercle sud', 'ma', 'ar', 'péage de Vierzon', 'gare du Nord'],
    ['Cercle nord', 'es', 'fr', 'gare du Nord', 'péage de Vierzon'],
  ] as const) {
    const id = await assembleFor(circle);
    const { item } = await ok(node('fr').call('analyst', 'GET', `/api/watch/sitreps/${id}`));
    const path = `/api/exchange/items/${String(item)}`;
    const released = node('fr').call('contact-point', 'POST', `${path}/release`, { version: 1 });
    await ok(released);
    await arrived(node(name), String(item));
    const seat = await enter(name, 'analyst', language);
    await seat.page.goto(new URL(`/exchange/items/${String(item)}`, node(name).address).href);
    await seat.page.getByText(theirs).first().waitFor();
    expect(await seat.page.getByText(others).count()).toBe(0);
    await seat.look(`product-${language}`);
    await seat.leave();
    const foreign = name === 'ma' ? 'es' : 'ma';
    const there = await node(foreign).call('analyst', 'GET', path);
    expect(there.status).toBe(404);
  }
  expect(room.problems).toEqual([]);
});
