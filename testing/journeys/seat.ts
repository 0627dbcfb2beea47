/** Someone in front of a console: a browser of his own, in his language, at his place, watched for errors. */
import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { signInWords } from '../../console/capabilities/parties/sign-in-words.ts';
import type { Role } from '../../server/kernel/decision.ts';
import type { Language } from '../../server/kernel/faults.ts';
import { until } from '../until.ts';
import type { WorldNode } from '../world.ts';
import { inspect, inspectAsItStands } from './inspection.ts';

const places: Readonly<Record<Language, { locale: string; timezoneId: string }>> = {
  ar: { locale: 'ar-MA', timezoneId: 'Africa/Casablanca' },
  fr: { locale: 'fr-FR', timezoneId: 'Europe/Paris' },
  en: { locale: 'en-GB', timezoneId: 'Europe/London' },
};

/** A busy machine is slow, a broken console never answers. */
const patienceMs = 30_000;

/**
 * Chromium writes down every refusal of the node; that a refusal is shown rightly is for the journeys to
 * say.
 */
const isRefusal = (text: string): boolean => /^Failed to load resource: .* status of 4\d\d/.test(text);

export interface Room {
  /** A new browser window, with nothing kept from others. */
  sit(at: { address: string; language: Language }): Promise<Seat>;
  /** Errors of the consoles, and what was found wrong with the screens that were looked at. */
  readonly problems: string[];
  close(): Promise<void>;
}

export interface Seat {
  readonly page: Page;
  readonly language: Language;
  signIn(account: { email: string; password: string }): Promise<void>;
  /** Looks at the screen as it stands; what is wrong is kept among the room's problems. */
  look(screen: string): Promise<void>;
  /** As `look`, at a page that is not the console's, at the size and in the light in which it is. */
  lookAsItStands(screen: string): Promise<void>;
  /** Closes the window, once what was sent from it is answered: closed earlier, it might never leave. */
  leave(): Promise<void>;
}

const watch = (page: Page, problems: string[]): void => {
  page.on('console', (message) => {
    const isProblem = message.type() === 'error' || /Content Security Policy/.test(message.text());
    if (isProblem && !isRefusal(message.text())) problems.push(`${page.url()} ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`${page.url()} ${error.stack ?? error.message}`));
};

/** What a page has sent that changes something, until it is answered. */
const unanswered = (page: Page): ReadonlySet<Request> => {
  const sent = new Set<Request>();
  page.on('request', (request) => {
    if (request.method() !== 'GET') sent.add(request);
  });
  page.on('response', (response) => sent.delete(response.request()));
  page.on('requestfailed', (request) => sent.delete(request));
  return sent;
};

/** Fills the form of the sign-in screen, which must be showing. */
export const fillSignIn = async (
  page: Page,
  language: Language,
  account: { email: string; password: string },
) => {
  await page.getByRole('textbox', { name: signInWords.email[language] }).fill(account.email);
  await page.locator('input[type=password]').fill(account.password);
  await page.getByRole('button', { name: signInWords.next[language] }).click();
};

/** Whoever has this role at the node, signed in at a seat of his own. */
export const enterAs = async (
  room: Room,
  node: Pick<WorldNode, 'address' | 'accounts'>,
  role: Role,
  language: Language,
): Promise<Seat> => {
  const account = node.accounts.get(role);
  if (account === undefined) throw new Error(`nobody is ${role} there`);
  const seat = await room.sit({ address: node.address, language });
  await seat.signIn(account);
  return seat;
};

export const openRoom = (browser: Browser): Room => {
  const problems: string[] = [];
  const contexts = new Set<BrowserContext>();
  return {
    problems,
    sit: async ({ address, language }) => {
      const context = await browser.newContext({
        baseURL: address,
        viewport: { width: 1280, height: 900 },
        reducedMotion: 'reduce',
        ...places[language],
      });
      contexts.add(context);
      context.setDefaultTimeout(patienceMs);
      const page = await context.newPage();
      watch(page, problems);
      const sent = unanswered(page);
      return {
        page,
        language,
        signIn: async (account) => {
          await page.goto('/');
          await fillSignIn(page, language, account);
          await page.locator('main#main h1').waitFor();
        },
        look: async (screen) => {
          problems.push(...(await inspect(page, screen)));
        },
        lookAsItStands: async (screen) => {
          problems.push(...(await inspectAsItStands(page, screen)));
        },
        leave: async () => {
          await until(() => sent.size === 0, { withinMs: patienceMs });
          contexts.delete(context);
          await context.close();
        },
      };
    },
    close: async () => {
      for (const context of contexts) await context.close();
    },
  };
};
