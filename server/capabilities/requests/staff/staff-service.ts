/** The verbs on who heads a desk and who is away. */
import type { Actor, Decision } from '../../../kernel/decision.ts';
import { Fault } from '../../../kernel/faults.ts';
import type { DeskId, PersonId } from '../../../kernel/ids.ts';
import { dayMs, later } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import { exchangePolicy } from '../../exchange/index.ts';
import type { RequestNeeds } from '../telling-service.ts';
import { absenceAt, absenceErrors, type Officer } from './absence.ts';
import { type Absence, type NewAbsence, type Staff, staffLimits } from './contract.ts';
import { headsOneOf, mayKnowStaff, mayMarkAbsent, mayNameHead } from './policy.ts';
import * as store from './staff-store.ts';

/** Who works here, as parties knows it. */
export interface StaffNeeds extends RequestNeeds {
  /** Active people of this service in a role that writes. */
  officers(): Promise<readonly Officer[]>;
  isDesk(desk: DeskId): Promise<boolean>;
}

const personOf = (actor: Actor): PersonId | null => (actor.kind === 'person' ? actor.person : null);

export const createStaff = (needs: StaffNeeds) => {
  const { verbs, clock, self } = needs;

  /** May this actor mark them, each as it stands with its desks and their heads? */
  const markerOf = async (unit: Unit, actor: Actor, officers: readonly Officer[]) => {
    const heads = await store.listHeads(unit);
    return (person: PersonId): Decision => {
      const officer = officers.find(({ id }) => id === person);
      return mayMarkAbsent(actor, self, { person, headsHim: headsOneOf(actor, heads, officer?.desks ?? []) });
    };
  };

  return {
    /** Who heads which desk, who is away, and how much each officer has in hand. */
    staff: async (actor: Actor): Promise<Staff> => {
      const officers = await needs.officers();
      return verbs.read({ actor, verb: 'requests.staff', subject: null }, async ({ unit, permit }) => {
        permit(mayKnowStaff(actor, self));
        const now = clock.now();
        const heads = await store.listHeads(unit);
        const absences = await store.listAbsences(unit, now);
        // Of all that he has in hand, also of what this reader may not read: a number of it.
        const open = await unit.asHouse('requests', store.countOpenByOfficer);
        const mayMark = await markerOf(unit, actor, officers);
        const marksOthers = { person: null, headsHim: false };
        return {
          heads: [...heads].map(([desk, person]) => ({ desk, person })),
          absences: absences.map((one) => ({ ...one, mayEnd: mayMark(one.person).kind === 'allowed' })),
          officers: officers.map(({ id, desks }) => ({
            person: id,
            desks: [...desks],
            open: open.get(id) ?? 0,
            absent: absenceAt(absences, id, now) !== null,
          })),
          mayNameHeads: mayNameHead(actor, self).kind === 'allowed',
          mayMarkOthers: mayMarkAbsent(actor, self, marksOthers).kind === 'allowed',
        };
      });
    },

    /** Names who heads a desk; null: nobody. What is late there goes to the head of the centre. */
    nameHead: async (actor: Actor, desk: DeskId, person: PersonId | null): Promise<void> => {
      const officers = await needs.officers();
      const isDesk = await needs.isDesk(desk);
      return verbs.run({ actor, verb: 'requests.name-desk-head', subject: desk }, async (work) => {
        work.permit(mayNameHead(actor, self));
        if (!isDesk) throw new Fault('exchange/unknown-desk');
        await store.lockStaff(work.unit);
        work.note({ head: person });
        if (person === null) return store.deleteHead(work.unit, desk);
        const isOfDesk = officers.some(({ id, desks }) => id === person && desks.includes(desk));
        if (!isOfDesk) throw new Fault('requests/not-of-desk');
        const how = { holder: self, by: personOf(actor), at: clock.now() };
        return store.putHead(work.unit, desk, person, how);
      });
    },

    /** Somebody will be away; who stands in for him has his work on the board meanwhile. */
    markAbsent: async (actor: Actor, draft: NewAbsence): Promise<Absence> => {
      const officers = await needs.officers();
      return verbs.run({ actor, verb: 'requests.mark-absent', subject: draft.person }, async (work) => {
        const { unit, permit, note } = work;
        permit((await markerOf(unit, actor, officers))(draft.person));
        const isKnown = [draft.person, draft.standIn].every((one) => officers.some(({ id }) => id === one));
        if (!isKnown) throw new Fault('requests/unknown-officer');
        const now = clock.now();
        await store.lockStaff(unit);
        const known = await store.listAbsences(unit, now);
        if (known.length >= staffLimits.absences)
          throw new Fault('requests/too-many-absences', { limit: staffLimits.absences });
        const { person, standIn, from, until } = draft;
        const wanted = { person, standIn, from, until };
        const fields = absenceErrors(wanted, known, now);
        if (fields.length > 0) throw new Fault('requests/absence-unsound', { fields: [...fields] });
        const absence = { id: `absence--${crypto.randomUUID()}`, ...wanted };
        await store.insertAbsence(unit, absence, { holder: self, by: personOf(actor), at: now });
        note({ absence: absence.id, standIn: absence.standIn, from, until });
        return { ...absence, mayEnd: true };
      });
    },

    /** He is back, or does not go. */
    endAbsence: async (actor: Actor, id: string): Promise<void> => {
      const officers = await needs.officers();
      return verbs.run(
        { actor, verb: 'requests.end-absence', subject: id },
        async ({ unit, permit, note }) => {
          await store.lockStaff(unit);
          const now = clock.now();
          const absence = (await store.listAbsences(unit, now)).find((one) => one.id === id);
          if (absence === undefined) throw new Fault('access/absent');
          permit((await markerOf(unit, actor, officers))(absence.person));
          await store.endAbsence(unit, absence, now);
          note({ person: absence.person });
        },
      );
    },

    /** Comes round: who was away long ago is nobody's business any more. */
    forgetAbsences: (): Promise<void> =>
      needs.database.transact({ kind: 'system', name: 'requests', party: self }, (unit) =>
        store.deleteAbsencesBefore(unit, later(clock.now(), -staffLimits.endedDays * dayMs)),
      ),
  };
};

/** May somebody in one of these roles be given work? Who may write items may. */
export const takesWork = (roles: readonly string[]): boolean => roles.some(exchangePolicy.writesItems);
