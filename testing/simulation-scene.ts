/** What one seed of the simulation is about. */
import type { ItemId } from '../server/kernel/ids.ts';
import type { World } from './simulation.ts';
import type { SimulatedNode } from './simulation-node.ts';

/** What is particular about a seed; several may be. */
export interface Shape {
  /** Both pair while the storm is on. */
  readonly pairs: boolean;
  /** One of them ends the link in the storm: what is on its way is lost, nothing arrives after the end. */
  readonly ends: boolean;
  /** Processes of each node. */
  readonly processes: number;
  readonly rotates: boolean;
  readonly tears: boolean;
  /** One gives the other an item, and takes it back. */
  readonly recalls: boolean;
}
export const shapeOf = (seed: number): Shape => ({
  pairs: seed % 4 === 0,
  ends: seed % 4 === 2,
  processes: seed % 3 === 0 ? 2 : 1,
  rotates: seed % 5 === 0 && seed % 3 !== 0,
  tears: seed % 3 === 1,
  // One seed in five: a recall costs as much as all else. A link that ends proves none.
  recalls: seed % 7 < 2 && seed % 4 !== 2,
});

/** Refusals that the storm explains. */
export const explained = ({ rotates, tears }: Shape): readonly string[] => [
  'link-inactive',
  'other-pairing',
  ...(rotates ? ['bad-receipt', 'bad-signature', 'other-key'] : []),
  ...(tears ? ['bad-receipt', 'other-sequence', 'envelope-reused'] : []),
];

export interface Note {
  readonly number: number;
  readonly isRefused: boolean;
}

export type Pair = readonly [SimulatedNode, SimulatedNode];

/** All of one seed. */
export interface Scene {
  readonly seed: number;
  readonly shape: Shape;
  readonly world: World<SimulatedNode>;
  readonly pair: Pair;
}

/** What one side gave the other and took back. */
export interface Recalled {
  readonly from: SimulatedNode;
  readonly to: SimulatedNode;
  readonly id: ItemId;
}
