/** The SQL of what this service's officers ask. */
import { sql } from 'kysely';
import type { AgreementId, PartyId, PersonId } from '../../kernel/ids.ts';
import type { Field, Purpose } from '../../kernel/marking.ts';
import type { Day, Instant } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import type { IdentifierKind } from '../../plumbing/identifiers/index.ts';
import { elementBytes, tagBytes } from '../../plumbing/oprf/index.ts';
import type { Check } from './contract.ts';
import { type Asked, countAsked } from './typed.ts';

const tables = (unit: Unit) => unit.tables<object>();
/** The fault of a day whose share is spent. */
const spent = 'matching/quota-spent';

/** A check as it is worked on. */
export interface StoredCheck {
  readonly id: string;
  readonly officer: PersonId;
  readonly agreement: AgreementId;
  readonly partner: PartyId;
  readonly field: Field;
  readonly purpose: Purpose;
  readonly reason: string;
  readonly state: Check['state'];
  readonly fault: string | null;
  readonly asked: number;
  /** With the decoys that went with them. */
  readonly sent: number;
  readonly epoch: number | null;
  readonly version: number | null;
  readonly public_key: Uint8Array | null;
  readonly question: string | null;
  readonly asked_at: Instant;
  readonly done_at: Instant | null;
  readonly until: Day | null;
  readonly erase_on: Day;
}

const columns = sql.raw(
  'id, officer, agreement, partner, field, purpose, reason, state, fault, asked, sent, epoch, version, ' +
    'public_key, question, asked_at, done_at, until, erase_on',
);

export const insertCheck = async (
  unit: Unit,
  check: Omit<
    StoredCheck,
    'state' | 'fault' | 'asked' | 'epoch' | 'version' | 'public_key' | 'question' | 'done_at'
  > & { readonly holder: PartyId; readonly batch?: string | undefined },
  asked: readonly Asked[],
): Promise<void> => {
  await sql`insert into matching_check (id, holder, officer, agreement, partner, field, purpose, reason,
      state, asked, sent, asked_at, until, erase_on, batch)
    values (${check.id}, ${check.holder}, ${check.officer}, ${check.agreement}, ${check.partner},
      ${check.field}, ${check.purpose}, ${check.reason}, 'waiting', ${countAsked(asked)}, ${check.sent},
      ${check.asked_at}, ${check.until}, ${check.erase_on}, ${check.batch ?? check.id})`.execute(
    tables(unit),
  );
  const [kinds, forms] = [asked.map(({ kind }) => kind), asked.map(({ form }) => form)];
  const texts = asked.map(({ text }) => text);
  const firsts = asked.map(({ first }) => first);
  await sql`insert into matching_query (check_id, place, kind, form, text, first_place)
    select ${check.id}, place - 1, kind, form, text, first
    from unnest(${kinds}::text[], ${forms}::text[], ${texts}::text[], ${firsts}::integer[])
      with ordinality u(kind, form, text, first, place)`.execute(tables(unit));
  // A decoy is blinded as all are; no identifier has its form.
  await sql`insert into matching_query (check_id, place, kind, form, decoy)
    select ${check.id}, place, 'hash', gen_random_uuid()::text, true
    from generate_series(${asked.length}::integer, ${check.sent - 1}::integer) place`.execute(tables(unit));
};

/** The next checks in a state after one, the oldest first; the house's. */
export const checksIn = async (
  unit: Unit,
  state: Check['state'],
  page: { readonly after: Pick<StoredCheck, 'asked_at' | 'id'> | null; readonly limit: number },
): Promise<readonly StoredCheck[]> => {
  const { asked_at, id } = page.after ?? { asked_at: '-infinity', id: '' };
  const { rows } = await sql<StoredCheck>`select ${columns} from matching_check
    where state = ${state} and (asked_at, id) > (${asked_at}::timestamptz, ${id})
    order by asked_at, id limit ${page.limit}`.execute(tables(unit));
  return rows;
};

export interface StoredQuery {
  readonly place: number;
  readonly kind: IdentifierKind;
  readonly form: string;
  readonly blind: Uint8Array | null;
  readonly element: Uint8Array | null;
  readonly tag: Uint8Array | null;
  readonly hit: boolean | null;
  readonly decoy: boolean;
}

export const queriesOf = async (unit: Unit, check: string): Promise<readonly StoredQuery[]> => {
  const { rows } = await sql<StoredQuery>`select place, kind, form, blind, element, tag, hit, decoy
    from matching_query where check_id = ${check} order by place`.execute(tables(unit));
  return rows;
};

const cut = (bytes: Uint8Array, each: number): readonly Buffer[] =>
  Array.from({ length: bytes.length / each }, (_, at) =>
    Buffer.from(bytes.subarray(at * each, (at + 1) * each)),
  );

/** Keeps the blinds until the answer comes, and what was asked under; false where it was asked meanwhile. */
export const markAsked = async (
  unit: Unit,
  check: string,
  asked: {
    readonly question: string;
    readonly epoch: number;
    readonly publicKey: Uint8Array;
    readonly blinds: Uint8Array;
    readonly elements: Uint8Array;
  },
): Promise<boolean> => {
  const { numAffectedRows = 0n } = await sql`update matching_check set state = 'asked', fault = null,
      question = ${asked.question}, epoch = ${asked.epoch}, public_key = ${Buffer.from(asked.publicKey)}
    where id = ${check} and state = 'waiting'`.execute(tables(unit));
  if (numAffectedRows === 0n) return false;
  await sql`update matching_query q set blind = u.blind, element = u.element
    from unnest(${cut(asked.blinds, elementBytes)}::bytea[], ${cut(asked.elements, elementBytes)}::bytea[])
      with ordinality u(blind, element, place)
    where q.check_id = ${check} and q.place = u.place - 1`.execute(tables(unit));
  return true;
};

export const setEnvelope = async (unit: Unit, check: string, envelope: string): Promise<void> => {
  await sql`update matching_check set envelope = ${envelope} where id = ${check}`.execute(tables(unit));
};

/** The check that a question is of, while it waits for its answer. */
export const findAsked = async (unit: Unit, question: string): Promise<StoredCheck | null> => {
  const { rows } = await sql<StoredCheck>`select ${columns} from matching_check
    where question = ${question} and state = 'asked' for update`.execute(tables(unit));
  return rows[0] ?? null;
};

export const keepAnswer = async (
  unit: Unit,
  check: string,
  answer: { readonly evaluated: Uint8Array; readonly proofs: Uint8Array },
): Promise<void> => {
  await sql`update matching_check set state = 'answered', evaluated = ${Buffer.from(answer.evaluated)},
    proofs = ${Buffer.from(answer.proofs)} where id = ${check}`.execute(tables(unit));
};

export const readAnswer = async (
  unit: Unit,
  check: string,
): Promise<{ readonly evaluated: Uint8Array; readonly proofs: Uint8Array } | null> => {
  const { rows } = await sql<{ evaluated: Uint8Array; proofs: Uint8Array }>`
    select evaluated, proofs from matching_check where id = ${check} and state = 'answered'
    for update`.execute(tables(unit));
  return rows[0] ?? null;
};

/** Forgets blinds and answer: what is kept is what came of each, and for a standing watch its tags. */
const forgetSecrets = async (unit: Unit, check: string): Promise<void> => {
  await sql`update matching_query set blind = null, element = null where check_id = ${check}`.execute(
    tables(unit),
  );
};

export const finish = async (
  unit: Unit,
  check: string,
  found: {
    readonly tags: Uint8Array;
    readonly hits: readonly boolean[];
    readonly version: number;
    readonly at: Instant;
    readonly keepsTags: boolean;
  },
): Promise<void> => {
  await sql`update matching_query q set hit = coalesce(q.hit, false) or u.hit,
      tag = case when ${found.keepsTags} then u.tag end
    from unnest(${cut(found.tags, tagBytes)}::bytea[], ${[...found.hits]}::boolean[])
      with ordinality u(tag, hit, place)
    where q.check_id = ${check} and q.place = u.place - 1`.execute(tables(unit));
  await sql`update matching_check set state = 'done', version = ${found.version}, done_at = ${found.at},
    evaluated = null, proofs = null where id = ${check}`.execute(tables(unit));
  await forgetSecrets(unit, check);
};

export const refuseCheck = async (unit: Unit, check: string, fault: string): Promise<void> => {
  await sql`update matching_check set state = 'refused', fault = ${fault}, evaluated = null, proofs = null
    where id = ${check}`.execute(tables(unit));
  await forgetSecrets(unit, check);
};

/**
 * The partner would not take it. Under another epoch it is asked again, and a standing watch on another day
 * where this one's share is spent; else it ends here.
 */
export const refuseByEnvelope = async (unit: Unit, envelope: string, fault: string): Promise<void> => {
  const [isPassing, isSpent] = [fault === 'matching/other-epoch', fault === spent];
  await sql`update matching_check set fault = ${fault},
      state = case when ${isPassing} or (${isSpent} and until is not null) then 'waiting' else 'refused' end
    where envelope = ${envelope} and state = 'asked'`.execute(tables(unit));
};

/** A standing watch for which the day has no room: it waits, and says why; false where it did already. */
export const waitForShare = async (unit: Unit, check: string): Promise<boolean> => {
  const { numAffectedRows = 0n } = await sql`update matching_check set fault = ${spent}
    where id = ${check} and state = 'waiting' and fault is distinct from ${spent}`.execute(tables(unit));
  return numAffectedRows > 0n;
};

/** An answer under a key that is no longer held says nothing: the check is asked again. */
export const askUnderNewKey = async (unit: Unit, check: string): Promise<void> => {
  await sql`update matching_check set state = 'waiting', evaluated = null, proofs = null
    where id = ${check} and state = 'answered'`.execute(tables(unit));
  await forgetSecrets(unit, check);
};

/** Standing watches that a later version of the partner's set has not been looked up in. */
export const watchesBehind = async (
  unit: Unit,
  of: {
    readonly agreement: AgreementId;
    readonly partner: PartyId;
    readonly version: number;
    readonly publicKey: Uint8Array;
    readonly limit: number;
  },
  today: Day,
): Promise<readonly StoredCheck[]> => {
  const { rows } = await sql<StoredCheck>`select ${columns} from matching_check
    where agreement = ${of.agreement} and partner = ${of.partner} and state = 'done' and until >= ${today}
      and (version is distinct from ${of.version} or public_key is distinct from ${Buffer.from(of.publicKey)})
    order by asked_at limit ${of.limit}`.execute(tables(unit));
  return rows;
};

export const askAgain = async (unit: Unit, check: string): Promise<void> => {
  await sql`update matching_check set state = 'waiting' where id = ${check} and state = 'done'`.execute(
    tables(unit),
  );
};

/** Notes what a standing watch found in a later version. */
export const markLookedUp = async (
  unit: Unit,
  check: string,
  found: { readonly places: readonly number[]; readonly version: number },
): Promise<void> => {
  await sql`update matching_query set hit = true where check_id = ${check}
    and place = any (${[...found.places]}::integer[])`.execute(tables(unit));
  await sql`update matching_check set version = ${found.version} where id = ${check}`.execute(tables(unit));
};

export const forgetChecks = async (unit: Unit, today: Day): Promise<void> => {
  await sql`delete from matching_check where erase_on <= ${today}`.execute(tables(unit));
};
