/**
 * What an originator keeps in hand, seen by those who do it: a file that travels, what partners say of the
 * item, the question to pass it on, the consent, the recall that takes it back everywhere; and the account of
 * a connected system. Three nodes of which the first and the last never paired.
 */
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { attachmentWords } from '../../console/capabilities/exchange/attachment-words.ts';
import { collectionsWords } from '../../console/capabilities/exchange/collections-words.ts';
import { composeWords } from '../../console/capabilities/exchange/compose-words.ts';
import { controlWords } from '../../console/capabilities/exchange/control-words.ts';
import { onwardWords } from '../../console/capabilities/exchange/onward-words.ts';
import { readerWords } from '../../console/capabilities/exchange/reader-words.ts';
import { threadWords } from '../../console/capabilities/exchange/threads/thread-words.ts';
import { peopleWords } from '../../console/capabilities/parties/words.ts';
import { terms } from '../../console/kit/terms.ts';
import type { Role } from '../../server/kernel/decision.ts';
import type { Language } from '../../server/kernel/faults.ts';
import { uploaded } from '../attachments.ts';
import { launchBrowser } from '../browser.ts';
import { act, agree, compose, draftWith, nodeOf, ok } from '../story.ts';
import { until } from '../until.ts';
import { openWorld, pairAll, type World, type WorldNode } from '../world.ts';
import { build } from './built.ts';
import { confirm, goTo, open, stateReason } from './hands.ts';
import { enterAs, openRoom, type Room, type Seat } from './seat.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 });

const title = 'مخطط مداخل ملعب مرسيليا';
const lostBytes = 'bytes that the sender loses before anyone fetched them';
const lost = { name: 'enregistrement-perdu.txt', bytes: Buffer.from(lostBytes) };

let world: World;
let browser: Awaited<ReturnType<typeof launchBrowser>>;
let room: Room;
let item = '';

const nodes = () => [nodeOf(world, 'ma'), nodeOf(world, 'fr'), nodeOf(world, 'es')] as const;

beforeAll(async () => {
  await build();
  world = await openWorld(['ma', 'fr', 'es'], { pair: false });
  const [ma, fr, es] = nodes();
  await pairAll([ma, fr]);
  await pairAll([fr, es]);
  const agreement = await agree([ma, fr]);
  await agree([fr, es]);
  const objects = await uploaded(ma, lost.name, lost.bytes);
  const summary = 'رُسمت المداخل الخاصة بالوفود، ومعها تسجيل لمحادثة بين شخصين مجهولين قرب البوابة الشرقية.';
  item = await compose(ma, draftWith(agreement, { title, summary, recipients: [fr.party], objects }));
  browser = await launchBrowser();
  room = openRoom(browser);
});
afterAll(async () => {
  await room?.close();
  await browser?.close();
  await world?.close();
});

const enter = async (node: WorldNode, role: Role, language: Language): Promise<Seat> => {
  const seat = await enterAs(room, node, role, language);
  if (role !== 'administrator') await stateReason(seat, 'Préparation de la cérémonie d’ouverture');
  return seat;
};

/** The bytes of a file, taken from a node behind its back: what is left of a disk that fails. */
const loseBytes = async (node: WorldNode): Promise<void> => {
  const folder = join(node.folder, 'attachments');
  const files = (await readdir(folder, { recursive: true })).filter((name) => /[0-9a-f]{64}$/.test(name));
  expect(files).toHaveLength(1);
  for (const file of files) await rm(join(folder, file));
};

test('a file is chosen and sent up, and the item proposed with it', async () => {
  const [ma] = nodes();
  await loseBytes(ma);
  const author = await enter(ma, 'analyst', 'ar');
  const { page } = author;
  await page.goto(`/exchange/compose?item=${item}`);
  const name = 'plan-des-accès-Vélodrome.csv';
  const buffer = Buffer.from('porte,largeur\nNord,4.5\nEst,3.2\n');
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer });
  await page
    .getByRole('button', { name: attachmentWords.removeOf.ar.replace('{name}', '') })
    .nth(1)
    .waitFor();
  await author.look('attachments-compose-ar');
  await page.getByRole('button', { name: composeWords.propose.ar }).click();
  await page.getByText(readerWords.waiting.ar).waitFor();
  const { version } = await ok(ma.call('analyst', 'GET', `/api/exchange/items/${item}`));
  await ok(act(ma, 'contact-point', item, 'release', { version: Number(version) }));
  await author.leave();
});

test('there one file came, the other says why not; an opinion is given, a question asked', async () => {
  const [, fr] = nodes();
  const reader = await enter(fr, 'analyst', 'fr');
  const { page } = reader;
  await goTo(reader, 'inbox');
  await open(reader, title);
  await page.getByRole('link', { name: attachmentWords.downloadOf.fr.replace('{name}', '') }).waitFor();
  await page.getByText(attachmentWords['failure-busy'].fr).waitFor();
  await page.getByText(threadWords['kind-opinion'].fr, { exact: true }).click();
  await page.getByRole('radio', { name: threadWords['strongly-agree'].fr, exact: true }).check();
  await page
    .getByRole('textbox', { name: threadWords.explanation.fr })
    .fill('Vu sur place ce matin, porte Est.');
  await page.getByRole('button', { name: threadWords.propose.fr }).click();
  await page.getByText(threadWords.proposed.fr).first().waitFor();
  await page
    .getByRole('list', { name: threadWords.opinions.fr })
    .or(page.getByText('Vu sur place'))
    .first()
    .waitFor();
  await reader.look('attachments-thread-fr');

  await page.getByRole('button', { name: onwardWords.ask.fr }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('checkbox').first().check();
  await dialog.getByRole('textbox', { name: controlWords.reason.fr }).fill('Garde la même délégation.');
  await reader.look('onward-ask-fr');
  await confirm(reader, onwardWords.ask.fr);
  await page.getByText(onwardWords.askedToast.fr).waitFor();
  await reader.leave();
});

test('the originator consents, the holder passes it on', async () => {
  const [ma, fr, es] = nodes();
  const contact = await enter(ma, 'contact-point', 'ar');
  await contact.page.getByRole('navigation').getByRole('link', { name: onwardWords.toDecide.ar }).click();
  await contact.page.getByRole('button', { name: title }).waitFor();
  await contact.look('to-decide-ar');
  await open(contact, title);
  await contact.page.getByRole('button', { name: onwardWords.decide.ar }).click();
  await contact.look('onward-decide-ar');
  await confirm(contact, onwardWords.grant.ar);
  await contact.page.getByRole('button', { name: onwardWords.withdrawConsent.ar }).waitFor();
  await contact.leave();

  const holder = await enter(fr, 'contact-point', 'fr');
  await holder.page.goto(`/exchange/items/${item}`);
  await holder.page.getByRole('button', { name: onwardWords.share.fr, exact: true }).click();
  await holder.look('onward-share-fr');
  await confirm(holder, onwardWords.share.fr);
  await holder.page.getByText(onwardWords.sharedToast.fr).waitFor();
  await holder.look('onward-shared-fr');
  await holder.leave();
  await until(async () => (await es.call('analyst', 'GET', `/api/exchange/items/${item}`)).status === 200, {
    withinMs: 20_000,
  });
});

test('a recall empties both copies, and both prove it', async () => {
  const [ma, fr, es] = nodes();
  const reader = await enter(fr, 'analyst', 'fr');
  await goTo(reader, 'inbox');
  await open(reader, title);
  const contact = await enter(ma, 'contact-point', 'ar');
  const { page } = contact;
  await page.goto(`/exchange/items/${item}`);
  await page.getByRole('button', { name: controlWords.recall.ar }).click();
  await page
    .getByRole('dialog')
    .getByRole('textbox', { name: controlWords.reason.ar })
    .fill('خُلط بين شخصين.');
  await contact.look('recall-ar');
  await confirm(contact, controlWords.recall.ar);
  const compliance = page.getByRole('region', { name: controlWords.compliance.ar });
  const [proof = ''] = controlWords.proofIs.ar.split('{');
  await compliance.getByText(proof).nth(1).waitFor();
  await contact.look('compliance-ar');
  expect(await compliance.getByText(proof).count()).toBe(2);

  // On the screen that had it open, without reload.
  await reader.page.getByRole('heading', { level: 1, name: controlWords.tombstone.fr }).waitFor();
  expect(await reader.page.getByText(title).count()).toBe(0);
  await reader.look('tombstone-fr');
  const there = await ok(es.call('analyst', 'GET', `/api/exchange/items/${item}`));
  expect(there).toMatchObject({ state: 'recalled', title: '', objects: [] });
  for (const seat of [reader, contact]) await seat.leave();
});

test('a connected system gets its account, and whoever connects it its addresses', async () => {
  const [ma] = nodes();
  const administrator = await enter(ma, 'administrator', 'fr');
  const { page } = administrator;
  await page.goto('/people');
  await page.getByRole('button', { name: peopleWords.add.fr }).first().click();
  await page.getByRole('textbox', { name: peopleWords.name.fr }).fill('MISP de Rabat');
  await page.getByRole('textbox', { name: peopleWords.nameArabic.fr }).fill('منصة MISP بالرباط');
  await page.getByRole('textbox', { name: peopleWords.email.fr }).fill('misp@ma.example');
  await page.getByRole('checkbox', { name: terms.roles.connector.fr }).check();
  await page.getByRole('button', { name: peopleWords.invite.fr }).click();
  await page.getByText(peopleWords.enrolTitle.fr).waitFor();
  await administrator.look('system-account-fr');
  await administrator.leave();

  const analyst = await enter(ma, 'analyst', 'ar');
  const places = analyst.page.getByRole('navigation');
  await places.getByRole('link', { name: collectionsWords.title.ar }).click();
  await analyst.page.getByText(`${ma.address}/taxii2/exchange/collections/`).first().waitFor();
  await analyst.look('collections-ar');
  await analyst.leave();
});

test('no screen of the journey was found wrong', () => {
  expect(room.problems).toEqual([]);
});
