/** What the planning thread does with a file that is too much for it, and with one too many. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import '../faults.ts';
import { recognised } from './contract.ts';
import type { There } from './plan.ts';
import { createPlanner, type Planner, type PlannerLimits } from './planner-service.ts';

vi.setConfig({ testTimeout: 60_000 });

const house = join(import.meta.dirname, '../../../..');
const generous: PlannerLimits = { planningMs: 50_000, turnMs: 50_000, idleMs: 30_000, memoryMb: 1_024 };
const there = (): There => ({
  ...{ event: randomUUID(), days: null, venues: [], sessions: [], objects: [], teams: [] },
  ...{ sourced: new Map(), byHand: new Map(), codes: new Map() },
});

let planner: Planner | null = null;
afterEach(() => planner?.close());
const open = (limits: Partial<PlannerLimits>): Planner => {
  planner = createPlanner(house, { ...generous, ...limits });
  return planner;
};
const file = (text: string, fileName = 'stades.csv') => ({
  ...{ content: Buffer.from(text).toString('base64'), fileName, source: 'stades', settings: recognised },
});
const small = file('code,nom\nN,Stade du Nord\n');
const plan = async (of: Planner, what = small): Promise<number | string> => {
  try {
    return (await of.plan(what, there(), 'Europe/Paris')).report.counts.added;
  } catch (failure) {
    return failure instanceof Error && 'code' in failure ? String(failure.code) : String(failure);
  }
};

test('a file that takes longer than it may is broken off, and the next has a thread of its own', async () => {
  // Before the thread has even begun.
  const hurried = open({ planningMs: 1 });
  expect(await plan(hurried)).toBe('events/import-too-heavy');
  await hurried.close();
  const unhurried = open({});
  expect([await plan(unhurried), await plan(unhurried)]).toEqual([1, 1]);
});

test('a file that needs more memory than it may is told as one that is too much', async () => {
  const rows = Array.from({ length: 40_000 }, (_, at) => `S${at},${'Salle '.repeat(40)}${at}`);
  const narrow = open({ memoryMb: 64 });
  expect(await plan(narrow, file(`code,nom\n${rows.join('\n')}\n`))).toBe('events/import-too-heavy');
  expect(await plan(narrow)).toBe(1);
});

test('who would wait longer than he may is told that others are read; those before him go on', async () => {
  const busy = open({ turnMs: 1 });
  const first = plan(busy);
  expect(await plan(busy)).toBe('events/import-busy');
  expect(await first).toBe(1);
  // He left the queue: nobody waits for him.
  expect(await plan(busy)).toBe(1);
});

test('what is no base64 is the sender’s fault, and costs the others no thread', async () => {
  const planning = open({});
  expect(await plan(planning, { ...small, content: `${small.content.slice(0, 8)}!!${small.content}` })).toBe(
    'input/invalid',
  );
  expect(await plan(planning)).toBe(1);
});
