/**
 * Whether an event stays flat as its programme grows: what its screens ask of a node that holds two thousand
 * sessions and two hundred thousand in one event, over HTTP, with row security on; and one session that is
 * changed by hand in it.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clusterIn, readCredentials } from '../server/plumbing/database/cluster.ts';
import { type Database, openDatabase } from '../server/plumbing/database/index.ts';
import { eventDraft } from '../testing/events-cast.ts';
import { buildCommand, makeProcessNode, type ProcessNode } from '../testing/process-node.ts';
import { good } from '../testing/process-world.ts';
import { type Answers, askEach, besideFew } from './asking.ts';
import { fillProgramme, frequentWord, lateWord, middleDay, rareWord } from './events-filling.ts';
import { type Measure, measuresOf, timesOf } from './measure.ts';

const measure = measuresOf('events');
const fewSessions = 2_000;
const usually = 200_000;
const rounds = 60;
const changes = 20;
const planner = 'event-planner';

export const help = `events [--sessions=${usually}]
  how many sessions the large event has, up to 240000; the small one has ${fewSessions}
`;

/** The database of the node, as the role that owns its tables. */
const openOwn = async (node: ProcessNode): Promise<Database> => {
  const { ownerPassword } = await readCredentials(clusterIn(join(node.folder, 'postgres')));
  const url = new URL(await node.databaseUrl());
  url.username = 'tansiq';
  url.password = ownerPassword;
  return openDatabase({ url: url.href });
};

const makeEvent = async (node: ProcessNode): Promise<string> => {
  const draft = { ...eventDraft(), firstDay: '2029-07-01', lastDay: '2029-08-30' };
  return String((await good(node.call(planner, 'POST', '/api/events', draft))).id);
};

const questionsOf = (event: string): readonly (readonly [name: string, path: string])[] => {
  const at = `/api/events/${event}`;
  const sessions = `${at}/sessions`;
  return [
    ['event-list', '/api/events'],
    ['event', at],
    ['sessions', sessions],
    ['sessions-from-the-middle', `${sessions}?from=${middleDay}`],
    ['sessions-cancelled', `${sessions}?state=cancelled`],
    ['search-rare-word', `${sessions}?q=${rareWord}`],
    ['search-frequent-word', `${sessions}?q=${frequentWord}`],
    ['search-late-word', `${sessions}?q=${lateWord}`],
    ['search-two-words', `${sessions}?q=${encodeURIComponent('judo série')}`],
    ['search-two-words-never-together', `${sessions}?q=${encodeURIComponent('hommes femmes')}`],
    ['search-arabic', `${sessions}?q=${encodeURIComponent('ملاكمة')}`],
    ['search-beginning', `${sessions}?q=${frequentWord.slice(0, 3)}`],
    ['search-nothing-found', `${sessions}?q=zzyzxqv`],
    ['calendar', `${at}/calendar`],
    ['calendar-from-the-middle', `${at}/calendar?from=${middleDay}`],
    ['posts', `${at}/posts`],
  ];
};

/** A session moved by an hour, over and over: its words and its days are kept with it. */
const changeSession = async (node: ProcessNode, event: string): Promise<number[]> => {
  const [row] = await node.rows<{ id: string }>(
    'select id from events_session where event = $1 order by starts_at offset 900 limit 1',
    [event],
  );
  const path = `/api/events/${event}/sessions/${row?.id}`;
  return timesOf(changes, async (round) => {
    const { id: _id, event: _event, ...session } = await good(node.call(planner, 'GET', path));
    await good(node.call(planner, 'PUT', path, { ...session, title: `moved ${round}` }));
  });
};

const ask = async (node: ProcessNode, event: string): Promise<Answers> => {
  const questions = questionsOf(event).map(([name, path]) => [name, planner, path] as const);
  // The first answers make the plans that the others find.
  await askEach(node, questions, 1);
  const answers = await askEach(node, questions, rounds);
  return new Map([...answers, ['session-changed', await changeSession(node, event)]]);
};

const named = (count: number): string => `${count / 1_000}k`;

const measureNode = async (node: ProcessNode, sessions: number): Promise<readonly Measure[]> => {
  const database = await openOwn(node);
  const small = await makeEvent(node);
  await fillProgramme(database, node.party, small, fewSessions);
  const few = await ask(node, small);
  const large = await makeEvent(node);
  const seconds = await fillProgramme(database, node.party, large, sessions);
  await database.close();
  await node.rows('vacuum analyze');
  const many = await ask(node, large);
  return [
    measure('sessions-written', sessions / seconds, 'sessions/s'),
    ...besideFew(measure, [many, named(sessions)], [few, named(fewSessions)]),
  ];
};

/** Runs the bench on a node of its own; about two minutes. */
export const run = async (options: readonly string[]): Promise<readonly Measure[]> => {
  const asked = Number(options.find((word) => word.startsWith('--sessions='))?.slice(11) ?? usually);
  if (!(Number.isInteger(asked) && asked >= fewSessions && asked <= 240_000)) throw new Error(help);
  const folder = await mkdtemp(join(tmpdir(), 'tansiq-bench-events-'));
  // The database may run as another user, who must be able to pass through.
  await chmod(folder, 0o755);
  const node = await makeProcessNode({ program: await buildCommand(), folder, name: 'fr' });
  try {
    return await measureNode(node, asked);
  } finally {
    await node.stop();
    await node.abandon();
    await rm(folder, { recursive: true, force: true });
  }
};
