/** Prints the architecture as it is: `npm run draw`; the diagram alone with `npm run draw -- --mermaid`. */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { capabilities } from '../architecture.mjs';
import { readImports } from './boundaries.ts';
import { arrowsOf, drawMermaid, drawText } from './drawing.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({ options: { mermaid: { type: 'boolean' } } });

const { modules, breaches } = await readImports(root);
const arrows = arrowsOf(modules, capabilities);
if (!values.mermaid) console.log(drawText(arrows, capabilities));
console.log(drawMermaid(arrows));
if (breaches.length > 0)
  console.error(`\n${breaches.length} imports break a rule: npm run check -- --only boundaries`);
