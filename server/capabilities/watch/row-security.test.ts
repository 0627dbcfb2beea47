/** Holds the row security of migrations 003 and 004 and their policies together, through a real database. */
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anyPeer, anyPerson, desks, holder, house, other, parties, people } from '../../../testing/cast.ts';
import { openModuleDatabase } from '../../../testing/module-database.ts';
import { plainMarking } from '../../../testing/stored-item.ts';
import type { Actor } from '../../kernel/decision.ts';
import { newId } from '../../kernel/ids.ts';
import { tlps } from '../../kernel/marking.ts';
import type { Database } from '../../plumbing/database/index.ts';
import type { StoredAlert } from './alerts/alert.ts';
import { insertAlert, insertCountry } from './alerts/alert-store.ts';
import { mayReadAlert } from './alerts/policy.ts';
import { mayReadHandover, mayReadRota } from './shifts/policy.ts';
import { emptyHeadings } from './shifts/shift.ts';
import { insertShift, putNote } from './shifts/shift-store.ts';

let database: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ database, close } = await openModuleDatabase(['watch']));
});
afterAll(() => close());

const at = '2029-07-26T09:00:00.000Z';

const actor: fc.Arbitrary<Actor> = fc.oneof(
  { weight: 8, arbitrary: anyPerson() },
  { weight: 1, arbitrary: anyPeer },
  { weight: 1, arbitrary: fc.constant(house) },
);

const alert: fc.Arbitrary<StoredAlert> = fc
  .record({
    state: fc.constantFrom('draft' as const, 'sent' as const, 'received' as const),
    tlp: fc.constantFrom(...tlps),
    others: fc.uniqueArray(fc.constantFrom(...parties.slice(1))),
    author: fc.constantFrom(null, ...people),
    desk: fc.constantFrom(null, ...desks),
  })
  .map(({ state, tlp, others, author, desk }) => ({
    id: newId('alert'),
    holder,
    originator: state === 'received' ? other : holder,
    state,
    urgency: 'Expected',
    severity: 'Minor',
    certainty: 'Likely',
    language: 'fr',
    items: [],
    headline: 'x',
    description: '',
    area: null,
    marking: { ...plainMarking, tlp, releasableTo: [holder, ...others] },
    agreement: newId('agreement'),
    circle: null,
    author,
    desk,
    acknowledgeMs: 60_000,
    createdAt: at,
    sentAt: state === 'draft' ? null : at,
    sentBy: null,
    receivedAt: null,
    acknowledgeBy: null,
    expiresAt: at,
    replaces: null,
    reason: null,
    ended: null,
  }));

const shown = (reader: Actor, table: string, column: string): Promise<readonly string[]> =>
  database.transact(reader, async (unit) => {
    const { rows } = await sql<{
      id: string;
    }>`select ${sql.ref(column)} as id from ${sql.table(table)}`.execute(unit.tables<object>());
    return rows.map(({ id }) => id).sort();
  });

test('of alerts the database shows what the policy does; who has answered, to own people', async () => {
  const all: StoredAlert[] = [];
  let allowed = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(alert, { minLength: 1, maxLength: 15 }),
      fc.array(actor, { minLength: 1, maxLength: 15 }),
      async (alerts, actors) => {
        await database.transact(house, async (unit) => {
          for (const one of alerts) {
            await insertAlert(unit, one);
            await insertCountry(unit, one.id, other, null);
          }
        });
        all.push(...alerts);
        for (const reader of actors) {
          const wanted = all
            .filter((one) => mayReadAlert(reader, one).kind === 'allowed')
            .map(({ id }) => id);
          expect(await shown(reader, 'watch_alert', 'id')).toEqual([...wanted].sort());
          const own = reader.party === holder ? [...wanted].sort() : [];
          expect(await shown(reader, 'watch_alert_country', 'alert')).toEqual(own);
          allowed += wanted.length;
        }
      },
    ),
    { numRuns: 25 },
  );
  expect(allowed).toBeGreaterThan(100);
});

test('of shifts and notes the database shows what the policy lets an actor read', async () => {
  const note = { headings: emptyHeadings, since: at, pinned: [], alerts: [], requests: null };
  const made = tlps.map((tlp) => ({ tlp, id: newId('shift') }));
  await database.transact(house, async (unit) => {
    for (const { tlp, id } of made) {
      const times = { startsAt: at, endsAt: '2029-07-26T17:00:00.000Z' };
      const shift = { id, holder, desk: desks[0], officers: [people[0]], ...times, cancelledAt: null };
      await insertShift(unit, shift, { by: 'test', at });
      await putNote(unit, { shift, tlp, version: 1, eraseOn: '2030-01-01', note, by: 'test', at });
    }
  });
  let allowed = 0;
  await fc.assert(
    fc.asyncProperty(actor, async (reader) => {
      const rota = mayReadRota(reader, holder).kind === 'allowed' ? made.map(({ id }) => id) : [];
      expect(await shown(reader, 'watch_shift', 'id')).toEqual([...rota].sort());
      const wanted = made.filter(({ tlp }) => mayReadHandover(reader, holder, tlp).kind === 'allowed');
      const ids = wanted.map(({ id }) => id).sort();
      expect(await shown(reader, 'watch_handover', 'shift')).toEqual(ids);
      expect(await shown(reader, 'watch_handover_note', 'shift')).toEqual(ids);
      allowed += ids.length;
    }),
    { numRuns: 150 },
  );
  expect(allowed).toBeGreaterThan(30);
});
