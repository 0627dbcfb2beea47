/** A situation report in the console: assembled, written, approved, sent; in French and in Arabic. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sitrepWords } from '../../console/capabilities/watch/sitrep/sitrep-words.ts';
import type { Language } from '../../server/kernel/faults.ts';
import type { Seat } from './seat.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 240_000);
afterAll(() => stage?.close());

const place = async ({ page, language }: Seat): Promise<void> => {
  await page
    .getByRole('navigation')
    .getByRole('link', { name: sitrepWords.sitreps[language], exact: true })
    .click();
  await page.getByRole('heading', { level: 1, name: sitrepWords.sitreps[language] }).waitFor();
};

const lines: Readonly<Record<'fr' | 'ar', readonly string[]>> = {
  fr: [
    '/incident /grade B2 Colis abandonné à la porte 4, levé de doute en cours',
    '/grade A1 Affluence soutenue à la gare, flux fluides',
    '/decision /grade B2 Renfort de deux équipes cynophiles au secteur nord',
  ],
  ar: ['/incident /grade B2 رُصدت طائرة مسيّرة فوق الملعب وأُبلغت الفرقة المختصة'],
};

/** Written as at the log: by the officer of the watch, for the first circle that his service is in. */
const writeLog = async (language: 'fr' | 'ar'): Promise<string> => {
  const seat = await stage.enter('fr', 'watch-officer', language);
  const { request } = seat.page;
  const circles: unknown = await (await request.get('/api/circles')).json();
  const [circle] = Array.isArray(circles) ? circles : [];
  for (const line of lines[language]) {
    const data = { line, language, circle: circle?.id, marking: { tlp: 'amber' } };
    const answer = await request.post('/api/watch/log', { data });
    expect(answer.status(), await answer.text()).toBe(201);
  }
  await seat.leave();
  return String(circle?.name?.[language]);
};

/** A name as it is said, whatever isolates stand in it. */
const plain = (text: string): RegExp =>
  new RegExp([...text].map((sign) => sign.replace(/[()]/, '\\$&')).join('[\u2066-\u2069]*'));

const assembleHere = async ({ page, language }: Seat, circle: string): Promise<void> => {
  const say = (words: Record<Language, string>): string => words[language];
  await page
    .getByRole('button', { name: say(sitrepWords.assemble), exact: true })
    .first()
    .click();
  const form = page.getByRole('region', { name: say(sitrepWords.assemble) });
  await form.getByRole('combobox', { name: say(sitrepWords.circle) }).selectOption({ label: circle });
  await form.getByRole('combobox', { name: say(sitrepWords.period) }).selectOption('24');
  await form.getByRole('button', { name: say(sitrepWords.assemble) }).click();
  await page.getByRole('tab', { name: say(sitrepWords.edit) }).waitFor();
};

test.each(['fr', 'ar'] as const)(
  'an analyst assembles and the centre head approves, in %s',
  { timeout: 240_000 },
  async (language) => {
    const circle = await writeLog(language);
    const say = (words: Record<Language, string>): string => words[language];
    const analyst = await stage.enter('fr', 'analyst', language);
    await place(analyst);
    await analyst.look(`sitreps-first-${language}`);
    await assembleHere(analyst, circle);
    const { page } = analyst;
    await page
      .getByRole('button', { name: say(sitrepWords.addText) })
      .first()
      .click();
    const text = language === 'ar' ? 'الوضع هادئ إجمالاً.' : 'Situation calme dans l’ensemble.';
    await page
      .getByRole('textbox', { name: say(sitrepWords.paragraph) })
      .first()
      .fill(text);
    const title = language === 'ar' ? 'نشرة الليل' : 'Point de nuit';
    const named = say(sitrepWords.titleIn).replace('{language}', language === 'ar' ? 'العربية' : 'Français');
    await page.getByRole('textbox', { name: plain(named) }).fill(title);
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await page.getByText(say(sitrepWords.saved)).waitFor();
    await analyst.look(`sitrep-draft-${language}`);
    const address = new URL(page.url()).pathname;
    await analyst.leave();
    const head = await stage.enter('fr', 'centre-head', language);
    await head.page.goto(address);
    await head.page.getByRole('button', { name: say(sitrepWords.approve), exact: true }).click();
    await head.look(`sitrep-approve-${language}`);
    await head.page
      .getByRole('dialog')
      .getByRole('button', { name: say(sitrepWords.approve) })
      .click();
    await head.page.getByRole('button', { name: say(sitrepWords.send), exact: true }).click();
    await head.look(`sitrep-send-${language}`);
    await head.page
      .getByRole('dialog')
      .getByRole('button', { name: say(sitrepWords.send) })
      .click();
    await head.page.getByText(say(sitrepWords['state-waiting'])).first().waitFor();
    await head.look(`sitrep-waiting-${language}`);
    await head.page.getByRole('tab', { name: say(sitrepWords.changes) }).click();
    await head.look(`sitrep-changes-${language}`);
    await place(head);
    await head.look(`sitreps-${language}`);
    await head.leave();
  },
);

test('nothing was wrong with the screens', () => {
  expect(stage.problems).toEqual([]);
});
