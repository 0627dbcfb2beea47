/**
 * Judges a roster by the plan alone, rule by rule, in milliseconds of real instants: written apart from
 * the search and sharing none of its structures, so that a mistake there is found here. Pure.
 */
import { dayMs } from '../../../kernel/time.ts';
import { momentOf, wallTimeOf } from '../../../kernel/zone.ts';
import {
  type Assignment,
  neverSetAside,
  type Period,
  type Plan,
  type Post,
  type Rule,
  type Unit,
  usualRules,
} from '../plan.ts';
import type { Roster, Verdict, Violation } from '../roster.ts';
import { coverageOf } from './coverage.ts';
import { findApart, hostsFor, isHeld } from './pair-checker.ts';
import { travelMinutes } from './travel.ts';

const minuteMs = 60_000;
const week = 7;

interface Duty {
  readonly assignment: Assignment;
  readonly unit: Unit;
  readonly post: Post;
  readonly from: number;
  readonly to: number;
}

type Report = (rule: Violation['rule'], duty: Duty, text: string, other?: Duty) => void;

const minutesOf = (ms: number): string => `${Math.round(ms / minuteMs)} min`;

const readDuties = (
  plan: Plan,
  assignments: readonly Assignment[],
  violations: Violation[],
): readonly Duty[] => {
  const units = new Map(plan.units.map((unit) => [unit.id, unit]));
  const posts = new Map(plan.posts.map((post) => [post.id, post]));
  const seats = new Set<string>();
  const pairs = new Set<string>();
  return assignments.flatMap((assignment): readonly Duty[] => {
    const [unit, post] = [units.get(assignment.unit), posts.get(assignment.post)];
    const complain = (rule: Violation['rule'], text: string) =>
      violations.push({ rule, unit: assignment.unit, post: assignment.post, text });
    if (unit === undefined) complain('unknown-unit', 'The plan has no such unit.');
    if (post === undefined) complain('unknown-post', 'The plan has no such post.');
    if (unit === undefined || post === undefined) return [];
    const [seat, pair] = [`${post.id} ${assignment.seat}`, `${post.id} ${unit.id}`];
    if (assignment.seat >= post.quantity) complain('seat', `The post has ${post.quantity} seats.`);
    if (seats.has(seat)) complain('seat', 'Another unit has this seat.');
    if (pairs.has(pair)) complain('seat', 'The unit has another seat of this post.');
    seats.add(seat);
    pairs.add(pair);
    const [from, to] = [Date.parse(assignment.from ?? post.from), Date.parse(assignment.to ?? post.to)];
    if (from < Date.parse(post.from) || to > Date.parse(post.to) || to <= from)
      complain('period', 'It lies outside of the post.');
    return [{ assignment, unit, post, from, to }];
  });
};

const lacking = (held: readonly string[], wanted: readonly string[]): readonly string[] =>
  wanted.filter((one) => !held.includes(one));

const checkTraits = ({ host }: Plan, duty: Duty, report: Report): void => {
  const { unit, post } = duty;
  const { specialty, skills, languages, powers } = post.requirement;
  if (unit.notTaskable !== undefined) report('not-taskable', duty, unit.notTaskable);
  if (!unit.specialties.includes(specialty)) report('specialty', duty, specialty);
  const lists = [
    ['skill', lacking(unit.skills, skills)],
    ['language', lacking(unit.languages, languages)],
    ['power', lacking(unit.powers, powers)],
  ] as const;
  for (const [rule, missing] of lists) if (missing.length > 0) report(rule, duty, missing.join(', '));
  if (unit.size < (post.minSize ?? 1)) report('size', duty, `${unit.size} of ${post.minSize}`);
  if (unit.hostPair.kind === 'missing') report('host-pair', duty, 'It has no host pair.');
  if (unit.party !== host) {
    if (unit.hostPair.kind === 'not-needed') report('host-pair', duty, 'A visiting unit needs a host pair.');
    if (unit.hostPair.kind === 'escorted' && post.needsHostPair)
      report('host-pair', duty, 'An escort is not enough here.');
  } else if (unit.hostPair.kind === 'escorted') report('host-pair', duty, 'The host escorts visitors alone.');
};

const checkWindows = (plan: Plan, duty: Duty, wayFromHome: number, report: Report): void => {
  const { unit, post } = duty;
  if (unit.hostPair.kind === 'paired' && hostsFor(unit, duty).length === 0)
    report('host-pair', duty, 'No host officer of its own is there for all of it.');
  if (!isHeld(unit.available, duty)) {
    const meets = (period: Period) => Date.parse(period.from) < duty.to && duty.from < Date.parse(period.to);
    const isEngaged = (unit.engaged ?? []).some(meets);
    if (isEngaged) report('engaged', duty, 'It serves in another event then, or rests around it.');
    else report('availability', duty, 'It is not available for all of it.');
  }
  if (unit.maxMinutesFromHome !== undefined && wayFromHome > unit.maxMinutesFromHome)
    report('home', duty, `${wayFromHome} min from home, at most ${unit.maxMinutesFromHome}`);
  for (const hold of plan.holds)
    if (hold.kind === 'forbid' && hold.unit === unit.id && (hold.post ?? post.id) === post.id)
      report('forbidden', duty, hold.reason);
};

const checkOrder = (duties: readonly Duty[], way: Way, report: Report): void => {
  for (const [at, duty] of duties.entries())
    for (const other of duties.slice(0, at)) if (other.to > duty.from) report('overlap', duty, '', other);
  for (const [at, duty] of duties.entries()) {
    const before = duties[at - 1];
    if (before === undefined || before.to > duty.from) continue;
    const [needed, had] = [way(before.post.place, duty.post.place) * minuteMs, duty.from - before.to];
    if (needed > had)
      report('travel', duty, `${minutesOf(needed)} on the way, ${minutesOf(had)} between`, before);
  }
};

const checkSpans = (unit: Unit, duties: readonly Duty[], report: Report): void => {
  const rest = (unit.minRestMinutes ?? usualRules.minRestMinutes) * minuteMs;
  const most = (unit.maxDutySpanMinutes ?? usualRules.maxDutySpanMinutes) * minuteMs;
  const hours = (unit.maxMinutesPerDay ?? usualRules.maxMinutesPerDay) * minuteMs;
  const spans: Duty[][] = [];
  for (const duty of duties) {
    const open = spans.at(-1);
    const end = Math.max(...(open ?? []).map(({ to }) => to));
    if (open !== undefined && duty.from - end < rest) open.push(duty);
    else spans.push([duty]);
  }
  for (const span of spans) {
    const [first, last] = [span[0], span.at(-1)];
    if (first === undefined || last === undefined) continue;
    const length = Math.max(...span.map(({ to }) => to)) - first.from;
    const served = span.reduce((sum, { from, to }) => sum + to - from, 0);
    const pauses = span.slice(1).map((duty, at) => duty.from - (span[at]?.to ?? duty.from));
    const isRest = Math.max(0, ...pauses) * 2 >= rest;
    if (length > most)
      report(isRest ? 'rest' : 'duty-span', last, `${minutesOf(length)} without a rest`, first);
    else if (served > hours) report('hours-per-day', last, `${minutesOf(served)} of duty`, first);
  }
};

/** Days of the plan's zone; each is asked for by hundreds of units, and reckoned once. */
interface Days {
  /** The day of a moment. */
  dayOf(moment: number): string;
  /** The moment at which the day begins that is so many days after this one. */
  startOf(day: string, after: number): number;
}

const remembered = <Key, Value>(reckon: (key: Key) => Value): ((key: Key) => Value) => {
  const known = new Map<Key, Value>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const value = reckon(key);
    known.set(key, value);
    return value;
  };
};

const daysOf = ({ zone }: Plan): Days => {
  const begins = remembered((day: string) => Date.parse(momentOf(zone, { day, time: '00:00' }) ?? day));
  const later = (day: string, days: number): string =>
    new Date(Date.parse(`${day}T12:00:00.000Z`) + days * dayMs).toISOString().slice(0, 10);
  return {
    dayOf: remembered((moment: number) => wallTimeOf(zone, new Date(moment).toISOString()).day),
    startOf: (day, after) => begins(later(day, after)),
  };
};

const checkWeeks = (days: Days, unit: Unit, duties: readonly Duty[], report: Report): void => {
  const most = (unit.maxMinutesPer7Days ?? usualRules.maxMinutesPer7Days) * minuteMs;
  for (const duty of duties) {
    // The fullest seven days that hold an end of duties end on the day of one.
    const lastDay = days.dayOf(duty.to - 1);
    const [open, close] = [days.startOf(lastDay, 1 - week), days.startOf(lastDay, 1)];
    const served = duties.reduce(
      (sum, { from, to }) => sum + Math.max(0, Math.min(to, close) - Math.max(from, open)),
      0,
    );
    if (served > most) report('hours-per-7-days', duty, `${minutesOf(served)} up to ${lastDay}`);
  }
};

const checkEscorts = (plan: Plan, duties: readonly Duty[], report: Report): void => {
  const groups = new Map((plan.escortGroups ?? []).map(({ id, perHost }) => [id, perHost]));
  for (const duty of duties) {
    const { hostPair } = duty.unit;
    if (hostPair.kind !== 'escorted') continue;
    const near = duties.filter(
      ({ post, from, to }) => post.place === duty.post.place && from < duty.to && to > duty.from,
    );
    const moments = near.map(({ from }) => Math.max(from, duty.from));
    const ends = near.map(({ to }) => to).filter((to) => to < duty.to);
    for (const moment of new Set([duty.from, ...moments, ...ends])) {
      const there = near.filter(({ from, to }) => from <= moment && moment < to);
      const guests = there.filter(
        ({ unit }) => unit.hostPair.kind === 'escorted' && unit.hostPair.group === hostPair.group,
      ).length;
      const hosts = there.filter(
        ({ unit }) => unit.party === plan.host && unit.escorts?.includes(hostPair.group),
      ).length;
      if (guests <= hosts * (groups.get(hostPair.group) ?? 0)) continue;
      report('escort', duty, `${hosts} for ${guests} at ${new Date(moment).toISOString()}`);
      break;
    }
  }
};

const checkPairs = (duties: readonly Duty[], way: Way, report: Report): void => {
  for (const { duty, other, host } of findApart(duties, way))
    report(
      'pair-apart',
      duty,
      `${host} is at ${other?.post.place ?? 'another place'} then, or on the way.`,
      other,
    );
};

type Way = (from: string, to: string) => number;

const wayOf = (plan: Plan): Way => {
  const minutes = travelMinutes(plan);
  const places = new Map(plan.places.map(({ id }, at) => [id, at]));
  return (from, to) => minutes[(places.get(from) ?? 0) * plan.places.length + (places.get(to) ?? 0)] ?? 0;
};

/** Which person overrode the rule for one of the two duties, and why. */
const overrideOf = ({ holds }: Plan, rule: Rule, unit: string, posts: readonly string[]): string | null => {
  for (const hold of holds)
    if (
      hold.kind === 'override' &&
      hold.unit === unit &&
      posts.includes(hold.post) &&
      hold.rules.includes(rule)
    )
      return `${hold.by}: ${hold.reason}`;
  return null;
};

const isRule = (rule: Violation['rule']): rule is Rule =>
  !['unknown-post', 'unknown-unit', 'seat', 'period'].includes(rule);

const brokenHolds = (plan: Plan, duties: readonly Duty[]): Verdict['brokenHolds'] => {
  const given = new Set(duties.map(({ unit, post }) => `${unit.id} ${post.id}`));
  const posts = new Map(plan.posts.map((post) => [post.id, post]));
  return plan.holds.flatMap((hold): Verdict['brokenHolds'] => {
    if (hold.kind === 'pin' || hold.kind === 'override')
      return given.has(`${hold.unit} ${hold.post}`)
        ? []
        : [{ unit: hold.unit, post: hold.post, kind: hold.kind }];
    if (hold.kind !== 'lock') return [];
    return plan.told
      .filter(({ unit, post }) => {
        const told = posts.get(post);
        const isLocked = told !== undefined && Date.parse(told.from) < Date.parse(hold.until);
        return isLocked && (hold.unit ?? unit) === unit && !given.has(`${unit} ${post}`);
      })
      .map(({ unit, post }) => ({ unit, post, kind: hold.kind }));
  });
};

/** Every hard rule that the roster breaks, what it covers, and which decisions of people it does not keep. */
export const checkRoster = (plan: Plan, { assignments }: Pick<Roster, 'assignments'>): Verdict => {
  const violations: Violation[] = [];
  const duties = readDuties(plan, assignments, violations);
  const report: Report = (rule, duty, text, other) => {
    const posts = [duty.post.id, ...(other === undefined ? [] : [other.post.id])];
    const overridden =
      isRule(rule) && !neverSetAside.includes(rule) ? overrideOf(plan, rule, duty.unit.id, posts) : null;
    violations.push({
      ...{ rule, unit: duty.unit.id, post: duty.post.id, text },
      ...(other === undefined ? {} : { other: other.post.id }),
      ...(overridden === null ? {} : { overridden }),
    });
  };
  const [way, days] = [wayOf(plan), daysOf(plan)];
  const byUnit = new Map<Unit, Duty[]>();
  for (const duty of duties) {
    checkTraits(plan, duty, report);
    const { home } = duty.unit;
    checkWindows(plan, duty, home === undefined ? 0 : way(home, duty.post.place), report);
    byUnit.set(duty.unit, [...(byUnit.get(duty.unit) ?? []), duty]);
  }
  for (const [unit, own] of byUnit) {
    const ordered = own.sort((a, b) => a.from - b.from || a.to - b.to);
    checkOrder(ordered, way, report);
    checkSpans(unit, ordered, report);
    checkWeeks(days, unit, ordered, report);
  }
  checkEscorts(plan, duties, report);
  checkPairs(duties, way, report);
  return { violations, coverage: coverageOf(plan, assignments), brokenHolds: brokenHolds(plan, duties) };
};
