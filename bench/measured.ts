/** docs/measured.md: every figure with its unit, machine, date and the command that gives it again. */
import { readFile, writeFile } from 'node:fs/promises';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { dayOf, systemClock } from '../server/kernel/time.ts';
import type { Measure } from './measure.ts';

const path = join(import.meta.dirname, '../docs/measured.md');
const heading = `# Measured

Figures, not promises: each was printed by the command beside it, on the machine and day named there.
\`npm run bench -- all --write-measured\` writes this table anew;
\`npm run bench -- <name> --write-measured\` its rows of one bench. The last column holds the figure
against something known: its own physical limit in the same run (a commit that reaches the disk, a round
trip under TLS), or the same question with a hundredth of the data.

| Bench | What | Figure | Unit | Held against (ratio) | Machine | Day | Command |
|---|---|--:|---|---|---|---|---|
`;

const systemName = async (): Promise<string> => {
  const text = await readFile('/etc/os-release', 'utf8').catch(() => '');
  return /PRETTY_NAME="([^"(]+)/.exec(text)?.[1]?.trim() ?? process.platform;
};

/**
 * The load is said where another program had more than a tenth of a core for itself before the bench began.
 */
const machine = async (): Promise<string> => {
  const memory = Math.round(totalmem() / 2 ** 30);
  const node = process.versions.node.split('.')[0];
  return `${cpus().length} cores, ${memory} GiB, ${await systemName()}, Node ${node}`;
};

const startLoad = loadavg()[2] ?? 0;

const rowOf = (measure: Measure, where: string, given: string): string => {
  const { bench, name, value, unit, peer, ratio } = measure;
  const against = peer === null ? '' : `${peer} (${ratio})`;
  const busy = startLoad > cpus().length ? `; busy, load ${startLoad.toFixed(1)}` : '';
  const day = dayOf(systemClock.now());
  const cells = [bench, name.replaceAll('-', ' '), value, unit, against, `${where}${busy}`, day];
  return `| ${cells.join(' | ')} | \`npm run bench -- ${bench}${given}\` |`;
};

/** Replaces the rows of the benches that ran; of one that ran in part, those that it measured. `given` ends the command. */
export const writeMeasured = async (
  measures: readonly Measure[],
  { isPart, given }: { readonly isPart: boolean; readonly given: string },
): Promise<void> => {
  const where = await machine();
  const ran = new Set(measures.map((measure) => measure.bench));
  const again = new Set(measures.map(({ bench, name }) => `${bench} ${name.replaceAll('-', ' ')}`));
  const isReplaced = (line: string): boolean => {
    const [, bench = '', what = ''] = line.split('|').map((cell) => cell.trim());
    return isPart ? again.has(`${bench} ${what}`) : ran.has(bench);
  };
  const before = await readFile(path, 'utf8').catch(() => '');
  const kept = before.split('\n').filter((line) => /^\| [a-z]+ \|/.test(line) && !isReplaced(line));
  const rows = [...kept, ...measures.map((measure) => rowOf(measure, where, given))].sort((a, b) =>
    (a.split(' ')[1] ?? '') < (b.split(' ')[1] ?? '')
      ? -1
      : (a.split(' ')[1] ?? '') > (b.split(' ')[1] ?? '')
        ? 1
        : 0,
  );
  await writeFile(path, `${heading}${rows.join('\n')}\n`);
};
