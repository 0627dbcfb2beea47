/** Reads a plan or a roster from outside: its form first, then whether its parts fit together. Pure. */
import { Compile } from 'typebox/compile';
import { isZone } from '../../../kernel/zone.ts';
import { type Plan, planLimits, planSchema, type Unit } from '../plan.ts';
import { type Roster, rosterSchema } from '../roster.ts';

/** What is wrong, and where: `/posts/3/place`. */
export interface Problem {
  readonly path: string;
  readonly text: string;
}
/** What was read, or everything that is wrong with it. */
export type Reading<Read> =
  | { readonly kind: 'read'; readonly read: Read }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

const shown = 20;
const dayMs = 86_400_000;

const planForm = Compile(planSchema);
const rosterForm = Compile(rosterSchema);

const refused = (problems: readonly Problem[]): { kind: 'refused'; problems: readonly Problem[] } => ({
  kind: 'refused',
  problems: problems.slice(0, shown),
});

interface FormError {
  readonly instancePath: string;
  readonly message: string;
}
const problemsOf = (errors: Iterable<FormError>): readonly Problem[] =>
  [...errors].map(({ instancePath, message }) => ({ path: instancePath || '/', text: message }));

const doubles = (path: string, ids: readonly string[]): readonly Problem[] => {
  const seen = new Set<string>();
  return ids.flatMap((id, at) => {
    const isDouble = seen.has(id);
    seen.add(id);
    return isDouble ? [{ path: `${path}/${at}/id`, text: `${id} is there twice` }] : [];
  });
};

const backwards = (path: string, period: { from: string; to: string }): readonly Problem[] => {
  const [from, to] = [Date.parse(period.from), Date.parse(period.to)];
  if (Number.isNaN(from) || Number.isNaN(to)) return [{ path, text: 'is no moment that exists' }];
  return to > from ? [] : [{ path, text: 'ends before it begins' }];
};

const known = (path: string, id: string | undefined, all: ReadonlySet<string>): readonly Problem[] =>
  id === undefined || all.has(id) ? [] : [{ path, text: `${id} is not in the plan` }];

const travelProblems = ({ travel, places }: Plan): readonly Problem[] => {
  if (travel.kind !== 'matrix') return [];
  const isSquare =
    travel.minutes.length === places.length && travel.minutes.every((row) => row.length === places.length);
  const text = `has to have ${places.length} rows of ${places.length}, one for each place`;
  return isSquare ? [] : [{ path: '/travel/minutes', text }];
};

/** A host officer need be no unit of the plan; where he is, he is the host's and another one. */
const hostProblem = (path: string, host: string | undefined, unit: Unit, visitors: ReadonlySet<string>) => {
  if (host === undefined) return [];
  const isOther = host !== unit.id && !visitors.has(host);
  return isOther ? [] : [{ path, text: `${host} is no officer of the host` }];
};

const unitProblems = (plan: Plan, places: ReadonlySet<string>): readonly Problem[] => {
  const visitors = new Set(plan.units.flatMap(({ id, party }) => (party === plan.host ? [] : [id])));
  const groups = new Set((plan.escortGroups ?? []).map(({ id }) => id));
  return plan.units.flatMap((unit, at) => {
    const path = `/units/${at}`;
    const { hostPair } = unit;
    const periods = hostPair.kind === 'paired' ? hostPair.periods : [];
    const group = hostPair.kind === 'escorted' ? hostPair.group : undefined;
    return [
      ...known(`${path}/home`, unit.home, places),
      ...known(`${path}/hostPair/group`, group, groups),
      ...periods.flatMap(({ host }, n) => hostProblem(`${path}/hostPair/periods/${n}`, host, unit, visitors)),
      ...unit.available.flatMap((period, n) => backwards(`${path}/available/${n}`, period)),
      ...(unit.engaged ?? []).flatMap((period, n) => backwards(`${path}/engaged/${n}`, period)),
      ...periods.flatMap((period, n) => backwards(`${path}/hostPair/periods/${n}`, period)),
    ];
  });
};

const referenceProblems = (plan: Plan): readonly Problem[] => {
  const places = new Set(plan.places.map(({ id }) => id));
  const units = new Set(plan.units.map(({ id }) => id));
  const posts = new Set(plan.posts.map(({ id }) => id));
  return [
    ...plan.posts.flatMap((post, at) => [
      ...known(`/posts/${at}/place`, post.place, places),
      ...backwards(`/posts/${at}`, post),
    ]),
    ...unitProblems(plan, places),
    ...plan.holds.flatMap((hold, at) => [
      ...known(`/holds/${at}/unit`, hold.unit, units),
      ...known(`/holds/${at}/post`, hold.kind === 'lock' ? undefined : hold.post, posts),
    ]),
  ];
};

const lengthProblems = (plan: Plan): readonly Problem[] => {
  const moments = [plan.from, plan.to, ...plan.posts.flatMap(({ from, to }) => [from, to])].map(Date.parse);
  const first = moments.reduce((one, two) => Math.min(one, two));
  const last = moments.reduce((one, two) => Math.max(one, two));
  const days = Math.ceil((last - first) / dayMs);
  const text = `covers ${days} days with its posts; at most ${planLimits.days}`;
  return days > planLimits.days ? [{ path: '/', text }] : [];
};

/** A plan from outside; what was told of units and posts that are gone is allowed, no other stranger is. */
export const readPlan = (value: unknown): Reading<Plan> => {
  if (!planForm.Check(value)) return refused(problemsOf(planForm.Errors(value)));
  const plan = value;
  const problems = [
    ...(isZone(plan.zone) ? [] : [{ path: '/zone', text: `${plan.zone} is no zone that is known here` }]),
    ...backwards('/', plan),
    ...doubles(
      '/places',
      plan.places.map(({ id }) => id),
    ),
    ...doubles(
      '/units',
      plan.units.map(({ id }) => id),
    ),
    ...doubles(
      '/posts',
      plan.posts.map(({ id }) => id),
    ),
    ...travelProblems(plan),
    ...referenceProblems(plan),
  ];
  const late = problems.length > 0 ? [] : lengthProblems(plan);
  const all = [...problems, ...late];
  return all.length > 0 ? refused(all) : { kind: 'read', read: plan };
};

/** A roster from outside, or its assignments alone. */
export const readRoster = (value: unknown): Reading<Roster> =>
  rosterForm.Check(value) ? { kind: 'read', read: value } : refused(problemsOf(rosterForm.Errors(value)));
