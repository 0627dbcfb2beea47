import { openProcessWorld } from '../testing/process-world.ts';
import { measureTaxii } from './taxii.ts';
export const run = async () => {
  const world = await openProcessWorld(['fr','ma']);
  try {
    return await measureTaxii(world.nodes[0]!);
  } finally {
    await world.close();
  }
};
