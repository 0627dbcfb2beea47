/** Drafts of an event's roster: begun, copied, read, compared, thrown away. */
import { randomUUID } from 'node:crypto';
import { type Actor, actorName } from '../../kernel/decision.ts';
import { Fault } from '../../kernel/faults.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import { boundFor } from './bounding.ts';
import { compareRosters, vacantOf } from './comparison.ts';
import type { Comparison, Draft, DraftFacts, EventRoster, Names, NewDraft, PlaceUse } from './contract.ts';
import { assignmentsOf, type DraftState, emptyDraft, seatedAsBefore } from './draft.ts';
import * as drafts from './draft-store.ts';
import { lapsedIn } from './duty-store.ts';
import { listEdits } from './edit-store.ts';
import { coverageOf } from './engine.ts';
import { planWith } from './hindrance.ts';
import { lastJob } from './job-store.ts';
import { rosterLimits } from './limits.ts';
import type { RosterNeeds } from './needs-service.ts';
import type { Plan } from './plan.ts';
import type { Plans, ReadPlan } from './plans-service.ts';
import { mayPlan, mayReadRoster } from './policy.ts';
import * as publications from './publication-store.ts';
import type { States } from './states-service.ts';

/** A draft or a published roster, with its plan. */
interface Side {
  readonly plan: ReadPlan;
  readonly state: DraftState;
  /** What the solver said of it; a copy has it too. */
  readonly solved: DraftFacts['solved'];
}

/** A draft that the reader may see. */
export const loadDraft = async (unit: Unit, id: string): Promise<DraftFacts> => {
  const draft = await drafts.findDraft(unit, id);
  if (draft === null || draft.state === 'discarded') throw new Fault('access/absent');
  return draft;
};

/** Who stands where in a draft or in a published roster, whichever has this id. */
const sideOf = async (plans: Plans, unit: Unit, id: string): Promise<Side> => {
  const publication = await publications.findPublication(unit, id);
  if (publication !== null) {
    const plan = await plans.read(unit, publication.plan);
    const empty = emptyDraft(publication.plan);
    const standing = seatedAsBefore(empty.standing, publication.assignments);
    return { plan, state: { ...empty, standing }, solved: null };
  }
  const draft = await loadDraft(unit, id);
  const [plan, state] = [await plans.read(unit, draft.plan), await drafts.readState(unit, draft)];
  return { plan, state, solved: draft.solved };
};

const coverage = ({ plan, state }: Side) =>
  coverageOf(planWith(plan.plan, [...state.holds.values()]), assignmentsOf(state));

export const createDrafts = (needs: RosterNeeds, plans: Plans, states: States) => {
  const { verbs, self } = needs;

  const whole = async (unit: Unit, id: string): Promise<Draft> => {
    // The job before the draft: what is done is seen in it.
    const job = await lastJob(unit, id);
    const draft = await loadDraft(unit, id);
    const { plan } = await plans.read(unit, draft.plan);
    const state = await states.read(unit, draft);
    const [assignments, holds] = [assignmentsOf(state), [...state.holds.values()]];
    const coverage = coverageOf(planWith(plan, holds), assignments);
    const { solved: kept } = draft;
    const solved = kept === null ? null : { ...kept, bound: boundFor(kept, draft.plan, holds) };
    return { ...draft, solved, assignments: [...assignments], holds, coverage, job };
  };

  return {
    /** What there is for an event. */
    list: (actor: Actor, event: string): Promise<EventRoster> =>
      verbs.read({ actor, verb: 'roster.list', subject: event }, async ({ unit, permit }) => {
        permit(mayReadRoster(actor, self));
        return {
          drafts: [...(await drafts.listDrafts(unit, event, rosterLimits.listed))],
          lapsed: [...(await lapsedIn(unit, event, needs.clock.now()))],
          publications: [...(await publications.listPublications(unit, event, rosterLimits.listed))],
        };
      }),

    /** What of rosters stands at a place: for who is about to change it. */
    placeUse: (actor: Actor, event: string, place: string): Promise<PlaceUse> =>
      verbs.read({ actor, verb: 'roster.list', subject: event }, async ({ unit, permit }) => {
        permit(mayReadRoster(actor, self));
        const postsIn = async (plan: string): Promise<number> =>
          (await plans.read(unit, plan)).plan.posts.filter((post) => post.place === place).length;
        const all = await drafts.listDrafts(unit, event, rosterLimits.listed);
        const worked = all.filter(({ state }) => state === 'open' || state === 'proposed');
        const standing = new Set<string>();
        for (const plan of new Set(worked.map((draft) => draft.plan)))
          if ((await postsIn(plan)) > 0) standing.add(plan);
        const [published] = await publications.listPublications(unit, event, 1);
        return {
          drafts: worked.filter(({ plan }) => standing.has(plan)).length,
          publishedPosts: published === undefined ? 0 : await postsIn(published.plan),
        };
      }),

    /** A new draft of the event as it stands now, or a copy of another to see what would happen if. */
    begin: (actor: Actor, event: string, { name, copyOf }: NewDraft): Promise<Draft> =>
      verbs.run({ actor, verb: 'roster.draft', subject: null }, async ({ unit, permit, subject, note }) => {
        permit(mayPlan(actor, self));
        const source = copyOf === undefined ? null : await sideOf(plans, unit, copyOf);
        if (source !== null && source.plan.event !== event) throw new Fault('access/absent');
        const plan = source?.plan.id ?? (await plans.take(unit, event));
        const id = randomUUID();
        subject(id);
        note({ event, plan, ...(copyOf === undefined ? {} : { copyOf }) });
        const facts = { id, event, plan, name, copiedFrom: copyOf ?? null };
        const made = { madeBy: actorName(actor), madeAt: needs.clock.now() };
        await unit.asHouse('roster', async (house) => {
          await drafts.insertDraft(house, { ...facts, ...made, holder: self });
          if (source === null) return;
          await drafts.copyState(house, { id, holder: self }, source.state);
          if (source.solved !== null) await drafts.keepSolved(house, id, source.solved);
        });
        await needs.live.announce(unit, { topic: 'roster.draft', id });
        return whole(unit, id);
      }),

    read: (actor: Actor, id: string): Promise<Draft> =>
      verbs.read({ actor, verb: 'roster.read', subject: id }, async ({ unit, permit }) => {
        permit(mayReadRoster(actor, self));
        return whole(unit, id);
      }),

    /** A plan as its text, and the hash that it is known by: it never changes. */
    plan: (actor: Actor, id: string): Promise<{ readonly text: string; readonly hash: string }> =>
      verbs.read({ actor, verb: 'roster.read-plan', subject: id }, async ({ unit, permit }) => {
        permit(mayReadRoster(actor, self));
        const { text, hash } = await plans.read(unit, id);
        return { text, hash };
      }),

    /** The draft as a plan with what people settled and who stands where: as the command reads it. */
    export: (actor: Actor, id: string): Promise<Plan> =>
      verbs.read({ actor, verb: 'roster.export-plan', subject: id }, async ({ unit, permit, note }) => {
        permit(mayReadRoster(actor, self));
        const draft = await loadDraft(unit, id);
        const { plan } = await plans.read(unit, draft.plan);
        const state = await states.read(unit, draft);
        note({ event: draft.event, plan: draft.plan });
        const settings = draft.solved === null ? {} : { seed: draft.solved.seed };
        return planWith(plan, [...state.holds.values()], assignmentsOf(state), settings);
      }),

    /** What the event and its places are called. */
    names: (actor: Actor, event: string): Promise<Names> =>
      verbs.read({ actor, verb: 'roster.read-names', subject: event }, async ({ unit, permit }) => {
        permit(mayReadRoster(actor, self));
        const names = await unit.asHouse('roster', (house) => needs.source.namesOf(house, event));
        if (names === null) throw new Fault('access/absent');
        return { event: names.event, places: Object.fromEntries(names.places) };
      }),

    /** The latest edits of a draft. */
    history: (actor: Actor, id: string) =>
      verbs.read({ actor, verb: 'roster.read-history', subject: id }, async ({ unit, permit }) => {
        permit(mayReadRoster(actor, self));
        await loadDraft(unit, id);
        return [...(await listEdits(unit, id, rosterLimits.listed))];
      }),

    /** What differs from one roster to another; each a draft or published. */
    compare: (actor: Actor, id: string, other: string): Promise<Comparison> =>
      verbs.read({ actor, verb: 'roster.compare', subject: id }, async ({ unit, permit }) => {
        permit(mayReadRoster(actor, self));
        const [before, after] = [await sideOf(plans, unit, id), await sideOf(plans, unit, other)];
        const { posts, units } = compareRosters(
          { plan: before.plan.plan, state: before.state },
          { plan: after.plan.plan, state: after.state },
        );
        return {
          posts: posts.map((post) => ({
            ...post,
            leaves: [...post.leaves],
            joins: [...post.joins],
            moved: [...post.moved],
          })),
          units: units.map(({ unit: of, loses, gains, moved }) => ({
            unit: of,
            loses: [...loses],
            gains: [...gains],
            moved: [...moved],
          })),
          before: coverage(before),
          after: coverage(after),
          vacant: {
            before: [...vacantOf(before.plan.plan, before.state)],
            after: [...vacantOf(after.plan.plan, after.state)],
          },
          plans: { before: before.plan.id, after: after.plan.id },
        };
      }),

    discard: (actor: Actor, id: string, version: number): Promise<void> =>
      verbs.run({ actor, verb: 'roster.discard', subject: id }, async ({ unit, permit }) => {
        permit(mayPlan(actor, self));
        const draft = await unit.asHouse('roster', (house) => drafts.holdDraft(house, id));
        if (draft === null || draft.state === 'discarded') throw new Fault('access/absent');
        if (draft.version !== version) throw new Fault('state/changed');
        if (draft.state !== 'open') throw new Fault('roster/not-open');
        const at = needs.clock.now();
        const gone = { state: 'discarded', proposedBy: null, proposedAt: null, returned: null, at } as const;
        await unit.asHouse('roster', (house) => drafts.setDraftState(house, id, gone));
        await needs.live.announce(unit, { topic: 'roster.draft', id });
      }),
  };
};
