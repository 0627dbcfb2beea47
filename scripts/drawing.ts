/** The architecture as it is: who imports whom, read from the imports, as text and as a Mermaid diagram. */
import type { IModule } from 'dependency-cruiser';

/** A part of the house imports another; `typesOnly` when nothing of it is left once types are gone. */
export interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly imports: number;
  readonly typesOnly: boolean;
}

const serverPart =
  /^server\/(?:(kernel|federation)\/|(plumbing|capabilities)\/([^/]+?)(?:\.ts$|\/)|(main|[a-z-]+)\.ts$)/;

/** The part of the house that a file belongs to; null for what is not ours, and for tests. */
export const partOf = (path: string): string | null => {
  if (/\.test\.tsx?$/.test(path)) return null;
  const server = serverPart.exec(path);
  if (server) return server[1] ?? (server[2] ? `${server[2]}/${server[3]}` : (server[4] ?? null));
  return /^(console|public|cli|demo|testing|bench)\//.exec(path)?.[1] ?? null;
};

/** The arrows between parts, in the order of the layers, then of the list. */
export const arrowsOf = (modules: readonly IModule[], capabilities: readonly string[]): readonly Arrow[] => {
  const arrows = new Map<string, Arrow>();
  for (const { source, dependencies } of modules)
    for (const { resolved, dependencyTypes } of dependencies) {
      const from = partOf(source);
      const to = partOf(resolved);
      if (from === null || to === null || from === to) continue;
      const known = arrows.get(`${from} ${to}`);
      const typesOnly = dependencyTypes.includes('type-only') && (known?.typesOnly ?? true);
      arrows.set(`${from} ${to}`, { from, to, imports: (known?.imports ?? 0) + 1, typesOnly });
    }
  const height = (part: string) => rank(part, capabilities);
  return [...arrows.values()].sort(
    (a, b) => height(a.from) - height(b.from) || a.from.localeCompare(b.from) || height(a.to) - height(b.to),
  );
};

const layers = ['kernel', 'plumbing', 'federation', 'capabilities', 'main', 'around'] as const;
type Layer = (typeof layers)[number];

const layerOf = (part: string): Layer => {
  const first = part.split('/')[0];
  return layers.find((layer) => layer === first) ?? 'around';
};

const rank = (part: string, capabilities: readonly string[]): number =>
  layers.indexOf(layerOf(part)) * 1000 + Math.max(0, capabilities.indexOf(part.split('/')[1] ?? ''));

const partsOf = (arrows: readonly Arrow[]): readonly string[] => [
  ...new Set(arrows.flatMap(({ from, to }) => [from, to])),
];

/** One paragraph per part: what it imports; a type-only import stands in brackets. */
export const drawText = (arrows: readonly Arrow[], capabilities: readonly string[]): string => {
  const parts = [...partsOf(arrows)].sort(
    (a, b) => rank(a, capabilities) - rank(b, capabilities) || a.localeCompare(b),
  );
  const width = Math.max(0, ...parts.map((part) => part.length));
  const lines = layers.flatMap((layer) => {
    const inLayer = parts.filter((part) => layerOf(part) === layer);
    if (inLayer.length === 0) return [];
    return [
      layer.toUpperCase(),
      ...inLayer.map((part) => `  ${part.padEnd(width)}  ${needsOf(part, arrows)}`),
      '',
    ];
  });
  return lines.join('\n');
};

const needsOf = (part: string, arrows: readonly Arrow[]): string => {
  const needs = arrows.filter(({ from }) => from === part);
  if (needs.length === 0) return 'stands alone';
  return `→ ${needs.map(({ to, typesOnly }) => (typesOnly ? `(${to})` : to)).join(', ')}`;
};

/** A Mermaid flowchart. Arrows to the kernel are left out: everyone has one. Dotted: types only. */
export const drawMermaid = (arrows: readonly Arrow[]): string => {
  const shown = arrows.filter(({ to }) => to !== 'kernel');
  const id = (part: string) => part.replaceAll(/[^a-z]/g, '_');
  const parts = partsOf(arrows);
  const boxes = [...layers].reverse().flatMap((layer) => {
    const inLayer = parts.filter((part) => layerOf(part) === layer);
    if (inLayer.length === 0) return [];
    const nodes = inLayer.map((part) => `    ${id(part)}["${part.split('/').at(-1)}"]`);
    return [`  subgraph layer_${layer}["${layer}"]`, ...nodes, '  end'];
  });
  const lines = shown.map(
    ({ from, to, typesOnly }) => `  ${id(from)} ${typesOnly ? '-.->' : '-->'} ${id(to)}`,
  );
  return ['flowchart TD', ...boxes, ...lines].join('\n');
};
