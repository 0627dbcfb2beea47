/** The whole of Paris 2024, as its officers plan it over the API: event, risk, posts. */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isObject, type JsonObject } from '../server/kernel/canonical.ts';
import type { WorldNode } from '../testing/world.ts';
import { said } from './securing-world.ts';

const planner = 'event-planner';
export const listOf = (value: unknown): readonly JsonObject[] =>
  Array.isArray(value) ? value.filter(isObject) : [];

/** A file as an officer uploads it: looked at, then imported as it was seen. */
const importFile = async (
  host: WorldNode,
  event: string,
  file: { readonly path: string; readonly settings: JsonObject },
): Promise<JsonObject> => {
  const content = (await readFile(file.path)).toString('base64');
  const name = file.path.split('/').at(-1) ?? '';
  const settings = {
    ...{ target: null, mapping: {}, language: null, kind: null, gapMinutes: null, venues: {} },
    // Its venues are kept for the Paralympics, after the days of the event.
    ...{ cancelGone: true, outside: 'take', ...file.settings },
  };
  const body = { content, fileName: name, source: name, settings };
  const path = `/api/events/${event}/imports`;
  const { digest, problems } = await said(host, planner, 'POST', `${path}/preview`, { file: body });
  if (listOf(problems).length > 0) throw new Error(`${name}: ${JSON.stringify(problems)}`);
  return said(host, planner, 'POST', path, { id: randomUUID(), file: body, digest });
};

/** The event with its venues and sessions, from the files as they were published. */
export const importParis = async (
  host: WorldNode,
  folder: string,
): Promise<{ id: string; counts: JsonObject }> => {
  const { id } = await said(host, planner, 'POST', '/api/events', {
    code: 'paris-2024',
    name: { ar: 'أولمبياد باريس 2024', fr: 'Jeux de Paris 2024', en: 'Paris 2024' },
    firstDay: '2024-07-24',
    lastDay: '2024-08-11',
    country: 'FR',
    purpose: 'event-protection',
    legalBasis: 'Code de la sécurité intérieure, article L. 211-11',
  });
  const event = String(id);
  const of = (name: string) => join(folder, name);
  await importFile(host, event, { path: of('paris2024-venues-merged.json'), settings: {} });
  await importFile(host, event, { path: of('paris2024-schedules.csv'), settings: { gapMinutes: 60 } });
  const found = await said(host, planner, 'GET', `/api/events/${event}`);
  return { id: event, counts: isObject(found.counts) ? found.counts : {} };
};

/** Posts as templates make them of the levels now; how many of each specialty. */
export const makePosts = async (host: WorldNode, event: string): Promise<JsonObject> => {
  const posts = `/api/events/${event}/risk/posts`;
  const { digest, specialties } = await said(host, planner, 'GET', `${posts}?language=fr`);
  await said(host, planner, 'POST', posts, { language: 'fr', digest, overrule: [] });
  return isObject(specialties) ? specialties : {};
};

/** What the facts speak for is accepted as it stands; then the templates turn levels into posts. */
export const assessAndPost = async (host: WorldNode, event: string): Promise<JsonObject> => {
  const risk = `/api/events/${event}/risk`;
  const { digest } = await said(host, planner, 'GET', `${risk}/proposals?language=fr`);
  const accepted = { language: 'fr', digest, reason: 'Première appréciation du groupe de planification' };
  await said(host, planner, 'POST', `${risk}/proposals/accept`, {
    ...accepted,
    owner: null,
    reviewOn: new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10),
  });
  return makePosts(host, event);
};
