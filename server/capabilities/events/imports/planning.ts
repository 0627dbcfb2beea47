/** What an import would do to an event: from the rows of a file to what is to be kept. Pure. */
import { contentHash } from '../../../kernel/canonical.ts';
import type { Words } from '../../../kernel/faults.ts';
import { eventsLimits } from '../contract.ts';
import type { ProtectedObject, Venue } from '../place-contract.ts';
import type { Session } from '../session-contract.ts';
import type { Team } from '../team-contract.ts';
import { type Compared, compare, firstOfEach } from './comparing.ts';
import {
  type ImportField,
  type ImportFile,
  type ImportReport,
  type ImportRow,
  type ImportTarget,
  importFields,
  importLimits,
} from './contract.ts';
import { guessLanguage, guessMapping, guessTarget, kindOfFile, type Mapping } from './guess.ts';
import { isRecord } from './json-source.ts';
import { objectOf, teamOf, venueOf } from './place-rows.ts';
import { emptyVenue, type Planning, type Rows, refusedRow, type There } from './plan.ts';
import { type Drafted, labelOf, type RowReading } from './row.ts';
import { rowWords } from './row-words.ts';
import { planSessions } from './session-planning.ts';
import type { Source } from './source.ts';

export interface Planned {
  readonly report: ImportReport;
  readonly target: ImportTarget;
  readonly venues: Compared<Venue>['kept'];
  readonly sessions: Compared<Session>['kept'];
  readonly objects: Compared<ProtectedObject>['kept'];
  readonly teams: Compared<Team>['kept'];
  readonly present: readonly string[];
  readonly gone: readonly string[];
}

const emptyObject = {
  ...{ kind: 'other' as const, town: null, place: null, line: null, outline: null, from: null, to: null },
  ...{ state: 'in-use' as const, version: 0 },
};
const emptyTeam = { nation: null, part: null, state: 'in-use' as const, version: 0 };

/** More notes, up to the limit. */
const withNotes = (notes: readonly Words[], more: () => readonly Words[]): readonly Words[] => {
  if (notes.length > importLimits.notes) return notes;
  const all = [...notes, ...more()];
  return all.length > importLimits.notes
    ? [...all.slice(0, importLimits.notes), rowWords('more-notes')]
    : all;
};

/** Days are joined and states weighed; of all else the first counts. */
const joined = ['firstDay', 'lastDay', 'state'];
const shown = (value: unknown): string => {
  const text = typeof value === 'object' ? Object.values(value ?? {}).join(', ') : String(value);
  return text.length > shownLength ? `${text.slice(0, shownLength)}…` : text;
};
/** UTF-16 units of a value that is named in a note. */
const shownLength = 60;
/** Which values of two rows differ, and which count. */
const differing = (first: unknown, again: unknown): readonly Words[] => {
  if (!isRecord(first) || !isRecord(again)) return [];
  const pairs = Object.entries(again)
    .filter(([field]) => field in first && field !== 'outline' && !joined.includes(field))
    .map(([field, value]) => [shown(first[field]), shown(value)] as const)
    .filter(([one, other]) => one !== other);
  return pairs.length === 0
    ? []
    : [rowWords('merged-first', pairs.map(([one, other]) => `${one} (≠ ${other})`).join(' ; '))];
};

/** Rows that are sound and whose codes are apart; a code that comes again is merged or refused. */
const apart = <Fields>(
  drafts: readonly Drafted<Fields>[],
  merge: ((first: Fields, again: Fields) => Fields) | null,
): { readonly sound: readonly Drafted<Fields>[]; readonly refused: readonly ImportRow[] } => {
  const sound = new Map<string, Drafted<Fields>>();
  const refused: ImportRow[] = [];
  for (const draft of drafts) {
    const first = sound.get(draft.code);
    if (draft.refused.length > 0) refused.push(refusedRow(draft));
    else if (first === undefined) sound.set(draft.code, draft);
    else if (merge === null)
      refused.push(refusedRow({ ...draft, refused: [rowWords('code-twice', String(first.row))] }));
    else {
      const notes = withNotes(first.notes, () => [
        rowWords('merged', String(draft.row)),
        ...differing(first.fields, draft.fields),
      ]);
      sound.set(draft.code, { ...first, notes, fields: merge(first.fields, draft.fields) });
    }
  }
  return { sound: [...sound.values()], refused };
};

/** The first and the last of the days that are said. */
const spanOf = (days: readonly (string | null | undefined)[]) =>
  days.flatMap((day) => day ?? []).sort((one, other) => one.localeCompare(other));

type VenueFields = ReturnType<typeof venueOf>['fields'];
/** The same venue again, for other days: it is used from the first to the last of them. */
const mergeVenues = (first: VenueFields, again: VenueFields): VenueFields => {
  const [firstDay] = spanOf([first.firstDay, again.firstDay]);
  const lastDay = spanOf([first.lastDay, again.lastDay]).at(-1);
  return {
    ...again,
    ...first,
    ...(firstDay === undefined ? {} : { firstDay }),
    ...(lastDay === undefined ? {} : { lastDay }),
    state: first.state === 'in-use' || again.state === 'in-use' ? 'in-use' : 'cancelled',
  };
};

interface Placed {
  readonly id: string;
  readonly event: string;
  readonly code: string;
  readonly name: Venue['name'];
  readonly state: Venue['state'];
  readonly version: number;
}

/** Plans things that stand or are called off: what the file does not say stays. */
const planPlaced = <One extends Placed>(
  drafts: readonly Drafted<Partial<Omit<One, 'id' | 'event' | 'code' | 'version'>>>[],
  needs: {
    readonly merge: ((first: object, again: object) => object) | null;
    readonly there: readonly One[];
    readonly planning: Planning;
    readonly says: boolean;
    make(code: string, fields: object): One;
    put(before: One, fields: object): One;
  },
): Rows<One> => {
  const { sound, refused } = apart<object>(drafts, needs.merge);
  const { file, there } = needs.planning;
  const compared = compare<One>(
    sound.map(({ row, code, label, notes, fields }) => ({
      ...{ row, code, label, notes },
      after: (before, isBack) => {
        if (before === null) return needs.make(code, fields);
        const name = 'name' in fields && fields.name !== null ? Object(fields.name) : {};
        const isSaid = needs.says || isBack;
        const put = needs.put(before, { ...fields, name: { ...before.name, ...name } });
        return isSaid ? put : { ...put, state: before.state };
      },
    })),
    {
      ...{ there: needs.there, sourced: there.sourced, source: file.source },
      ...{ cancelGone: file.settings.cancelGone, overrule: file.settings.overrule, byHand: there.byHand },
      labelOf: ({ name }) => labelOf(name),
      cancel: (one) => ({ ...one, state: 'cancelled' as const }),
    },
  );
  return { compared, refused, venues: [], grouped: null, newVenues: [] };
};

const says = ({ reading }: Planning, field: ImportField): boolean =>
  [...reading.mapping.values()].includes(field);

const planVenues = (planning: Planning): Rows<Venue> => {
  const { source, there, reading, newId } = planning;
  const { event } = there;
  return planPlaced<Venue>(
    source.rows.map((row) => venueOf(row, reading)),
    {
      ...{ merge: mergeVenues, there: there.venues, planning, says: says(planning, 'state') },
      make: (code, fields) => ({ ...emptyVenue, name: {}, ...fields, id: newId(), event, code }),
      put: (before, fields) => ({ ...before, ...fields }),
    },
  );
};
const planObjects = (planning: Planning): Rows<ProtectedObject> => {
  const { source, there, reading, newId } = planning;
  const { event } = there;
  return planPlaced<ProtectedObject>(
    source.rows.map((row) => objectOf(row, reading)),
    {
      ...{ merge: null, there: there.objects, planning, says: says(planning, 'state') },
      make: (code, fields) => ({ ...emptyObject, name: {}, ...fields, id: newId(), event, code }),
      put: (before, fields) => ({ ...before, ...fields }),
    },
  );
};
const planTeams = (planning: Planning): Rows<Team> => {
  const { source, there, reading, newId } = planning;
  const { event } = there;
  return planPlaced<Team>(
    source.rows.map((row) => teamOf(row, reading)),
    {
      ...{ merge: null, there: there.teams, planning, says: says(planning, 'state') },
      make: (code, fields) => ({ ...emptyTeam, name: {}, ...fields, id: newId(), event, code }),
      put: (before, fields) => ({ ...before, ...fields }),
    },
  );
};

const mappingOf = (
  source: Source,
  target: ImportTarget,
  chosen: ImportFile['settings']['mapping'],
): Mapping => {
  const fields: readonly ImportField[] = importFields[target];
  const guessed = guessMapping(source, target);
  const given = new Map(Object.entries(chosen));
  return new Map(
    source.columns.flatMap((column) => {
      const field = given.has(column) ? given.get(column) : guessed.get(column);
      return field !== undefined && field !== null && fields.includes(field)
        ? [[column, field] as const]
        : [];
    }),
  );
};

const tooMany = (target: ImportTarget, there: There, added: number): Words[] =>
  there[target].length + added > eventsLimits[target]
    ? [rowWords('limit-things', String(eventsLimits[target]))]
    : [];

const columnsOf = ({ columns, rows }: Source, mapping: Mapping): ImportReport['columns'] =>
  columns.slice(0, importLimits.columns).map((name) => ({
    name,
    field: mapping.get(name) ?? null,
    samples: [
      ...new Set(rows.slice(0, 50).flatMap(({ cells }) => cells.get(name)?.slice(0, 80) ?? [])),
    ].slice(0, importLimits.samples),
  }));

const nothing = {
  kept: [],
  rows: [],
  present: [],
  gone: [],
  counts: { added: 0, changed: 0, unchanged: 0, kept: 0, gone: 0 },
};
const noRows = { compared: nothing, refused: [], venues: [], grouped: null, newVenues: [] };

/** What is kept of it, without the ids of what is new: the same whenever it is worked out. */
const digestOf = (
  parts: readonly (readonly { readonly before: object | null; readonly after: object }[])[],
): string =>
  contentHash(
    parts.map((kept) =>
      kept.map(({ before, after }) => (before === null ? { ...after, id: '', venue: '' } : after)),
    ),
  );

/** Plans the import of a file. */
export const planImport = (
  source: Source,
  file: Pick<ImportFile, 'source' | 'settings' | 'fileName'>,
  there: There,
  how: { readonly timeZone: string; newId(): string },
): Planned => {
  const { settings } = file;
  const target = settings.target ?? guessTarget(source, file.fileName);
  const mapping = mappingOf(source, target, settings.mapping);
  const language = settings.language ?? guessLanguage(source, mapping);
  const kind = settings.kind ?? kindOfFile(file.fileName) ?? 'other';
  const reading: RowReading = { mapping, language, kind, timeZone: how.timeZone };
  const planning: Planning = { source, file, there, reading, newId: how.newId };
  const isSound = source.problems.length === 0;
  const of = <One>(one: ImportTarget, plan: (planning: Planning) => Rows<One>): Rows<One> =>
    isSound && one === target ? plan(planning) : noRows;
  const venues = of('venues', planVenues);
  const sessions = of('sessions', planSessions);
  const objects = of('objects', planObjects);
  const teams = of('teams', planTeams);
  const { compared, refused, venues: named, grouped } = { venues, sessions, objects, teams }[target];
  const added = sessions.newVenues.map((after) => ({ before: null, after }));
  const rows = [...refused, ...compared.rows];
  const problems = [...source.problems, ...tooMany(target, there, compared.counts.added)];
  const keptVenues = [...added, ...venues.compared.kept];
  return {
    target,
    venues: keptVenues,
    sessions: sessions.compared.kept,
    objects: objects.compared.kept,
    teams: teams.compared.kept,
    present: [...compared.present, ...sessions.newVenues.map(({ id }) => id)],
    gone: compared.gone,
    report: {
      ...{ format: source.format, encoding: source.format === 'csv' ? source.encoding : null },
      settings: { ...settings, target, language, kind, mapping: Object.fromEntries(mapping) },
      columns: columnsOf(source, mapping),
      ...{ problems, rowCount: source.rows.length, grouped, venues: [...named] },
      counts: {
        ...compared.counts,
        refused: refused.length,
        noted: compared.rows.filter(({ act }) => act === 'noted').length,
      },
      rows: firstOfEach(rows),
      digest: digestOf([keptVenues, sessions.compared.kept, objects.compared.kept, teams.compared.kept]),
    },
  };
};
