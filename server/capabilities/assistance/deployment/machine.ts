/** From named to debriefed: which step is whose, when it may be taken, and what becomes of the unit. Pure. */
import type { PartyId } from '../../../kernel/ids.ts';
import type { Instant } from '../../../kernel/time.ts';
import type { Period } from './taskable.ts';
import type { Stage, StepKind, UnitState, VettingGround } from './vocabulary.ts';

/** Whose step it is: of the service that names the officer, of the one that hosts him, or of either. */
export type Side = 'partner' | 'host' | 'both';

const sides: Readonly<Record<StepKind, Side>> = {
  vet: 'host',
  accredit: 'host',
  'revoke-badge': 'host',
  arrive: 'host',
  brief: 'host',
  pair: 'host',
  unpair: 'host',
  task: 'host',
  release: 'host',
  'propose-extension': 'both',
  'agree-extension': 'both',
  debrief: 'both',
  withdraw: 'partner',
};
/** Whose step this is. */
export const sideOf = (kind: StepKind): Side => sides[kind];

const here: readonly Stage[] = ['vetted', 'accredited', 'arrived'];
const from: Readonly<Record<StepKind, readonly Stage[]>> = {
  vet: ['named'],
  accredit: ['vetted', 'accredited', 'arrived'],
  'revoke-badge': [...here, 'withdrawn', 'released', 'debriefed'],
  arrive: ['accredited'],
  brief: ['accredited', 'arrived'],
  pair: ['accredited', 'arrived'],
  unpair: ['accredited', 'arrived', 'withdrawn', 'released', 'debriefed'],
  task: ['arrived'],
  'propose-extension': ['accredited', 'arrived'],
  'agree-extension': ['accredited', 'arrived'],
  release: ['accredited', 'arrived'],
  debrief: ['released', 'debriefed'],
  withdraw: ['named', 'vetted', 'accredited', 'arrived', 'standing'],
};
/** The stages at which a step may be taken. */
export const mayFollowOn = (stage: Stage, kind: StepKind): boolean => from[kind].includes(stage);

/** What the machine looks at and changes. */
export interface Course {
  /** Whose officer it is, and who hosts him. */
  readonly party: PartyId;
  readonly host: PartyId;
  readonly stage: Stage;
  readonly available: Period;
  readonly vetting: { readonly ground: VettingGround | null; readonly at: Instant } | null;
  readonly arrivedAt: Instant | null;
  readonly briefed: { readonly language: string; readonly at: Instant } | null;
  /** Until when one side proposes that he stays. */
  readonly proposal: { readonly by: PartyId; readonly until: Instant } | null;
  readonly extended: boolean;
  readonly releasedAt: Instant | null;
  readonly debriefedBy: readonly PartyId[];
  /** On the node of his own service: the pair and the task that the host told of. */
  readonly told: { readonly pair: Period | null; readonly task: Period | null };
}

/** What a step says, beside its kind. */
export type Said =
  | { readonly kind: 'vet'; readonly ground: VettingGround | null }
  | { readonly kind: 'brief'; readonly language: string }
  | { readonly kind: 'propose-extension' | 'agree-extension'; readonly until: Instant }
  | { readonly kind: 'pair' | 'task'; readonly period: Period }
  | { readonly kind: 'accredit' | 'revoke-badge' | 'arrive' | 'unpair' | 'release' }
  | { readonly kind: 'debrief' | 'withdraw' };

/** Why a step is not taken. */
export type CourseProblem = 'not-yours' | 'not-now' | 'not-proposed' | 'not-later' | 'said-before';

/** Whether a step is this party's to take. */
export const isWhose = (course: Pick<Course, 'party' | 'host'>, kind: StepKind, by: PartyId): boolean => {
  switch (sideOf(kind)) {
    case 'partner':
      return by === course.party;
    case 'host':
      return by === course.host;
    case 'both':
      return by === course.party || by === course.host;
  }
};

type Taken =
  | { readonly kind: 'taken'; readonly course: Course }
  | { readonly kind: 'refused'; readonly problem: CourseProblem };

const taken = (course: Course): Taken => ({ kind: 'taken', course });
const refused = (problem: CourseProblem): Taken => ({ kind: 'refused', problem });

const extend = (course: Course, until: Instant, by: PartyId): Taken => {
  const { proposal, available } = course;
  if (proposal === null || proposal.by === by || proposal.until !== until) return refused('not-proposed');
  return taken({ ...course, available: { ...available, until }, proposal: null, extended: true });
};

const debrief = (course: Course, by: PartyId): Taken => {
  if (course.debriefedBy.includes(by)) return refused('said-before');
  const debriefedBy = [...course.debriefedBy, by];
  const isWhole = debriefedBy.includes(course.party) && debriefedBy.includes(course.host);
  return taken({ ...course, debriefedBy, stage: isWhole ? 'debriefed' : 'released' });
};

/** Takes a step; the same on both nodes, so that they come to the same course. */
export const take = (course: Course, said: Said, about: { by: PartyId; at: Instant }): Taken => {
  const { by, at } = about;
  if (!isWhose(course, said.kind, by)) return refused('not-yours');
  if (!mayFollowOn(course.stage, said.kind)) return refused('not-now');
  switch (said.kind) {
    case 'vet':
      return taken({
        ...course,
        stage: said.ground === null ? 'vetted' : 'refused',
        vetting: { ground: said.ground, at },
      });
    case 'accredit':
      return taken({ ...course, stage: course.stage === 'arrived' ? 'arrived' : 'accredited' });
    case 'arrive':
      return taken({ ...course, stage: 'arrived', arrivedAt: at });
    case 'brief':
      return taken({ ...course, briefed: { language: said.language, at } });
    case 'propose-extension':
      return said.until <= course.available.until
        ? refused('not-later')
        : taken({ ...course, proposal: { by, until: said.until } });
    case 'agree-extension':
      return extend(course, said.until, by);
    case 'release':
      return taken({ ...course, stage: 'released', releasedAt: at, proposal: null });
    case 'debrief':
      return debrief(course, by);
    case 'withdraw':
      return taken({ ...course, stage: 'withdrawn', proposal: null });
    case 'revoke-badge':
      return taken(course.stage === 'accredited' ? { ...course, stage: 'vetted' } : course);
    case 'pair':
      return taken({ ...course, told: { ...course.told, pair: said.period } });
    case 'unpair':
      return taken({ ...course, told: { pair: null, task: null } });
    case 'task':
      return taken({ ...course, told: { ...course.told, task: said.period } });
  }
};

/** Before he came: with the ask that he was named for, his deployment ends too. */
const notHere: readonly Stage[] = ['named', 'turned-away', 'vetted', 'accredited'];
export const endsWithAsk = (stage: Stage): boolean => notHere.includes(stage);

/** The asker has withdrawn what he was named for. */
export const endWithAsk = <Of extends Course>(course: Of): Of => ({
  ...course,
  stage: 'withdrawn',
  proposal: null,
});

/** Words between the two services: without the other they say nothing, and are said anew. */
const spoken: readonly StepKind[] = ['propose-extension', 'agree-extension', 'debrief'];
export const isSpoken = (kind: StepKind): boolean => spoken.includes(kind);

/** The course as if it had not been said, where a step that the other node refused was words alone. */
export const unsay = <Of extends Course>(
  course: Of,
  said: {
    readonly kind: StepKind;
    readonly by: PartyId;
    readonly until: Instant | null;
    /** Until when he was to stay before he was extended. */
    readonly was: Instant | null;
  },
): Of => {
  const { kind, by, until, was } = said;
  const { proposal, available, party, host, debriefedBy, stage } = course;
  switch (kind) {
    case 'propose-extension':
      return proposal?.by === by && proposal.until === until ? { ...course, proposal: null } : course;
    case 'agree-extension':
      if (was === null || until === null || available.until !== until) return course;
      return {
        ...course,
        available: { ...available, until: was },
        proposal: { by: by === party ? host : party, until },
        extended: false,
      };
    case 'debrief':
      return {
        ...course,
        debriefedBy: debriefedBy.filter((one) => one !== by),
        stage: stage === 'debriefed' ? 'released' : stage,
      };
    default:
      return course;
  }
};

const holdsAt = ({ from: begins, until }: Period, at: Instant): boolean => begins <= at && at < until;

/** What a reader is shown at a moment: a pair or a task counts for as long as it holds. */
export const stateOf = (
  unit: Pick<Course, 'stage' | 'extended'>,
  held: { readonly pairs: readonly Period[]; readonly tasks: readonly Period[] },
  at: Instant,
): UnitState => {
  if (unit.stage !== 'arrived') return unit.stage;
  if (!held.pairs.some((pair) => holdsAt(pair, at))) return 'arrived';
  if (unit.extended) return 'extended';
  return held.tasks.some((task) => task.until > at) ? 'tasked' : 'paired';
};
