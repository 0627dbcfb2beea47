/** What assistance is given by name, and what its verbs share. */
import type { Federation } from '../../federation/index.ts';
import type { Actor, SystemActor } from '../../kernel/decision.ts';
import { Fault } from '../../kernel/faults.ts';
import type { PartyId } from '../../kernel/ids.ts';
import type { Clock } from '../../kernel/time.ts';
import type { Database, Unit } from '../../plumbing/database/index.ts';
import type { Live } from '../../plumbing/live/index.ts';
import type { Verbs, Work } from '../../plumbing/verbs/index.ts';
import type { AgreementService } from '../agreements/index.ts';
import type { Act, Tighten } from '../exchange/index.ts';
import type { AcceptanceFollower } from './accepted-service.ts';
import type { StoredAsk, StoredVersion } from './ask.ts';
import * as asks from './ask-store.ts';
import { askGap } from './policy.ts';
import { sumUp } from './summing-service.ts';

/** What assistance is given by name. */
export interface AssistanceNeeds {
  readonly self: PartyId;
  readonly house: SystemActor;
  readonly verbs: Verbs;
  readonly database: Database;
  readonly clock: Clock;
  readonly live: Live;
  readonly agreements: Pick<AgreementService, 'find' | 'hold' | 'findCircle'>;
  readonly federation: Pick<Federation, 'send' | 'deliveries'>;
  /** How the services are called in this service's first language. */
  names(): Promise<ReadonlyMap<PartyId, string>>;
  isLinked(unit: Unit, party: PartyId): Promise<boolean>;
  /** What the node's owner forbids beyond the rules. */
  readonly tighten: Tighten;
  /** What follows acceptances: the rooms of this capability. */
  readonly followers: readonly AcceptanceFollower[];
}

/** Ends the verb where the node's owner forbids it beyond the rules of the house. */
export const permitTightened = async (
  needs: Pick<AssistanceNeeds, 'tighten'>,
  { unit, permit }: Pick<Work, 'unit' | 'permit'>,
  about: {
    readonly actor: Actor;
    readonly act: Act;
    readonly ask: Pick<StoredAsk, 'originator' | 'marking'>;
  },
): Promise<void> => {
  const decision = await needs.tighten(unit, about.actor, about.act, about.ask);
  if (decision.kind === 'refused') permit(decision);
};

/** The ask, or `access/absent`. */
export const loadAsk = async (unit: Unit, id: string): Promise<StoredAsk> => {
  const found = await asks.findAsk(unit, id);
  if (found === null) throw new Fault('access/absent');
  return found;
};

/** The ask, held until the transaction ends, or `access/absent`. */
export const holdAsk = async (unit: Unit, id: string): Promise<StoredAsk> => {
  const found = await asks.lockAsk(unit, id);
  if (found === null) throw new Fault('access/absent');
  return found;
};

/** The last version that was issued, and the one that is being written. */
export const versionsIn = async (
  unit: Unit,
  ask: string,
): Promise<{
  readonly all: readonly StoredVersion[];
  readonly issued: StoredVersion | null;
  readonly open: StoredVersion | null;
}> => {
  const all = (await asks.versionsOf(unit, [ask])).get(ask) ?? [];
  const issued = all.filter(({ state }) => state === 'issued').at(-1) ?? null;
  return { all, issued, open: all.find(({ state }) => state !== 'issued') ?? null };
};

export interface Cover {
  readonly party: PartyId;
  readonly gap: string | null;
}

/** What keeps an ask from each partner. With `hold`, the agreement cannot end before the transaction does. */
export const coverOf = async (
  needs: Pick<AssistanceNeeds, 'agreements' | 'isLinked' | 'self'>,
  unit: Unit,
  { agreement, marking }: Pick<StoredAsk, 'agreement' | 'marking'>,
  parties: readonly PartyId[],
  hold = false,
): Promise<readonly Cover[]> => {
  const found = await needs.agreements[hold ? 'hold' : 'find'](unit, agreement);
  const cover: Cover[] = [];
  for (const party of parties) {
    const linked = await needs.isLinked(unit, party);
    cover.push({ party, gap: askGap(found, marking, { self: needs.self, party, linked }) });
  }
  return cover;
};

/** A fault that names who is not covered, and the first reason; nothing is half told. */
export const requireCovered = (cover: readonly Cover[]): void => {
  const uncovered = cover.filter(({ gap }) => gap !== null);
  const gap = uncovered[0]?.gap ?? null;
  if (gap !== null)
    throw new Fault('assistance/not-covered', { gap, parties: uncovered.map(({ party }) => party) });
};

/** Sums the ask up anew, and tells the consoles of own people that something of it is new. */
export const tell = async (
  needs: Pick<AssistanceNeeds, 'live' | 'self' | 'clock'>,
  unit: Unit,
  ask: string,
): Promise<void> => {
  await sumUp(needs, unit, ask);
  await needs.live.announce(unit, { topic: 'assistance.ask', id: ask });
};
