/**
 * An entry: who did what to which thing, under which rule. Ids, verbs, rules, codes and hashes; never
 * content.
 */
import { canonical, isObject, type Json, type JsonObject, readJson } from '../../kernel/canonical.ts';
import { type Actor, actorName } from '../../kernel/decision.ts';
import { assert } from '../../kernel/faults.ts';
import type { Instant } from '../../kernel/time.ts';

/** How a verb ended: a refusal is an entry too. */
export type Outcome = 'done' | 'refused';

/** What happened, as the caller of `append` tells it. */
export interface NewEntry {
  readonly actor: Actor;
  /** `capability.verb`, as in the glossary. */
  readonly verb: string;
  /** Id of the thing; null when there is none. */
  readonly subject: string | null;
  readonly outcome: Outcome;
  /** Name of the rule that allowed or refused. */
  readonly rule: string;
  readonly details?: JsonObject;
}

/** What the journal keeps of what happened; `at` is the node's clock. */
export interface JournalEntry {
  readonly at: Instant;
  /** `person--…`, a partner's `identity--…` or `system:name`. */
  readonly actor: string;
  /** The role that a person acted under; null for partners and for the house itself. */
  readonly role: string | null;
  readonly verb: string;
  readonly subject: string | null;
  readonly outcome: Outcome;
  readonly rule: string;
  readonly details: JsonObject;
}

/** An entry in its place: `seq` is its leaf index (RFC 9162 §2.1.1), from 0 and without gaps. */
export interface RecordedEntry extends JournalEntry {
  readonly seq: number;
}

/** The largest canonical text of an entry: an entry names things, it does not hold them. */
export const maximumEntryBytes = 16_384;

/**
 * PostgreSQL cannot hold U+0000 and RFC 8785 §3.2.2.2 refuses lone surrogates; both can come in by an
 * address.
 */
const unstorable = /\0|\p{Surrogate}/gu;

const storable = (value: Json): Json => {
  if (typeof value === 'string') return value.replaceAll(unstorable, '\u{FFFD}');
  if (Array.isArray(value)) return value.map(storable);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, storable(part ?? null)]));
};

/** The canonical text of a new entry at its place: the bytes of the leaf. */
export const entryText = (seq: number, at: Instant, entry: NewEntry): string => {
  const text = canonical(
    storable({
      seq,
      at,
      actor: actorName(entry.actor),
      role: entry.actor.kind === 'person' ? entry.actor.role : null,
      verb: entry.verb,
      subject: entry.subject,
      outcome: entry.outcome,
      rule: entry.rule,
      details: entry.details ?? {},
    }),
  );
  assert(
    Buffer.byteLength(text) <= maximumEntryBytes,
    `entry ${entry.verb} is larger than ${maximumEntryBytes} bytes`,
  );
  return text;
};

const isText = (value: unknown): value is string => typeof value === 'string';
const isTextOrNull = (value: unknown): value is string | null => value === null || isText(value);

/** Reads an entry back; null when the text is none. */
export const readEntry = (text: string): RecordedEntry | null => {
  const value = readJson(text)?.value;
  if (!isObject(value)) return null;
  const { seq, at, actor, role, verb, subject, outcome, rule, details } = value;
  if (typeof seq !== 'number' || !Number.isSafeInteger(seq) || !isText(at) || !isText(actor)) return null;
  if (!isText(verb) || !isText(rule) || !isTextOrNull(role) || !isTextOrNull(subject)) return null;
  if ((outcome !== 'done' && outcome !== 'refused') || !isObject(details)) return null;
  return { seq, at, actor, role, verb, subject, outcome, rule, details };
};
