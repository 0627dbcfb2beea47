/** Writes docs/faults.md from the catalogue that a node loads: every fault, its status, its three texts. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { faultCatalogue } from '../server/kernel/faults.ts';
// The composition root loads every module, and with it every part of the catalogue.
import { version } from '../server/main.ts';

const file = join(import.meta.dirname, '..', 'docs', 'faults.md');

const heading = `# Faults

Every fault that a node can answer with: its code, its HTTP status, and what it says in the three languages.
Names in braces are filled in with details that are safe to show. Written by \`npx tsx scripts/faults.ts\`;
a test holds it to the code.
`;

/** The page, sorted by module and code. */
export const faultsPage = (): string => {
  const entries = [...faultCatalogue()].sort(([one], [other]) => (one < other ? -1 : 1));
  const parts = new Map<string, string[]>();
  for (const [code, { status, ar, fr, en }] of entries) {
    const part = code.split('/')[0] ?? code;
    const lines = parts.get(part) ?? [];
    lines.push(`### \`${code}\` — ${status}`, '', `- en: ${en}`, `- fr: ${fr}`, `- ar: ${ar}`, '');
    parts.set(part, lines);
  }
  const sections = [...parts].map(([part, lines]) => `## ${part}\n\n${lines.join('\n')}`);
  return `${heading}\n${sections.join('\n')}`;
};

if (process.argv[1] === import.meta.filename) {
  writeFileSync(file, faultsPage());
  console.log(`docs/faults.md: ${faultCatalogue().size} faults of version ${version}`);
}
