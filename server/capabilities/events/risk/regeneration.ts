/**
 * What is made again, and what a person did meanwhile: a post that a hand has touched is never overwritten
 * without saying so. Pure.
 */
import { canonical } from '../../../kernel/canonical.ts';
import type { PostDraft } from '../post-contract.ts';
import type { WantedPost } from './generation.ts';
import type { HazardName } from './hazards.ts';
import type { Level } from './level.ts';
import { type Fate, handFates } from './template-contract.ts';

/** What generation made, as it made it. */
export interface MadePost {
  readonly key: string;
  readonly post: string;
  readonly target: string;
  readonly hazard: HazardName;
  readonly level: Level;
  readonly template: string;
  /** The version that generation left it in. */
  readonly version: number;
  readonly draft: PostDraft;
}

/** A post as it stands; `draft` is null where it was taken away. */
export interface PresentPost {
  readonly id: string;
  readonly version: number;
  readonly draft: PostDraft | null;
}

/** What comes of one key. */
export interface Outcome {
  readonly key: string;
  readonly fate: Fate;
  readonly wanted: WantedPost | null;
  readonly made: MadePost | null;
  readonly present: PresentPost | null;
}

/** What is compared: the words of a reason are of the day and the language in which it was made. */
const comparable = ({ reason: _reason, ...rest }: PostDraft): string => canonical(rest);
const isEqual = (one: PostDraft, other: PostDraft): boolean => comparable(one) === comparable(other);

const fateOf = (wanted: WantedPost | null, made: MadePost, present: PresentPost): Fate | null => {
  const asBefore = wanted !== null && isEqual(wanted.draft, made.draft) && wanted.level === made.level;
  if (present.draft === null) return wanted === null ? null : 'removed';
  const isTouched = present.version !== made.version;
  if (wanted === null) return isTouched ? 'edited-unwanted' : 'withdrawn';
  if (isTouched) return asBefore ? 'edited' : 'edited-differs';
  return asBefore ? 'same' : 'changed';
};

/** Holds what is wanted against what was made and what stands, key by key. */
export const compare = (given: {
  readonly wanted: readonly WantedPost[];
  readonly made: readonly MadePost[];
  readonly present: ReadonlyMap<string, PresentPost>;
}): readonly Outcome[] => {
  const wantedByKey = new Map(given.wanted.map((post) => [post.key, post]));
  const madeKeys = new Set(given.made.map(({ key }) => key));
  const ofMade = given.made.flatMap((made) => {
    const wanted = wantedByKey.get(made.key) ?? null;
    const present = given.present.get(made.post) ?? { id: made.post, version: made.version, draft: null };
    const fate = fateOf(wanted, made, present);
    return fate === null ? [] : [{ key: made.key, fate, wanted, made, present }];
  });
  const fresh = given.wanted
    .filter(({ key }) => !madeKeys.has(key))
    .map((wanted) => ({ key: wanted.key, fate: 'made', wanted, made: null, present: null }) as const);
  return [...ofMade, ...fresh];
};

/** Would a person's hand be overruled? */
export const isByHand = (fate: Fate): boolean => handFates.some((one) => one === fate);

/** What is then to be done with a post. */
export type Step =
  | { readonly act: 'make'; readonly wanted: WantedPost }
  | { readonly act: 'change'; readonly wanted: WantedPost; readonly present: PresentPost }
  | { readonly act: 'restore'; readonly wanted: WantedPost; readonly present: PresentPost }
  | { readonly act: 'withdraw'; readonly made: MadePost; readonly present: PresentPost };

/** The steps: whatever nobody touched, and of what a hand touched that alone which he named. */
export const stepsOf = (outcomes: readonly Outcome[], overrule: ReadonlySet<string>): readonly Step[] =>
  outcomes.flatMap(({ key, fate, wanted, made, present }): readonly Step[] => {
    if (isByHand(fate) && !overrule.has(key)) return [];
    if (fate === 'same' || fate === 'edited') return [];
    if (wanted === null) return made === null || present === null ? [] : [{ act: 'withdraw', made, present }];
    if (present === null) return [{ act: 'make', wanted }];
    return [{ act: present.draft === null ? 'restore' : 'change', wanted, present }];
  });
