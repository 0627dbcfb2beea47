/** What an ask to partners wants when posts like this one stay open. Pure. */
import type { Post } from '../../../server/capabilities/roster/contract.ts';
import { wallTimeOf } from '../../../server/kernel/zone.ts';
import type { Board } from './board.ts';

/** Places that an ask names. */
const mostPlaces = 10;

/** The remedy as far as it is asked of partners. */
interface More {
  readonly quantity: number;
  readonly parties: readonly string[];
}

/** As the address of a new ask has it: the requirement of the post, over all open seats of its specialty. */
export const askedFor = (board: Board, event: string, post: Post, { quantity, parties }: More) => {
  const { specialty, skills, languages, powers } = post.requirement;
  const open = board.bars.filter(
    ({ unit, post: other }) => unit === null && other.requirement.specialty === specialty,
  );
  const dayOf = (at: number): string => wallTimeOf(board.plan.zone, new Date(at).toISOString()).day;
  const places = [
    ...new Set([post, ...open.map((bar) => bar.post)].map(({ place }) => board.placeName(place))),
  ];
  return {
    event,
    specialty,
    quantity,
    from: dayOf(Math.min(Date.parse(post.from), ...open.map(({ from }) => from))),
    to: dayOf(Math.max(Date.parse(post.to), ...open.map(({ to }) => to)) - 1),
    ...(skills.length === 0 ? {} : { skills }),
    ...(languages.length === 0 ? {} : { languages }),
    ...(powers.length === 0 ? {} : { powers }),
    places: places.slice(0, mostPlaces),
    ...(parties.length === 0 ? {} : { parties }),
  };
};
