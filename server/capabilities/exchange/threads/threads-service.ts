/** The verbs of threads: read one, see what an answer may be, write one, note something for colleagues. */
import { canonical, type JsonObject } from '../../../kernel/canonical.ts';
import type { Actor, PersonActor } from '../../../kernel/decision.ts';
import { assert, Fault } from '../../../kernel/faults.ts';
import type { ItemId, PartyId } from '../../../kernel/ids.ts';
import { dayOf, later } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import { gapOf } from '../../agreements/index.ts';
import { noteShown, permitConsultation, permitReason } from '../consultation/consultation-service.ts';
import type { Item, ItemDraft } from '../contract.ts';
import type { StoredItem } from '../item.ts';
import { copyForGuest, type ExchangeNeeds, viewOf } from '../item-service.ts';
import type { ExchangeService } from '../items-service.ts';
import type { ItemFollower } from '../keeping-service.ts';
import { mayRead } from '../policy.ts';
import * as itemStore from '../store.ts';
import type { AnswerForm, Contribution, OwnNoteDraft, Thread, ThreadEntry } from './contract.ts';
import { threadLimits } from './contract.ts';
import { contentOf, proposedMarking, readContribution } from './contribution.ts';
import { mayContribute, mayNoteForOwn, mayRemoveOwnNote } from './policy.ts';
import * as store from './thread-store.ts';

export interface ThreadNeeds extends ExchangeNeeds {
  readonly items: Pick<ExchangeService, 'compose'>;
}

const presentAnswer = (item: StoredItem, objects: readonly JsonObject[], isOurs: boolean): ThreadEntry => ({
  ...readContribution(item, objects),
  id: item.id,
  originator: item.originator,
  state: item.state,
  author: isOurs ? item.author : null,
  language: item.language,
  title: item.title,
  needsReason: item.needsReason ?? false,
  at: item.createdAt,
  readAt: item.readAt,
  tlp: item.marking.tlp,
  grading: item.marking.grading ?? null,
});

const presentOwnNote = (note: store.OwnNote, item: StoredItem, self: PartyId): ThreadEntry => {
  const content: unknown = JSON.parse(note.content);
  assert(typeof content === 'object' && content !== null && 'content' in content, 'a note has no content');
  return {
    id: note.id,
    kind: 'own-note',
    originator: self,
    state: null,
    author: note.author,
    language: note.language,
    title: '',
    needsReason: false,
    text: String(content.content),
    at: note.writtenAt,
    readAt: null,
    tlp: item.marking.tlp,
    grading: null,
    target: null,
    opinion: null,
    sighting: null,
  };
};

/** Internal notes belong to the page whose span of time they fall into. */
const between = (notes: readonly ThreadEntry[], after: string | undefined, until: string | null) => {
  const from = after?.split('~')[0] ?? '';
  const to = until?.split('~')[0] ?? '\uffff';
  return notes.filter(({ at }) => at > from && at <= to);
};

/** Notes may quote the item: they go when its content goes, though a recalled item stays as a tombstone. */
export const ownNoteFollower: ItemFollower = {
  kept: async () => undefined,
  dropped: (unit, item) => unit.asHouse('threads', (house) => store.dropOwnNotes(house, item.id)),
};

export const createThreads = (needs: ThreadNeeds) => {
  const { verbs, clock, self, items } = needs;

  const load = async (unit: Unit, id: ItemId): Promise<StoredItem> => {
    const item = await itemStore.findItem(unit, id);
    if (item === null) throw new Fault('access/absent');
    return item;
  };

  const answersOf = async (unit: Unit, answers: readonly StoredItem[]): Promise<ThreadEntry[]> => {
    const isOurs = unit.reader.party === self;
    if (!isOurs) {
      const copies: ThreadEntry[] = [];
      for (const answer of answers)
        copies.push(presentAnswer(answer, (await copyForGuest(unit, answer)).objects, false));
      return copies;
    }
    const objects = await store.readFirstObjects(
      unit,
      answers.map(({ id }) => id),
    );
    return answers.map((answer) => presentAnswer(answer, objects.get(answer.id) ?? [], true));
  };

  const answeredOf = async (unit: Unit, item: StoredItem): Promise<Thread['answered']> => {
    const answered = item.about === undefined ? null : await itemStore.findItem(unit, item.about);
    if (answered === null) return null;
    const { id, title, language, needsReason = false } = answered;
    return { id, title, needsReason, language };
  };

  /** Those who hold the item, each with why he cannot be answered, if he cannot. */
  const holdersOf = async (unit: Unit, item: StoredItem): Promise<AnswerForm['recipients']> => {
    const agreement = item.agreement === null ? null : await needs.agreements.find(unit, item.agreement);
    const holders: AnswerForm['recipients'] = [];
    for (const party of item.marking.releasableTo.filter((one) => one !== self)) {
      const gap = agreement === null ? 'no-agreement' : gapOf(agreement, item.marking, party);
      holders.push({ party, gap: gap ?? ((await needs.isLinked(unit, party)) ? null : 'not-linked') });
    }
    return holders;
  };

  /** The contribution as a draft like any other. */
  const draftOf = async (unit: Unit, item: StoredItem, said: Contribution): Promise<ItemDraft> => {
    if (said.target !== null && !(await store.holdsObject(unit, item.id, said.target)))
      throw new Fault('exchange/unknown-target');
    if (said.kind === 'sighting' && said.lastSeen < said.firstSeen)
      throw new Fault('exchange/sighting-order');
    if (said.kind === 'sighting' && said.lastSeen > later(clock.now(), threadLimits.seenAheadMs))
      throw new Fault('exchange/sighting-ahead');
    const now = clock.now();
    const holders = await holdersOf(unit, item);
    const reachable = holders.filter(({ gap }) => gap === null).map(({ party }) => party);
    return {
      title: said.title,
      summary: '',
      language: said.language,
      marking: {
        ...proposedMarking(item.marking, dayOf(now)),
        ...(said.tlp === undefined ? {} : { tlp: said.tlp }),
        ...(said.grading === undefined ? {} : { grading: said.grading }),
      },
      agreement: item.agreement,
      circle: null,
      recipients: said.recipients ?? reachable,
      objects: [...contentOf(said, said.target ?? item.id, self, now)],
      withheld: [],
      about: item.id,
    };
  };

  return {
    /** A consultation: which contributions were read is journalled. */
    thread: (actor: Actor, id: ItemId, cursor?: string): Promise<Thread> =>
      verbs.run({ actor, verb: 'exchange.read-thread', subject: id }, async (work) => {
        const { unit, permit, note } = work;
        const item = await load(unit, id);
        permit(mayRead(actor, viewOf(item)));
        await permitConsultation(needs, work, { actor, act: 'read', item });
        const page = await store.listAnswers(unit, item, cursor);
        const own = (await store.listOwnNotes(unit, id)).map((one) => presentOwnNote(one, item, self));
        const entries = [...(await answersOf(unit, page.items)), ...between(own, cursor, page.next)];
        note({ read: entries.map((entry) => entry.id) });
        await noteShown(work, actor, [id, ...page.items.map((answer) => answer.id)]);
        return {
          answered: await answeredOf(unit, item),
          entries: entries.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
          next: page.next,
          opinions: [...(await store.latestOpinions(unit, item))],
        };
      }),

    /** What is proposed to who answers: marking, agreement and recipients, drawn from the item. */
    answerForm: (actor: Actor, id: ItemId): Promise<AnswerForm> =>
      verbs.read({ actor, verb: 'exchange.contribute', subject: id }, async (work) => {
        const { unit, permit } = work;
        const item = await load(unit, id);
        permit(mayContribute(actor, self, viewOf(item)));
        permitReason(work, actor, item.personal ?? true);
        return {
          marking: proposedMarking(item.marking, dayOf(clock.now())),
          agreement: item.agreement,
          recipients: await holdersOf(unit, item),
        };
      }),

    /** Writes the contribution as a draft; it leaves as every item does, proposed and released. */
    contribute: async (actor: Actor, id: ItemId, said: Contribution): Promise<Item> => {
      const draft = await verbs.read({ actor, verb: 'exchange.contribute', subject: id }, async (work) => {
        const { unit, permit } = work;
        const item = await load(unit, id);
        permit(mayContribute(actor, self, viewOf(item)));
        permitReason(work, actor, item.personal ?? true);
        return draftOf(unit, item, said);
      });
      return items.compose(actor, draft);
    },

    /** A note that stays here: it is no item, and nothing can send it. */
    noteForOwn: (actor: PersonActor, id: ItemId, { text, language }: OwnNoteDraft): Promise<ThreadEntry> =>
      verbs.run({ actor, verb: 'exchange.note', subject: id }, async (work) => {
        const { unit, permit, note } = work;
        const item = await load(unit, id);
        permit(mayNoteForOwn(actor, self, viewOf(item)));
        permitReason(work, actor, item.personal ?? true);
        const { length } = await store.listOwnNotes(unit, id);
        if (length >= threadLimits.ownNotes)
          throw new Fault('exchange/notes-full', { limit: threadLimits.ownNotes });
        const now = clock.now();
        const [object] = contentOf(
          { kind: 'note', title: item.title, text, language, target: null },
          id,
          self,
          now,
        );
        assert(object !== undefined, 'a note is one object');
        const written: store.OwnNote = {
          id: object.id,
          item: id,
          author: actor.person,
          language,
          content: canonical(object),
          writtenAt: now,
        };
        await store.insertOwnNote(unit, written);
        note({ note: object.id });
        await needs.live.announce(unit, { topic: 'exchange.item', id });
        return presentOwnNote(written, item, self);
      }),

    removeOwnNote: (actor: Actor, id: string): Promise<void> =>
      verbs.run({ actor, verb: 'exchange.remove-note', subject: null }, async ({ unit, permit, note }) => {
        const written = await store.findOwnNote(unit, id);
        if (written === null) throw new Fault('access/absent');
        permit(mayRemoveOwnNote(actor, written.author));
        note({ note: id, item: written.item });
        await store.deleteOwnNote(unit, id);
        await needs.live.announce(unit, { topic: 'exchange.item', id: written.item });
      }),
  };
};

/** The verbs of threads. */
export type ThreadService = ReturnType<typeof createThreads>;
