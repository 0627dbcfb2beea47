/** `npm run new-capability -- travel-orders [travel-order]` writes a green slice and says what comes next. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nameError, writeSlice } from './capability-slice.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const [names = '', name = names.replace(/s$/, '')] = process.argv.slice(2);
const slice = { names, name };
const error = names === '' ? 'Say its name: npm run new-capability -- travel-orders' : nameError(root, slice);

if (error) {
  console.error(error);
  process.exitCode = 2;
} else {
  for (const path of writeSlice(root, slice)) console.log(path);
  const biome = join(root, 'node_modules', '.bin', 'biome');
  spawnSync(biome, ['check', '--write', `server/capabilities/${names}`, 'architecture.mjs'], { cwd: root });
  console.log(`
Next:
  architecture.mjs        move ${names} to its place in the list
  server/main.ts          create it, register its routes, add its migrations
  GLOSSARY.md             its words, in Arabic, French and English
  README.md of the folder who may, and what leaves the country
  npx vitest run server/capabilities/${names} && npm run check`);
}
