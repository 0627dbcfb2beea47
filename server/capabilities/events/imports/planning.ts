/** What an import would do to an event: from the rows of a file to what is to be kept. Pure. */
import { contentHash } from '../../../kernel/canonical.ts';
import type { Words } from '../../../kernel/faults.ts';
import type { Model } from '../../../plumbing/names/index.ts';
import { eventsLimits } from '../contract.ts';
import type { ProtectedObject, Venue } from '../place-contract.ts';
import type { Session } from '../session-contract.ts';
import type { Team } from '../team-contract.ts';
import { type Compared, firstOfEach } from './comparing.ts';
import {
  type ImportField,
  type ImportFile,
  type ImportReport,
  type ImportTarget,
  importFields,
  importLimits,
} from './contract.ts';
import { guessLanguage, guessMapping, guessTarget, kindOfFile, type Mapping } from './guess.ts';
import { planObjects, planTeams, planVenues } from './place-planning.ts';
import { noRows, type OtherCode, type Planning, type Rows, type There } from './plan.ts';
import type { RowReading } from './row.ts';
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
  /** Codes by which venues that are there are found from now on. */
  readonly codes: readonly OtherCode[];
}

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

/** What is kept of it, without the ids of what is new: the same whenever it is worked out. */
const digestOf = (
  parts: readonly (readonly { readonly before: object | null; readonly after: object }[])[],
  codes: Planned['codes'],
): string =>
  contentHash([
    ...parts.map((kept) =>
      kept.map(({ before, after }) => (before === null ? { ...after, id: '', venue: '' } : after)),
    ),
    ...(codes.length === 0 ? [] : [codes]),
  ]);

/** Plans the import of a file. */
export const planImport = (
  source: Source,
  file: Pick<ImportFile, 'source' | 'settings' | 'fileName'>,
  there: There,
  how: { readonly timeZone: string; readonly model: Model; newId(): string },
): Planned => {
  const { settings } = file;
  const target = settings.target ?? guessTarget(source, file.fileName);
  const mapping = mappingOf(source, target, settings.mapping);
  const language = settings.language ?? guessLanguage(source, mapping);
  const kind = settings.kind ?? kindOfFile(file.fileName) ?? 'other';
  const reading: RowReading = { mapping, language, kind, timeZone: how.timeZone };
  const planning: Planning = { source, file, there, reading, model: how.model, newId: how.newId };
  const isSound = source.problems.length === 0;
  const of = <One>(one: ImportTarget, plan: (planning: Planning) => Rows<One>): Rows<One> =>
    isSound && one === target ? plan(planning) : noRows;
  const venues = of('venues', planVenues);
  const sessions = of('sessions', planSessions);
  const objects = of('objects', planObjects);
  const teams = of('teams', planTeams);
  const planned = { venues, sessions, objects, teams }[target];
  const { compared, refused, venues: named, grouped, outside, alike, codes, elsewhere } = planned;
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
    present: [
      ...compared.present.filter((id) => !elsewhere.has(id)),
      ...sessions.newVenues.map(({ id }) => id),
    ],
    gone: compared.gone,
    codes,
    report: {
      ...{ format: source.format, encoding: source.format === 'csv' ? source.encoding : null },
      settings: { ...settings, target, language, kind, mapping: Object.fromEntries(mapping) },
      columns: columnsOf(source, mapping),
      ...{ problems, rowCount: source.rows.length, grouped, outside, alike, venues: [...named] },
      counts: {
        ...{ ...compared.counts, linked: codes.length },
        refused: refused.length,
        noted: compared.rows.filter(({ act }) => act === 'noted').length,
      },
      rows: firstOfEach(rows),
      digest: digestOf(
        [keptVenues, sessions.compared.kept, objects.compared.kept, teams.compared.kept],
        codes,
      ),
    },
  };
};
