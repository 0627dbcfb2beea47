/** The SQL of uploads that wait for their item. */
import { type JSONColumnType, type Selectable, sql } from 'kysely';
import type { PersonId } from '../../../kernel/ids.ts';
import type { Instant } from '../../../kernel/time.ts';
import type { Inspection } from '../../../plumbing/attachments/index.ts';
import type { Unit } from '../../../plumbing/database/index.ts';

interface UploadTable {
  id: string;
  person: string;
  name: string;
  hash: string;
  bytes: number;
  mime_type: string;
  inspection: JSONColumnType<Inspection>;
  created_at: Instant;
}
interface Tables {
  exchange_upload: UploadTable;
}

/** An upload that waits for its item. */
export interface StoredUpload {
  readonly id: string;
  readonly name: string;
  readonly hash: string;
  readonly bytes: number;
  readonly mimeType: string;
  readonly inspection: Inspection;
  readonly createdAt: Instant;
}

const toUpload = ({ mime_type, created_at, person: _, ...row }: Selectable<UploadTable>): StoredUpload => ({
  ...row,
  mimeType: mime_type,
  createdAt: created_at,
});

export const insertUpload = async (unit: Unit, person: PersonId, upload: StoredUpload): Promise<void> => {
  const { mimeType, createdAt, inspection, ...row } = upload;
  await unit
    .tables<Tables>()
    .insertInto('exchange_upload')
    .values({
      ...row,
      person,
      mime_type: mimeType,
      created_at: createdAt,
      inspection: JSON.stringify(inspection),
    })
    .execute();
};

/** The reader's own upload of this content. */
export const findUploadOf = async (
  unit: Unit,
  person: PersonId,
  hash: string,
): Promise<StoredUpload | null> => {
  const row = await unit
    .tables<Tables>()
    .selectFrom('exchange_upload')
    .selectAll()
    .where('person', '=', person)
    .where('hash', '=', hash)
    .orderBy('created_at', 'desc')
    .executeTakeFirst();
  return row ? toUpload(row) : null;
};

/** Of these, the reader's own. */
export const findUploads = async (unit: Unit, ids: readonly string[]): Promise<readonly StoredUpload[]> => {
  if (ids.length === 0) return [];
  const rows = await unit
    .tables<Tables>()
    .selectFrom('exchange_upload')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute();
  return rows.map(toUpload);
};

export const countUploads = async (unit: Unit, person: PersonId): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from exchange_upload where person = ${person}`.execute(unit.tables<object>());
  return rows[0]?.count ?? 0;
};

/** Deletes one upload that the reader may see; null where there is none. */
export const deleteUpload = async (unit: Unit, id: string): Promise<StoredUpload | null> => {
  const row = await unit
    .tables<Tables>()
    .deleteFrom('exchange_upload')
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
  return row ? toUpload(row) : null;
};

/** Deletes uploads that were made before, and gives their ids. */
export const deleteUploadsBefore = async (unit: Unit, before: Instant): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    delete from exchange_upload where created_at < ${before} returning id`.execute(unit.tables<object>());
  return rows.map(({ id }) => id);
};
