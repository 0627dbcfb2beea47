/** Items for capabilities that build on them, inside their own transactions and after their own policies. */
import type { Actor } from '../../kernel/decision.ts';
import type { DeskId, ItemId } from '../../kernel/ids.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import type { Work } from '../../plumbing/verbs/index.ts';
import { noteShown, permitConsultation } from './consultation/consultation-service.ts';
import { type AlikeItem, alikeTo } from './duplicates/alike-service.ts';
import type { StoredItem, StoredObject } from './item.ts';
import type { ExchangeNeeds } from './item-service.ts';
import { keepItem } from './keeping-service.ts';
import * as store from './store.ts';
import type { Act } from './tightened.ts';

/** What exchange lets others do with the items that they build on. Row security decides what is there. */
export interface HeldItems {
  find(unit: Unit, id: ItemId): Promise<StoredItem | null>;
  objects(unit: Unit, id: ItemId): Promise<readonly StoredObject[]>;
  /** Items about the same as this one; what of them may be shown is up to who shows it. */
  alikeTo(unit: Unit, id: ItemId): Promise<readonly AlikeItem[]>;
  /** Goes on unless personal data is consulted without a stated reason, or the node's owner forbids it. */
  permit(
    work: Pick<Work, 'unit' | 'permit' | 'note'>,
    about: { readonly actor: Actor; readonly act: Act; readonly item: StoredItem },
  ): Promise<void>;
  /** Names in the entry the items whose personal data a list showed. */
  noteShown(work: Pick<Work, 'unit' | 'note'>, actor: Actor, items: readonly ItemId[]): Promise<void>;
  /** Gives a received item to another desk; whether that may be is the caller's to ask. */
  moveTo(unit: Unit, item: StoredItem, desk: DeskId): Promise<void>;
}

export const createHeldItems = (needs: ExchangeNeeds): HeldItems => ({
  find: store.findItem,
  objects: store.readObjects,
  alikeTo: (unit, id) => unit.asHouse('duplicates', (house) => alikeTo(house, id)),
  permit: (work, about) => permitConsultation(needs, work, about),
  noteShown,
  moveTo: (unit, item, desk) =>
    unit.asHouse('exchange', (house) => keepItem(needs, house, { ...item, desk })),
});
