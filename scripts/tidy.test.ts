/** Tidy finds what it should, spares what it should, and finds nothing in this house. */
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { castsAllowed } from './tidy/code.ts';
import { describeProblem, type Problem } from './tidy/problem.ts';
import { readFiles, tidyFile, tidyHouse } from './tidy.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const service = 'server/capabilities/requests/service.ts';
const lines = (count: number, line = '') => `${line}\n`.repeat(count);
const body = (count: number) => `export const answer = () => {\n${lines(count - 2, '  act();')}};\n`;
const factory = (count: number) =>
  `const create = () => ({\n  act: () => {\n${lines(count - 2)}  },\n` +
  `  rest: () => {\n${lines(30)}  },\n});\n`;
const rulesOf = (problems: readonly Problem[]) => [...new Set(problems.map((problem) => problem.rule))];

/** Rule → files that break it and it alone: path, text. */
const broken: Record<string, readonly (readonly [string, string])[]> = {
  'file-length': [
    [service, lines(301)],
    ['console/kit/kit.css', lines(301)],
    ['server/capabilities/requests/migrations/001-create-requests.sql', lines(301)],
    ['server/kernel/time.test.ts', lines(401)],
  ],
  'index-length': [['server/capabilities/requests/index.ts', lines(31)]],
  'function-length': [
    [service, body(51)],
    [service, factory(51)],
    [service, `const create = () => {\n${lines(51, '  act();')}  return { act: () => 1 };\n};\n`],
    ['console/page.tsx', `export function Page() {\n${lines(50)}}\n`],
    [service, `class Answer {\n  act() {\n${lines(50)}  }\n}\n`],
  ],
  'line-length': [
    [service, `// ${'x'.repeat(108)}\n`],
    ['server/capabilities/requests/migrations/001-create-requests.sql', `-- ${'x'.repeat(108)}\n`],
  ],
  'file-name': [
    ['server/kernel/timeZone.ts', ''],
    ['console/kit/Banner.tsx', ''],
    ['server/kernel/time_zone.ts', ''],
  ],
  'banned-name': [
    ['server/kernel/utils.ts', ''],
    ['server/plumbing/common/index.ts', ''],
    [service, 'const requestManager = 1;'],
    [service, 'const read = (tmp: string) => tmp;'],
    [service, 'type BaseRequest = string;'],
    [service, 'const { helper } = answer;'],
  ],
  'migration-name': [
    ['server/capabilities/requests/migrations/001-requests.sql', ''],
    ['server/capabilities/requests/migrations/1-add-deadline.sql', ''],
    ['server/capabilities/requests/migrations/0001-perpetual-psynapse.sql', ''],
  ],
  'banned-word': [
    [service, '// TODO: answer\n'],
    [service, '// FIXME\n'],
    [service, '// XXX\n'],
    [service, '// HACK\n'],
    ['README.md', 'Lorem ipsum\n'],
    ['docs/measured.md', 'It was previously slow.\n'],
  ],
  'machine-path': [
    [service, `const folder = '/root/data';\n`],
    ['README.md', 'cd /home/anna\n'],
    ['docs/measured.md', 'See `/tmp/report.json`.\n'],
    ['package.json', '{ "start": "node /home/anna/bin" }\n'],
  ],
  'registry-host': [
    ['package-lock.json', '"resolved": "https://artifactory.example.org/npm/a.tgz"\n'],
    ['.npmrc', 'registry=https://registry.npmjs.org/\n'],
  ],
  'no-any': [
    [service, 'export const read = (text: any) => text;'],
    ['server/kernel/read.ts', 'export const read: any = 1;'],
  ],
  'no-bang': [[service, 'export const first = list[0]!;']],
  'no-cast': [
    [service, 'export const id = text as RequestId;'],
    [service, 'export const id = <RequestId>text;'],
    ['server/capabilities/requests/policy.test.ts', 'const id = text as unknown;'],
  ],
  'sql-in-stores': [
    [service, 'await sql`select 1`.execute(tables);'],
    [service, `sql.raw('now()');`],
    [service, `client.query('select id from request where id = $1');`],
    [service, 'client.query(`DELETE FROM request WHERE id = 1`);'],
    ['cli/main.ts', `client.query(\`update request set state = \${state}\`);`],
  ],
  'environment-in-config': [
    [service, 'export const port = process.env.PORT;'],
    ['cli/main.ts', 'const { PORT } = process.env;'],
  ],
  'no-console': [[service, `console.log('answered');`]],
  'no-default-export': [[service, 'export default answer;']],
  'import-extension': [
    [service, `import { answer } from './answer';`],
    [service, `export * from '../agreements';`],
  ],
};

for (const [rule, cases] of Object.entries(broken))
  for (const [path, text] of cases)
    test(`${rule} finds ${path}: ${JSON.stringify(text.trim().slice(0, 60))}`, () => {
      expect(rulesOf(tidyFile(path, text))).toEqual([rule]);
    });

const spared: readonly (readonly [string, string, string])[] = [
  ['a file of 300 lines', service, lines(300)],
  ['a test of 400 lines', 'server/kernel/time.test.ts', lines(400)],
  ['a function of 50 lines', service, body(50)],
  ['a factory of short functions', service, factory(40)],
  ['a long function of a test', 'server/kernel/time.test.ts', body(60)],
  ['a line of 110 characters, not bytes', service, `// ${'ش'.repeat(107)}\n`],
  ['a long sentence of a catalogue', 'server/kernel/faults.ts', `  fr: '${'é'.repeat(130)}',\n`],
  ['long lines of prose', 'README.md', `${'word '.repeat(60)}\n`],
  ['the standard name commonName', service, 'const commonName = subject.cn;'],
  ['a banned word within another word', service, 'const database = temperature;'],
  ['a name that belongs to a library', service, 'connect({ base: path, tmp: folder });'],
  ['a migration that says what it does', 'x/migrations/003-add-request-deadline.sql', ''],
  ['as const and satisfies', service, 'export const a = { b: 1 } as const satisfies Shape;'],
  ['a cast in the kernel', 'server/kernel/ids.ts', 'export const id = text as PartyId;'],
  ['SQL in a store', 'server/capabilities/requests/request-store.ts', 'sql`select 1`;'],
  ['an English sentence', service, `const advice = 'Select a desk from the list';`],
  ['the environment in config', 'server/plumbing/config/read.ts', 'const all = process.env;'],
  ['the environment of a measure', 'bench/main.ts', 'const all = process.env;'],
  ['console.log in a script', 'scripts/draw.ts', `console.log('drawn');`],
  ['a default export for a tool', 'vite.config.ts', 'export default {};'],
  ['an asset with a query', 'console/map.ts', `import worker from './worker.js?worker&url';`],
  ['the public registry in the lock', 'package-lock.json', '"https://registry.npmjs.org/a/-/a-1.0.0.tgz"'],
  ['a path of an API', service, `const route = '/api/home/root';`],
];

for (const [what, path, text] of spared)
  test(`tidy spares ${what}`, () => {
    expect(tidyFile(path, text)).toEqual([]);
  });

for (const [path, { most }] of Object.entries(castsAllowed))
  test(`${path} may have ${most} casts, and no more`, () => {
    const casts = (count: number) => lines(count, 'export const id = text as RequestId;');
    expect(tidyFile(path, casts(most))).toEqual([]);
    expect(rulesOf(tidyFile(path, casts(most + 1)))).toEqual(['no-cast']);
  });

const capability = (parts: readonly string[]) =>
  new Map(parts.map((part) => [`server/capabilities/requests/${part}`, '']));
const parts = ['README.md', 'index.ts', 'contract.ts', 'policy.ts', 'policy.test.ts', 'requests.test.ts'];

test('a capability with all its parts is sound', () => {
  expect(tidyHouse(capability(parts), ['requests'])).toEqual([]);
});

for (const missing of parts)
  test(`a capability without ${missing} is found`, () => {
    const files = capability(parts.filter((part) => part !== missing));
    expect(tidyHouse(files, ['requests']).map((problem) => problem.text)).toEqual([`${missing} is missing`]);
  });

test('a capability that architecture.mjs does not list is found', () => {
  expect(rulesOf(tidyHouse(capability(parts), []))).toEqual(['capability-shape']);
});

test('a kernel of more than 800 lines is found, its tests not counted', () => {
  const kernel = (name: string, count: number) => [`server/kernel/${name}`, lines(count)] as const;
  const sound = [kernel('a.ts', 300), kernel('b.ts', 300), kernel('c.ts', 200), kernel('c.test.ts', 300)];
  expect(tidyHouse(new Map(sound), [])).toEqual([]);
  expect(rulesOf(tidyHouse(new Map([...sound, kernel('d.ts', 1)]), []))).toEqual(['kernel-size']);
});

test('two migrations of one number are found, of two folders they may be', () => {
  const files = (...paths: readonly string[]) =>
    new Map(paths.map((path) => [`server/plumbing/${path}`, '']));
  const one = 'journal/migrations/002-add-heads.sql';
  expect(tidyHouse(files(one, 'keys/migrations/002-add-seals.sql'), [])).toEqual([]);
  expect(rulesOf(tidyHouse(files(one, 'journal/migrations/002-add-size.sql'), []))).toEqual([
    'migration-number',
  ]);
});

const door = 'server/plumbing/live/index.ts';
const silentDoors: readonly (readonly [string, Record<string, string>])[] = [
  ['at the door', { [door]: 'export const listen = 1;' }],
  [
    'behind a named re-export',
    { [door]: `export { a as b } from './a.ts';`, 'server/plumbing/live/a.ts': 'export const a = 1;' },
  ],
  [
    'behind a type re-export',
    { [door]: `export type { A } from './a.ts';`, 'server/plumbing/live/a.ts': 'export interface A {}' },
  ],
  [
    'behind a star',
    { [door]: `export * from './a.ts';`, 'server/plumbing/live/a.ts': 'export function a() {}' },
  ],
];

for (const [where, files] of silentDoors)
  test(`an export without a docstring is found ${where}`, () => {
    expect(rulesOf(tidyHouse(new Map(Object.entries(files)), []))).toEqual(['docstring']);
  });

test('an export with a docstring at its definition is sound', () => {
  const files = {
    [door]: `export { a as b } from './a.ts';\nexport * from './c.ts';`,
    'server/plumbing/live/a.ts': '/** Listens. */\nexport const a = 1;',
    'server/plumbing/live/c.ts': 'const hidden = 1;\n/** Tells. */\nexport function c() {}',
  };
  expect(tidyHouse(new Map(Object.entries(files)), [])).toEqual([]);
});

test('this house is tidy', () => {
  expect(tidyHouse(readFiles(root)).map(describeProblem)).toEqual([]);
});
