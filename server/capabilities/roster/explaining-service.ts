/** Why a post is open and what would help, and why a unit has its post: asked of the engine's thread. */
import type { Actor } from '../../kernel/decision.ts';
import { Fault } from '../../kernel/faults.ts';
import type { Explanation } from './contract.ts';
import { assignmentsOf } from './draft.ts';
import { loadDraft } from './drafts-service.ts';
import { planWith } from './hindrance.ts';
import type { RosterNeeds } from './needs-service.ts';
import type { Plans } from './plans-service.ts';
import { mayReadRoster } from './policy.ts';
import { remedyShown } from './remedy.ts';
import { createSolver } from './solving/solving-service.ts';
import type { States } from './states-service.ts';

export const createExplaining = (needs: RosterNeeds, plans: Plans, states: States) => {
  const solver = createSolver(needs.program);
  return {
    /** All that can be said of one post of a draft. */
    explain: async (actor: Actor, id: string, post: string): Promise<Explanation> => {
      const call = { actor, verb: 'roster.explain', subject: id } as const;
      const asked = await needs.verbs.read(call, async ({ unit, permit }) => {
        permit(mayReadRoster(actor, needs.self));
        const draft = await loadDraft(unit, id);
        const { plan } = await plans.read(unit, draft.plan);
        const state = await states.read(unit, draft);
        const wanted = plan.posts.find((one) => one.id === post);
        if (wanted === undefined) throw new Fault('access/absent');
        const { specialty } = wanted.requirement;
        const answers = await needs.source.answersBefore(unit, actor, { specialty, event: draft.event });
        return {
          plan: planWith(plan, [...state.holds.values()]),
          assignments: assignmentsOf(state),
          answers,
        };
      });
      const { answers, ...roster } = asked;
      const why = roster.assignments.filter((one) => one.post === post);
      const { open, why: reasons } = await solver.explain({ ...roster, posts: [post], why, priced: false });
      const [first] = open;
      return {
        open:
          first === undefined || first.open === 0
            ? null
            : {
                open: first.open,
                remaining: first.remaining.map((one) => ({ ...one })),
                binding: first.binding,
                free: [...first.free],
                nearMisses: first.nearMisses.map((one) => ({ ...one })),
                parts: first.parts.map(({ unit, late, early }) => ({ unit, late, early })),
                remedies: first.remedies.flatMap((one) => remedyShown(one, answers)),
              },
        why: reasons.map(({ unit, able, free, rank, others, settled }) => ({
          ...{ unit, able, free, rank, settled },
          others: others.map((one) => ({ ...one })),
        })),
      };
    },
    stop: (): Promise<void> => solver.close(),
  };
};
/** Explanations of a node. */
export type Explaining = ReturnType<typeof createExplaining>;
