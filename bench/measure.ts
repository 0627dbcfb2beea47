/** What a bench gives back, and how it is counted. */
import { readFile } from 'node:fs/promises';
import type { ProcessNode } from '../testing/process-node.ts';

/** One measured figure; `peer` and `ratio` say what it is held against, where there is something. */
export interface Measure {
  readonly bench: string;
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly peer: string | null;
  /** The value divided by the peer's. */
  readonly ratio: number | null;
}

const rounded = (value: number): number => Number(value.toPrecision(4));

/** Makes the measures of one bench. */
export const measuresOf =
  (bench: string) =>
  (
    name: string,
    value: number,
    unit: string,
    peer?: { readonly name: string; readonly value: number },
  ): Measure => ({
    bench,
    name,
    value: rounded(value),
    unit,
    peer: peer === undefined ? null : `${peer.name}: ${rounded(peer.value)} ${unit}`,
    ratio: peer === undefined ? null : rounded(value / peer.value),
  });

export const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};

export const secondsOf = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
};

/** Milliseconds of each of `rounds` runs, one after the other. */
export const timesOf = async (
  rounds: number,
  work: (round: number) => Promise<unknown>,
): Promise<number[]> => {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) times.push((await secondsOf(() => work(round))) * 1000);
  return times;
};

/** Resident memory of the node's process in MiB, its database apart. */
export const memoryOf = async (node: ProcessNode): Promise<number> => {
  const status = await readFile(`/proc/${node.pid()}/status`, 'utf8').catch(() => '');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) / 1_024;
};
