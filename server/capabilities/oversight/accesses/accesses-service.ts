/** The verbs of the data protection officer: who saw what, when, why, and to whom it was disclosed. */
import type { PersonActor } from '../../../kernel/decision.ts';
import { Fault } from '../../../kernel/faults.ts';
import type { ItemId, PartyId } from '../../../kernel/ids.ts';
import { type Clock, dayMs, dayOf, isDay, later } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import type { EntrySearch, Journal, RecordedEntry } from '../../../plumbing/journal/index.ts';
import type { Verbs } from '../../../plumbing/verbs/index.ts';
import type { ItemsOverseen } from '../../exchange/index.ts';
import type { Parties } from '../../parties/index.ts';
import { mayOversee } from '../policy.ts';
import { isZone } from '../tightening/tightening.ts';
import { accessOf, csvOf, verbsOfKind } from './access.ts';
import {
  type AccessFilter,
  type AccessPage,
  accessLimits,
  type ExportFilter,
  type Tally,
} from './contract.ts';

export interface AccessNeeds {
  readonly verbs: Verbs;
  readonly clock: Clock;
  readonly self: PartyId;
  readonly journal: Journal;
  readonly items: ItemsOverseen;
  readonly contexts: Parties['contexts'];
}

/** Entries read at once for an export. */
const exportPage = 500;

/** Days come by schema as digits: 2024-02-30 does not exist. */
const requireDays = (filter: ExportFilter): void => {
  const fields = (['from', 'to'] as const).filter(
    (name) => filter[name] !== undefined && !isDay(filter[name]),
  );
  if (fields.length > 0) throw new Fault('input/invalid', { fields });
};

export const createAccesses = (needs: AccessNeeds) => {
  const { verbs, clock, self, journal } = needs;

  const searchOf = async (unit: Unit, filter: ExportFilter): Promise<Omit<EntrySearch, 'limit'>> => {
    requireDays(filter);
    const { subjectOfData } = filter;
    const named =
      subjectOfData === undefined
        ? null
        : await unit.asHouse('oversight', (house) =>
            needs.items.bySubject(house, subjectOfData, accessLimits.items),
          );
    const wanted = filter.item === undefined ? [] : [filter.item];
    const subjects = named === null ? wanted : named.map(({ item }) => item);
    const isNarrowed = named !== null || filter.item !== undefined;
    return {
      actor: filter.person,
      ...(isNarrowed ? { subjects } : {}),
      party: filter.partner,
      verbs: filter.kind === undefined ? undefined : verbsOfKind(filter.kind),
      outcome: filter.outcome,
      personal: filter.personal,
      from: filter.from === undefined ? undefined : `${filter.from}T00:00:00.000Z`,
      to: filter.to === undefined ? undefined : later(`${filter.to}T00:00:00.000Z`, dayMs),
    };
  };

  const present = async (unit: Unit, entries: readonly RecordedEntry[]) => {
    const items = entries.map(accessOf);
    const ids = new Set(items.flatMap(({ context }) => (context === null ? [] : [context])));
    const { size, rootHash, at, signature } = await journal.head(unit);
    return {
      items,
      contexts: await needs.contexts.byIds(unit, [...ids]),
      head: { size, rootHash, at, signature },
    };
  };

  const readAll = async (unit: Unit, search: Omit<EntrySearch, 'limit'>): Promise<RecordedEntry[]> => {
    const entries: RecordedEntry[] = [];
    for (let before: number | undefined; entries.length < accessLimits.exported; ) {
      const found = await journal.search(unit, { ...search, before, limit: exportPage });
      entries.push(...found);
      const last = found.at(-1);
      if (last === undefined || found.length < exportPage) break;
      before = last.seq;
    }
    return entries.slice(0, accessLimits.exported);
  };

  return {
    list: (actor: PersonActor, filter: AccessFilter): Promise<AccessPage> =>
      verbs.read({ actor, verb: 'oversight.list-accesses', subject: null }, async (work) => {
        const { unit, permit, note } = work;
        permit(mayOversee(actor, self));
        const { cursor, limit = accessLimits.page, ...given } = filter;
        // Following pages belong to the first; what was filtered by, not for whom, is what is logged.
        if (cursor === undefined) note({ filters: Object.keys(given) });
        const search = await searchOf(unit, given);
        const found = await journal.search(unit, { ...search, before: cursor, limit: limit + 1 });
        const page = await present(unit, found.slice(0, limit));
        return { ...page, next: found.length > limit ? (page.items.at(-1)?.seq ?? null) : null };
      }),

    /** The same as CSV, up to `accessLimits.exported` rows. */
    exportCsv: (actor: PersonActor, filter: ExportFilter): Promise<string> =>
      verbs.run(
        { actor, verb: 'oversight.export-accesses', subject: null },
        async ({ unit, permit, note }) => {
          permit(mayOversee(actor, self));
          const { items, contexts, head } = await present(
            unit,
            await readAll(unit, await searchOf(unit, filter)),
          );
          note({ rows: items.length, filters: Object.keys(filter) });
          return csvOf(items, new Map(contexts.map(({ id, reason }) => [id, reason])), head);
        },
      ),

    tally: (actor: PersonActor, given: { days?: number; zone?: string }): Promise<Tally> =>
      verbs.read({ actor, verb: 'oversight.tally', subject: null }, async ({ unit, permit }) => {
        permit(mayOversee(actor, self));
        const zone = given.zone ?? 'UTC';
        if (!isZone(zone)) throw new Fault('input/invalid', { fields: ['zone'] });
        const to = clock.now();
        const from = later(to, -(given.days ?? 1) * dayMs);
        const counted = await journal.tally(unit, {
          from,
          to,
          consulting: verbsOfKind('consultation'),
          disclosing: verbsOfKind('disclosure'),
          hours: { from: accessLimits.workFrom, to: accessLimits.workTo, zone },
          manyItems: accessLimits.manyItems,
        });
        return { from, to, ...counted };
      }),

    /** What is due for review or erasure, as metadata. */
    due: (actor: PersonActor, given: { days: number; cursor?: string | undefined }) =>
      verbs.read({ actor, verb: 'oversight.list-due', subject: null }, async ({ unit, permit }) => {
        permit(mayOversee(actor, self));
        const until = dayOf(later(clock.now(), given.days * dayMs));
        return unit.asHouse('oversight', async (house) => {
          const page = await needs.items.due(house, { until, cursor: given.cursor });
          return { items: [...page.items], next: page.next };
        });
      }),

    /** One item as metadata; null once it has been erased. */
    item: (actor: PersonActor, id: ItemId) =>
      verbs.read({ actor, verb: 'oversight.read-item', subject: id }, async ({ unit, permit }) => {
        permit(mayOversee(actor, self));
        const [found] = await unit.asHouse('oversight', (house) => needs.items.byIds(house, [id]));
        return found ?? null;
      }),

    /** What is held here about someone who asked: metadata, recipients, dates; never what was asked for. */
    subjectRequest: (actor: PersonActor, asked: string) =>
      verbs.run(
        { actor, verb: 'oversight.search-subject', subject: null },
        async ({ unit, permit, note }) => {
          permit(mayOversee(actor, self));
          const found = await unit.asHouse('oversight', async (house) => {
            const named = await needs.items.bySubject(house, asked, accessLimits.items);
            const metadata = await needs.items.byIds(
              house,
              named.map(({ item }) => item),
            );
            const kinds = new Map(named.map(({ item, kinds }) => [item, kinds]));
            return metadata.map((item) => ({ item, kinds: [...(kinds.get(item.id) ?? [])] }));
          });
          note({ items: found.length });
          const disclosures =
            found.length === 0
              ? []
              : await journal.search(unit, {
                  subjects: found.map(({ item }) => item.id),
                  verbs: [...verbsOfKind('disclosure'), ...verbsOfKind('reception')],
                  outcome: 'done',
                  limit: accessLimits.pageAtMost,
                });
          return { items: found, disclosures: disclosures.map(accessOf), at: clock.now() };
        },
      ),
  };
};
export type Accesses = ReturnType<typeof createAccesses>;
