/** A night at the consoles: a line is written and seen at once, a shift is handed over, an alert answered. */
import type { Page } from 'playwright-core';
import sharp from 'sharp';
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

test('a photo with what it shows stands in the colleague’s log, and is opened there', {
  timeout: 180_000,
}, async () => {
  const officer = await stage.enter('fr', 'watch-officer', 'fr');
  const colleague = await stage.enter('fr', 'analyst', 'ar');
  await place(officer, logWords.log);
  await place(colleague, logWords.log);
  const { page } = officer;
  const line = page.getByRole('textbox', { name: logWords.write.fr });
  const channels = 3 as const;
  const create = { width: 1_200, height: 800, channels, background: '#336655' };
  const buffer = await sharp({ create }).jpeg().toBuffer();
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles([
      { name: 'porte-4.jpg', mimeType: 'image/jpeg', buffer },
      { name: 'trop-grand.bin', mimeType: 'application/octet-stream', buffer: Buffer.alloc(27_000_000) },
    ]);
  await page.getByRole('alert').filter({ hasText: 'trop-grand.bin' }).waitFor();
  await page.getByRole('textbox', { name: /Que montre/ }).fill('Sac noir sans surveillance');
  // Pasted into the line, as from the clipboard of a screen.
  await line.evaluate(
    (field, bytes) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(bytes)], 'note.txt', { type: 'text/plain' }));
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
    },
    [...Buffer.from('relevé')],
  );
  await page.getByText('note.txt').waitFor();
  await line.fill('/lieu « Porte 4 » /incident Sac abandonné, périmètre posé');
  await officer.look('log-attaching-fr');
  await line.press('Enter');
  const small = colleague.page.getByRole('img', { name: 'Sac noir sans surveillance' });
  await small.waitFor();
  await expect
    .poll(() => small.evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0)))
    .toBe(320);
  await officer.look('log-photo-fr');
  await colleague.page.getByRole('button', { name: /تكبير/ }).click();
  const whole = colleague.page.getByRole('dialog').getByRole('img', { name: 'Sac noir sans surveillance' });
  await expect
    .poll(() => whole.evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0)))
    .toBe(1_200);
  await colleague.look('log-photo-opened-ar');
  await colleague.page.keyboard.press('Escape');
  await colleague.look('log-photo-ar');
  await officer.leave();
  await colleague.leave();
  expect(stage.problems).toEqual([]);
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

/** Counts what the page asks of the browser: its sound, its leave to notify, its notifications. */
const listenIn = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    const contexts: AudioContext[] = [];
    const notified: string[] = [];
    const heard = { contexts, asked: 0, notified, tones: 0 };
    Object.assign(window, { heard });
    const Sound = window.AudioContext;
    window.AudioContext = class extends Sound {
      constructor() {
        super();
        heard.contexts.push(this);
      }
      override createOscillator(): OscillatorNode {
        heard.tones += 1;
        return super.createOscillator();
      }
    };
    const Told = window.Notification;
    window.Notification = class extends Told {
      constructor(title: string, options?: NotificationOptions) {
        super(title, options);
        heard.notified.push(title);
      }
      static override get permission(): NotificationPermission {
        // Kept by the browser once it was given.
        return localStorage.getItem('test.told') === 'yes' ? 'granted' : 'default';
      }
      static override async requestPermission(): Promise<NotificationPermission> {
        heard.asked += 1;
        localStorage.setItem('test.told', 'yes');
        return 'granted';
      }
    };
  });
};
interface Heard {
  readonly asked: number;
  readonly tones: number;
  readonly notified: readonly string[];
  /** Seconds that the sound has run. */
  readonly ran: number;
}
const heardOn = (page: Page): Promise<Heard> =>
  page.evaluate(`({ asked: heard.asked, tones: heard.tones, notified: heard.notified,
    ran: Math.max(0, ...heard.contexts.filter(({ state }) => state === 'running')
      .map((one) => one.currentTime)) })`);

test('the sound and the notification are asked for by a switch, ring for an alert, and stay muted', {
  timeout: 180_000,
}, async () => {
  const paris = await stage.enter('fr', 'watch-officer', 'fr');
  const rabat = await stage.enter('ma', 'watch-officer', 'ar');
  await listenIn(rabat.page);
  await rabat.page.goto('/watch/alerts');
  const bell = rabat.page.getByRole('switch', { name: alertWords.notify.ar });
  await bell.waitFor();
  expect(await heardOn(rabat.page)).toMatchObject({ asked: 0, tones: 0 });
  await bell.click();
  await expect.poll(async () => (await heardOn(rabat.page)).ran).toBeGreaterThan(0);
  expect(await heardOn(rabat.page)).toMatchObject({ asked: 1, tones: 3, notified: [] });
  // After a reload the choice is kept; nothing is asked again.
  await rabat.page.reload();
  await expect.poll(() => bell.isChecked()).toBe(true);
  await rabat.page.getByRole('heading', { level: 1 }).click();
  const alert = async (headline: string): Promise<void> => {
    await place(paris, alertWords.alerts);
    await paris.page.getByRole('button', { name: alertWords.write.fr }).click();
    await paris.page.getByRole('textbox', { name: alertWords.headline.fr }).fill(headline);
    const agreement = paris.page.getByRole('combobox', { name: alertWords.agreement.fr });
    await agreement.selectOption({ index: 1 });
    await paris.page.getByRole('button', { name: alertWords.save.fr }).click();
    const card = paris.page.getByRole('listitem').filter({ hasText: headline });
    await card.getByRole('button', { name: alertWords.send.fr, exact: true }).click();
    await paris.page.getByRole('dialog').getByRole('button', { name: alertWords.send.fr }).click();
    await card.getByRole('button', { name: alertWords.callOff.fr }).waitFor();
  };
  await alert('Drone au-dessus du village');
  await rabat.page.getByText('Drone au-dessus du village').waitFor();
  await expect.poll(async () => (await heardOn(rabat.page)).notified).toEqual([alertWords.notification.ar]);
  await expect.poll(async () => (await heardOn(rabat.page)).ran).toBeGreaterThan(0);
  expect(await heardOn(rabat.page)).toMatchObject({ tones: 3 });
  await bell.click();
  await rabat.page.reload();
  await expect.poll(() => bell.isChecked()).toBe(false);
  await alert('Second drone');
  await rabat.page.getByText('Second drone').waitFor();
  expect(await heardOn(rabat.page)).toMatchObject({ tones: 0, notified: [], asked: 0 });
  await paris.leave();
  await rabat.leave();
});

test('an alert is updated and called off in Paris, and Rabat sees why at once', {
  timeout: 180_000,
}, async () => {
  const paris = await stage.enter('fr', 'watch-officer', 'fr');
  const rabat = await stage.enter('ma', 'watch-officer', 'ar');
  await place(paris, alertWords.alerts);
  await place(rabat, alertWords.alerts);
  const { page } = paris;
  const first = page.getByRole('listitem').filter({ hasText: 'Drone au-dessus du village' });
  await first.getByRole('button', { name: alertWords.update.fr }).click();
  await paris.look('alert-update-fr');
  await page.getByRole('textbox', { name: alertWords.why.fr }).fill('Deux drones, pas un');
  await page.getByRole('textbox', { name: alertWords.headline.fr }).fill('Deux drones au nord');
  await page.getByRole('button', { name: alertWords.saveUpdate.fr }).click();
  const update = page.getByRole('listitem').filter({ hasText: 'Deux drones au nord' });
  await update.getByRole('button', { name: alertWords.send.fr, exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: alertWords.send.fr }).click();
  await rabat.page.getByText('Deux drones au nord').waitFor();
  await rabat.page.getByText(alertWords['ended-updated'].ar).waitFor();
  await update.getByRole('button', { name: alertWords.callOff.fr }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: alertWords.why.fr }).fill('Exercice du service');
  await paris.look('alert-call-off-fr');
  await dialog.getByRole('button', { name: alertWords.callOff.fr }).click();
  await rabat.page.getByText('Exercice du service').waitFor();
  const there = rabat.page.getByRole('listitem').filter({ hasText: 'Deux drones au nord' });
  expect(await there.getByRole('button', { name: alertWords.acknowledge.ar }).count()).toBe(0);
  await rabat.look('alerts-ended-ar');
  await paris.look('alerts-ended-fr');
  await paris.leave();
  await rabat.leave();
  expect(stage.problems).toEqual([]);
});
