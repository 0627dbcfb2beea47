/**
 * First load of the console in a headless Chromium with a cold cache: what travels, and when one can sign
 * in.
 */
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../testing/browser.ts';
import { openProcessWorld } from '../testing/process-world.ts';
import { type Measure, measuresOf, percentile } from './measure.ts';

const measure = measuresOf('console');
const loads = 5;
const kilobyte = 1_000;

interface Load {
  readonly requests: number;
  /** Bytes as they travelled, with headers, and as the browser read them. */
  readonly carried: number;
  readonly unpacked: number;
  readonly paintedMs: number;
  /** Until the first field of the sign-in form can be typed into. */
  readonly usableMs: number;
}

const readLoad = async (page: Page, address: string): Promise<Load> => {
  const began = performance.now();
  await page.goto(address, { waitUntil: 'commit' });
  await page.locator('input').first().click();
  const usableMs = performance.now() - began;
  await page.waitForLoadState('networkidle');
  const seen = await page.evaluate(() => {
    const entries = [
      ...performance.getEntriesByType('navigation'),
      ...performance.getEntriesByType('resource'),
    ];
    const sizes = entries.flatMap((entry) => (entry instanceof PerformanceResourceTiming ? [entry] : []));
    return {
      requests: sizes.length,
      carried: sizes.reduce((sum, entry) => sum + entry.transferSize, 0),
      unpacked: sizes.reduce((sum, entry) => sum + entry.decodedBodySize, 0),
      paintedMs: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    };
  });
  return { ...seen, usableMs };
};

/** The second page of a context finds in its cache what the first has fetched. */
const loadTwice = async (browser: Browser, address: string) => {
  const context = await browser.newContext({ locale: 'fr-FR' });
  try {
    const cold = await readLoad(await context.newPage(), address);
    return { cold, warm: await readLoad(await context.newPage(), address) };
  } finally {
    await context.close();
  }
};

/** Runs the bench on a node of its own; half a minute. */
export const run = async (): Promise<readonly Measure[]> => {
  const world = await openProcessWorld(['fr', 'ma']);
  const browser = await launchBrowser();
  try {
    const address = world.nodes[0]?.settings.publicAddress ?? '';
    const seen: Awaited<ReturnType<typeof loadTwice>>[] = [];
    for (let load = 0; load < loads; load += 1) seen.push(await loadTwice(browser, address));
    const median = (read: (load: Load) => number, which: 'cold' | 'warm'): number =>
      percentile(
        seen.map((pair) => read(pair[which])),
        0.5,
      );
    const kept = median((load) => load.unpacked, 'cold') / kilobyte;
    return [
      measure('first-load-carried', median((load) => load.carried, 'cold') / kilobyte, 'kB', {
        name: 'unpacked',
        value: kept,
      }),
      measure(
        'first-load-requests',
        median((load) => load.requests, 'cold'),
        'requests',
      ),
      measure(
        'first-paint-cold',
        median((load) => load.paintedMs, 'cold'),
        'ms',
      ),
      measure(
        'until-sign-in-can-be-typed-cold',
        median((load) => load.usableMs, 'cold'),
        'ms',
      ),
      measure(
        'until-sign-in-can-be-typed-again',
        median((load) => load.usableMs, 'warm'),
        'ms',
      ),
      measure('second-load-carried', median((load) => load.carried, 'warm') / kilobyte, 'kB'),
    ];
  } finally {
    await browser.close();
    await world.close();
  }
};
