/** What was published, held against what partners have of it, and judged by others than the solver. */
import {
  type Assignment,
  checkRoster,
  type Plan,
  readPlan,
  type Verdict,
} from '../server/capabilities/roster/index.ts';
import type { JsonObject } from '../server/kernel/canonical.ts';
import { until } from '../testing/until.ts';
import type { WorldNode } from '../testing/world.ts';
import { listOf } from './securing-steps.ts';
import { said } from './securing-world.ts';

const planner = 'event-planner';
const root = '/api/roster';
const receivedWithinMs = 300_000;

/** A published roster with the plan that it was made of. */
export interface PublishedRoster {
  readonly plan: Plan;
  readonly assignments: readonly Assignment[];
}

/** The last publication of an event, read as any reader of the node reads it. */
export const lastPublished = async (host: WorldNode, event: string): Promise<PublishedRoster> => {
  const { publications } = await said(host, planner, 'GET', `${root}/events/${event}`);
  const last = listOf(publications).toSorted((a, b) => Number(b.number) - Number(a.number))[0];
  const { assignments, plan: planId } = await said(
    host,
    planner,
    'GET',
    `${root}/publications/${String(last?.id)}`,
  );
  const taken = await said(host, planner, 'GET', `${root}/plans/${String(planId)}`);
  const plan = readPlan({ ...taken, holds: [], told: [], settings: {} });
  if (plan.kind !== 'read') throw new Error(`the plan: ${JSON.stringify(plan.problems.slice(0, 5))}`);
  const standing = listOf(assignments).map(({ post, seat, unit, from, to }) => ({
    ...{ post: String(post), seat: Number(seat), unit: String(unit) },
    ...(typeof from === 'string' ? { from } : {}),
    ...(typeof to === 'string' ? { to } : {}),
  }));
  return { plan: plan.read, assignments: standing };
};

/** What the independent checker finds in it. */
export const verdictOf = ({ plan, assignments }: PublishedRoster): Verdict =>
  checkRoster(plan, { assignments: [...assignments] });

const dutyKey = (unit: unknown, from: unknown, to: unknown): string =>
  [String(unit), ...[from, to].map((moment) => new Date(String(moment)).toISOString())].join(' ');

/** The standing duties of each service's units. */
const byService = ({ plan, assignments }: PublishedRoster): ReadonlyMap<string, ReadonlySet<string>> => {
  const posts = new Map(plan.posts.map((post) => [post.id, post]));
  const owners = new Map(plan.units.map(({ id, party }) => [id, party]));
  const services = new Map<string, Set<string>>();
  for (const { unit, post, from, to } of assignments) {
    const owner = owners.get(unit) ?? '';
    const known = services.get(owner) ?? new Set();
    services.set(owner, known.add(dutyKey(unit, from ?? posts.get(post)?.from, to ?? posts.get(post)?.to)));
  }
  return services;
};

const isSame = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  one.size === other.size && [...one].every((key) => other.has(key));

const standingAt = async (node: WorldNode): Promise<ReadonlySet<string>> => {
  const { status, body } = await node.call(planner, 'GET', `${root}/received`);
  if (status !== 200) throw new Error(`received: ${status}`);
  const standing = listOf(body).filter(({ state }: JsonObject) => state === 'standing');
  return new Set(standing.map(({ unit, startsAt, endsAt }) => dutyKey(unit, startsAt, endsAt)));
};

/** Waits until each partner has exactly what was published of its officers; how many duties that is. */
export const receivedByAll = async (
  partners: readonly WorldNode[],
  published: PublishedRoster,
): Promise<number> => {
  const services = byService(published);
  let duties = 0;
  for (const node of partners) {
    const wanted = services.get(node.party) ?? new Set<string>();
    await until(async () => isSame(wanted, await standingAt(node)), {
      withinMs: receivedWithinMs,
      everyMs: 100,
    });
    duties += wanted.size;
  }
  return duties;
};

/** The units of a service that stand on posts. */
export const unitsOf = ({ plan }: PublishedRoster, party: string): readonly string[] =>
  plan.units.filter((unit) => unit.party === party).map(({ id }) => id);

/** The place with the most duties that begin in the period. */
export const busiestPlace = (
  { plan, assignments }: PublishedRoster,
  { from, to }: { readonly from: string; readonly to: string },
): string => {
  const posts = new Map(plan.posts.map((post) => [post.id, post]));
  const counts = new Map<string, number>();
  for (const { post: id } of assignments) {
    const post = posts.get(id);
    if (post === undefined || post.from < from || post.from >= to) continue;
    counts.set(post.place, (counts.get(post.place) ?? 0) + 1);
  }
  const [first] = [...counts].toSorted(([, a], [, b]) => b - a);
  if (first === undefined) throw new Error('bug: nobody stands anywhere on that day');
  return first[0];
};
