/** A venue that went into another: who looks hears of rosters there; the next version tells the new place. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { venueDraft } from '../../../testing/events-cast.ts';
import { keepOfficer, planEvent } from '../../../testing/roster-story.ts';
import { faultOf, nodeOf, ok } from '../../../testing/story.ts';
import { openWorld, type World, type WorldNode } from '../../../testing/world.ts';
import { isObject } from '../../kernel/canonical.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let world: World;
let fr: WorldNode;
beforeAll(async () => {
  world = await openWorld(['fr']);
  fr = nodeOf(world, 'fr');
});
afterAll(() => world.close());

const call = (method: 'GET' | 'POST', path: string, body?: unknown) =>
  ok(fr.call('event-planner', method, path, body));

/** The officer on the post, in a draft begun now; its id. */
const draftWith = async (event: string, post: string, unit: string): Promise<string> => {
  const { id } = await call('POST', `/api/roster/events/${event}/drafts`, { name: 'Tableau' });
  const edit = { kind: 'place', post, seat: 0, unit, reason: '' };
  await call('POST', `/api/roster/drafts/${String(id)}/edits`, { version: 1, edit });
  return String(id);
};

const publish = async (draft: string): Promise<void> => {
  const path = `/api/roster/drafts/${draft}`;
  await call('POST', `${path}/propose`, { version: (await call('GET', path)).version });
  const { version } = await call('GET', path);
  await ok(fr.call('centre-head', 'POST', `${path}/publish`, { version }));
};

test('posts keep who stands on them; units are told of the other venue by the next version', async () => {
  const period = { from: '2029-07-20T08:00:00.000Z', to: '2029-07-20T14:00:00.000Z' };
  const { event, posts } = await planEvent(fr, [period]);
  const [post = ''] = posts;
  const own = { kind: 'own' as const, party: fr.party, host: fr.party, profile: { languages: ['fr'] } };
  const unit = await keepOfficer(fr, { ...own, name: 'Claire MOREL' });
  const there = await call('GET', `/api/events/${event}/venues`);
  const [goes] = (Array.isArray(there.items) ? there.items : []).filter(isObject).map(({ id }) => String(id));
  const draft = venueDraft({ code: 'ST-N', name: { fr: 'Stade Nord', ar: 'ملعب الشمال' } });
  const stays = String((await call('POST', `/api/events/${event}/venues`, draft)).id);
  const first = await draftWith(event, post, unit);
  const use = () => call('GET', `/api/roster/events/${event}/places/${String(goes)}`);
  expect(await use()).toEqual({ drafts: 1, publishedPosts: 0 });
  await publish(first);
  expect(await use()).toEqual({ drafts: 0, publishedPosts: 1 });

  const { digest } = await call('POST', `/api/events/${event}/venues/merges/preview`, { stays, goes });
  await call('POST', `/api/events/${event}/venues/merges`, { stays, goes, digest });
  const second = await draftWith(event, post, unit);
  const news = async () => JSON.stringify(await call('GET', `/api/roster/drafts/${second}/news`));
  expect(await news()).toMatch(/"venue":"Stade Nord".*"venue":"Stade du Nord"/);
  await publish(second);
  expect(await use()).toEqual({ drafts: 0, publishedPosts: 0 });
  const analyst = fr.call('analyst', 'GET', `/api/roster/events/${event}/places/${String(goes)}`);
  expect(await faultOf(analyst)).toBe('404 access/absent');
});
