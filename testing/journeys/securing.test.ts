/**
 * Securing an event as those live it who ask and who send: France asks for bomb disposal, Morocco offers ten
 * officers and names them; they are vetted, badged and paired, stand in the roster, and go home again.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { answerWords } from '../../console/capabilities/assistance/answer-words.ts';
import { askWords } from '../../console/capabilities/assistance/ask-words.ts';
import { namingWords } from '../../console/capabilities/assistance/deployment/naming-words.ts';
import { assistanceWords } from '../../console/capabilities/assistance/words.ts';
import { isObject } from '../../server/kernel/canonical.ts';
import type { Role } from '../../server/kernel/decision.ts';
import type { Language, Words } from '../../server/kernel/faults.ts';
import { dayMs, dayOf, later } from '../../server/kernel/time.ts';
import type { Requirement } from '../../server/plumbing/specialties/index.ts';
import { askContent, askedLine, asks, has, settled } from '../assistance-story.ts';
import { launchBrowser } from '../browser.ts';
import { eventDraft, postDraft, venueDraft } from '../events-cast.ts';
import { agree, nodeOf, ok } from '../story.ts';
import { until } from '../until.ts';
import { openWorld, type World, type WorldNode } from '../world.ts';
import { build } from './built.ts';
import { confirm, stateReason } from './hands.ts';
import { officersTable, tableSize } from './officers-table.ts';
import { enterAs, openRoom, type Room, type Seat } from './seat.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 });

const inDays = (days: number): string => later(new Date().toISOString(), days * dayMs);
const reasons = { ar: 'إيفاد الضباط', fr: 'Suivi des renforts', en: 'Deployment' } as const;
const units = '/api/assistance/units';
const line = randomUUID();
const requirement: Requirement = { specialty: 'bomb-disposal', skills: [], languages: ['fr'], powers: [] };

let world: World;
let browser: Awaited<ReturnType<typeof launchBrowser>>;
let room: Room;
let fr: WorldNode;
let ma: WorldNode;
let event = '';
let ask = '';

/** The event in Paris: two evenings of four posts each. */
const planEvent = async (): Promise<void> => {
  const planned = eventDraft({
    name: { ar: 'ألعاب باريس', fr: 'Jeux de Paris' },
    country: 'FR',
    firstDay: dayOf(inDays(1)),
    lastDay: dayOf(inDays(5)),
  });
  event = String((await ok(fr.call('event-planner', 'POST', '/api/events', planned))).id);
  const path = `/api/events/${event}`;
  const place = {
    name: { ar: 'ملعب سان دوني', fr: 'Stade de Saint-Denis' },
    town: 'Saint-Denis',
    country: 'FR',
  };
  const venue = await ok(fr.call('event-planner', 'POST', `${path}/venues`, venueDraft(place)));
  for (const days of [2, 3]) {
    const day = dayOf(inDays(days));
    const period = { from: `${day}T14:00:00.000Z`, to: `${day}T20:00:00.000Z` };
    const needs = { requirement, quantity: 4 };
    await ok(
      fr.call('event-planner', 'POST', `${path}/posts`, postDraft(String(venue.id), { ...period, ...needs })),
    );
  }
};

/** Written by the planner and proposed; it has not left. */
const proposeAsk = async (agreement: string): Promise<void> => {
  const asked = {
    ...askedLine(line, 'bomb-disposal', tableSize),
    requirement,
    from: inDays(1),
    to: inDays(6),
  };
  const content = askContent({
    title: 'Équipes de déminage pour l’ouverture',
    event: { id: event, name: 'Jeux de Paris', code: null },
    lines: [asked],
    answerBy: inDays(1),
  });
  const address = { agreement, circle: null, recipients: [ma.party] };
  ask = String((await ok(fr.call('event-planner', 'POST', asks, { content, address }))).id);
  await ok(fr.call('event-planner', 'POST', `${asks}/${ask}/propose`));
};

beforeAll(async () => {
  await build();
  world = await openWorld(['fr', 'ma']);
  [fr, ma] = [nodeOf(world, 'fr'), nodeOf(world, 'ma')];
  await planEvent();
  await proposeAsk(await agree([fr, ma]));
  browser = await launchBrowser();
  room = openRoom(browser);
});
afterAll(async () => {
  await room?.close();
  await browser?.close();
  await world?.close();
});

const enter = async (node: WorldNode, role: Role, language: Language, path: string): Promise<Seat> => {
  const seat = await enterAs(room, node, role, language);
  await stateReason(seat, reasons[language]);
  await goTo(seat, path);
  return seat;
};

const goTo = async ({ page }: Seat, path: string): Promise<void> => {
  await page.goto(path);
  await page.locator('main#main h1').waitFor();
};

const press = ({ page, language }: Seat, words: Words): Promise<void> =>
  page.getByRole('main').getByRole('button', { name: words[language], exact: true }).first().click();

/** Presses what asks before it does, and says yes. */
const pressAndConfirm = async (seat: Seat, words: Words): Promise<void> => {
  await press(seat, words);
  await confirm(seat, words[seat.language]);
  await seat.page.getByRole('dialog').waitFor({ state: 'detached' });
};

const askPage = () => `/assistance/asks/${ask}`;

/** The contact point of a node lets leave what waits in the ask. */
const letGo = async (node: WorldNode, language: Language, screen: string): Promise<void> => {
  const contact = await enter(node, 'contact-point', language, askPage());
  await contact.page.getByText(answerWords.waits[language]).waitFor();
  await contact.look(screen);
  await pressAndConfirm(contact, answerWords.release);
  await contact.leave();
};

test('the contact point in Paris lets the ask leave', async () => {
  const contact = await enter(fr, 'contact-point', 'fr', askPage());
  await contact.page.getByText('Stade').or(contact.page.getByText('Saint-Denis')).first().waitFor();
  await contact.look('securing-ask');
  await pressAndConfirm(contact, askWords.issue);
  await contact.page.getByText(assistanceWords['state-issued'].fr, { exact: true }).first().waitFor();
  await contact.leave();
});

test('Rabat offers ten officers on its form', async () => {
  await has(ma, ask);
  const planner = await enter(ma, 'event-planner', 'ar', askPage());
  const { page } = planner;
  await page.getByRole('textbox', { name: answerWords.languages.ar }).fill('ar, fr');
  await page.getByRole('textbox', { name: answerWords.conditions.ar }).fill('إيواء قريب من الملعب');
  await planner.look('securing-offer');
  await press(planner, answerWords.send);
  await page.getByText(answerWords.waits.ar).waitFor();
  await planner.leave();
  await letGo(ma, 'ar', 'securing-offer-waiting');
  await settled(fr, ask, ma, 'offered');
});

test('Paris accepts all ten', async () => {
  const planner = await enter(fr, 'event-planner', 'fr', askPage());
  await planner.look('securing-answers');
  await press(planner, answerWords['do-accept']);
  await press(planner, answerWords.send);
  await planner.page.getByText(answerWords.waits.fr).waitFor();
  await planner.leave();
  await letGo(fr, 'fr', 'securing-acceptance');
  await settled(ma, ask, ma, 'accepted');
});

test('Rabat pastes the table of its officers, and their names leave with the contact point', async () => {
  const planner = await enter(ma, 'event-planner', 'ar', askPage());
  const { page } = planner;
  await page.getByRole('link', { name: namingWords.title.ar }).click();
  await page.getByRole('textbox', { name: namingWords.paste.ar }).fill(officersTable());
  await press(planner, namingWords.read);
  await page.getByText('Youssef EL AMRANI').waitFor();
  await page.getByRole('textbox', { name: namingWords.purpose.ar }).fill('تأمين حفل الافتتاح');
  await page.getByRole('textbox', { name: namingWords.legalBasis.ar }).fill('الاتفاق، المادة 4');
  await planner.look('securing-names');
  await page.getByRole('button', { name: /حفظ.*10/ }).click();
  await page.getByText(namingWords.drafts.ar).waitFor();
  const address = page.url();
  await planner.leave();
  const contact = await enter(ma, 'contact-point', 'ar', address);
  await contact.page.getByText(namingWords.drafts.ar).waitFor();
  await contact.look('securing-names-waiting');
  await pressAndConfirm(contact, namingWords.release);
  await contact.leave();
  await until(async () => (await visitors()).length === tableSize, { withinMs: 20_000 });
  expect(room.problems).toEqual([]);
});

/** Ids of those who came, by their names. */
const visitors = async (): Promise<readonly (readonly [string, string])[]> => {
  const { units: found } = await ok(fr.call('event-planner', 'GET', `${units}?kind=visiting`));
  return (Array.isArray(found) ? found.filter(isObject) : []).map(
    ({ id, nameLatin }) => [String(nameLatin), String(id)] as const,
  );
};
