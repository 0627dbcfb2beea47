/** Edits of people, and taking them back: each in one transaction, on the version that the person saw. */
import { type Actor, actorName } from '../../kernel/decision.ts';
import { exhaustive, Fault } from '../../kernel/faults.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import type { Work } from '../../plumbing/verbs/index.ts';
import type { DraftFacts, Edit, Edited, EditFacts } from './contract.ts';
import { applyChanges, type Change, type DraftState, invertChanges, standingIn } from './draft.ts';
import * as drafts from './draft-store.ts';
import * as edits from './edit-store.ts';
import { type Editing, editDraft, ofPairs } from './editing.ts';
import { coverageOf, violationsOf } from './engine.ts';
import { planWith } from './hindrance.ts';
import { lastJob } from './job-store.ts';
import { rosterLimits } from './limits.ts';
import type { RosterNeeds } from './needs-service.ts';
import type { Plans } from './plans-service.ts';
import { mayPlan } from './policy.ts';
import type { States } from './states-service.ts';

/** A draft that can be edited now, held until the transaction ends. */
export const holdOpen = async (unit: Unit, id: string, version: number): Promise<DraftFacts> => {
  const draft = await unit.asHouse('roster', (house) => drafts.holdDraft(house, id));
  if (draft === null || draft.state === 'discarded') throw new Fault('access/absent');
  if (draft.version !== version) throw new Fault('state/changed');
  if (draft.state !== 'open') throw new Fault('roster/not-open');
  if ((await lastJob(unit, id))?.state === 'running') throw new Fault('roster/at-work');
  return draft;
};

/** Keeps an edit as the next one; what had been undone is gone. */
export const keepEdit = async (
  needs: Pick<RosterNeeds, 'self' | 'live'>,
  unit: Unit,
  draft: DraftFacts,
  edit: {
    readonly kind: EditFacts['kind'];
    readonly changes: readonly Change[];
    readonly by: string;
    readonly at: Instant;
  },
): Promise<number> => {
  const place = draft.place + 1;
  const of = { id: draft.id, holder: needs.self };
  await unit.asHouse('roster', async (house) => {
    await drafts.keepChanges(house, of, edit.changes);
    await edits.insertEdit(house, of, { ...edit, place });
    await drafts.advance(house, draft.id, { place, at: edit.at });
  });
  await needs.live.announce(unit, { topic: 'roster.draft', id: draft.id });
  return place;
};

const codeOf = ({ kind, violations }: Extract<Editing, { kind: 'broken' | 'barred' }>): string => {
  if (kind === 'broken') return 'roster/rules-broken';
  if (violations.some(({ rule }) => rule === 'pair-apart')) return 'roster/pair-apart';
  return violations.some(({ rule }) => ofPairs.includes(rule))
    ? 'roster/host-pair'
    : 'roster/never-set-aside';
};

const faultOf = (editing: Exclude<Editing, { kind: 'changed' }>): Fault => {
  switch (editing.kind) {
    case 'unknown':
      return new Fault('roster/unknown');
    case 'pinned':
      return new Fault('roster/pinned');
    case 'locked':
      return new Fault('roster/locked');
    case 'broken':
    case 'barred': {
      const named = editing.violations.slice(0, rosterLimits.told);
      const rules = [...new Set(editing.violations.map(({ rule }) => rule))];
      const units = [...new Set(named.map(({ unit }) => unit))];
      const posts = [...new Set(named.map(({ post }) => post))];
      return new Fault(codeOf(editing), { rules, units, posts });
    }
    default:
      return exhaustive(editing);
  }
};

export const createEditing = (needs: RosterNeeds, plans: Plans, states: States) => {
  const { verbs, self, clock } = needs;

  const answer = async (
    unit: Unit,
    id: string,
    plan: DraftFacts['plan'],
    state: DraftState,
    changes: readonly Change[],
  ): Promise<Edited> => {
    const draft = await drafts.findDraft(unit, id);
    if (draft === null) throw new Fault('access/absent');
    const read = await plans.read(unit, plan);
    const coverage = coverageOf(planWith(read.plan, [...state.holds.values()]), standingIn(state));
    const { version, place, edits: all } = draft;
    return { version, place, edits: all, changes: [...changes], coverage };
  };

  /** One step back or forth among the edits. */
  const step = async (work: Work, actor: Actor, id: string, version: number, isBack: boolean) => {
    const { unit, permit, note } = work;
    permit(mayPlan(actor, self));
    const draft = await holdOpen(unit, id, version);
    const place = isBack ? draft.place : draft.place + 1;
    const done = await edits.findChanges(unit, id, place);
    if (done === null) throw new Fault('roster/nothing-to-undo');
    const changes = isBack ? invertChanges(done) : done;
    const before = await states.read(unit, draft);
    const at = clock.now();
    await unit.asHouse('roster', async (house) => {
      await drafts.keepChanges(house, { id, holder: self }, changes);
      await drafts.advance(house, id, { place: isBack ? place - 1 : place, at });
    });
    note({ place, changes: changes.length });
    await needs.live.announce(unit, { topic: 'roster.draft', id });
    const after = applyChanges(before, changes);
    states.keep(unit, id, draft.version + 1, after);
    return answer(unit, id, after.plan, after, changes);
  };

  return {
    edit: (actor: Actor, id: string, version: number, edit: Edit): Promise<Edited> =>
      verbs.run({ actor, verb: 'roster.edit', subject: id }, async ({ unit, permit, refuse, note }) => {
        permit(mayPlan(actor, self));
        const draft = await holdOpen(unit, id, version);
        const { plan } = await plans.read(unit, draft.plan);
        const state = await states.read(unit, draft);
        const editing = editDraft({ plan, state, check: violationsOf, by: actorName(actor) }, edit);
        if (editing.kind !== 'changed') {
          const fault = faultOf(editing);
          // What nobody may set aside is forbidden, not only wrong: the journal has it, and no names.
          if (editing.kind === 'barred') refuse(fault.code, fault, {});
          throw fault;
        }
        const { changes } = editing;
        const overridden = changes.flatMap((change) =>
          change.kind === 'hold' && change.after?.kind === 'override' ? change.after.rules : [],
        );
        note({ edit: edit.kind, changes: changes.length, overridden: [...new Set(overridden)] });
        const after = applyChanges(state, changes);
        if (changes.length > 0) {
          const kept = { kind: edit.kind, changes, by: actorName(actor), at: clock.now() };
          await keepEdit(needs, unit, draft, kept);
          states.keep(unit, id, draft.version + 1, after);
        }
        return answer(unit, id, draft.plan, after, changes);
      }),

    undo: (actor: Actor, id: string, version: number): Promise<Edited> =>
      verbs.run({ actor, verb: 'roster.undo', subject: id }, (work) => step(work, actor, id, version, true)),

    redo: (actor: Actor, id: string, version: number): Promise<Edited> =>
      verbs.run({ actor, verb: 'roster.redo', subject: id }, (work) => step(work, actor, id, version, false)),
  };
};
