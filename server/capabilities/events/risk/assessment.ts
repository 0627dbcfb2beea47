/** Versions of an assessment: what differs, and what is due. Pure. */
import { canonical } from '../../../kernel/canonical.ts';
import type { Day } from '../../../kernel/time.ts';
import type { HazardName } from './hazards.ts';
import type { Confidence, Level, Step } from './level.ts';
import { type Comparison, comparedParts, type Version } from './view-contract.ts';

/** The last version of an assessment, as maps and lists need it. */
export interface Current {
  readonly target: string;
  readonly hazard: HazardName;
  readonly likelihood: Step;
  readonly impact: Step;
  readonly confidence: Confidence;
  readonly level: Level;
  readonly version: number;
  readonly reviewOn: Day;
}

type Parts = Pick<Version, (typeof comparedParts)[number]>;

/** The parts in which two versions differ. */
export const changedParts = (before: Parts, after: Parts): (typeof comparedParts)[number][] =>
  comparedParts.filter((part) => canonical(before[part]) !== canonical(after[part]));

/** Two versions beside each other. */
export const compareVersions = (before: Version, after: Version): Comparison => ({
  before,
  after,
  differences: changedParts(before, after).map((part) => ({
    part,
    before: before[part],
    after: after[part],
  })),
});

/** Has the day on which it was to be looked at again passed? */
export const isOverdue = ({ reviewOn }: { readonly reviewOn: Day }, today: Day): boolean => reviewOn < today;
