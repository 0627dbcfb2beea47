/** How a step is taken at a node: the machine asked, what follows from it done, the step kept and told. */
import { randomUUID } from 'node:crypto';
import { Fault } from '../../../kernel/faults.ts';
import type { PartyId } from '../../../kernel/ids.ts';
import type { Instant } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import { toBundle } from '../../../plumbing/stix/index.ts';
import type { Work } from '../../../plumbing/verbs/index.ts';
import * as badges from './badge-store.ts';
import { type CourseProblem, endWithAsk, type Said, take } from './machine.ts';
import { announceUnit, type DeploymentNeeds, isLoss } from './needs-service.ts';
import * as pairs from './pair-store.ts';
import { releaseStep } from './policy.ts';
import * as steps from './step-store.ts';
import type { StoredUnit } from './unit.ts';
import * as units from './unit-store.ts';
import { deploymentKinds, stepToWire, type Told } from './wire.ts';

type CourseNeeds = Pick<DeploymentNeeds, 'self' | 'clock' | 'live' | 'isLinked' | 'unitFollowers'> & {
  readonly federation: Pick<DeploymentNeeds['federation'], 'send'>;
};

/** A step with who said it and when; `id` is the same on both nodes. */
export interface Taking {
  readonly id: string;
  readonly by: PartyId;
  readonly at: Instant;
  readonly told: Told;
}

const moment = (at: Instant | undefined): Instant => {
  if (at === undefined) throw new Fault('assistance/deployment-unsound');
  return at;
};

/** What the machine hears of a step as it travels. */
const saidOf = (told: Told): Said => {
  const { step } = told;
  switch (step) {
    case 'vet':
      return { kind: step, ground: told.ground ?? null };
    case 'brief':
      return { kind: step, language: told.language ?? '' };
    case 'propose-extension':
    case 'agree-extension':
      return { kind: step, until: moment(told.until) };
    case 'pair':
    case 'task':
      return { kind: step, period: { from: moment(told.from), until: moment(told.until) } };
    default:
      return { kind: step };
  }
};

const faults: Readonly<Record<CourseProblem, string>> = {
  'not-yours': 'assistance/not-your-step',
  'not-now': 'assistance/step-not-now',
  'not-proposed': 'assistance/step-not-now',
  'not-later': 'assistance/extension-not-later',
  'said-before': 'assistance/step-repeated',
};

/** What goes with an officer who is gone from here: his badge, his pairs, what he was still to do. */
const clearAway = async (part: Unit, id: string, at: Instant): Promise<readonly string[]> => {
  const ended = await pairs.endPairsOf(part, id, at);
  await steps.endTasks(part, id, at);
  await badges.revokeBadges(part, id, at);
  return ended.filter(({ host }) => host === id).map(({ visitor }) => visitor);
};

/** Takes steps and tells the other side. */
export const createCourse = (needs: CourseNeeds) => {
  /** Takes a step of a unit that is held; its rows are written as the house. */
  const apply = async (part: Unit, unit: StoredUnit, taking: Taking): Promise<StoredUnit> => {
    const { by, at, told, id } = taking;
    const result = take(unit, saidOf(told), { by, at });
    if (result.kind === 'refused') throw new Fault(faults[result.problem]);
    const badgeUntil = told.step === 'accredit' ? (told.badge?.until ?? null) : unit.badgeUntil;
    const isBadgeGone = ['revoke-badge', 'withdraw', 'release'].includes(told.step);
    const changed = { ...unit, ...result.course, badgeUntil: isBadgeGone ? null : badgeUntil };
    const badge = told.badge === undefined ? null : { ...told.badge };
    // What an extension that the other node refuses goes back to.
    const was = told.step === 'agree-extension' ? unit.available.until : null;
    const said = { ...told, badge, was };
    if (!(await steps.insertStep(part, { id, unit: unit.id, kind: told.step, by, at, said })))
      throw new Fault('assistance/step-repeated');
    await units.updateCourse(part, changed);
    if (told.step === 'revoke-badge') await badges.revokeBadges(part, unit.id, at);
    const how = told.step;
    if (isLoss(how)) for (const hear of needs.unitFollowers) await hear(part, { id: unit.id, how });
    return changed;
  };

  /** Tells the other side of a step; a service to which no link stands hears nothing. */
  const tell = async (work: Pick<Work, 'unit'>, unit: StoredUnit, taking: Taking): Promise<boolean> => {
    const other = unit.party === needs.self ? unit.host : unit.party;
    const linked = other !== needs.self && (await needs.isLinked(work.unit, other));
    // What a person wrote of it stays here: nobody but he has read it.
    const { text: _words, ...told } = taking.told;
    const wire = stepToWire(told, { ...taking, unit: unit.id });
    const about = { self: needs.self, linked, step: taking.told.step };
    const released = releaseStep(unit, about, { kind: deploymentKinds.step, body: toBundle([wire]) });
    if (released === null) return false;
    const envelope = await needs.federation.send(work.unit, released);
    await work.unit.asHouse('deployment', (part) => steps.markSent(part, taking.id, envelope));
    return true;
  };

  const takeOwn = async (work: Pick<Work, 'unit'>, unit: StoredUnit, told: Told): Promise<StoredUnit> => {
    const taking = { id: randomUUID(), by: needs.self, at: needs.clock.now(), told };
    const changed = await work.unit.asHouse('deployment', (part) => apply(part, unit, taking));
    await tell(work, unit, taking);
    await announceUnit(needs, work, unit.id);
    return changed;
  };

  /** Ends what holds an officer who is gone; visitors who lose their host officer are unpaired at once. */
  const endHolds = async (work: Pick<Work, 'unit'>, unit: StoredUnit): Promise<readonly string[]> => {
    const at = needs.clock.now();
    const left = await work.unit.asHouse('deployment', async (part) => {
      const visitors = await clearAway(part, unit.id, at);
      for (const visitor of visitors) await steps.endTasks(part, visitor, at);
      return units.findUnits(part, visitors);
    });
    for (const visitor of left)
      if (visitor.kind === 'visiting') await takeOwn(work, visitor, { step: 'unpair' });
    return left.map(({ id }) => id);
  };

  /** Ends a deployment with the ask that it was for; each node does so when the ask is withdrawn. */
  const endWith = async (part: Unit, unit: StoredUnit, by: PartyId): Promise<void> => {
    const at = needs.clock.now();
    await units.updateCourse(part, { ...endWithAsk(unit), badgeUntil: null });
    await clearAway(part, unit.id, at);
    const said = { step: 'withdraw', badge: null, was: null };
    await steps.insertStep(part, { id: randomUUID(), unit: unit.id, kind: 'withdraw', by, at, said });
    for (const hear of needs.unitFollowers) await hear(part, { id: unit.id, how: 'withdraw' });
    await announceUnit(needs, { unit: part }, unit.id);
  };

  return { apply, tell, takeOwn, endHolds, endWith };
};

/** Takes steps and tells the other side. */
export type Course = ReturnType<typeof createCourse>;
