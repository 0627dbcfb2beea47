/** Holds the row security of strands and mayFollow together, whatever becomes of their items. */
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anyParty, anyPeer, anyPerson, desks, holder, house, people } from '../../../testing/cast.ts';
import { openModuleDatabase } from '../../../testing/module-database.ts';
import { plainItem, plainMarking } from '../../../testing/stored-item.ts';
import type { Actor } from '../../kernel/decision.ts';
import { asId } from '../../kernel/ids.ts';
import { tlpRank, tlps } from '../../kernel/marking.ts';
import type { Database, Unit } from '../../plumbing/database/index.ts';
import { type ItemView, mayFollow } from './policy.ts';

let database: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ database, close } = await openModuleDatabase(['exchange', 'requests']));
});
afterAll(() => close());

const nullOr = <Value>(value: fc.Arbitrary<Value>) => fc.oneof(fc.constant(null), value);
const states = ['draft', 'proposed', 'returned', 'released', 'received', 'recalled'] as const;
type Asking = ItemView & { readonly id: string };

/** What an item may become: it is proposed, released, marked anew, passed on, recalled, given to a desk. */
const standing = fc.record({
  originator: anyParty,
  state: fc.constantFrom(...states),
  tlp: fc.constantFrom(...tlps),
  releasableTo: fc.uniqueArray(anyParty, { minLength: 1 }),
  via: nullOr(anyParty),
  author: nullOr(fc.constantFrom(...people)),
  desk: nullOr(fc.constantFrom(...desks)),
});
type Standing = typeof standing extends fc.Arbitrary<infer One> ? One : never;

const itemOf = (id: string, { tlp, releasableTo, ...given }: Standing): Asking => ({
  ...plainItem,
  ...given,
  id,
  holder,
  marking: { ...plainMarking, tlp, releasableTo },
});

const put = (unit: Unit, { id, originator, state, marking, via, author, desk }: Asking): Promise<unknown> =>
  sql`insert into exchange_item (id, version, originator, holder, identity, state, language, tlp_rank, field,
      releasable_to, review_on, erase_on, marking, recipients, withheld, object_count, types, created_at,
      modified_at, listed_at, via, author, desk)
    values (${id}, 1, ${originator}, ${holder}, '{}', ${state}, 'fr', ${tlpRank(marking.tlp)}, 'terrorism',
      ${marking.releasableTo}::text[], '2030-01-01', '2031-01-01', '{}', '{}', '[]', 0, '{}', now(), now(),
      now(), ${via}, ${author}, ${desk})
    on conflict (id) do update set originator = excluded.originator, state = excluded.state,
      tlp_rank = excluded.tlp_rank, releasable_to = excluded.releasable_to, via = excluded.via,
      author = excluded.author, desk = excluded.desk`.execute(unit.tables<object>());

const ask = async (unit: Unit, { id, originator }: Asking): Promise<void> => {
  const tables = unit.tables<object>();
  await sql`insert into request values (${id}, ${originator}, 'ordinary', false, now())`.execute(tables);
  await sql`insert into request_strand (item, addressee, requester, partner, state, urgency, field, term_ms,
      paused_ms, level, opened_at, changed_at, order_at, holder, tlp_rank, settled)
    values (${id}, ${holder}, ${originator}, ${originator}, 'closed', 'ordinary', 'terrorism', 1, 0, 0, now(),
      now(), now(), 'nobody', 0, true)`.execute(tables);
};

const shown = (reader: Actor): Promise<readonly string[]> =>
  database.transact(reader, async (unit) => {
    const { rows } = await sql<{ item: string }>`select item from request_strand`.execute(
      unit.tables<object>(),
    );
    return rows.map(({ item }) => item).sort();
  });

const actor: fc.Arbitrary<Actor> = fc.oneof(
  { weight: 8, arbitrary: anyPerson(fc.oneof({ weight: 3, arbitrary: fc.constant(holder) }, anyParty)) },
  { weight: 1, arbitrary: anyPeer },
  { weight: 1, arbitrary: fc.constant(house) },
);

test('strands are shown to those who may follow their items as they are now', async () => {
  let compared = 0;
  let allowed = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(standing, nullOr(standing)), { minLength: 1, maxLength: 20 }),
      fc.array(actor, { minLength: 1, maxLength: 20 }),
      async (given, readers) => {
        const made = given.map(([first, then]) => {
          const id = asId('item', `grouping--${crypto.randomUUID()}`);
          return { first: itemOf(id, first), now: itemOf(id, then ?? first) };
        });
        await database.transact(house, async (unit) => {
          await sql`delete from exchange_item`.execute(unit.tables<object>());
          for (const { first } of made) {
            await put(unit, first);
            await ask(unit, first);
          }
          for (const { now } of made) await put(unit, now);
        });
        for (const reader of readers) {
          const wanted = made.filter(({ now }) => mayFollow(reader, now).kind === 'allowed');
          expect(await shown(reader)).toEqual(wanted.map(({ now }) => now.id).sort());
          compared += made.length;
          allowed += wanted.length;
        }
      },
    ),
    { numRuns: 40 },
  );
  // A rule that refuses everyone everything would agree with a database that shows nothing.
  expect(allowed).toBeGreaterThan(compared / 20);
});

test('a person’s change of an item reaches strands that are not shown to him', async () => {
  const [writer] = people;
  const id = `grouping--${crypto.randomUUID()}`;
  const given = { originator: holder, via: null, author: writer, desk: null, releasableTo: [holder] };
  const before = itemOf(id, { ...given, state: 'released', tlp: 'amber' });
  await database.transact(house, async (unit) => {
    await put(unit, before);
    await ask(unit, before);
  });
  const person = { kind: 'person', person: writer, party: holder, role: 'analyst' } as const;
  const analyst = { ...person, desks: [], circles: [], clearance: 'red' } as const;
  await database.transact(analyst, (unit) =>
    put(unit, { ...before, marking: { ...before.marking, tlp: 'red' } }),
  );
  const other = { ...analyst, person: people[1] };
  expect(await shown(other)).not.toContain(id);
  expect(await shown(analyst)).toContain(id);
});
