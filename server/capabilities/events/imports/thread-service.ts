/**
 * The planning thread: a file of many rows takes seconds, an odd one for ever, and the node must go on
 * answering meanwhile.
 */
import { randomUUID } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import { loadModel } from '../../../plumbing/names/index.ts';
import { alikePairs } from '../merging/pairs.ts';
import type { There } from './plan.ts';
import { planImport } from './planning.ts';
import { readSource } from './source.ts';
import { type Asked, cutsOf, type Piece, type PlanTask, type Told } from './task.ts';

const tell = (told: Told): void => parentPort?.postMessage(told);

let pieces: Piece<There>[] = [];

/** What went before a task, put together. */
const takeLists = (): Piece<There> => {
  const lists = {
    venues: pieces.flatMap(({ venues }) => [...venues]),
    sessions: pieces.flatMap(({ sessions }) => [...sessions]),
    objects: pieces.flatMap(({ objects }) => [...objects]),
    teams: pieces.flatMap(({ teams }) => [...teams]),
  };
  pieces = [];
  return lists;
};

const perform = ({ bytes, file, timeZone, there: facts }: PlanTask): void => {
  const there: There = { ...facts, ...takeLists() };
  const planned = planImport(readSource(bytes), file, there, {
    ...{ timeZone, model: loadModel() },
    newId: randomUUID,
  });
  const { venues, sessions, objects, teams, ...rest } = planned;
  for (const cut of cutsOf(planned)) {
    const piece = {
      ...{ venues: venues.slice(...cut), sessions: sessions.slice(...cut) },
      ...{ objects: objects.slice(...cut), teams: teams.slice(...cut) },
    };
    tell({ kind: 'kept', piece });
  }
  tell({ kind: 'planned', rest });
};

parentPort?.on('message', (asked: Asked) => {
  if (asked.kind === 'there') {
    pieces.push(asked.piece);
    return;
  }
  try {
    if (asked.kind === 'plan') perform(asked.task);
    else tell({ kind: 'alike', pairs: alikePairs(takeLists().venues, loadModel()) });
  } catch (failure) {
    tell({
      kind: 'failure',
      failure: failure instanceof Error ? (failure.stack ?? failure.message) : String(failure),
    });
  }
});
