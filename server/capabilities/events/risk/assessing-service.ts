/** The verbs of assessments: a person assesses, reads what was said of a place, and compares versions. */
import { type Actor, actorName } from '../../../kernel/decision.ts';
import { Fault } from '../../../kernel/faults.ts';
import { gradingErrors } from '../../../kernel/marking.ts';
import { isDay } from '../../../kernel/time.ts';
import { wallTimeOf } from '../../../kernel/zone.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import { requireEvent } from '../keeping-service.ts';
import { requireReadable } from '../places-service.ts';
import { changedParts, compareVersions, isOverdue } from './assessment.ts';
import * as store from './assessment-store.ts';
import type { AssessmentDraft, Source } from './contract.ts';
import { type Facts, namesOf } from './facts.ts';
import { loadFacts, requireTarget } from './facts-service.ts';
import { type HazardName, hazards } from './hazards.ts';
import { greater, type Level } from './level.ts';
import { riskLimits } from './limits.ts';
import type { RiskNeeds } from './needs-service.ts';
import { mayAssess, mayReadRisk } from './policy.ts';
import { requireReviewDay } from './review.ts';
import { readTarget, type Target } from './target.ts';
import type { Assessment, Comparison, TargetView, Version } from './view-contract.ts';

/** Each version with what it changed of the one before; newest first, as given. */
const withChanges = (versions: readonly store.StoredVersion[]): Version[] =>
  versions.map(({ hazard: _hazard, ...version }, at) => {
    const before = versions[at + 1];
    return { ...version, changed: before === undefined ? [] : changedParts(before, version) };
  });

/** The target that a key names. Fault: `access/absent`. */
export const requireKey = (key: string): Target => {
  const target = readTarget(key);
  if (target === null || (target.kind === 'venue-day' && !isDay(target.day)))
    throw new Fault('access/absent');
  return target;
};

/** What partners and officers gave is graded as they grade: a grade that its scheme does not know is none. */
const requireSources = async (needs: RiskNeeds, unit: Unit, sources: readonly Source[]): Promise<void> => {
  for (const source of sources) {
    const errors = source.grading === null ? [] : gradingErrors(source.grading);
    if (errors.length > 0) throw new Fault('events/risk-source-unsound');
    if (source.kind === 'item' && (await needs.items.find(unit, source.item)) === null)
      throw new Fault('access/absent');
  }
};

export const createAssessing = (needs: RiskNeeds) => {
  const { verbs, clock, self, timeZone, live } = needs;
  const today = () => wallTimeOf(timeZone, clock.now()).day;

  const besideOf = async (
    unit: Unit,
    event: string,
    key: string,
    facts: readonly Facts[],
  ): Promise<TargetView['beside']> => {
    const own = facts.find((one) => one.key === key);
    const ranks = new Map<string, Level>();
    for (const { target, level } of await store.currentOf(unit, event))
      ranks.set(target, greater(ranks.get(target) ?? null, level) ?? level);
    const day = `venue-day:${own?.placeId ?? ''}:${own?.day ?? ''}`;
    const near =
      own?.target.kind === 'session'
        ? facts.filter((one) => one.key === day)
        : own?.target.kind === 'venue-day'
          ? facts.filter(({ target }) => target.kind === 'session' && own.sessions.includes(target.session))
          : [];
    return near.map((one) => ({ target: one.key, level: ranks.get(one.key) ?? null }));
  };

  const view = async (unit: Unit, event: string, key: string): Promise<TargetView> => {
    const versions = await store.versionsOf(unit, event, key);
    const assessments: Assessment[] = hazards.flatMap((hazard) => {
      const [newest, ...older] = versions.filter((one) => one.hazard === hazard);
      if (newest === undefined) return [];
      const overdue = isOverdue(newest, today());
      return { hazard, versions: withChanges([newest, ...older]), overdue };
    });
    const level = assessments.reduce<Level | null>(
      (most, { versions: [newest] }) => greater(most, newest?.level ?? null),
      null,
    );
    const facts = await loadFacts(unit, event, timeZone);
    const beside = await besideOf(unit, event, key, facts);
    const names = namesOf(facts, [key, ...beside.map(({ target }) => target)]);
    return { target: key, level, assessments, beside, names };
  };

  return {
    read: (actor: Actor, event: string, key: string): Promise<TargetView> =>
      verbs.read({ actor, verb: 'events.read-risk', subject: event }, async ({ unit, permit }) => {
        permit(mayReadRisk(actor, self));
        await requireReadable(unit, event);
        await requireTarget(unit, event, requireKey(key));
        return view(unit, event, key);
      }),

    /** Faults: `events/changed-meanwhile`, `events/risk-source-unsound`, those of `requireReviewDay`. */
    assess: (actor: Actor, event: string, draft: AssessmentDraft): Promise<TargetView> =>
      verbs.run({ actor, verb: 'events.assess-risk', subject: event }, async ({ unit, permit, note }) => {
        permit(mayAssess(actor, self));
        await requireEvent(unit, event);
        await requireTarget(unit, event, requireKey(draft.target));
        const { seen, ...said } = draft;
        const before = await store.versionNow(unit, said.target, said.hazard);
        if (before !== seen) throw new Fault('events/changed-meanwhile');
        requireReviewDay(said.reviewOn, today());
        if (before >= riskLimits.versions) throw new Fault('events/too-many', { limit: riskLimits.versions });
        await requireSources(needs, unit, said.sources);
        const { target, hazard, likelihood, impact } = said;
        note({ target, hazard, likelihood, impact, version: before + 1 });
        const how = { holder: self, event, at: clock.now(), by: actorName(actor) };
        await store.addVersions(unit, how, [{ ...said, version: before + 1, origin: 'person' }]);
        await live.announce(unit, { topic: 'events.risk', id: event });
        return view(unit, event, target);
      }),

    compare: (
      actor: Actor,
      event: string,
      key: string,
      which: { readonly hazard: HazardName; readonly before: number; readonly after: number },
    ): Promise<Comparison> =>
      verbs.read({ actor, verb: 'events.compare-risk', subject: event }, async ({ unit, permit }) => {
        permit(mayReadRisk(actor, self));
        await requireReadable(unit, event);
        const all = (await store.versionsOf(unit, event, key)).filter(
          ({ hazard }) => hazard === which.hazard,
        );
        const versions = withChanges(all);
        const of = (number: number): Version => {
          const found = versions.find(({ version }) => version === number);
          if (found === undefined) throw new Fault('access/absent');
          return found;
        };
        return compareVersions(of(which.before), of(which.after));
      }),
  };
};
/** The verbs of assessments. */
export type Assessing = ReturnType<typeof createAssessing>;
