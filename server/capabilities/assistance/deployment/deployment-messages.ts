/** Federation adapter: officers whom partners name, and what the other side says of those who are sent. */
import type { Federation, Message } from '../../../federation/index.ts';
import { canonical } from '../../../kernel/canonical.ts';
import { Fault } from '../../../kernel/faults.ts';
import { dayMs, dayOf, later } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import { findLine } from './accepted-store.ts';
import { keptDays } from './checking.ts';
import type { Course } from './course-service.ts';
import type { DeploymentNeeds } from './needs-service.ts';
import { mayHear } from './policy.ts';
import { hidesInWords, isAmendable, isSameOfficer, profileProblem, type StoredUnit } from './unit.ts';
import * as units from './unit-store.ts';
import { deploymentKinds, stepFromWire, unitFromWire } from './wire.ts';

/** Where deployments hang their handlers. */
export type DeploymentSource = Pick<Federation, 'onMessage' | 'onReceipt'>;

const unsound = (): Fault => new Fault('assistance/deployment-unsound');

/** Named already: what mends it is taken until he is accredited; another's, under the same id, never. */
const takeAgain = async (
  needs: DeploymentNeeds,
  unit: Unit,
  message: Message,
  { before, read }: { readonly before: StoredUnit; readonly read: StoredUnit },
): Promise<void> => {
  if (before.party !== message.from) throw new Fault('assistance/not-your-step');
  const isSame = canonical(before.profile) === canonical(read.profile);
  const rule = isSame ? 'assistance/already-here' : 'assistance/mended-before-accreditation';
  if (!isSame) {
    if (!isAmendable(before.stage)) throw new Fault('assistance/accredited-already');
    if (!isSameOfficer(before.profile, read.profile)) throw new Fault('assistance/another-officer');
    await units.updateProfile(unit, { ...before, profile: read.profile });
    await needs.live.announce(unit, { topic: 'assistance.unit', id: read.id });
  }
  message.note({ verb: 'assistance.hear-deployment', subject: read.id, rule, details: {} });
};

/** Keeps an officer whom a partner names against what was accepted of his offer. */
const takeNamed = async (needs: DeploymentNeeds, unit: Unit, message: Message): Promise<void> => {
  const { from, receivedAt } = message;
  const place = { holder: needs.self, event: null, receivedAt };
  const read = unitFromWire(message.body, place);
  if (read === null || read.party !== from || read.host !== needs.self) throw unsound();
  if (profileProblem(read.profile) !== null) throw unsound();
  if (await units.wasErased(unit, read.id)) throw new Fault('assistance/unit-erased');
  const before = await units.lockUnit(unit, read.id);
  if (before !== null) return takeAgain(needs, unit, message, { before, read });
  const accepted = await findLine(unit, { ask: read.ask, line: read.line, partner: from });
  if (accepted === null || accepted.specialty !== read.profile.specialty)
    throw new Fault('assistance/not-accepted');
  const named = await units.countNamed(unit, { ask: read.ask, line: read.line, party: from });
  if (named >= accepted.quantity) throw new Fault('assistance/beyond-quantity', { limit: accepted.quantity });
  // It goes when its own service says, and never later than this house keeps such data.
  const last = dayOf(later(receivedAt, keptDays * dayMs));
  const [eraseOn = last] = [read.grounds.eraseOn, last].sort();
  if (eraseOn <= dayOf(receivedAt)) throw unsound();
  const kept = { ...read, event: accepted.event, grounds: { ...read.grounds, eraseOn } };
  await units.insertUnit(unit, kept);
  message.note({
    verb: 'assistance.hear-deployment',
    subject: read.id,
    rule: 'assistance/named-against-an-accepted-offer',
    details: { ask: read.ask, ...(read.replaces === null ? {} : { replaces: read.replaces }) },
  });
  await needs.live.announce(unit, { topic: 'assistance.unit', id: read.id });
};

const takeStep = async (
  needs: DeploymentNeeds,
  course: Course,
  unit: Unit,
  message: Message,
): Promise<void> => {
  const read = stepFromWire(message.body);
  if (read === null || read.by !== message.from) throw unsound();
  if (read.told.text !== undefined && hidesInWords(read.told.text)) throw unsound();
  if (await units.wasErased(unit, read.unit)) throw new Fault('assistance/unit-erased');
  const held = await units.lockUnit(unit, read.unit);
  if (held === null) throw new Fault('assistance/not-your-step');
  const may = mayHear(message.from, needs.self, held, read.told.step);
  if (may.kind === 'refused') throw new Fault(may.fault);
  const changed = await course.apply(unit, held, read);
  // He is not here any more: what held him is ended where he was.
  const isGone = read.told.step === 'withdraw';
  const unpaired = isGone ? await course.endHolds({ unit }, changed) : [];
  message.note({
    verb: 'assistance.hear-deployment-step',
    subject: read.unit,
    rule: may.rule,
    details: { step: read.told.step, ...(unpaired.length === 0 ? {} : { unpaired: [...unpaired] }) },
  });
  await needs.live.announce(unit, { topic: 'assistance.unit', id: read.unit });
};

/** Names who takes them. Before the federation starts. */
export const registerDeploymentMessages = (
  source: DeploymentSource,
  needs: DeploymentNeeds,
  course: Course,
): void => {
  source.onMessage(deploymentKinds.named, (unit, message) => takeNamed(needs, unit, message));
  source.onMessage(deploymentKinds.step, (unit, message) => takeStep(needs, course, unit, message));
};
