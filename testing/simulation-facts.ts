/** What a seed leaves behind in the databases, read once at its end. */
import { sql } from 'kysely';
import type { EnvelopeId } from '../server/kernel/ids.ts';
import type { Unit } from '../server/plumbing/database/index.ts';
import type { Ground } from './federation.ts';

/** One node's ground, and its partner's. */
export interface Side {
  readonly here: Ground;
  readonly there: Ground;
}

export interface Facts {
  readonly state: string;
  readonly queued: number;
  readonly received: number;
  /** In the order of their commits. */
  readonly events: readonly { readonly what: string; readonly number: number }[];
  /** What was queued last: as many as were asked for. */
  readonly outbox: readonly {
    readonly sequence: number;
    readonly receipt: string | null;
    readonly body_hash: string;
    readonly body: string | null;
  }[];
  /** Keys that the partner has, or had on this link. */
  readonly keys: readonly string[];
  readonly alarms: number;
}

export const makeTables = (unit: Unit) =>
  sql`create table note_event (seed int, place bigint generated always as identity, what text, number int,
    primary key (seed, place))`.execute(unit.tables());

export const insertEvent = (unit: Unit, seed: number, what: string, number: number) =>
  sql`insert into note_event (seed, what, number) values (${seed}, ${what}, ${number})`.execute(
    unit.tables(),
  );

/** An event for the note that was sent in this envelope. */
export const insertOutcome = (unit: Unit, seed: number, outcome: string, envelope: EnvelopeId) =>
  sql`insert into note_event (seed, what, number)
    select seed, ${outcome}, number from note_event where seed = ${seed} and what = ${envelope}`.execute(
    unit.tables(),
  );

/** Forgets the calm before the storm; returns how many entries the journal has. */
export const forgetCalm = (seed: number, { here }: Side): Promise<number> =>
  here.database.transact(here.actor, async (unit) => {
    await sql`delete from note_event where seed = ${seed}`.execute(unit.tables());
    const { rows } = await sql<{ size: number }>`
      select coalesce(max(seq) + 1, 0) as size from journal_node`.execute(unit.tables());
    return rows[0]?.size ?? 0;
  });

/** State of the current link; null where there never was one. */
export const readState = (ground: Ground, party: string): Promise<string | null> =>
  ground.database.transact(ground.actor, async (unit) => {
    const { rows } = await sql<{ state: string }>`
      select state from federation_link where party = ${party} and current`.execute(unit.tables());
    return rows[0]?.state ?? null;
  });

/** All that is judged at the end of a seed. */
export const readFacts = (
  { here, there }: Side,
  about: { seed: number; sent: number; entriesBefore: number; explained: readonly string[] },
): Promise<Facts | undefined> =>
  here.database.transact(here.actor, async (unit) => {
    const { rows } = await sql<Facts>`
      select state, queued, received,
        (select coalesce(json_agg(json_build_object('what', what, 'number', number) order by place), '[]')
          from note_event where seed = ${about.seed}) as events,
        (select coalesce(json_agg(x order by sequence), '[]') from federation_outbox x
          where x.link = l.link and x.sequence > queued - ${about.sent}) as outbox,
        (select json_agg(public_key) from federation_key k where k.link = l.link) as keys,
        (select count(*) from journal_entry
          where seq >= ${about.entriesBefore} and (verb = 'federation.judge-head' or (
            verb = 'federation.refuse'
            and not ((text::jsonb) ->> 'rule') = any (${[...about.explained]}::text[])))) as alarms
      from federation_link l join federation_outbound o using (link) join federation_inbound i using (link)
      where party = ${there.party} and current`.execute(unit.tables());
    return rows[0];
  });
