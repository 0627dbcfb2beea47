/**
 * Looks at a screen as its readers would: wide and on a phone, light and dark, by eye (a picture) and by
 * axe.
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

const wide = { width: 1280, height: 900 } as const;
const phone = { width: 390, height: 844 } as const;

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

/**
 * Takes the four pictures of the screen as it stands, and returns what is wrong with it, named by `screen`.
 */
export const inspect = async (page: Page, screen: string): Promise<readonly string[]> => {
  cataloguesRead ??= readCatalogues();
  const [language, catalogues] = [await languageOf(page), await cataloguesRead];
  await mkdir(pictures, { recursive: true });
  const found: string[] = [];
  // A dialog is laid over what the window shows, not over the whole length of the page.
  const fullPage = (await page.getByRole('dialog').count()) === 0;
  for (const size of [phone, wide])
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      // The console follows the device's scheme a moment after the device changed it.
      await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor({ state: 'attached' });
      await settle(page);
      const look = `${size.width} ${colorScheme}`;
      const note = (problems: readonly string[]) => found.push(...problems.map((text) => `${look} ${text}`));
      note(await findLayout(page));
      // Each width and each colour scheme once: the other two pairs hold nothing new.
      if ((size === wide) === (colorScheme === 'light')) note(await runAxe(page));
      const name = [screen, language, size.width, colorScheme].join('-');
      await page.screenshot({ path: join(pictures, `${name}.png`), fullPage });
    }
  const texts = [...new Set(await readTexts(page))];
  found.push(...texts.flatMap((text) => judgeText(text, language, catalogues) ?? []));
  return found.map((problem) => `${screen} ${language}: ${problem}`);
};

/** A page that is not the console’s, as it stands on a device: one picture, layout and axe. */
export const inspectAsItStands = async (page: Page, screen: string): Promise<readonly string[]> => {
  const language = await languageOf(page);
  await mkdir(pictures, { recursive: true });
  const found = [...(await findLayout(page)), ...(await runAxe(page))];
  await page.screenshot({ path: join(pictures, `${screen}-${language}.png`), fullPage: true });
  return found.map((problem) => `${screen} ${language}: ${problem}`);
};
