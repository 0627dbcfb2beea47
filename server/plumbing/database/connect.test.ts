import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { freshDatabase } from '../../../testing/database.ts';
import { newId } from '../../kernel/ids.ts';
import { openDatabase, type Reader } from './index.ts';

const system: Reader = { kind: 'system', name: 'test', party: newId('party') };

test('a transaction gives back what its work returns', async () => {
  const { url, drop } = await freshDatabase();
  const database = await openDatabase({ url });
  const answer = await database.transact(system, async (unit) => {
    const { rows } = await sql<{ two: number }>`select 1 + 1 as two`.execute(unit.tables());
    return rows[0]?.two;
  });
  expect(answer).toBe(2);
  await database.close();
  await drop();
});
