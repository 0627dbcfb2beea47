/**
 * Securing an event as those live it who ask and who send: France asks for bomb disposal, Morocco offers ten
 * officers and names them; they are vetted, badged and paired, stand in the roster, and go home again.
 */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { answerWords } from '../../console/capabilities/assistance/answer-words.ts';
import { askWords } from '../../console/capabilities/assistance/ask-words.ts';
import { namingWords } from '../../console/capabilities/assistance/deployment/naming-words.ts';
import {
  pairWords,
  screenWords,
  stepDialogWords,
} from '../../console/capabilities/assistance/deployment/screen-words.ts';
import { actWords, stateWords } from '../../console/capabilities/assistance/deployment/unit-words.ts';
import { assistanceWords } from '../../console/capabilities/assistance/words.ts';
import { replanWords } from '../../console/capabilities/roster/replan-words.ts';
import { toldWords } from '../../console/capabilities/roster/told-words.ts';
import { rosterWords } from '../../console/capabilities/roster/words.ts';
import { dutyWords } from '../../server/capabilities/roster/duty-words.ts';
import type { Role } from '../../server/kernel/decision.ts';
import type { Words } from '../../server/kernel/faults.ts';
import { has, settled } from '../assistance-story.ts';
import { launchBrowser } from '../browser.ts';
import { nodeOf, ok, okList } from '../story.ts';
import { until } from '../until.ts';
import { openWorld, type World, type WorldNode } from '../world.ts';
import { build } from './built.ts';
import { confirm, holdBack, stateReason } from './hands.ts';
import { officersTable, tableSize } from './officers-table.ts';
import { enterAs, openRoom, type Room, type Seat } from './seat.ts';
import { bringIn, setStage, standingIn, stateOf, step, visitorsOf } from './securing-stage.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 });

const reasons = { ar: 'إيفاد الضباط', fr: 'Suivi des renforts', en: 'Deployment' } as const;
const first = { latin: 'Youssef EL AMRANI', arabic: 'يوسف العمراني' } as const;

let world: World;
let browser: Awaited<ReturnType<typeof launchBrowser>>;
let room: Room;
let fr: WorldNode;
let ma: WorldNode;
const here = { event: '', ask: '', draft: '', first: '' };
let visitors: ReadonlyMap<string, string> = new Map();
const withdrawn: string[] = [];

beforeAll(async () => {
  await build();
  world = await openWorld(['fr', 'ma']);
  [fr, ma] = [nodeOf(world, 'fr'), nodeOf(world, 'ma')];
  Object.assign(here, await setStage(fr, ma));
  for (const node of [fr, ma])
    await ok(node.call('event-planner', 'POST', '/api/parties/context', { reason: reasons.fr }));
  browser = await launchBrowser();
  room = openRoom(browser);
});
afterAll(async () => {
  await room?.close();
  await browser?.close();
  await world?.close();
});

const seats = new Map<string, Seat>();

/** Who has this role at the node, in front of his console all along; he goes to an address. */
const at = async (node: WorldNode, role: Role, path: string): Promise<Seat> => {
  const language = node === fr ? 'fr' : 'ar';
  const key = `${language} ${role}`;
  let seat = seats.get(key);
  if (seat === undefined) {
    seat = await enterAs(room, node, role, language);
    await stateReason(seat, reasons[language]);
    seats.set(key, seat);
  }
  await seat.page.goto(path);
  await seat.page.locator('main#main h1').waitFor();
  return seat;
};
const planner = (node: WorldNode, path: string): Promise<Seat> => at(node, 'event-planner', path);
const contact = (node: WorldNode, path: string): Promise<Seat> => at(node, 'contact-point', path);

const press = ({ page, language }: Seat, words: Words): Promise<void> =>
  page.getByRole('main').getByRole('button', { name: words[language], exact: true }).first().click();
const shows = ({ page, language }: Seat, words: Words): Promise<void> =>
  page.getByRole('main').getByText(words[language], { exact: true }).first().waitFor();
const fill = ({ page, language }: Seat, words: Words, text: string): Promise<void> =>
  page.getByRole('textbox', { name: words[language] }).fill(text);

/** Presses what asks before it does, and says yes. */
const pressAndConfirm = async (seat: Seat, words: Words): Promise<void> => {
  await press(seat, words);
  await confirm(seat, words[seat.language]);
  await seat.page.getByRole('dialog').waitFor({ state: 'detached' });
};

const askPage = () => `/assistance/asks/${here.ask}`;
const unitPage = (id: string) => `/assistance/units/${id}`;
const draftPage = () => `/roster/drafts/${here.draft}`;

/** The contact point of a node lets leave what waits in the ask. */
const letGo = async (node: WorldNode): Promise<void> => {
  const seat = await contact(node, askPage());
  await shows(seat, answerWords.waits);
  await pressAndConfirm(seat, answerWords.release);
};

test('the contact point in Paris lets the ask leave', async () => {
  const seat = await contact(fr, askPage());
  await shows(seat, assistanceWords.toRelease);
  await seat.look('securing-ask');
  await pressAndConfirm(seat, askWords.issue);
  await shows(seat, assistanceWords['state-issued']);
  await has(ma, here.ask);
});

test('Rabat offers ten officers on its form, in Arabic', async () => {
  const seat = await planner(ma, askPage());
  for (const spoken of ['العربية', 'الفرنسية']) {
    await seat.page.getByLabel(answerWords.languages.ar, { exact: true }).first().fill(spoken);
    await seat.page.getByRole('option', { name: spoken, exact: true }).click();
  }
  await seat.page.keyboard.press('Escape');
  await fill(seat, answerWords.conditions, 'إيواء قريب من الملعب');
  await seat.look('securing-offer');
  await press(seat, answerWords.send);
  await shows(seat, answerWords.waits);
  await letGo(ma);
  await settled(fr, here.ask, ma, 'offered');
});

test('Paris accepts all ten', async () => {
  const seat = await planner(fr, askPage());
  await seat.look('securing-answers');
  await press(seat, answerWords['do-accept']);
  await press(seat, answerWords.send);
  await shows(seat, answerWords.waits);
  await letGo(fr);
  await settled(ma, here.ask, ma, 'accepted');
});

test('Rabat pastes the table of its officers, and their names leave with the contact point', async () => {
  const seat = await planner(ma, askPage());
  const { page } = seat;
  await page.getByRole('link', { name: namingWords.title.ar }).click();
  await fill(seat, namingWords.paste, officersTable());
  await press(seat, namingWords.read);
  await page.getByText(first.latin, { exact: true }).waitFor();
  await fill(seat, namingWords.purpose, 'تأمين حفل الافتتاح');
  await fill(seat, namingWords.legalBasis, 'الاتفاق، المادة 4');
  await seat.look('securing-names');
  await page.getByRole('button', { name: new RegExp(String(tableSize)) }).click();
  await page.getByText(namingWords.drafts.ar).waitFor();
  const releasing = await contact(ma, page.url());
  await pressAndConfirm(releasing, namingWords.release);
  visitors = await until(
    async () => {
      const found = await visitorsOf(fr);
      return found.size === tableSize ? found : null;
    },
    { withinMs: 20_000 },
  );
  here.first = visitors.get(first.latin) ?? '';
});

/** Takes a step in the officer's page; `said` fills the dialog. */
const act = async (seat: Seat, words: Words, said: () => Promise<void> = async () => undefined) => {
  await press(seat, words);
  await said();
  await confirm(seat, words[seat.language]);
  await seat.page.getByRole('dialog').waitFor({ state: 'detached' });
};

test('Paris vets one, gives him a badge, receives him and finds him his host officer', async () => {
  const seat = await planner(fr, '/assistance/board');
  await seat.page.getByRole('link', { name: actWords.vet.fr }).first().waitFor();
  await seat.look('securing-board');
  await planner(fr, unitPage(here.first));
  await act(seat, actWords.vet);
  await act(seat, actWords.accredit, () => fill(seat, stepDialogWords.zones, 'Stade\nVillage'));
  await shows(seat, screenWords.badge);
  await act(seat, actWords.arrive, () => fill(seat, stepDialogWords.lodging, 'Caserne Nord'));
  await seat.page.getByRole('link', { name: actWords.pair.fr, exact: true }).click();
  await seat.page.getByText('Claire MOREL').waitFor();
  await seat.look('securing-pair');
  await press(seat, pairWords.choose);
  await shows(seat, stateWords.paired);
  await seat.look('securing-officer');
  for (const id of visitors.values()) if (id !== here.first) await bringIn(fr, id);
});

test('the roster is solved: each place on each post is filled', async () => {
  const seat = await planner(fr, `/roster/events/${here.event}`);
  const { page } = seat;
  await press(seat, rosterWords.newDraft);
  await fill(seat, rosterWords.name, 'Ouverture');
  await page.getByRole('dialog').getByRole('button', { name: rosterWords.begin.fr }).click();
  await page.getByRole('heading', { level: 1, name: 'Ouverture' }).waitFor();
  here.draft = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  // The news that the search has begun come before the answer to who began it.
  await holdBack(seat, /\/solve$/, () => page.getByRole('button', { name: rosterWords.stop.fr }).waitFor());
  await pressAndConfirm(seat, rosterWords.solve);
  await page.getByText(/8\W? places pourvues sur \W?8/).waitFor({ timeout: 40_000 });
  expect(await page.getByRole('dialog').count()).toBe(0);
  await seat.look('securing-roster');
});

test('Rabat withdraws two who stand on posts', async () => {
  const [one = '', two = ''] = [...new Set(await standingIn(fr, here.draft))].filter(
    (id) => id !== here.first,
  );
  const seat = await planner(ma, unitPage(one));
  await act(seat, actWords.withdraw, () => fill(seat, stepDialogWords.reason, 'إصابة في التدريب'));
  await shows(seat, stateWords.withdrawn);
  await seat.look('securing-withdrawn');
  await step(ma, two, { kind: 'withdraw', reason: 'Rappelé' });
  withdrawn.push(one, two);
  for (const id of withdrawn)
    await until(async () => (await stateOf(fr, id)) === 'withdrawn', { withinMs: 20_000 });
});

test('Paris takes the fewest changes and proposes; the head of the centre publishes', async () => {
  const seat = await planner(fr, `${draftPage()}/replan`);
  const { page } = seat;
  await press(seat, replanWords.add);
  await press(seat, replanWords.look);
  await page.getByRole('button', { name: replanWords.acceptChosen.fr }).waitFor({ timeout: 30_000 });
  await seat.look('securing-replan');
  // Who is free takes the two places: nothing is lost, and nobody else moves.
  const proposed = await ok(fr.call('event-planner', 'GET', `/api/roster/drafts/${here.draft}/replan`));
  expect(proposed).toMatchObject({ people: 4, duties: 4, after: { coveredSeats: 8 } });
  await press(seat, replanWords.acceptChosen);
  await page.getByRole('heading', { level: 1, name: 'Ouverture' }).waitFor();
  await page.getByText(/8\W? places pourvues sur \W?8/).waitFor();
  const standing = await standingIn(fr, here.draft);
  expect(standing.filter((id) => withdrawn.includes(id))).toEqual([]);
  await press(seat, rosterWords.propose);
  await shows(seat, rosterWords['state-proposed']);
  const head = await at(fr, 'centre-head', draftPage());
  await pressAndConfirm(head, rosterWords.publish);
  await shows(head, rosterWords['state-published']);
});

test('an officer reads his duties on his telephone and says so; Rabat hears of it', async () => {
  const seat = await planner(fr, `/roster/events/${here.event}?tab=told`);
  await press(seat, toldWords.makeAll);
  const address = (await seat.page.getByRole('dialog').locator('code').first().textContent()) ?? '';
  await seat.look('securing-told');
  const phone = await room.sit({ address: fr.address, language: 'ar' });
  await phone.page.setViewportSize({ width: 390, height: 844 });
  await phone.page.goto(address);
  await phone.page.getByRole('heading', { name: dutyWords.title.ar }).waitFor();
  await phone.lookAsItStands('securing-phone');
  await phone.page.getByRole('button', { name: dutyWords.acknowledge.ar }).click();
  await phone.page.getByText(dutyWords.acknowledged.ar).waitFor();
  await phone.leave();
  const hears = async () =>
    (await okList(ma.call('event-planner', 'GET', '/api/roster/received'))).some(
      ({ acknowledgedAt }) => acknowledgedAt !== null,
    );
  await until(hears, { withinMs: 20_000 });
  const rabat = await planner(ma, '/roster/received');
  await rabat.page.getByText(toldWords.notYet.ar).first().waitFor();
  await rabat.look('securing-received');
});

test('they are released, and both sides say what they learned', async () => {
  const seat = await planner(fr, unitPage(here.first));
  await act(seat, actWords.release);
  await shows(seat, stateWords.released);
  await act(seat, actWords.debrief, () => fill(seat, stepDialogWords.debrief, 'Équipe précise et calme'));
  const released = [...visitors.values()].filter((id) => id !== here.first && !withdrawn.includes(id));
  expect(released.length).toBe(tableSize - 3);
  for (const id of released) {
    await step(fr, id, { kind: 'release' });
    await step(fr, id, { kind: 'debrief', text: 'Mission tenue' });
    await until(async () => (await stateOf(ma, id)) === 'released', { withinMs: 20_000 });
    await step(ma, id, { kind: 'debrief', text: 'Retour sans incident' });
  }
  await until(async () => (await stateOf(ma, here.first)) === 'released', { withinMs: 20_000 });
  const rabat = await planner(ma, unitPage(here.first));
  await act(rabat, actWords.debrief, () => fill(rabat, stepDialogWords.debrief, 'تنسيق ممتاز مع المرافق'));
  await shows(rabat, stateWords.debriefed);
  await rabat.look('securing-debriefed');
  for (const id of [here.first, ...released])
    await until(async () => (await stateOf(fr, id)) === 'debriefed', { withinMs: 20_000 });
  expect(room.problems).toEqual([]);
});
