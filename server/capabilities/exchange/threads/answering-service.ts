/**
 * What holds of every answer, whichever way it came to be written: checked on writing, sending, receiving.
 */
import type { JsonObject } from '../../../kernel/canonical.ts';
import { Fault } from '../../../kernel/faults.ts';
import { type ItemId, type PartyId, readId } from '../../../kernel/ids.ts';
import type { Marking } from '../../../kernel/marking.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import * as store from '../store.ts';
import './faults.ts';
import { belongsInThread, milderParts } from './policy.ts';

interface Answer {
  readonly about?: ItemId;
  readonly marking: Marking;
}

const referring = ['object_refs', 'sighting_of_ref', 'source_ref', 'target_ref'] as const;

/** The items that an answer is on: the one that it names, and those that its objects refer to. */
const answeredBy = (about: ItemId, objects: readonly JsonObject[]): readonly ItemId[] => {
  const found = new Set<ItemId>([about]);
  for (const object of objects)
    for (const value of referring.flatMap((name) => object[name] ?? [])) {
      const id = typeof value === 'string' ? readId('item', value) : null;
      if (id !== null) found.add(id);
    }
  return [...found];
};

const requireStrict = (answered: Marking, answer: Marking): void => {
  const fields = milderParts(answered, answer);
  if (fields.length > 0) throw new Fault('exchange/answer-milder', { fields: [...fields] });
};

/** On writing: the author reads what he answers, and is no milder. */
export const requireAnswerWritten = async (
  unit: Unit,
  answer: Answer,
  objects: readonly JsonObject[],
): Promise<void> => {
  if (answer.about === undefined) return;
  for (const id of answeredBy(answer.about, objects)) {
    const answered = await store.findItem(unit, id);
    if (answered === null) throw new Fault('access/absent');
    requireStrict(answered.marking, answer.marking);
  }
};

/** Before it is proposed and before it leaves: what it answers is still here, and it is still no milder. */
export const requireAnswerSendable = async (unit: Unit, id: ItemId, answer: Answer): Promise<void> => {
  const { about } = answer;
  if (about === undefined) return;
  await unit.asHouse('threads', async (house) => {
    const objects = await store.readObjects(house, id);
    for (const on of answeredBy(about, objects)) {
      const answered = await store.findItem(house, on);
      if (answered === null || answered.state === 'recalled') throw new Fault('exchange/answered-gone');
      requireStrict(answered.marking, answer.marking);
    }
  });
};

/** On receipt: where the item is here, only who may have it answers it, and no milder. */
export const requireAnswerReceivable = async (unit: Unit, from: PartyId, answer: Answer): Promise<void> => {
  const { about } = answer;
  if (about === undefined) return;
  const answered = await unit.asHouse('threads', (house) => store.findItem(house, about));
  // It may come before what it answers, which another node sends: the thread looks again when it is read.
  if (answered === null) return;
  if (!belongsInThread(answered.marking, from)) throw new Fault('exchange/not-for-us');
  requireStrict(answered.marking, answer.marking);
};

/** Before a held answer is passed on: who gets it may have what it answers as well. */
export const requireAnswerPassable = async (
  unit: Unit,
  answer: Pick<Answer, 'about'>,
  recipient: PartyId,
): Promise<void> => {
  const { about } = answer;
  if (about === undefined) return;
  const answered = await unit.asHouse('threads', (house) => store.findItem(house, about));
  if (answered === null || answered.state === 'recalled') throw new Fault('exchange/answered-gone');
  if (!belongsInThread(answered.marking, recipient))
    throw new Fault('exchange/answer-milder', { fields: ['releasableTo'] });
};
