/** The SQL of what generation made. */
import { sql } from 'kysely';
import type { PartyId } from '../../../kernel/ids.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import type { PostDraft } from '../post-contract.ts';
import { batchesOf, tables } from '../rows-store.ts';
import type { WantedPost } from './generation.ts';
import type { HazardName } from './hazards.ts';
import { levelOfRank, rankOf } from './level.ts';
import type { MadePost } from './regeneration.ts';

interface MadeRow {
  key: string;
  post: string;
  target: string;
  hazard: HazardName;
  rank: number;
  template: string;
  version: number;
  draft: PostDraft;
}

/** All that was made of an event, whatever became of it. */
export const madeOf = async (unit: Unit, event: string): Promise<readonly MadePost[]> => {
  const { rows } = await sql<MadeRow>`select key, post, target, hazard, rank, template, version, draft
    from events_risk_post where event = ${event} order by key`.execute(tables(unit));
  return rows.map(({ rank, ...row }) => ({ ...row, level: levelOfRank(rank) ?? 'critical' }));
};

/** Keeps what posts were made as, or made again as; their versions are those in which they now stand. */
export const keepMade = async (
  unit: Unit,
  how: { readonly holder: PartyId; readonly event: string },
  made: readonly { readonly post: string; readonly wanted: WantedPost }[],
): Promise<void> => {
  for (const some of batchesOf(made)) {
    const rows = some.map(({ post, wanted: { level, ...wanted } }) => ({
      ...{ post, ...wanted, rank: rankOf(level), ...how },
    }));
    await sql`insert into events_risk_post (post, holder, event, key, target, hazard, rank, template, version,
        draft)
      select r.post, r.holder, r.event, r.key, r.target, r.hazard, r.rank, r.template, p.version, r.draft
      from jsonb_populate_recordset(null::events_risk_post, ${JSON.stringify(rows)}::jsonb) r
      join events_post p on p.id = r.post
      on conflict (post) do update set rank = excluded.rank, version = excluded.version,
        draft = excluded.draft`.execute(tables(unit));
  }
};

/** What was withdrawn may be made anew. */
export const forgetMade = async (unit: Unit, posts: readonly string[]): Promise<void> => {
  await sql`delete from events_risk_post where post = any(${[...posts]}::text[])`.execute(tables(unit));
};
