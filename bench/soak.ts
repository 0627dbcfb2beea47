/**
 * `npm run soak`: the storm of testing/kill.test.ts, longer. `npm run soak -- 5000 50 7` sets items, kills,
 * seed; the seed that is printed strikes in the same order again.
 */
import { auditStorm } from '../testing/kill-audit.ts';
import { runStorm } from '../testing/kill-storm.ts';
import { openProcessWorld } from '../testing/process-world.ts';

const standard = { items: 5_000, kills: 50 };

const say = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`);

const soak = async (): Promise<boolean> => {
  const [items, kills, seed] = process.argv.slice(2).map(Number);
  const plan = {
    items: items ?? standard.items,
    kills: kills ?? standard.kills,
    seed: seed ?? Math.floor(Math.random() * 2 ** 31),
  };
  say({ soak: 'kill -9', ...plan });
  const world = await openProcessWorld(['fr', 'ma']);
  try {
    const storm = await runStorm(world, plan);
    for (const blow of storm.blows) say(blow);
    const { verdicts, queued, received, ...audit } = await auditStorm(world.nodes, storm);
    const inOrder = queued.length === received.length && queued.every((id, at) => received[at] === id);
    const isSound = verdicts.every((verdict) => verdict.isSound);
    say({
      stormMs: storm.stormMs,
      queued: queued.length,
      received: received.length,
      inOrder,
      isSound,
      ...audit,
    });
    const nothing = [audit.missing, audit.different, audit.unexpected, audit.doubled].every(
      (list) => list.length === 0,
    );
    const counts = [queued.length, audit.acceptedReceipts, audit.releases, audit.receptions];
    return nothing && inOrder && isSound && counts.every((count) => count === plan.items);
  } finally {
    await world.close();
  }
};

const holds = await soak();
say({ holds });
process.exit(holds ? 0 : 1);
