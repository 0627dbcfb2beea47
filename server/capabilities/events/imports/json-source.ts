/** Arrays of objects, as open data portals give them, and GeoJSON (RFC 7946), as rows of cells. Pure. */
import { readJson } from '../../../kernel/canonical.ts';
import { importLimits } from './contract.ts';
import { cellOf, type Found, type SourceRow } from './source-rows.ts';

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** How deep objects within objects are looked into. */
const deepest = 3;

const geometries: readonly string[] = [
  ...[
    'Point',
    'MultiPoint',
    'LineString',
    'MultiLineString',
    'Polygon',
    'MultiPolygon',
    'GeometryCollection',
  ],
];
const isGeometry = (value: unknown): boolean =>
  isRecord(value) && typeof value.type === 'string' && geometries.includes(value.type);

/** A geometry, or the one of a feature. */
const geometryOf = (value: unknown): unknown => {
  if (isGeometry(value)) return value;
  return isRecord(value) && value.type === 'Feature' && isGeometry(value.geometry) ? value.geometry : null;
};

const isPlain = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value);

/** What an object holds, objects within it by `outer.inner`. */
const cellsOf = (object: Readonly<Record<string, unknown>>, prefix = '', depth = 1): [string, string][] =>
  Object.entries(object).flatMap(([key, value]): [string, string][] => {
    const name = `${prefix}${key}`.slice(0, importLimits.title);
    if (geometryOf(value) !== null) return [];
    if (isRecord(value)) return depth < deepest ? cellsOf(value, `${name}.`, depth + 1) : [];
    if (Array.isArray(value)) {
      const text = value.filter(isPlain).join('; ');
      return text === '' ? [] : [[name, cellOf(text)]];
    }
    return isPlain(value) && String(value).trim() !== '' ? [[name, cellOf(String(value))]] : [];
  });

const rowOf = (value: unknown, index: number): SourceRow[] => {
  if (!isRecord(value)) return [];
  const number = index + 1;
  if (value.type === 'Feature') {
    const properties = isRecord(value.properties) ? value.properties : {};
    const id = isPlain(value.id) ? [['id', cellOf(String(value.id))] as const] : [];
    return [{ number, cells: new Map([...id, ...cellsOf(properties)]), geometry: value.geometry ?? null }];
  }
  const geometry = Object.values(value)
    .map(geometryOf)
    .find((one) => one !== null);
  return [{ number, cells: new Map(cellsOf(value)), geometry: geometry ?? null }];
};

/** The first list of objects: the value itself, or what one of its keys holds. */
const listIn = (value: unknown): readonly unknown[] | null => {
  if (Array.isArray(value)) return value;
  if (!isRecord(value)) return null;
  if (value.type === 'Feature') return [value];
  if (Array.isArray(value.features)) return value.features;
  return (
    Object.values(value)
      .filter(Array.isArray)
      .find((list) => list.some(isRecord)) ?? null
  );
};

/** Reads it; a text that is no JSON, or holds no list of objects, is a problem. */
export const jsonSource = (text: string): Found & { readonly isGeo: boolean } => {
  const read = readJson(text);
  if (read === null) return { rows: [], problems: [['no-json', '']], isGeo: false };
  const value: unknown = read.value;
  const list = listIn(value);
  if (list === null) return { rows: [], problems: [['no-list', '']], isGeo: false };
  const isGeo = isRecord(value) && (value.type === 'FeatureCollection' || value.type === 'Feature');
  return { rows: list.flatMap(rowOf), problems: [], isGeo };
};
