/**
 * Blind checks as those live them who ask and who hold: a Moroccan analyst checks fifty identifiers against
 * France and Spain, two hits; of one a formal request is made and arrives in Paris, the other is set aside.
 */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { readerWords } from '../../console/capabilities/exchange/reader-words.ts';
import { checkWords } from '../../console/capabilities/matching/check-words.ts';
import { hitWords } from '../../console/capabilities/matching/hit-words.ts';
import { kindWords } from '../../console/capabilities/matching/kind-words.ts';
import { quotaWords } from '../../console/capabilities/matching/quota-words.ts';
import { resultWords } from '../../console/capabilities/matching/result-words.ts';
import { matchingWords } from '../../console/capabilities/matching/words.ts';
import { askWords } from '../../console/capabilities/requests/ask-words.ts';
import { pageWords } from '../../console/capabilities/requests/request-words.ts';
import { requestWords } from '../../console/capabilities/requests/words.ts';
import type { Role } from '../../server/kernel/decision.ts';
import type { Language, Words } from '../../server/kernel/faults.ts';
import { launchBrowser } from '../browser.ts';
import { agree, compose, draftWith, nodeOf, okList } from '../story.ts';
import { until } from '../until.ts';
import { openWorld, type World, type WorldNode } from '../world.ts';
import { build } from './built.ts';
import { askRelease, confirm, goTo, open, stateReason } from './hands.ts';
import { enterAs, openRoom, type Room, type Seat } from './seat.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 });

/** What both hold: a telephone of France, a person of Spain whom each writes in its own script. */
const heldPhone = '+212661000017';
const reasons = { ar: 'تأمين البطولة', fr: 'Sécurité du tournoi', en: 'Tournament' } as const;
const why = 'أرقام وُجدت في هاتف محجوز قرب الملعب';
const remark = 'حُسم أمره في ملف آخر';

/** Fifty that can be asked about, in the way that lists are kept; and two that cannot. */
const list = [
  ...Array.from({ length: 24 }, (_, at) => `+212 661 00 00 ${String(at).padStart(2, '0')}`),
  ...Array.from({ length: 25 }, (_, at) => `adresse${at}@exemple.ma`),
  'GB82 WEST 1234 5698 7654 32',
  'GB82 WEST 1234 5698 7654 33',
  '0661 00 00 17',
];

let world: World;
let browser: Awaited<ReturnType<typeof launchBrowser>>;
let room: Room;
let analyst: Seat;
const nodes: Record<'ma' | 'fr' | 'es', WorldNode> = Object.create(null);

const runJobs = async (): Promise<void> => {
  for (const node of Object.values(nodes)) await node.runJobs();
};

/** An item of a service about this; it is never sent. */
const hold = (node: WorldNode, agreement: string, object: Record<string, unknown>): Promise<string> =>
  compose(node, draftWith(agreement, { objects: [{ spec_version: '2.1', ...object }] }));

beforeAll(async () => {
  await build();
  world = await openWorld(['ma', 'fr', 'es']);
  Object.assign(nodes, { ma: nodeOf(world, 'ma'), fr: nodeOf(world, 'fr'), es: nodeOf(world, 'es') });
  const agreement = await agree([nodes.ma, nodes.fr, nodes.es], {
    matching: { perDay: 200, perOfficer: 80 },
  });
  await hold(nodes.fr, agreement, {
    type: 'user-account',
    id: 'user-account--00000000-0000-4000-8000-000000000001',
    account_type: 'phone',
    user_id: heldPhone,
  });
  await hold(nodes.es, agreement, {
    type: 'email-addr',
    id: 'email-addr--00000000-0000-4000-8000-000000000002',
    value: 'Adresse7@exemple.ma',
  });
  await until(
    async () => {
      await runJobs();
      const uses = await okList(nodes.ma.call('analyst', 'GET', '/api/matching/use'));
      return uses.length === 2 && uses.every(({ ready }) => ready === true);
    },
    { withinMs: 60_000 },
  );
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
  await seat.page.reload();
  await seat.page.locator('main#main h1').waitFor();
  return seat;
};

const toMatching = async ({ page, language }: Seat): Promise<void> => {
  const name = new RegExp(matchingWords.title[language]);
  await page.getByRole('navigation').getByRole('link', { name }).click();
  await page.getByRole('heading', { level: 1, name: matchingWords.title[language] }).waitFor();
};

/** Goes to one of the views of the place. */
const view = ({ page, language }: Seat, words: Words): Promise<void> =>
  page.getByRole('radiogroup', { name: matchingWords.views[language] }).getByText(words[language]).click();

const press = ({ page, language }: Seat, words: Words): Promise<void> =>
  page.getByRole('main').getByRole('button', { name: words[language], exact: true }).first().click();

test('the analyst sees what was taken, what was refused and what it costs before it is sent', async () => {
  analyst = await enter(nodes.ma, 'analyst', 'ar');
  const { page } = analyst;
  await toMatching(analyst);
  await analyst.look('matching-empty');
  await page.getByRole('link', { name: matchingWords.newCheck.ar }).first().click();
  await page.getByRole('textbox', { name: checkWords.lines.ar }).fill(list.join('\n'));
  await page.getByText(kindWords['problem-check-digit'].ar).first().waitFor();
  await page.getByText(kindWords['problem-country'].ar).first().waitFor();
  await page.getByRole('status').getByText(/50/).waitFor();
  await press(analyst, checkWords.send);
  await page.getByText(checkWords.needReason.ar).waitFor();
  await page.getByRole('textbox', { name: checkWords.reason.ar }).fill(why);
  for (const partner of ['فرنسا', 'إسبانيا'])
    await page.getByRole('checkbox', { name: partner, exact: true }).check();
  await analyst.look('matching-check');
});

test('two hits come in while he looks; the rest are none', async () => {
  const { page } = analyst;
  await press(analyst, checkWords.send);
  await page.getByRole('heading', { level: 1, name: resultWords.title.ar }).waitFor();
  await until(
    async () => {
      await runJobs();
      return (await page.getByText(resultWords.complete.ar).count()) > 0;
    },
    { withinMs: 60_000 },
  );
  await page.getByRole('article').nth(1).waitFor();
  expect(await page.getByRole('article').count()).toBe(2);
  await page.getByRole('article', { name: /فرنسا/ }).getByText('+212 661 00 00 17').waitFor();
  await page
    .getByRole('article', { name: /إسبانيا/ })
    .getByText('adresse7@exemple.ma')
    .waitFor();
  await analyst.look('matching-results');
});

test('one is set aside with a reason, which can be taken back and stays', async () => {
  const { page } = analyst;
  const spain = page.getByRole('article', { name: /إسبانيا/ });
  await spain.getByRole('button', { name: hitWords.dismiss.ar }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: hitWords['ground-other'].ar }).check();
  await dialog.getByRole('textbox', { name: hitWords.remark.ar }).fill(remark);
  await analyst.look('matching-dismiss');
  await confirm(analyst, hitWords.dismiss.ar);
  await dialog.waitFor({ state: 'detached' });
  await spain.getByText(remark).waitFor();
  await spain.getByText(hitWords['state-dismissed'].ar).waitFor();
});

test('of the other a request is made, with its subject and its addressee', async () => {
  const { page } = analyst;
  const france = page.getByRole('article', { name: /فرنسا/ });
  await france.getByRole('button', { name: hitWords.request.ar }).click();
  await page.getByRole('heading', { level: 1, name: askWords.editTitle.ar }).waitFor();
  expect(await page.getByRole('textbox', { name: askWords.question.ar }).inputValue()).toContain(
    '+212 661 00 00 17',
  );
  expect(await page.getByRole('checkbox', { name: 'فرنسا', exact: true }).isChecked()).toBe(true);
  expect(await page.getByRole('checkbox', { name: 'إسبانيا', exact: true }).isChecked()).toBe(false);
  await analyst.look('matching-request');
  await press(analyst, askWords.propose);
  await page.getByText(pageWords.notSent.ar).waitFor();
});

test('released in Rabat, it arrives in Paris in French', async () => {
  const title = (await analyst.page.locator('main#main h1').textContent()) ?? '';
  const contact = await enter(nodes.ma, 'contact-point', 'ar');
  await goTo(contact, 'to-release');
  await open(contact, title);
  await contact.page.getByRole('region', { name: readerWords.previewTitle.ar }).waitFor();
  await askRelease(contact);
  await confirm(contact, readerWords.release.ar);
  await contact.page.getByRole('dialog').waitFor({ state: 'detached' });
  await contact.leave();
  const paris = await enter(nodes.fr, 'liaison-officer', 'fr');
  await paris.page
    .getByRole('navigation')
    .getByRole('link', { name: new RegExp(requestWords.title.fr) })
    .click();
  await open(paris, title);
  await paris.page.getByText(heldPhone).first().waitFor();
  await toMatching(paris);
  await view(paris, matchingWords.use);
  await paris.page.getByText(quotaWords.theirs.fr).first().waitFor();
  await paris.page.getByRole('region', { name: 'Maroc' }).getByText(/50/).first().waitFor();
  await paris.look('matching-use-partner');
  await paris.leave();
});

test('what was decided stays to be read, with who and why; and what of the day is left', async () => {
  const { page } = analyst;
  await toMatching(analyst);
  await page
    .getByRole('radiogroup', { name: hitWords.filter.ar })
    .getByText(hitWords.all.ar, { exact: true })
    .click();
  await page.getByText(remark).waitFor();
  await page.getByRole('link', { name: hitWords.openRequest.ar }).waitFor();
  await analyst.look('matching-hits');
  await view(analyst, matchingWords.checks);
  await page.getByRole('button', { name: why }).waitFor();
  await analyst.look('matching-checks');
  await view(analyst, matchingWords.use);
  await page.getByRole('region', { name: 'فرنسا' }).getByText(/50/).first().waitFor();
  await analyst.look('matching-use');
  await analyst.leave();
  expect(room.problems).toEqual([]);
});
