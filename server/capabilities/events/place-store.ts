/** The SQL of venues and of what else is to be protected. */
import { sql } from 'kysely';
import type { PartyId } from '../../kernel/ids.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import { eventsLimits } from './contract.ts';
import type { ProtectedObject, Venue } from './place-contract.ts';
import { putRows, tables } from './rows-store.ts';

const point = sql`case when lat is null then null else jsonb_build_object('lat', lat, 'lon', lon) end`;
const venueColumns = sql`id, event, code, name, town, country, ${point} as place, capacity, zones, gates,
  outline, first_day as "firstDay", last_day as "lastDay", state, version`;
const objectColumns = sql`id, event, code, kind, name, town, ${point} as place, line, outline,
  from_at as "from", to_at as "to", state, version`;

const venueRow = (holder: PartyId, venue: Venue) => ({
  ...{ id: venue.id, holder, event: venue.event, code: venue.code, name: venue.name, town: venue.town },
  ...{ country: venue.country, lat: venue.place?.lat ?? null, lon: venue.place?.lon ?? null },
  ...{ capacity: venue.capacity, zones: venue.zones, gates: venue.gates, outline: venue.outline },
  ...{ first_day: venue.firstDay, last_day: venue.lastDay, state: venue.state, version: venue.version },
});

const objectRow = (holder: PartyId, object: ProtectedObject) => ({
  ...{ id: object.id, holder, event: object.event, code: object.code, kind: object.kind },
  ...{ name: object.name, town: object.town, lat: object.place?.lat ?? null, lon: object.place?.lon ?? null },
  ...{ line: object.line, outline: object.outline, from_at: object.from, to_at: object.to },
  ...{ state: object.state, version: object.version },
});

export const putVenues = (unit: Unit, holder: PartyId, venues: readonly Venue[]): Promise<void> =>
  putRows(
    unit,
    'events_venue',
    venues.map((venue) => venueRow(holder, venue)),
  );

export const putObjects = (unit: Unit, holder: PartyId, objects: readonly ProtectedObject[]): Promise<void> =>
  putRows(
    unit,
    'events_object',
    objects.map((object) => objectRow(holder, object)),
  );

/** All venues of an event, cancelled ones too, by their code; one that went into another is none. */
export const listVenues = async (unit: Unit, event: string): Promise<readonly Venue[]> => {
  const { rows } = await sql<Venue>`select ${venueColumns} from events_venue where event = ${event}
    and merged_into is null order by code limit ${eventsLimits.venues}`.execute(tables(unit));
  return rows;
};

export const listObjects = async (unit: Unit, event: string): Promise<readonly ProtectedObject[]> => {
  const { rows } =
    await sql<ProtectedObject>`select ${objectColumns} from events_object where event = ${event}
    order by from_at nulls first, code limit ${eventsLimits.objects}`.execute(tables(unit));
  return rows;
};

export const findVenue = async (unit: Unit, event: string, id: string): Promise<Venue | null> => {
  const { rows } = await sql<Venue>`select ${venueColumns} from events_venue
    where id = ${id} and event = ${event} and merged_into is null`.execute(tables(unit));
  return rows[0] ?? null;
};

export const findObject = async (unit: Unit, event: string, id: string): Promise<ProtectedObject | null> => {
  const { rows } = await sql<ProtectedObject>`select ${objectColumns} from events_object
    where id = ${id} and event = ${event}`.execute(tables(unit));
  return rows[0] ?? null;
};
