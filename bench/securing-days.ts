/**
 * Bad days, one after the other: a partner calls its contingent home, a session begins two hours later, a
 * venue is closed for a day. Each is said where it happens; then the roster is mended on a copy of what was
 * published, approved and told anew.
 */
import type { JsonObject } from '../server/kernel/canonical.ts';
import { later } from '../server/kernel/time.ts';
import { stepContent } from '../testing/assistance-story.ts';
import { until } from '../testing/until.ts';
import type { WorldNode } from '../testing/world.ts';
import { type Measure, measuresOf, secondsOf } from './measure.ts';
import { type Ask, step } from './securing-officers.ts';
import { copyOf, mend, publish } from './securing-roster.ts';
import { listOf, makePosts } from './securing-steps.ts';
import {
  busiestPlace,
  lastPublished,
  type PublishedRoster,
  receivedByAll,
  unitsOf,
  verdictOf,
} from './securing-told.ts';
import { type SecuringWorld, said } from './securing-world.ts';

const measure = measuresOf('securing');
const planner = 'event-planner';
const units = '/api/assistance/units';
const twoHoursMs = 7_200_000;
/** By the clock of Paris. */
const movedOn = '2024-08-01';
const closed = { from: '2024-08-02T22:00:00.000Z', to: '2024-08-03T22:00:00.000Z' };
const asItStands: readonly JsonObject[] = [{ kind: 'as-it-stands' }];

/** What was planned and published before anything went wrong. */
export interface Planned {
  readonly event: string;
  readonly ask: Ask;
  readonly draft: string;
}

/** The partner withdraws each officer whom it named, then what it promised, on its own node. */
const callHome = async (
  host: WorldNode,
  partner: WorldNode,
  { ask }: Planned,
  officers: readonly string[],
): Promise<void> => {
  for (const unit of officers)
    await said(partner, planner, 'POST', `${units}/${unit}/steps`, { kind: 'withdraw', reason: 'Rappelé' });
  for (const unit of officers)
    await until(async () => (await said(host, planner, 'GET', `${units}/${unit}`)).state === 'withdrawn', {
      withinMs: 120_000,
    });
  await step(partner, ask, partner.party, stepContent('withdraw', { text: 'Rappelés au pays' }));
};

/** The session with most spectators of a day begins later; the posts that risk made of it follow. */
const moveSession = async (host: WorldNode, event: string): Promise<void> => {
  const sessions = `/api/events/${event}/sessions`;
  const { items } = await said(host, planner, 'GET', `${sessions}?from=${movedOn}&to=${movedOn}&limit=200`);
  const [largest] = listOf(items).toSorted((a, b) => Number(b.spectators) - Number(a.spectators));
  const path = `${sessions}/${String(largest?.id)}`;
  const { id: _id, event: _event, ...session } = await said(host, planner, 'GET', path);
  const moved = (moment: unknown): string => later(String(moment), twoHoursMs);
  await said(host, planner, 'PUT', path, {
    ...session,
    startsAt: moved(session.startsAt),
    endsAt: moved(session.endsAt),
    units: listOf(session.units).map((one) => ({
      ...one,
      startsAt: moved(one.startsAt),
      endsAt: moved(one.endsAt),
    })),
    reason: 'Orage',
  });
  await makePosts(host, event);
};

/** The third of those that send most, or the last where there are fewer. */
const leaverOf = (world: SecuringWorld): WorldNode => {
  const partners = [...world.partners.values()];
  const leaver = partners[2] ?? partners.at(-1);
  if (leaver === undefined) throw new Error('bug: no partner');
  return leaver;
};

interface BadDay {
  readonly name: string;
  /** What becomes otherwise; what the planner tells the re-plan of it. */
  happens(before: PublishedRoster): Promise<readonly JsonObject[]>;
}

const badDays = (world: SecuringWorld, planned: Planned): readonly BadDay[] => [
  {
    name: 'contingent-withdrawn',
    happens: async (before) => {
      const leaver = leaverOf(world);
      await callHome(world.host, leaver, planned, unitsOf(before, leaver.party));
      return asItStands;
    },
  },
  {
    name: 'session-moved',
    happens: async () => {
      await moveSession(world.host, planned.event);
      return asItStands;
    },
  },
  {
    name: 'venue-closed',
    happens: async (before) => [{ kind: 'place-closed', place: busiestPlace(before, closed), ...closed }],
  },
];

/** Lives through the days; figures of each. */
export const liveThrough = async (
  world: SecuringWorld,
  planned: Planned,
  print: (lines: readonly Measure[]) => void,
): Promise<void> => {
  const { host } = world;
  let { draft } = planned;
  for (const { name, happens } of badDays(world, planned)) {
    const circumstances = await happens(await lastPublished(host, planned.event));
    draft = await copyOf(host, planned.event, draft);
    const mended = await mend(host, draft, circumstances);
    print([
      measure(`${name}-replanned`, mended.seconds, 's'),
      measure(`${name}-duties-changed`, mended.duties, 'duties'),
      measure(`${name}-units-affected`, mended.people, 'units'),
      measure(`${name}-seats-covered-before`, mended.coveredBefore, 'seats'),
      measure(`${name}-seats-covered`, mended.coveredAfter, 'seats'),
    ]);
    const approved = await secondsOf(() => publish(host, draft));
    const published = await lastPublished(host, planned.event);
    const told = await secondsOf(() => receivedByAll([...world.partners.values()], published));
    print([
      measure(`${name}-approved`, approved, 's'),
      measure(`${name}-received-by-all`, told, 's'),
      measure(`${name}-hard-rules-broken`, verdictOf(published).violations.length, 'rules'),
    ]);
  }
};
