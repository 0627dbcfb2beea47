/**
 * Whether the board stays flat: the same questions to a node that holds two thousand requests and two
 * hundred thousand, as an officer, as who heads the centre, stands in for somebody or sees little, over HTTP,
 * with row security on; and the note that a shift hands over.
 */
import type { ProcessNode } from '../testing/process-node.ts';
import { openProcessWorld, type ProcessWorld } from '../testing/process-world.ts';
import { type Answers, askEach, besideFew, type Question } from './asking.ts';
import { type Measure, measuresOf } from './measure.ts';
import { fillRequests, frequentWord, rareWord } from './requests-filling.ts';

const measure = measuresOf('requests');
const fewRequests = 2_000;
const manyRequests = 200_000;
const rounds = 60;
const firstDesk = 'select id from desk order by created_at, id limit 1';
const partnerId = 'identity--00000000-0000-4000-8000-000000000004';

const cursorAt = async (node: ProcessNode, offset: number): Promise<string> => {
  const [row] = await node.rows<{ cursor: string }>(
    `select to_char(order_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '~' || item || '~' ||
      addressee as cursor
    from request_strand where waits_for = 'us' order by order_at, item, addressee offset $1 limit 1`,
    [offset],
  );
  return encodeURIComponent(row?.cursor ?? '');
};

/** Somebody is away, and the analyst takes his place. */
const sendAway = (node: ProcessNode) =>
  node.rows(
    `insert into request_absence (id, person, stand_in, holder, from_at, until_at, marked_by, marked_at)
    select 'absence--' || gen_random_uuid(), away.id, analyst.id, $1, now() - interval '1 day',
      now() + interval '10 days', null, now()
    from person away, person analyst
    where 'liaison-officer' = any (away.roles) and 'analyst' = any (analyst.roles)`,
    [node.party],
  );

/** A shift that runs, whose note is read over and over. */
const openShift = async (node: ProcessNode): Promise<string> => {
  const [row] = await node.rows<{ id: string }>(
    `insert into watch_shift (id, holder, desk, officers, starts_at, ends_at, made_by, made_at)
    select 'shift--' || gen_random_uuid(), $1, (${firstDesk}), array[id], now() - interval '8 hours',
      now() + interval '1 hour', id, now()
    from person where 'watch-officer' = any (roles) returning id`,
    [node.party],
  );
  return row?.id ?? '';
};

const path = '/api/requests';
const search = '/api/exchange/search?q=';

const boards: readonly Question[] = [
  ['waiting-us', 'analyst', `${path}?view=waiting-us`],
  ['page-of-200', 'analyst', `${path}?view=waiting-us&limit=200`],
  ['waiting-them', 'analyst', `${path}?view=waiting-them`],
  ['overdue', 'analyst', `${path}?view=overdue`],
  ['due-soon', 'analyst', `${path}?view=due-soon`],
  ['done', 'analyst', `${path}?view=done`],
  ['drafts', 'analyst', `${path}?view=drafts`],
  ['mine-and-of-whom-he-stands-in-for', 'analyst', `${path}?view=mine`],
  ['mine-of-all-desks', 'watch-officer', `${path}?view=mine`],
  ['mine-of-the-centre-head', 'centre-head', `${path}?view=mine`],
  ['counts', 'analyst', `${path}/counts`],
  ['counts-of-the-centre-head', 'centre-head', `${path}/counts`],
  // Who sees one request in a hundred.
  ['waiting-us-of-an-observer', 'observer', `${path}?view=waiting-us`],
  ['waiting-them-of-an-observer', 'observer', `${path}?view=waiting-them`],
  ['done-of-an-observer', 'observer', `${path}?view=done`],
  ['counts-of-an-observer', 'observer', `${path}/counts`],
];

const filters: readonly Question[] = [
  ['one-partner', 'analyst', `${path}?view=waiting-us&party=${partnerId}`],
  ['one-field', 'analyst', `${path}?view=waiting-us&field=terrorism`],
  ['partner-and-field', 'analyst', `${path}?view=waiting-us&field=terrorism&party=${partnerId}`],
  ['field-without-any', 'analyst', `${path}?view=waiting-us&field=drugs`],
  ['done-of-a-field-without-any', 'analyst', `${path}?view=done&field=drugs`],
  ['search-rare-word', 'analyst', `${search}${rareWord}`],
  ['search-frequent-word', 'analyst', `${search}${frequentWord}`],
  ['search-phrase', 'analyst', `${search}${encodeURIComponent('"point de situation"')}`],
  ['search-nothing-found', 'analyst', `${search}zzyzxqv`],
];

const questionsAt = async (node: ProcessNode, requests: number): Promise<readonly Question[]> => {
  const cursor = await cursorAt(node, requests / 4);
  const handover = `/api/watch/shifts/${await openShift(node)}/handover`;
  return [
    ...boards,
    ['waiting-us-in-the-middle', 'analyst', `${path}?view=waiting-us&cursor=${cursor}`],
    ...filters,
    ['handover-note', 'watch-officer', handover],
  ];
};

const ask = async (node: ProcessNode, requests: number): Promise<Answers> =>
  askEach(node, await questionsAt(node, requests), rounds);

const measureNode = async (world: ProcessWorld): Promise<readonly Measure[]> => {
  const [node] = world.nodes;
  if (node === undefined) throw new Error('bug: no node');
  await sendAway(node);
  await fillRequests(node, 0, fewRequests);
  const few = await ask(node, fewRequests);
  await fillRequests(node, fewRequests, manyRequests);
  const many = await ask(node, manyRequests);
  return besideFew(measure, [many, '200k'], [few, '2k']);
};

/** Runs the bench on a node of its own; about a minute. */
export const run = async (): Promise<readonly Measure[]> => {
  const world = await openProcessWorld(['fr', 'ma']);
  try {
    return await measureNode(world);
  } finally {
    await world.close();
  }
};
