/** A unit as it is kept, and what follows from it. Pure. */
import type { PartyId, PersonId } from '../../../kernel/ids.ts';
import type { Day, Instant } from '../../../kernel/time.ts';
import { hidesSomething, isUnconcealed } from '../../../kernel/visible.ts';
import type { Grounds, Profile } from './contract.ts';
import type { Course } from './machine.ts';
import type { UnitFacts } from './policy.ts';
import { type Period, type TaskableFacts, wantingPapers } from './taskable.ts';
import type { Stage, UnitKind } from './vocabulary.ts';

export interface StoredUnit extends Course {
  readonly id: string;
  readonly holder: PartyId;
  readonly kind: UnitKind;
  readonly ask: string | null;
  readonly line: string | null;
  readonly event: string | null;
  readonly person: PersonId | null;
  readonly profile: Profile;
  readonly grounds: Grounds;
  readonly replaces: string | null;
  readonly lodging: string;
  readonly badgeUntil: Day | null;
  readonly createdAt: Instant;
  /** Rises with each change of what he is. */
  readonly version: number;
  /** Who wrote or changed the name that is to leave: none of them releases it. */
  readonly writers: readonly PersonId[];
  /** The message on its way that names him, or mends what was sent of him. */
  readonly envelope: string | null;
  /** Why the other node would not have the name, or what mends it. */
  readonly refusal: Refusal | null;
  /** What mends the name that was sent; it holds once the other node has it. */
  readonly amendment: Amendment | null;
}

/** What the other node answered to what was sent. */
export interface Refusal {
  /** The code of its fault. */
  readonly fault: string;
  readonly at: Instant;
}

/** What is to be mended of a name that was sent. */
export interface Amendment {
  readonly profile: Profile;
  readonly writers: readonly PersonId[];
  readonly isSent: boolean;
}

/** Until then the service that sent a name may mend it. */
const amendableOn: readonly Stage[] = ['named', 'vetted'];
export const isAmendable = (stage: Stage): boolean => amendableOn.includes(stage);

/** Nobody else in his place: that is a replacement, which is vetted anew. A name in Arabic may be added. */
export const isSameOfficer = (before: Profile, after: Profile): boolean =>
  before.nameLatin === after.nameLatin &&
  before.specialty === after.specialty &&
  (before.nameArabic === after.nameArabic || before.nameArabic === '');

/** A pair as it is kept. */
export interface StoredPair {
  readonly id: string;
  readonly visitor: string;
  readonly host: string;
  readonly hostPerson: string | null;
  readonly visitorPerson: string | null;
  readonly from: Instant;
  readonly until: Instant;
  readonly endedAt: Instant | null;
}

/** Stages at which another may take the place: not of a draft, which is rewritten, nor of who went home. */
const replaceableOn: readonly Stage[] = ['named', 'refused', 'vetted', 'accredited', 'arrived', 'withdrawn'];
export const isReplaceable = ({ kind, stage }: Pick<StoredUnit, 'kind' | 'stage'>): boolean =>
  kind === 'sent' && replaceableOn.includes(stage);

/** What the policy looks at. */
export const factsOf = (unit: StoredUnit, pairs: readonly StoredPair[]): UnitFacts => ({
  ...unit,
  pairedPersons: pairs
    .filter(({ endedAt }) => endedAt === null)
    .map((pair) => (pair.visitor === unit.id ? pair.hostPerson : pair.visitorPerson))
    .filter((person) => person !== null),
});

/** What the one rule of tasking looks at. */
export const taskableOf = (
  unit: StoredUnit,
  held: { readonly pairs: readonly Period[]; readonly badge: Period | null },
): TaskableFacts => ({
  kind: unit.kind,
  stage: unit.stage,
  specialty: unit.profile.specialty,
  certificates: unit.profile.certificates,
  available: unit.available,
  badge: held.badge,
  pairs: held.pairs,
  erased: false,
});

/** Papers as the board looks for them: whether one is missing, and the day on which the first runs out. */
export const papersOf = (profile: Profile): { readonly lacks: boolean; readonly until: Day | null } => {
  const latest = new Map<string, Day>();
  for (const { kind, expires } of profile.certificates)
    if ((latest.get(kind) ?? '') < expires) latest.set(kind, expires);
  return {
    lacks: wantingPapers(profile, profile.available.from).missing.length > 0,
    until: [...latest.values()].sort()[0] ?? null,
  };
};

/** Every text of a profile that stands on one line of a badge or a list. */
const linesOf = (profile: Profile): readonly string[] => [
  profile.nameLatin,
  profile.nameArabic,
  profile.service,
  profile.rank,
  profile.phone,
  ...profile.skills,
  ...profile.arms.flatMap(({ type, serial }) => [type, serial]),
  ...profile.certificates.map(({ number }) => number),
  ...(profile.dog === null ? [] : [profile.dog.name, profile.dog.chip]),
  ...(profile.home === null ? [] : [profile.home.name]),
];

/** What is wrong with a profile beyond its form; null where nothing is. */
export type ProfileProblem = 'hidden' | 'period-empty' | 'name-not-latin' | 'dates-crossed';
export const profileProblem = (profile: Profile): ProfileProblem | null => {
  if (!linesOf(profile).every(isUnconcealed)) return 'hidden';
  // A badge is read by those who do not read its owner's script.
  if (!/\p{Script=Latin}/u.test(profile.nameLatin) || /\p{Script=Arabic}/u.test(profile.nameLatin))
    return 'name-not-latin';
  if (profile.available.from >= profile.available.until) return 'period-empty';
  return profile.certificates.some(({ issued, expires }) => issued > expires) ? 'dates-crossed' : null;
};

/** True where a free text of several lines hides something. */
export const hidesInWords = (text: string): boolean => hidesSomething(text);
