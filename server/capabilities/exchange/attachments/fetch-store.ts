/** The SQL of what is fetched: one fetch for each content and sender, whichever items it is for. */
import { sql } from 'kysely';
import { asId, type ItemId, type PartyId } from '../../../kernel/ids.ts';
import type { Instant } from '../../../kernel/time.ts';
import type { Inspection } from '../../../plumbing/attachments/index.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import type { Failure } from './contract.ts';

const tables = (unit: Unit) => unit.tables<object>();

/** A content to be fetched from a sender, for one item or several. */
export interface Fetch {
  readonly hash: string;
  readonly sender: PartyId;
  /** As the sender says; null where he withheld it. */
  readonly bytes: number | null;
  readonly attempts: number;
  readonly name: string;
}

export interface Claim {
  readonly process: string;
  readonly now: Instant;
  readonly until: Instant;
}

/** Takes the next fetch that is due, in all its items; null where none is. */
export const claimNext = async (unit: Unit, claim: Claim): Promise<Fetch | null> => {
  // One claim at a time: a content that two items wait for is fetched once.
  await sql`select pg_advisory_xact_lock(hashtextextended('exchange.claim-fetch', 0))`.execute(tables(unit));
  const { rows } = await sql<{
    hash: string;
    sender: string;
    bytes: number | null;
    attempts: number;
    name: string | null;
  }>`
    with next as (
      select hash, sender from exchange_attachment d
      where ((state = 'expected' and retry_at <= ${claim.now})
          or (state = 'fetching' and claimed_until <= ${claim.now}))
        and not exists (
          select 1 from exchange_attachment b
          where b.hash = d.hash and b.sender = d.sender and b.state = 'fetching'
            and b.claimed_until > ${claim.now})
      order by retry_at limit 1
    )
    update exchange_attachment a
    set state = 'fetching', claimed_by = ${claim.process}, claimed_until = ${claim.until}
    from next where a.hash = next.hash and a.sender = next.sender and a.state <> 'here'
    returning a.hash, a.sender, a.bytes, a.attempts, a.name`.execute(tables(unit));
  const [first] = rows;
  if (first === undefined) return null;
  const { hash, bytes, attempts, name } = first;
  return { hash, bytes, attempts, sender: asId('party', first.sender), name: name ?? '' };
};

/** Who has a claim on a fetch. */
export const listClaimers = async (unit: Unit): Promise<readonly string[]> => {
  const { rows } = await sql<{ name: string }>`
    select distinct claimed_by as name from exchange_attachment
    where state = 'fetching' and claimed_by is not null`.execute(tables(unit));
  return rows.map(({ name }) => name);
};

/** Frees what processes that have died had claimed. */
export const freeClaims = async (unit: Unit, processes: readonly string[], now: Instant): Promise<void> => {
  await sql`
    update exchange_attachment
    set state = 'expected', retry_at = ${now}, claimed_by = null, claimed_until = null
    where state = 'fetching' and claimed_by = any (${[...processes]}::text[])`.execute(tables(unit));
};

/** Keeps how far a fetch has come, and that it goes on; gives the items that it is for. */
export const keepProgress = async (
  unit: Unit,
  fetch: Fetch,
  progress: { readonly bytes: number; readonly until: Instant },
): Promise<readonly string[]> => {
  const { rows } = await sql<{ item: string }>`
    update exchange_attachment set fetched_bytes = ${progress.bytes}, claimed_until = ${progress.until}
    where hash = ${fetch.hash} and sender = ${fetch.sender} and state = 'fetching' returning item`.execute(
    tables(unit),
  );
  return rows.map(({ item }) => item);
};

/** The items that still want this content of this sender's, held until the end of the transaction. */
export const lockWanting = async (unit: Unit, fetch: Fetch): Promise<readonly ItemId[]> => {
  const { rows } = await sql<{ item: string }>`
    select item from exchange_attachment
    where hash = ${fetch.hash} and sender = ${fetch.sender} and state <> 'here'
    order by item for update`.execute(tables(unit));
  return rows.map(({ item }) => asId('item', item));
};

/** The content is here, in all items that wanted it. */
export const markHere = async (
  unit: Unit,
  fetch: Fetch,
  found: { readonly bytes: number; readonly inspection: Inspection },
): Promise<void> => {
  await sql`
    update exchange_attachment
    set state = 'here', bytes = ${found.bytes}, fetched_bytes = ${found.bytes}, failure = null,
      retry_at = null,
      claimed_by = null, claimed_until = null, inspection = ${JSON.stringify(found.inspection)}::jsonb
    where hash = ${fetch.hash} and sender = ${fetch.sender} and state <> 'here'`.execute(tables(unit));
};

/** The fetch did not succeed: to be tried again at `retryAt`, or not by itself where that is null. */
export const markFailed = async (
  unit: Unit,
  fetch: Fetch,
  failed: { readonly failure: Failure; readonly retryAt: Instant | null; readonly fetchedBytes: number },
): Promise<readonly string[]> => {
  const state = failed.retryAt === null ? 'failed' : 'expected';
  const { rows } = await sql<{ item: string }>`
    update exchange_attachment
    set state = ${state}, failure = ${failed.failure}, retry_at = ${failed.retryAt}, attempts = attempts + 1,
      fetched_bytes = ${failed.fetchedBytes}, claimed_by = null, claimed_until = null
    where hash = ${fetch.hash} and sender = ${fetch.sender} and state <> 'here' returning item`.execute(
    tables(unit),
  );
  return rows.map(({ item }) => item);
};

/** All that waits for a sender who cannot be reached waits until then. */
export const postponeSender = async (unit: Unit, sender: PartyId, until: Instant): Promise<void> => {
  await sql`
    update exchange_attachment set retry_at = greatest(retry_at, ${until}::timestamptz)
    where sender = ${sender} and state = 'expected'`.execute(tables(unit));
};

/** What waits for this sender is due now. */
export const makeDue = async (unit: Unit, sender: PartyId, now: Instant): Promise<void> => {
  await sql`
    update exchange_attachment set state = 'expected', retry_at = ${now}, attempts = 0
    where sender = ${sender}
      and (state = 'expected' or (state = 'failed' and failure = 'refused-there'))`.execute(tables(unit));
};

/** One attachment is due now; false where it is not waited for. */
export const makeOneDue = async (
  unit: Unit,
  item: string,
  artifact: string,
  now: Instant,
): Promise<boolean> => {
  const { rows } = await sql`
    update exchange_attachment set state = 'expected', retry_at = ${now}, attempts = 0, failure = null
    where item = ${item} and artifact = ${artifact} and state in ('expected', 'failed') returning 1`.execute(
    tables(unit),
  );
  return rows.length > 0;
};
