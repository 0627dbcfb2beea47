/** What must hold of an event, a venue and a protected object. Pure. */
import { type Day, dayMs, isDay } from '../../kernel/time.ts';
import { type EventDraft, eventsLimits, type Line, type Outline, plannable } from './contract.ts';
import type { ObjectDraft, VenueDraft } from './place-contract.ts';

/** Days from the first to the last, both counted; 0 where the order is wrong or a day does not exist. */
export const dayCount = (first: Day, last: Day): number =>
  isDay(first) && isDay(last) ? Math.max(0, (Date.parse(last) - Date.parse(first)) / dayMs + 1) : 0;

/** What is wrong with an event: the names of its fields. */
export const eventErrors = (event: EventDraft): readonly string[] => {
  const days = dayCount(event.firstDay, event.lastDay);
  const isOurTime = plannable.earliest <= event.firstDay && event.lastDay <= plannable.latest;
  return isOurTime && days >= 1 && days <= eventsLimits.days ? [] : ['days'];
};

const same = (one: readonly number[] | undefined, other: readonly number[] | undefined): boolean =>
  one !== undefined && other !== undefined && one[0] === other[0] && one[1] === other[1];
/** Every ring closes, and latitudes are latitudes. */
const isOutline = (outline: Outline): boolean => {
  const rings = outline.type === 'Polygon' ? outline.coordinates : outline.coordinates.flat();
  const points = rings.reduce((sum, ring) => sum + ring.length, 0);
  return (
    points <= eventsLimits.points &&
    rings.every((ring) => same(ring[0], ring.at(-1)) && ring.every(([, lat = 91]) => Math.abs(lat) <= 90))
  );
};
const isLine = (line: Line): boolean => {
  const paths = line.type === 'LineString' ? [line.coordinates] : line.coordinates;
  const points = paths.flat();
  return points.length <= eventsLimits.points && points.every(([, lat = 91]) => Math.abs(lat) <= 90);
};
const areApart = (parts: readonly { readonly id: string; readonly code: string }[]): boolean =>
  new Set(parts.map(({ code }) => code)).size === parts.length &&
  new Set(parts.map(({ id }) => id)).size === parts.length;

/** What is wrong with a venue: the names of its fields. */
export const venueErrors = (venue: VenueDraft): readonly string[] => {
  const { firstDay, lastDay, outline, zones, gates } = venue;
  const days = [firstDay, lastDay].filter((day) => day !== null);
  const inOrder = firstDay === null || lastDay === null || firstDay <= lastDay;
  return [
    ...(days.every(isDay) && inOrder ? [] : ['days']),
    ...(outline === null || isOutline(outline) ? [] : ['outline']),
    ...(areApart(zones) ? [] : ['zones']),
    ...(areApart(gates) ? [] : ['gates']),
  ];
};

/** What is wrong with a protected object: the names of its fields. */
export const objectErrors = (object: ObjectDraft): readonly string[] => {
  const { from, to, outline, line } = object;
  return [
    ...(from === null || to === null || Date.parse(from) <= Date.parse(to) ? [] : ['times']),
    ...(outline === null || isOutline(outline) ? [] : ['outline']),
    ...(line === null || isLine(line) ? [] : ['line']),
  ];
};
