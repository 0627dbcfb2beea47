import { expect, test } from 'vitest';
import { inRounds } from './rounds.ts';

test('a round that failed says so, and the next one comes all the same', async () => {
  let count = 0;
  const rounds = inRounds(async () => {
    count += 1;
    if (count === 1) throw new Error('the database was away for a moment');
  });
  await expect(rounds.begin()).rejects.toThrow('away for a moment');
  await expect(rounds.begin()).resolves.toBeUndefined();
  expect(count).toBe(2);
});

test('what is begun during a round comes after it', async () => {
  let [inside, most] = [0, 0];
  const rounds = inRounds(async () => {
    inside += 1;
    most = Math.max(most, inside);
    await new Promise((resolve) => setImmediate(resolve));
    inside -= 1;
  });
  void rounds.begin();
  void rounds.begin();
  await rounds.settled();
  expect([inside, most]).toEqual([0, 1]);
});
