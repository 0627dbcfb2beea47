/** The board of the deployment manager: what waits for him today, and how far each specialty is filled. */
import Type, { type Static } from 'typebox';
import {
  daySchema,
  instantSchema,
  nullable,
  oneOf,
  partyIdSchema,
  wordsSchema,
} from '../../../kernel/schemas.ts';
import { specialties } from '../../../plumbing/specialties/index.ts';
import { uuid } from './contract.ts';

/** What a row of the board waits for; each leads to the act that mends it. */
export const boardParts = [
  'arriving',
  'to-vet',
  'to-accredit',
  'papers-missing',
  'expiring',
  'unpaired',
  'no-briefing',
  'idle',
] as const;
export type BoardPart = (typeof boardParts)[number];

export const boardLimits = {
  /** Rows shown of each part. */
  rows: 50,
  /** Days ahead in which a paper or a badge that runs out is shown. */
  expiringDays: 14,
  /** Days back of which costs are summed. */
  costDays: 120,
} as const;

const boardRow = Type.Object({
  id: uuid,
  party: partyIdSchema,
  nameLatin: Type.String(),
  nameArabic: Type.String(),
  rank: Type.String(),
  specialty: oneOf(specialties),
  languages: Type.Array(Type.String()),
  /** Of what runs out: its day. */
  day: nullable(daySchema),
});
export type BoardRow = Static<typeof boardRow>;

export const boardSchema = Type.Object({
  at: instantSchema,
  parts: Type.Array(
    Type.Object({ part: oneOf(boardParts), count: Type.Integer(), rows: Type.Array(boardRow) }),
  ),
  fill: Type.Array(
    Type.Object({
      specialty: oneOf(specialties),
      /** Asked for in all; null where it is a partner's line. */
      asked: nullable(Type.Integer()),
      party: nullable(partyIdSchema),
      accepted: Type.Integer(),
      named: Type.Integer(),
      arrived: Type.Integer(),
    }),
  ),
  costs: Type.Array(
    Type.Object({
      party: partyIdSchema,
      bearer: Type.String(),
      currency: Type.String(),
      amount: Type.String(),
    }),
  ),
});
/** The board as a reader sees it. */
export type Board = Static<typeof boardSchema>;

/** What a phone keeps to check badges without a network. */
export const badgeKeysSchema = Type.Object({
  party: partyIdSchema,
  name: wordsSchema,
  /** The key that it signs with now. */
  publicKeys: Type.Array(Type.String()),
  /** This key and those before it, each with its time: a badge outlives the key that signed it. */
  keys: Type.Array(
    Type.Object({
      publicKey: Type.String(),
      from: nullable(instantSchema),
      until: nullable(instantSchema),
    }),
  ),
  /** The list of revoked badges, signed. */
  revoked: Type.String(),
  madeAt: instantSchema,
});
export type BadgeKeyFile = Static<typeof badgeKeysSchema>;
