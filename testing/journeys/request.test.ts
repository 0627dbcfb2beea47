/**
 * A request as those live it who ask and who answer: a Moroccan liaison officer asks France and Spain; France
 * asks back and answers in part, Spain refuses and says why; what the answer was worth goes back to Paris.
 */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { composeWords } from '../../console/capabilities/exchange/compose-words.ts';
import { readerWords } from '../../console/capabilities/exchange/reader-words.ts';
import { subjectWords } from '../../console/capabilities/exchange/subject-words.ts';
import { urgencyWords } from '../../console/capabilities/exchange/urgency-words.ts';
import { askWords } from '../../console/capabilities/requests/ask-words.ts';
import { pageWords } from '../../console/capabilities/requests/request-words.ts';
import { stepWords } from '../../console/capabilities/requests/step-words.ts';
import {
  followUpWords,
  groundWords,
  requestWords,
  strandWords,
} from '../../console/capabilities/requests/words.ts';
import { logWords } from '../../console/capabilities/watch/log/log-words.ts';
import type { Role } from '../../server/kernel/decision.ts';
import type { Language, Words } from '../../server/kernel/faults.ts';
import { launchBrowser } from '../browser.ts';
import { agree, nodeOf } from '../story.ts';
import { openWorld, type World, type WorldNode } from '../world.ts';
import { build } from './built.ts';
import { askRelease, confirm, goTo, open, stateReason } from './hands.ts';
import { enterAs, openRoom, type Room, type Seat } from './seat.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 });

const title = 'من يستعمل سيارة كراء رُصدت قرب ملعب طنجة؟';
const question = 'نلتمس هوية من اكترى السيارة بين 3 و7 نونبر، ووسيلة الأداء، وهل سبق أن عبرت الحدود.';
const asked = 'S’agit-il du véhicule blanc photographié le 5 novembre, ou de celui du 6 ?';
const clarified = 'سيارة 5 نونبر، البيضاء. السيارة الأخرى لا تعنينا.';
const answer = 'Location réglée en espèces à Algésiras le 3 novembre. L’identité suivra.';
const refusal = 'Une procédure est en cours sur le loueur.';
const worth = 'ضُبطت السيارة في ميناء طنجة المتوسط.';

const reasons = { ar: 'التحضير للبطولة', fr: 'Préparation du tournoi', en: 'Tournament' } as const;

let world: World;
let browser: Awaited<ReturnType<typeof launchBrowser>>;
let room: Room;
let officer: Seat;
let paris: Seat;

beforeAll(async () => {
  await build();
  world = await openWorld(['ma', 'fr', 'es']);
  await agree([nodeOf(world, 'ma'), nodeOf(world, 'fr'), nodeOf(world, 'es')]);
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
  await stateReason(seat, reasons[language]);
  // What was listed before he said why is listed anew, with its words.
  await seat.page.reload();
  await seat.page.locator('main#main h1').waitFor();
  return seat;
};

const toBoard = async ({ page, language }: Seat): Promise<void> => {
  await page
    .getByRole('navigation')
    .getByRole('link', { name: new RegExp(requestWords.title[language]) })
    .click();
  await page.getByRole('heading', { level: 1, name: requestWords.title[language] }).waitFor();
};

/** Opens the request from the board, once it stands there. */
const fromBoard = async (seat: Seat): Promise<void> => {
  await toBoard(seat);
  await open(seat, title);
};

const press = ({ page, language }: Seat, words: Words): Promise<void> =>
  page.getByRole('main').getByRole('button', { name: words[language], exact: true }).first().click();

/** Takes a step in its dialog: what is chosen, what is said, and off it goes. */
const take = async (
  seat: Seat,
  step: Words,
  said: { readonly text: string; readonly choose?: () => Promise<unknown>; readonly look?: string },
): Promise<void> => {
  const dialog = seat.page.getByRole('dialog');
  await press(seat, step);
  await said.choose?.();
  await dialog.getByRole('textbox', { name: stepWords.text[seat.language] }).fill(said.text);
  if (said.look) await seat.look(said.look);
  await confirm(seat, step[seat.language]);
  await dialog.waitFor({ state: 'detached' });
};

const releaseAs = async (
  node: WorldNode,
  language: Language,
  named: string,
  look?: string,
): Promise<void> => {
  const contact = await enter(node, 'contact-point', language);
  await goTo(contact, 'to-release');
  await open(contact, named);
  await contact.page.getByRole('region', { name: readerWords.previewTitle[language] }).waitFor();
  if (look) await contact.look(look);
  await askRelease(contact);
  await confirm(contact, readerWords.release[language]);
  await contact.page.getByRole('dialog').waitFor({ state: 'detached' });
  await contact.leave();
};

test('the officer in Rabat asks in Arabic, and the contact point lets it go', async () => {
  const ma = nodeOf(world, 'ma');
  officer = await enter(ma, 'liaison-officer', 'ar');
  const { page } = officer;
  await toBoard(officer);
  await page.getByRole('link', { name: requestWords.ask.ar }).click();
  await page.getByRole('textbox', { name: askWords.heading.ar }).fill(title);
  await page.getByRole('textbox', { name: askWords.question.ar }).fill(question);
  const [add = ''] = composeWords.add.ar.split('{');
  await page.getByRole('button', { name: new RegExp(`^${add}.*${subjectWords.vehicle.ar}`) }).click();
  await page.getByRole('textbox', { name: subjectWords['vehicle-plate'].ar }).fill('1234 KLM');
  await page.getByRole('combobox', { name: composeWords.agreement.ar }).selectOption({ label: 'اتفاق' });
  for (const addressee of ['فرنسا', 'إسبانيا'])
    await page.getByRole('checkbox', { name: addressee, exact: true }).check();
  await page.getByRole('radio', { name: new RegExp(`^${urgencyWords.urgent.ar} ·`) }).check();
  await press(officer, askWords.propose);
  await page.getByText(askWords['error-urgencyReason'].ar).waitFor();
  await page.getByRole('textbox', { name: askWords.urgencyReason.ar }).fill('تُجرى المباراة غداً مساءً.');
  await page.getByRole('checkbox', { name: 'Français', exact: true }).check();
  await officer.look('request-ask');
  await press(officer, askWords.propose);
  await page.getByText(pageWords.notSent.ar).waitFor();
  await releaseAs(ma, 'ar', title, 'request-release');
  for (const party of ['فرنسا', 'إسبانيا'])
    await page.getByRole('heading', { level: 3, name: new RegExp(party) }).waitFor();
});

test('Paris takes it on in French and asks back; Rabat clarifies, and the clock runs on', async () => {
  paris = await enter(nodeOf(world, 'fr'), 'liaison-officer', 'fr');
  await fromBoard(paris);
  await take(paris, stepWords.accepted, { text: '' });
  await take(paris, stepWords['clarification-asked'], { text: asked });
  await paris.page.getByText(requestWords.standsStill.fr).waitFor();
  const { page } = officer;
  await page.getByText(asked).waitFor();
  await page.getByText(requestWords.standsStill.ar).first().waitFor();
  await take(officer, stepWords.clarified, { text: clarified });
  await paris.page.getByText(clarified).waitFor();
  await paris.page.getByText(requestWords.standsStill.fr).waitFor({ state: 'detached' });
});

test('Spain refuses with a ground, and Rabat reads which', async () => {
  const madrid = await enter(nodeOf(world, 'es'), 'liaison-officer', 'fr');
  await fromBoard(madrid);
  const dialog = madrid.page.getByRole('dialog');
  const choose = (): Promise<unknown> =>
    dialog
      .getByRole('combobox', { name: stepWords.ground.fr })
      .selectOption({ label: groundWords['current-investigation'].fr });
  await take(madrid, stepWords.refused, { text: refusal, choose, look: 'request-refuse' });
  await madrid.page.getByText(strandWords.refused.fr, { exact: true }).first().waitFor();
  await madrid.leave();
  await officer.page.getByText(groundWords['current-investigation'].ar).waitFor();
  await officer.page.getByText(refusal).waitFor();
});

test('Paris answers in part with an item, which Rabat opens from the request', async () => {
  const { page } = paris;
  await page.getByRole('textbox', { name: pageWords.answerText.fr }).fill(answer);
  await page.getByRole('radio', { name: pageWords.partly.fr }).check();
  await paris.look('request-answer');
  await press(paris, pageWords.propose);
  await page.getByText(pageWords.answers.fr).waitFor();
  await releaseAs(nodeOf(world, 'fr'), 'fr', pageWords.answerTo.fr.replace('{title}', title));
  const link = officer.page.getByRole('link', { name: pageWords.openAnswer.ar });
  await link.waitFor();
  await officer.page.getByText(strandWords.partly.ar, { exact: true }).first().waitFor();
  await officer.look('request-answered');
  await link.click();
  await officer.page.getByText(answer).first().waitFor();
  await officer.page.goBack();
  await officer.page.getByRole('heading', { level: 1, name: title }).waitFor();
});

test('what it was worth goes back, and Paris sees it', async () => {
  const dialog = officer.page.getByRole('dialog');
  const choose = async (): Promise<void> => {
    await dialog.getByRole('radio', { name: '5', exact: true }).check();
    await dialog.getByRole('checkbox', { name: followUpWords.seizure.ar }).check();
  };
  await take(officer, stepWords.feedback, { text: worth, choose, look: 'request-feedback' });
  const { page } = paris;
  await page.getByText(worth).waitFor();
  await page.getByText(followUpWords.seizure.fr).waitFor();
  await paris.look('request-worth');
  await toBoard(officer);
  await officer.look('requests-board');
  await paris.leave();
});

test('an entry of the log becomes a request untyped, and each leads to the other', async () => {
  const { page } = officer;
  const seen = 'شاحنة بيضاء متوقفة أمام المحطة منذ ساعتين';
  const data = { line: seen, language: 'ar', marking: { tlp: 'amber' } };
  expect((await page.request.post('/api/watch/log', { data })).status()).toBe(201);
  await page
    .getByRole('navigation')
    .getByRole('link', { name: new RegExp(logWords.log.ar) })
    .first()
    .click();
  const row = page.getByRole('listitem').filter({ hasText: seen }).first();
  await row.getByRole('button', { name: /إجراءات/ }).click();
  await page.getByRole('menuitem', { name: logWords.toRequest.ar }).click();
  await page.getByRole('heading', { level: 1, name: askWords.editTitle.ar }).waitFor();
  expect(await page.getByRole('textbox', { name: askWords.question.ar }).inputValue()).toBe(seen);
  await press(officer, askWords.save);
  const origin = page.getByRole('link', { name: /من القيد رقم/ });
  await origin.waitFor();
  await officer.look('request-from-entry');
  await origin.click();
  // The request repeats the words: they are the entry's once it is gone.
  await origin.waitFor({ state: 'detached' });
  await page.getByText(seen).waitFor();
  await officer.look('entry-alone');
  await officer.leave();
  expect(room.problems).toEqual([]);
});
