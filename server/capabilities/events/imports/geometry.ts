/** GeoJSON geometries (RFC 7946 §3.1) as points, lines and outlines. Pure. */
import { eventsLimits, type Line, type Outline, type Point } from '../contract.ts';
import { isRecord } from './json-source.ts';

export interface Placed {
  readonly place: Point | null;
  readonly line: Line | null;
  readonly outline: Outline | null;
}
const nowhere: Placed = { place: null, line: null, outline: null };

/** Decimals that are kept: a tenth of a metre. */
const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

type Position = [number, number];
const positionOf = (value: unknown): Position | null => {
  if (!Array.isArray(value)) return null;
  const [lon, lat]: unknown[] = value;
  if (typeof lon !== 'number' || typeof lat !== 'number') return null;
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90 ? [round(lon), round(lat)] : null;
};

/** All of them, or null where one is not what it should be. */
const allOf = <One>(value: unknown, read: (one: unknown) => One | null): One[] | null => {
  if (!Array.isArray(value) || value.length === 0) return null;
  const found: One[] = [];
  for (const one of value) {
    const done = read(one);
    if (done === null) return null;
    found.push(done);
  }
  return found;
};
const pathOf = (value: unknown): Position[] | null => {
  const path = allOf(value, positionOf);
  return path !== null && path.length >= 2 ? path : null;
};
/** A ring that does not close is closed. */
const ringOf = (value: unknown): Position[] | null => {
  const path = pathOf(value);
  const [first, last] = [path?.[0], path?.at(-1)];
  if (path === null || first === undefined || last === undefined) return null;
  const closed = first[0] === last[0] && first[1] === last[1] ? path : [...path, first];
  return closed.length >= 4 ? closed : null;
};
const ringsOf = (value: unknown): Position[][] | null => allOf(value, ringOf);

/** The middle of what it covers: good enough to put a name there. */
export const middleOf = (positions: readonly (readonly number[])[]): Point | null => {
  if (positions.length === 0) return null;
  const [lons, lats] = [positions.map(([lon = 0]) => lon), positions.map(([, lat = 0]) => lat)];
  const middle = (all: readonly number[]): number => {
    const [least, most] = all.reduce(
      ([low, high], one) => [Math.min(low, one), Math.max(high, one)],
      [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
    );
    return round((least + most) / 2);
  };
  return { lat: middle(lats), lon: middle(lons) };
};

const lineOf = (type: string, coordinates: unknown): Line | null => {
  if (type === 'LineString') {
    const path = pathOf(coordinates);
    return path === null ? null : { type, coordinates: path };
  }
  if (type !== 'MultiLineString') return null;
  const paths = allOf(coordinates, pathOf);
  return paths === null ? null : { type, coordinates: paths };
};
const outlineOf = (type: string, coordinates: unknown): Outline | null => {
  if (type === 'Polygon') {
    const rings = ringsOf(coordinates);
    return rings === null ? null : { type, coordinates: rings };
  }
  if (type !== 'MultiPolygon') return null;
  const polygons = allOf(coordinates, ringsOf);
  return polygons === null ? null : { type, coordinates: polygons };
};

/** Where it is; null where it is no sound geometry that has a place here, or has too many points. */
export const readGeometry = (geometry: unknown): Placed | null => {
  if (geometry === null) return nowhere;
  if (!isRecord(geometry) || typeof geometry.type !== 'string') return null;
  const { type, coordinates } = geometry;
  if (type === 'Point') {
    const position = positionOf(coordinates);
    return position && { ...nowhere, place: { lat: position[1], lon: position[0] } };
  }
  const [line, outline] = [lineOf(type, coordinates), outlineOf(type, coordinates)];
  const flat: number[][] = [];
  const gather = (value: unknown): void => {
    const position = positionOf(value);
    if (position !== null) flat.push(position);
    else if (Array.isArray(value)) for (const one of value) gather(one);
  };
  gather(line?.coordinates ?? outline?.coordinates ?? []);
  if (flat.length === 0 || flat.length > eventsLimits.points) return null;
  return { place: middleOf(flat), line, outline };
};
