/** Who is there for an event: own officers, and what is accepted of partners, named or not yet. Pure. */
import type { PartyId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Requirement } from '../../plumbing/specialties/index.ts';
import type { OfferedLine } from './answer-contract.ts';
import type { AskedLine } from './ask-contract.ts';
import type { There } from './attendance.ts';

/** So many units that are the same in all that a post looks at. */
export interface UnitsAlike extends Requirement {
  readonly isOwn: boolean;
  readonly party: PartyId;
  /** Of visitors: the line of an ask against which they were named. */
  readonly line: string | null;
  readonly from: Instant;
  readonly until: Instant;
  /** No paper is missing, and none runs out before they leave. */
  readonly hasPapers: boolean;
  readonly quantity: number;
}

/**
 * Officers and teams by what they are, each for the time that he is there. What has still to happen to every
 * visitor (vetting, badge, arrival, pair) does not keep him from being counted; papers that are wanting do.
 */
export const thereOf = (units: readonly UnitsAlike[]): readonly There[] =>
  units.filter(({ hasPapers }) => hasPapers);

/** A line of which the host took so many, as it was asked and as it was offered. */
export interface LineTaken {
  readonly asked: AskedLine;
  readonly offered: OfferedLine;
  readonly quantity: number;
}

/**
 * Those of an accepted line who are not named yet: as the line asks, in the languages that were offered, and
 * without arms where none come.
 */
export const expectedOf = (
  { asked, offered, quantity }: LineTaken,
  units: readonly Pick<UnitsAlike, 'line' | 'party' | 'quantity'>[],
  party: UnitsAlike['party'],
): There => {
  const { specialty, skills, languages, powers } = asked.requirement;
  const named = units
    .filter((unit) => unit.line === asked.id && unit.party === party)
    .reduce((sum, unit) => sum + unit.quantity, 0);
  const isUnarmed = (offered.arms ?? asked.arms) === 'none';
  return {
    ...{ specialty, skills },
    languages: offered.languages.length > 0 ? offered.languages : languages,
    powers: isUnarmed ? powers.filter((power) => power !== 'carry-arms') : powers,
    quantity: Math.max(0, quantity - named),
    from: offered.from ?? asked.from,
    until: offered.to ?? asked.to,
    isOwn: false,
  };
};
