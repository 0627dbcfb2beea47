/**
 * Each boundary rule is broken on purpose, in a small house of the same shape, and must be the one that
 * speaks. One reading judges all the violations.
 */
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { capabilities } from '../architecture.mjs';
import { type Breach, readImports, ruleNames } from './boundaries.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const [first, second] = capabilities;

/** A sound house: every layer, every kind of file, and the imports that are allowed. */
const house: Record<string, string> = {
  'server/kernel/time.ts': '',
  'server/kernel/ids.ts': `import 'node:crypto'; import 'canonicalize'; import 'typebox';`,
  'server/kernel/schemas.ts': `import { idPattern } from './ids.ts';`,
  'server/kernel/released.ts': `import type { Id } from './ids.ts';`,
  'server/kernel/time.test.ts': `import 'vitest'; import '../../testing/world.ts';`,
  'server/plumbing/database/index.ts': `import 'kysely'; export * from './rows.ts';`,
  'server/plumbing/database/rows.ts': `import 'pg';`,
  'server/plumbing/http/index.ts': `import 'fastify'; import '../database/index.ts';`,
  'server/plumbing/keys/key-store.ts': `import 'kysely'; import 'node:fs';`,
  'server/plumbing/verb.ts': `import './database/index.ts'; import '../kernel/time.ts';`,
  'server/federation/index.ts': `import type { R } from '../kernel/released.ts';`,
  'server/federation/outbox.ts': `import '../plumbing/database/index.ts';`,
  [`server/capabilities/${first}/index.ts`]: `export * from './service.ts';`,
  [`server/capabilities/${first}/service.ts`]: `import './policy.ts'; import './store.ts';`,
  [`server/capabilities/${first}/store.ts`]: `import type { K } from 'kysely';`,
  [`server/capabilities/${first}/policy.ts`]: `import '../../kernel/released.ts'; import './contract.ts';`,
  [`server/capabilities/${first}/policy.test.ts`]: `import 'fast-check'; import './policy.ts';`,
  [`server/capabilities/${first}/contract.ts`]: `import 'typebox';`,
  [`server/capabilities/${first}/routes.ts`]: `import '../../plumbing/http/index.ts'; import './service.ts';`,
  [`server/capabilities/${second}/index.ts`]: `export * from './service.ts';`,
  [`server/capabilities/${first}/drafting-service.ts`]: `import './store.ts'; import 'node:fs';`,
  [`server/capabilities/${second}/contract.ts`]: `import 'typebox';`,
  [`server/capabilities/${second}/service.ts`]: `import '../${first}/index.ts';`,
  [`server/capabilities/${second}/policy.ts`]: `import type { P } from '../${first}/index.ts';`,
  'server/main.ts': `import './capabilities/${first}/index.ts'; import './federation/index.ts';`,
  'console/main.tsx': `import 'react'; import './capabilities/${first}/page.tsx';`,
  [`console/capabilities/${first}/page.tsx`]: `import '../../../server/capabilities/${first}/contract.ts';`,
  [`server/capabilities/${first}/a-contract.ts`]: `import 'typebox';`,
  [`console/capabilities/${first}/a.tsx`]: `import '../../../server/capabilities/${first}/a-contract.ts';`,
  [`console/capabilities/${first}/list.tsx`]: `import type { Id } from '../../../server/kernel/ids.ts';`,
  'public/page.tsx': `import '../server/kernel/time.ts';`,
  'cli/main.ts': `import '../server/main.ts'; import 'commander';`,
  'demo/world.ts': `import '../server/main.ts';`,
  'testing/world.ts': `import '../server/main.ts'; import 'vitest'; import '../server/kernel/released.ts';`,
  'testing/database.ts': `import '../server/plumbing/database/rows.ts';`,
  'bench/main.ts': `import '../testing/world.ts'; import '../server/plumbing/database/rows.ts';`,
  'scripts/seed.ts': `import '../server/main.ts';`,
};

interface Plant {
  readonly file: string;
  readonly text: string;
}
const plant = (file: string, text: string): Plant => ({ file, text });
const inFirst = (name: string) => `server/capabilities/${first}/${name}`;
const inSecond = (name: string) => `server/capabilities/${second}/${name}`;

/** Rule → the files that break it, and it alone. */
const plants: Record<string, readonly Plant[]> = {
  'kernel-stands-alone': [
    plant('server/kernel/k1.ts', `import 'commander';`),
    plant('server/kernel/k2.ts', `import type { D } from '../plumbing/database/index.ts';`),
    plant('server/kernel/k3.ts', `import 'node:fs';`),
    plant('server/kernel/k4.test.ts', `import '../plumbing/database/index.ts';`),
  ],
  'only-policy-mints': [
    plant(inFirst('m1-store.ts'), `import { mintReleased } from '../../kernel/released.ts';`),
    plant('server/federation/m2.ts', `import { type Released, mintReleased } from '../kernel/released.ts';`),
    plant('server/kernel/m3.ts', `export * from './released.ts';`),
  ],
  'plumbing-knows-no-capability': [
    plant('server/plumbing/http/p1.ts', `import '../../capabilities/${first}/index.ts';`),
    plant('server/plumbing/p2.ts', `import type { O } from '../federation/index.ts';`),
    plant('server/plumbing/p3.ts', `import '../main.ts';`),
  ],
  'plumbing-through-index': [
    plant('server/plumbing/http/i1.ts', `import '../database/rows.ts';`),
    plant('server/plumbing/i2.ts', `import './database/rows.ts';`),
    plant('server/federation/i3.ts', `import type { R } from '../plumbing/database/rows.ts';`),
    plant('demo/i4.ts', `import '../server/plumbing/database/rows.ts';`),
  ],
  'federation-knows-no-capability': [
    plant('server/federation/f1.ts', `import type { P } from '../capabilities/${first}/index.ts';`),
    plant('server/federation/f2.ts', `import '../main.ts';`),
  ],
  'federation-through-index': [plant(inFirst('messages.ts'), `import '../../federation/outbox.ts';`)],
  'capabilities-in-order': [
    plant(inFirst('o1-store.ts'), `import type { S } from '../${second}/index.ts';`),
    plant(inFirst('o2-store.ts'), `import '../../main.ts';`),
  ],
  'capability-is-listed': [
    plant('server/capabilities/unlisted/service.ts', `import '../../kernel/time.ts';`),
    plant('server/capabilities/unlisted/index.ts', `export * from './service.ts';`),
    plant('server/l1.ts', `import './capabilities/unlisted/index.ts';`),
  ],
  'capability-through-index': [
    plant(inSecond('d1-store.ts'), `import type { P } from '../${first}/contract.ts';`),
    plant('server/d2.ts', `import './capabilities/${first}/service.ts';`),
    plant('cli/d3.ts', `import '../server/capabilities/${first}/policy.ts';`),
  ],
  'pure-stays-pure': [
    plant(inFirst('u1.ts'), `import type { Row } from './store.ts';`),
    plant(inFirst('u2.ts'), `import './service.ts';`),
    plant(inFirst('u9.ts'), `import './drafting-service.ts';`),
    plant(inFirst('u3.ts'), `import type { Unit } from '../../plumbing/database/index.ts';`),
    plant(inFirst('u4.ts'), `import '../../federation/index.ts';`),
    plant(inFirst('u5.ts'), `import 'node:fs/promises';`),
    plant(inFirst('u6.ts'), `import 'node:net';`),
    plant(inFirst('u7.ts'), `import 'pg';`),
    plant(inFirst('u8.ts'), `import type { FastifyInstance } from 'fastify';`),
  ],
  'query-layer-in-stores': [
    plant(inSecond('routes.ts'), `import 'kysely';`),
    plant('server/plumbing/http/q1.ts', `import type { Pool } from 'pg';`),
    plant('demo/q2.ts', `import 'pg';`),
  ],
  'console-sees-contracts': [
    plant(
      `console/capabilities/${first}/c1.tsx`,
      `import '../../../server/capabilities/${second}/contract.ts';`,
    ),
    plant(
      `console/capabilities/${first}/c2.tsx`,
      `import '../../../server/capabilities/${first}/policy.ts';`,
    ),
    plant('console/kit/c3.tsx', `import type { C } from '../../server/capabilities/${first}/contract.ts';`),
    plant('console/c4.tsx', `import '../demo/world.ts';`),
    plant('public/c5.tsx', `import '../console/main.tsx';`),
    plant('public/c6.tsx', `import type { V } from '../server/plumbing/verb.ts';`),
  ],
  'console-runs-in-a-browser': [
    plant('console/b1.tsx', `import 'node:path';`),
    plant('console/b2.tsx', `import { newId } from '../server/kernel/ids.ts';`),
    plant('public/b3.tsx', `import '../server/kernel/schemas.ts';`),
  ],
  'no-circles': [
    plant('scripts/a.ts', `import type { B } from './b.ts';`),
    plant('scripts/b.ts', `import './a.ts';`),
  ],
  'nothing-imports-tests': [plant('server/t1.ts', `import './kernel/time.test.ts';`)],
  'testing-stays-outside': [
    plant('demo/t2.ts', `import '../testing/world.ts';`),
    plant('server/t3.ts', `import type { W } from '../testing/world.ts';`),
  ],
  'server-looks-inward': [
    plant('server/s1.ts', `import '../cli/main.ts';`),
    plant('server/s2.ts', `import type { P } from '../public/page.tsx';`),
  ],
  'server-from-known-places': [plant('bin/tansiq.mjs', `import '../server/main.ts';`)],
  'no-development-dependencies': [
    plant('server/n1.ts', `import 'axe-core';`),
    plant('cli/n2.ts', `import { build } from 'vite';`),
  ],
};

let folder = '';
let breaches: readonly Breach[] = [];

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'tansiq-boundaries-')));
  cpSync(join(root, 'package.json'), join(folder, 'package.json'));
  symlinkSync(realpathSync(join(root, 'node_modules')), join(folder, 'node_modules'));
  const planted = Object.values(plants).flat();
  for (const [file, text] of [...Object.entries(house), ...planted.map((p) => [p.file, p.text] as const)]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `${text}\nexport {};\n`);
  }
  breaches = (await readImports(folder)).breaches;
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const rulesBrokenBy = (file: string) => [
  ...new Set(breaches.filter((breach) => breach.files.includes(file)).map((breach) => breach.rule)),
];

for (const [rule, files] of Object.entries(plants))
  for (const { file, text } of files)
    test(`${rule} speaks, alone, about ${file}: ${text}`, () => {
      expect(rulesBrokenBy(file)).toEqual([rule]);
    });

test('a sound house breaks no rule', () => {
  const sound = breaches.filter((breach) => breach.files.every((file) => file in house));
  expect(sound).toEqual([]);
});

test('every rule of the lint is broken here at least once', async () => {
  const rules = new Set(await ruleNames());
  expect([...rules].sort()).toEqual(Object.keys(plants).sort());
});

test('the real tree breaks no rule', { timeout: 60_000 }, async () => {
  const { breaches: real } = await readImports(root);
  expect(real).toEqual([]);
});
