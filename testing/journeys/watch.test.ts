/** A night at the consoles: a line is written and seen at once, a shift is handed over, an alert answered. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { alertWords } from '../../console/capabilities/watch/alerts/alert-words.ts';
import { logWords } from '../../console/capabilities/watch/log/log-words.ts';
import { shiftWords } from '../../console/capabilities/watch/shifts/shift-words.ts';
import type { Language } from '../../server/kernel/faults.ts';
import type { Seat } from './seat.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 240_000);
afterAll(() => stage?.close());

const place = async ({ page, language }: Seat, words: Record<Language, string>): Promise<void> => {
  await page
    .getByRole('navigation')
    .getByRole('link', { name: new RegExp(words[language]) })
    .first()
    .click();
  await page.getByRole('heading', { level: 1, name: words[language] }).waitFor();
};

test('a line written in Paris stands in the Arabic console of a colleague at once, and is corrected', {
  timeout: 180_000,
}, async () => {
  const [officer, colleague] = [
    await stage.enter('fr', 'watch-officer', 'fr'),
    await stage.enter('fr', 'analyst', 'ar'),
  ];
  await place(officer, logWords.log);
  await place(colleague, logWords.log);
  const line = officer.page.getByRole('textbox', { name: logWords.write.fr });
  const blank = colleague.page.getByRole('textbox', { name: logWords.write.ar });
  // An empty field begins where the screen does: on the right.
  expect(await blank.evaluate((field) => getComputedStyle(field).direction)).toBe('rtl');
  await line.fill('/foo x');
  await officer.page.getByText(/Commande inconnue/).waitFor();
  await line.fill('/lieu « Porte K » /incident Clôture forcée, intrus interpellé');
  await line.press('Enter');
  await officer.page.getByText('Clôture forcée, intrus interpellé').waitFor();
  await colleague.page.getByText('Clôture forcée, intrus interpellé').waitFor();
  const row = officer.page.getByRole('listitem').filter({ hasText: 'Clôture forcée' }).first();
  await row.getByRole('button', { name: /Actions/ }).click();
  await officer.page.getByRole('menuitem', { name: logWords.correct.fr }).click();
  await line.press('End');
  await line.pressSequentially('Clôture forcée porte L');
  await line.press('Enter');
  await colleague.page.getByText('Clôture forcée porte L').waitFor();
  await colleague.page
    .getByText(/صُحّح بالقيد رقم/)
    .first()
    .waitFor();
  await officer.look('log-fr');
  await colleague.look('log-ar');
  await officer.leave();
  await colleague.leave();
});

test('the running shift is signed out in French and taken over in Arabic', { timeout: 180_000 }, async () => {
  const officer = await stage.enter('fr', 'watch-officer', 'fr');
  await place(officer, shiftWords.shifts);
  await officer.look('rota-fr');
  const { page } = officer;
  await page.getByRole('row').filter({ hasText: shiftWords['state-running'].fr }).getByRole('button').click();
  await page
    .getByRole('textbox', { name: shiftWords['heading-situation'].fr })
    .fill('Calme. Porte H ouverte.');
  await page.getByRole('button', { name: shiftWords.keep.fr, exact: true }).click();
  await page.getByRole('button', { name: shiftWords.signOut.fr }).click();
  await page.getByRole('dialog').getByRole('button', { name: shiftWords.signOut.fr }).click();
  await page.getByText(shiftWords.hash.fr).waitFor();
  await officer.look('handover-signed-out-fr');
  await officer.leave();
  const head = await stage.enter('fr', 'centre-head', 'ar');
  await place(head, shiftWords.shifts);
  const waiting = head.page.getByRole('row').filter({ hasText: shiftWords['state-signed-out'].ar });
  await waiting.getByRole('button').click();
  await head.page.getByText('Calme. Porte H ouverte.').waitFor();
  await head.page.getByRole('button', { name: shiftWords.signIn.ar }).click();
  await head.page.getByRole('dialog').getByRole('button', { name: shiftWords.signIn.ar }).click();
  await head.page.getByText(shiftWords['state-handed-over'].ar).waitFor();
  await head.look('handover-ar');
  await head.leave();
});

test('the alert from Paris is acknowledged in Rabat in Arabic, and Paris sees it at a glance', {
  timeout: 180_000,
}, async () => {
  const paris = await stage.enter('fr', 'watch-officer', 'fr');
  await place(paris, alertWords.alerts);
  await paris.page.getByText('2 pays n’ont pas répondu').waitFor();
  const rabat = await stage.enter('ma', 'watch-officer', 'ar');
  await place(rabat, alertWords.alerts);
  await rabat.look('alert-received-ar');
  await rabat.page.getByRole('button', { name: alertWords.acknowledge.ar }).first().click();
  await rabat.page.getByText(/أقرّ في/).waitFor();
  await paris.page.getByText('1 pays n’a pas répondu').waitFor();
  await paris.look('alerts-fr');
  await paris.leave();
  await rabat.leave();
  expect(stage.problems).toEqual([]);
});
