/** The verbs of who asks and who answers: both write items, which leave as every item does. */
import type { JsonObject } from '../../kernel/canonical.ts';
import type { Actor } from '../../kernel/decision.ts';
import { Fault } from '../../kernel/faults.ts';
import type { ItemId } from '../../kernel/ids.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import type { RequestMessage } from '../../plumbing/stix/index.ts';
import type { Work } from '../../plumbing/verbs/index.ts';
import type { Exchange, Item, ItemDraft, StoredItem } from '../exchange/index.ts';
import type { AnswerDraft, Outcome, RequestDraft } from './contract.ts';
import { mayAnswer, mayAsk } from './policy.ts';
import { askErrors, isOpen } from './request.ts';
import * as steps from './step-store.ts';
import * as store from './store.ts';
import type { Strand } from './strand.ts';
import { announce, type RequestNeeds } from './telling-service.ts';
import { askToWire, readAsk, requestType } from './wire.ts';

/** What the verbs need besides: items, as exchange writes and shows them. */
export interface ItemNeeds extends RequestNeeds {
  readonly exchange: Pick<Exchange, 'service' | 'held'>;
}

/** Objects of an item that are not whom or what it is about. */
const notSubjects: readonly string[] = ['artifact', 'file', 'note', 'relationship', requestType];
const subjectsAtMost = 200;

const withoutAsk = (objects: readonly JsonObject[]): readonly JsonObject[] =>
  objects.filter(({ type }) => type !== requestType);

const subjectsOf = (objects: readonly JsonObject[]): readonly string[] =>
  objects
    .flatMap(({ type, id }) => (typeof id === 'string' && !notSubjects.includes(String(type)) ? [id] : []))
    .slice(0, subjectsAtMost);

const requireSound = ({ ask }: RequestDraft): void => {
  const fields = askErrors(ask);
  if (fields.length > 0) throw new Fault('requests/unsound', { fields: [...fields] });
};

/** What is kept with a request in the transaction that writes it; gives the objects that it brings along. */
type Alongside = (work: Work, item: ItemId) => Promise<readonly JsonObject[]>;

export const createAsking = (needs: ItemNeeds) => {
  const { verbs, clock, self, exchange } = needs;
  const { service: items, held } = exchange;

  const contentOf = (
    { ask, item }: RequestDraft,
    before: Pick<RequestMessage, 'id' | 'created'> | null,
  ): readonly JsonObject[] => {
    const subjects = withoutAsk(item.objects);
    const given = { self, at: clock.now(), subjects: subjectsOf(subjects), before };
    return [askToWire(ask, given), ...subjects];
  };

  const load = async (unit: Unit, id: ItemId): Promise<{ item: StoredItem; strand: Strand }> => {
    const item = await held.find(unit, id);
    const strand = item === null ? null : await store.lockStrand(unit, id, self);
    if (item === null || strand === null) throw new Fault('access/absent');
    return { item, strand };
  };

  const compose = (actor: Actor, draft: RequestDraft, alongside?: Alongside): Promise<Item> => {
    const { objects: _objects, ...item } = draft.item;
    return items.composeFrom({ actor, verb: 'exchange.compose' }, item, async (work, id) => {
      work.permit(mayAsk(actor, self, draft.item.marking.tlp));
      requireSound(draft);
      work.note({ request: draft.ask.urgency });
      const brought = (await alongside?.(work, id)) ?? [];
      const objects = [...draft.item.objects, ...brought];
      return contentOf({ ...draft, item: { ...draft.item, objects } }, null);
    });
  };

  return {
    /** Writes a request as a draft; it is proposed, released and recalled as every item. */
    compose: (actor: Actor, draft: RequestDraft): Promise<Item> => compose(actor, draft),

    /** A draft begun of something else; its writer says how urgent it is, and of whom it is asked. */
    begin: (actor: Actor, item: Omit<ItemDraft, 'objects'>, alongside: Alongside): Promise<Item> => {
      const ask = { urgency: 'ordinary', urgencyReason: '', known: '', knownGrading: null } as const;
      const whole = { ...ask, answerLanguages: [item.language] };
      return compose(actor, { item: { ...item, objects: [] }, ask: whole }, alongside);
    },

    edit: async (actor: Actor, id: ItemId, version: number, draft: RequestDraft): Promise<Item> => {
      const before = await verbs.read(
        { actor, verb: 'requests.edit', subject: id },
        async ({ unit, permit }) => {
          const item = await held.find(unit, id);
          if (item === null) throw new Fault('access/absent');
          permit(mayAsk(actor, self, item.marking.tlp));
          requireSound(draft);
          const reading = readAsk(await held.objects(unit, id), item.originator);
          return reading.kind === 'ask' ? reading.message : null;
        },
      );
      const objects = contentOf(draft, before);
      return items.edit(actor, id, version, { ...draft.item, objects: [...objects] });
    },

    /** Writes an answer as a draft on the request, for its requester alone. */
    answer: async (actor: Actor, id: ItemId, { item, outcome }: AnswerDraft): Promise<Item> => {
      const { requester, ...draft } = await verbs.read(
        { actor, verb: 'requests.answer', subject: id },
        async ({ unit, permit }) => {
          const { item: asked, strand } = await load(unit, id);
          permit(mayAnswer(actor, asked, { strand, self }));
          if (!isOpen(strand.state)) throw new Fault('requests/wrong-state', { state: strand.state });
          return { requester: strand.requester, agreement: item.agreement ?? asked.agreement };
        },
      );
      const { objects, ...rest } = item;
      const addressed: Omit<ItemDraft, 'objects'> = {
        ...rest,
        ...draft,
        circle: null,
        recipients: [requester],
        about: id,
      };
      const call = { actor, verb: 'exchange.contribute' } as const;
      return items.composeFrom(call, addressed, async (work, answer) => {
        const { item: asked, strand } = await load(work.unit, id);
        work.permit(mayAnswer(actor, asked, { strand, self }));
        await held.permit(work, { actor, act: 'read', item: asked });
        work.note({ request: id, outcome });
        await work.unit.asHouse('requests', (house) =>
          steps.insertAnswer(house, { answer, item: id, outcome, at: clock.now() }),
        );
        await announce(needs, work.unit, id);
        return objects;
      });
    },

    /** Whether an answer that was not told yet is all of it. */
    decideOutcome: (actor: Actor, answer: ItemId, outcome: Outcome): Promise<void> =>
      verbs.run({ actor, verb: 'requests.decide-outcome', subject: answer }, async (work) => {
        const found = await steps.findAnswer(work.unit, answer);
        if (found === null) throw new Fault('access/absent');
        const { item, strand } = await load(work.unit, found.item);
        work.permit(mayAnswer(actor, item, { strand, self }));
        if (found.told) throw new Fault('requests/wrong-state', { state: strand.state });
        work.note({ request: found.item, outcome });
        await steps.setOutcome(work.unit, answer, outcome);
        await announce(needs, work.unit, found.item);
      }),
  };
};
