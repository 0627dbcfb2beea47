/** What is done with entries that are there: pinned, promoted, erased. The entry itself never changes. */
import type { JsonObject } from '../../../kernel/canonical.ts';
import type { Actor, SystemActor } from '../../../kernel/decision.ts';
import { actorName } from '../../../kernel/decision.ts';
import { Fault } from '../../../kernel/faults.ts';
import type { EntryId, ItemId } from '../../../kernel/ids.ts';
import { textLimits } from '../../../kernel/schemas.ts';
import { dayOf } from '../../../kernel/time.ts';
import type { Database } from '../../../plumbing/database/index.ts';
import type { Work } from '../../../plumbing/verbs/index.ts';
import { consultationPolicy, type ItemDraft } from '../../exchange/index.ts';
import { mayAddTo, mayErase } from '../policy.ts';
import type { Entry } from './contract.ts';
import { type LogNeeds, loadEntry, presentEntry } from './log-service.ts';
import * as store from './log-store.ts';

/** Entries erased in one round of the work that comes round. */
const erasedAtOnce = 500;

/** The beginning of a text as a title: its first line, cut between words. */
export const titleOf = (text: string): string => {
  const [line = ''] = text.split('\n');
  if (line.length <= textLimits.title) return line;
  const cut = line.slice(0, textLimits.title - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1))}…`;
};

/** A draft with the words of the entry, its marking and its circle: its writer goes on from there. */
const draftOf = (entry: store.StoredEntry, text: string): Omit<ItemDraft, 'objects'> => {
  const { releasableTo: _set, handling, personCategories, ...marking } = entry.marking;
  return {
    title: titleOf(text),
    summary: text,
    language: entry.language,
    marking: { ...marking, handling: [...handling], personCategories: [...personCategories] },
    agreement: null,
    circle: entry.circle,
    recipients: [],
    withheld: [],
  };
};

export const createLogKeeping = (needs: LogNeeds & { readonly database: Database; house: SystemActor }) => {
  const { verbs, clock, self, live } = needs;

  const announce = ({ unit }: Pick<Work, 'unit'>, id: EntryId) =>
    live.announce(unit, { topic: 'watch.entry', id });

  const erase = async (
    { unit, note }: Pick<Work, 'unit' | 'note'>,
    entry: store.StoredEntry,
    why: { readonly by: string | null; readonly reason: string | null },
  ): Promise<void> => {
    const erased = await unit.asHouse('watch', (house) =>
      store.eraseContent(house, entry.id, { at: clock.now(), ...why }),
    );
    if (!erased) throw new Fault('watch/erased');
    await needs.attachments.letGo(unit, entry.id);
    note({ content: entry.contentHash, eraseOn: entry.marking.eraseOn });
    await announce({ unit }, entry.id);
  };

  /** What may be promoted: its words are read on the way, for the reason that he stated. */
  const contentOf = (actor: Actor, id: EntryId) =>
    verbs.run({ actor, verb: 'watch.read', subject: id }, async (work) => {
      const { unit, permit } = work;
      const entry = await loadEntry(unit, id);
      permit(mayAddTo(actor, self, entry));
      await needs.permitTightened(work, actor, 'read', { originator: entry.holder, marking: entry.marking });
      const decision = consultationPolicy.mayConsult(actor, entry.personal);
      if (decision.kind === 'refused') permit(decision);
      if (entry.content === null) throw new Fault('watch/erased');
      if (entry.personal) work.note({ personal: true });
      return { entry, content: entry.content };
    });

  /** The entry says what it became, and the journal's entry of what was made of which. */
  const keepPromotion = async (
    work: Pick<Work, 'unit' | 'note'>,
    made: {
      readonly actor: Actor;
      readonly entry: store.StoredEntry;
      readonly kind: 'item' | 'request';
      readonly target: ItemId;
    },
  ): Promise<void> => {
    const { actor, entry, kind, target } = made;
    const promotion = { entry: entry.id, kind, target, at: clock.now(), by: actorName(actor) };
    await store.insertPromotion(work.unit, promotion);
    work.note({ entry: entry.id, ...(entry.personal ? { personal: true } : {}) });
    await announce(work, entry.id);
  };

  /** What stands with the entry goes along, byte for byte; as attachments they are marked as the item is. */
  const filesOf = async (
    { unit }: Pick<Work, 'unit'>,
    actor: Actor,
    { attachments }: store.StoredEntry,
  ): Promise<readonly JsonObject[]> =>
    actor.kind === 'person' && attachments.length > 0
      ? needs.uploads.bring(unit, actor.person, attachments)
      : [];

  return {
    pin: (actor: Actor, id: EntryId, pinned: boolean): Promise<Entry> =>
      verbs.run({ actor, verb: pinned ? 'watch.pin' : 'watch.unpin', subject: id }, async (work) => {
        const entry = await loadEntry(work.unit, id);
        work.permit(mayAddTo(actor, self, entry));
        if (entry.erasedAt !== null) throw new Fault('watch/erased');
        const pin = pinned ? { at: clock.now(), by: actorName(actor) } : null;
        work.note({ changed: await store.setPin(work.unit, id, pin) });
        await announce(work, id);
        const showing = { self, reader: actor.party, opened: false };
        return presentEntry(await loadEntry(work.unit, id), showing);
      }),

    /** Takes the content away before its date; who did it and why stays with the tombstone. */
    erase: (actor: Actor, id: EntryId, reason: string): Promise<Entry> =>
      verbs.run({ actor, verb: 'watch.erase', subject: id }, async (work) => {
        const entry = await loadEntry(work.unit, id);
        work.permit(mayErase(actor, self, entry));
        await erase(work, entry, { by: actorName(actor), reason });
        const showing = { self, reader: actor.party, opened: false };
        return presentEntry(await loadEntry(work.unit, id), showing);
      }),

    /** Makes a draft item of the entry, with its words, its marking and its circle. */
    promoteToItem: async (actor: Actor, id: EntryId): Promise<{ readonly item: ItemId }> => {
      const { entry, content } = await contentOf(actor, id);
      const item = await needs.items.composeFrom(
        { actor, verb: 'exchange.compose' },
        draftOf(entry, content.text),
        async (work, target) => {
          await keepPromotion(work, { actor, entry, kind: 'item', target });
          return filesOf(work, actor, entry);
        },
      );
      return { item: item.id };
    },

    /** Makes a draft request of the entry: what happened is what is asked about. */
    promoteToRequest: async (actor: Actor, id: EntryId): Promise<{ readonly item: ItemId }> => {
      const { entry, content } = await contentOf(actor, id);
      const item = await needs.beginRequest(actor, draftOf(entry, content.text), async (work, target) => {
        await keepPromotion(work, { actor, entry, kind: 'request', target });
        return filesOf(work, actor, entry);
      });
      return { item: item.id };
    },

    /** Erases what has come to its date; what comes round asks for it. */
    eraseDue: async (): Promise<void> => {
      const { house: actor, database } = needs;
      const due = await database.transact(actor, (unit) =>
        store.entriesDue(unit, dayOf(clock.now()), erasedAtOnce),
      );
      for (const id of due)
        await verbs.run({ actor, verb: 'watch.erase', subject: id }, async (work) => {
          const entry = await loadEntry(work.unit, id);
          work.permit(mayErase(actor, self, entry));
          await erase(work, entry, { by: null, reason: null });
        });
    },
  };
};
