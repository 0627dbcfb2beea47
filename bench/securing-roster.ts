/** The roster of the whole event: solved, approved, told to everyone, mended on a bad day. */
import { isObject, type JsonObject } from '../server/kernel/canonical.ts';
import { until } from '../testing/until.ts';
import type { WorldNode } from '../testing/world.ts';
import { listOf } from './securing-steps.ts';
import { said } from './securing-world.ts';

const planner = 'event-planner';
const root = '/api/roster';
const jobWithinMs = 900_000;

/** A job of the solver, once it has ended. */
const ended = async (host: WorldNode, job: JsonObject): Promise<JsonObject> => {
  const done = await until(
    async () => {
      const found = await said(host, planner, 'GET', `${root}/jobs/${String(job.id)}`);
      return found.endedAt === null ? null : found;
    },
    { withinMs: jobWithinMs },
  );
  if (done.state !== 'done') throw new Error(`the solver ended: ${JSON.stringify(done)}`);
  return done;
};

const numberOf = (value: unknown, key: string): number =>
  isObject(value) && typeof value[key] === 'number' ? value[key] : Number.NaN;

/** A draft as it stands: its version, what is covered, and the bound. */
export const draftOf = (host: WorldNode, id: string): Promise<JsonObject> =>
  said(host, planner, 'GET', `${root}/drafts/${id}`);

/** A draft of the event's posts and the register's units, solved for so many seconds. */
export const solve = async (host: WorldNode, event: string, seconds: number): Promise<JsonObject> => {
  const made = await said(host, planner, 'POST', `${root}/events/${event}/drafts`, { name: 'Jeux' });
  const path = `${root}/drafts/${String(made.id)}`;
  const job = await said(host, planner, 'POST', `${path}/solve`, { version: made.version, seed: 7, seconds });
  await ended(host, job);
  return draftOf(host, String(made.id));
};

/** Proposed by the planner, approved by the head of the centre; how many duties it told. */
export const publish = async (host: WorldNode, id: string): Promise<void> => {
  const { version } = await draftOf(host, id);
  const proposed = await said(host, planner, 'POST', `${root}/drafts/${id}/propose`, { version });
  await said(host, 'centre-head', 'POST', `${root}/drafts/${id}/publish`, { version: proposed.version });
};

/** What a re-plan takes and what it would change. */
export interface Mended {
  readonly seconds: number;
  readonly duties: number;
  readonly people: number;
  readonly coveredBefore: number;
  readonly coveredAfter: number;
}

/** Something became otherwise: the fewest changes, listed and accepted. */
export const mend = async (
  host: WorldNode,
  id: string,
  circumstances: readonly JsonObject[],
): Promise<Mended> => {
  const { version } = await draftOf(host, id);
  const job = await said(host, planner, 'POST', `${root}/drafts/${id}/replan`, {
    version,
    circumstances,
    seed: 7,
  });
  const done = await ended(host, job);
  const found = await said(host, planner, 'GET', `${root}/drafts/${id}/replan`);
  const posts = listOf(found.proposals).map(({ post }) => post);
  await said(host, planner, 'POST', `${root}/drafts/${id}/replan/accept`, { version, posts });
  return {
    seconds: (Date.parse(String(done.endedAt)) - Date.parse(String(done.startedAt))) / 1_000,
    duties: numberOf(found, 'duties'),
    people: numberOf(found, 'people'),
    coveredBefore: numberOf(found.before, 'coveredSeats'),
    coveredAfter: numberOf(found.after, 'coveredSeats'),
  };
};

/** A copy of a draft, to go on from what was published; its id. */
export const copyOf = async (host: WorldNode, event: string, draft: string): Promise<string> => {
  const copy = { name: 'Mauvaise journée', copyOf: draft };
  return String((await said(host, planner, 'POST', `${root}/events/${event}/drafts`, copy)).id);
};
