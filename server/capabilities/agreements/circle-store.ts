/** The only SQL of circles. */
import type { JSONColumnType, Selectable } from 'kysely';
import type { CircleId, PartyId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import type { Circle, CircleDraft } from './contract.ts';

interface CircleTable {
  id: CircleId;
  owner: PartyId;
  kind: CircleDraft['kind'];
  name: JSONColumnType<CircleDraft['name']>;
  members: PartyId[];
  version: number;
  created_at: Instant;
}
interface Tables {
  circle: CircleTable;
}

const toCircle = (row: Selectable<CircleTable>): Circle => ({
  id: row.id,
  owner: row.owner,
  kind: row.kind,
  name: row.name,
  members: row.members,
  version: row.version,
  createdAt: row.created_at,
});

export const listCircles = async (unit: Unit, limit: number): Promise<readonly Circle[]> => {
  const rows = await unit
    .tables<Tables>()
    .selectFrom('circle')
    .selectAll()
    .orderBy('created_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toCircle);
};

export const findCircle = async (unit: Unit, id: CircleId): Promise<Circle | null> => {
  const row = await unit
    .tables<Tables>()
    .selectFrom('circle')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? toCircle(row) : null;
};

/** As `findCircle`, held until the end of the transaction. */
export const lockCircle = async (unit: Unit, id: CircleId): Promise<Circle | null> => {
  const row = await unit
    .tables<Tables>()
    .selectFrom('circle')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ? toCircle(row) : null;
};

/** Stores a circle's newer version; false when this or a newer one is already here. */
export const putCircle = async (unit: Unit, circle: Circle): Promise<boolean> => {
  const row = await unit
    .tables<Tables>()
    .insertInto('circle')
    .values({
      id: circle.id,
      owner: circle.owner,
      kind: circle.kind,
      name: JSON.stringify(circle.name),
      members: [...circle.members],
      version: circle.version,
      created_at: circle.createdAt,
    })
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet((excluded) => ({
          name: excluded.ref('excluded.name'),
          members: excluded.ref('excluded.members'),
          version: excluded.ref('excluded.version'),
        }))
        .whereRef('circle.version', '<', 'excluded.version')
        .whereRef('circle.owner', '=', 'excluded.owner'),
    )
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
};
