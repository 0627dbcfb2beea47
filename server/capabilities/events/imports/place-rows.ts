/** Rows as venues, protected objects and teams. Pure. */
import type { Point } from '../contract.ts';
import { eventsLimits } from '../contract.ts';
import type { ObjectDraft, VenueDraft } from '../place-contract.ts';
import type { Team } from '../team-contract.ts';
import { readGeometry } from './geometry.ts';
import { isRecord } from './json-source.ts';
import { readKind, readState } from './kinds.ts';
import { readNation } from './nations.ts';
import { codeOf, type Drafted, labelOf, type OpenRow, openRow, type RowReading } from './row.ts';
import type { SourceRow } from './source-rows.ts';
import { readCount, readDay, readDecimal, readMoment } from './values.ts';

/** Leaves out what is null: a file says nothing of it. */
const said = <Fields extends object>(
  fields: Fields,
): Partial<{ [Key in keyof Fields]: NonNullable<Fields[Key]> }> => {
  const entries = Object.entries(fields).filter(([, value]) => value !== null && value !== undefined);
  return Object.assign({}, ...entries.map(([key, value]) => ({ [key]: value })));
};

/** UTF-16 units of two coordinates, at most. */
const pointLength = 100;

/** `48.86, 2.31`: latitude first, as people write it. */
const readPoint = (text: string): Point | null => {
  const plain = text.slice(0, pointLength).trim();
  const parts = /^([-+]?\d+(?:[.,]\d+)?)\s*[,; ]\s*([-+]?\d+(?:[.,]\d+)?)$/.exec(plain);
  const [lat, lon] = [readDecimal(parts?.[1] ?? ''), readDecimal(parts?.[2] ?? '')];
  return lat !== null && lon !== null && Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon } : null;
};

const pointOf = (row: OpenRow): Point | null => {
  const [lat, lon] = [row.read('lat', readDecimal, 'bad-number'), row.read('lon', readDecimal, 'bad-number')];
  if (lat === null || lon === null) return row.read('point', readPoint, 'bad-place');
  if (Math.abs(lat) <= 90 && Math.abs(lon) <= 180) return { lat, lon };
  return row.refuse('bad-place', `${lat}, ${lon}`);
};

const shapesOf = (row: OpenRow, source: SourceRow) => {
  const placed = readGeometry(source.geometry);
  if (placed !== null) return placed;
  const { geometry } = source;
  row.refuse('bad-geometry', isRecord(geometry) ? String(geometry.type) : '');
  return { place: null, line: null, outline: null };
};

const countryOf = (row: OpenRow): string | null => row.read('country', readNation, 'bad-country');
const placeStateOf = (row: OpenRow) => {
  const text = row.one('state');
  return text !== null && readState(text) === 'cancelled' ? ('cancelled' as const) : ('in-use' as const);
};
const finish = <Fields>(
  row: OpenRow,
  source: SourceRow,
  found: Pick<Drafted<Fields>, 'code' | 'label' | 'fields'>,
) => {
  if (found.label === '') row.refuse('no-name');
  return { ...found, row: source.number, notes: row.notes, refused: row.refused };
};

/** A venue, as far as the row says. */
export const venueOf = (source: SourceRow, reading: RowReading): Drafted<Partial<VenueDraft>> => {
  const row = openRow(source, reading);
  const name = row.name();
  const shapes = shapesOf(row, source);
  if (shapes.line !== null) row.refuse('bad-geometry', 'LineString');
  const [firstDay, lastDay] = [
    row.read('firstDay', readDay, 'bad-day'),
    row.read('lastDay', readDay, 'bad-day'),
  ];
  if (firstDay !== null && lastDay !== null && lastDay < firstDay) row.refuse('end-first');
  const fields = said({
    ...{ name, firstDay, lastDay, outline: shapes.outline, place: pointOf(row) ?? shapes.place },
    ...{ town: row.text('town', eventsLimits.town), country: countryOf(row), state: placeStateOf(row) },
    capacity: row.read('capacity', readCapacity, 'bad-number'),
  });
  return finish(row, source, { code: codeOf(row, labelOf(name)), label: labelOf(name), fields });
};
const readCapacity = (text: string): number | null => {
  const count = readCount(text);
  return count !== null && count <= eventsLimits.capacity ? count : null;
};

/** A protected object, as far as the row says. */
export const objectOf = (source: SourceRow, reading: RowReading): Drafted<Partial<ObjectDraft>> => {
  const row = openRow(source, reading);
  const name = row.name();
  const { line, outline, place } = shapesOf(row, source);
  const moment = (text: string): string | null => readMoment(text, reading.timeZone);
  const [from, to] = [row.read('startsAt', moment, 'bad-time'), row.read('endsAt', moment, 'bad-time')];
  if (from !== null && to !== null && Date.parse(to) < Date.parse(from)) row.refuse('end-first');
  const spoken = readKind(row.one('kind') ?? '');
  const fields = said({
    ...{ name, from, to, outline, line, kind: spoken ?? (line === null ? reading.kind : 'route') },
    ...{ place: pointOf(row) ?? place, town: row.text('town', eventsLimits.town), state: placeStateOf(row) },
  });
  return finish(row, source, { code: codeOf(row, labelOf(name)), label: labelOf(name), fields });
};

/** A team, as far as the row says; its country is that of its code or its name. */
export const teamOf = (
  source: SourceRow,
  reading: RowReading,
): Drafted<Partial<Pick<Team, 'name' | 'nation' | 'part' | 'state'>>> => {
  const row = openRow(source, reading);
  const name = row.name();
  const code = codeOf(row, labelOf(name));
  const nation = [row.one('nation'), row.one('code'), ...Object.values(name ?? {})]
    .map((text) => (typeof text === 'string' ? readNation(text) : null))
    .find((one) => one !== null);
  const part = row.text('part', eventsLimits.code);
  const fields = said({ name, nation: nation ?? null, part, state: placeStateOf(row) });
  return finish(row, source, { code, label: labelOf(name), fields });
};
