/** The doors of a node: how two services come to trust each other, and how a person comes in and goes out. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { readerWords } from '../../console/capabilities/exchange/reader-words.ts';
import { securityWords } from '../../console/capabilities/parties/security-words.ts';
import { signInWords } from '../../console/capabilities/parties/sign-in-words.ts';
import { partiesWords, peopleWords } from '../../console/capabilities/parties/words.ts';
import { terms } from '../../console/kit/terms.ts';
import { kitWords } from '../../console/kit/words.ts';
import { faultCatalogue, type Language } from '../../server/kernel/faults.ts';
import { launchBrowser } from '../browser.ts';
import { openWorld, type WorldNode } from '../world.ts';
import { build } from './built.ts';
import { appearance, askRelease, confirm } from './hands.ts';
import { enrol, openRealNode, password } from './real-node.ts';
import { fillSignIn, openRoom, type Room, type Seat } from './seat.ts';
import { agree, propose } from './treaty.ts';

const setUpMs = 180_000;
const journeyMs = 240_000;
const closers: (() => Promise<void>)[] = [];
let browser: Browser;
let room: Room;
beforeAll(async () => {
  await build();
  browser = await launchBrowser();
  room = openRoom(browser);
}, setUpMs);
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
  room.problems.length = 0;
}, setUpMs);
afterAll(async () => {
  await room.close();
  await browser.close();
}, setUpMs);

/** The beginning of a fault's text, up to what it names. */
const faultText = (code: string, language: Language): string =>
  (faultCatalogue().get(code)?.[language] ?? `no fault ${code}`).split('{')[0]?.trim() ?? '';

const sitAs = async (
  node: WorldNode,
  role: 'service-head' | 'contact-point' | 'analyst',
  language: Language,
) => {
  const account = node.accounts.get(role);
  if (!account) throw new Error(`no ${role}`);
  const seat = await room.sit({ address: node.address, language });
  await seat.signIn(account);
  return seat;
};

const toServices = async ({ page, language }: Seat): Promise<void> => {
  await page.getByRole('navigation').getByRole('link', { name: partiesWords.services[language] }).click();
  await page.getByRole('heading', { level: 1, name: partiesWords.services[language] }).waitFor();
};

/** The words in all three languages, as they are read to each other. */
const readWords = async (page: Page, where: string): Promise<string[]> => {
  const words = page.locator(`${where} ol li`);
  await words.first().waitFor();
  return words.allTextContents();
};
const ownWords = '[aria-labelledby=own-title]';
const partnersWords = 'article';

const changeLink = async (
  { page, language }: Seat,
  verb: 'accept' | 'suspend' | 'resume',
  state: 'active' | 'suspended' | null,
) => {
  await page.getByRole('article').getByRole('button', { name: partiesWords[verb][language] }).click();
  await confirm({ page }, partiesWords[verb][language]);
  if (state) await page.getByRole('article').getByText(terms.states.link[state][language]).waitFor();
};

it(
  'pairs two services by words read aloud, and a suspended link stops a release with a clear message',
  async () => {
    const world = await openWorld(['ma', 'fr'], { pair: false });
    closers.push(world.close);
    const { ma, fr } = world.nodes;
    if (!ma || !fr) throw new Error('two nodes were opened');
    const [rabat, paris] = [await sitAs(ma, 'service-head', 'ar'), await sitAs(fr, 'service-head', 'fr')];
    await toServices(rabat);
    await toServices(paris);
    await rabat.page
      .getByRole('textbox', { name: partiesWords.partnerAddress.ar })
      .fill(fr.federationAddress);
    await rabat.page.getByRole('button', { name: partiesWords.add.ar }).click();
    const [rabatHears, parisHears] = [
      await readWords(rabat.page, partnersWords),
      await readWords(paris.page, partnersWords),
    ];
    expect(rabatHears).toHaveLength(24);
    expect(rabatHears).toEqual(await readWords(paris.page, ownWords));
    expect(parisHears).toEqual(await readWords(rabat.page, ownWords));
    await rabat.look('pairing');
    await paris.look('pairing');
    await changeLink(rabat, 'accept', null);
    await changeLink(paris, 'accept', 'active');
    await rabat.page.getByRole('article').getByText(terms.states.link.active.ar).waitFor();

    const title = 'معلومة تنتظر الإذن';
    const item = await propose(ma, fr, { title, agreement: await agree(ma, fr) });
    const contact = await sitAs(ma, 'contact-point', 'ar');
    await contact.page.goto(`/exchange/items/${item}`);
    await rabat.page.getByRole('article').getByRole('button', { name: partiesWords.suspend.ar }).click();
    await rabat.look('suspend');
    await rabat.page.keyboard.press('Escape');
    await changeLink(rabat, 'suspend', 'suspended');
    await askRelease(contact);
    await confirm(contact, readerWords.release.ar);
    const refusal = contact.page.getByRole('dialog').getByRole('alert');
    await refusal.getByText(faultText('exchange/not-linked', 'ar')).waitFor();
    await contact.look('not-linked');

    await changeLink(rabat, 'resume', 'active');
    const reader = await sitAs(fr, 'analyst', 'fr');
    const arriving = appearance(reader, title);
    await confirm(contact, readerWords.release.ar);
    await arriving;
    for (const seat of [rabat, paris, contact, reader]) await seat.leave();
    expect(room.problems).toEqual([]);
  },
  journeyMs,
);

/** A key in the machine itself, that always says yes (WebAuthn level 3 §11, over the DevTools protocol). */
const plugInAuthenticator = async (page: Page): Promise<void> => {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('WebAuthn.enable');
  const options = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true } as const;
  await devTools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...options,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
};

const openMenu = ({ page, language }: Seat): Promise<void> =>
  page.getByRole('button', { name: kitWords.account[language] }).click();

const signOut = async (seat: Seat): Promise<void> => {
  await openMenu(seat);
  await seat.page.getByRole('menuitem', { name: kitWords.signOut[seat.language] }).click();
  await seat.page.getByRole('textbox', { name: signInWords.email[seat.language] }).waitFor();
};

const inviteOfficer = async (administrator: Seat, email: string): Promise<string> => {
  const { page, language } = administrator;
  await page.getByRole('navigation').getByRole('link', { name: partiesWords.people[language] }).click();
  await page.getByRole('button', { name: peopleWords.add[language] }).click();
  await page.getByRole('textbox', { name: peopleWords.nameArabic[language] }).fill('سلمى الإدريسي');
  await page.getByRole('textbox', { name: peopleWords.name[language] }).fill('Salma Idrissi');
  await page.getByRole('textbox', { name: peopleWords.email[language] }).fill(email);
  for (const role of ['analyst', 'contact-point'] as const)
    await page.getByRole('checkbox', { name: terms.roles[role][language], exact: true }).check();
  await administrator.look('invite');
  await page.getByRole('button', { name: peopleWords.invite[language], exact: true }).click();
  const link = page.getByRole('status').locator('pre');
  await link.waitFor();
  await administrator.look('people');
  return (await link.textContent()) ?? '';
};

it(
  'lets a person in by invitation, code and passkey, and puts her out at once',
  async () => {
    const node = await openRealNode();
    closers.push(node.close);
    const sit = (language: Language) => room.sit({ address: node.publicAddress, language });
    const first = await node.parties.createFirstAdministrator({
      name: 'Nadia Berrada',
      nameArabic: 'نادية برادة',
      email: 'administration@service.example',
      languages: ['fr'],
    });
    const administrator = await sit('fr');
    const begun = await enrol(administrator.page, 'fr', first.enrolment.address);
    await administrator.look('enrol');
    await begun.finish();
    await administrator.page.getByRole('button', { name: securityWords.enter.fr }).click();
    const email = 'salma@service.example';
    const link = await inviteOfficer(administrator, email);

    const salma = await sit('ar');
    await plugInAuthenticator(salma.page);
    const { codes, finish } = await enrol(salma.page, 'ar', link);
    await salma.look('enrol');
    await finish();
    await salma.page.getByText(securityWords.recovery.ar).waitFor();
    await salma.look('recovery-codes');
    await salma.page.getByRole('button', { name: securityWords.enter.ar }).click();
    await salma.page.locator('main#main h1').waitFor();
    await signOut(salma);

    await fillSignIn(salma.page, 'ar', { email, password: 'ليست كلمتها السرية' });
    await salma.page.getByRole('alert').getByText(faultText('parties/sign-in-failed', 'ar')).waitFor();
    await salma.look('sign-in-refused');
    await fillSignIn(salma.page, 'ar', { email, password });
    const answerCode = async ({ page, language }: Seat): Promise<void> => {
      await page.getByRole('textbox', { name: signInWords.code[language] }).fill(await codes());
      await page.getByRole('button', { name: signInWords.verify[language] }).click();
      await page.locator('main#main h1').waitFor();
    };
    await salma.page.getByRole('heading', { name: signInWords.codeTitle.ar }).waitFor();
    await salma.look('code');
    await answerCode(salma);

    await openMenu(salma);
    await salma.page.getByRole('menuitemradio', { name: terms.roles['contact-point'].ar }).click();
    const menu = salma.page.getByRole('button', { name: kitWords.account.ar });
    await menu.getByText(terms.roles['contact-point'].ar).waitFor();

    // The menu stays open after a choice among its roles.
    await salma.page.keyboard.press('Escape');
    await openMenu(salma);
    await salma.page.getByRole('menuitem', { name: partiesWords.security.ar }).click();
    await salma.page.getByRole('textbox', { name: securityWords.label.ar }).fill('حاسوب المكتب');
    await salma.page.getByRole('button', { name: securityWords.addPasskey.ar }).click();
    await salma.page.getByRole('main').getByText('حاسوب المكتب').waitFor();

    const elsewhere = await sit('fr');
    await elsewhere.page.goto('/');
    await elsewhere.look('sign-in');
    await fillSignIn(elsewhere.page, 'fr', { email, password });
    await answerCode(elsewhere);
    await salma.page.reload();
    await salma.page.getByRole('button', { name: securityWords.revoke.ar }).waitFor();
    await salma.look('security');
    await salma.page.getByRole('button', { name: securityWords.revoke.ar }).click();
    // Nothing is touched there: the session ends where it is open.
    await elsewhere.page.getByRole('textbox', { name: signInWords.email.fr }).waitFor();

    await signOut(salma);
    await salma.look('sign-in');
    await salma.page.getByRole('button', { name: signInWords.passkey.ar }).click();
    await salma.page.locator('main#main h1').waitFor();
    for (const seat of [administrator, salma, elsewhere]) await seat.leave();
    expect(room.problems).toEqual([]);
  },
  journeyMs,
);
