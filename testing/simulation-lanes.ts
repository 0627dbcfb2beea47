/** Seeds in flight: each lane has two grounds of its own, which its seeds use one after the other. */
import { makeGround } from './federation.ts';
import { makeTables, type Side } from './simulation-facts.ts';
import { keepInMemory } from './simulation-keys.ts';
import { recallMigrations, signAgreement } from './simulation-recalls.ts';
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

/** Runs `count` seeds from `first` on; throws the first failure, after which no more seeds begin. */
export const runSeeds = async (first: number, count: number): Promise<void> => {
  const lanes = Array.from({ length: Math.min(lanesAtMost, count) }, (_, number) => makeSide(number));
  let next = first;
  const run = async (lane: Promise<Side>): Promise<void> => {
    const side = await lane;
    try {
      for (let seed = next++; seed < first + count; seed = next++) await simulate(seed, side);
    } catch (error) {
      next = first + count;
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
