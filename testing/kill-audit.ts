/**
 * After a storm, offline: what the two databases and the two journals say of every item, and of each other.
 */
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { isObject, readJson } from '../server/kernel/canonical.ts';
import { systemClock } from '../server/kernel/time.ts';
import { openNodeDatabase } from '../server/node-database.ts';
import {
  createJournal,
  exportJournal,
  type JournalVerdict,
  readExport,
  verifyJournal,
} from '../server/plumbing/journal/index.ts';
import { createKeys, identityKeysOf } from '../server/plumbing/keys/index.ts';
import type { Storm } from './kill-storm.ts';
import type { ProcessNode } from './process-node.ts';

export interface Audit {
  /** Items that the receiver does not hold, holds with another content, or holds twice. */
  readonly missing: readonly string[];
  readonly different: readonly string[];
  readonly unexpected: readonly string[];
  /** Envelopes, in the order of the sender's queue and of the receiver's book. */
  readonly queued: readonly string[];
  readonly received: readonly string[];
  readonly acceptedReceipts: number;
  /** Entries of a verb on one subject that stand more than once, as `verb subject`. */
  readonly doubled: readonly string[];
  readonly releases: number;
  readonly receptions: number;
  readonly verdicts: readonly JournalVerdict[];
  readonly headsHeld: readonly number[];
}

interface ReceivedRow {
  id: string;
  title: string;
  content: string;
}

const readReceived = (receiver: ProcessNode): Promise<readonly ReceivedRow[]> =>
  receiver.rows<ReceivedRow>(`
    select i.id, w.title, '[' || string_agg(o.content, ',' order by o.ordinal) || ']' as content
    from exchange_item i join exchange_object o on o.item = i.id join exchange_words w on w.item = i.id
    where i.state = 'received' group by i.id, w.title`);

const readBooks = async (sender: ProcessNode, receiver: ProcessNode) => {
  const queued = await sender.rows<{ envelope: string; outcome: string | null }>(
    "select envelope, outcome from federation_outbox where kind = 'exchange.item' order by link, sequence",
  );
  const received = await receiver.rows<{ envelope: string }>(
    "select envelope from federation_inbox where kind = 'exchange.item' order by link, sequence",
  );
  return {
    queued: queued.map((row) => row.envelope),
    received: received.map((row) => row.envelope),
    acceptedReceipts: queued.filter((row) => row.outcome === 'accepted').length,
  };
};

/**
 * The node's whole journal with the heads it holds, as `tansiq journal export` writes it. Nothing may serve
 * it.
 */
const exportOf = async (node: ProcessNode) => {
  const { settings, folder } = node;
  const { database, close } = await openNodeDatabase({ settings, folder, databaseUrl: null });
  try {
    const keys = await createKeys({ folder: join(folder, 'keys'), commonName: node.party });
    const publicKeys = await identityKeysOf(join(folder, 'keys'));
    const journal = createJournal({ party: node.party, clock: systemClock, keys });
    const auditor = { kind: 'system', name: 'auditor', party: node.party } as const;
    const lines = await database.transact(auditor, async (unit) =>
      Readable.from(exportJournal(unit, { journal, publicKeys })).toArray(),
    );
    return { lines: lines.map(String), publicKeys };
  } finally {
    await close();
  }
};

type Exported = Awaited<ReturnType<typeof exportOf>>;

const verdictOn = async (own: Exported, partner: Exported) => {
  const { source } = await readExport(own.lines);
  const { partnerHeads } = await readExport(partner.lines);
  const heldElsewhere = partnerHeads.filter((head) => head.party === source.party);
  const verdict = await verifyJournal({ source, publicKeys: own.publicKeys, heldElsewhere });
  return { verdict, held: heldElsewhere.length };
};

/** How often each verb was done on each subject, of those that may be done once only. */
const countOnce = async (exported: Exported, verb: string): Promise<ReadonlyMap<string, number>> => {
  const counts = new Map<string, number>();
  const { source } = await readExport(exported.lines);
  for await (const { text } of source.rows) {
    const entry = text === null ? null : readJson(text)?.value;
    if (!isObject(entry) || entry.verb !== verb || entry.outcome !== 'done') continue;
    const subject = `${verb} ${String(entry.subject)}`;
    counts.set(subject, (counts.get(subject) ?? 0) + 1);
  }
  return counts;
};

const twice = (counts: ReadonlyMap<string, number>): readonly string[] =>
  [...counts].filter(([, count]) => count > 1).map(([subject]) => subject);

/** Reads the books while both nodes run, then stops both and reads their journals. */
export const auditStorm = async (nodes: readonly ProcessNode[], storm: Storm): Promise<Audit> => {
  const [sender, receiver] = nodes;
  if (sender === undefined || receiver === undefined) throw new Error('an audit needs two nodes');
  const rows = await readReceived(receiver);
  const held = new Map(rows.map((row) => [row.id, row]));
  const books = await readBooks(sender, receiver);
  await Promise.all([sender.stop(), receiver.stop()]);
  const [sent, taken] = [await exportOf(sender), await exportOf(receiver)];
  const releases = await countOnce(sent, 'exchange.release');
  const receptions = await countOnce(taken, 'federation.receive');
  const judged = [await verdictOn(sent, taken), await verdictOn(taken, sent)];
  const known = new Set(storm.sent.map((item) => item.id));
  return {
    missing: storm.sent.filter((item) => !held.has(item.id)).map((item) => item.title),
    different: storm.sent
      .filter(({ id, title, content }) => {
        const row = held.get(id);
        return row !== undefined && (row.title !== title || row.content !== content);
      })
      .map((item) => item.title),
    unexpected: rows.filter((row) => !known.has(row.id)).map((row) => row.id),
    ...books,
    doubled: [...twice(releases), ...twice(receptions)],
    releases: releases.size,
    receptions: [...receptions.keys()].filter((key) => books.received.includes(key.split(' ')[1] ?? ''))
      .length,
    verdicts: judged.map(({ verdict }) => verdict),
    headsHeld: judged.map((one) => one.held),
  };
};
