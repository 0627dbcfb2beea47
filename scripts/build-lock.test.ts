import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { whileLocked } from './build-lock.ts';

const run = promisify(execFile);
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tansiq-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const builders = 4;

/** A process that writes down when it is at the door, in and out; none leaves before all are at the door. */
const builder = (diary: string): Promise<unknown> => {
  const lock = JSON.stringify(join(folder, 'lock'));
  const program = `
    import { appendFileSync, readFileSync } from 'node:fs';
    import { whileLocked } from ${JSON.stringify(join(import.meta.dirname, 'build-lock.ts'))};
    const diary = ${JSON.stringify(diary)};
    const note = (word) => appendFileSync(diary, word + process.pid + '\\n');
    const atTheDoor = () => readFileSync(diary, 'utf8').match(/^door/gm) ?? [];
    note('door ');
    await whileLocked(${lock}, async () => {
      note('in ');
      while (atTheDoor().length < ${builders}) await new Promise((done) => setImmediate(done));
      note('out ');
    });`;
  return run(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program]);
};

test('of several processes one is inside at a time, and all come through', async () => {
  const diary = join(folder, 'diary');
  await Promise.all(Array.from({ length: builders }, () => builder(diary)));
  const lines = readFileSync(diary, 'utf8').trim().split('\n');
  const moves = lines.filter((line) => !line.startsWith('door'));
  expect(moves).toHaveLength(2 * builders);
  for (let at = 0; at < moves.length; at += 2) {
    expect(moves[at + 1]).toBe(moves[at]?.replace('in', 'out'));
  }
});

test('the lock of a process that is gone does not hold up the next', async () => {
  const { stdout } = await run(process.execPath, ['-p', 'process.pid']);
  writeFileSync(join(folder, 'lock'), stdout.trim());
  let isDone = false;
  await whileLocked(join(folder, 'lock'), async () => {
    isDone = true;
  });
  expect(isDone).toBe(true);
});

test('work that fails says so and frees the lock', async () => {
  const lock = join(folder, 'lock');
  await expect(whileLocked(lock, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  await expect(whileLocked(lock, () => Promise.resolve())).resolves.toBeUndefined();
});
