/** The SQL of what was published: written once. */
import { sql } from 'kysely';
import type { PartyId } from '../../kernel/ids.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import type { Assignment, Publication, PublicationFacts } from './contract.ts';

const tables = (unit: Unit) => unit.tables<object>();

/** Published rosters of an event are numbered one after the other; two at once are refused by the table. */
export const insertPublication = async (
  unit: Unit,
  publication: Publication & { readonly holder: PartyId; readonly draft: string },
): Promise<void> => {
  const { assignments } = publication;
  await sql`insert into roster_publication (id, holder, event, number, draft, plan, content, hash, duties,
      proposed_by, approved_by, published_at)
    values (${publication.id}, ${publication.holder}, ${publication.event}, ${publication.number},
      ${publication.draft}, ${publication.plan}, ${JSON.stringify(assignments)}, ${publication.hash},
      ${assignments.length}, ${publication.proposedBy}, ${publication.approvedBy},
      ${publication.publishedAt})`.execute(tables(unit));
};

const facts = sql.raw(`id, number, draft, plan, duties, proposed_by as "proposedBy",
  approved_by as "approvedBy", published_at as "publishedAt"`);

export const listPublications = async (
  unit: Unit,
  event: string,
  limit: number,
): Promise<readonly PublicationFacts[]> => {
  const { rows } = await sql<PublicationFacts>`select ${facts} from roster_publication
    where event = ${event} order by number desc limit ${limit}`.execute(tables(unit));
  return rows;
};

export const findPublication = async (unit: Unit, id: string): Promise<Publication | null> => {
  const { rows } = await sql<Publication & { content: string }>`select ${facts}, event, hash, content
    from roster_publication where id = ${id}`.execute(tables(unit));
  const [row] = rows;
  if (row === undefined) return null;
  const assignments: Assignment[] = JSON.parse(row.content);
  return { ...row, assignments };
};

/** The number of the next publication of an event; nobody else takes it before the transaction ends. */
export const nextNumber = async (unit: Unit, event: string): Promise<number> => {
  await sql`select pg_advisory_xact_lock(hashtext(${`roster ${event}`}))`.execute(tables(unit));
  const { rows } = await sql<{ number: number }>`select coalesce(max(number), 0) + 1 as number
    from roster_publication where event = ${event}`.execute(tables(unit));
  return rows[0]?.number ?? 1;
};
