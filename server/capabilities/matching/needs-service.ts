/** What matching is given by name, and what its parts share. */
import type { Federation } from '../../federation/index.ts';
import type { JsonObject } from '../../kernel/canonical.ts';
import type { Actor, SystemActor } from '../../kernel/decision.ts';
import type { ItemId, PartyId } from '../../kernel/ids.ts';
import type { Clock } from '../../kernel/time.ts';
import type { Database, Unit } from '../../plumbing/database/index.ts';
import type { Live } from '../../plumbing/live/index.ts';
import type { Oprf } from '../../plumbing/oprf/index.ts';
import type { Verbs, Work } from '../../plumbing/verbs/index.ts';
import type { Agreement, AgreementService } from '../agreements/index.ts';
import type { Item, ItemDraft, ItemFollower, Tighten } from '../exchange/index.ts';

/** What goes wrong in work that comes round by itself. */
export interface MatchingLog {
  error(details: object, message: string): void;
}

/** What matching is given by name. */
export interface MatchingNeeds {
  readonly self: PartyId;
  readonly house: SystemActor;
  readonly verbs: Verbs;
  readonly database: Database;
  readonly clock: Clock;
  readonly live: Live;
  readonly oprf: Oprf;
  /** 32 secret bytes, hexadecimal: every key of every epoch is derived from them. */
  readonly secret: string;
  readonly agreements: Pick<AgreementService, 'find' | 'list'>;
  readonly federation: Pick<Federation, 'send' | 'fetchBytes'>;
  isLinked(unit: Unit, party: PartyId): Promise<boolean>;
  /** Shows a follower this service's items after one, up to so many; the last of them, null at the end. */
  replay(follower: ItemFollower, after: string, limit: number): Promise<ItemId | null>;
  /** What the node's owner forbids beyond the rules. */
  readonly tighten: Tighten;
  /** An item as its reader sees it; faults, and journals, as exchange does. */
  readItem(actor: Actor, id: ItemId): Promise<Pick<Item, 'title' | 'marking' | 'objects'>>;
  /** Begins a request; `alongside`, in the transaction that keeps it, gives whom it is about. */
  beginRequest(
    actor: Actor,
    item: Omit<ItemDraft, 'objects'>,
    alongside: (work: Work, item: ItemId) => Promise<readonly JsonObject[]>,
  ): Promise<Item>;
  readonly log: MatchingLog;
}

/** Agreements in force with terms for matching, each with each of its other parties. */
export const matchingPairs = async (
  needs: Pick<MatchingNeeds, 'agreements' | 'house' | 'self'>,
): Promise<readonly { readonly agreement: Agreement; readonly partner: PartyId }[]> => {
  const all = await needs.agreements.list(needs.house);
  return all
    .filter(({ state, matching }) => state === 'in-force' && matching !== undefined)
    .flatMap((agreement) =>
      agreement.parties.filter((party) => party !== needs.self).map((partner) => ({ agreement, partner })),
    );
};
