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
import type { Remedy } from './solving/remedies.ts';
import { createSolver } from './solving/solving-service.ts';
import type { States } from './states-service.ts';

type ShownRemedy = NonNullable<Explanation['open']>['remedies'][number];

/** What one more seat would cost elsewhere is for the search, not for people. */
const remedyOf = (remedy: Remedy): ShownRemedy[] => {
  switch (remedy.kind) {
    case 'ask': {
      const { kind, quantity, minutes, parties } = remedy;
      return [{ kind, quantity, minutes, parties: [...parties] }];
    }
    case 'move':
      return [{ ...remedy }];
    case 'price':
      return [];
  }
};

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
        if (!plan.posts.some((one) => one.id === post)) throw new Fault('access/absent');
        return { plan: planWith(plan, [...state.holds.values()]), assignments: assignmentsOf(state) };
      });
      const why = asked.assignments.filter((one) => one.post === post);
      const { open, why: reasons } = await solver.explain({ ...asked, posts: [post], why, priced: false });
      const [first] = open;
      return {
        open:
          first === undefined || first.open === 0
            ? null
            : {
                open: first.open,
                remaining: first.remaining.map((one) => ({ ...one })),
                binding: first.binding,
                nearMisses: first.nearMisses.map((one) => ({ ...one })),
                parts: first.parts.map(({ unit, openMinutes }) => ({ unit, openMinutes })),
                remedies: first.remedies.flatMap(remedyOf),
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
