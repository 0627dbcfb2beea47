/** The crossing, seen by those who do it: three nodes as processes, the built console, a real browser. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { composeWords } from '../../console/capabilities/exchange/compose-words.ts';
import { readerWords } from '../../console/capabilities/exchange/reader-words.ts';
import { exchangeWords } from '../../console/capabilities/exchange/words.ts';
import { signInWords } from '../../console/capabilities/parties/sign-in-words.ts';
import { markingWords } from '../../console/kit/marking-words.ts';
import { kitWords } from '../../console/kit/words.ts';
import { agreements, circles, type NodeKey } from '../../demo/scenario/index.ts';
import type { Language } from '../../server/kernel/faults.ts';
import { runCommand } from './built.ts';
import {
  appearance,
  askRelease,
  compose,
  confirm,
  focused,
  forbidReload,
  goTo,
  open,
  stateReason,
  timeClicks,
  type Written,
} from './hands.ts';
import { openStage, type Stage } from './stage.ts';

/** The demo world is built, started and seeded first. */
const setUpMs = 180_000;
const journeyMs = 240_000;
/**
 * Typical is far below one second; a machine that also runs the other tests may take longer, never this
 * long.
 */
const arrivalBoundMs = 5_000;

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, setUpMs);
afterAll(() => stage.close(), setUpMs);
beforeEach(() => {
  stage.problems.length = 0;
});

/** Signs in and says why: what these people read and write names a person. */
const enter: Stage['enter'] = async (node, role, language) => {
  const seat = await stage.enter(node, role, language);
  await stateReason(seat, 'Préparation de la cérémonie d’ouverture');
  // What was listed before he said why is listed anew, with its words.
  await seat.page.reload();
  await seat.page.locator('main#main h1').waitFor();
  return seat;
};

const bilateral = (language: Language): Pick<Written, 'agreement' | 'circle'> => ({
  agreement: agreements.find(({ key }) => key === 'fr-ma')?.title[language] ?? '',
  circle: circles.find(({ key }) => key === 'fr-ma')?.name[language] ?? '',
});

const inArabic: Written = {
  title: 'أول معلومة: تحركات مشبوهة قرب ملعب مرسيليا',
  text: 'رُصد شخص يلتقط صوراً لمداخل الملعب الخاصة بالوفود. نلتمس التحقق من هويته وموافاتنا بالنتيجة.',
  person: 'سعيد المختلق',
  place: 'ملعب فيلودروم، مرسيليا',
  ...bilateral('ar'),
};
const inFrench: Written = {
  title: 'Véhicule suspect aux abords du village olympique',
  text: 'Un fourgon blanc immatriculé au Maroc stationne depuis deux jours rue des Gémeaux.',
  person: 'Jean Inventé',
  place: 'Rue des Gémeaux, Saint-Ouen',
  ...bilateral('fr'),
};

/** Exports the partner's journal, and checks one's own against the heads that the partner holds. */
const verifyJournals = async (): Promise<unknown[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'tansiq-exports-'));
  const fileOf = (node: NodeKey): string => join(folder, `${node}.jsonl`);
  const verdicts: unknown[] = [];
  for (const node of ['ma', 'fr'] as const)
    await runCommand('journal', 'export', fileOf(node), '--data', stage.folder(node));
  for (const [node, partner] of [
    ['ma', 'fr'],
    ['fr', 'ma'],
  ] as const) {
    const given = ['--data', stage.folder(node), '--held', fileOf(partner), '--json'];
    verdicts.push(JSON.parse(await runCommand('journal', 'verify', ...given)));
  }
  await rm(folder, { recursive: true, force: true });
  return verdicts;
};

describe('the first item, from Rabat to Paris', () => {
  it(
    'is composed in Arabic, released by four eyes, read in French, and its receipt shows in Rabat',
    async () => {
      const analyst = await enter('ma', 'analyst', 'ar');
      await analyst.look('inbox');
      await compose(analyst, inArabic);
      expect(await analyst.page.getByRole('radio', { name: 'TLP:AMBER', exact: true }).isChecked()).toBe(
        true,
      );
      await analyst.look('compose');
      await analyst.page.getByRole('button', { name: composeWords.propose.ar }).click();
      await analyst.page.getByText(readerWords.waiting.ar).waitFor();
      await analyst.look('proposed');

      const paris = await enter('fr', 'liaison-officer', 'fr');
      const parisStayed = await forbidReload(paris);
      const rabat = await enter('ma', 'contact-point', 'ar');
      await goTo(rabat, 'to-release');
      await rabat.look('to-release');
      await open(rabat, inArabic.title);
      const preview = rabat.page.getByRole('region', { name: readerWords.previewTitle.ar });
      await preview.getByRole('tabpanel').getByText(inArabic.person).first().waitFor();
      await rabat.look('preview');
      await askRelease(rabat);
      await rabat.look('release');

      const clickedAt = await timeClicks(rabat);
      const arriving = appearance(paris, inArabic.title);
      await confirm(rabat, readerWords.release.ar);
      const arrivedMs = (await arriving) - (await clickedAt());
      console.log(JSON.stringify({ measured: 'release click to the row in Paris', ms: arrivedMs }));
      expect(arrivedMs).toBeLessThan(arrivalBoundMs);
      await paris.look('inbox');
      expect(await parisStayed()).toBe(true);

      await open(paris, inArabic.title);
      await paris.page.getByRole('region', { name: markingWords.banner.fr }).getByText('TLP:AMBER').waitFor();
      const title = paris.page.locator('h1 bdi');
      expect(await title.evaluate((element) => getComputedStyle(element).unicodeBidi)).toBe('isolate');
      expect(await title.evaluate((element) => element.matches(':dir(rtl)'))).toBe(true);
      expect(await paris.page.locator('html').getAttribute('dir')).toBe('ltr');
      await paris.look('item');

      await analyst.page.getByRole('cell', { name: readerWords['delivery-read'].ar, exact: true }).waitFor();
      await analyst.look('read-receipt');
      for (const verdict of await verifyJournals())
        expect(verdict).toMatchObject({ isSound: true, findings: [] });
      for (const seat of [analyst, paris, rabat]) await seat.leave();
      expect(stage.problems).toEqual([]);
    },
    journeyMs,
  );
});

describe('an item from Paris to Rabat', () => {
  it(
    'is returned with its reason, corrected, released, and read in Arabic',
    async () => {
      const analyst = await enter('fr', 'analyst', 'fr');
      await compose(analyst, inFrench);
      await analyst.look('compose');
      await analyst.page.getByRole('button', { name: composeWords.save.fr }).click();
      await analyst.page.getByRole('button', { name: readerWords.propose.fr }).click();
      await analyst.page.getByText(readerWords.waiting.fr).waitFor();
      await analyst.look('proposed');

      const contact = await enter('fr', 'contact-point', 'fr');
      await goTo(contact, 'to-release');
      await open(contact, inFrench.title);
      await contact.look('preview');
      await contact.page.getByRole('button', { name: readerWords.return.fr, exact: true }).click();
      const reason = 'Préciser l’heure du constat.';
      await contact.page.getByRole('dialog').getByRole('textbox').fill(reason);
      await contact.look('return');
      await confirm(contact, readerWords.return.fr);

      // The author, on the same screen, hears of it without reload.
      await analyst.page.getByText(reason).waitFor();
      await analyst.look('returned');
      await analyst.page.getByRole('link', { name: readerWords.edit.fr }).click();
      const text = analyst.page.getByRole('textbox', { name: composeWords.text.fr });
      await text.fill(`${inFrench.text} Constat fait à 6 h 40.`);
      await analyst.page.getByRole('button', { name: composeWords.propose.fr }).click();
      await analyst.page.getByText(readerWords.waiting.fr).waitFor();

      const rabat = await enter('ma', 'liaison-officer', 'ar');
      await goTo(contact, 'to-release');
      await open(contact, inFrench.title);
      await askRelease(contact);
      await contact.look('release');
      await confirm(contact, readerWords.release.fr);
      await open(rabat, inFrench.title);
      await rabat.page.getByText('Constat fait à 6 h 40.').waitFor();
      expect(await rabat.page.locator('h1 bdi').evaluate((element) => element.matches(':dir(ltr)'))).toBe(
        true,
      );
      await rabat.look('item');
      for (const seat of [analyst, contact, rabat]) await seat.leave();
      expect(stage.problems).toEqual([]);
    },
    journeyMs,
  );

  it(
    'is not released by who wrote it, though he is the contact point',
    async () => {
      const contact = await enter('fr', 'contact-point', 'fr');
      await compose(contact, { ...inFrench, title: 'Écrit par le point de contact lui-même' });
      await contact.page.getByRole('button', { name: composeWords.propose.fr }).click();
      // What he wrote himself he may only take back: the screen offers no release, and the node refuses one.
      await contact.page.getByRole('button', { name: readerWords.withdraw.fr }).waitFor();
      await contact.look('four-eyes');
      expect(await contact.page.getByRole('button', { name: readerWords.release.fr }).count()).toBe(0);
      const refusal = await contact.page.evaluate(async () => {
        const id = location.pathname.split('/').at(-1);
        const answer = await fetch(`/api/exchange/items/${id}/release`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ version: 1 }),
        });
        return { status: answer.status, body: await answer.text() };
      });
      expect(refusal).toMatchObject({ status: 403, body: expect.stringMatching(/double validation/) });
      await contact.leave();
      expect(stage.problems).toEqual([]);
    },
    journeyMs,
  );
});

describe('the keyboard alone', () => {
  it(
    'leads from sign-in to an item and back, and the focus is always seen',
    async () => {
      const who = stage.account('fr', 'watch-officer');
      const officer = await stage.sit({ address: who.address, language: 'fr' });
      const { page } = officer;
      const press = async (...keys: readonly string[]): Promise<void> => {
        for (const key of keys) await page.keyboard.press(key);
      };
      const arrive = (name: string): Promise<void> => page.getByRole('heading', { level: 1, name }).waitFor();
      await page.goto('/');
      const email = page.getByRole('textbox', { name: signInWords.email.fr });
      await email.waitFor();
      while (!(await email.evaluate((element) => element === document.activeElement))) await press('Tab');
      await page.keyboard.type(who.email);
      await press('Tab');
      await page.keyboard.type(who.password);
      await press('Enter');
      await arrive(exchangeWords.inbox.fr);

      await stateReason(officer, 'Relève de la permanence');
      // Opened anew, so that the first step is from the top of the page.
      await page.reload();
      await arrive(exchangeWords.inbox.fr);
      await press('Tab');
      expect(await focused(officer)).toEqual({ text: kitWords.skip.fr, isVisible: true });
      expect(await page.getByRole('link', { name: kitWords.skip.fr }).boundingBox()).toMatchObject({
        y: expect.closeTo(0, -2),
      });
      await press('Enter');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');

      await page.locator('[data-row-opener]').nth(2).waitFor();
      await press('j', 'j', 'j', 'k');
      const second = await page.locator('[data-row-opener]').nth(1).textContent();
      expect(await focused(officer)).toEqual({ text: second, isVisible: true });
      await press('Enter');
      await page.getByRole('region', { name: markingWords.banner.fr }).waitFor();
      await press('Escape');
      await arrive(exchangeWords.inbox.fr);

      await press('c');
      await arrive(composeWords.title.fr);
      await press('g', 'i');
      await arrive(exchangeWords.inbox.fr);
      await press('f');
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SELECT');
      await officer.look('filters');
      await press('Tab', 'Shift+Tab', 'Shift+Tab', '?');
      await page.getByRole('dialog', { name: kitWords.shortcuts.fr }).waitFor();
      await officer.look('shortcuts');
      await press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await officer.leave();
      expect(stage.problems).toEqual([]);
    },
    journeyMs,
  );
});

/** Screens that no journey passes, by who goes there. */
const gallery = {
  analyst: [
    '/exchange/drafts',
    '/exchange/sent',
    '/exchange/returned',
    '/exchange/import',
    '/settings',
    '/nowhere',
  ],
  'service-head': ['/agreements', '/agreements/new', '/circles'],
  administrator: ['/services', '/people'],
} as const;

describe('the other screens', () => {
  it.each([
    ['ma', 'ar'],
    ['fr', 'fr'],
  ] as const)(
    'of %s hold in %s, wide and on a phone, light and dark',
    async (node, language) => {
      for (const [role, paths] of Object.entries(gallery)) {
        const seat = await enter(node, role, language);
        for (const path of paths) {
          await seat.page.goto(path, { waitUntil: 'load' });
          await seat.page.getByRole('main').getByRole('heading').first().waitFor();
          await seat.look(path.slice(1).replaceAll('/', '-'));
        }
        await seat.leave();
      }
      expect(stage.problems).toEqual([]);
    },
    journeyMs,
  );
});
