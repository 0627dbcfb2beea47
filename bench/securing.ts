/**
 * The whole of Paris 2024 between forty services on nodes of their own: the published schedule imported, risk
 * assessed, posts made of it, officers asked of 39 partners, offered, named, vetted, accredited and paired, a
 * roster solved, approved, told to everyone; then bad days. Every step goes over the API of a node.
 */
import { isObject, type JsonObject } from '../server/kernel/canonical.ts';
import { type Specialty, specialties } from '../server/plumbing/specialties/index.ts';
import type { WorldNode } from '../testing/world.ts';
import { type Measure, measuresOf } from './measure.ts';
import { liveThrough, type Planned } from './securing-days.ts';
import { type Ask, askAll, enterOwn, nameOfficers, offerAndAccept, receive } from './securing-officers.ts';
import { publish, solve } from './securing-roster.ts';
import { type SendingService, sendingServices } from './securing-services.ts';
import { assessAndPost, importParis } from './securing-steps.ts';
import { lastPublished, receivedByAll, verdictOf } from './securing-told.ts';
import { openSecuring, type SecuringWorld, said, several } from './securing-world.ts';

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

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

const nodeOf = (world: SecuringWorld, { country }: SendingService): WorldNode => {
  const node = world.partners.get(country);
  if (node === undefined) throw new Error('bug: a partner is missing');
  return node;
};

/** Officers of the partners, from the ask to the pair; how many. */
const bringOfficers = async (
  world: SecuringWorld,
  services: typeof sendingServices,
  ask: Ask,
  own: readonly string[],
): Promise<number> => {
  const named = await several(services, (service) =>
    nameOfficers(world.host, nodeOf(world, service), ask, service),
  );
  const units = named.flat();
  const pairs = units.map((unit, at) => ({ unit, beside: own[at % own.length] ?? '' }));
  await several(pairs, ({ unit, beside }) => receive(world.host, unit, beside));
  return units.length;
};

const wantedBy = (found: JsonObject): readonly (readonly [Specialty, number])[] =>
  specialties.flatMap((specialty) => {
    const of = found[specialty];
    return isObject(of) && typeof of.wanted === 'number' ? [[specialty, of.wanted] as const] : [];
  });

const postsIn = (found: JsonObject): number =>
  sumOf(Object.values(found).map((of) => (isObject(of) ? Number(of.posts) : 0)));

/** What the search says of the draft that it solved. */
const coverageOf = ({ solved }: JsonObject): readonly Measure[] => {
  const { bound, coverage } = isObject(solved) ? solved : {};
  return [
    measure('seats-covered', isObject(coverage) ? Number(coverage.coveredSeats) : Number.NaN, 'seats'),
    measure('gap-to-bound', isObject(bound) ? 100 * Number(bound.gap) : Number.NaN, '%'),
  ];
};

/** Prints figures as they come. */
type Print = (lines: readonly Measure[]) => void;

/** From the files of the programme to what partners were told. */
const planAll = async (
  world: SecuringWorld,
  given: { readonly folder: string; readonly seconds: number },
  print: Print,
): Promise<Planned> => {
  const services = sendingServices.slice(0, world.partners.size);
  const { host } = world;
  const partners = [...world.partners.values()];
  const timed = async <Result>(name: string, work: () => Promise<Result>): Promise<Result> => {
    const start = performance.now();
    const result = await work();
    print([measure(name, (performance.now() - start) / 1_000, 's')]);
    return result;
  };
  const event = await timed('schedule-imported', () => importParis(host, given.folder));
  const found = await timed('assessed-and-posts-made', () => assessAndPost(host, event.id));
  const wanted = wantedBy(found);
  print([
    measure('sessions', Number(event.counts.sessions), 'sessions'),
    measure('posts', postsIn(found), 'posts'),
    measure('seats-wanted', sumOf(wanted.map(([, seats]) => seats)), 'seats'),
  ]);
  const total = sumOf(services.map(({ units }) => units));
  const asked = { agreement: world.agreement, event: event.id, total };
  const ask = await timed('asked-of-all', () => askAll(host, partners, asked));
  await timed('offered-and-accepted', async () => {
    await several(services, (service) => offerAndAccept(host, nodeOf(world, service), ask, service));
  });
  for (const node of [host, ...partners])
    await said(node, planner, 'POST', '/api/parties/context', { reason: 'Planification des Jeux' });
  const own = await timed('own-officers-entered', () => enterOwn(host, wanted, hostUnits));
  const count = await timed('named-to-paired', () => bringOfficers(world, services, ask, own));
  print([measure('own-units', own.length, 'units'), measure('visiting-units', count, 'units')]);
  const draft = await timed('solved', () => solve(host, event.id, given.seconds));
  print(coverageOf(draft));
  await timed('approved', () => publish(host, String(draft.id)));
  const published = await lastPublished(host, event.id);
  const duties = await timed('received-by-all', () => receivedByAll(partners, published));
  print([
    measure('duties-received', duties, 'duties'),
    measure('hard-rules-broken', verdictOf(published).violations.length, 'rules'),
  ]);
  return { event: event.id, ask, draft: String(draft.id) };
};

/** Runs the story; figures in the order of its steps. */
export const run = async (options: readonly string[], show: Print): Promise<readonly Measure[]> => {
  const folder = process.argv[process.argv.indexOf('--data') + 1];
  if (!process.argv.includes('--data') || folder === undefined) throw new Error(help);
  const countries = sendingServices
    .map(({ country }) => country)
    .slice(0, numberIn(options, 'services', 40) - 1);
  const all: Measure[] = [];
  const print: Print = (lines) => {
    all.push(...lines);
    show(lines);
  };
  const start = performance.now();
  const world = await openSecuring(countries);
  try {
    print([
      measure('services', world.partners.size + 1, 'services'),
      measure('linked-and-agreed', (performance.now() - start) / 1_000, 's'),
    ]);
    const planned = await planAll(world, { folder, seconds: numberIn(options, 'seconds', 60) }, print);
    await liveThrough(world, planned, print);
    // In kilobytes; the database server is a process of its own.
    print([measure('memory-of-all-nodes-at-most', process.resourceUsage().maxRSS / 1_024, 'MiB')]);
    return all;
  } finally {
    await world.close();
  }
};
