/** How far places are apart, and a note where one seems to stand with its degrees swapped. Pure. */
import type { Point } from '../contract.ts';
import type { Venue } from '../place-contract.ts';
import type { Drafted } from './row.ts';
import { rowWords } from './row-words.ts';

/** Metres, on a plane: good enough for what is near, and for what is far away. */
export const metresBetween = (one: Point, other: Point): number => {
  const radians = Math.PI / 180;
  const x = (other.lon - one.lon) * radians * Math.cos(((one.lat + other.lat) / 2) * radians);
  return Math.hypot(x, (other.lat - one.lat) * radians) * 6_371_000;
};

/** Beyond it from every venue of the event, though swapped it would lie within. */
const strayMetres = 1_500_000;

/** Notes what is far from all venues of the event and would be near with latitude and longitude swapped. */
export const notedFar = <One extends Drafted<{ readonly place?: Point | null }>>(
  drafts: readonly One[],
  venues: readonly Venue[],
): readonly One[] => {
  const places = venues.flatMap(({ place }) => place ?? []);
  if (places.length === 0) return drafts;
  const nearest = (point: Point): number =>
    places.reduce((least, place) => Math.min(least, metresBetween(point, place)), Number.POSITIVE_INFINITY);
  return drafts.map((draft) => {
    const { place = null } = draft.fields;
    if (place === null || Math.abs(place.lon) > 90) return draft;
    const metres = nearest(place);
    if (metres <= strayMetres || nearest({ lat: place.lon, lon: place.lat }) > strayMetres) return draft;
    const note = rowWords('swapped', String(Math.round(metres / 1_000)));
    return { ...draft, notes: [...draft.notes, note] };
  });
};
