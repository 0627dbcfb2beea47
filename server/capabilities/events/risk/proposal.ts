/**
 * A starting assessment from facts of the programme, each step of it with the fact that speaks for it. It is
 * shown to a person, who accepts it or not; by itself nothing is assessed. Pure.
 */
import type { Facts } from './facts.ts';
import { type HazardName, hazards } from './hazards.ts';
import type { Confidence, Step } from './level.ts';

/** A fact as it is said: the code of its words, and what stands in them. */
export interface Fact {
  readonly code: FactCode;
  readonly values: Readonly<Record<string, number>>;
}
export const factCodes = [
  'expected',
  'capacity',
  'size-unknown',
  'full-house',
  'half-empty',
  'opening',
  'medal',
  'route',
  'open-place',
  'many-sides',
  'several-sessions',
  'summer',
  'usual',
] as const;
/** One of `factCodes`. */
export type FactCode = (typeof factCodes)[number];

/** What the facts speak for. */
export interface Starting {
  readonly hazard: HazardName;
  readonly likelihood: Step;
  readonly impact: Step;
  readonly confidence: Confidence;
  readonly facts: readonly Fact[];
}

/** How many people there are, and how that is known. */
interface Size {
  readonly people: number | null;
  readonly fact: Fact;
}

const many = 20_000;
/** Shares of the capacity from which a house counts as full, and up to which as half empty. */
const full = 0.9;
const half = 0.5;
/** Spectators of one nation from which they move as a crowd of their own. */
const aSide = 5_000;

const sizeOf = ({ spectators, capacity }: Facts): Size => {
  if (spectators !== null)
    return { people: spectators, fact: { code: 'expected', values: { count: spectators } } };
  if (capacity !== null) return { people: capacity, fact: { code: 'capacity', values: { count: capacity } } };
  return { people: null, fact: { code: 'size-unknown', values: {} } };
};

const fact = (code: FactCode, values: Fact['values'] = {}): Fact => ({ code, values });
const clamp = (value: number): Step => {
  if (value <= 1) return 1;
  if (value >= 5) return 5;
  return value === 2 ? 2 : value === 3 ? 3 : 4;
};
const stepBy = (value: number, limits: readonly number[]): number =>
  1 + limits.filter((limit) => value >= limit).length;

interface Weighed {
  readonly likelihood: number;
  readonly impact: number;
  readonly facts: readonly Fact[];
}
type Rule = (facts: Facts, size: Size) => Weighed;

const when = (holds: boolean, code: FactCode, values: Fact['values'] = {}): readonly Fact[] =>
  holds ? [fact(code, values)] : [];
const one = (holds: boolean): number => (holds ? 1 : 0);

const openKinds: readonly string[] = ['fan-zone', 'route', 'ceremony', 'training-site'];
const isOpen = ({ place, isRoute }: Facts): boolean => isRoute || openKinds.includes(place);
const isSummer = ({ from }: Facts): boolean => /^\d{4}-0[678]/.test(from);
/** Places where many pass whom nobody counts. */
const busy: readonly string[] = ['station', 'airport', 'fan-zone'];

const crowd: Rule = (facts, { people, fact: size }) => {
  const share = facts.spectators !== null && facts.capacity ? facts.spectators / facts.capacity : null;
  const isFull = share !== null && share >= full;
  const isHalf = share !== null && share < half;
  const sides = facts.visitors.filter(({ count }) => count >= aSide).length;
  const several = facts.target.kind === 'venue-day' && facts.sessions.length > 1;
  return {
    likelihood: 2 + one(isFull) - one(isHalf) + one(facts.isOpening) + one(sides >= 2) + one(isOpen(facts)),
    impact: people === null ? 3 : stepBy(people, [2_000, 10_000, 30_000, 60_000]),
    facts: [
      size,
      ...when(isFull, 'full-house', { share: Math.round((share ?? 0) * 100) }),
      ...when(isHalf, 'half-empty', { share: Math.round((share ?? 0) * 100) }),
      ...when(facts.isOpening, 'opening'),
      ...when(sides >= 2, 'many-sides', { count: sides }),
      ...when(several, 'several-sessions', { count: facts.sessions.length }),
      ...when(isOpen(facts), 'open-place'),
    ],
  };
};

const terrorism: Rule = (facts, { people, fact: size }) => ({
  likelihood: 1 + one((people ?? 0) >= many || facts.isMedal) + 2 * one(facts.isOpening) + one(facts.isRoute),
  impact: people === null ? 4 : 2 + stepBy(people, [5_000, many]),
  facts: [
    size,
    ...when(facts.isMedal, 'medal'),
    ...when(facts.isOpening, 'opening'),
    ...when(facts.isRoute, 'route'),
  ],
});

const drone: Rule = (facts, { people, fact: size }) => ({
  likelihood: 2 + one(isOpen(facts)) + one(facts.isOpening),
  impact: 2 + one((people ?? 0) >= many) + one(facts.isOpening),
  facts: [size, ...when(isOpen(facts), 'open-place'), ...when(facts.isOpening, 'opening')],
});

const cyber: Rule = (facts, { people, fact: size }) => ({
  likelihood: 2 + one(facts.isOpening),
  impact: 2 + one((people ?? 0) >= many || facts.isOpening),
  facts: [size, ...when(facts.isOpening, 'opening')],
});

const crime: Rule = (facts, { people, fact: size }) => ({
  likelihood: 2 + one((people ?? 0) >= 5_000) + one((people ?? 0) >= 30_000 || busy.includes(facts.place)),
  impact: 2,
  facts: [size, ...when(busy.includes(facts.place), 'open-place')],
});

/** As a crowd alone: a way through a town is crossed by others; what they gather for is not looked at. */
const protest: Rule = (facts) => ({
  likelihood: 1 + one(facts.isRoute) + one(facts.isOpening),
  impact: 2 + one(facts.isOpening),
  facts: [fact('usual'), ...when(facts.isRoute, 'route'), ...when(facts.isOpening, 'opening')],
});

const weather: Rule = (facts) => ({
  likelihood: 2 + one(isOpen(facts)) + one(isSummer(facts)),
  impact: 2 + one(isOpen(facts)),
  facts: [fact('usual'), ...when(isOpen(facts), 'open-place'), ...when(isSummer(facts), 'summer')],
});

const medical: Rule = (facts, { people, fact: size }) => ({
  likelihood: 2 + one((people ?? 0) >= many) + one(isOpen(facts)),
  impact: 2 + one((people ?? 0) >= many),
  facts: [size, ...when(isOpen(facts), 'open-place')],
});

/** A hazard without a rule is assessed by people alone. */
const rules: Readonly<Partial<Record<HazardName, Rule>>> = {
  crowd,
  terrorism,
  drone,
  cyber,
  crime,
  protest,
  weather,
  medical,
};

/**
 * What the facts of a target speak for, hazard by hazard. Confidence is never high: nobody has looked. It is
 * low where not even the size is known.
 */
export const proposeFor = (facts: Facts): readonly Starting[] => {
  const size = sizeOf(facts);
  return hazards.flatMap((hazard) => {
    const weighed = rules[hazard]?.(facts, size);
    if (weighed === undefined) return [];
    return {
      hazard,
      likelihood: clamp(weighed.likelihood),
      impact: clamp(weighed.impact),
      confidence: size.people === null ? 'low' : 'moderate',
      facts: weighed.facts,
    } as const;
  });
};
