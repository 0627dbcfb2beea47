/** Who goes with whom: whether a host officer can take another visitor, and who fits best. Pure. */
import type { Instant } from '../../../kernel/time.ts';
import type { Specialty } from '../../../plumbing/specialties/index.ts';
import { overlaps, type Period } from './taskable.ts';

export const pairingLimits = {
  /** Visiting officers with one host officer at the same time, where nobody says otherwise; and at most. */
  ratio: 4,
  ratioAtMost: 12,
  suggested: 20,
} as const;

/** A host officer as pairing sees him. */
export interface HostFacts {
  readonly id: string;
  readonly specialty: Specialty;
  readonly languages: readonly string[];
  readonly available: Period;
  readonly withdrawn: boolean;
  /** Pairs that he stands in, of other visitors. */
  readonly pairs: readonly Period[];
}
/** A visiting officer as pairing sees him. */
export interface VisitorFacts {
  readonly specialty: Specialty;
  readonly languages: readonly string[];
}

/** The most pairs that hold at one moment of the period. */
export const busiest = (pairs: readonly Period[], period: Period): number => {
  const within = pairs.filter((pair) => overlaps(pair, period));
  const starts: readonly Instant[] = [period.from, ...within.map(({ from }) => from)];
  return Math.max(
    0,
    ...starts
      .filter((at) => at >= period.from && at < period.until)
      .map((at) => within.filter(({ from, until }) => from <= at && at < until).length),
  );
};

export const pairingGaps = ['withdrawn', 'not-available', 'ratio-full', 'period-empty'] as const;
export type PairingGap = (typeof pairingGaps)[number];

/** Why this host officer cannot take one more for the period; null where he can. */
export const pairingGap = (host: HostFacts, period: Period, ratio: number): PairingGap | null => {
  if (period.from >= period.until) return 'period-empty';
  if (host.withdrawn) return 'withdrawn';
  if (host.available.from > period.from || host.available.until < period.until) return 'not-available';
  return busiest(host.pairs, period) >= ratio ? 'ratio-full' : null;
};

export const sharedLanguages = (one: VisitorFacts, other: VisitorFacts): readonly string[] =>
  one.languages.filter((language) => other.languages.includes(language));

/** A host officer who could be paired, with what speaks for him. */
export interface Suggestion {
  readonly host: string;
  readonly sameSpecialty: boolean;
  readonly languages: readonly string[];
  /** Visitors that he has with him at the busiest moment of the period. */
  readonly withHim: number;
}

/** A common language counts first, then the specialty, then who has fewer with him. */
const weight = ({ languages, sameSpecialty, withHim }: Suggestion): number =>
  (languages.length > 0 ? 100 : 0) + (sameSpecialty ? 50 : 0) + Math.min(languages.length, 3) - withHim * 5;

/** Those who can, the best first; in a fixed order, so that the list does not jump. */
export const suggestHosts = (
  visitor: VisitorFacts,
  hosts: readonly HostFacts[],
  { period, ratio }: { readonly period: Period; readonly ratio: number },
): readonly Suggestion[] =>
  hosts
    .filter((host) => pairingGap(host, period, ratio) === null)
    .map((host) => ({
      host: host.id,
      sameSpecialty: host.specialty === visitor.specialty,
      languages: sharedLanguages(visitor, host),
      withHim: busiest(host.pairs, period),
    }))
    .toSorted((a, b) => weight(b) - weight(a) || (a.host < b.host ? -1 : 1))
    .slice(0, pairingLimits.suggested);
