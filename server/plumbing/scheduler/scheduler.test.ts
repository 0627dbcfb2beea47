import { expect, test } from 'vitest';
import { createScheduler } from './scheduler.ts';

test('all that comes round can be done at once, in the order in which it was named', async () => {
  const scheduler = createScheduler();
  const done: string[] = [];
  scheduler.every('erase', 60_000, async () => void done.push('erase'));
  scheduler.every('remind', 60_000, async () => void done.push('remind'));
  await scheduler.runAll();
  expect(done).toEqual(['erase', 'remind']);
});

test('work comes round again after it failed, and the failure is reported', async () => {
  const scheduler = createScheduler();
  const reported: string[] = [];
  let rounds = 0;
  const again = new Promise<void>((resolve) => {
    scheduler.every('fragile', 1, async () => {
      rounds += 1;
      if (rounds === 1) throw new Error('not yet');
      resolve();
    });
  });
  scheduler.start((name) => reported.push(name));
  await again;
  await scheduler.stop();
  expect(reported).toEqual(['fragile']);
});

test('a piece of work never runs twice at once', async () => {
  const scheduler = createScheduler();
  let [inside, most] = [0, 0];
  scheduler.every('slow', 60_000, async () => {
    inside += 1;
    most = Math.max(most, inside);
    await new Promise((resolve) => setImmediate(resolve));
    inside -= 1;
  });
  await Promise.all([scheduler.runAll(), scheduler.runAll()]);
  expect(most).toBe(1);
});

test('after the stop nothing runs', async () => {
  const scheduler = createScheduler();
  let rounds = 0;
  scheduler.every('anything', 1, async () => {
    rounds += 1;
  });
  await scheduler.stop();
  await scheduler.runAll();
  expect(rounds).toBe(0);
});

test('two pieces of one name are a bug', () => {
  const scheduler = createScheduler();
  scheduler.every('one', 1, async () => undefined);
  expect(() => scheduler.every('one', 1, async () => undefined)).toThrow('two pieces of work');
});
