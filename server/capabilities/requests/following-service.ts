/**
 * What follows the items that ask: the request's own row, its strands, and the steps that the house takes by
 * itself, each in the transaction that keeps, empties or drops the item.
 */
import type { JsonObject } from '../../kernel/canonical.ts';
import { Fault } from '../../kernel/faults.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import type { ItemFollower, StoredItem } from '../exchange/index.ts';
import { dueAt, start } from './clock.ts';
import { requireOpenWords } from './openness.ts';
import { askErrors, isOpen } from './request.ts';
import { deleteScratchOf } from './scratch-store.ts';
import { escalationOf } from './staff/escalation-service.ts';
import { emptyNotes } from './staff/hand-over-store.ts';
import * as steps from './step-store.ts';
import * as store from './store.ts';
import { newStrand } from './strand.ts';
import { announce, hoursFor, type TellingNeeds, tell } from './telling-service.ts';
import { askFromWire, readAsk } from './wire.ts';

/** Problems named in a fault. */
const problemsNamed = 5;

/** Before it is released: it stands among the drafts. */
const isDrafting = ({ state }: StoredItem): boolean => ['draft', 'proposed', 'returned'].includes(state);

/** Was it addressed to this service? What was passed on with consent is for information. */
const isAddressed = (item: StoredItem): boolean =>
  item.state === 'received' && item.originator !== item.holder && item.via === null;

/** Makes what exchange calls for every item that it keeps. */
export const createRequestFollower = (needs: TellingNeeds): ItemFollower => {
  const { self, clock } = needs;

  /** The request's row as its content says; false where the item asks nothing. */
  const keepRequest = async (
    unit: Unit,
    item: StoredItem,
    objects: readonly JsonObject[] | null,
  ): Promise<boolean> => {
    const before = await store.findRequest(unit, item.id);
    if (objects === null && before === null) return false;
    const reading = objects === null ? null : readAsk(objects, item.originator);
    if (reading?.kind === 'unsound')
      throw new Fault('requests/unsound', {
        fields: reading.problems.slice(0, problemsNamed).map(({ path, rule }) => `${path} (${rule})`),
      });
    if (reading?.kind === 'none') {
      if (before !== null) await store.deleteRequest(unit, item.id);
      return false;
    }
    const ask = reading === null ? null : askFromWire(reading.message);
    if (ask !== null && isDrafting(item)) {
      const { urgencyReason, known } = ask;
      requireOpenWords({ title: item.title, summary: item.summary, urgencyReason, known });
    }
    const errors = ask === null || !isDrafting(item) ? [] : askErrors(ask);
    if (errors.length > 0) throw new Fault('requests/unsound', { fields: [...errors] });
    await store.putRequest(unit, {
      item: item.id,
      requester: item.originator,
      urgency: ask?.urgency ?? before?.urgency ?? 'ordinary',
      drafting: isDrafting(item),
      changedAt: clock.now(),
    });
    return true;
  };

  /** An answer that is written or edited as any item is hides nothing either. */
  const keepAnswer = async (unit: Unit, item: StoredItem): Promise<void> => {
    if (!isDrafting(item) || (await steps.findAnswer(unit, item.id)) === null) return;
    requireOpenWords({ title: item.title, summary: item.summary });
  };

  /** On release: one strand for each addressee. */
  const openStrands = async (unit: Unit, item: StoredItem): Promise<void> => {
    const request = await store.findRequest(unit, item.id);
    const known = await store.listStrands(unit, item.id);
    for (const addressee of item.marking.releasableTo) {
      if (request === null || addressee === self || known.some((one) => one.addressee === addressee))
        continue;
      const hours = await hoursFor(needs, unit, item, request.urgency);
      const named = { item: item.id, addressee, requester: self, urgency: request.urgency };
      const place = { field: item.marking.field, desk: item.desk, hours, at: clock.now() };
      await store.putStrand(unit, newStrand({ ...named, ...place }), self);
    }
  };

  /** On receipt: the clock starts, and the requester hears that it does. */
  const receive = async (unit: Unit, item: StoredItem): Promise<void> => {
    const request = await store.findRequest(unit, item.id);
    const known = await store.lockStrand(unit, item.id, self);
    if (request === null) return;
    if (known !== null) {
      // It was given to another desk.
      if (known.desk === item.desk) return;
      const place = { desk: item.desk, level: known.clock.level };
      const escalatedTo = await escalationOf(needs, unit, place);
      await store.putStrand(unit, { ...known, desk: item.desk, assignee: null, escalatedTo }, self);
      return;
    }
    const at = clock.now();
    const hours = await hoursFor(needs, unit, item, request.urgency);
    const named = { item: item.id, addressee: self, requester: item.originator, urgency: request.urgency };
    const strand = newStrand({ ...named, field: item.marking.field, desk: item.desk, hours, at });
    await store.putStrand(unit, strand, self);
    const due = dueAt(start(strand.clock, at));
    const words = { dueAt: due };
    await tell(needs, unit, { strand, item, kind: 'received', words, person: null, at });
    await needs.journal.append(unit, {
      actor: { kind: 'system', name: 'requests', party: self },
      verb: 'requests.receive',
      subject: item.id,
      outcome: 'done',
      rule: 'requests/clock-starts-at-receipt',
      details: { urgency: request.urgency, hours, dueAt: due ?? '' },
    });
  };

  /** What its requester took back is owed no answer any more: the recall has told everyone. */
  const withdraw = async (unit: Unit, item: StoredItem): Promise<void> => {
    const at = clock.now();
    for (const strand of await store.listStrands(unit, item.id)) {
      if (strand.state !== 'sent' && !isOpen(strand.state)) continue;
      const stopped = { ...strand.clock, stoppedAt: strand.clock.stoppedAt ?? at };
      const withdrawn = {
        ...strand,
        state: 'withdrawn',
        resume: null,
        clock: stopped,
        changedAt: at,
      } as const;
      await store.putStrand(unit, withdrawn, self);
    }
    await announce(needs, unit, item.id);
  };

  /** An answer of this service was released: the step that names it goes with it. */
  const tellAnswer = async (unit: Unit, item: StoredItem): Promise<void> => {
    if (item.state !== 'released' || item.about === undefined) return;
    const answer = await steps.findAnswer(unit, item.id);
    if (answer === null || answer.told) return;
    const strand = await store.lockStrand(unit, answer.item, self);
    if (strand === null) throw new Fault('requests/unknown');
    const at = clock.now();
    const words = { answers: [item.id] };
    await tell(needs, unit, { strand, item, kind: answer.outcome, words, person: item.releasedBy, at });
    await steps.markTold(unit, item.id);
  };

  return {
    kept: (unit, item, objects) =>
      // Followed by the house: who writes or assigns it need not be among those who follow it.
      unit.asHouse('requests', async (house) => {
        if (item.holder === item.originator) await tellAnswer(house, item);
        if (objects !== null && item.about !== undefined) await keepAnswer(house, item);
        if (!(await keepRequest(house, item, objects))) return;
        if (item.state === 'released') await openStrands(house, item);
        if (item.state === 'recalled') await withdraw(house, item);
        if (isAddressed(item)) await receive(house, item);
        await announce(needs, house, item.id);
      }),
    dropped: (unit, item) =>
      unit.asHouse('requests', async (house) => {
        if ((await store.findRequest(house, item.id)) === null) return;
        await withdraw(house, item);
        await steps.emptySteps(house, item.id);
        await emptyNotes(house, item.id);
        await deleteScratchOf(house, item.id);
      }),
  };
};
