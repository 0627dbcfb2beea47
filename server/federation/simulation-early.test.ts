import { test } from 'vitest';
import { runSeeds, seedsOfHalf } from '../../testing/simulation-lanes.ts';

const { first, count } = seedsOfHalf(0);
const title = `nothing is lost, doubled or out of order in ${count} storms from seed ${first} on`;

test.runIf(count > 0)(title, { timeout: 1_200_000 }, () => runSeeds(first, count));
