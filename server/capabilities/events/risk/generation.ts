/** From levels to posts: what the templates ask for, at each place, from when to when, and why. Pure. */
import type { Language } from '../../../kernel/faults.ts';
import { type Day, dayMs, dayOf, type Instant, later } from '../../../kernel/time.ts';
import { momentOf, wallTimeOf } from '../../../kernel/zone.ts';
import type { PostDraft, PostPlace } from '../post-contract.ts';
import type { Facts, Visitors } from './facts.ts';
import type { HazardName } from './hazards.ts';
import { type Level, rankOf } from './level.ts';
import { riskLimits } from './limits.ts';
import { languagesOf } from './nations.ts';
import { reasonOf } from './reason-words.ts';
import type { Template, TemplateLine } from './template-contract.ts';

/** From one moment to another. */
export interface Period {
  readonly from: Instant;
  readonly to: Instant;
}

/** A post that the templates ask for. `key` is the same each time it is asked for, whatever its content. */
export interface WantedPost {
  readonly key: string;
  readonly target: string;
  readonly hazard: HazardName;
  readonly level: Level;
  readonly template: string;
  readonly draft: PostDraft;
}

/** What a level was assessed to be, and why. */
export interface Assessed {
  readonly level: Level;
  readonly reason: string;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** Two periods so close are one: nobody goes home in between. */
const breakMs = 2 * hourMs;

/** Periods that touch, or nearly do, are one. */
export const joinPeriods = (periods: readonly Period[]): readonly Period[] => {
  const joined: Period[] = [];
  for (const period of periods.toSorted((one, other) => one.from.localeCompare(other.from))) {
    const last = joined.at(-1);
    if (last === undefined || Date.parse(period.from) - Date.parse(last.to) > breakMs) joined.push(period);
    else if (period.to > last.to) joined[joined.length - 1] = { from: last.from, to: period.to };
  }
  return joined;
};

/** Shifts of equal length, none longer than so many hours, on whole minutes; they cover all of it. */
export const shiftsOf = (period: Period, hours: number): readonly Period[] => {
  const start = Date.parse(period.from);
  const minutes = Math.round((Date.parse(period.to) - start) / minuteMs);
  const count = Math.ceil(minutes / (hours * 60));
  const edge = (at: number): Instant => later(period.from, Math.round((minutes * at) / count) * minuteMs);
  return Array.from({ length: count }, (_, at) => ({ from: edge(at), to: edge(at + 1) }));
};

const latest = (one: Instant, other: Instant): Instant => [one, other].sort().at(-1) ?? one;
const earliest = (one: Instant, other: Instant): Instant => [one, other].sort()[0] ?? one;

const daysBetween = (zone: string, { from, to }: Period): readonly Day[] => {
  const days: Day[] = [];
  const last = wallTimeOf(zone, to).day;
  for (let day = wallTimeOf(zone, from).day; day <= last; day = dayOf(later(`${day}T12:00:00.000Z`, dayMs)))
    days.push(day);
  return days;
};

/** The hours of each day in which an object is watched, within the time in which it is protected. */
const dailyPeriods = (zone: string, whole: Period, daily: Template['daily']): readonly Period[] =>
  daysBetween(zone, whole).flatMap((day) => {
    const [opens, closes] = daily === null ? ['00:00', '00:00'] : [daily.from, daily.to];
    const lastDay = closes > opens ? day : dayOf(later(`${day}T12:00:00.000Z`, dayMs));
    const from = momentOf(zone, { day, time: opens }) ?? whole.from;
    const to = momentOf(zone, { day: lastDay, time: closes }) ?? whole.to;
    const within = { from: latest(from, whole.from), to: earliest(to, whole.to) };
    return within.from < within.to ? [within] : [];
  });

/** When a line's posts stand. */
const periodsOf = (facts: Facts, template: Template, line: TemplateLine, zone: string): readonly Period[] => {
  const before = -line.beforeMinutes * minuteMs;
  const stretch = ({ from, to }: Period): Period => ({
    from: later(from, before),
    to: line.untilBegin ? from : later(to, line.afterMinutes * minuteMs),
  });
  const isLong = facts.target.kind === 'object' && Date.parse(facts.to) - Date.parse(facts.from) > dayMs;
  if (isLong) return dailyPeriods(zone, facts, template.daily);
  return joinPeriods(facts.periods.map(stretch).filter(({ from, to }) => from < to));
};

/** How many are wanted: the count of the level, once for each measure of people begun. */
export const quantityOf = (line: TemplateLine, level: Level, people: number | null): number => {
  const measures = line.perSpectators === null ? 1 : Math.max(1, (people ?? 0) / line.perSpectators);
  return Math.min(line.atMost, Math.ceil(line.count[level] * measures));
};

const isOfSize = (template: Template, people: number | null): boolean => {
  const counted = people ?? template.fromSpectators;
  return (
    counted >= template.fromSpectators && (template.toSpectators === null || counted < template.toSpectators)
  );
};

/** Does it say anything of this target? */
export const appliesTo = (template: Template, facts: Facts): boolean =>
  template.retiredAt === null &&
  template.target === facts.target.kind &&
  template.places.includes(facts.place) &&
  isOfSize(template, facts.spectators ?? facts.capacity);

const placeOf = (facts: Facts): PostPlace | null => {
  if (facts.placeId === null) return null;
  return facts.target.kind === 'object'
    ? { kind: 'object', object: facts.placeId }
    : { kind: 'venue', venue: facts.placeId };
};

/** For whom a line has a post: one for all, or one for each nation whose spectators are many enough. */
const sidesOf = (line: TemplateLine, facts: Facts): readonly (Visitors | null)[] => {
  const { visitors } = line;
  if (visitors === null) return [null];
  return facts.visitors.filter(({ count }) => count >= visitors.from).slice(0, riskLimits.nations);
};

interface Asked {
  readonly facts: Facts;
  readonly template: Template;
  readonly assessed: Assessed;
  readonly zone: string;
  readonly language: Language;
}

const postsOfSide = (
  asked: Asked,
  line: TemplateLine,
  at: number,
  side: Visitors | null,
): readonly WantedPost[] => {
  const { facts, template, assessed, zone, language } = asked;
  const place = placeOf(facts);
  const people = side?.count ?? facts.spectators ?? facts.capacity;
  const quantity = quantityOf(line, assessed.level, people);
  if (place === null || quantity === 0) return [];
  const spoken = side === null ? [] : languagesOf(side.nation).slice(0, 1);
  const requirement = {
    ...line.requirement,
    languages: [...new Set([...line.requirement.languages, ...spoken])],
  };
  const [session = null, ...further] = facts.sessions;
  const reason = reasonOf({ ...asked, side, people }, language);
  return periodsOf(facts, template, line, zone).flatMap((period, part) =>
    shiftsOf(period, line.shiftHours).map((shift, turn) => ({
      key: [facts.key, template.id, at, side?.nation ?? '', part, turn].join('|'),
      target: facts.key,
      hazard: template.hazard,
      level: assessed.level,
      template: template.id,
      draft: {
        place,
        session: further.length === 0 ? session : null,
        requirement,
        quantity,
        ...shift,
        priority: line.priority,
        needsHostPair: line.needsHostPair,
        reason,
      },
    })),
  );
};

/** What an assessment of this target and hazard is, as far as there is one. */
export type LevelAt = (target: string, hazard: HazardName) => Assessed | null;

/** The greatest of what was assessed of the target and of what lies in it or around it. */
export const assessedAt = (facts: Facts, hazard: HazardName, levelAt: LevelAt): Assessed | null => {
  const own = levelAt(facts.key, hazard);
  const beside =
    facts.target.kind === 'venue-day'
      ? facts.sessions.map((session) => levelAt(`session:${session}`, hazard))
      : facts.target.kind === 'session' && facts.placeId !== null && own === null
        ? [levelAt(`venue-day:${facts.placeId}:${facts.day ?? ''}`, hazard)]
        : [];
  return beside.reduce(
    (most, one) => (rankOf(one?.level ?? null) > rankOf(most?.level ?? null) ? one : most),
    own,
  );
};

/** All posts that the templates ask for. Nothing is asked for where nothing was assessed. */
export const postsFor = (given: {
  readonly facts: readonly Facts[];
  readonly templates: readonly Template[];
  readonly levelAt: LevelAt;
  readonly zone: string;
  readonly language: Language;
}): readonly WantedPost[] => {
  const { facts: all, templates, levelAt, zone, language } = given;
  return all.flatMap((facts) =>
    templates
      .filter((template) => appliesTo(template, facts))
      .flatMap((template) => {
        const assessed = assessedAt(facts, template.hazard, levelAt);
        if (assessed === null) return [];
        const asked = { facts, template, assessed, zone, language };
        return template.lines.flatMap((line, at) =>
          sidesOf(line, facts).flatMap((side) => postsOfSide(asked, line, at, side)),
        );
      }),
  );
};
