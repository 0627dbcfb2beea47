/** One unit with its duties and one post at other times than the plan says: what if it began later? Pure. */
import type { Plan } from '../plan.ts';
import { dutyBlock, free, windowBlock } from './feasibility.ts';
import { type Instance, instanceOf } from './instance.ts';
import { RosterState } from './state.ts';

const minuteMs = 60_000;

const moved = (at: string, minutes: number): string =>
  new Date(Date.parse(at) + minutes * minuteMs).toISOString();

/** The rule in the way, as a code, when the post begins and ends so many minutes later. */
export const blockWhenMoved = (
  instance: Instance,
  unit: number,
  duties: readonly number[],
  post: number,
  shift: { readonly from: number; readonly to: number },
): number => {
  const { plan } = instance;
  const [own, wanted] = [plan.units[unit], plan.posts[post]];
  if (own === undefined || wanted === undefined) return free;
  const changed = {
    ...wanted,
    from: moved(wanted.from, shift.from),
    to: moved(wanted.to, shift.to),
  };
  const posts = duties.flatMap((duty) => plan.posts[duty] ?? []);
  const small: Plan = { ...plan, units: [own], posts: [...posts, changed], told: [] };
  const numbers = instanceOf({ ...small, from: changed.from, to: changed.to });
  const state = new RosterState(numbers);
  for (let duty = 0; duty < posts.length; duty += 1) state.give(0, duty);
  const window = windowBlock(numbers, 0, posts.length);
  return window === free ? dutyBlock(numbers, 0, state.duties[0] ?? [], state.minutes, posts.length) : window;
};

/** What a unit could serve of a post: minutes left out at its beginning and at its end. */
export interface Part {
  readonly late: number;
  readonly early: number;
}

const step = 5;

/** The fewest minutes for which `isFree`, in steps of five and then to the minute; `most` where none. */
const fewest = (most: number, isFree: (minutes: number) => boolean): number => {
  let [low, high] = [0, most];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isFree(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
};

/** The longest part that could be served when it is cut at one side; null where no part can. */
export const longestPart = (
  instance: Instance,
  unit: number,
  duties: readonly number[],
  post: number,
): Part | null => {
  const length = (instance.to[post] ?? 0) - (instance.from[post] ?? 0);
  const most = length - step;
  if (most <= 0) return null;
  const block = (from: number, to: number) => blockWhenMoved(instance, unit, duties, post, { from, to });
  const late = fewest(most, (minutes) => block(minutes, 0) === free);
  const early = fewest(most, (minutes) => block(0, -minutes) === free);
  if (late >= most && early >= most) return null;
  return late <= early ? { late, early: 0 } : { late: 0, early };
};
