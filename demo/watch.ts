/** The watch of the demo world: an evening in the log, the shifts around now, an alert on its way. */
import { isObject, type JsonObject } from '../server/kernel/canonical.ts';
import { later, systemClock } from '../server/kernel/time.ts';
import { wallTimeOf } from '../server/kernel/zone.ts';
import type { DemoClient } from './client.ts';
import { type NodeKey, watchAlert, watchLines } from './scenario/index.ts';

const shiftHours = 8;
const hourMs = 3_600_000;

const writeLines = async (call: DemoClient, ids: ReadonlyMap<string, string>): Promise<void> => {
  for (const { node, by, language, line, circle } of watchLines)
    await call(node, by, 'POST', '/api/watch/log', {
      line,
      language,
      circle: circle === null ? null : (ids.get(`circle ${circle}`) ?? null),
    });
};

const personOf = async (call: DemoClient, node: NodeKey, role: string): Promise<JsonObject> => {
  const me = await call(node, role, 'GET', '/api/session');
  if (!isObject(me)) throw new Error('bug: nobody is signed in');
  return me;
};

/** The shift that runs and the one after it, by the clock of the node. */
const planShifts = async (call: DemoClient, node: NodeKey): Promise<void> => {
  const [officer, head] = [
    await personOf(call, node, 'watch-officer'),
    await personOf(call, node, 'centre-head'),
  ];
  const desk = isObject(officer.desk) ? officer.desk.id : null;
  const rota = await call(node, 'watch-officer', 'GET', '/api/watch/shifts');
  const zone = isObject(rota) ? String(rota.timeZone) : 'UTC';
  const wall = (hours: number) => wallTimeOf(zone, later(systemClock.now(), hours * hourMs));
  for (const [person, from] of [
    [officer, -shiftHours + 1],
    [head, 1],
  ] as const) {
    const [begins, ends] = [wall(from), wall(from + shiftHours)];
    await call(node, 'watch-officer', 'POST', '/api/watch/shifts', {
      desk,
      officers: [person.person],
      day: begins.day,
      from: begins.time,
      to: ends.time,
    });
  }
};

/** Writes the log, plans the shifts, and sends the alert that one country has still to acknowledge. */
export const keepWatch = async (call: DemoClient, ids: ReadonlyMap<string, string>): Promise<void> => {
  await writeLines(call, ids);
  for (const node of ['fr', 'ma'] as const) await planShifts(call, node);
  const { agreement, ...draft } = watchAlert;
  const alert = await call('fr', 'watch-officer', 'POST', '/api/watch/alerts', {
    ...draft,
    agreement: ids.get(`agreement ${agreement}`),
    circle: ids.get(`circle ${agreement}`) ?? null,
    recipients: [],
  });
  if (isObject(alert))
    await call('fr', 'watch-officer', 'POST', `/api/watch/alerts/${String(alert.id)}/send`);
};
