/**
 * Whether lists of asks and officers stay flat: the same questions to a node that holds two thousand of each
 * and two hundred thousand, as those who plan, release and stand beside a visitor, over HTTP, with row
 * security on.
 */
import type { ProcessNode } from '../testing/process-node.ts';
import { good, openProcessWorld, type ProcessWorld } from '../testing/process-world.ts';
import { type Answers, askEach, besideFew, type Question } from './asking.ts';
import { fillEvent } from './assistance-event.ts';
import { fillAsks, fillUnits, frequentWord, rareWord } from './assistance-filling.ts';
import { type Measure, measuresOf } from './measure.ts';

const measure = measuresOf('assistance');
const [few, many] = [2_000, 200_000] as const;
const rounds = 60;

const root = '/api/assistance';
const asks = `${root}/asks`;
const units = `${root}/units`;

const cursorAt = async (node: ProcessNode, offset: number): Promise<string> => {
  const [row] = await node.rows<{ cursor: string }>(
    `select to_char(created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '~' || ask as cursor
    from assistance_ask_summary where not own order by created_at desc, ask desc offset $1 limit 1`,
    [offset],
  );
  return encodeURIComponent(row?.cursor ?? '');
};

const unitWith = async (node: ProcessNode, condition: string): Promise<string> => {
  const [row] = await node.rows<{ id: string }>(
    `select id from assistance_unit where ${condition} order by id desc limit 1`,
  );
  return row?.id ?? '';
};

const search = (text: string): string => `${asks}?text=${encodeURIComponent(text)}`;

const questionsAt = async (node: ProcessNode, size: number, event: string): Promise<readonly Question[]> => {
  const arrived = await unitWith(node, "kind = 'visiting' and stage = 'arrived'");
  const middle = await unitWith(node, `kind = 'visiting' and id < '${String(size / 2).padStart(8, '0')}'`);
  return [
    ['asks-own', 'event-planner', `${asks}?view=own`],
    ['asks-received', 'liaison-officer', `${asks}?view=received`],
    ['asks-in-the-middle', 'event-planner', `${asks}?view=received&cursor=${await cursorAt(node, size / 2)}`],
    ['asks-open', 'event-planner', `${asks}?view=own&state=open`],
    ['asks-that-wait', 'liaison-officer', `${asks}?view=received&state=waits`],
    ['asks-over', 'event-planner', `${asks}?view=own&state=over`],
    ['asks-search-frequent-word', 'event-planner', search(frequentWord)],
    ['asks-search-rare-word', 'event-planner', search(rareWord)],
    ['asks-search-nothing-found', 'event-planner', search('zzyzxqv')],
    ['asks-overview', 'event-planner', `${root}/overview`],
    ['asks-waiting', 'contact-point', `${root}/waiting`],
    ['officers-visiting', 'event-planner', `${units}?kind=visiting`],
    ['officers-in-the-middle', 'event-planner', `${units}?kind=visiting&after=${middle}`],
    ['officers-own', 'centre-head', `${units}?kind=own`],
    ['officers-of-an-ask', 'contact-point', `${units}?kind=sent&ask=00000001-0000-4000-8000-000000000000`],
    ['officers-of-a-host-officer', 'host-officer', units],
    ['officer-whole', 'event-planner', `${units}/${arrived}`],
    ['host-officers-suggested', 'event-planner', `${units}/${arrived}/hosts`],
    ['board', 'event-planner', `${root}/board`],
    ['event-missing', 'event-planner', `${root}/events/${event}/missing?language=fr`],
    ['badge-keys', 'host-officer', `${root}/badge-keys`],
  ];
};

const ask = async (node: ProcessNode, size: number, event: string): Promise<Answers> =>
  askEach(node, await questionsAt(node, size, event), rounds);

const measureNode = async (world: ProcessWorld): Promise<readonly Measure[]> => {
  const [node] = world.nodes;
  if (node === undefined) throw new Error('bug: no node');
  await good(node.call('event-planner', 'POST', '/api/parties/context', { reason: 'Suivi des renforts' }));
  const event = await fillEvent(node);
  await fillAsks(node, 0, few);
  await fillUnits(node, 0, few);
  const before = await ask(node, few, event);
  await fillAsks(node, few, many);
  await fillUnits(node, few, many);
  const after = await ask(node, many, event);
  return besideFew(measure, [after, '200k'], [before, '2k']);
};

/** Runs the bench on a node of its own; about two minutes. */
export const run = async (): Promise<readonly Measure[]> => {
  const world = await openProcessWorld(['fr', 'ma']);
  try {
    return await measureNode(world);
  } finally {
    await world.close();
  }
};
