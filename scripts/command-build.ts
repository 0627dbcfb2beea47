/** How the command is bundled, for `npm run build` and `npm run dev`. */
import { join } from 'node:path';
import type { BuildOptions } from 'esbuild';

const root = join(import.meta.dirname, '..');

export const commandBuild = {
  entryPoints: [join(root, 'cli/main.ts')],
  outfile: join(root, 'dist/tansiq.mjs'),
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  packages: 'external',
  sourcemap: true,
} as const satisfies BuildOptions;
