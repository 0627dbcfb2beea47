/** Minutes between the places of a plan. Pure. */
import { type Plan, planLimits, type Travel } from '../plan.ts';

const earthKm = 6_371;
const usualDetour = 1.3;
const usualPlusMinutes = 10;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Kilometres in the air, on a sphere. */
const distanceKm = (
  one: { readonly lat: number; readonly lon: number },
  two: { readonly lat: number; readonly lon: number },
): number => {
  const [north, east] = [radians(two.lat - one.lat), radians(two.lon - one.lon)];
  const shared = Math.cos(radians(one.lat)) * Math.cos(radians(two.lat));
  const chord = Math.sin(north / 2) ** 2 + shared * Math.sin(east / 2) ** 2;
  return 2 * earthKm * Math.asin(Math.min(1, Math.sqrt(chord)));
};

type Speed = Extract<Travel, { kind: 'speed' }>;

/** Minutes on the road for so many kilometres in the air: through the town, then between towns. */
const minutesFor = (airKm: number, { kmPerHour, far, ...travel }: Speed): number => {
  const km = airKm * (travel.detour ?? usualDetour);
  const near = far === undefined ? km : Math.min(km, far.beyondKm);
  const hours = near / kmPerHour + (far === undefined ? 0 : (km - near) / far.kmPerHour);
  return Math.ceil(hours * 60) + (travel.plusMinutes ?? usualPlusMinutes);
};

/** Row by row: minutes from place to place, at `from * places + to`; none at the place itself. */
export const travelMinutes = ({ places, travel }: Plan): Int32Array => {
  const count = places.length;
  const minutes = new Int32Array(count * count);
  for (const [from, one] of places.entries())
    for (const [to, two] of places.entries()) {
      if (from === to) continue;
      if (travel.kind === 'matrix') minutes[from * count + to] = travel.minutes[from]?.[to] ?? 0;
      else {
        const way = minutesFor(distanceKm(one, two), travel);
        minutes[from * count + to] = Math.min(planLimits.travel, way);
      }
    }
  return minutes;
};
