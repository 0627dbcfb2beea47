/** Whether a badge holds, by the keys of its service and a list that was carried along. Pure. */
import Type from 'typebox';
import Value from 'typebox/value';
import { instantSchema, nullable } from '../../../kernel/schemas.ts';
import { type Day, dayOf, type Instant } from '../../../kernel/time.ts';
import { type BadgeStatement, openCode, type RevocationList, readList, readStatement } from './badge-code.ts';

/** How a check came out. */
export const badgeVerdicts = [
  'valid',
  'unreadable',
  'forged',
  'former-key',
  'other-service',
  'not-yet',
  'expired',
  'revoked',
] as const;
export type BadgeVerdict = (typeof badgeVerdicts)[number];
/** How a check of a badge came out, and what it states where its signature holds. */
export interface BadgeCheck {
  readonly verdict: BadgeVerdict;
  /** Null unless the signature holds. */
  readonly statement: BadgeStatement | null;
}

/** A key with the time in which the service signed with it; null where it is not known, or not over. */
export interface BadgeKey {
  readonly publicKey: string;
  readonly from: Instant | null;
  readonly until: Instant | null;
}
/** A service whose badges are known: its keys, the present one first. */
export interface BadgeKeys {
  readonly party: string;
  readonly keys: readonly BadgeKey[];
}

const keySchema = Type.Object({
  publicKey: Type.String(),
  from: nullable(instantSchema),
  until: nullable(instantSchema),
});
const fileSchema = Type.Object({ party: Type.String(), keys: Type.Array(keySchema, { minItems: 1 }) });
/** As it was saved before keys had their times: it holds the key of that day alone. */
const untimedSchema = Type.Object({
  party: Type.String(),
  publicKeys: Type.Array(Type.String(), { minItems: 1 }),
});

/** The keys in a file as the node gives it; null where there are none. */
export const readBadgeKeys = (file: unknown): BadgeKeys | null => {
  if (Value.Check(fileSchema, file)) return { party: file.party, keys: file.keys };
  if (!Value.Check(untimedSchema, file)) return null;
  const keys = file.publicKeys.map((publicKey) => ({ publicKey, from: null, until: null }));
  return { party: file.party, keys };
};

/** Checks one signature; in a browser it is WebCrypto's. */
export type CheckSignature = (publicKey: string, text: string, signature: string) => Promise<boolean>;
/** The first eight bytes of a SHA-256, base64url. */
export type ShortHash = (text: string) => Promise<string>;

const signerOf = async (
  { signed, signature }: { readonly signed: string; readonly signature: string },
  { keys }: BadgeKeys,
  check: CheckSignature,
): Promise<BadgeKey | null> => {
  for (const key of keys) if (await check(key.publicKey, signed, signature)) return key;
  return null;
};

/** Whether the service signed with this key on this day. */
const wasInForce = ({ from, until }: BadgeKey, day: Day): boolean =>
  (from === null || day >= dayOf(from)) && (until === null || day <= dayOf(until));

/** Reads a list that was carried along; null unless this service signed it, with its key of that day. */
export const openRevocations = async (
  code: string,
  keys: BadgeKeys,
  check: CheckSignature,
): Promise<RevocationList | null> => {
  const parts = openCode('revoked', code);
  const list = parts === null ? null : readList(parts.content);
  if (parts === null || list === null || list.p !== keys.party) return null;
  const signer = await signerOf(parts, keys, check);
  return signer !== null && wasInForce(signer, dayOf(list.t)) ? list : null;
};

interface Asked {
  readonly keys: BadgeKeys;
  readonly today: Day;
  readonly revoked: RevocationList | null;
  readonly check: CheckSignature;
  readonly hash: ShortHash;
}

/** Whether what a former key signed still stands: by its day, and by the list where there is one. */
const isFormerSound = async (
  signer: BadgeKey,
  { signed, day }: { readonly signed: string; readonly day: Day },
  { revoked, hash }: Asked,
): Promise<boolean> => {
  if (!wasInForce(signer, day)) return false;
  if (signer.until === null || revoked?.o === undefined) return true;
  return revoked.o.includes(await hash(signed));
};

/** Checks a badge against a service's keys, a day, and a list of what was revoked. */
export const checkBadge = async (code: string, about: Asked): Promise<BadgeCheck> => {
  const parts = openCode('badge', code);
  const statement = parts === null ? null : readStatement(parts.content);
  if (parts === null || statement === null) return { verdict: 'unreadable', statement: null };
  // Another service's badge may be quite in order; these keys cannot tell.
  if (statement.p !== about.keys.party) return { verdict: 'other-service', statement: null };
  const signer = await signerOf(parts, about.keys, about.check);
  if (signer === null) return { verdict: 'forged', statement: null };
  if (about.revoked?.h.includes(await about.hash(statement.b))) return { verdict: 'revoked', statement };
  if (!(await isFormerSound(signer, { signed: parts.signed, day: statement.f }, about)))
    return { verdict: 'former-key', statement: null };
  if (about.today < statement.f) return { verdict: 'not-yet', statement };
  return { verdict: about.today > statement.u ? 'expired' : 'valid', statement };
};
