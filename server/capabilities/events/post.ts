/** What must hold of a post. Pure. */
import { between, dayMs } from '../../kernel/time.ts';
import type { ProtectedObject, Venue } from './place-contract.ts';
import type { PostDraft } from './post-contract.ts';

/** A post that lasts longer is several. */
export const postAtMostMs = 31 * dayMs;

/** What a post may point to. */
export interface PostPlaces {
  readonly venues: ReadonlyMap<string, Pick<Venue, 'zones'>>;
  readonly objects: ReadonlyMap<string, Pick<ProtectedObject, 'id'>>;
  readonly sessions: ReadonlySet<string>;
}

const isThere = ({ place }: PostDraft, places: PostPlaces): boolean => {
  switch (place.kind) {
    case 'venue':
      return places.venues.has(place.venue);
    case 'zone':
      return places.venues.get(place.venue)?.zones.some(({ id }) => id === place.zone) ?? false;
    case 'object':
      return places.objects.has(place.object);
  }
};

/** What is wrong with a post: the names of its fields; none where it is sound. */
export const postErrors = (post: PostDraft, places: PostPlaces): readonly string[] => {
  const lasts = between(post.from, post.to);
  return [
    ...(lasts > 0 && lasts <= postAtMostMs ? [] : ['times']),
    ...(isThere(post, places) ? [] : ['place']),
    ...(post.session === null || places.sessions.has(post.session) ? [] : ['session']),
  ];
};
