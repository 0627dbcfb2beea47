/** The boundary lint as a function: which imports of a tree break a rule of .dependency-cruiser.mjs. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise, type ICruiseResult, type IModule } from 'dependency-cruiser';
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';

export interface Breach {
  readonly rule: string;
  /** The importing file; every file of the circle, for a circle. */
  readonly files: readonly string[];
  readonly to: string;
  /** What to do about it. */
  readonly advice: string;
}

export interface Imports {
  readonly modules: readonly IModule[];
  readonly breaches: readonly Breach[];
}

const configuration = fileURLToPath(new URL('../.dependency-cruiser.mjs', import.meta.url));

/** The names of all rules, as often as they are stated. */
export const ruleNames = async (): Promise<readonly string[]> => {
  const { ruleSet } = await extractOptions(configuration);
  return ruleSet?.forbidden?.map((rule) => rule.name ?? '') ?? [];
};

/** What is looked at in a tree; what is not there is passed over. */
const places = [
  'server',
  'console',
  'public',
  'cli',
  'demo',
  'testing',
  'bench',
  'scripts',
  'bin',
  'vite.config.ts',
  'vitest.config.ts',
];

/** Reads every import below `root`, types included, and judges it. Paths are relative to `root`. */
export const readImports = async (root: string): Promise<Imports> => {
  const options = await extractOptions(configuration);
  const present = places.filter((place) => existsSync(join(root, place)));
  const { output } = await cruise(present, { ...options, baseDir: root });
  if (typeof output === 'string') throw new Error(`bug: the boundary lint answered in text: ${output}`);
  return { modules: output.modules, breaches: breaches(output) };
};

const breaches = (result: ICruiseResult): readonly Breach[] => {
  const advice = new Map(result.summary.ruleSetUsed?.forbidden?.map((rule) => [rule.name, rule.comment]));
  return result.summary.violations.map(({ rule, from, to, cycle }) => ({
    rule: rule.name,
    files: cycle ? cycle.map((step) => step.name) : [from],
    to,
    advice: advice.get(rule.name) ?? '',
  }));
};
