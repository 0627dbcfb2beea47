/** Seeds in flight: each lane has two grounds of its own, which its seeds use one after the other. */
import { makeGround } from './federation.ts';
import { makeTables, type Side } from './simulation-facts.ts';
import { keepInMemory } from './simulation-keys.ts';
import { recallMigrations, signAgreement } from './simulation-recalls.ts';
import { shapeOf } from './simulation-scene.ts';
import { simulate } from './simulation-storm.ts';

const lanesAtMost = 4;

const makeSide = async (number: number): Promise<Side> => {
  const choice = { wrapKeys: keepInMemory, modules: recallMigrations };
  const here = await makeGround({ port: 21_590 + 2 * number, ...choice });
  const there = await makeGround({ port: 21_591 + 2 * number, ...choice });
  for (const ground of [here, there]) await ground.database.transact(ground.actor, makeTables);
  await signAgreement({ here, there });
  return { here, there };
};

/**
 * The seeds as lanes take them, block by block. In a block the seed that begins with a pairing follows the
 * one that ends the link: what one leaves is what the next needs, and nothing is made ready between them.
 */
const blocksOf = (first: number, count: number): readonly (readonly number[])[] => {
  const blocks = new Map<number, number[]>();
  for (let seed = first; seed < first + count; seed += 1) {
    const number = Math.floor((seed - 1) / 4);
    blocks.set(number, [...(blocks.get(number) ?? []), seed]);
  }
  const placeOf = (seed: number): number => [shapeOf(seed).ends, shapeOf(seed).pairs].indexOf(true);
  return [...blocks.values()].map((block) => block.toSorted((one, other) => placeOf(one) - placeOf(other)));
};

/** Runs `count` seeds from `first` on; throws the first failure, after which no more seeds begin. */
export const runSeeds = async (first: number, count: number): Promise<void> => {
  const lanes = Array.from({ length: Math.min(lanesAtMost, count) }, (_, number) => makeSide(number));
  const left = blocksOf(first, count).values();
  let hasFailed = false;
  const run = async (lane: Promise<Side>): Promise<void> => {
    const side = await lane;
    try {
      for (const block of left)
        for (const seed of block) {
          if (hasFailed) return;
          await simulate(seed, side);
        }
    } catch (error) {
      hasFailed = true;
      throw error;
    } finally {
      for (const ground of [side.here, side.there]) await ground.remove();
    }
  };
  const failed = (await Promise.allSettled(lanes.map(run))).find((lane) => lane.status === 'rejected');
  if (failed) throw failed.reason;
};

/**
 * The seeds of one half: SIMULATION_SEEDS=200 runs fewer; SIMULATION_FIRST=12345 SIMULATION_SEEDS=1 repeats
 * the one that failed.
 */
export const seedsOfHalf = (half: 0 | 1): { readonly first: number; readonly count: number } => {
  const all = Number(process.env.SIMULATION_SEEDS ?? 1_000);
  const first = Number(process.env.SIMULATION_FIRST ?? 1);
  const early = Math.ceil(all / 2);
  return half === 0 ? { first, count: early } : { first: first + early, count: all - early };
};
