/** What risk is given by name. */
import type { JsonObject } from '../../../kernel/canonical.ts';
import type { Actor, SystemActor } from '../../../kernel/decision.ts';
import type { ItemId, PartyId } from '../../../kernel/ids.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import type { Work } from '../../../plumbing/verbs/index.ts';
import type { AgreementService } from '../../agreements/index.ts';
import type { Exchange, Item, ItemDraft } from '../../exchange/index.ts';
import type { AskedOf } from '../../requests/index.ts';
import type { EventsNeeds } from '../keeping-service.ts';
import type { PostWriting } from '../posts-service.ts';

/** What risk needs of the capabilities before events. */
export interface RiskSources {
  readonly house: SystemActor;
  readonly agreements: Pick<AgreementService, 'list'>;
  /** Items, as their reader sees them: an assessment rests on those that its writer may read. */
  readonly items: Pick<Exchange['held'], 'find'>;
  isLinked(unit: Unit, party: PartyId): Promise<boolean>;
  /** Begins a request; `alongside`, in the transaction that keeps it, keeps what belongs to it. */
  beginRequest(
    actor: Actor,
    item: Omit<ItemDraft, 'objects'>,
    alongside: (work: Work, item: ItemId) => Promise<readonly JsonObject[]>,
  ): Promise<Item>;
  /** Puts a draft before a contact point. */
  propose(actor: Actor, item: ItemId, version: number): Promise<Item>;
  /** How far requests have come, whoever wrote them. */
  askedOf(unit: Unit, items: readonly ItemId[]): Promise<ReadonlyMap<ItemId, AskedOf>>;
}

/** What risk is given. */
export type RiskNeeds = EventsNeeds & RiskSources & { readonly posts: PostWriting };
