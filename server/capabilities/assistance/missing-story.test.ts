/** Two real nodes: what an event is missing becomes an ask, and an acceptance is taken off it. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aProfile } from '../../../testing/a-profile.ts';
import {
  askContent,
  asks,
  has,
  offered,
  sayAs,
  settled,
  stepContent,
  threadOf,
} from '../../../testing/assistance-story.ts';
import { eventDraft, postDraft, venueDraft } from '../../../testing/events-cast.ts';
import { agree, faultOf, newcomer, nodeOf, ok } from '../../../testing/story.ts';
import { until } from '../../../testing/until.ts';
import { openWorld, type World, type WorldNode } from '../../../testing/world.ts';
import { isObject } from '../../kernel/canonical.ts';
import { dayMs, later } from '../../kernel/time.ts';

const inDays = (days: number): string => later(new Date().toISOString(), days * dayMs);
type Person = Awaited<ReturnType<typeof newcomer>>;
let world: World;
let fr: WorldNode;
let ma: WorldNode;
let host: Person;
let partner: Person;

beforeAll(async () => {
  world = await openWorld(['fr', 'ma']);
  [fr, ma] = [nodeOf(world, 'fr'), nodeOf(world, 'ma')];
  host = await newcomer(fr, { email: 'planner@fr.example', roles: ['event-planner'] });
  partner = await newcomer(ma, { email: 'planner@ma.example', roles: ['event-planner'] });
});
afterAll(() => world.close());

test('an ask is drafted from what the posts of an event want and its own officers leave open', async () => {
  const [firstDay, lastDay] = [inDays(60).slice(0, 10), inDays(62).slice(0, 10)];
  const { id: event, code } = await ok(host('POST', '/api/events', eventDraft({ firstDay, lastDay })));
  const venue = await ok(host('POST', `/api/events/${String(event)}/venues`, venueDraft()));
  const post = (from: number, to: number, quantity: number) =>
    postDraft(String(venue.id), { from: inDays(from), to: inDays(to), quantity });
  for (const wanted of [post(60, 60.2, 4), post(60.1, 60.3, 3)])
    await ok(host('POST', `/api/events/${String(event)}/posts`, wanted));
  const grounds = {
    purpose: 'Registre',
    legalBasis: 'Loi',
    reviewOn: lastDay,
    eraseOn: inDays(400).slice(0, 10),
  };
  const papers = aProfile().certificates.map((one) => ({
    ...one,
    issued: inDays(-9).slice(0, 10),
    expires: inDays(300).slice(0, 10),
  }));
  const profile = aProfile({ certificates: papers, available: { from: inDays(1), until: inDays(90) } });
  // Of four one speaks no language that is wanted, and of two a paper is missing, or runs out before.
  const soon = papers.map((one) => ({ ...one, expires: inDays(59).slice(0, 10) }));
  for (const one of [
    profile,
    { ...profile, nameLatin: 'Nobody Understands', languages: ['sw'] },
    { ...profile, nameLatin: 'Without Papers', certificates: [] },
    { ...profile, nameLatin: 'Papers Run Out', certificates: soon },
  ])
    await ok(host('POST', '/api/assistance/units', { grounds, profile: one, person: null }));
  const missing = `/api/assistance/events/${String(event)}/missing`;
  const found = await ok(host('GET', `${missing}?language=fr`));
  expect(found).toMatchObject({
    event: { id: event, name: 'Coupe d’essai', code },
    specialties: [
      {
        ...{ specialty: 'explosive-dog', posts: 2, asked: 0, missing: 6 },
        worst: { peak: 7, own: 1, unfit: 1, missing: 6 },
        places: [{ name: 'Stade du Nord' }],
        sets: [
          {
            requirement: { languages: ['fr'] },
            line: { quantity: 6, places: [{ name: 'Stade du Nord' }], requirement: { languages: ['fr'] } },
          },
        ],
      },
    ],
  });
  const objects = (value: unknown) => (Array.isArray(value) ? value.filter(isObject) : []);
  const [first] = objects(objects(found.specialties)[0]?.sets);
  const named = isObject(found.event) ? found.event : {};
  const asked = {
    content: askContent({ event: named, lines: [first?.line ?? null] }),
    address: { agreement: await agree([fr, ma]), circle: null, recipients: [ma.party] },
  };
  const { id } = await ok(host('POST', asks, asked));
  // What is asked already stands beside it, and is not asked again.
  expect(await ok(host('GET', missing))).toMatchObject({
    specialties: [{ asked: 6, worst: { missing: 6 }, sets: [{ missing: 6, line: null }] }],
  });
  await ok(host('POST', `${asks}/${String(id)}/propose`));
  await ok(fr.call('contact-point', 'POST', `${asks}/${String(id)}/issue`));
  await has(ma, String(id));
  const offer = stepContent('offer', {
    lines: [offered(String(isObject(first?.line) ? first.line.id : ''), 4)],
  });
  await sayAs(partner, { node: ma, id: String(id), party: ma, what: offer });
  await settled(fr, String(id), ma, 'offered');
  const accept = stepContent('accept', {
    answers: Number((await threadOf(fr, String(id), ma)).offer),
    lines: offer.lines ?? [],
  });
  await sayAs(host, { node: fr, id: String(id), party: ma, what: accept });
  expect(await ok(host('GET', missing))).toMatchObject({
    specialties: [{ asked: 2, worst: { own: 1, accepted: 4, missing: 2 }, sets: [{ asked: 2, line: null }] }],
  });
  // Of the four who are promised two are named, and one of them speaks otherwise.
  const line = isObject(first?.line) ? first.line : {};
  const period = { from: String(line.from), until: String(line.to) };
  const sent = (nameLatin: string, languages: string[]) =>
    aProfile({ nameLatin, languages, certificates: papers, available: period });
  const profiles = [sent('Speaks French', ['fr']), sent('Speaks Otherwise', ['sw'])];
  const names = { ask: String(id), line: line.id ?? null };
  await settled(ma, String(id), ma, 'accepted');
  await ok(partner('POST', '/api/assistance/units/names', { ...names, grounds, profiles }));
  await ok(ma.call('contact-point', 'POST', '/api/assistance/units/names/release', names));
  const left = { worst: { own: 1, accepted: 3, unfit: 2 }, sets: [{ line: { quantity: 1 } }] };
  const counted = { specialties: [{ asked: 2, missing: 3, ...left }] };
  await until(async () => {
    expect(await ok(host('GET', missing))).toMatchObject(counted);
    return true;
  });
  // Whoever does not plan hears the same of an event that is there and of one that is not.
  for (const path of [missing, `/api/assistance/events/${randomUUID()}/missing`])
    for (const role of ['contact-point', 'centre-head', 'liaison-officer', 'analyst'] as const)
      expect(await faultOf(fr.call(role, 'GET', path))).toBe('404 access/absent');
  expect(await faultOf(partner('GET', missing))).toBe('404 access/absent');
});
