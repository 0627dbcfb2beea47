/** Entries of the journal as accesses: which verbs are what, and what of an entry is shown. Pure. */
import { isObject, type Json, type JsonObject } from '../../../kernel/canonical.ts';
import { type ItemId, readId } from '../../../kernel/ids.ts';
import type { RecordedEntry } from '../../../plumbing/journal/index.ts';
import { assistanceVerbs, deploymentVerbs } from '../../assistance/index.ts';
import { exchangeVerbs, type VerbKind } from '../../exchange/index.ts';
import { matchingVerbs } from '../../matching/index.ts';
import { requestVerbs } from '../../requests/index.ts';
import { watchVerbs } from '../../watch/index.ts';
import type { Access, AccessKind, SignedHead } from './contract.ts';

const textOf = (value: Json | undefined): string | null => (typeof value === 'string' ? value : null);
const textsOf = (value: Json | undefined): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];

const parties: readonly (readonly [string, AccessKind])[] = [
  ['parties.state-context', 'reason'],
  ['parties.end-context', 'reason'],
  ['parties.state-standing-context', 'reason'],
  ['parties.end-standing-context', 'reason'],
];
const kindsOfVerbs: readonly (readonly [string, AccessKind | 'none'])[] = [
  ...Object.entries({ ...exchangeVerbs, ...requestVerbs }).map(([verb, { kind }]): [string, VerbKind] => [
    verb,
    kind,
  ]),
  ...Object.entries(watchVerbs),
  ...Object.entries(matchingVerbs),
  ...Object.entries(assistanceVerbs),
  ...Object.entries(deploymentVerbs),
  ...parties,
];

/** The verbs of this kind, as the capabilities' own lists say what each is. */
export const verbsOfKind = (wanted: AccessKind): readonly string[] =>
  kindsOfVerbs.filter(([, kind]) => kind === wanted).map(([verb]) => verb);

/** Items that the entry of a list, a search or a collection names beside its subject. */
export const itemsNamed = (details: JsonObject): ItemId[] =>
  textsOf(details.items).flatMap((id) => readId('item', id) ?? []);

const tombstoneOf = ({ verb, outcome, details }: RecordedEntry): Access['tombstone'] => {
  if (verb !== 'exchange.erase' || outcome !== 'done' || !isObject(details)) return null;
  return {
    hash: textOf(details.hash) ?? '',
    legalBasis: textOf(details.legalBasis) ?? '',
    createdAt: textOf(details.createdAt) ?? '',
    eraseOn: textOf(details.eraseOn) ?? '',
    ground: textOf(details.ground) ?? '',
    withdrawnFrom: textsOf(details.withdrawnFrom).flatMap((party) => readId('party', party) ?? []),
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
    items: itemsNamed(details),
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
  'items',
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
      one.items.join(' '),
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
