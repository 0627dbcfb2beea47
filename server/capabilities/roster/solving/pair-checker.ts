/**
 * Whether each visitor who has a host officer of his own can stand beside him all the time, by the roster
 * alone: an officer is at one place at a time, at his own duties and beside those whom he accompanies, and on
 * the way between them. Where a visitor has several, one of them is enough. Apart from the search, as all of
 * the checker. Pure.
 */
import type { Period, Unit } from '../plan.ts';

/** A duty as the checker reads it. */
interface Standing {
  readonly unit: Unit;
  readonly post: { readonly id: string; readonly place: string };
  readonly from: number;
  readonly to: number;
}

/** A visitor whose host officers are all elsewhere, and the duty at which one of them is. */
export interface Apart<Duty> {
  readonly duty: Duty;
  readonly other: Duty | undefined;
  readonly host: string;
}

/** A visitor's duty and who could stand beside him. */
interface Wish<Duty> {
  readonly duty: Duty;
  readonly hosts: readonly string[];
}

/** Choices looked at for duties that hang together, before they are said to be impossible. */
const mostChoices = 20_000;

/** True where one period after another, without a gap, holds the whole of the duty. */
export const isHeld = (periods: readonly Period[], { from, to }: { from: number; to: number }): boolean => {
  let reached = from;
  for (const period of [...periods].sort((a, b) => Date.parse(a.from) - Date.parse(b.from)))
    if (Date.parse(period.from) <= reached) reached = Math.max(reached, Date.parse(period.to));
  return reached >= to;
};

/** Who is beside the unit for the whole of the duty; `undefined` stands for one who is not named. */
export const hostsFor = (unit: Unit, duty: { from: number; to: number }): readonly (string | undefined)[] => {
  if (unit.hostPair.kind !== 'paired') return [];
  const { periods } = unit.hostPair;
  const named = [...new Set(periods.map(({ host }) => host))];
  return named.filter((host) =>
    isHeld(
      periods.filter((period) => period.host === host),
      duty,
    ),
  );
};

/** Minutes from place to place; none at the place itself. */
type Way = (from: string, to: string) => number;
type AreApart = (one: Standing, two: Standing) => boolean;

const minuteMs = 60_000;

/** One person cannot be at both. */
const apartBy =
  (way: Way): AreApart =>
  (one, two) => {
    const [first, second] = one.from <= two.from ? [one, two] : [two, one];
    const [here, there] = [first.post.place, second.post.place];
    return here !== there && first.to + way(here, there) * minuteMs > second.from;
  };

/** Wishes that bear on each other, however far: an officer whom both could have, at two places at once. */
const knotsOf = <Duty extends Standing>(
  wishes: readonly Wish<Duty>[],
  areApart: AreApart,
): readonly (readonly Wish<Duty>[])[] => {
  const byHost = new Map<string, Wish<Duty>[]>();
  for (const wish of wishes)
    for (const host of wish.hosts) byHost.set(host, [...(byHost.get(host) ?? []), wish]);
  const seen = new Set<Wish<Duty>>();
  return wishes.flatMap((start) => {
    if (seen.has(start)) return [];
    const knot: Wish<Duty>[] = [];
    const next = [start];
    seen.add(start);
    for (let wish = next.pop(); wish !== undefined; wish = next.pop()) {
      knot.push(wish);
      const { duty } = wish;
      const near = wish.hosts.flatMap((host) => byHost.get(host) ?? []);
      for (const other of near)
        if (!seen.has(other) && areApart(duty, other.duty)) {
          seen.add(other);
          next.push(other);
        }
    }
    return [knot];
  });
};

/** Tries one officer after another for each wish; the first wish that could not be met, or null. */
const firstUnmet = <Duty extends Standing>(
  knot: readonly Wish<Duty>[],
  areApart: AreApart,
): Apart<Duty> | null => {
  const order = [...knot].sort((a, b) => a.hosts.length - b.hosts.length || a.duty.from - b.duty.from);
  const chosen: { readonly host: string; readonly duty: Duty }[] = [];
  let deepest: Apart<Duty> | null = null;
  let depth = -1;
  let choices = 0;
  const meet = (at: number): boolean => {
    const wish = order[at];
    if (wish === undefined) return true;
    for (const host of wish.hosts) {
      choices += 1;
      if (choices > mostChoices) return false;
      const clash = chosen.find((one) => one.host === host && areApart(one.duty, wish.duty));
      if (clash === undefined) {
        chosen.push({ host, duty: wish.duty });
        if (meet(at + 1)) return true;
        chosen.pop();
      } else if (at > depth) {
        depth = at;
        deepest = { duty: wish.duty, other: clash.duty, host };
      }
    }
    return false;
  };
  return meet(0) ? null : deepest;
};

/** Duties of visitors without a host officer beside them; of several that hang together, one. */
export const findApart = <Duty extends Standing>(
  duties: readonly Duty[],
  way: Way,
): readonly Apart<Duty>[] => {
  const areApart = apartBy(way);
  const own = new Map<string, Duty[]>();
  for (const duty of duties) own.set(duty.unit.id, [...(own.get(duty.unit.id) ?? []), duty]);
  const apart: Apart<Duty>[] = [];
  const wishes: Wish<Duty>[] = [];
  for (const duty of duties) {
    const able = hostsFor(duty.unit, duty);
    const named = able.flatMap((host) => host ?? []);
    if (named.length === 0 || named.length < able.length) continue;
    const clashOf = (host: string) => own.get(host)?.find((one) => areApart(one, duty));
    const hosts = named.filter((host) => clashOf(host) === undefined);
    if (hosts.length > 0) wishes.push({ duty, hosts });
    else apart.push({ duty, other: clashOf(named[0] ?? ''), host: named[0] ?? '' });
  }
  for (const knot of knotsOf(wishes, areApart)) {
    const unmet = firstUnmet(knot, areApart);
    if (unmet !== null) apart.push(unmet);
  }
  return apart;
};
