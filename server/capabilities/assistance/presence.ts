/** Who is there for an event: own officers, and what is accepted of partners, named or not yet. Pure. */
import type { AcceptedLine } from './accepted-service.ts';
import type { There } from './attendance.ts';
import type { RosterUnit } from './deployment/roster-service.ts';
import type { TaskingReason } from './deployment/vocabulary.ts';

/** What has still to happen to every visitor before he is tasked: it does not keep him from being counted. */
const passing: readonly TaskingReason[] = [
  ...(['not-vetted', 'not-accredited', 'badge-not-valid', 'not-arrived'] as const),
  ...(['no-host-pair', 'outside-availability'] as const),
];

const comes = ({ tasking }: Pick<RosterUnit, 'tasking'>): boolean =>
  tasking.may || tasking.reasons.every((reason) => passing.includes(reason));

/** Officers and teams by what they are, each for the time that he is there. */
export const thereOf = (units: readonly RosterUnit[]): readonly There[] =>
  units
    .filter((unit) => unit.kind !== 'sent' && comes(unit))
    .map(({ kind, specialty, skills, languages, powers, available }) => ({
      ...{ specialty, skills, languages, powers, quantity: 1, ...available, isOwn: kind === 'own' },
    }));

/**
 * Those of an accepted line who are not named yet: as the line asks, in the languages that were offered, and
 * without arms where none come.
 */
export const expectedOf = (
  { asked, offered, quantity }: AcceptedLine,
  units: readonly Pick<RosterUnit, 'line' | 'party'>[],
  party: RosterUnit['party'],
): There => {
  const { specialty, skills, languages, powers } = asked.requirement;
  const named = units.filter((unit) => unit.line === asked.id && unit.party === party).length;
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
