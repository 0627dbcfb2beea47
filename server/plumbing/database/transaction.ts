/**
 * A transaction whose statements leave as they are asked, without waiting for the answers of those before
 * (the pipelining of PostgreSQL's protocol): a small statement costs less than its round trip. PostgreSQL
 * runs them in the order in which they left, each with a snapshot of its own, and refuses all that follow
 * one that failed, the COMMIT among them.
 */
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import type pg from 'pg';

const counted: readonly string[] = ['INSERT', 'UPDATE', 'DELETE', 'MERGE'];

const connectionOf = (client: pg.PoolClient): DatabaseConnection => ({
  executeQuery: async <Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> => {
    const { command, rowCount, rows } = await client.query(sql, [...parameters]);
    return counted.includes(command) ? { rows, numAffectedRows: BigInt(rowCount ?? 0) } : { rows };
  },
  streamQuery: () => {
    throw new Error('bug: a cursor cannot share a pipelined connection');
  },
});

const elsewhere = async (): Promise<void> => {
  throw new Error('bug: transactions are begun and ended by the database alone');
};

/** The query builder on one connection. */
const builderOn = (client: pg.PoolClient): Kysely<object> => {
  const connection = connectionOf(client);
  const dialect: Dialect = {
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: (database) => new PostgresIntrospector(database),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createDriver: () => ({
      init: async () => undefined,
      acquireConnection: async () => connection,
      releaseConnection: async () => undefined,
      beginTransaction: elsewhere,
      commitTransaction: elsewhere,
      rollbackTransaction: elsewhere,
      destroy: async () => undefined,
    }),
  };
  return new Kysely({ dialect });
};

/** Names of statements that connections keep, by their texts: one for each place that asks for one. */
const names = new Map<string, string>();

const nameOf = (text: string): string => {
  const name = names.get(text) ?? `kept-${names.size + 1}`;
  names.set(text, name);
  return name;
};

/** A statement whose text is always the same, so that it need not be built anew for each of its uses. */
export interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** Runs a statement that the connection plans once and keeps. It leaves at once. */
export const runKept = async <Row extends pg.QueryResultRow>(
  client: pg.PoolClient,
  { sql, parameters }: Statement,
): Promise<Row[]> =>
  (await client.query<Row>({ name: nameOf(sql), text: sql, values: [...parameters] })).rows;

/** Named, so that they leave with the statements beside them: those without a plan leave at once. */
const begin = { name: 'begin', text: 'begin' };
const beginToRead = { name: 'begin-to-read', text: 'begin read only' };
const commit = { name: 'commit', text: 'commit' };

/** An open transaction: its query builder, and the connection below. */
export interface Within {
  readonly transaction: Kysely<object>;
  readonly client: pg.PoolClient;
}

export type InTransaction = <T>(work: (within: Within) => Promise<T>) => Promise<T>;

/**
 * Runs work in one transaction each: committed when it returns, rolled back when it throws. `committed` waits
 * until it is; `read` cannot write, so that nothing is to be waited for.
 */
export const createTransactions = (pool: pg.Pool): Readonly<Record<'committed' | 'read', InTransaction>> => {
  const builders = new WeakMap<pg.PoolClient, Kysely<object>>();
  const builderFor = (client: pg.PoolClient): Kysely<object> => {
    const builder = builders.get(client) ?? builderOn(client);
    builders.set(client, builder);
    return builder;
  };
  /** A connection that cannot even roll back is of no use to anybody. */
  const runOn = async <T>(
    client: pg.PoolClient,
    work: (within: Within) => Promise<T>,
    writes: boolean,
  ): Promise<T> => {
    // It fails with the connection alone, and everything after it fails then as well.
    const begun = client.query(writes ? begin : beginToRead);
    begun.catch(() => undefined);
    try {
      const result = await work({ transaction: builderFor(client), client });
      await begun;
      const ending = client.query(commit);
      if (writes) {
        if ((await ending).command === 'ROLLBACK')
          throw new Error('a failed statement was swallowed: nothing was committed');
      } else ending.catch(() => undefined);
      client.release();
      return result;
    } catch (failure) {
      await client.query('rollback').then(
        () => client.release(),
        (broken: unknown) => client.release(broken instanceof Error ? broken : true),
      );
      throw failure;
    }
  };
  return {
    committed: async (work) => runOn(await pool.connect(), work, true),
    read: async (work) => runOn(await pool.connect(), work, false),
  };
};
