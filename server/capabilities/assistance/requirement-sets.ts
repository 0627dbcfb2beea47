/**
 * What posts of one specialty want beyond it: sets of skills, languages and powers, and who meets
 * them. Pure.
 */
import { hasAll, type Requirement } from '../../plumbing/specialties/index.ts';

/** What somebody brings, or what a seat wants. */
export type Traits = Pick<Requirement, 'skills' | 'languages' | 'powers'>;

/** Different sets of one specialty that are kept apart. */
export const setsAtMost = 100;

/**
 * Whether somebody may stand where this is wanted: the rules «skill», «language» and «power» of the
 * roster, in the same words. His specialty is looked at by the caller.
 */
export const meets = (held: Traits, wanted: Traits): boolean =>
  hasAll(held.skills, wanted.skills) &&
  hasAll(held.languages, wanted.languages) &&
  hasAll(held.powers, wanted.powers);

/** Same for the same traits, in whatever order they are written. */
export const keyOf = ({ skills, languages, powers }: Traits): string =>
  JSON.stringify([skills, languages, powers].map((one) => one.toSorted()));

/** How many traits are wanted or brought. */
export const traitsIn = ({ skills, languages, powers }: Traits): number =>
  skills.length + languages.length + powers.length;

const shared = <Value>(one: readonly Value[], other: readonly Value[]): Value[] =>
  one.filter((value) => other.includes(value));

/** What both want. */
const sharedBy = (one: Requirement, other: Requirement): Requirement => ({
  specialty: one.specialty,
  skills: shared(one.skills, other.skills),
  languages: shared(one.languages, other.languages),
  powers: shared(one.powers, other.powers),
});

/** Posts that want the same. */
export interface PostSet<Post> {
  readonly requirement: Requirement;
  readonly posts: readonly Post[];
}

interface Weighed {
  readonly requirement: Requirement;
}

const joined = <Post extends Weighed>(
  sets: readonly PostSet<Post>[],
  weigh: (post: Post) => number,
): readonly PostSet<Post>[] => {
  if (sets.length <= setsAtMost) return sets;
  const weighed = sets
    .map((set) => ({ set, weight: set.posts.reduce((sum, post) => sum + weigh(post), 0) }))
    .sort((one, other) => other.weight - one.weight)
    .map(({ set }) => set);
  const rest = weighed.slice(setsAtMost - 1);
  const requirement = rest.map((set) => set.requirement).reduce(sharedBy);
  const known = weighed.slice(0, setsAtMost - 1).find((set) => keyOf(set.requirement) === keyOf(requirement));
  const together = { requirement, posts: [...(known?.posts ?? []), ...rest.flatMap(({ posts }) => posts)] };
  return [...weighed.slice(0, setsAtMost - 1).filter((set) => set !== known), together];
};

/**
 * Posts of one specialty by what they want, the sets that want most first: who meets one meets each
 * that wants less of the same. Beyond `setsAtMost` those of least weight are joined to what they have
 * in common.
 */
export const setsOf = <Post extends Weighed>(
  posts: readonly Post[],
  weigh: (post: Post) => number,
): readonly PostSet<Post>[] => {
  const sets = new Map<string, { readonly requirement: Requirement; readonly posts: Post[] }>();
  for (const post of posts) {
    const key = keyOf(post.requirement);
    const known = sets.get(key);
    if (known === undefined) sets.set(key, { requirement: post.requirement, posts: [post] });
    else known.posts.push(post);
  }
  return joined([...sets.values()], weigh).toSorted(
    (one, other) =>
      traitsIn(other.requirement) - traitsIn(one.requirement) ||
      keyOf(one.requirement).localeCompare(keyOf(other.requirement)),
  );
};
