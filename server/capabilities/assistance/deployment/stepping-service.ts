/** Steps of a unit: vetted, accredited, arrived, briefed, extended, released, debriefed. */
import type { Actor } from '../../../kernel/decision.ts';
import { Fault } from '../../../kernel/faults.ts';
import { isDay } from '../../../kernel/time.ts';
import type { Work } from '../../../plumbing/verbs/index.ts';
import { armsOfLine } from './accepted-store.ts';
import { issueBadge } from './badges-service.ts';
import { briefingLanguages } from './briefing.ts';
import type { UnitView } from './contract.ts';
import type { Course } from './course-service.ts';
import type { StepDraft } from './draft-contract.ts';
import { isSpoken, mayFollowOn } from './machine.ts';
import { announceUnit, asDeployment, type DeploymentNeeds } from './needs-service.ts';
import { mayStep } from './policy.ts';
import type { createUnitShowing } from './showing-service.ts';
import { holdUnit } from './showing-service.ts';
import * as steps from './step-store.ts';
import { factsOf, hidesInWords, type StoredUnit } from './unit.ts';
import * as units from './unit-store.ts';
import { type Told, toldAgain } from './wire.ts';

/** What is written with a step, where it is words. */
const wordsOf = (draft: StepDraft): string => {
  switch (draft.kind) {
    case 'debrief':
      return draft.text;
    case 'withdraw':
    case 'revoke-badge':
      return draft.reason;
    case 'arrive':
      return draft.lodging;
    case 'accredit':
      return draft.zones.join('\n');
    default:
      return '';
  }
};

/** Takes steps. */
export const createStepping = (
  needs: DeploymentNeeds,
  course: Course,
  shown: ReturnType<typeof createUnitShowing>,
) => {
  const { verbs, self, clock } = needs;

  /** Armed where all three say so: he has a registered weapon, the power, and the ask wants arms. */
  const requireArms = async (work: Work, unit: StoredUnit): Promise<void> => {
    const { arms, powers } = unit.profile;
    const wanted = unit.ask === null || unit.line === null ? null : { ask: unit.ask, line: unit.line };
    const allowed = wanted === null ? null : await asDeployment(work, (part) => armsOfLine(part, wanted));
    if (arms.length === 0 || !powers.includes('carry-arms') || allowed === 'none')
      throw new Fault('assistance/no-arms');
  };

  const accredit = async (
    work: Work,
    unit: StoredUnit,
    draft: StepDraft & { kind: 'accredit' },
  ): Promise<Told> => {
    const isInTime =
      isDay(draft.until) && draft.until >= clock.now().slice(0, 10) && draft.until < unit.grounds.eraseOn;
    if (!isInTime) throw new Fault('assistance/dates-unsound');
    if (draft.armed) await requireArms(work, unit);
    const badge = await asDeployment(work, (part) => issueBadge(needs, part, unit, draft));
    work.note({ badge: badge.number });
    return { step: 'accredit', badge: { number: badge.number, until: badge.until, armed: badge.armed } };
  };

  const toldOf = async (work: Work, unit: StoredUnit, draft: StepDraft): Promise<Told> => {
    switch (draft.kind) {
      case 'vet':
        return { step: 'vet', ...(draft.ground === null ? {} : { ground: draft.ground }) };
      case 'accredit':
        return accredit(work, unit, draft);
      case 'brief':
        // Understood, or it is no briefing.
        if (!unit.profile.languages.includes(draft.language) || !briefingLanguages.includes(draft.language))
          throw new Fault('assistance/step-not-now');
        return { step: 'brief', language: draft.language };
      case 'propose-extension':
      case 'agree-extension':
        if (draft.until.slice(0, 10) >= unit.grounds.eraseOn) throw new Fault('assistance/dates-unsound');
        return { step: draft.kind, until: draft.until };
      case 'debrief':
        return { step: 'debrief', text: draft.text };
      case 'withdraw':
      case 'revoke-badge':
        return { step: draft.kind, text: draft.reason };
      case 'arrive':
      case 'release':
        // Where he lodges stays here.
        return { step: draft.kind };
    }
  };

  return {
    /** Sends a step again that the other node refused, as it was. */
    resend: (actor: Actor, id: string, stepId: string): Promise<UnitView> =>
      verbs.run({ actor, verb: 'assistance.resend-step', subject: id }, async (work) => {
        const { unit, pairs } = await holdUnit(work, id);
        const step = await asDeployment(work, (part) => steps.lockRefused(part, id, stepId));
        if (step === null) throw new Fault('access/absent');
        work.note({ step: step.kind });
        work.permit(mayStep(actor, self, factsOf(unit, pairs), step.kind));
        const told = toldAgain(step.said, step);
        if (isSpoken(step.kind) || told === null) throw new Fault('assistance/step-not-now');
        if (!(await course.tell(work, unit, { id: step.id, by: self, at: step.at, told })))
          throw new Fault('assistance/step-not-now');
        await announceUnit(needs, work, id);
        return shown.whole(work, actor, id);
      }),

    step: (actor: Actor, id: string, draft: StepDraft): Promise<UnitView> =>
      verbs.run({ actor, verb: 'assistance.step', subject: id }, async (work) => {
        const { unit, pairs } = await holdUnit(work, id);
        work.note({ step: draft.kind });
        work.permit(mayStep(actor, self, factsOf(unit, pairs), draft.kind));
        if (!mayFollowOn(unit.stage, draft.kind)) throw new Fault('assistance/step-not-now');
        if (hidesInWords(wordsOf(draft))) throw new Fault('assistance/hidden-letters');
        const told = await toldOf(work, unit, draft);
        const lodged = draft.kind === 'arrive' ? { ...unit, lodging: draft.lodging } : unit;
        const changed = await course.takeOwn(work, lodged, told);
        if (draft.kind === 'withdraw' || draft.kind === 'release') {
          const unpaired = await course.endHolds(work, changed);
          work.note({ unpaired: [...unpaired] });
        }
        if (changed.available.until !== unit.available.until)
          await asDeployment(work, (part) => units.updateCourse(part, changed));
        return shown.whole(work, actor, id);
      }),
  };
};
