/**
 * The journal as a file that is checked with no database: JSON lines. First a header, then the heads that the
 * party signed, then those of partners that it holds, then one line per leaf, then the counts. Heads come
 * first so that one pass over the file suffices, however long it is.
 */
import { isObject, type JsonObject, readJson } from '../../kernel/canonical.ts';
import { Fault } from '../../kernel/faults.ts';
import type { Unit } from '../database/index.ts';
import { maximumEntryBytes } from './entry.ts';
import './faults.ts';
import { readHead, type SignedTreeHead } from './head.ts';
import type { Journal } from './journal.ts';
import type { JournalRow } from './journal-row.ts';
import { readPartnerHeads } from './journal-store.ts';
import { type Hash, hashBytes } from './merkle.ts';
import { journalSource } from './source.ts';
import type { JournalSource } from './verify.ts';

const format = 'tansiq-journal';
const formatVersion = 1;
/** An entry's text, escaped twice at worst, and its hashes. */
const maximumLineLength = maximumEntryBytes * 8;

/** An export as it is read: the journal to verify, and the heads of others that came with it. */
export interface JournalExport {
  readonly source: JournalSource;
  /** The keys that the file itself names: hold them against those that you trust. */
  readonly publicKeys: readonly string[];
  /** Heads of other parties that the exporting party holds. */
  readonly partnerHeads: readonly SignedTreeHead[];
}

const lineOf = (kind: string, content: JsonObject): string => `${JSON.stringify({ kind, ...content })}\n`;
const headLine = (kind: string, head: SignedTreeHead): string => lineOf(kind, { head: { ...head } });

/**
 * The lines of the export, each with its line feed. `publicKeys`: the party's keys, present and earlier.
 * Signs a head first, so that every entry in the file is vouched for. Consume it within the unit.
 * Errors: `access/refused` for a reader to whom row security does not show all entries.
 */
export async function* exportJournal(
  unit: Unit,
  needs: { journal: Journal; publicKeys: readonly string[] },
): AsyncGenerator<string> {
  const { journal, publicKeys } = needs;
  await journal.head(unit);
  const { party, ownHeads, rows } = await journalSource(unit, journal.party);
  const partnerHeads = await readPartnerHeads(unit);
  yield lineOf('header', { format, version: formatVersion, party, publicKeys });
  for (const head of ownHeads) yield headLine('own-head', head);
  for (const head of partnerHeads) yield headLine('partner-head', head);
  let entries = 0;
  for await (const { seq, text, hashes } of rows) {
    entries += 1;
    yield lineOf('entry', { seq, text, hashes: hashes && Buffer.concat(hashes).toString('hex') });
  }
  yield lineOf('end', { entries, ownHeads: ownHeads.length, partnerHeads: partnerHeads.length });
}

interface Line {
  readonly number: number;
  readonly kind: string;
  readonly content: JsonObject;
}

async function* readLines(lines: AsyncIterable<string> | Iterable<string>): AsyncGenerator<Line> {
  let number = 0;
  for await (const text of lines) {
    number += 1;
    const content = text.length > maximumLineLength ? null : readJson(text)?.value;
    if (!isObject(content) || typeof content.kind !== 'string')
      throw new Fault(number === 1 ? 'journal/not-an-export' : 'journal/export-line', { line: number });
    yield { number, kind: content.kind, content };
  }
}

const readHashes = (value: unknown): readonly Hash[] | null => {
  if (typeof value !== 'string' || !/^(?:[0-9a-f]{64})+$/.test(value)) return null;
  const bytes = Buffer.from(value, 'hex');
  return Array.from({ length: bytes.length / hashBytes }, (_, at) =>
    bytes.subarray(at * hashBytes, (at + 1) * hashBytes),
  );
};

const readRow = ({ content, number }: Line): JournalRow => {
  const { seq, text, hashes } = content;
  if (typeof seq !== 'number' || !Number.isSafeInteger(seq) || seq < 0)
    throw new Fault('journal/export-line', { line: number });
  return { seq, text: typeof text === 'string' ? text : null, hashes: readHashes(hashes) };
};

const readHeader = (line: Line | undefined): { party: string; publicKeys: readonly string[] } => {
  if (line?.kind !== 'header') throw new Fault('journal/not-an-export');
  const { party, publicKeys } = line.content;
  if (line.content.format !== format || line.content.version !== formatVersion)
    throw new Fault('journal/not-an-export');
  if (typeof party !== 'string' || !Array.isArray(publicKeys)) throw new Fault('journal/not-an-export');
  return { party, publicKeys: publicKeys.filter((key) => typeof key === 'string') };
};

const checkEnd = ({ kind, content }: Line, counts: JsonObject): void => {
  const agrees = Object.entries(counts).every(([name, count]) => content[name] === count);
  if (kind !== 'end' || !agrees) throw new Fault('journal/export-cut');
};

async function* readRows(
  first: Line | undefined,
  rest: AsyncGenerator<Line>,
  heads: { ownHeads: number; partnerHeads: number },
): AsyncGenerator<JournalRow> {
  let entries = 0;
  let last = -1;
  for (let line = first; line; line = (await rest.next()).value ?? undefined) {
    if (line.kind !== 'entry') {
      checkEnd(line, { entries, ...heads });
      if (!(await rest.next()).done) throw new Fault('journal/export-cut');
      return;
    }
    const row = readRow(line);
    if (row.seq <= last) throw new Fault('journal/export-order', { seq: row.seq, line: line.number });
    last = row.seq;
    entries += 1;
    yield row;
  }
  throw new Fault('journal/export-cut');
}

/**
 * Reads an export from its lines (without or with their line feeds). The rows are read while they are
 * consumed.
 * Errors, also while consuming: `journal/not-an-export`, `journal/export-line`, `-order`, `-cut`.
 */
export const readExport = async (text: AsyncIterable<string> | Iterable<string>): Promise<JournalExport> => {
  const lines = readLines(text);
  const next = async (): Promise<Line | undefined> => (await lines.next()).value ?? undefined;
  const { party, publicKeys } = readHeader(await next());
  const ownHeads: SignedTreeHead[] = [];
  const partnerHeads: SignedTreeHead[] = [];
  let line = await next();
  for (; line?.kind === 'own-head' || line?.kind === 'partner-head'; line = await next()) {
    const head = readHead(line.content.head);
    if (!head) throw new Fault('journal/export-line', { line: line.number });
    (line.kind === 'own-head' ? ownHeads : partnerHeads).push(head);
  }
  const counts = { ownHeads: ownHeads.length, partnerHeads: partnerHeads.length };
  return { source: { party, ownHeads, rows: readRows(line, lines, counts) }, publicKeys, partnerHeads };
};
