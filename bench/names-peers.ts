/** What others would use to find a name across scripts, on the same queries and candidates. */
import anyAscii from 'any-ascii';
import { doubleMetaphone } from 'double-metaphone';
import jaroWinkler from 'jaro-winkler';
import pg from 'pg';
import type { Question } from '../server/plumbing/names/index.ts';
import { testServer } from '../testing/database.ts';
import { percentile } from './measure.ts';

/** A way to find names: the best ten, as they stand in the list. */
export interface Peer {
  readonly name: string;
  /** In the names of figures. */
  readonly short: string;
  find(query: string): Promise<readonly string[]>;
}

/** Shares from 0 to 1, and milliseconds. */
export interface PeerResult {
  /** How many questions there was time for. */
  readonly asked: number;
  readonly first: number;
  readonly amongTen: number;
  readonly p50Ms: number;
}

const depth = 10;

const bestOf = (candidates: readonly string[], score: (at: number) => number): readonly string[] => {
  const scores = Float64Array.from(candidates, (_, at) => score(at));
  const order = [...scores.keys()].sort((one, two) => (scores[two] ?? 0) - (scores[one] ?? 0));
  return order.slice(0, depth).map((at) => candidates[at] ?? '');
};

const latin = (name: string): string => anyAscii(name).toLowerCase();

export const jaroWinklerPeer = (candidates: readonly string[]): Peer => {
  const plain = candidates.map(latin);
  return {
    name: 'any-ascii + Jaro-Winkler',
    short: 'jaro-winkler',
    find: async (query) => {
      const asked = latin(query);
      return bestOf(candidates, (at) => jaroWinkler(asked, plain[at] ?? ''));
    },
  };
};

/** Words are held against words by their codes; where codes are equal, the letters decide. */
export const metaphonePeer = (candidates: readonly string[]): Peer => {
  const codesOf = (name: string): ReadonlySet<string> =>
    new Set(
      latin(name)
        .split(/[^a-z]+/)
        .filter((word) => word !== '')
        .flatMap((word) => doubleMetaphone(word)),
    );
  const plain = candidates.map(latin);
  const known = candidates.map(codesOf);
  return {
    name: 'double metaphone',
    short: 'metaphone',
    find: async (query) => {
      const codes = codesOf(query);
      const asked = latin(query);
      return bestOf(candidates, (at) => {
        const theirs = known[at] ?? new Set<string>();
        const shared = [...codes].filter((code) => theirs.has(code)).length;
        if (shared === 0) return 0;
        return (2 * shared) / (codes.size + theirs.size) + jaroWinkler(asked, plain[at] ?? '') / 1000;
      });
    },
  };
};

/**
 * Runs `work` with trigrams in a PostgreSQL of its own. Its ICU sorts and does not transliterate: letters are
 * those of any-ascii, without accents.
 */
export const withTrigrams = async <Result>(
  candidates: readonly string[],
  work: (peer: Peer) => Promise<Result>,
): Promise<Result> => {
  const server = await testServer();
  const client = new pg.Client({ connectionString: server.adminUrl });
  try {
    await client.connect();
    await client.query('create extension if not exists pg_trgm; create extension if not exists unaccent');
    await client.query('create table listed (name text not null, plain text not null)');
    await client.query(
      'insert into listed select name, lower(unaccent(plain)) from unnest($1::text[], $2::text[]) as n(name, plain)',
      [candidates, candidates.map(latin)],
    );
    await client.query('create index on listed using gist (plain gist_trgm_ops(siglen = 64))');
    await client.query('analyze listed');
    return await work({
      name: 'PostgreSQL trigrams over any-ascii and unaccent',
      short: 'trigrams',
      find: async (query) => {
        const { rows } = await client.query<{ name: string }>(
          `select name from listed order by plain <-> lower(unaccent($1)) limit ${depth}`,
          [latin(query)],
        );
        return rows.map(({ name }) => name);
      },
    });
  } finally {
    await client.end();
    await server.stop();
  }
};

const secondsForPeer = 8;

/** Asks the peer what the search is asked, as long as there is time. */
export const askPeer = async (peer: Peer, questions: readonly Question[]): Promise<PeerResult> => {
  const times: number[] = [];
  let first = 0;
  let amongTen = 0;
  const end = performance.now() + secondsForPeer * 1000;
  for (const { query, right } of questions) {
    const start = performance.now();
    if (start > end) break;
    const found = await peer.find(query);
    times.push(performance.now() - start);
    const rank = found.findIndex((name) => right.includes(name));
    if (rank === 0) first += 1;
    if (rank >= 0) amongTen += 1;
  }
  const asked = Math.max(1, times.length);
  return { asked, first: first / asked, amongTen: amongTen / asked, p50Ms: percentile(times, 0.5) };
};
