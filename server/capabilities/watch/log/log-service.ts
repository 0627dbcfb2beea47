/** What the verbs of the log share: their needs, and how an entry is shown. */
import type { JsonObject } from '../../../kernel/canonical.ts';
import type { Actor } from '../../../kernel/decision.ts';
import { Fault } from '../../../kernel/faults.ts';
import type { EntryId, ItemId, PartyId } from '../../../kernel/ids.ts';
import type { Clock } from '../../../kernel/time.ts';
import type { Attachments } from '../../../plumbing/attachments/index.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import type { Live } from '../../../plumbing/live/index.ts';
import type { Verbs, Work } from '../../../plumbing/verbs/index.ts';
import type { AgreementService, Circle } from '../../agreements/index.ts';
import type { Act, ExchangeService, Item, ItemDraft, TightenedItem, Uploads } from '../../exchange/index.ts';
import { presentAttachment } from './attachment.ts';
import type { Entry } from './contract.ts';
import { findEntry, type StoredEntry } from './log-store.ts';

/** What the verbs of the log need, by name. */
export interface LogNeeds {
  readonly verbs: Verbs;
  readonly live: Live;
  readonly clock: Clock;
  readonly self: PartyId;
  /** The zone by whose clock this centre writes its log (IANA). */
  readonly timeZone: string;
  readonly agreements: Pick<AgreementService, 'findCircle'>;
  /** The circles that he may know of; asked outside any transaction. */
  circles(actor: Actor): Promise<readonly Circle[]>;
  readonly items: Pick<ExchangeService, 'composeFrom'>;
  /** Begins a request with these words; `alongside`, in its transaction, gives what goes into it besides. */
  beginRequest(
    actor: Actor,
    item: Omit<ItemDraft, 'objects'>,
    alongside: (work: Work, item: ItemId) => Promise<readonly JsonObject[]>,
  ): Promise<Item>;
  readonly attachments: Attachments;
  /** Where files wait that an officer has uploaded. */
  readonly uploads: Uploads;
  /** Goes on unless the node's owner forbids it beyond the rules of the house. */
  permitTightened(
    work: Pick<Work, 'unit' | 'permit'>,
    actor: Actor,
    act: Act,
    about: TightenedItem,
  ): Promise<void>;
  /** True where the node's owner forbids him to read it. */
  isTightened(unit: Unit, actor: Actor, about: TightenedItem): Promise<boolean>;
}

/** The entry; `access/absent` where there is none that the reader may see. */
export const loadEntry = async (unit: Unit, id: EntryId): Promise<StoredEntry> => {
  const entry = await findEntry(unit, id);
  if (entry === null) throw new Fault('access/absent');
  return entry;
};

/** Whose eyes it is shown to; `opened`: what it holds of persons is shown, its reader has said why. */
export interface Showing {
  readonly self: PartyId;
  readonly reader: PartyId;
  readonly opened: boolean;
}

const stateOf = (entry: StoredEntry, opened: boolean): Entry['content'] => {
  if (entry.erasedAt !== null) return 'erased';
  return entry.content === null || (entry.personal && !opened) ? 'reason-needed' : 'shown';
};

/** The entry as a reader sees it; who of this service wrote it, and what became of it, is not a guest's. */
export const presentEntry = (entry: StoredEntry, { self, reader, opened }: Showing): Entry => {
  const isOurs = reader === self;
  const state = stateOf(entry, opened);
  const shown = state === 'shown' ? entry.content : null;
  const { handling, personCategories, releasableTo, ...marking } = entry.marking;
  return {
    id: entry.id,
    number: entry.number,
    kind: entry.kind,
    party: entry.holder,
    author: isOurs ? entry.author : null,
    desk: isOurs ? entry.desk : null,
    circle: entry.circle,
    language: entry.language,
    happenedAt: entry.happenedAt,
    recordedAt: entry.recordedAt,
    marking: {
      ...marking,
      handling: [...handling],
      personCategories: [...personCategories],
      releasableTo: [...releasableTo],
    },
    personal: entry.personal,
    content: state,
    text: shown?.text ?? '',
    place: shown?.place ?? null,
    event: shown?.event ?? null,
    attachments: shown === null ? [] : entry.attachments.map(presentAttachment),
    corrects: entry.corrected,
    correctedBy: entry.correctedBy,
    pinnedAt: entry.pinnedAt,
    erasedAt: entry.erasedAt,
    promotedTo: isOurs ? [...entry.promotedTo] : [],
  };
};
