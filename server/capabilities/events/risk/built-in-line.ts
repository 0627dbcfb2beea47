/** One line of a template that comes with the program, written shortly. Pure. */
import type { Power, Specialty } from '../../../plumbing/specialties/index.ts';
import type { TemplateLine } from './template-contract.ts';

interface Line {
  /** At low, moderate, high, critical. */
  readonly count: readonly [number, number, number, number];
  readonly per?: number;
  readonly atMost: number;
  readonly before: number;
  readonly after: number;
  readonly hours?: number;
  readonly priority: number;
  readonly powers?: readonly Power[];
  readonly skills?: readonly string[];
  readonly untilBegin?: boolean;
  readonly visitorsFrom?: number;
}

const usualHours = 10;

/** A line: who, and how many at low, moderate, high, critical. */
export const line = (specialty: Specialty, given: Line): TemplateLine => {
  const [low, moderate, high, critical] = given.count;
  return {
    requirement: {
      specialty,
      skills: [...(given.skills ?? [])],
      languages: [],
      powers: [...(given.powers ?? [])],
    },
    count: { low, moderate, high, critical },
    perSpectators: given.per ?? null,
    atMost: given.atMost,
    beforeMinutes: given.before,
    afterMinutes: given.after,
    untilBegin: given.untilBegin ?? false,
    shiftHours: given.hours ?? usualHours,
    priority: given.priority,
    needsHostPair: true,
    visitors: given.visitorsFrom === undefined ? null : { from: given.visitorsFrom },
  };
};
