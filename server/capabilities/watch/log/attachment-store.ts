/** The SQL of entries' attachments. What it finds is what row security shows. */
import { sql } from 'kysely';
import type { EntryId } from '../../../kernel/ids.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import type { StoredAttachment } from './attachment.ts';

const tables = (unit: Unit) => unit.tables<object>();

/** The columns that an entry is shown with, as JSON in their order; the small pictures stay behind. */
export const attachmentsBeside = sql`left join lateral (select json_agg(json_build_object('hash', hash,
    'name', name, 'description', description, 'bytes', bytes, 'mimeType', mime_type, 'inspection', inspection,
    'hasThumbnail', thumbnail is not null) order by ordinal) as attachments
  from watch_attachment where entry = e.id) f on true`;

/** Writes one; as the author of its entry. */
export const insertAttachment = async (
  unit: Unit,
  entry: EntryId,
  given: {
    readonly ordinal: number;
    readonly attachment: StoredAttachment;
    readonly thumbnail: Buffer | null;
  },
): Promise<void> => {
  const { attachment: one, ordinal, thumbnail } = given;
  await sql`insert into watch_attachment (entry, hash, ordinal, name, description, bytes, mime_type,
      inspection, thumbnail)
    values (${entry}, ${one.hash}, ${ordinal}, ${one.name}, ${one.description}, ${one.bytes}, ${one.mimeType},
      ${JSON.stringify(one.inspection)}, ${thumbnail})`.execute(tables(unit));
};

/** The small picture of one; null where it has none, or the reader may not see it. */
export const findThumbnail = async (unit: Unit, entry: EntryId, hash: string): Promise<Buffer | null> => {
  const { rows } = await sql<{ thumbnail: Buffer | null }>`select thumbnail from watch_attachment
    where entry = ${entry} and hash = ${hash}`.execute(tables(unit));
  return rows[0]?.thumbnail ?? null;
};
