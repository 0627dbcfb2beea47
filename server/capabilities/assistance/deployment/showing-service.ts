/** Units as a reader sees them, and how a verb comes by the one that it changes. */
import type { Actor, Decision } from '../../../kernel/decision.ts';
import { Fault } from '../../../kernel/faults.ts';
import { dayMs, type Instant, later } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import type { Work } from '../../../plumbing/verbs/index.ts';
import * as badges from './badge-store.ts';
import { briefingFor } from './briefing.ts';
import type { UnitRow, UnitView } from './contract.ts';
import { isSpoken, mayFollowOn, stateOf } from './machine.ts';
import type { DeploymentNeeds } from './needs-service.ts';
import * as pairs from './pair-store.ts';
import { mayRegister, mayStep, mayTend } from './policy.ts';
import { wordsOfFault } from './refusal.ts';
import * as steps from './step-store.ts';
import { mayBeTasked, type Period, wantingPapers } from './taskable.ts';
import {
  factsOf,
  isAmendable,
  isReplaceable,
  type Refusal,
  type StoredPair,
  type StoredUnit,
  taskableOf,
} from './unit.ts';
import * as units from './unit-store.ts';
import { type StepKind, stepKinds, vettingGrounds } from './vocabulary.ts';

/** A unit with the pairs that stand, as a verb's rules look at it. */
export interface Held {
  readonly unit: StoredUnit;
  readonly pairs: readonly StoredPair[];
}

/** The badge that is in force, as a period: to the end of its last day. */
export const badgePeriod = (all: readonly badges.StoredBadge[]): Period | null => {
  const badge = all.find(({ revokedAt }) => revokedAt === null);
  return badge === undefined
    ? null
    : { from: `${badge.from}T00:00:00.000Z`, until: later(`${badge.until}T00:00:00.000Z`, dayMs) };
};

/** The unit as the reader may know of it, then held in the house's name. Absent and withheld look alike. */
export const holdUnit = async (work: Pick<Work, 'unit'>, id: string): Promise<Held> => {
  const seen = await units.findUnit(work.unit, id);
  if (seen === null) throw new Fault('access/absent');
  return work.unit.asHouse('deployment', async (part) => {
    const unit = await units.lockUnit(part, id);
    if (unit === null) throw new Fault('access/absent');
    return { unit, pairs: await pairs.pairsOf(part, [id]) };
  });
};

/** Rows by the units that they are about: an event has thousands of both. */
const grouped = <Row>(
  rows: readonly Row[],
  unitsOf: (row: Row) => readonly string[],
): ReadonlyMap<string, readonly Row[]> => {
  const groups = new Map<string, Row[]>();
  for (const row of rows)
    for (const unit of unitsOf(row)) {
      const known = groups.get(unit);
      if (known === undefined) groups.set(unit, [row]);
      else known.push(row);
    }
  return groups;
};

/** Pairs, tasks and the badge in force of several units; as the house. */
export const holdsOf = async (part: Unit, ids: readonly string[]) => {
  const [pairRows, taskRows, badgeRows] = await Promise.all([
    pairs.pairsOf(part, ids),
    steps.tasksOf(part, ids),
    badges.badgesOf(part, ids),
  ]);
  const [withPairs, withTasks, withBadges] = [
    grouped(pairRows, ({ visitor, host }) => [visitor, host]),
    grouped(taskRows, ({ unit }) => [unit]),
    grouped(badgeRows, ({ unit }) => (unit === null ? [] : [unit])),
  ];
  return (id: string) => ({
    pairs: withPairs.get(id) ?? [],
    tasks: withTasks.get(id) ?? [],
    badges: withBadges.get(id) ?? [],
  });
};

/** What holds of a unit at a moment: on the node of his own service, what the host told. */
const heldBy = (unit: StoredUnit, held: { pairs: readonly Period[]; tasks: readonly Period[] }) => {
  if (unit.kind !== 'sent') return held;
  const { pair, task } = unit.told;
  return { pairs: pair === null ? [] : [pair], tasks: task === null ? [] : [task] };
};

export const toRow = (
  unit: StoredUnit,
  held: { readonly pairs: readonly StoredPair[]; readonly tasks: readonly Period[] },
  at: Instant,
): UnitRow => ({
  id: unit.id,
  kind: unit.kind,
  party: unit.party,
  host: unit.host,
  state: stateOf(unit, heldBy(unit, held), at),
  nameLatin: unit.profile.nameLatin,
  nameArabic: unit.profile.nameArabic,
  rank: unit.profile.rank,
  service: unit.profile.service,
  specialty: unit.profile.specialty,
  languages: unit.profile.languages,
  available: unit.available,
  teamSize: unit.profile.teamSize,
  replaces: unit.replaces,
  unsent: unit.stage === 'draft' || (unit.amendment !== null && !unit.amendment.isSent),
});

const refusalView = (refusal: Refusal | null) =>
  refusal === null ? null : { at: refusal.at, says: { ...wordsOfFault(refusal.fault) } };

/** The other of each pair, by name, in both scripts as far as he has them. */
const pairViews = async (part: Unit, unit: StoredUnit, all: readonly StoredPair[]) => {
  const others = await units.findUnits(
    part,
    all.map((pair) => (pair.visitor === unit.id ? pair.host : pair.visitor)),
  );
  const profiles = new Map(others.map(({ id, profile }) => [id, profile]));
  return all.map(({ id, visitor, host, from, until, endedAt }) => {
    const { nameLatin = '', nameArabic = '' } = profiles.get(visitor === unit.id ? host : visitor) ?? {};
    return { id, visitor, host, nameLatin, nameArabic, from, until, endedAt };
  });
};

const wordsOf = ({ said }: steps.StoredStep): string | null =>
  typeof said.text === 'string' ? said.text : null;

const stepView = (step: steps.StoredStep, resends: boolean): UnitView['steps'][number] => ({
  id: step.id,
  refusal: refusalView(step.refusal),
  resends,
  kind: step.kind,
  by: step.by,
  at: step.at,
  words: wordsOf(step),
  ground: vettingGrounds.find((one) => one === step.said.ground) ?? null,
  until: step.kind.endsWith('extension') && typeof step.said.until === 'string' ? step.said.until : null,
});

/** An own officer, a name that has not left, or one that was sent and is not accredited. */
const isChangeable = ({ kind, stage, envelope }: StoredUnit): boolean =>
  stage === 'standing' ||
  stage === 'draft' ||
  stage === 'turned-away' ||
  (kind === 'sent' && isAmendable(stage) && envelope === null);

/** Which papers he lacks until his last day, by name: who has to mend it must know which. */
const wantingOf = ({ profile, available }: StoredUnit): UnitView['wanting'] => {
  const { missing, expired } = wantingPapers(profile, available.until);
  return { missing: [...missing], expired: [...expired] };
};

/** Presents units. */
export const createUnitShowing = (needs: Pick<DeploymentNeeds, 'self' | 'clock'>) => {
  const { self } = needs;

  /** Whether there is something that the step would be about. */
  const hasObject = (kind: StepKind, { unit, pairs: standing }: Held, hasBadge: boolean): boolean => {
    switch (kind) {
      case 'agree-extension':
        return unit.proposal !== null && unit.proposal.by !== self;
      case 'debrief':
        return !unit.debriefedBy.includes(self);
      case 'revoke-badge':
        return hasBadge;
      case 'unpair':
        return standing.length > 0;
      default:
        return true;
    }
  };

  /** A fact that the other node refused is sent again; what was only said is said anew. */
  const mayResend = (actor: Actor, { unit, pairs: standing }: Held, step: steps.StoredStep): boolean =>
    step.refusal !== null &&
    step.by === self &&
    !isSpoken(step.kind) &&
    mayStep(actor, self, factsOf(unit, standing), step.kind).kind === 'allowed';

  /** What the reader may do with it, beside what its own stage allows. */
  const allowed = (actor: Actor, held: Held, hasBadge: boolean) => {
    const { unit } = held;
    const facts = factsOf(unit, held.pairs);
    const may = (decision: Decision): boolean => decision.kind === 'allowed';
    const registers = may(mayRegister(actor, self));
    return {
      acts: stepKinds.filter(
        (kind) =>
          mayFollowOn(unit.stage, kind) &&
          may(mayStep(actor, self, facts, kind)) &&
          hasObject(kind, held, hasBadge),
      ),
      tends: may(mayTend(actor, self, facts)),
      changes: registers && isChangeable(unit),
      replaceable: registers && isReplaceable(unit) && may(mayStep(actor, self, facts, 'withdraw')),
    };
  };

  /** The unit whole; the verb has asked before whether he may. */
  const whole = async (work: Pick<Work, 'unit'>, actor: Actor, id: string): Promise<UnitView> => {
    const at = needs.clock.now();
    const costs = await steps.costsOf(work.unit, id);
    return work.unit.asHouse('deployment', async (part) => {
      const unit = await units.findUnit(part, id);
      if (unit === null) throw new Fault('access/absent');
      const held = (await holdsOf(part, [id]))(id);
      const now = { from: at, until: at };
      const tasking = mayBeTasked(taskableOf(unit, { ...held, badge: badgePeriod(held.badges) }), now);
      return {
        ...toRow(unit, held, at),
        ask: unit.ask,
        line: unit.line,
        event: unit.event,
        profile: { ...unit.profile, available: unit.available },
        grounds: unit.grounds,
        person: unit.kind === 'visiting' ? null : unit.person,
        vetting: unit.vetting,
        arrivedAt: unit.arrivedAt,
        lodging: unit.lodging,
        briefed: unit.briefed,
        briefing: briefingFor([
          ...(unit.briefed === null ? [] : [unit.briefed.language]),
          ...unit.profile.languages,
        ]),
        proposal: unit.proposal,
        reasons: tasking.may ? [] : [...tasking.reasons],
        wanting: wantingOf(unit),
        pairs: await pairViews(part, unit, held.pairs),
        tasks: held.tasks.map(({ unit: _of, ...task }) => task),
        badges: held.badges.map(({ unit: _of, code: _code, ...badge }) => ({
          ...badge,
          zones: [...badge.zones],
        })),
        version: unit.version,
        refusal: refusalView(unit.refusal),
        amendment:
          unit.amendment === null ? null : { profile: unit.amendment.profile, isSent: unit.amendment.isSent },
        steps: (await steps.stepsOf(part, id)).map((step) =>
          stepView(step, mayResend(actor, { unit, pairs: held.pairs }, step)),
        ),
        ...allowed(
          actor,
          { unit, pairs: held.pairs },
          held.badges.some(({ revokedAt }) => revokedAt === null),
        ),
        costs: [...costs],
      };
    });
  };

  return { whole };
};
