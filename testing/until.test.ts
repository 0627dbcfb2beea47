import { expect, test } from 'vitest';
import { until } from './until.ts';

test('a condition that comes to hold gives its value', async () => {
  let asked = 0;
  expect(await until(() => (asked++ < 3 ? null : 'here'), { everyMs: 1 })).toBe('here');
});

test('a condition that never holds fails in time, with its last failure', async () => {
  const never = () => {
    throw new Error('the door is shut');
  };
  await expect(until(never, { withinMs: 20, everyMs: 1 })).rejects.toThrow(/20 ms.*the door is shut/);
  await expect(until(() => false, { withinMs: 20, everyMs: 1 })).rejects.toThrow('the condition gave false');
});
