/**
 * Work given to somebody else: one request or several, all of them or none, with a word; and taken back where
 * it was given to the wrong one.
 */
import { type Actor, refuse } from '../../../kernel/decision.ts';
import { Fault } from '../../../kernel/faults.ts';
import type { DeskId, ItemId, PartyId, PersonId } from '../../../kernel/ids.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import type { Work } from '../../../plumbing/verbs/index.ts';
import type { StoredItem } from '../../exchange/index.ts';
import type { ItemNeeds } from '../asking-service.ts';
import { mayAssign } from '../policy.ts';
import * as strands from '../store.ts';
import { drawn, type Strand } from '../strand.ts';
import { announce } from '../telling-service.ts';
import { absenceAt } from './absence.ts';
import type { HandedOver, HandOver, HandOverResult } from './contract.ts';
import { escalationOf } from './escalation-service.ts';
import * as store from './hand-over-store.ts';
import { headsOneOf, mayUndo } from './policy.ts';
import { listAbsences, listHeads } from './staff-store.ts';

export interface HandOverNeeds extends ItemNeeds {
  /** True for an active officer of this service in a role that writes: who else could do the work? */
  isOfficer(person: PersonId): Promise<boolean>;
  isDesk(desk: DeskId): Promise<boolean>;
}

/** Where work stands: with a desk, and an officer of it or nobody in particular. */
interface Place {
  readonly desk: DeskId | null;
  readonly assignee: PersonId | null;
}
interface Loaded {
  readonly item: StoredItem;
  readonly strand: Strand;
}

const personOf = (actor: Actor): PersonId | null => (actor.kind === 'person' ? actor.person : null);
const placeOf = ({ desk, assignee }: Place): Place => ({ desk, assignee });
const isSame = (one: Place, other: Place): boolean =>
  one.desk === other.desk && one.assignee === other.assignee;

/** Goes on unless the officer is away now: his stand-in, or somebody else, takes it. */
export const requirePresent = async (
  needs: Pick<HandOverNeeds, 'clock'>,
  unit: Unit,
  person: PersonId | null,
): Promise<void> => {
  if (person === null) return;
  const now = needs.clock.now();
  const absence = absenceAt(await listAbsences(unit, now), person, now);
  if (absence !== null) throw new Fault('requests/officer-absent', { until: absence.until });
};

/** Moves the strand, and with its desk the item: who may read what is TLP:RED goes with it. */
export const moveStrand = async (
  needs: ItemNeeds,
  unit: Unit,
  { item, strand }: Loaded,
  to: Place,
): Promise<Strand> => {
  const { self, clock, exchange } = needs;
  const isMoved = to.desk !== strand.desk;
  if (isMoved && to.desk !== null && strand.addressee === self)
    await exchange.held.moveTo(unit, item, to.desk);
  const { level } = strand.clock;
  const escalatedTo =
    isMoved && level > 0 ? await escalationOf(needs, unit, { ...to, level }) : strand.escalatedTo;
  const after: Strand = { ...strand, ...to, escalatedTo, changedAt: clock.now() };
  await unit.asHouse('requests', (house) => strands.putStrand(house, after, self));
  await announce(needs, unit, strand.item);
  return after;
};

export const createHandOver = (needs: HandOverNeeds) => {
  const { verbs, clock, self, exchange, journal } = needs;

  const load = async (unit: Unit, item: ItemId, addressee: PartyId): Promise<Loaded> => {
    const stored = await exchange.held.find(unit, item);
    const strand = stored === null ? null : await strands.lockStrand(unit, item, addressee);
    if (stored === null || strand === null) throw new Fault('access/absent');
    return { item: stored, strand };
  };

  /** As the reader's own row security has it. */
  const seesOneOf = async (unit: Unit, handed: readonly HandedOver[]): Promise<boolean> => {
    for (const { item } of handed) if ((await exchange.held.find(unit, item)) !== null) return true;
    return false;
  };

  const permitAll = async (work: Work, actor: Actor, draft: HandOver): Promise<readonly Loaded[]> => {
    const heads = await listHeads(work.unit);
    const loaded: Loaded[] = [];
    // In one order, whatever the order asked: two who hand over the same at once do not block each other.
    const named = draft.strands.toSorted((one, other) =>
      one.item + one.addressee < other.item + other.addressee ? -1 : 1,
    );
    for (const { item, addressee } of named) {
      const found = await load(work.unit, item, addressee);
      const { strand } = found;
      const desk = draft.desk ?? strand.desk;
      const headsIt = headsOneOf(actor, heads, [strand.desk]);
      work.permit(mayAssign(actor, found.item, { strand, desk, headsIt }));
      await exchange.held.permit(work, { actor, act: 'read', item: found.item });
      loaded.push(found);
    }
    return loaded;
  };

  /** Is it still somebody's turn? */
  const isOpenHere = (strand: Strand): boolean => drawn(strand, self).waitsFor !== null;

  const tell = (unit: Unit, actor: Actor, verb: string, handed: HandedOver): Promise<unknown> =>
    journal.append(unit, {
      actor,
      verb,
      subject: handed.item,
      outcome: 'done',
      rule: 'requests/work-changes-hands',
      details: {
        handOver: handed.id,
        addressee: handed.addressee,
        from: { ...handed.before },
        to: { ...handed.after },
      },
    });

  return {
    handOver: async (actor: Actor, draft: HandOver): Promise<HandOverResult> => {
      const isDesk = draft.desk === undefined || (await needs.isDesk(draft.desk));
      const isOfficer = draft.assignee === null || (await needs.isOfficer(draft.assignee));
      const id = `hand-over--${crypto.randomUUID()}`;
      return verbs.read({ actor, verb: 'requests.hand-over', subject: null }, async (work) => {
        const { unit } = work;
        const loaded = await permitAll(work, actor, draft);
        if (!isDesk) throw new Fault('exchange/unknown-desk');
        if (!isOfficer) throw new Fault('requests/unknown-officer');
        await requirePresent(needs, unit, draft.assignee);
        let changed = 0;
        for (const found of loaded) {
          const before = placeOf(found.strand);
          const after: Place = { desk: draft.desk ?? before.desk, assignee: draft.assignee };
          if (!isOpenHere(found.strand) || isSame(before, after)) continue;
          const { item, addressee } = found.strand;
          const handed: HandedOver = {
            ...{ id, item, addressee, note: draft.note, person: personOf(actor), at: clock.now() },
            ...{ before, after, undoneAt: null, undoneBy: null },
          };
          await unit.asHouse('requests', (house) => store.insertHandOver(house, handed));
          await tell(unit, actor, 'requests.hand-over', handed);
          await moveStrand(needs, unit, found, after);
          changed += 1;
        }
        if (changed === 0) throw new Fault('requests/nothing-to-hand-over');
        return { id, changed, kept: 0 };
      });
    },

    /** Gives it back to where it was, as far as nobody gave it on since; seen by the house, not by him. */
    undoHandOver: (actor: Actor, id: string): Promise<HandOverResult> =>
      verbs.read({ actor, verb: 'requests.undo-hand-over', subject: id }, async ({ unit, permit }) => {
        const handed = await unit.asHouse('requests', (house) => store.findHandOver(house, id));
        const [first] = handed;
        if (first === undefined) throw new Fault('access/absent');
        const desks = handed.flatMap(({ before, after }) => [before.desk, after.desk]);
        const headsIt = headsOneOf(actor, await listHeads(unit), desks);
        const decision = mayUndo(actor, self, { by: first.person, headsIt });
        // To who sees none of the requests, that they were handed over is as absent as they are.
        const isHidden = decision.kind === 'refused' && !(await seesOneOf(unit, handed));
        permit(isHidden ? refuse(decision.rule, 'access/absent') : decision);
        if (first.undoneAt !== null) throw new Fault('requests/hand-over-undone');
        const how = { by: personOf(actor), at: clock.now() };
        return unit.asHouse('requests', async (house) => {
          let changed = 0;
          for (const one of handed) {
            const found = await load(house, one.item, one.addressee);
            if (!isOpenHere(found.strand) || !isSame(found.strand, one.after)) continue;
            await moveStrand(needs, house, found, one.before);
            await tell(house, actor, 'requests.undo-hand-over', one);
            changed += 1;
          }
          await store.markUndone(house, id, how);
          return { id, changed, kept: handed.length - changed };
        });
      }),
  };
};
