/** From a draft to what units are told: proposed by one person, published by another, never changed. */
import { randomUUID } from 'node:crypto';
import { contentHash } from '../../kernel/canonical.ts';
import { type Actor, actorName } from '../../kernel/decision.ts';
import { Fault } from '../../kernel/faults.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import type { DraftFacts, Publication } from './contract.ts';
import { assignmentsOf } from './draft.ts';
import * as drafts from './draft-store.ts';
import { loadDraft } from './drafts-service.ts';
import { dutyNews, newOwners } from './duty.ts';
import * as duties from './duty-store.ts';
import { holdOpen } from './editing-service.ts';
import { bookedTwice } from './engagements.ts';
import { violationsOf } from './engine.ts';
import { planWith, type TakenPlan } from './hindrance.ts';
import { rosterLimits } from './limits.ts';
import type { RosterNeeds } from './needs-service.ts';
import type { Assignment, Hold } from './plan.ts';
import { type Published, plannedDuties } from './planned-duties.ts';
import type { Plans } from './plans-service.ts';
import { mayApprove, mayPlan, mayReadRoster } from './policy.ts';
import * as publications from './publication-store.ts';
import { markUntold } from './received-store.ts';

/** Rules that the register answers for: what stood when the plan was taken may stand no longer. */
const ofRegister: readonly string[] = ['host-pair', 'escort', 'pair-apart', 'not-taskable', 'unknown-unit'];

const refuseBroken = (plan: TakenPlan, holds: readonly Hold[], assignments: readonly Assignment[]): void => {
  if (assignments.length === 0) throw new Fault('roster/nobody');
  const broken = violationsOf(planWith(plan, holds), assignments).filter(
    ({ overridden }) => overridden === undefined,
  );
  if (broken.length === 0) return;
  const told = broken.slice(0, rosterLimits.told);
  const posts = [...new Set(told.map(({ post }) => post))];
  throw new Fault('roster/rules-broken', { rules: [...new Set(broken.map(({ rule }) => rule))], posts });
};

/** Those who stand in the plan and may be tasked no longer, by the plan as it stands now. */
const noLonger = (
  plan: TakenPlan,
  now: TakenPlan | null,
  holds: readonly Hold[],
  assignments: readonly Assignment[],
): readonly string[] => {
  const known = new Map((now?.units ?? []).map((unit) => [unit.id, unit]));
  const gone = assignments.map(({ unit }) => unit).filter((unit) => !known.has(unit));
  const units = plan.units.map((unit) => {
    const current = known.get(unit.id);
    if (current === undefined) return unit;
    const { notTaskable: _before, ...rest } = unit;
    const { hostPair, notTaskable } = current;
    return { ...rest, hostPair, ...(notTaskable === undefined ? {} : { notTaskable }) };
  });
  const broken = violationsOf(planWith({ ...plan, units }, holds), assignments).filter(
    ({ rule, overridden }) => overridden === undefined && ofRegister.includes(rule),
  );
  return [...new Set([...gone, ...broken.map(({ unit }) => unit)])].sort();
};

/** As planners find it again: in Latin letters. */
const nameIn = ({ units }: TakenPlan, id: string): string => units.find((unit) => unit.id === id)?.name ?? id;

export const createPublishing = (needs: RosterNeeds, plans: Plans, kick: () => void) => {
  const { verbs, self, clock } = needs;

  const holdProposed = async (unit: Unit, id: string, version: number): Promise<DraftFacts> => {
    const draft = await unit.asHouse('roster', (house) => drafts.holdDraft(house, id));
    if (draft === null || draft.state === 'discarded') throw new Fault('access/absent');
    if (draft.version !== version) throw new Fault('state/changed');
    if (draft.state !== 'proposed') throw new Fault('roster/not-proposed');
    return draft;
  };

  const setState = async (
    unit: Unit,
    id: string,
    to: Omit<Parameters<typeof drafts.setDraftState>[2], 'at'>,
  ): Promise<DraftFacts> => {
    const at = clock.now();
    await unit.asHouse('roster', (house) => drafts.setDraftState(house, id, { ...to, at }));
    await needs.live.announce(unit, { topic: 'roster.draft', id });
    return loadDraft(unit, id);
  };

  /** Tells units what is new to them, and notes which services are to hear of it. */
  const tell = async (unit: Unit, publication: Publication, published: Published): Promise<number> => {
    const { event, id, publishedAt: at } = publication;
    const planned = plannedDuties(published);
    const { people } = published;
    return unit.asHouse('roster', async (house) => {
      const told = await duties.dutiesOfEvent(house, event);
      const news = dutyNews(told, planned);
      const all = [...news.added, ...news.changed, ...news.cancelled];
      // Who left the plan is cancelled by the name that he was told under.
      const names = new Map(told.map(({ unit: of, unitName }) => [of, unitName]));
      await duties.forgetLapses(house, event);
      await duties.tellDuties(house, news, {
        ...{ event, holder: self, publication: id, at },
        nameOf: (one) => people.get(one)?.name ?? names.get(one) ?? '',
        newUid: () => `${randomUUID()}@${self}`,
      });
      await duties.keepOwners(house, event, newOwners(told, planned));
      const foreign = new Map(
        all.filter(({ party }) => party !== self).map((duty) => [duty.unit, duty.party]),
      );
      const untold = [...foreign].map(([of, party]) => ({ unit: of, party }));
      await markUntold(house, { event, holder: self }, untold);
      return all.length;
    });
  };

  return {
    propose: (actor: Actor, id: string, version: number): Promise<DraftFacts> =>
      verbs.run({ actor, verb: 'roster.propose', subject: id }, async ({ unit, permit, note }) => {
        permit(mayPlan(actor, self));
        const draft = await holdOpen(unit, id, version);
        const { plan } = await plans.read(unit, draft.plan);
        const state = await drafts.readState(unit, draft);
        const assignments = assignmentsOf(state);
        refuseBroken(plan, [...state.holds.values()], assignments);
        note({ event: draft.event, duties: assignments.length });
        const proposal = { proposedBy: actorName(actor), proposedAt: clock.now(), returned: null };
        return setState(unit, id, { state: 'proposed', ...proposal });
      }),

    /** Takes a proposal back, to go on editing. */
    withdraw: (actor: Actor, id: string, version: number): Promise<DraftFacts> =>
      verbs.run({ actor, verb: 'roster.withdraw', subject: id }, async ({ unit, permit }) => {
        permit(mayPlan(actor, self));
        await holdProposed(unit, id, version);
        return setState(unit, id, { state: 'open', proposedBy: null, proposedAt: null, returned: null });
      }),

    /** Sends a proposal back, and says why. */
    sendBack: (actor: Actor, id: string, version: number, reason: string): Promise<DraftFacts> =>
      verbs.run({ actor, verb: 'roster.return', subject: id }, async ({ unit, permit }) => {
        permit(mayReadRoster(actor, self));
        const draft = await holdProposed(unit, id, version);
        permit(mayApprove(actor, self, draft));
        return setState(unit, id, { state: 'open', proposedBy: null, proposedAt: null, returned: reason });
      }),

    /** Publishes what was proposed, and tells the units. */
    approve: (actor: Actor, id: string, version: number): Promise<DraftFacts> =>
      verbs.run({ actor, verb: 'roster.publish', subject: id }, async ({ unit, permit, refuse, note }) => {
        permit(mayReadRoster(actor, self));
        const draft = await holdProposed(unit, id, version);
        const authors = await unit.asHouse('roster', (house) => drafts.authorsOf(house, id));
        permit(mayApprove(actor, self, { ...draft, authors }));
        const { event } = draft;
        const { plan } = await plans.read(unit, draft.plan);
        const state = await drafts.readState(unit, draft);
        const [assignments, holds] = [assignmentsOf(state), [...state.holds.values()]];
        refuseBroken(plan, holds, assignments);
        const named = [...new Set(assignments.map((one) => one.unit))];
        const stands = await unit.asHouse('roster', async (house) => ({
          now: await needs.source.planOf(house, event),
          elsewhere: await duties.engagedElsewhere(house, event, named),
          people: await needs.source.peopleOf(house, event, named),
          names: await needs.source.namesOf(house, event),
          number: await publications.nextNumber(house, event),
        }));
        const { now, people, names, number, elsewhere } = stands;
        const booked = bookedTwice(plan, assignments, elsewhere).slice(0, rosterLimits.told);
        // The faults name people; the journal does not.
        if (booked.length > 0) {
          const units = booked.map((one) => nameIn(plan, one));
          const fault = new Fault('roster/booked-twice', { units });
          refuse(fault.code, fault, {});
        }
        const barred = noLonger(plan, now, holds, assignments);
        if (barred.length > 0 || names === null) {
          const units = barred.slice(0, rosterLimits.told).map((one) => nameIn(plan, one));
          const fault = new Fault('roster/no-longer-taskable', { units });
          return refuse(fault.code, fault, {});
        }
        const publication = {
          ...{ id: randomUUID(), event, number, plan: draft.plan, assignments: [...assignments] },
          ...{ hash: contentHash(assignments), proposedBy: draft.proposedBy ?? '' },
          ...{ approvedBy: actorName(actor), publishedAt: clock.now() },
        };
        const kept = { ...publication, holder: self, draft: id };
        await unit.asHouse('roster', (house) => publications.insertPublication(house, kept));
        const told = await tell(unit, publication, { plan, assignments, people, names });
        note({ event, publication: publication.id, number, hash: publication.hash, told });
        await needs.live.announce(unit, { topic: 'roster.publication', id: publication.id });
        unit.afterCommit(kick);
        const { proposedBy, proposedAt } = draft;
        return setState(unit, id, { state: 'published', proposedBy, proposedAt, returned: null });
      }),

    read: (actor: Actor, id: string): Promise<Publication> =>
      verbs.read({ actor, verb: 'roster.read-publication', subject: id }, async ({ unit, permit }) => {
        permit(mayReadRoster(actor, self));
        const publication = await publications.findPublication(unit, id);
        if (publication === null) throw new Fault('access/absent');
        return publication;
      }),
  };
};
