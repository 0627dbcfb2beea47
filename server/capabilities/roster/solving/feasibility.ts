/**
 * May this unit take this post beside its other duties? The one place that says so: the search, the check of
 * what a person overrides and the explanations all ask here. Pure.
 *
 * Duties with a pause shorter than the rest between them are one span; so rest and span are one rule with two
 * names, by which of both a person would put right.
 */
import { hasAll } from '../../../plumbing/specialties/index.ts';
import { type Plan, type Post, type Rule, rules, type Unit } from '../plan.ts';
import type { Instance, Windows } from './instance.ts';

/** No rule is in the way. */
export const free = -1;

const code = Object.fromEntries(rules.map((rule, at) => [rule, at]));
const codeOf = (rule: Rule): number => code[rule] ?? free;
/** Codes of the rules that other duties can cause, and that taking one away can lift. */
export const codes = {
  overlap: codeOf('overlap'),
  travel: codeOf('travel'),
  rest: codeOf('rest'),
  dutySpan: codeOf('duty-span'),
  perDay: codeOf('hours-per-day'),
  perWeek: codeOf('hours-per-7-days'),
  escort: codeOf('escort'),
  pairApart: codeOf('pair-apart'),
} as const;
const staticCodes = {
  availability: codeOf('availability'),
  engaged: codeOf('engaged'),
  hostPair: codeOf('host-pair'),
  home: codeOf('home'),
  forbidden: codeOf('forbidden'),
} as const;

/** The rule of a code; null where none is in the way. */
export const ruleOf = (block: number): Rule | null => rules[block] ?? null;

const isWithin = (windows: Windows, from: number, to: number): boolean => {
  for (let at = 0; at < windows.length; at += 2)
    if ((windows[at] ?? 0) <= from && to <= (windows[at + 1] ?? 0)) return true;
  return false;
};

const meets = (windows: Windows, from: number, to: number): boolean => {
  for (let at = 0; at < windows.length; at += 2)
    if ((windows[at] ?? 0) < to && from < (windows[at + 1] ?? 0)) return true;
  return false;
};

type Trait = readonly [Rule, (unit: Unit, post: Post, host: string) => boolean];
const traits: readonly Trait[] = [
  ['not-taskable', ({ notTaskable }) => notTaskable === undefined],
  ['specialty', (unit, { requirement }) => unit.specialties.includes(requirement.specialty)],
  ['skill', (unit, { requirement }) => hasAll(unit.skills, requirement.skills)],
  ['language', (unit, { requirement }) => hasAll(unit.languages, requirement.languages)],
  ['power', (unit, { requirement }) => hasAll(unit.powers, requirement.powers)],
  ['size', ({ size }, { minSize }) => size >= (minSize ?? 1)],
  [
    'host-pair',
    ({ hostPair, party }, { needsHostPair }, host) =>
      hostPair.kind === 'paired' ||
      (party === host
        ? hostPair.kind === 'not-needed'
        : hostPair.kind === 'escorted' && needsHostPair === false),
  ],
];

/** The first rule that what a unit is breaks, whenever it stands there. */
export const traitBlock = (unit: Unit, post: Post, { host }: Pick<Plan, 'host'>): Rule | null =>
  traits.find(([, holds]) => !holds(unit, post, host))?.[0] ?? null;

/** The first rule on times and places that the unit breaks on this post, whatever else it does. */
export const windowBlock = (instance: Instance, unit: number, post: number): number => {
  const [from, to] = [instance.from[post] ?? 0, instance.to[post] ?? 0];
  const paired = instance.paired[unit];
  if (paired && !paired.some(({ windows }) => isWithin(windows, from, to))) return staticCodes.hostPair;
  if (!isWithin(instance.available[unit] ?? [], from, to))
    return meets(instance.engaged[unit] ?? [], from, to) ? staticCodes.engaged : staticCodes.availability;
  const [home, limit] = [instance.home[unit] ?? -1, instance.homeLimit[unit] ?? -1];
  if (home >= 0 && limit >= 0) {
    const way = instance.travel[home * instance.places + (instance.place[post] ?? 0)] ?? 0;
    if (way > limit) return staticCodes.home;
  }
  const forbidden = instance.forbidden.get(unit);
  if (forbidden === 'everything' || forbidden?.has(post)) return staticCodes.forbidden;
  // A post that is longer than a unit may serve at all can never be its own.
  return to - from > (instance.span[unit] ?? 0) ? codes.dutySpan : hoursAlone(instance, unit, post);
};

const hoursAlone = (instance: Instance, unit: number, post: number): number => {
  const length = (instance.to[post] ?? 0) - (instance.from[post] ?? 0);
  if (length > (instance.perDay[unit] ?? 0)) return codes.perDay;
  const days = (instance.lastDay[post] ?? 0) - (instance.firstDay[post] ?? 0);
  return length > (instance.perWeek[unit] ?? 0) && days < 7 ? codes.perWeek : free;
};

/** The first rule that what the unit is breaks on this post; null where it could be given it. */
export const staticBlock = (instance: Instance, unit: number, post: number): Rule | null => {
  const [one, wanted] = [instance.plan.units[unit], instance.plan.posts[post]];
  if (one === undefined || wanted === undefined) return 'specialty';
  return traitBlock(one, wanted, instance.plan) ?? ruleOf(windowBlock(instance, unit, post));
};

/** Every rule that what the unit is breaks on this post, and the first of times and places. */
export const staticBlocks = (instance: Instance, unit: number, post: number): readonly Rule[] => {
  const [one, wanted] = [instance.plan.units[unit], instance.plan.posts[post]];
  if (one === undefined || wanted === undefined) return ['specialty'];
  const window = ruleOf(windowBlock(instance, unit, post));
  return [
    ...traits.filter(([, holds]) => !holds(one, wanted, instance.plan.host)).map(([rule]) => rule),
    ...(window === null ? [] : [window]),
  ];
};

/** Where a post that begins at `from` belongs among duties in order of their beginning. */
export const placeAmong = (instance: Instance, duties: readonly number[], from: number): number => {
  let at = duties.length;
  while (at > 0 && (instance.from[duties[at - 1] ?? 0] ?? 0) >= from) at -= 1;
  return at;
};

const neighbourBlock = (instance: Instance, duties: readonly number[], post: number, at: number): number => {
  const [from, to] = [instance.from[post] ?? 0, instance.to[post] ?? 0];
  const place = instance.place[post] ?? 0;
  // Only what a person forced can overlap: of such a unit every earlier duty may still run.
  for (let back = at - 1; back >= 0; back -= 1)
    if ((instance.to[duties[back] ?? 0] ?? 0) > from) return codes.overlap;
  if (at < duties.length && (instance.from[duties[at] ?? 0] ?? 0) < to) return codes.overlap;
  if (at > 0) {
    const before = duties[at - 1] ?? 0;
    const way = instance.travel[(instance.place[before] ?? 0) * instance.places + place] ?? 0;
    if ((instance.to[before] ?? 0) + way > from) return codes.travel;
  }
  if (at < duties.length) {
    const after = duties[at] ?? 0;
    const way = instance.travel[place * instance.places + (instance.place[after] ?? 0)] ?? 0;
    if (to + way > (instance.from[after] ?? 0)) return codes.travel;
  }
  return free;
};

const spanBlock = (
  instance: Instance,
  unit: number,
  duties: readonly number[],
  post: number,
  at: number,
): number => {
  const pause = instance.rest[unit] ?? 0;
  let start = instance.from[post] ?? 0;
  let end = instance.to[post] ?? 0;
  let longest = 0;
  let served = end - start;
  for (let back = at - 1; back >= 0; back -= 1) {
    const gap = start - (instance.to[duties[back] ?? 0] ?? 0);
    if (gap >= pause) break;
    longest = Math.max(longest, gap);
    start = instance.from[duties[back] ?? 0] ?? 0;
    served += (instance.to[duties[back] ?? 0] ?? 0) - start;
  }
  for (let next = at; next < duties.length; next += 1) {
    const gap = (instance.from[duties[next] ?? 0] ?? 0) - end;
    if (gap >= pause) break;
    longest = Math.max(longest, gap);
    const ends = instance.to[duties[next] ?? 0] ?? 0;
    served += ends - (instance.from[duties[next] ?? 0] ?? 0);
    end = Math.max(end, ends);
  }
  if (end - start <= (instance.span[unit] ?? 0))
    return served > (instance.perDay[unit] ?? 0) ? codes.perDay : free;
  // A pause of half a rest and more was meant as one.
  return longest * 2 >= pause ? codes.rest : codes.dutySpan;
};

/** Minutes of duty by unit and day, at `unit * days + day`. */
export type DayMinutes = Int32Array;

const weekBlock = (instance: Instance, unit: number, minutes: DayMinutes, post: number): number => {
  const row = unit * instance.days;
  const [first, last] = [instance.firstDay[post] ?? 0, instance.lastDay[post] ?? 0];
  const share = (instance.dayShareAt[post] ?? 0) - first;
  const perWeek = instance.perWeek[unit] ?? 0;
  // Seven days that begin six before the first and end six after the last of the post.
  const begin = Math.max(0, first - 6);
  const end = Math.min(instance.days - 1, last + 6);
  let sum = 0;
  for (let day = begin; day <= end; day += 1) {
    sum += minutes[row + day] ?? 0;
    if (day >= first && day <= last) sum += instance.dayShare[share + day] ?? 0;
    const gone = day - 7;
    if (gone >= begin) {
      sum -= minutes[row + gone] ?? 0;
      if (gone >= first && gone <= last) sum -= instance.dayShare[share + gone] ?? 0;
    }
    if (sum > perWeek) return codes.perWeek;
  }
  return free;
};

/**
 * The first rule that keeps a unit, which could be given the post, from taking it beside `duties` (posts in
 * order of their beginning); `free` where none does.
 */
export const dutyBlock = (
  instance: Instance,
  unit: number,
  duties: readonly number[],
  minutes: DayMinutes,
  post: number,
): number => {
  const at = placeAmong(instance, duties, instance.from[post] ?? 0);
  const near = neighbourBlock(instance, duties, post, at);
  if (near !== free) return near;
  const span = spanBlock(instance, unit, duties, post, at);
  return span === free ? weekBlock(instance, unit, minutes, post) : span;
};
