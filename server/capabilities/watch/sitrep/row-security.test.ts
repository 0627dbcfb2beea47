/** Holds row security of migration 020 and the policy together, and what was approved against everyone. */
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openModuleDatabase } from '../../../../testing/module-database.ts';
import { plainMarking } from '../../../../testing/stored-item.ts';
import { type Actor, type PersonActor, roles } from '../../../kernel/decision.ts';
import { newId } from '../../../kernel/ids.ts';
import { tlps } from '../../../kernel/marking.ts';
import type { Database, Unit } from '../../../plumbing/database/index.ts';
import { mayReadSitrep } from './policy.ts';
import type { SitrepContent, StoredSitrep } from './sitrep.ts';
import * as store from './sitrep-store.ts';

let database: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ database, close } = await openModuleDatabase(['watch']));
});
afterAll(() => close());

const [holder, other] = [newId('party'), newId('party')] as const;
const [author, head] = [newId('person'), newId('person')] as const;
const house = { kind: 'system', name: 'test', party: holder } as const;
const at = '2029-07-26T09:00:00.000Z';
const title = { ar: 'نشرة', fr: 'Point', en: 'Report' };
const content: SitrepContent = { title, sections: [], sources: [] };

const sitrepOf = (changes: Partial<StoredSitrep> = {}): StoredSitrep => {
  const id = newId('sitrep');
  return {
    ...{ id, series: id, version: 1, revision: 1, holder, product: 'daily', circle: newId('circle') },
    ...{ state: 'draft', from: '2029-07-25T09:00:00.000Z', until: at, personal: false, corrects: null },
    marking: { ...plainMarking, tlp: 'amber', releasableTo: [holder, other] },
    ...{ assembledBy: author, editors: [author], assembledAt: at, editedAt: at, leftOut: {} },
    ...{ contentHash: null, approvedBy: null, approvedAt: null, item: null, sentAt: null },
    ...changes,
  };
};

const put = async (sitrep: StoredSitrep): Promise<StoredSitrep> => {
  await database.transact(house, (unit) => store.insertSitrep(unit, sitrep, content));
  return sitrep;
};
const approved = async (): Promise<StoredSitrep> => {
  const sitrep = await put(sitrepOf());
  const approval = { by: head, at, hash: 'a'.repeat(64) };
  await database.transact(house, (unit) => store.approve(unit, sitrep.id, approval));
  return sitrep;
};

const actor: fc.Arbitrary<Actor> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .record({
        kind: fc.constant('person' as const),
        person: fc.constantFrom(author, head),
        party: fc.constantFrom(holder, other),
        role: fc.constantFrom(...roles),
        desks: fc.constant([]),
        circles: fc.constant([]),
        clearance: fc.constantFrom(...tlps),
      })
      .chain((person) =>
        fc.boolean().map((states) => (states ? { ...person, context: 'context--1' } : person)),
      ),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('peer' as const), party: fc.constantFrom(holder, other) }),
  },
  { weight: 1, arbitrary: fc.constant(house) },
);

const shown = (reader: Actor, column: string, table: string) =>
  database.transact(reader, async (unit) => {
    const { rows } = await sql<{
      id: string;
    }>`select ${sql.ref(column)} as id from ${sql.table(table)}`.execute(unit.tables<object>());
    return rows.map(({ id }) => id).sort();
  });

test('the database shows what the policy lets an actor read, and no content of the rest', async () => {
  const everything: StoredSitrep[] = [];
  for (const tlp of tlps.filter((one) => one !== 'red'))
    for (const personal of [false, true]) {
      const marking = { ...plainMarking, tlp, releasableTo: [holder, other] };
      everything.push(await put(sitrepOf({ marking, personal })));
    }
  let allowed = 0;
  await fc.assert(
    fc.asyncProperty(actor, async (reader) => {
      const wanted = everything
        .filter((one) => mayReadSitrep(reader, one).kind === 'allowed')
        .map(({ id }) => id)
        .sort();
      allowed += wanted.length;
      expect(await shown(reader, 'id', 'watch_sitrep')).toEqual(wanted);
      const isReasoned = reader.kind !== 'person' || reader.context !== undefined;
      const open = everything.filter(({ personal }) => !personal || isReasoned).map(({ id }) => id);
      expect(await shown(reader, 'sitrep', 'watch_sitrep_content')).toEqual(
        wanted.filter((id) => open.includes(id)),
      );
    }),
    { numRuns: 150 },
  );
  expect(allowed).toBeGreaterThan(50);
});

const altering: readonly (readonly [string, (unit: Unit, sitrep: StoredSitrep) => Promise<unknown>])[] = [
  [
    'its content',
    (unit, sitrep) => store.rewriteDraft(unit, sitrep, { ...content, title: { ...title, fr: 'x' } }),
  ],
  [
    'its marking',
    (unit, { id }) =>
      sql`update watch_sitrep set tlp_rank = 0 where id = ${id}`.execute(unit.tables<object>()),
  ],
  [
    'its parties',
    (unit, { id }) =>
      sql`update watch_sitrep set marking = '{}' where id = ${id}`.execute(unit.tables<object>()),
  ],
  [
    'who approved it',
    (unit, { id }) =>
      sql`update watch_sitrep set approved_by = 'x' where id = ${id}`.execute(unit.tables<object>()),
  ],
  ['its state, back to a draft', (unit, { id }) => store.setState(unit, id, 'draft')],
  ['that it is there', (unit, { id }) => store.deleteDraft(unit, id)],
  [
    'what it said, put back',
    async (unit, { id }) => {
      await store.deleteContent(unit, id);
      await sql`insert into watch_sitrep_content (sitrep, content) values (${id}, '{}')`.execute(
        unit.tables<object>(),
      );
    },
  ],
];

test.each(altering)('nobody alters %s once it was approved, not even the house', async (_what, alter) => {
  const sitrep = await approved();
  await expect(database.transact(house, (unit) => alter(unit, sitrep))).rejects.toThrow(
    /approved|does not go/,
  );
});

test('nobody approves what he wrote, and a guest writes nothing', async () => {
  const sitrep = await put(sitrepOf());
  const approval = { by: author, at, hash: 'a'.repeat(64) };
  await expect(database.transact(house, (unit) => store.approve(unit, sitrep.id, approval))).rejects.toThrow(
    /check/,
  );
  const guest: PersonActor = {
    ...{ kind: 'person', person: newId('person'), party: other, role: 'analyst' },
    ...{ desks: [], circles: [], clearance: 'red' },
  };
  const own = sitrepOf();
  await expect(database.transact(guest, (unit) => store.insertSitrep(unit, own, content))).rejects.toThrow(
    /security/,
  );
});
