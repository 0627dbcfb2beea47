/** Officers whom this service sends: named as drafts, released by its contact point, and then told of. */
import { randomUUID } from 'node:crypto';
import type { Actor } from '../../../kernel/decision.ts';
import { Fault } from '../../../kernel/faults.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import { toBundle } from '../../../plumbing/stix/index.ts';
import type { Work } from '../../../plumbing/verbs/index.ts';
import { findLine, type StandingLine } from './accepted-store.ts';
import { requireGrounds, requireProfile } from './checking.ts';
import type { Profile } from './contract.ts';
import type { Course } from './course-service.ts';
import type { NamedAnswer, Naming } from './draft-contract.ts';
import { mayFollowOn } from './machine.ts';
import { announceUnit, asDeployment, type DeploymentNeeds } from './needs-service.ts';
import { mayRegister, mayReleaseName, mayStep, releaseNames } from './policy.ts';
import { holdUnit } from './showing-service.ts';
import { wantingPapers } from './taskable.ts';
import { factsOf, isAmendable, isReplaceable, type StoredUnit } from './unit.ts';
import * as units from './unit-store.ts';
import { deploymentKinds, unitToWire, untouched } from './wire.ts';

/** Who wrote what is to leave of it now. */
const writersOf = ({ writers, amendment }: StoredUnit): readonly string[] => amendment?.writers ?? writers;

/** What the host will miss of the papers of these. */
const notesOn = (profiles: readonly Profile[]): NamedAnswer['notes'] =>
  profiles.flatMap((profile, index) => {
    const { missing, expired } = wantingPapers(profile, profile.available.until);
    const { nameLatin, nameArabic } = profile;
    return missing.length + expired.length === 0
      ? []
      : [{ row: index + 1, nameLatin, nameArabic, missing: [...missing], expired: [...expired] }];
  });

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

  /** Sends a name, or what mends one; what becomes of it comes back with the receipt. */
  const send = async (work: Work, unit: StoredUnit): Promise<void> => {
    const { amendment } = unit;
    const profile = amendment?.profile ?? unit.profile;
    const wire = unitToWire({ ...unit, profile }, clock.now());
    const linked = await needs.isLinked(work.unit, unit.host);
    const released = releaseNames(
      unit,
      { self, linked, accepted: true },
      { kind: deploymentKinds.named, body: toBundle([wire]) },
    );
    if (released === null) throw new Fault('assistance/not-accepted');
    const envelope = await needs.federation.send(work.unit, released);
    const stage = unit.stage === 'draft' ? 'named' : unit.stage;
    const sent = amendment === null ? null : { ...amendment, isSent: true };
    await asDeployment(work, (part) =>
      units.updateSending(part, { ...unit, stage, envelope, refusal: null, amendment: sent }),
    );
    await announceUnit(needs, work, unit.id);
  };

  const draftOf = (
    actor: Actor,
    naming: Naming,
    accepted: StandingLine,
    index: number,
    profile: Profile,
  ): StoredUnit => ({
    id: randomUUID(),
    holder: self,
    kind: 'sent',
    party: self,
    host: accepted.host,
    ask: naming.ask,
    line: naming.line,
    event: accepted.event,
    stage: 'draft',
    person: null,
    profile,
    available: profile.available,
    grounds: naming.grounds,
    replaces: index === 0 ? (naming.replaces ?? null) : null,
    ...untouched,
    writers: actor.kind === 'person' ? [actor.person] : [],
    createdAt: clock.now(),
  });

  return {
    /**
     * Keeps names as drafts of this service; nothing leaves yet. All are kept, or none. What the host will
     * miss of their papers is noted, and refuses nothing.
     */
    name: (actor: Actor, naming: Naming): Promise<NamedAnswer> =>
      verbs.run({ actor, verb: 'assistance.name', subject: naming.ask }, async (work) => {
        work.permit(mayRegister(actor, self));
        await requireReplaced(work, actor, naming);
        // The journal names the rule that was asked last: that of the verb, not of the step before it.
        work.permit(mayRegister(actor, self));
        const accepted = await acceptedOf(work.unit, naming);
        requireGrounds(naming.grounds, clock.now());
        for (const [index, profile] of naming.profiles.entries())
          requireProfile(profile, index + 1, accepted.specialty);
        return asDeployment(work, async (part) => {
          const of = { ask: naming.ask, line: naming.line, party: self };
          const before = await units.countNamed(part, of, naming.replaces);
          if (before + naming.profiles.length > accepted.quantity)
            throw new Fault('assistance/beyond-quantity', { limit: accepted.quantity });
          const named = naming.profiles.map((profile, index) =>
            draftOf(actor, naming, accepted, index, profile),
          );
          for (const unit of named) {
            await units.insertUnit(part, unit);
            await announceUnit(needs, work, unit.id);
          }
          work.note({ units: named.map(({ id }) => id) });
          return { named: named.map(({ id }) => id), notes: notesOn(naming.profiles) };
        });
      }),

    /**
     * Lets names of a line go to the host, and what mends those that went: the contact point, who sees them
     * before and wrote none of them. His own wait for somebody else.
     */
    releaseNames: (
      actor: Actor,
      of: Pick<Naming, 'ask' | 'line'>,
    ): Promise<{ readonly released: number; readonly own: number }> =>
      verbs.run({ actor, verb: 'assistance.release-names', subject: of.ask }, async (work) => {
        work.permit(mayReleaseName(actor, self, []));
        const accepted = await acceptedOf(work.unit, of);
        const unsent = await asDeployment(work, (part) => units.lockDrafts(part, of));
        const others = unsent.filter(
          (unit) => mayReleaseName(actor, self, writersOf(unit)).kind === 'allowed',
        );
        const [first] = unsent;
        if (first !== undefined && others.length === 0)
          work.permit(mayReleaseName(actor, self, writersOf(first)));
        const sent: string[] = [];
        for (const unit of others) {
          if (unit.stage !== 'draft' && !isAmendable(unit.stage)) {
            // Accredited since: he is not mended any more.
            await asDeployment(work, (part) => units.updateSending(part, { ...unit, amendment: null }));
            continue;
          }
          if (unit.stage === 'draft' && unit.replaces !== null) {
            const { unit: replaced } = await holdUnit(work, unit.replaces);
            // One who was refused, or is withdrawn, has left his place already.
            if (mayFollowOn(replaced.stage, 'withdraw'))
              await course.takeOwn(work, replaced, { step: 'withdraw' });
          }
          await send(work, unit);
          sent.push(unit.id);
        }
        work.note({ units: sent, ...(sent.length === 0 ? {} : { disclosedTo: [accepted.host] }) });
        return { released: sent.length, own: unsent.length - others.length };
      }),

    /** Takes a name back that was not released or was turned away, or what was to mend one that was sent. */
    dropDraft: (actor: Actor, id: string): Promise<void> =>
      verbs.run({ actor, verb: 'assistance.drop-draft', subject: id }, async (work) => {
        const { unit } = await holdUnit(work, id);
        work.permit(mayRegister(actor, self));
        const isUnsentMend = unit.amendment !== null && !unit.amendment.isSent;
        if (isUnsentMend)
          await asDeployment(work, (part) => units.updateSending(part, { ...unit, amendment: null }));
        else if (unit.stage === 'draft' || unit.stage === 'turned-away')
          await asDeployment(work, (part) => units.deleteUnit(part, id));
        else if (unit.kind === 'visiting') throw new Fault('assistance/not-your-step');
        else if (mayFollowOn(unit.stage, 'withdraw')) throw new Fault('assistance/withdraw-instead');
        else throw new Fault('assistance/step-not-now');
        await announceUnit(needs, work, id);
      }),
  };
};
