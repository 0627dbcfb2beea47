/** The SQL of posts. */
import { type RawBuilder, sql } from 'kysely';
import type { PartyId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import { eventsLimits } from './contract.ts';
import type { Post, PostFilter } from './post-contract.ts';
import { type After, putRows, tables } from './rows-store.ts';

/** A post as it is kept: where it stands on the map is its place's. */
export type StoredPost = Omit<Post, 'at'> & { readonly removedAt: Instant | null };

const place = sql`case when p.object is not null then jsonb_build_object('kind', 'object', 'object', p.object)
  when p.zone is not null then jsonb_build_object('kind', 'zone', 'venue', p.venue, 'zone', p.zone)
  else jsonb_build_object('kind', 'venue', 'venue', p.venue) end`;
const origin = sql`case when p.template is null then jsonb_build_object('kind', 'by-hand')
  else jsonb_build_object('kind', 'template', 'template', p.template, 'riskLevel', p.risk_level) end`;
const at = sql`case when coalesce(v.lat, o.lat) is null then null
  else jsonb_build_object('lat', coalesce(v.lat, o.lat), 'lon', coalesce(v.lon, o.lon)) end`;
const columns = sql`p.id, p.event, ${place} as place, p.session, p.requirement, p.quantity,
  p.from_at as "from", p.to_at as "to", p.priority, p.needs_host_pair as "needsHostPair", p.reason,
  ${origin} as origin, p.version`;
const placed = sql`events_post p left join events_venue v on v.id = p.venue
  left join events_object o on o.id = p.object`;

const postRow = (holder: PartyId, post: StoredPost) => ({
  ...{ id: post.id, holder, event: post.event },
  venue: post.place.kind === 'object' ? null : post.place.venue,
  zone: post.place.kind === 'zone' ? post.place.zone : null,
  object: post.place.kind === 'object' ? post.place.object : null,
  ...{ session: post.session, requirement: post.requirement, quantity: post.quantity },
  ...{ from_at: post.from, to_at: post.to, priority: post.priority, needs_host_pair: post.needsHostPair },
  reason: post.reason,
  template: post.origin.kind === 'template' ? post.origin.template : null,
  risk_level: post.origin.kind === 'template' ? post.origin.riskLevel : null,
  ...{ removed_at: post.removedAt, version: post.version },
});

export const putPosts = (unit: Unit, holder: PartyId, posts: readonly StoredPost[]): Promise<void> =>
  putRows(
    unit,
    'events_post',
    posts.map((post) => postRow(holder, post)),
  );

const conditionOf = (event: string, wanted: PostFilter): RawBuilder<boolean> => {
  const parts = [
    sql`p.event = ${event} and p.removed_at is null`,
    ...(wanted.venue === undefined ? [] : [sql`p.venue = ${wanted.venue}`]),
    ...(wanted.object === undefined ? [] : [sql`p.object = ${wanted.object}`]),
    ...(wanted.session === undefined ? [] : [sql`p.session = ${wanted.session}`]),
    ...(wanted.from === undefined ? [] : [sql`p.to_at > ${wanted.from}::timestamptz`]),
    ...(wanted.to === undefined ? [] : [sql`p.from_at < ${wanted.to}::timestamptz`]),
  ];
  return sql<boolean>`${sql.join(parts, sql` and `)}`;
};

/** One page in the order of time. */
export const listPosts = async (
  unit: Unit,
  event: string,
  wanted: PostFilter,
  page: { readonly after: After | null; readonly limit: number },
): Promise<readonly Post[]> => {
  const { after } = page;
  const further =
    after === null ? sql`true` : sql`(p.from_at, p.id) > (${after.at}::timestamptz, ${after.id})`;
  const { rows } = await sql<Post>`select ${columns}, ${at} as at from ${placed}
    where ${conditionOf(event, wanted)} and ${further} order by p.from_at, p.id limit ${page.limit}`.execute(
    tables(unit),
  );
  return rows;
};

/** All that stand of an event, in the order of time: for who plans with them. */
export const allPosts = (unit: Unit, event: string, wanted: PostFilter): Promise<readonly Post[]> =>
  listPosts(unit, event, wanted, { after: null, limit: eventsLimits.posts });

/** What is counted of a post: not why it is there, nor where its place lies. */
export type PostDemand = Pick<Post, 'place' | 'requirement' | 'quantity' | 'from' | 'to'>;

interface DemandRow extends Omit<PostDemand, 'place'> {
  readonly venue: string | null;
  readonly zone: string | null;
  readonly object: string | null;
}

const placeOf = ({ venue, zone, object }: DemandRow): Post['place'] => {
  if (object !== null) return { kind: 'object', object };
  return zone === null ? { kind: 'venue', venue: venue ?? '' } : { kind: 'zone', venue: venue ?? '', zone };
};

/** Those that stand of an event and are not over: for who counts what they want. */
export const listDemand = async (unit: Unit, event: string, now: Instant): Promise<readonly PostDemand[]> => {
  const { rows } = await sql<DemandRow>`select p.venue, p.zone, p.object, p.requirement, p.quantity,
      p.from_at as "from", p.to_at as "to" from events_post p where ${conditionOf(event, { from: now })}
    order by p.from_at, p.id limit ${eventsLimits.posts}`.execute(tables(unit));
  return rows.map((row) => {
    const { requirement, quantity, from, to } = row;
    return { place: placeOf(row), requirement, quantity, from, to };
  });
};

export const countPosts = async (
  unit: Unit,
  event: string,
  wanted: PostFilter,
): Promise<{ readonly total: number; readonly wanted: number }> => {
  const isNarrowed = [wanted.venue, wanted.object, wanted.session, wanted.from, wanted.to].some(
    (one) => one !== undefined,
  );
  if (!isNarrowed) {
    const { rows } = await sql<{ total: number; wanted: number }>`select posts as total, wanted
      from events_count where event = ${event}`.execute(tables(unit));
    return rows[0] ?? { total: 0, wanted: 0 };
  }
  const { rows } = await sql<{ total: number; wanted: number }>`select count(*) as total,
    coalesce(sum(p.quantity), 0)::bigint as wanted from events_post p
    where ${conditionOf(event, wanted)}`.execute(tables(unit));
  return rows[0] ?? { total: 0, wanted: 0 };
};

/** These posts, removed ones too, held until the end of the transaction. */
export const lockPosts = async (
  unit: Unit,
  event: string,
  ids: readonly string[],
): Promise<readonly StoredPost[]> => {
  const { rows } = await sql<StoredPost>`select ${columns}, p.removed_at as "removedAt" from events_post p
    where p.id = any(${[...ids]}::text[]) and p.event = ${event} order by p.id for update`.execute(
    tables(unit),
  );
  return rows;
};

/** All posts at a venue and in its zones, those too that were taken away. */
export const postsAt = async (unit: Unit, event: string, venue: string): Promise<readonly StoredPost[]> => {
  const { rows } = await sql<StoredPost>`select ${columns}, p.removed_at as "removedAt" from events_post p
    where p.venue = ${venue} and p.event = ${event} order by p.id`.execute(tables(unit));
  return rows;
};

export const findPost = async (unit: Unit, event: string, id: string): Promise<Post | null> => {
  const { rows } = await sql<Post>`select ${columns}, ${at} as at from ${placed}
    where p.id = ${id} and p.event = ${event} and p.removed_at is null`.execute(tables(unit));
  return rows[0] ?? null;
};

/** Which of these ids of sessions are of the event. */
export const sessionsThere = async (
  unit: Unit,
  event: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ id: string }>`select id from events_session
    where event = ${event} and id = any(${[...ids]}::text[])`.execute(tables(unit));
  return new Set(rows.map(({ id }) => id));
};
