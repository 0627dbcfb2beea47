/** Two rosters side by side: what changes for each post and for each unit. Pure. */
import { type DraftState, readSeatKey } from './draft.ts';
import type { Plan, Post } from './plan.ts';

/** What is different about one post; seats of one post are alike, so that a change of seat is none. */
export interface PostDifference {
  readonly post: string;
  /** Null where it is in one of the two plans alone. */
  readonly before: PostSide | null;
  readonly after: PostSide | null;
  readonly leaves: readonly string[];
  readonly joins: readonly string[];
  /** Who stays, though time or place is another. */
  readonly moved: readonly string[];
}

/** A post on one side. */
export interface PostSide {
  readonly from: string;
  readonly to: string;
  readonly place: string;
  readonly wanted: number;
  readonly standing: number;
}

/** What changes for one unit; a post whose time or place moved is among `moved`. */
export interface UnitDifference {
  readonly unit: string;
  readonly loses: readonly string[];
  readonly gains: readonly string[];
  readonly moved: readonly string[];
}

/** All that differs, posts in the order of time. */
export interface Differences {
  readonly posts: readonly PostDifference[];
  readonly units: readonly UnitDifference[];
}

const priorities = 5;

/** Seats on which nobody stands, by priority from 1 to 5. */
export const vacantOf = ({ posts }: Pick<Plan, 'posts'>, { standing }: Pick<DraftState, 'standing'>) => {
  const taken = new Map<string, number>();
  for (const key of standing.keys()) {
    const { post } = readSeatKey(key);
    taken.set(post, (taken.get(post) ?? 0) + 1);
  }
  const vacant = new Array<number>(priorities).fill(0);
  for (const { id, quantity, priority } of posts)
    vacant[priority - 1] = (vacant[priority - 1] ?? 0) + Math.max(0, quantity - (taken.get(id) ?? 0));
  return vacant;
};

/** One side: its posts and who stands on them. */
export interface ComparedSide {
  readonly plan: Pick<Plan, 'posts'>;
  readonly state: Pick<DraftState, 'standing'>;
}

const unitsByPost = ({ state }: ComparedSide): ReadonlyMap<string, ReadonlySet<string>> => {
  const units = new Map<string, Set<string>>();
  for (const [key, { unit }] of state.standing) {
    const { post } = readSeatKey(key);
    const known = units.get(post);
    if (known === undefined) units.set(post, new Set([unit]));
    else known.add(unit);
  }
  return units;
};

const nobody: ReadonlySet<string> = new Set();

const sideOf = (post: Post | undefined, standing: ReadonlySet<string>): PostSide | null =>
  post === undefined
    ? null
    : { from: post.from, to: post.to, place: post.place, wanted: post.quantity, standing: standing.size };

const isMoved = (before: PostSide | null, after: PostSide | null): boolean =>
  before !== null &&
  after !== null &&
  (before.from !== after.from || before.to !== after.to || before.place !== after.place);

const isDifferent = ({ before, after, leaves, joins }: PostDifference): boolean =>
  leaves.length + joins.length > 0 ||
  isMoved(before, after) ||
  before?.wanted !== after?.wanted ||
  (before === null) !== (after === null);

const startOf = ({ before, after, post }: PostDifference): string =>
  `${after?.from ?? before?.from ?? ''} ${post}`;

const byUnit = (posts: readonly PostDifference[]): readonly UnitDifference[] => {
  const units = new Map<string, { loses: string[]; gains: string[]; moved: string[] }>();
  const of = (unit: string) => {
    const known = units.get(unit) ?? { loses: [], gains: [], moved: [] };
    units.set(unit, known);
    return known;
  };
  for (const { post, leaves, joins, moved } of posts) {
    for (const unit of leaves) of(unit).loses.push(post);
    for (const unit of joins) of(unit).gains.push(post);
    for (const unit of moved) of(unit).moved.push(post);
  }
  return [...units]
    .map(([unit, change]) => ({ unit, ...change }))
    .sort((one, other) => (one.unit < other.unit ? -1 : 1));
};

/** What differs between two rosters, of one plan or of two. */
export const compareRosters = (before: ComparedSide, after: ComparedSide): Differences => {
  const [planned, then] = [before, after].map(
    ({ plan }) => new Map(plan.posts.map((post) => [post.id, post])),
  );
  const [stood, stand] = [unitsByPost(before), unitsByPost(after)];
  const named = new Set([...(planned?.keys() ?? []), ...(then?.keys() ?? [])]);
  const posts = [...named]
    .map((post): PostDifference => {
      const [were, are] = [stood.get(post) ?? nobody, stand.get(post) ?? nobody];
      const [one, other] = [sideOf(planned?.get(post), were), sideOf(then?.get(post), are)];
      const stay = [...are].filter((unit) => were.has(unit)).sort();
      return {
        post,
        before: one,
        after: other,
        leaves: [...were].filter((unit) => !are.has(unit)).sort(),
        joins: [...are].filter((unit) => !were.has(unit)).sort(),
        moved: isMoved(one, other) ? stay : [],
      };
    })
    .filter(isDifferent)
    .sort((one, other) => (startOf(one) < startOf(other) ? -1 : 1));
  return { posts, units: byUnit(posts) };
};
