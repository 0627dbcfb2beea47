/**
 * The open database. Every read and write happens in a transaction that has told PostgreSQL who reads, so
 * that row-level security holds even where a query forgot its filter.
 */
import type { CompiledQuery, Kysely } from 'kysely';
import pg from 'pg';
import { assert } from '../../kernel/faults.ts';
import { type Clock, systemClock } from '../../kernel/time.ts';
import { runContained } from './callback.ts';
import { DatabaseFault } from './faults.ts';
import { GatheringSocket } from './gathering.ts';
import { openListener } from './listen.ts';
import type { Reader } from './reader.ts';
import { announce, readSession, setReader } from './store.ts';
import {
  createTransactions,
  type InTransaction,
  runKept,
  type Statement,
  type Within,
} from './transaction.ts';
import { valueTypes } from './values.ts';

const defaultPoolSize = 10;
const connectWithinMs = 10_000;
const statementWithinMs = 30_000;
const idleInTransactionWithinMs = 60_000;
/** How often a unit is run when PostgreSQL breaks it off for the sake of another. */
const unitAttempts = 4;
const leastVersion = 15;
/** `serialization_failure` and `deadlock_detected`: PostgreSQL asks to run the transaction again. */
const runAgain: readonly unknown[] = ['40001', '40P01'];
/** `in_failed_sql_transaction`. */
const transactionAborted = '25P02';
const notifyLimitBytes = 7_999;
const channelPattern = /^[a-z][a-z0-9_]{0,62}$/;

/** One transaction. Not to be used after the work that it was given to has returned. */
export interface Unit {
  /**
   * The transaction, seen as these tables. Statements asked together (`Promise.all`) leave together and run
   * in that order.
   */
  tables<Tables>(): Kysely<Tables>;
  /**
   * Runs a statement that each connection plans once and keeps. For what is asked all the time and is best
   * run in one way whatever its values and however large its tables have become since (a row by its key, an
   * insert); its text must not grow with the values.
   */
  kept<Row extends object>(query: CompiledQuery<Row> | Statement): Promise<Row[]>;
  readonly reader: Reader;
  /** Runs once, after COMMIT has succeeded; never after a rollback. It must not throw. */
  afterCommit(run: () => void): void;
  /**
   * Runs a part of the work as the house itself, in the same transaction: to queue a message or look up a
   * link where the acting person may not read those tables. A failure dooms the transaction. Nothing else
   * of the unit runs beside it: all of a transaction has one reader at a time.
   */
  asHouse<T>(part: string, work: (unit: Unit) => Promise<T>): Promise<T>;
  /**
   * As `kept`, for a statement whose answer nobody needs: it has left when this returns, the work goes on.
   * COMMIT waits for it; where it fails, that is what the unit fails with.
   */
  leave(query: Statement): void;
  /** Announces on a channel when the transaction commits. Ids only; less than 8000 bytes; never empty. */
  notify(channel: string, payload: string): Promise<void>;
}

/** The open database of a node: transactions, and announcements between its processes. */
export interface Database {
  /**
   * Runs the work in one transaction as this reader: read committed, all or nothing. When PostgreSQL breaks
   * it off (deadlock, serialization) the work is run again, so it must not do anything outside the unit
   * except in `afterCommit`. When the connection breaks during COMMIT it throws, and only the database
   * knows whether the work was kept.
   */
  transact<T>(reader: Reader, work: (unit: Unit) => Promise<T>): Promise<T>;
  /**
   * As `transact`, to look something up: PostgreSQL refuses to write in it, and as nothing can be lost the
   * answer does not wait for the COMMIT.
   */
  look<T>(reader: Reader, work: (unit: Unit) => Promise<T>): Promise<T>;
  /**
   * Hears what is announced on a channel, own announcements included. The connection renews itself; as
   * announcements may have been lost meanwhile, `on` is then called once with an empty payload, which means
   * "look again". Returns what ends it.
   */
  listen(channel: string, on: (payload: string) => void): Promise<() => Promise<void>>;
  /** Waits for the units under way, then closes every connection. */
  close(): Promise<void>;
}

const codeOf = (failure: unknown): unknown =>
  failure instanceof Error && 'code' in failure ? failure.code : undefined;

const checkSession = async (pool: pg.Pool): Promise<void> => {
  const client = await pool.connect().catch((cause: unknown) => {
    const reason = String(codeOf(cause) ?? (cause instanceof Error ? cause.message : cause));
    throw new DatabaseFault('database/unreachable', { reason }, cause);
  });
  try {
    const { role, passesOverRows, version } = await readSession(client);
    const major = Math.floor(version / 10_000);
    if (major < leastVersion) {
      throw new DatabaseFault('database/too-old', { version: major, least: leastVersion });
    }
    if (passesOverRows) throw new DatabaseFault('database/role-too-strong', { role });
  } finally {
    client.release();
  }
};

const openUnit = (within: Within, reader: Reader, clock: Clock) => {
  const { transaction, client } = within;
  const afterwards: (() => void)[] = [];
  let open = true;
  let doomed = false;
  const left: Promise<unknown>[] = [];
  let failed: { readonly cause: unknown } | null = null;
  const leave = (asked: Promise<unknown>): void => {
    asked.catch((cause: unknown) => {
      failed ??= { cause };
    });
    left.push(asked);
  };
  /** From the next statement on, which need not wait for the answer. */
  const becomeReader = (next: Reader): void => leave(setReader(client, next, clock.now()));
  const unitOf = (reader: Reader): Unit => ({
    tables<Tables>() {
      assert(open, 'a unit was used after its transaction');
      // The one place that says which tables a transaction sees: each store names its own.
      return transaction as unknown as Kysely<Tables>;
    },
    async kept<Row extends object>(query: CompiledQuery<Row> | Statement) {
      assert(open, 'a unit was used after its transaction');
      return runKept<Row>(client, query);
    },
    reader,
    async asHouse(part, work) {
      assert(open, 'a unit was used after its transaction');
      if (reader.kind === 'system') return work(unitOf(reader));
      const house: Reader = { kind: 'system', name: part, party: reader.party };
      // Should the caller swallow a failure in here, the unit would go on as the house: it may not commit.
      doomed = true;
      becomeReader(house);
      const result = await work(unitOf(house));
      becomeReader(reader);
      doomed = false;
      return result;
    },
    afterCommit(run) {
      assert(open, 'a unit was used after its transaction');
      afterwards.push(run);
    },
    leave(query) {
      assert(open, 'a unit was used after its transaction');
      leave(runKept(client, query));
    },
    async notify(channel, payload) {
      assert(open, 'a unit was used after its transaction');
      assert(channelPattern.test(channel), `not a channel: ${channel}`);
      const size = Buffer.byteLength(payload);
      assert(size > 0 && size <= notifyLimitBytes, `an announcement of ${size} bytes`);
      await announce(transaction, channel, payload);
    },
  });
  const close = (): void => {
    open = false;
  };
  const settle = async (): Promise<void> => {
    assert(!doomed, 'a failure in asHouse was swallowed');
    await Promise.all(left);
  };
  /** What PostgreSQL refuses because of a failure before it, told as that one. */
  const causeOf = (failure: unknown): unknown =>
    codeOf(failure) === transactionAborted && failed !== null ? failed.cause : failure;
  becomeReader(reader);
  return { unit: unitOf(reader), afterwards, settle, causeOf, close };
};

const runOnce = async <T>(
  inTransaction: InTransaction,
  clock: Clock,
  reader: Reader,
  work: (unit: Unit) => Promise<T>,
): Promise<{ result: T; afterwards: readonly (() => void)[] }> => {
  let afterwards: readonly (() => void)[] = [];
  const result = await inTransaction(async (within) => {
    const opened = openUnit(within, reader, clock);
    afterwards = opened.afterwards;
    try {
      const done = await work(opened.unit);
      await opened.settle();
      return done;
    } catch (failure) {
      throw opened.causeOf(failure);
    } finally {
      opened.close();
    }
  });
  return { result, afterwards };
};

const runRepeatedly = async <T>(run: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run();
    } catch (failure) {
      if (attempt >= unitAttempts || !runAgain.includes(codeOf(failure))) throw failure;
    }
  }
};

/**
 * Opens the database that a URL names. Faults: `database/unreachable`; `database/too-old` before
 * PostgreSQL 15; `database/role-too-strong` for a superuser or a role with BYPASSRLS, to whom row-level
 * security would not apply. `poolSize` is the number of connections at most, 10 unless told.
 */
export const openDatabase = async (needs: {
  url: string;
  poolSize?: number;
  clock?: Clock;
}): Promise<Database> => {
  const { url, poolSize = defaultPoolSize, clock = systemClock } = needs;
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    application_name: 'tansiq',
    connectionTimeoutMillis: connectWithinMs,
    statement_timeout: statementWithinMs,
    idle_in_transaction_session_timeout: idleInTransactionWithinMs,
    keepAlive: true,
    pipeline: true,
    stream: () => new GatheringSocket(),
    types: valueTypes,
  });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  // The same for one that breaks between two queries of a unit: the unit's next query says so.
  pool.on('connect', (client) => client.on('error', () => undefined));
  try {
    await checkSession(pool);
  } catch (failure) {
    await pool.end();
    throw failure;
  }
  const { committed, read } = createTransactions(pool);
  const listener = openListener({ url });
  return {
    async transact(reader, work) {
      const { result, afterwards } = await runRepeatedly(() => runOnce(committed, clock, reader, work));
      for (const run of afterwards) runContained(run);
      return result;
    },
    async look(reader, work) {
      const { result, afterwards } = await runRepeatedly(() => runOnce(read, clock, reader, work));
      assert(afterwards.length === 0, 'what is only looked up has nothing to do afterwards');
      return result;
    },
    listen(channel, on) {
      assert(channelPattern.test(channel), `not a channel: ${channel}`);
      return listener.listen(channel, on);
    },
    async close() {
      await listener.close();
      await pool.end();
    },
  };
};
