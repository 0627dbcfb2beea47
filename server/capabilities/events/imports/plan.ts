/** What planning an import works with, and what it comes to. */
import type { Day } from '../../../kernel/time.ts';
import type { Model } from '../../../plumbing/names/index.ts';
import type { ProtectedObject, Venue } from '../place-contract.ts';
import type { Session } from '../session-contract.ts';
import type { Team } from '../team-contract.ts';
import type { ByHand, Compared, Sourced } from './comparing.ts';
import type { ImportFile, ImportReport, ImportRow } from './contract.ts';
import type { Drafted, RowReading } from './row.ts';
import type { Source } from './source.ts';

/** What an event holds already. */
export interface There {
  readonly event: string;
  /** The days of the event; null where they are not asked about. */
  readonly days: { readonly firstDay: Day; readonly lastDay: Day } | null;
  readonly venues: readonly Venue[];
  readonly sessions: readonly Session[];
  readonly objects: readonly ProtectedObject[];
  readonly teams: readonly Team[];
  readonly sourced: Sourced;
  readonly byHand: ByHand;
  /** Venues by the codes of other lists that were linked to them. */
  readonly codes: ReadonlyMap<string, string>;
}

/** What planning works with. */
export interface Planning {
  readonly source: Source;
  readonly file: Pick<ImportFile, 'source' | 'settings'>;
  readonly there: There;
  readonly reading: RowReading;
  /** How names of one script sound in the other. */
  readonly model: Model;
  newId(): string;
}

/** A venue, and the code by which it is found as well from now on. */
export interface OtherCode {
  readonly code: string;
  readonly venue: string;
}

/** What the rows of one sort of thing come to. */
export interface Rows<One> {
  readonly compared: Compared<One>;
  readonly refused: readonly ImportRow[];
  readonly venues: ImportReport['venues'];
  readonly grouped: ImportReport['grouped'];
  /** Venues that a programme names and nobody knew. */
  readonly newVenues: readonly Venue[];
  readonly outside: ImportReport['outside'];
  readonly alike: ImportReport['alike'];
  /** Codes of this list by which venues are found from now on. */
  readonly codes: readonly OtherCode[];
  /** What came from another list and stays with it. */
  readonly elsewhere: ReadonlySet<string>;
}

/** Rows that come to nothing. */
export const noRows = {
  compared: {
    ...{ kept: [], rows: [], present: [], gone: [] },
    counts: { added: 0, changed: 0, unchanged: 0, kept: 0, gone: 0 },
  },
  ...{ refused: [], venues: [], grouped: null, newVenues: [], outside: null, alike: [], codes: [] },
  elsewhere: new Set<string>(),
};

export const refusedRow = ({ row, code, label, refused }: Drafted<unknown>): ImportRow => ({
  ...{ act: 'refused', row, code, label, fields: [], says: [...refused] },
});

/** A venue of which nothing is known yet. */
export const emptyVenue = {
  ...{ town: null, country: null, place: null, capacity: null, zones: [], gates: [], outline: null },
  ...{ firstDay: null, lastDay: null, state: 'in-use' as const, version: 0 },
};
