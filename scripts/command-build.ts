/** How the command and its typesetting thread are bundled, for `npm run build` and `npm run dev`. */
import { join } from 'node:path';
import type { BuildOptions } from 'esbuild';

const root = join(import.meta.dirname, '..');

export const commandBuild = {
  entryPoints: {
    tansiq: join(root, 'cli/main.ts'),
    typesetting: join(root, 'server/plumbing/documents/worker.ts'),
  },
  outdir: join(root, 'dist'),
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  packages: 'external',
  sourcemap: true,
} as const satisfies BuildOptions;
