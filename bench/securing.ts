/**
 * The whole of Paris 2024 between forty services on nodes of their own: the published schedule imported, risk
 * assessed, posts made of it, officers asked of 39 partners, offered, named, vetted, accredited and paired, a
 * roster solved, approved, told to everyone; then a bad day. Every step goes over the API of a node.
 */
import { isObject, type JsonObject } from '../server/kernel/canonical.ts';
import { type Specialty, specialties } from '../server/plumbing/specialties/index.ts';
import { type Measure, measuresOf, secondsOf } from './measure.ts';
import { type Ask, askAll, enterOwn, nameOfficers, offerAndAccept, receive } from './securing-officers.ts';
import { copyOf, draftOf, mend, publish, received, solve } from './securing-roster.ts';
import { sendingServices } from './securing-services.ts';
import { assessAndPost, importParis, listOf } from './securing-steps.ts';
import { openSecuring, type SecuringWorld, said } from './securing-world.ts';

const measure = measuresOf('securing');
const planner = 'event-planner';
const hostUnits = 900;

export const help = `securing --data FOLDER [--services=40] [--seconds=60]
  --data      where paris2024-venues-merged.json and paris2024-schedules.csv are
  --services  the host and so many partners less one, those that send most first
  --seconds   given to the solver
`;

const numberIn = (options: readonly string[], name: string, otherwise: number): number => {
  const given = options.find((option) => option.startsWith(`--${name}=`))?.split('=')[1];
  return given === undefined ? otherwise : Number(given);
};

/** Officers of the partners, from the ask to the pair; how many. */
const bringOfficers = async (
  world: SecuringWorld,
  services: typeof sendingServices,
  ask: Ask,
  own: readonly string[],
): Promise<number> => {
  let count = 0;
  for (const service of services) {
    const node = world.partners.get(service.country);
    if (node === undefined) throw new Error('bug: a partner is missing');
    for (const unit of await nameOfficers(world.host, node, ask, service)) {
      await receive(world.host, unit, own[count % own.length] ?? '');
      count += 1;
    }
  }
  return count;
};

const wantedBy = (found: JsonObject): readonly (readonly [Specialty, number])[] =>
  specialties.flatMap((specialty) => {
    const of = found[specialty];
    return isObject(of) && typeof of.wanted === 'number' ? [[specialty, of.wanted] as const] : [];
  });

/** A contingent goes home, sessions begin two hours later, a venue is closed for a day. */
const badDays = (
  draft: JsonObject,
  units: readonly string[],
): Readonly<Record<string, readonly JsonObject[]>> => {
  const standing = listOf(draft.assignments);
  const from = '2024-08-01T00:00:00.000Z';
  const moved = [...new Set(standing.slice(0, 40).map(({ post }) => String(post)))];
  return {
    'contingent-withdrawn': units.map((unit) => ({ kind: 'unit-withdrawn', unit, from })),
    'posts-moved': [{ kind: 'posts-moved', posts: moved, minutes: 120 }],
  };
};

const planAll = async (world: SecuringWorld, options: readonly string[], folder: string) => {
  const services = sendingServices.slice(0, world.partners.size);
  const { host } = world;
  const partners = [...world.partners.values()];
  const lines: Measure[] = [];
  const timed = async <Result>(name: string, work: () => Promise<Result>): Promise<Result> => {
    const results: Result[] = [];
    lines.push(measure(name, await secondsOf(async () => results.push(await work())), 's'));
    const [result] = results;
    if (result === undefined) throw new Error(`bug: ${name} gave nothing`);
    return result;
  };
  const event = await timed('schedule-imported', () => importParis(host, folder));
  const found = await timed('assessed-and-posts-made', () => assessAndPost(host, event.id));
  const total = services.reduce((sum, { units }) => sum + units, 0);
  const asked = { agreement: world.agreement, event: event.id, total };
  const ask = await timed('asked-of-all', () => askAll(host, partners, asked));
  await timed('offered-and-accepted', async () => {
    for (const service of services) {
      const node = world.partners.get(service.country);
      if (node !== undefined) await offerAndAccept(host, node, ask, service);
    }
    return true;
  });
  for (const node of [host, ...partners])
    await said(node, planner, 'POST', '/api/parties/context', { reason: 'Planification des Jeux' });
  const own = await timed('own-officers-entered', () => enterOwn(host, wantedBy(found), hostUnits));
  const count = await timed('named-to-paired', () => bringOfficers(world, services, ask, own));
  const seconds = numberIn(options, 'seconds', 60);
  const draft = await timed('solved', () => solve(host, event.id, seconds));
  await timed('approved-and-told', () => publish(host, String(draft.id)).then(() => true));
  await timed('received-by-all', async () => {
    for (const node of partners) await received(node);
    return true;
  });
  return { event: event.id, counts: event.counts, found, count, draft, lines };
};

/** Runs the story; figures in the order of its steps. */
export const run = async (options: readonly string[]): Promise<readonly Measure[]> => {
  const folder = process.argv[process.argv.indexOf('--data') + 1];
  if (!process.argv.includes('--data') || folder === undefined) throw new Error(help);
  const countries = sendingServices
    .map(({ country }) => country)
    .slice(0, numberIn(options, 'services', 40) - 1);
  const world = await openSecuring(countries);
  try {
    const told = await planAll(world, options, folder);
    const { draft, counts, found } = told;
    const lines = [...told.lines];
    const wanted = wantedBy(found).reduce((sum, [, seats]) => sum + seats, 0);
    const posts = Object.values(found).reduce<number>(
      (sum, of) => sum + (isObject(of) && typeof of.posts === 'number' ? of.posts : 0),
      0,
    );
    const solved = isObject(draft.solved) ? draft.solved : {};
    const [bound, coverage] = [solved.bound, solved.coverage].map((one) => (isObject(one) ? one : {}));
    lines.push(
      measure('services', world.partners.size + 1, 'services'),
      measure('sessions', Number(counts.sessions), 'sessions'),
      measure('posts', posts, 'posts'),
      measure('seats-wanted', wanted, 'seats'),
      measure('visiting-units', told.count, 'units'),
      measure('seats-covered', Number(coverage?.coveredSeats), 'seats'),
      measure('gap-to-bound', 100 * Number(bound?.gap), '%'),
    );
    const gone = await leavers(world, told.event);
    for (const [name, circumstances] of Object.entries(badDays(draft, gone))) {
      const copy = await copyOf(world.host, told.event, String(draft.id));
      const mended = await mend(world.host, copy, circumstances);
      lines.push(
        measure(`${name}-replanned`, mended.seconds, 's'),
        measure(`${name}-duties-changed`, mended.duties, 'duties'),
        measure(`${name}-seats-covered`, mended.coveredAfter, 'seats'),
      );
      await draftOf(world.host, copy);
    }
    return lines;
  } finally {
    await world.close();
  }
};

/** The units of the partner that sends least, all of them. */
const leavers = async (world: SecuringWorld, event: string): Promise<readonly string[]> => {
  const smallest = [...world.partners.values()].at(-1);
  const told = await world.host.call(planner, 'GET', `/api/roster/events/${event}/told`);
  return listOf(told.body)
    .filter(({ party }) => party === smallest?.party)
    .map(({ unit }) => String(unit));
};
