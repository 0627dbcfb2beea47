/** One node that is no demo: nobody is in it, and people come in by their enrolment links alone. */
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { generateSync } from 'otplib';
import type { Page } from 'playwright-core';
import { securityWords } from '../../console/capabilities/parties/security-words.ts';
import type { Language } from '../../server/kernel/faults.ts';
import { newId } from '../../server/kernel/ids.ts';
import { type RunningNode, startNode } from '../../server/main.ts';
import type { NodeSettings } from '../../server/plumbing/config/index.ts';
import { migratedDatabase } from '../migrated-database.ts';
import { swiftFolder } from '../swift-folder.ts';
import { until } from '../until.ts';
import { freePort } from '../world.ts';

export const password = 'sept chevaux blancs à Rabat';

export interface RealNode extends RunningNode {
  /** A passkey belongs to a host name: `localhost`, never an address. */
  readonly publicAddress: string;
  close(): Promise<void>;
}

export const openRealNode = async (): Promise<RealNode> => {
  const [port, federationPort, database] = [await freePort(), await freePort(), await migratedDatabase()];
  const folder = await mkdtemp(join(swiftFolder(), 'tansiq-real-'));
  const publicAddress = `http://localhost:${port}`;
  const settings: NodeSettings = {
    party: newId('party'),
    name: { ar: 'المصلحة المركزية', fr: 'Service central', en: 'Central service' },
    country: 'MA',
    languages: ['ar', 'fr'],
    console: { host: '127.0.0.1', port },
    publicAddress,
    federation: { host: '127.0.0.1', port: federationPort },
    federationAddress: `https://127.0.0.1:${federationPort}`,
    databaseUrl: null,
    demo: false,
    oidc: null,
  };
  const node = await startNode({ settings, folder, databaseUrl: database.url, logLevel: 'error' });
  return {
    ...node,
    publicAddress,
    close: async () => {
      await node.stop();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

/** RFC 6238; a node takes the step before and the step after its own as well. */
const periodSeconds = 30;

/** An authenticator application: each code serves once, so each call gives that of a later step. */
const createCodes = (secret: string) => {
  let last = 0;
  const present = (): number => Math.floor(Date.now() / 1000 / periodSeconds);
  return async (): Promise<string> => {
    const step = Math.max(last + 1, present());
    await until(() => step <= present() + 1, { withinMs: periodSeconds * 1000, everyMs: 100 });
    last = step;
    return generateSync({ secret, epoch: step * periodSeconds });
  };
};

/** Follows an enrolment link in the browser; `finish` gives the code, which is good for a short time only. */
export const enrol = async (page: Page, language: Language, link: string) => {
  await page.goto(link);
  const key = page.locator('code').first();
  await key.waitFor();
  const codes = createCodes((await key.textContent()) ?? '');
  await page.locator('input[type=password]').fill(password);
  const finish = async (): Promise<void> => {
    await page.getByRole('textbox', { name: securityWords.code[language] }).fill(await codes());
    await page.getByRole('button', { name: securityWords.finish[language] }).click();
  };
  return { codes, finish };
};
