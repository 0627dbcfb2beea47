/** Officers whom this service sends: named as drafts, released by its contact point, and then told of. */
import { randomUUID } from 'node:crypto';
import type { Actor } from '../../../kernel/decision.ts';
import { Fault } from '../../../kernel/faults.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import { toBundle } from '../../../plumbing/stix/index.ts';
import type { Work } from '../../../plumbing/verbs/index.ts';
import { findLine, type StandingLine } from './accepted-store.ts';
import { requireGrounds, requireProfile } from './checking.ts';
import type { Course } from './course-service.ts';
import type { Naming } from './draft-contract.ts';
import { mayFollowOn } from './machine.ts';
import { announceUnit, asDeployment, type DeploymentNeeds } from './needs-service.ts';
import { mayRegister, mayReleaseNames, mayStep, releaseNames } from './policy.ts';
import { holdUnit } from './showing-service.ts';
import { factsOf, isReplaceable, type StoredUnit } from './unit.ts';
import * as units from './unit-store.ts';
import { deploymentKinds, unitToWire, untouched } from './wire.ts';

/** Names officers against accepted offers. */
export const createNaming = (needs: DeploymentNeeds, course: Course) => {
  const { verbs, self, clock } = needs;

  const acceptedOf = async (unit: Unit, of: Pick<Naming, 'ask' | 'line'>): Promise<StandingLine> => {
    const accepted = await unit.asHouse('deployment', (part) => findLine(part, { ...of, partner: self }));
    if (accepted === null) throw new Fault('assistance/not-accepted');
    return accepted;
  };

  /** The officer whose place is taken: of the same line, and still one who could go. */
  const requireReplaced = async (work: Work, actor: Actor, naming: Naming): Promise<void> => {
    if (naming.replaces === undefined) return;
    const { unit, pairs } = await holdUnit(work, naming.replaces);
    work.permit(mayStep(actor, self, factsOf(unit, pairs), 'withdraw'));
    if (unit.ask !== naming.ask || unit.line !== naming.line) throw new Fault('assistance/not-accepted');
    if (!isReplaceable(unit)) throw new Fault('assistance/step-not-now');
  };

  const send = async (work: Work, unit: StoredUnit, accepted: boolean): Promise<void> => {
    const wire = unitToWire(unit, clock.now());
    const linked = await needs.isLinked(work.unit, unit.host);
    const released = releaseNames(
      unit,
      { self, linked, accepted },
      { kind: deploymentKinds.named, body: toBundle([wire]) },
    );
    if (released === null) throw new Fault('assistance/not-accepted');
    await needs.federation.send(work.unit, released);
  };

  return {
    /** Keeps names as drafts of this service; nothing leaves yet. All are kept, or none. */
    name: (actor: Actor, naming: Naming): Promise<{ readonly named: readonly string[] }> =>
      verbs.run({ actor, verb: 'assistance.name', subject: naming.ask }, async (work) => {
        work.permit(mayRegister(actor, self));
        await requireReplaced(work, actor, naming);
        work.permit(mayRegister(actor, self));
        const accepted = await acceptedOf(work.unit, naming);
        const at = clock.now();
        requireGrounds(naming.grounds, at);
        for (const [index, profile] of naming.profiles.entries())
          requireProfile(profile, index + 1, accepted.specialty);
        return asDeployment(work, async (part) => {
          const of = { ask: naming.ask, line: naming.line, party: self };
          const before = await units.countNamed(part, of, naming.replaces);
          if (before + naming.profiles.length > accepted.quantity)
            throw new Fault('assistance/beyond-quantity', { limit: accepted.quantity });
          const named = naming.profiles.map((profile, index) => ({
            id: randomUUID(),
            holder: self,
            kind: 'sent' as const,
            party: self,
            host: accepted.host,
            ask: naming.ask,
            line: naming.line,
            event: accepted.event,
            stage: 'draft' as const,
            person: null,
            profile,
            available: profile.available,
            grounds: naming.grounds,
            replaces: index === 0 ? (naming.replaces ?? null) : null,
            ...untouched,
            createdAt: at,
          }));
          for (const unit of named) await units.insertUnit(part, unit);
          work.note({ units: named.map(({ id }) => id) });
          return { named: named.map(({ id }) => id) };
        });
      }),

    /** Lets all drafts of a line go to the host: the contact point, who sees them before. */
    releaseNames: (actor: Actor, of: Pick<Naming, 'ask' | 'line'>): Promise<{ readonly released: number }> =>
      verbs.run({ actor, verb: 'assistance.release-names', subject: of.ask }, async (work) => {
        work.permit(mayReleaseNames(actor, self));
        const accepted = await acceptedOf(work.unit, of);
        const drafts = await asDeployment(work, (part) => units.lockDrafts(part, of));
        for (const draft of drafts) {
          if (draft.replaces !== null) {
            const { unit } = await holdUnit(work, draft.replaces);
            // One who was refused, or is withdrawn, has left his place already.
            if (mayFollowOn(unit.stage, 'withdraw')) await course.takeOwn(work, unit, { step: 'withdraw' });
          }
          await send(work, draft, true);
          await asDeployment(work, (part) => units.updateCourse(part, { ...draft, stage: 'named' }));
          await announceUnit(needs, work, draft.id);
        }
        work.note({ units: drafts.map(({ id }) => id), disclosedTo: [accepted.host] });
        return { released: drafts.length };
      }),

    /** Takes a name back that was not released. */
    dropDraft: (actor: Actor, id: string): Promise<void> =>
      verbs.run({ actor, verb: 'assistance.drop-draft', subject: id }, async (work) => {
        const { unit } = await holdUnit(work, id);
        work.permit(mayRegister(actor, self));
        if (unit.stage !== 'draft') throw new Fault('assistance/step-not-now');
        await asDeployment(work, (part) => units.deleteUnit(part, id));
      }),
  };
};
