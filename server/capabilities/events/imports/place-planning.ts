/** Venues, protected objects and teams of a file, on top of what is there. Pure. */
import { wallTimeOf } from '../../../kernel/zone.ts';
import type { ProtectedObject, Venue } from '../place-contract.ts';
import type { Team } from '../team-contract.ts';
import { compare } from './comparing.ts';
import { notedFar } from './distance.ts';
import { linkVenues } from './linking.ts';
import { apart, mergeVenues } from './merging.ts';
import { type Settled, withinEvent } from './outside.ts';
import { objectOf, teamOf, venueOf } from './place-rows.ts';
import { emptyVenue, noRows, type Planning, type Rows } from './plan.ts';
import { labelOf } from './row.ts';

const emptyObject = {
  ...{ kind: 'other' as const, town: null, place: null, line: null, outline: null, from: null, to: null },
  ...{ state: 'in-use' as const, version: 0 },
};
const emptyTeam = { nation: null, part: null, state: 'in-use' as const, version: 0 };

interface Placed {
  readonly id: string;
  readonly event: string;
  readonly code: string;
  readonly name: Venue['name'];
  readonly state: Venue['state'];
  readonly version: number;
}

type FieldsOf<One> = Partial<Omit<One, 'id' | 'event' | 'code' | 'version'>>;

/** Plans things that stand or are called off: what the file does not say stays. */
const planPlaced = <One extends Placed>(
  { drafts, outside }: Settled<FieldsOf<One>>,
  needs: {
    readonly merge: ((first: object, again: object) => object) | null;
    readonly there: readonly One[];
    readonly planning: Planning;
    make(code: string, fields: object): One;
    put(before: One, fields: object): One;
  },
): Rows<One> => {
  const { sound, refused } = apart<object>(drafts, needs.merge);
  const { file, there, reading } = needs.planning;
  const saysState = [...reading.mapping.values()].includes('state');
  const compared = compare<One>(
    sound.map(({ row, code, label, notes, fields }) => ({
      ...{ row, code, label, notes },
      after: (before, isBack) => {
        if (before === null) return needs.make(code, fields);
        const name = 'name' in fields && fields.name !== null ? Object(fields.name) : {};
        const put = needs.put(before, { ...fields, name: { ...before.name, ...name } });
        return saysState || isBack ? put : { ...put, state: before.state };
      },
    })),
    {
      ...{ there: needs.there, sourced: there.sourced, source: file.source },
      ...{ cancelGone: file.settings.cancelGone, overrule: file.settings.overrule, byHand: there.byHand },
      mentioned: new Set(refused.map(({ code }) => code)),
      labelOf: ({ name }) => labelOf(name),
      cancel: (one) => ({ ...one, state: 'cancelled' as const }),
    },
  );
  return { ...noRows, compared, refused, outside };
};

const byCode = <One extends { readonly code: string }>(things: readonly One[]): ReadonlyMap<string, One> =>
  new Map(things.map((one) => [one.code, one] as const));

export const planVenues = (planning: Planning): Rows<Venue> => {
  const { source, there, reading, newId } = planning;
  const { event } = there;
  const known = byCode(there.venues);
  const linked = linkVenues(
    notedFar(
      source.rows.map((row) => venueOf(row, reading)),
      there.venues,
    ),
    planning,
  );
  const settled = withinEvent(linked.drafts, planning, {
    daysOf: ({ firstDay, lastDay }) => [firstDay ?? [], lastDay ?? []].flat(),
    isThere: ({ code, fields: { firstDay = null, lastDay = null } }) => {
      const before = known.get(code);
      return before !== undefined && before.firstDay === firstDay && before.lastDay === lastDay;
    },
    without: ({ firstDay: _, lastDay: __, ...rest }) => rest,
  });
  const planned = planPlaced<Venue>(settled, {
    ...{ merge: mergeVenues, there: there.venues, planning },
    make: (code, fields) => ({ ...emptyVenue, name: {}, ...fields, id: newId(), event, code }),
    put: (before, fields) => ({ ...before, ...fields }),
  });
  const elsewhere = [...linked.venues].filter((id) => there.sourced.has(id));
  return { ...planned, alike: linked.alike, codes: linked.codes, elsewhere: new Set(elsewhere) };
};

export const planObjects = (planning: Planning): Rows<ProtectedObject> => {
  const { source, there, reading, newId } = planning;
  const { event } = there;
  const known = byCode(there.objects);
  const settled = withinEvent(
    source.rows.map((row) => objectOf(row, reading)),
    planning,
    {
      daysOf: ({ from, to }) =>
        [from ?? [], to ?? []].flat().map((moment) => wallTimeOf(reading.timeZone, moment).day),
      isThere: ({ code, fields: { from = null, to = null } }) => {
        const before = known.get(code);
        return before !== undefined && before.from === from && before.to === to;
      },
      without: ({ from: _, to: __, ...rest }) => rest,
    },
  );
  return planPlaced<ProtectedObject>(settled, {
    ...{ merge: null, there: there.objects, planning },
    make: (code, fields) => ({ ...emptyObject, name: {}, ...fields, id: newId(), event, code }),
    put: (before, fields) => ({ ...before, ...fields }),
  });
};

export const planTeams = (planning: Planning): Rows<Team> => {
  const { source, there, reading, newId } = planning;
  const { event } = there;
  const drafts = source.rows.map((row) => teamOf(row, reading));
  return planPlaced<Team>(
    { drafts, outside: null },
    {
      ...{ merge: null, there: there.teams, planning },
      make: (code, fields) => ({ ...emptyTeam, name: {}, ...fields, id: newId(), event, code }),
      put: (before, fields) => ({ ...before, ...fields }),
    },
  );
};
