/** Venues of one event that may be one. Pure. */
import type { Model } from '../../../plumbing/names/index.ts';
import { createLikeness } from '../imports/likeness.ts';
import type { Venue } from '../place-contract.ts';
import type { AlikePair } from './contract.ts';

/** How a pair is written, whichever of the two was looked at first. */
export const pairKey = (venues: readonly string[]): string => venues.toSorted().join(' ');

/** How much is said of a venue. */
const fullness = ({ name, zones, gates, capacity, outline, place }: Venue): number =>
  Object.keys(name).length +
  zones.length +
  gates.length +
  [capacity, outline, place].filter((fact) => fact !== null).length;

/** The likeliest of each venue, the sure ones first; of each pair first the one of which more is said. */
export const alikePairs = (venues: readonly Venue[], model: Model): readonly AlikePair[] => {
  const find = createLikeness(venues, model);
  const said = new Map(venues.map((venue) => [venue.id, fullness(venue)] as const));
  const pairs = new Map<string, AlikePair>();
  for (const { id, name, town, place } of venues) {
    const like = find({ names: name, town, place }, id);
    if (like === null) continue;
    const both = [id, like.venue].toSorted(
      (one, other) => (said.get(other) ?? 0) - (said.get(one) ?? 0) || (one < other ? -1 : 1),
    );
    const known = pairs.get(pairKey(both));
    if (known === undefined || (like.isSure && !known.isSure))
      pairs.set(pairKey(both), { venues: both, by: like.by, isSure: like.isSure });
  }
  return [...pairs.values()].toSorted((one, other) => Number(other.isSure) - Number(one.isSure));
};
