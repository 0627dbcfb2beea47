/**
 * Looks at a screen as its readers would: on a phone in the dark and wide in the light, by its layout and by
 * axe. With TANSIQ_PICTURES=1 it takes pictures as well, of each width in each light.
 */
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type Language, languages } from '../../server/kernel/faults.ts';
import { root } from './built.ts';
import { judgeText, readCatalogues } from './catalogues.ts';

/** Where the pictures go; not in the repository. */
const pictures = join(root, 'dist/screenshots');
const wantsPictures = process.env.TANSIQ_PICTURES === '1';

const wide = { width: 1280, height: 900 } as const;
const phone = { width: 390, height: 844 } as const;

type Scheme = 'dark' | 'light';
interface Look {
  readonly size: typeof wide | typeof phone;
  readonly scheme: Scheme;
  /** Each width and each colour scheme once: the other two pairs hold nothing new for axe. */
  readonly isJudged: boolean;
}

/** The last is how a screen is left. */
const looks: readonly Look[] = [
  { size: phone, scheme: 'light', isJudged: false },
  { size: phone, scheme: 'dark', isJudged: true },
  { size: wide, scheme: 'dark', isJudged: false },
  { size: wide, scheme: 'light', isJudged: true },
];

/** WCAG 2.0, 2.1 and 2.2, levels A and AA. */
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

/** Style sheets would be fetched anew for a rule alone that is not among the standards. */
const axeOptions = { resultTypes: ['violations'], preload: { assets: ['media'] } } as const;

/** Until fonts are there, what moves has come to rest, and what was asked of the node is drawn. */
const settle = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    window.scrollTo(0, 0);
    await document.fonts.ready;
    const moving = document
      .getAnimations()
      .filter((animation) => animation.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY);
    await Promise.all(moving.map((animation) => animation.finished.catch(() => null)));
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
  });

/** What sticks out of the page at its present width, and a direction that is not the language's. */
const findLayout = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { lang, dir, scrollWidth, clientWidth } = document.documentElement;
    const found: string[] = [];
    if (dir !== (lang === 'ar' ? 'rtl' : 'ltr')) found.push(`dir ${dir} in ${lang}`);
    if (getComputedStyle(document.body).direction !== dir) found.push(`body is not ${dir}`);
    if (scrollWidth > clientWidth) {
      const wider = [...document.querySelectorAll('body *')].filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        return right > clientWidth + 1 || left < -1;
      });
      const names = wider.slice(-3).map((element) => element.outerHTML.slice(0, 160));
      found.push(`${scrollWidth} px wide on ${clientWidth}: ${names.join(' | ')}`);
    }
    return found;
  });

/** The console's own words on the screen: no data, nothing that names its own language. */
const readTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const isData = (element: Element | null): boolean => {
      const marked = element?.closest('bdi,code,pre,kbd,dd bdi,[translate="no"],[lang],[dir="ltr"]');
      return marked !== null && marked !== undefined && marked !== document.documentElement;
    };
    const texts: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      if (parent?.closest('script,style,textarea')) continue;
      const inWritten = parent?.dir === 'ltr' && parent !== document.documentElement;
      if (!isData(parent) && !inWritten) texts.push(walker.currentNode.textContent ?? '');
    }
    for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
      for (const element of document.querySelectorAll(`[${name}]`))
        if (!element.closest('bdi,code,kbd')) texts.push(element.getAttribute(name) ?? '');
    return texts;
  });

/** Read once for all screens that this process looks at. */
let cataloguesRead: ReturnType<typeof readCatalogues> | null = null;

const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const runAxe = async (page: Page): Promise<string[]> => {
  // Evaluated by the debugger, not by a script element: the page's content security policy stays whole.
  await page.evaluate(`window.axe || (() => { ${await axeSource} })()`);
  const found: unknown = await page.evaluate(
    `axe.run(document, { ...${JSON.stringify(axeOptions)}, runOnly: ${JSON.stringify(standards)} })
      .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) =>
        id + ': ' + html.slice(0, 200) + ' ' + failureSummary.replaceAll('\\n', ' ').slice(0, 260))))`,
  );
  return Array.isArray(found) ? found.map(String) : [];
};

const languageOf = async (page: Page): Promise<Language> => {
  const shown = await page.evaluate(() => document.documentElement.lang);
  const language = languages.find((entry) => entry === shown);
  if (!language) throw new Error(`the page is in no known language: ${shown}`);
  return language;
};

const takePicture = async (page: Page, name: string): Promise<void> => {
  if (!wantsPictures) return;
  await mkdir(pictures, { recursive: true });
  // A dialog is laid over what the window shows, not over the whole length of the page.
  const fullPage = (await page.getByRole('dialog').count()) === 0;
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage });
};

const show = async (page: Page, { size, scheme }: Look): Promise<void> => {
  await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
  // The console follows the device's scheme a moment after the device changed it.
  await page.locator(`html[data-mantine-color-scheme=${scheme}]`).waitFor({ state: 'attached' });
  await settle(page);
};

/** Returns what is wrong with the screen, named by `screen`; it is left wide and light. */
export const inspect = async (page: Page, screen: string): Promise<readonly string[]> => {
  cataloguesRead ??= readCatalogues();
  const [language, catalogues] = [await languageOf(page), await cataloguesRead];
  const found: string[] = [];
  for (const look of looks.filter(({ isJudged }) => isJudged || wantsPictures)) {
    await show(page, look);
    const name = `${look.size.width} ${look.scheme}`;
    const problems = look.isJudged ? [...(await findLayout(page)), ...(await runAxe(page))] : [];
    found.push(...problems.map((text) => `${name} ${text}`));
    await takePicture(page, [screen, language, look.size.width, look.scheme].join('-'));
  }
  const texts = [...new Set(await readTexts(page))];
  found.push(...texts.flatMap((text) => judgeText(text, language, catalogues) ?? []));
  return found.map((problem) => `${screen} ${language}: ${problem}`);
};

/** A page that is not the console’s, as it stands on a device. */
export const inspectAsItStands = async (page: Page, screen: string): Promise<readonly string[]> => {
  const language = await languageOf(page);
  const found = [...(await findLayout(page)), ...(await runAxe(page))];
  await takePicture(page, `${screen}-${language}`);
  return found.map((problem) => `${screen} ${language}: ${problem}`);
};
