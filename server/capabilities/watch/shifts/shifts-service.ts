/** The verbs of the rota and of the handover between two shifts. */
import { type Actor, actorName, type SystemActor } from '../../../kernel/decision.ts';
import { Fault } from '../../../kernel/faults.ts';
import type { ShiftId } from '../../../kernel/ids.ts';
import { dayMs, dayOf, type Instant, later } from '../../../kernel/time.ts';
import type { Database, Unit } from '../../../plumbing/database/index.ts';
import type { Work } from '../../../plumbing/verbs/index.ts';
import type { StandingRequest } from '../requested.ts';
import type { RequestSource } from '../requested-service.ts';
import {
  type DueThing,
  type Handover,
  type RequestNamed,
  type Rota,
  type Shift,
  shiftLimits,
  type WriteNote,
} from './contract.ts';
import { createPlanning, type PlanningNeeds } from './planning-service.ts';
import { mayPlan, mayReadHandover, mayReadRota, maySignIn, maySignOut, type Signing } from './policy.ts';
import {
  emptyHeadings,
  hashNote,
  type Note,
  type StoredHandover,
  type StoredShift,
  stateOf,
} from './shift.ts';
import * as store from './shift-store.ts';

/** What the verbs of shifts need, by name. */
export interface ShiftNeeds extends PlanningNeeds {
  readonly database: Database;
  readonly house: SystemActor;
  /** Alerts that some country has not acknowledged. */
  openAlerts(unit: Unit): Promise<readonly DueThing[]>;
  readonly requests: Pick<RequestSource, 'standing' | 'titles'>;
}

/** How far the rota is shown where nobody says. */
const [shownBackMs, shownAheadMs] = [3 * dayMs, 7 * dayMs];

export const createShifts = (needs: ShiftNeeds) => {
  const { verbs, clock, self, live, timeZone } = needs;

  const present = (shift: StoredShift, handover: StoredHandover | null): Shift => ({
    id: shift.id,
    desk: shift.desk,
    officers: [...shift.officers],
    startsAt: shift.startsAt,
    endsAt: shift.endsAt,
    state: stateOf(shift, handover, clock.now()),
    signedOut: handover?.out ?? null,
    signedIn: handover?.in ?? null,
  });

  /** The shift with its handover; the state is told to all who see the rota, so it is read as the house. */
  const load = async (unit: Unit, id: ShiftId) => {
    const shift = await store.lockShift(unit, id);
    if (shift === null) throw new Fault('access/absent');
    const handovers = await unit.asHouse('watch', (house) => store.findHandovers(house, [id]));
    return { shift, handover: handovers.get(id) ?? null };
  };

  const signingOf = async (
    unit: Unit,
    shift: StoredShift,
    handover: StoredHandover | null,
  ): Promise<Signing> => ({
    desk: shift.desk,
    officers: shift.officers,
    tlp: handover?.tlp ?? 'amber',
    outBy: handover?.out?.by ?? null,
    next: (await store.nextShift(unit, shift))?.officers ?? null,
  });

  const assemble = async (unit: Unit, shift: StoredShift, headings: Note['headings']): Promise<Note> => {
    const since = (await store.lastTakenOver(unit, shift)) ?? shift.startsAt;
    const limit = shiftLimits.requests;
    return {
      headings,
      since,
      pinned: await store.pinnedNow(unit),
      alerts: await needs.openAlerts(unit),
      requests: await needs.requests.standing(unit, { desk: shift.desk, since, limit }),
    };
  };

  /** Requests by the titles that this reader may see; of others he does not learn. */
  const nameRequests = async (
    work: Work,
    actor: Actor,
    standing: readonly StandingRequest[],
  ): Promise<RequestNamed[]> => {
    const ids = [...new Set(standing.map(({ item }) => item))];
    const titles = await needs.requests.titles(work, actor, ids);
    return standing.flatMap((one) => {
      const title = titles.get(one.item);
      return title === undefined ? [] : [{ ...one, title }];
    });
  };

  /** As its reader may see it: what is signed stays as it was signed, what he may not see is not named. */
  const presentHandover = async (
    work: Work,
    actor: Actor,
    shift: StoredShift,
    handover: StoredHandover | null,
  ): Promise<Handover> => {
    const { unit } = work;
    const isSigned = handover?.out != null;
    const written = handover?.note ?? null;
    const note = isSigned ? written : await assemble(unit, shift, written?.headings ?? emptyHeadings);
    const visible = await store.visibleEntries(unit, note?.pinned.map(({ entry }) => entry) ?? []);
    return {
      shift: present(shift, handover),
      version: handover?.version ?? 0,
      tlp: handover?.tlp ?? 'amber',
      headings: { ...(note?.headings ?? emptyHeadings) },
      since: note?.since ?? shift.startsAt,
      pinned: (note?.pinned ?? []).flatMap(({ entry, number }) => {
        const text = visible.get(entry);
        return text === undefined ? [] : [{ entry, number, text }];
      }),
      alerts: [...(note?.alerts ?? [])],
      requests: note?.requests ? await nameRequests(work, actor, note.requests) : null,
      hash: handover?.hash ?? null,
      erased: isSigned && written === null,
    };
  };

  const requireOpen = (shift: StoredShift, handover: StoredHandover | null): void => {
    const state = stateOf(shift, handover, clock.now());
    if (state !== 'running' && state !== 'without-handover' && state !== 'planned')
      throw new Fault('watch/shift-state', { state });
  };

  const tell = ({ unit }: Pick<Work, 'unit'>, id: ShiftId) =>
    live.announce(unit, { topic: 'watch.shift', id });

  return {
    rota: (actor: Actor, period: { readonly from?: Instant; readonly to?: Instant }): Promise<Rota> =>
      verbs.read({ actor, verb: 'watch.rota', subject: null }, async ({ unit, permit }) => {
        permit(mayReadRota(actor, self));
        const now = clock.now();
        const shifts = await store.listShifts(
          unit,
          period.from ?? later(now, -shownBackMs),
          period.to ?? later(now, shownAheadMs),
        );
        const handovers = await unit.asHouse('watch', (house) =>
          store.findHandovers(
            house,
            shifts.map(({ id }) => id),
          ),
        );
        return { shifts: shifts.map((shift) => present(shift, handovers.get(shift.id) ?? null)), timeZone };
      }),

    plan: createPlanning(needs, (shift) => present(shift, null)),

    cancel: (actor: Actor, id: ShiftId): Promise<Shift> =>
      verbs.run({ actor, verb: 'watch.cancel-shift', subject: id }, async (work) => {
        const { shift, handover } = await load(work.unit, id);
        work.permit(mayPlan(actor, self));
        requireOpen(shift, handover);
        await store.cancelShift(work.unit, id, actorName(actor), clock.now());
        await tell(work, id);
        return present({ ...shift, cancelledAt: clock.now() }, handover);
      }),

    handover: (actor: Actor, id: ShiftId): Promise<Handover> =>
      verbs.run({ actor, verb: 'watch.read-handover', subject: id }, async (work) => {
        const { unit, permit } = work;
        const { shift, handover } = await load(unit, id);
        permit(mayReadHandover(actor, self, handover?.tlp ?? 'amber'));
        return presentHandover(work, actor, shift, handover);
      }),

    /** Writes what is to be handed over; before anyone has signed. */
    writeNote: (actor: Actor, id: ShiftId, given: WriteNote): Promise<Handover> =>
      verbs.run({ actor, verb: 'watch.write-handover', subject: id }, async (work) => {
        const { unit, permit } = work;
        const { shift, handover } = await load(unit, id);
        permit(maySignOut(actor, self, await signingOf(unit, shift, handover)));
        permit(mayReadHandover(actor, self, given.tlp));
        requireOpen(shift, handover);
        if ((handover?.version ?? 0) !== given.version) throw new Fault('state/changed');
        const at = clock.now();
        await store.putNote(unit, {
          shift,
          tlp: given.tlp,
          version: given.version + 1,
          eraseOn: dayOf(later(at, shiftLimits.noteKeptDays * dayMs)),
          note: await assemble(unit, shift, given.headings),
          by: actorName(actor),
          at,
        });
        await tell(work, id);
        const { handover: written } = await load(unit, id);
        return presentHandover(work, actor, shift, written);
      }),

    /** The outgoing officer signs: the note is put together a last time and stays so. */
    signOut: (actor: Actor, id: ShiftId, version: number): Promise<Handover> =>
      verbs.run({ actor, verb: 'watch.sign-out', subject: id }, async (work) => {
        const { unit, permit, note } = work;
        const { shift, handover } = await load(unit, id);
        permit(maySignOut(actor, self, await signingOf(unit, shift, handover)));
        requireOpen(shift, handover);
        if (actor.kind !== 'person' || handover?.note == null)
          throw new Fault('watch/shift-state', { state: 'planned' });
        if (handover.version !== version) throw new Fault('state/changed');
        const at = clock.now();
        const final = await assemble(unit, shift, handover.note.headings);
        await store.putNote(unit, { ...handover, shift, note: final, by: actor.person, at });
        const hash = hashNote(id, handover.tlp, final);
        await store.signOut(unit, id, { by: actor.person, at, hash });
        note({ hash, version });
        await tell(work, id);
        const { handover: signed } = await load(unit, id);
        return presentHandover(work, actor, shift, signed);
      }),

    /** The incoming officer signs what he has read; after that nobody changes it. */
    signIn: (actor: Actor, id: ShiftId, hash: string): Promise<Handover> =>
      verbs.run({ actor, verb: 'watch.sign-in', subject: id }, async (work) => {
        const { unit, permit, note } = work;
        const { shift, handover } = await load(unit, id);
        permit(maySignIn(actor, self, await signingOf(unit, shift, handover)));
        const state = stateOf(shift, handover, clock.now());
        if (state !== 'signed-out' || actor.kind !== 'person')
          throw new Fault('watch/shift-state', { state });
        if (handover?.hash !== hash) throw new Fault('watch/other-note');
        await store.signIn(unit, id, actor.person, clock.now());
        note({ hash });
        await tell(work, id);
        const { handover: signed } = await load(unit, id);
        return presentHandover(work, actor, shift, signed);
      }),

    /** Erases notes on their date; that they were signed, by whom and over which hash, stays. */
    eraseDue: async (): Promise<void> => {
      const { house: actor } = needs;
      await verbs.read(
        { actor, verb: 'watch.erase-handovers', subject: null },
        async ({ unit, permit, note }) => {
          permit(mayReadRota(actor, self));
          const shifts = await store.eraseNotesDue(unit, dayOf(clock.now()));
          if (shifts.length > 0) note({ shifts: [...shifts] });
        },
      );
    },
  };
};

/** The verbs of the rota and the handover. */
export type ShiftService = ReturnType<typeof createShifts>;
