/** A programme as sessions: who plays, where, grouped or not, on top of what is there. Pure. */
import { wallTimeOf } from '../../../kernel/zone.ts';
import { fold } from '../../../plumbing/search/index.ts';
import type { Venue } from '../place-contract.ts';
import type { Session, SessionDraft } from '../session-contract.ts';
import { createVenueFinder } from './alike.ts';
import { compare, type Drafting } from './comparing.ts';
import { type ImportReport, importLimits } from './contract.ts';
import { groupUnits, type Unit } from './grouping.ts';
import { withinEvent } from './outside.ts';
import { emptyVenue, noRows, type Planning, type Rows, refusedRow } from './plan.ts';
import { type Drafted, slug } from './row.ts';
import { rowWords } from './row-words.ts';
import { numbered, type Programmed, programmedOf, type Sides } from './session-rows.ts';

type Line = Drafted<Programmed>;

/** The country of a side that the event knows as one of its teams. */
const sidesOf = ({ there }: Planning): Sides => {
  const known = new Map(
    there.teams.flatMap(({ code, name, nation }) =>
      [code, ...Object.values(name)].map((word) => [fold(word), nation] as const),
    ),
  );
  return (text) => known.get(fold(text.trim())) ?? null;
};

interface VenueUse {
  readonly text: string;
  readonly name: string | null;
  rows: number;
  readonly venue: string | null;
  readonly by: ImportReport['venues'][number]['by'];
}

/** What the lines call their venues, and which those are: found, chosen, or to be made. */
const venuesOf = (lines: readonly Line[], planning: Planning) => {
  const { there, file, reading, newId } = planning;
  const find = createVenueFinder(there, planning.model);
  const chosen = new Map(Object.entries(file.settings.venues));
  const ids = new Set(there.venues.map(({ id }) => id));
  const uses = new Map<string, VenueUse>();
  const made: Venue[] = [];
  const codes = new Set(there.venues.map(({ code }) => code));
  const make = (text: string, name: string | null): string => {
    const stem = name === null || name === text ? slug(text) : text.slice(0, 100);
    const code = codes.has(stem) ? `${stem}-${made.length + 2}` : stem;
    codes.add(code);
    const venue = { ...emptyVenue, name: { [reading.language]: name ?? text }, id: newId(), code };
    made.push({ ...venue, event: there.event });
    return venue.id;
  };
  for (const { fields } of lines) {
    const { venueText: text, venueName: name } = fields;
    if (text === null) continue;
    const known = uses.get(text);
    if (known !== undefined) {
      known.rows += 1;
      continue;
    }
    const choice = chosen.get(text);
    if (choice === null) uses.set(text, { text, name, rows: 1, venue: null, by: 'none' });
    else if (choice !== undefined && ids.has(choice))
      uses.set(text, { text, name, rows: 1, venue: choice, by: 'chosen' });
    else {
      const found = find(text, name);
      if (found.venue !== null) uses.set(text, { text, name, rows: 1, ...found });
      else uses.set(text, { text, name, rows: 1, venue: make(text, name), by: 'new' });
    }
  }
  return { uses, made };
};

/** A session whose time or place is another than it was has moved. */
const stateAfter = (
  before: Session,
  after: SessionDraft,
  isBack: boolean,
  isSaid: boolean,
): SessionDraft['state'] => {
  if (after.state === 'cancelled') return 'cancelled';
  if (before.state === 'cancelled' && !isBack && !isSaid) return 'cancelled';
  const isMoved =
    before.startsAt !== after.startsAt || before.endsAt !== after.endsAt || before.venue !== after.venue;
  return after.state === 'moved' || isMoved || (before.state === 'moved' && !isSaid) ? 'moved' : 'planned';
};

/** What the file would have moved and the hand's change kept where it is has not moved. */
const notMoved = (before: Session, after: Session): Session => {
  const stands =
    before.startsAt === after.startsAt && before.endsAt === after.endsAt && before.venue === after.venue;
  return stands && after.state === 'moved' ? { ...after, state: before.state } : after;
};

const draftingOf = (
  planning: Planning,
  draft: SessionDraft,
  line: Pick<Line, 'row' | 'label' | 'notes'> | null,
): Drafting<Session> => {
  const { there, reading, newId } = planning;
  const fields = new Set(reading.mapping.values());
  return {
    ...{
      row: line?.row ?? null,
      code: draft.code,
      label: line?.label ?? draft.title,
      notes: line?.notes ?? [],
    },
    after: (before, isBack) => {
      if (before === null) return { ...draft, id: newId(), event: there.event, version: 0 };
      return {
        ...{ ...before, ...draft, expectedSpectators: before.expectedSpectators },
        nations: fields.has('nation') ? draft.nations : before.nations,
        spectators: draft.spectators ?? before.spectators,
        discipline: draft.discipline ?? before.discipline,
        phase: draft.phase ?? before.phase,
        state: stateAfter(before, draft, isBack, fields.has('state')),
      };
    },
  };
};

const plainDraft = ({ code, fields }: Line, venue: string | null): SessionDraft => {
  const { venueText: _, venueName: __, ...told } = fields;
  return { ...told, code, venue, expectedSpectators: [], units: [] };
};
const unitOf = ({ code, fields }: Line, venue: string | null): Unit => {
  const { title, startsAt, endsAt, state, discipline, phase, nations, spectators } = fields;
  const told = { discipline, phase, nations, spectators, venueCode: fields.venueText ?? '' };
  return { ...{ code, title, startsAt, endsAt, state, venue }, ...told };
};

/** The lines that can be taken, each under a code of its own; and those that are left out. */
const linesOf = (planning: Planning) => {
  const { source, reading, there } = planning;
  const sides = sidesOf(planning);
  const read = source.rows.map((row) => programmedOf(row, reading, sides));
  const told = numbered(
    read.filter(({ refused }) => refused.length === 0),
    (row, code) => ({ ...row, code, notes: [...row.notes, rowWords('code-numbered')] }),
  ).flatMap(({ fields, ...rest }): Line[] => (fields === null ? [] : [{ ...rest, fields }]));
  const known = new Map(
    there.sessions.flatMap(({ code, startsAt, units }) =>
      [{ code, startsAt }, ...units].map((one) => [one.code, one.startsAt] as const),
    ),
  );
  const { drafts, outside } = withinEvent(told, planning, {
    daysOf: ({ startsAt }) => [wallTimeOf(reading.timeZone, startsAt).day],
    isThere: ({ code, fields: { startsAt } }) => known.get(code) === startsAt,
    without: null,
  });
  const lines = drafts.filter(({ refused }) => refused.length === 0);
  const leftOut = [...read, ...drafts].filter(({ refused }) => refused.length > 0);
  return { lines, leftOut, outside };
};

/** Codes that the file names and leaves out, and those of sessions of which such a one is a unit. */
const mentionedOf = (leftOut: readonly Drafted<unknown>[], { there }: Planning): ReadonlySet<string> => {
  const codes = new Set(leftOut.map(({ code }) => code));
  const holders = there.sessions.filter(({ units }) => units.some(({ code }) => codes.has(code)));
  return new Set([...codes, ...holders.map(({ code }) => code)]);
};

/** Plans sessions. */
export const planSessions = (planning: Planning): Rows<Session> => {
  const { file, there, reading } = planning;
  const { lines, leftOut, outside } = linesOf(planning);
  const { uses, made } = venuesOf(lines, planning);
  const venueOf = ({ fields }: Line): string | null => uses.get(fields.venueText ?? '')?.venue ?? null;
  const { gapMinutes } = file.settings;
  const units = gapMinutes === null ? [] : lines.map((line) => unitOf(line, venueOf(line)));
  const how = { gapMinutes: gapMinutes ?? 0, timeZone: reading.timeZone, there: there.sessions };
  const groups = groupUnits(units, how);
  const drafts =
    gapMinutes === null
      ? lines.map((line) => draftingOf(planning, plainDraft(line, venueOf(line)), line))
      : groups.map((draft) => draftingOf(planning, draft, null));
  const compared = compare<Session>(drafts, {
    ...{ there: there.sessions, sourced: there.sourced, source: file.source },
    ...{ cancelGone: file.settings.cancelGone, overrule: file.settings.overrule, byHand: there.byHand },
    mentioned: mentionedOf(leftOut, planning),
    settle: notMoved,
    labelOf: ({ title }) => title,
    cancel: (one) => ({ ...one, state: 'cancelled' as const }),
  });
  const noted = gapMinutes === null ? [] : lines.filter(({ notes }) => notes.length > 0);
  const notes = noted.map(({ row, code, label, notes: says }) => ({
    ...{ act: 'noted' as const, row, code, label, fields: [], says: [...says] },
  }));
  return {
    ...noRows,
    ...{ outside, newVenues: made, refused: leftOut.map(refusedRow) },
    compared: { ...compared, rows: [...notes, ...compared.rows] },
    venues: [...uses.values()]
      .map(({ text, rows, venue, by }) => ({ text, rows, venue: by === 'new' ? null : venue, by }))
      .sort((one, other) => other.rows - one.rows)
      .slice(0, importLimits.choices),
    grouped: gapMinutes === null ? null : { units: lines.length, sessions: groups.length },
  };
};
