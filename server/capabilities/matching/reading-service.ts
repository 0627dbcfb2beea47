/** A list is read in turns: ten thousand long names take seconds, in which others are served as well. */
import { setImmediate as breathe } from 'node:timers/promises';
import type { Typed, TypedReading } from './contract.ts';
import { matchingLimits } from './limits.ts';
import { readEach } from './typed.ts';

/** How each text is read, or why it is refused, in the order of the list. */
export const readTyped = async (typed: readonly Typed[]): Promise<TypedReading[]> => {
  const readings: TypedReading[] = [];
  for (const reading of readEach(typed)) {
    readings.push(reading);
    if (readings.length % matchingLimits.readAtOnce === 0) await breathe();
  }
  return readings;
};
