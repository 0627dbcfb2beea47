/** The verbs on a request that is on its way: read it, take a step, give it to someone. */
import type { Actor } from '../../kernel/decision.ts';
import { Fault } from '../../kernel/faults.ts';
import type { ItemId, PartyId } from '../../kernel/ids.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import type { StoredItem } from '../exchange/index.ts';
import {
  type Assignment,
  type RequestView,
  requestLimits,
  type StepDraft,
  type StrandView,
} from './contract.ts';
import { mayAssign, mayFollow, mayStep, offeredTo } from './policy.ts';
import { staffLimits } from './staff/contract.ts';
import { type HandOverNeeds, moveStrand, requirePresent } from './staff/hand-over-service.ts';
import { listHandOversOf } from './staff/hand-over-store.ts';
import { headsOneOf } from './staff/policy.ts';
import { listHeads } from './staff/staff-store.ts';
import * as steps from './step-store.ts';
import * as store from './store.ts';
import { presentStrand, type Strand } from './strand.ts';
import { tell, type Words } from './telling-service.ts';
import { askFromWire, readAsk } from './wire.ts';

const wordsOf = (draft: StepDraft): Words => {
  const { kind: _kind, ...words } = draft;
  return words;
};

export const createStepping = (needs: HandOverNeeds) => {
  const { verbs, clock, self, exchange } = needs;
  const { held } = exchange;

  const load = async (
    unit: Unit,
    id: ItemId,
    addressee: PartyId,
  ): Promise<{ item: StoredItem; strand: Strand }> => {
    const item = await held.find(unit, id);
    const strand = item === null ? null : await store.lockStrand(unit, id, addressee);
    if (item === null || strand === null) throw new Fault('access/absent');
    return { item, strand };
  };

  const present = (actor: Actor, strand: Strand): StrandView =>
    presentStrand(strand, self, offeredTo(actor, strand, self));

  const answersOf = async (unit: Unit, id: ItemId): Promise<RequestView['answers']> => {
    const answers: RequestView['answers'] = [];
    for (const { answer, outcome } of await steps.listAnswers(unit, id)) {
      const item = await held.find(unit, answer);
      if (item !== null) answers.push({ id: answer, outcome, state: item.state, title: item.title });
    }
    return answers;
  };

  return {
    /** A consultation of the item, and all that was said about it. */
    show: async (actor: Actor, id: ItemId): Promise<RequestView> => {
      const item = await exchange.service.read(actor, id);
      return verbs.read({ actor, verb: 'requests.show', subject: id }, async ({ unit, permit }) => {
        const stored = await held.find(unit, id);
        const request = stored === null ? null : await store.findRequest(unit, id);
        if (stored === null || request === null) throw new Fault('access/absent');
        permit(mayFollow(actor, stored));
        const reading = readAsk(item.objects, item.originator);
        const strands = await store.listStrands(unit, id);
        return {
          item,
          ask: reading.kind === 'ask' ? askFromWire(reading.message) : null,
          strands: strands.map((strand) => present(actor, strand)),
          steps: await steps.listSteps(unit, id, requestLimits.stepsShown),
          answers: await answersOf(unit, id),
          handOvers: await listHandOversOf(unit, id, staffLimits.listed),
        };
      });
    },

    /** Tells the other side of this strand. */
    step: (actor: Actor, id: ItemId, addressee: PartyId, draft: StepDraft): Promise<StrandView> =>
      verbs.run({ actor, verb: `requests.${draft.kind}`, subject: id }, async (work) => {
        const { unit, permit, note } = work;
        const { item, strand } = await load(unit, id, addressee);
        permit(mayStep(actor, item, { strand, kind: draft.kind, self }));
        await held.permit(work, { actor, act: 'read', item });
        const person = actor.kind === 'person' ? actor.person : null;
        const taken = { strand, item, kind: draft.kind, words: wordsOf(draft), person, at: clock.now() };
        const after = await tell(needs, unit, taken);
        note({
          addressee,
          from: strand.state,
          to: after.state,
          ...(after.ground ? { ground: after.ground } : {}),
        });
        return present(actor, after);
      }),

    /** Gives it to another desk, to an officer, or back to the desk. */
    assign: async (actor: Actor, id: ItemId, addressee: PartyId, to: Assignment): Promise<StrandView> => {
      const isDesk = to.desk === undefined || (await needs.isDesk(to.desk));
      const isOfficer = !to.assignee || (await needs.isOfficer(to.assignee));
      return verbs.run({ actor, verb: 'requests.assign', subject: id }, async (work) => {
        const { unit, permit, note } = work;
        const { item, strand } = await load(unit, id, addressee);
        const desk = to.desk ?? strand.desk;
        const headsIt = headsOneOf(actor, await listHeads(unit), [strand.desk]);
        permit(mayAssign(actor, item, { strand, desk, headsIt }));
        await held.permit(work, { actor, act: 'read', item });
        if (!isDesk) throw new Fault('exchange/unknown-desk');
        if (!isOfficer) throw new Fault('requests/unknown-officer');
        await requirePresent(needs, unit, to.assignee ?? null);
        const isMoved = desk !== strand.desk;
        const assignee = to.assignee === undefined ? (isMoved ? null : strand.assignee) : to.assignee;
        note({ addressee, desk, assignee });
        return present(actor, await moveStrand(needs, unit, { item, strand }, { desk, assignee }));
      });
    },
  };
};
