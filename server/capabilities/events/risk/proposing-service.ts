/** The verbs of proposals: what the facts speak for is shown, and a person accepts it, many at once. */
import { contentHash } from '../../../kernel/canonical.ts';
import { type Actor, actorName } from '../../../kernel/decision.ts';
import { Fault, type Language } from '../../../kernel/faults.ts';
import { wallTimeOf } from '../../../kernel/zone.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import { requireEvent } from '../keeping-service.ts';
import * as store from './assessment-store.ts';
import type { Acceptance, ProposalsQuery } from './contract.ts';
import { sayFact, sayFacts } from './fact-words.ts';
import { type Facts, namesOf } from './facts.ts';
import { loadFacts } from './facts-service.ts';
import { levelOf } from './level.ts';
import { riskLimits } from './limits.ts';
import type { RiskNeeds } from './needs-service.ts';
import { mayAssess, mayReadRisk } from './policy.ts';
import { proposeFor, type Starting } from './proposal.ts';
import { requireReviewDay } from './review.ts';
import type { Proposal, Proposals } from './view-contract.ts';

type Scope = Pick<ProposalsQuery, 'kind' | 'hazard' | 'target' | 'day'>;
type Open = Starting & { readonly target: string };

const isWithin = (scope: Scope, facts: Facts): boolean =>
  (scope.kind === undefined || facts.target.kind === scope.kind) &&
  (scope.target === undefined || facts.key === scope.target) &&
  (scope.day === undefined || facts.day === scope.day);

const digestOf = (open: readonly Open[]): string =>
  contentHash(open.map(({ target, hazard, likelihood, impact }) => [target, hazard, likelihood, impact]));

const said = (one: Open, language: Language): Proposal => ({
  target: one.target,
  hazard: one.hazard,
  likelihood: one.likelihood,
  impact: one.impact,
  confidence: one.confidence,
  level: levelOf(one.likelihood, one.impact),
  facts: one.facts.map((fact) => ({ code: fact.code, text: sayFact(fact, language) })),
});

export const createProposing = (needs: RiskNeeds) => {
  const { verbs, clock, self, timeZone, live } = needs;

  /** What nobody has assessed yet, with what the facts speak for. */
  const openOf = async (
    unit: Unit,
    event: string,
    scope: Scope,
    facts: readonly Facts[],
  ): Promise<readonly Open[]> => {
    const assessed = new Set(
      (await store.currentOf(unit, event)).map(({ target, hazard }) => `${target} ${hazard}`),
    );
    return facts
      .filter((one) => isWithin(scope, one))
      .flatMap((one) => proposeFor(one).map((starting) => ({ ...starting, target: one.key })))
      .filter(({ hazard }) => scope.hazard === undefined || hazard === scope.hazard)
      .filter(({ target, hazard }) => !assessed.has(`${target} ${hazard}`));
  };

  return {
    list: (actor: Actor, event: string, query: ProposalsQuery): Promise<Proposals> =>
      verbs.read({ actor, verb: 'events.list-proposals', subject: event }, async ({ unit, permit }) => {
        permit(mayReadRisk(actor, self));
        const facts = await loadFacts(unit, event, timeZone);
        const open = await openOf(unit, event, query, facts);
        const levels: Record<string, number> = {};
        for (const { likelihood, impact } of open) {
          const level = levelOf(likelihood, impact);
          levels[level] = (levels[level] ?? 0) + 1;
        }
        const worst = open.toSorted(
          (one, other) => other.likelihood * other.impact - one.likelihood * one.impact,
        );
        const items = worst.slice(0, riskLimits.shown).map((one) => said(one, query.language));
        const names = namesOf(
          facts,
          items.map(({ target }) => target),
        );
        return { items, total: open.length, levels, digest: digestOf(open), names };
      }),

    /** Faults: `events/changed-meanwhile` where the facts are no longer those that he saw. */
    accept: (actor: Actor, event: string, acceptance: Acceptance): Promise<{ accepted: number }> =>
      verbs.run(
        { actor, verb: 'events.accept-proposals', subject: event },
        async ({ unit, permit, note }) => {
          permit(mayAssess(actor, self));
          await requireEvent(unit, event);
          const { language, digest, reason, owner, reviewOn } = acceptance;
          requireReviewDay(reviewOn, wallTimeOf(timeZone, clock.now()).day);
          const facts = await loadFacts(unit, event, timeZone);
          const open = await openOf(unit, event, acceptance, facts);
          if (digestOf(open) !== digest) throw new Fault('events/changed-meanwhile');
          if (open.length > riskLimits.accepted)
            throw new Fault('events/too-many', { limit: riskLimits.accepted });
          note({ accepted: open.length });
          const how = { holder: self, event, at: clock.now(), by: actorName(actor) };
          const versions = open.map(({ facts: because, ...one }) => ({
            ...one,
            ...{ owner, reviewOn, sources: [], version: 1, origin: 'proposal' as const },
            reason: `${sayFacts(because, language)}. ${reason.trim()}`,
          }));
          await store.addVersions(unit, how, versions);
          await live.announce(unit, { topic: 'events.risk', id: event });
          return { accepted: open.length };
        },
      ),
  };
};
/** The verbs of proposals. */
export type Proposing = ReturnType<typeof createProposing>;
