/** Who is there for an event: own officers, and what is accepted of partners, named or not yet. Pure. */
import type { AcceptedLine } from './accepted-service.ts';
import type { There } from './attendance.ts';
import type { UnitsAlike } from './deployment/attendance-store.ts';

/**
 * Officers and teams by what they are, each for the time that he is there. What has still to happen to every
 * visitor (vetting, badge, arrival, pair) does not keep him from being counted; papers that are wanting do.
 */
export const thereOf = (units: readonly UnitsAlike[]): readonly There[] =>
  units.filter(({ hasPapers }) => hasPapers);

/**
 * Those of an accepted line who are not named yet: as the line asks, in the languages that were offered, and
 * without arms where none come.
 */
export const expectedOf = (
  { asked, offered, quantity }: AcceptedLine,
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
