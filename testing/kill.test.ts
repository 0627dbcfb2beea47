import { afterEach, expect, test } from 'vitest';
import { auditStorm } from './kill-audit.ts';
import { runStorm } from './kill-storm.ts';
import { openProcessWorld, type ProcessWorld } from './process-world.ts';

let world: ProcessWorld | null = null;
afterEach(async () => {
  await world?.close();
  world = null;
}, 60_000);

test('kill -9 of either node, 50 times in 500 deliveries, loses and doubles nothing', async () => {
  const plan = { items: 500, kills: 50, seed: 20240726 };
  world = await openProcessWorld(['fr', 'ma']);
  const storm = await runStorm(world, plan);
  expect(storm.blows.filter((blow) => blow.outstanding > 0)).toHaveLength(plan.kills);
  const audit = await auditStorm(world.nodes, storm);
  expect(audit).toMatchObject({ missing: [], different: [], unexpected: [], doubled: [] });
  expect(audit.queued).toHaveLength(plan.items);
  expect(audit.received).toEqual(audit.queued);
  expect(audit).toMatchObject({
    acceptedReceipts: plan.items,
    releases: plan.items,
    receptions: plan.items,
  });
  expect(audit.verdicts).toMatchObject([
    { isSound: true, findings: [] },
    { isSound: true, findings: [] },
  ]);
  for (const heads of audit.headsHeld) expect(heads).toBeGreaterThan(0);
}, 600_000);
