/** The boundary lint as a function: which imports of a tree break a rule of .dependency-cruiser.mjs. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise, type ICruiseResult, type IModule } from 'dependency-cruiser';
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';

export interface Breach {
  readonly rule: string;
  /** The importing file; the whole way where the fault is a way: a circle, a screen that reaches Node. */
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
  return [browserRule, ...(ruleSet?.forbidden?.map((rule) => rule.name ?? '') ?? [])];
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
  return { modules: output.modules, breaches: [...breaches(output), ...nodeInBrowser(output.modules)] };
};

const breaches = ({ summary }: ICruiseResult): readonly Breach[] => {
  const rules = summary.ruleSetUsed?.forbidden ?? [];
  return summary.violations.map(({ rule, from, to, cycle }) => ({
    rule: rule.name,
    files: cycle ? cycle.map((step) => step.name) : [from],
    to,
    advice: rules.find(({ name }) => name === rule.name)?.comment ?? '',
  }));
};

const browserRule = 'console-runs-in-a-browser';

/**
 * The ways from a screen to a module of Node, over any number of files. Type-only imports are not followed:
 * they are gone in the browser. dependency-cruiser cannot make that distinction in its `reachable` rules.
 */
const nodeInBrowser = (modules: readonly IModule[]): readonly Breach[] => {
  const needs = new Map<string, readonly string[]>();
  for (const { source, dependencies, coreModule } of modules) {
    const kept = dependencies.filter(({ dependencyTypes }) => !dependencyTypes.includes('type-only'));
    needs.set(source, coreModule ? [node] : kept.map(({ resolved }) => resolved));
  }
  const isScreen = (name: string) => /^(console|public)\//.test(name) && !/\.(test|config)\.tsx?$/.test(name);
  const advice = 'Node’s modules do not exist in a browser: import the types alone, or split the file.';
  return [...needs.keys()].filter(isScreen).flatMap((screen) => {
    // A screen answers for what it imports; the screens that import it do not.
    const beyond = (needs.get(screen) ?? []).filter((name) => !isScreen(name));
    const way = beyond.map((name) => wayToNode(needs, name, new Set())).find((found) => found !== null);
    return way
      ? [{ rule: browserRule, files: [screen, ...way.slice(0, -1)], to: way.at(-1) ?? node, advice }]
      : [];
  });
};

const node = 'node:';

const wayToNode = (
  needs: ReadonlyMap<string, readonly string[]>,
  name: string,
  seen: Set<string>,
): readonly string[] | null => {
  seen.add(name);
  for (const next of needs.get(name) ?? []) {
    if (next === node) return [name];
    const way = seen.has(next) ? null : wayToNode(needs, next, seen);
    if (way) return [name, ...way];
  }
  return null;
};
