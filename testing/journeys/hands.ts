/** What people do at a console, as hands do it: by the names that the screen shows. */
import type { Page } from 'playwright-core';
import { composeWords } from '../../console/capabilities/exchange/compose-words.ts';
import { readerWords } from '../../console/capabilities/exchange/reader-words.ts';
import { subjectWords } from '../../console/capabilities/exchange/subject-words.ts';
import { exchangeWords } from '../../console/capabilities/exchange/words.ts';
import type { Language } from '../../server/kernel/faults.ts';
import type { Seat } from './seat.ts';

export interface Written {
  readonly title: string;
  readonly text: string;
  readonly person: string;
  readonly place: string;
  /** Names as the reader's language has them. */
  readonly agreement: string;
  readonly circle: string;
}

const addSubject = async (page: Page, language: Language, kind: 'person' | 'place', name: string) => {
  const [add = ''] = composeWords.add[language].split('{');
  const button = page.getByRole('button', { name: new RegExp(`^${add}.*${subjectWords[kind][language]}`) });
  await button.click();
  const blank = page.getByRole('textbox', { name: subjectWords[`${kind}-name`][language] });
  await blank.fill(name);
};

/** Fills the form: what is known, about whom and where, under which agreement and to whom. */
export const compose = async ({ page, language }: Seat, written: Written): Promise<void> => {
  await page.getByRole('main').getByRole('link', { name: exchangeWords.compose[language] }).first().click();
  await page.getByRole('heading', { level: 1, name: composeWords.title[language] }).waitFor();
  await page.getByRole('textbox', { name: composeWords.subject[language] }).fill(written.title);
  await page.getByRole('textbox', { name: composeWords.text[language] }).fill(written.text);
  await addSubject(page, language, 'person', written.person);
  await addSubject(page, language, 'place', written.place);
  const choose = (label: string, option: string) =>
    page.getByRole('combobox', { name: label, exact: true }).selectOption({ label: option });
  await choose(composeWords.agreement[language], written.agreement);
  await choose(composeWords.circle[language], written.circle);
};

/** Says why personal data will be consulted, as the node asks once of every session. */
export const stateReason = async ({ page }: Pick<Seat, 'page'>, reason: string): Promise<void> => {
  const status = await page.evaluate(async (stated) => {
    const answer = await fetch('/api/parties/context', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ reason: stated, reference: null, purpose: null }),
    });
    return answer.status;
  }, reason);
  if (status >= 300) throw new Error(`the reason was answered with ${status}`);
};

/** Goes to a box by the navigation. */
export const goTo = async (
  { page, language }: Seat,
  box: 'inbox' | 'drafts' | 'to-release' | 'sent' | 'returned',
) => {
  await page.getByRole('navigation').getByRole('link', { name: exchangeWords[box][language] }).click();
  await page.getByRole('heading', { level: 1, name: exchangeWords[box][language] }).waitFor();
};

/** Opens a row of the list that is showing. */
export const open = async ({ page }: Seat, title: string): Promise<void> => {
  await page.getByRole('button', { name: title }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
};

export const askRelease = async ({ page, language }: Seat): Promise<void> => {
  await page.getByRole('button', { name: readerWords.release[language] }).click();
  await page.getByRole('dialog').waitFor();
};

export const confirm = ({ page }: Pick<Seat, 'page'>, action: string): Promise<void> =>
  page.getByRole('dialog').getByRole('button', { name: action, exact: true }).click();

/**
 * When this text came to be in the page, in milliseconds of the machine's clock; watched, not asked for
 * again.
 */
export const appearance = ({ page }: Seat, text: string): Promise<number> =>
  page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const look = (): void => {
          if (document.body.textContent?.includes(wanted)) resolve(Date.now());
        };
        new MutationObserver(look).observe(document.body, {
          subtree: true,
          childList: true,
          characterData: true,
        });
        look();
      }),
    text,
  );

/** From now on the page knows when it was last clicked; `read` gives that moment. */
export const timeClicks = async ({ page }: Seat): Promise<() => Promise<number>> => {
  await page.evaluate(() => {
    const note = (): void => {
      document.body.dataset.clickedAt = String(Date.now());
    };
    document.addEventListener('click', note, { capture: true });
  });
  return async () => Number(await page.evaluate(() => document.body.dataset.clickedAt));
};

/** The node answers at once; its answer is on the way until the screen shows what the news say. */
export const holdBack = async (
  { page }: Pick<Seat, 'page'>,
  url: RegExp,
  untilShown: () => Promise<void>,
): Promise<void> => {
  await page.route(url, async (route) => {
    const response = await route.fetch();
    await untilShown();
    await route.fulfill({ response });
  });
};

/** Marks the page, so that a reload would be noticed. */
export const forbidReload = async ({ page }: Seat): Promise<() => Promise<boolean>> => {
  await page.evaluate(() => {
    document.documentElement.dataset.unreloaded = 'yes';
  });
  return () => page.evaluate(() => document.documentElement.dataset.unreloaded === 'yes');
};

/** What has the focus, and whether its reader can see that it has. */
export const focused = ({ page }: Seat): Promise<{ text: string; isVisible: boolean }> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement)) return { text: '', isVisible: false };
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    const isOutlined = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1;
    return { text: element.textContent ?? '', isVisible: isOutlined || boxShadow !== 'none' };
  });
