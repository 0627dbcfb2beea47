/** An officer is asked why he consults; the data protection officer sees it; a rule is tightened. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dueWords } from '../../console/capabilities/exchange/due-words.ts';
import { roleAccountWords } from '../../console/capabilities/oversight/role-words.ts';
import { subjectWords } from '../../console/capabilities/oversight/subject-words.ts';
import { tighteningWords } from '../../console/capabilities/oversight/tightening-words.ts';
import { oversightWords } from '../../console/capabilities/oversight/words.ts';
import { reasonWords } from '../../console/capabilities/parties/reason-words.ts';
import type { Language } from '../../server/kernel/faults.ts';
import { goTo } from './hands.ts';
import type { Seat } from './seat.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 240_000);
afterAll(() => stage?.close());

const place = async ({ page, language }: Seat, words: Record<Language, string>): Promise<void> => {
  await page.getByRole('navigation').getByRole('link', { name: words[language], exact: true }).click();
  await page.getByRole('heading', { level: 1, name: words[language] }).waitFor();
};

/** Signed in at the console: another session than the seed's, which has stated nothing yet. */
test('an officer states the reason once and reads on', { timeout: 120_000 }, async () => {
  const seat = await stage.enter('ma', 'liaison-officer', 'ar');
  const { page, language } = seat;
  await goTo(seat, 'sent');
  const dialog = page.getByRole('dialog');
  const openers = page.locator('[data-row-opener]');
  await openers.first().waitFor();
  // Not every item holds personal data: the first that does asks.
  for (let row = 0; row < (await openers.count()) && !(await dialog.isVisible()); row += 1) {
    await openers.nth(row).click();
    await page.getByRole('heading', { level: 1 }).or(dialog).first().waitFor();
    await page.waitForLoadState('networkidle');
    if (await dialog.isVisible()) break;
    await goTo(seat, 'sent');
    await openers.first().waitFor();
  }
  await seat.look('reason-ar');
  await dialog.getByRole('textbox', { name: reasonWords.reason[language] }).fill('التحقق قبل منح الاعتماد');
  await dialog.getByRole('textbox', { name: reasonWords.reference[language] }).fill('REQ-2024-31');
  await dialog.getByRole('button', { name: reasonWords.state[language] }).click();
  await page.getByRole('complementary', { name: reasonWords.strip[language] }).waitFor();
  await seat.look('reading-for-a-reason-ar');
  await place(seat, dueWords.title);
  await page.getByRole('combobox', { name: dueWords.within[language] }).selectOption('366');
  await page.getByRole('button', { name: dueWords.keep[language] }).first().waitFor();
  await seat.look('due-ar');
  await place(seat, roleAccountWords.title);
  await page.getByRole('heading', { level: 3 }).first().waitFor();
  await seat.look('role-ar');
  await seat.leave();
});

test('a tightening is proposed, tried and confirmed, and the officer for data protection sees it all', {
  timeout: 240_000,
}, async () => {
  const administrator = await stage.enter('ma', 'administrator', 'fr');
  await place(administrator, oversightWords.tightenings);
  await administrator.look('tightenings-empty-fr');
  await administrator.page.getByRole('link', { name: tighteningWords.new.fr }).first().click();
  const { page } = administrator;
  await page.getByRole('checkbox', { name: tighteningWords['act-export'].fr }).check();
  await page.getByRole('combobox', { name: tighteningWords.tlp.fr }).selectOption('amber+strict');
  await page.getByRole('checkbox', { name: tighteningWords.hours.fr }).check();
  await page.getByRole('textbox', { name: tighteningWords.reason.fr }).fill('Affaire en cours');
  await page.getByRole('button', { name: tighteningWords.dryRun.fr }).click();
  await page.getByRole('status').filter({ hasText: /\d/ }).first().waitFor();
  await administrator.look('tightening-form-fr');
  await page.getByRole('button', { name: tighteningWords.propose.fr }).click();
  await page.getByText(tighteningWords['state-proposed'].fr).first().waitFor();
  await administrator.leave();
  for (const language of ['ar', 'fr'] as const) {
    const officer = await stage.enter('ma', 'data-protection-officer', language);
    await officer.page.getByText(oversightWords.tallyTitle[language]).waitFor();
    await officer.page.getByRole('table').or(officer.page.getByRole('list')).first().waitFor();
    await officer.look(`accesses-${language}`);
    await officer.page.locator('button:has(bdi[dir=ltr])').first().click();
    await officer.page.getByRole('heading', { name: oversightWords.life[language] }).waitFor();
    await officer.look(`item-life-${language}`);
    await place(officer, oversightWords.subjects);
    await officer.page.getByRole('textbox', { name: subjectWords.asked[language] }).fill('Nobody Invented');
    await officer.page.getByRole('button', { name: subjectWords.find[language] }).click();
    await officer.page.getByRole('heading', { name: subjectWords.none[language] }).waitFor();
    await officer.look(`subject-${language}`);
    await place(officer, dueWords.title);
    await officer.page.getByRole('combobox', { name: dueWords.within[language] }).selectOption('366');
    await officer.page
      .getByRole('table')
      .or(officer.page.getByRole('list', { name: dueWords.title[language] }))
      .waitFor();
    await officer.look(`due-officer-${language}`);
    await place(officer, oversightWords.tightenings);
    await officer.page.getByRole('article').first().waitFor();
    await officer.look(`tightenings-${language}`);
    await officer.leave();
  }
});

test('no screen of oversight was found wrong', () => {
  expect(stage.problems).toEqual([]);
});
