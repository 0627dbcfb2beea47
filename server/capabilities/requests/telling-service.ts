/** How a step of this service is taken: checked, kept, and told the other side, in one transaction. */

import type { JsonObject } from '../../kernel/canonical.ts';
import { Fault } from '../../kernel/faults.ts';
import type { EnvelopeId, PartyId, PersonId } from '../../kernel/ids.ts';
import type { Released } from '../../kernel/released.ts';
import type { Clock, Instant } from '../../kernel/time.ts';
import type { Database, Unit } from '../../plumbing/database/index.ts';
import type { Journal } from '../../plumbing/journal/index.ts';
import type { Live } from '../../plumbing/live/index.ts';
import { toBundle } from '../../plumbing/stix/index.ts';
import type { Verbs } from '../../plumbing/verbs/index.ts';
import { type AgreementService, gapOf, usualDeadlines } from '../agreements/index.ts';
import type { StoredItem } from '../exchange/index.ts';
import { requestLimits, type StepKind, type Urgency } from './contract.ts';
import { releaseStep, stepGap } from './policy.ts';
import { advance } from './request.ts';
import * as steps from './step-store.ts';
import * as store from './store.ts';
import { afterStep, type Strand } from './strand.ts';
import { newStepId, stepMessageKind, stepToWire, type Told } from './wire.ts';

/** What following and telling need, by name. */
export interface TellingNeeds {
  readonly clock: Clock;
  readonly live: Live;
  readonly journal: Journal;
  readonly self: PartyId;
  readonly agreements: Pick<AgreementService, 'find'>;
  readonly federation: {
    send(
      unit: Unit,
      released: Released<{ readonly kind: string; readonly body: JsonObject }>,
    ): Promise<EnvelopeId>;
  };
  isLinked(unit: Unit, party: PartyId): Promise<boolean>;
}

/** What the verbs need besides. */
export interface RequestNeeds extends TellingNeeds {
  readonly verbs: Verbs;
  readonly database: Database;
}

/** Consoles hear that the request changed; what they may see of it they then read. */
export const announce = (needs: Pick<TellingNeeds, 'live'>, unit: Unit, item: string): Promise<void> =>
  needs.live.announce(unit, { topic: 'requests.request', id: item });

const termNames = {
  urgent: 'urgent',
  'urgent-indirect': 'urgentIndirect',
  ordinary: 'ordinary',
  'older-rule': 'olderRule',
} as const;

/** Hours that the item's agreement gives; the trade's own where it says nothing, or is not here. */
export const hoursFor = async (
  needs: Pick<TellingNeeds, 'agreements'>,
  unit: Unit,
  item: Pick<StoredItem, 'agreement'>,
  urgency: Urgency,
): Promise<number> => {
  const agreement = item.agreement === null ? null : await needs.agreements.find(unit, item.agreement);
  return (agreement?.deadlines ?? usualDeadlines)[termNames[urgency]];
};

/** What is said with a step. */
export type Words = Partial<Pick<Told, 'text' | 'ground' | 'answers' | 'usefulness' | 'followUps' | 'dueAt'>>;

interface Taken {
  readonly strand: Strand;
  readonly item: StoredItem;
  readonly kind: StepKind;
  readonly words: Words;
  /** Null for what the house says by itself. */
  readonly person: PersonId | null;
  readonly at: Instant;
}

const send = async (needs: TellingNeeds, unit: Unit, taken: Taken, told: Told): Promise<EnvelopeId> => {
  const { strand, item, kind } = taken;
  const other = strand.requester === needs.self ? strand.addressee : strand.requester;
  const linked = await needs.isLinked(unit, other);
  const agreement = item.agreement === null ? null : await needs.agreements.find(unit, item.agreement);
  const gap = agreement === null ? 'no-agreement' : gapOf(agreement, item.marking, other);
  const grounds = { linked, hasWords: told.text !== '', gap };
  const copy = { kind: stepMessageKind, body: toBundle([stepToWire(told)]) };
  const released = releaseStep(strand, { kind, self: needs.self }, grounds, copy);
  if (released !== null) return needs.federation.send(unit, released);
  const hindrance = stepGap(grounds);
  throw hindrance === 'not-linked' || hindrance === null
    ? new Fault('requests/not-linked')
    : new Fault('requests/not-covered', { gap: hindrance });
};

/** Takes the step; gives the strand as it is after. Faults: wrong state, no link, no agreement, too many. */
export const tell = async (needs: TellingNeeds, unit: Unit, taken: Taken): Promise<Strand> => {
  const { strand, kind, words, person, at } = taken;
  const next = advance(strand, kind);
  if (next === null) throw new Fault('requests/wrong-state', { state: strand.state });
  const ordinal = (await steps.countSteps(unit, strand.item, strand.addressee)) + 1;
  if (ordinal > requestLimits.steps)
    throw new Fault('requests/too-many-steps', { limit: requestLimits.steps });
  const told: Told = {
    id: newStepId(),
    item: strand.item,
    addressee: strand.addressee,
    by: needs.self,
    kind,
    text: '',
    ground: null,
    answers: [],
    usefulness: null,
    followUps: [],
    dueAt: null,
    saidAt: at,
    ...words,
  };
  const after: Strand = { ...afterStep(strand, kind, next, at), ground: told.ground ?? strand.ground };
  await store.putStrand(unit, after, needs.self);
  const envelope = await unit.asHouse('requests', (house) => send(needs, house, taken, told));
  await steps.insertStep(unit, told, { ordinal, at, person, effective: true, envelope });
  await announce(needs, unit, strand.item);
  return after;
};
