/** Entries of the journal as accesses: which verbs are what, and what of an entry is shown. Pure. */
import { isObject, type Json } from '../../../kernel/canonical.ts';
import type { RecordedEntry } from '../../../plumbing/journal/index.ts';
import type { Access, AccessKind, SignedHead } from './contract.ts';

/** The verbs of each kind, as the capabilities journal them. */
export const verbsOfKind: { readonly [Kind in AccessKind]: readonly string[] } = {
  consultation: [
    'exchange.read',
    'exchange.export',
    'exchange.mark-read',
    'exchange.preview',
    'exchange.assign',
    'exchange.search',
    'exchange.read-attachment',
    'exchange.read-thread',
    'exchange.explore',
    'exchange.read-objects',
  ],
  disclosure: ['exchange.release', 'exchange.share-onward', 'exchange.give-attachment'],
  reception: ['exchange.receive', 'exchange.receive-onward', 'exchange.hear-read'],
  erasure: ['exchange.erase', 'exchange.discard', 'exchange.obey-recall', 'exchange.keep'],
  reason: ['parties.state-context', 'parties.end-context', 'parties.state-standing-context'],
  writing: ['exchange.compose', 'exchange.edit', 'exchange.import', 'exchange.propose', 'exchange.return'],
};

const textOf = (value: Json | undefined): string | null => (typeof value === 'string' ? value : null);
const textsOf = (value: Json | undefined): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];

const tombstoneOf = ({ verb, outcome, details }: RecordedEntry): Access['tombstone'] => {
  if (verb !== 'exchange.erase' || outcome !== 'done' || !isObject(details)) return null;
  return {
    hash: textOf(details.hash) ?? '',
    legalBasis: textOf(details.legalBasis) ?? '',
    createdAt: textOf(details.createdAt) ?? '',
    eraseOn: textOf(details.eraseOn) ?? '',
    ground: textOf(details.ground) ?? '',
  };
};

export const accessOf = (entry: RecordedEntry): Access => {
  const { details } = entry;
  return {
    seq: entry.seq,
    at: entry.at,
    actor: entry.actor,
    role: entry.role,
    verb: entry.verb,
    subject: entry.subject,
    outcome: entry.outcome,
    rule: entry.rule,
    personal: details.personal === true,
    version: typeof details.version === 'number' ? details.version : null,
    disclosedTo: textsOf(details.disclosedTo),
    fault: textOf(details.fault),
    context: textOf(details.context),
    tombstone: tombstoneOf(entry),
  };
};

/** A spreadsheet takes what begins so for a formula. */
const formulaStart = /^[=+\-@\t\r]/;

const cellOf = (value: string): string => {
  const safe = formulaStart.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** Names of the columns, the same in every language: what follows is read by programs too. */
export const csvColumns = [
  'seq',
  'at',
  'actor',
  'role',
  'verb',
  'subject',
  'outcome',
  'rule',
  'personal',
  'disclosedTo',
  'context',
  'reason',
] as const;

/** The head, as the first line of an export: `# size rootHash at signature`. */
const headLine = (head: SignedHead): string =>
  `# ${[head.size, head.rootHash, head.at, head.signature].join(' ')}`;

/** Accesses as CSV (RFC 4180), led by the journal's signed head. */
export const csvOf = (
  accesses: readonly Access[],
  reasons: ReadonlyMap<string, string>,
  head: SignedHead,
): string => {
  const rows = accesses.map((one) =>
    [
      String(one.seq),
      one.at,
      one.actor,
      one.role ?? '',
      one.verb,
      one.subject ?? '',
      one.outcome,
      one.rule,
      String(one.personal),
      one.disclosedTo.join(' '),
      one.context ?? '',
      reasons.get(one.context ?? '') ?? '',
    ]
      .map(cellOf)
      .join(','),
  );
  return `${[headLine(head), csvColumns.join(','), ...rows].join('\r\n')}\r\n`;
};
