/** How the command and its threads are bundled, for `npm run build` and `npm run dev`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuildOptions } from 'esbuild';

const root = join(import.meta.dirname, '..');

/**
 * Packages of hundreds of small files, taken into the bundle: to find and read them was half of a start. All
 * others stay where npm put them.
 */
const taken = [
  '@fastify/type-provider-typebox',
  '@peculiar/x509',
  '@simplewebauthn/server',
  'kysely',
  'openid-client',
  'typebox',
];

const { dependencies }: { dependencies: Record<string, string> } = JSON.parse(
  readFileSync(join(root, 'package.json'), 'utf8'),
);
const left = Object.keys(dependencies).filter((name) => !taken.includes(name));

/** Packages of the older kind ask for parts of Node.js by `require`. */
const requireInBundle = [
  "import { createRequire as requireFrom } from 'node:module';",
  'const require = requireFrom(import.meta.url);',
].join('\n');

export const commandBuild = {
  entryPoints: {
    tansiq: join(root, 'cli/main.ts'),
    typesetting: join(root, 'server/plumbing/documents/worker.ts'),
    oprf: join(root, 'server/plumbing/oprf/worker.ts'),
    imports: join(root, 'server/capabilities/events/imports/thread-service.ts'),
    roster: join(root, 'server/capabilities/roster/solving/thread-service.ts'),
  },
  outdir: join(root, 'dist'),
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  external: left.flatMap((name) => [name, `${name}/*`]),
  banner: { js: requireInBundle },
  sourcemap: true,
} as const satisfies BuildOptions;
