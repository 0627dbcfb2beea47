/** Every limit of the federation, named. Milliseconds and bytes where the name says so. */
import { dayMs } from '../kernel/time.ts';

/** The limits; milliseconds and bytes where the name says so. */
export const federationLimits = {
  /** Envelopes in one POST. */
  batchEnvelopes: 256,
  /** Bytes of bodies in one POST; a single larger envelope travels alone. */
  batchBytes: 4_194_304,
  /** Bytes of one body in canonical form. */
  bodyBytes: 16_777_216,
  /** Bytes of a POST by a known peer: the largest body and what surrounds it. */
  knownRequestBytes: 25_165_824,
  /** Bytes of a POST by anyone else, and of a descriptor or an answer to it. */
  strangerRequestBytes: 65_536,
  /** Connections open at once on the federation port. */
  connections: 512,
  /** First wait after a failed attempt; doubled each time, with jitter. */
  retryFirstMs: 100,
  /** Longest wait between attempts. */
  retryMostMs: 5_000,
  /** How long one process keeps the turn to send on a link without renewing it. */
  turnMs: 3_000,
  connectMs: 5_000,
  requestMs: 30_000,
  /** A sender's clock further from ours is recorded with the message. */
  clockSkewMs: 300_000,
  /** How long envelopes under a handed-over key are still taken: those that were on their way. */
  formerKeyMs: 60_000,
  /** Hand-overs that a descriptor may carry: a partner that was away longer pairs anew. */
  previousKeys: 50,
  /** Offers of strangers that wait for an answer at once. */
  unansweredOffers: 20,
  /** An offer that nobody answered makes room after this. */
  offerLifetimeMs: 7 * dayMs,
  /** How long a node goes on telling a silent partner that their link has ended. */
  endNoticeMs: 30 * dayMs,
  /** How far a partner's count of pairings may run ahead of ours, when one of us lost its data. */
  pairingJump: 1_000,
  /** Attachments that one partner may fetch at once, and all together; more are told to come again. */
  byteStreamsOfOne: 4,
  byteStreams: 16,
  /** Requests for bytes that one partner may make in a minute: each is a journal entry. */
  byteRequestsPerMinute: 240,
  /** Silence after which a stream of bytes counts as broken off. */
  byteSilenceMs: 20_000,
  /** Requests refused at the door that are journalled one by one within a minute; more are counted. */
  journalledRefusalsPerMinute: 60,
} as const;

export const protocolName = 'tansiq/1' as const;

/** The kind of an envelope whose content was erased before it left: its body is the sender's identity. */
export const withdrawnKind = 'federation.withdrawn';

export const paths = {
  descriptor: '/federation/descriptor',
  link: '/federation/link',
  envelopes: '/federation/envelopes',
  attachments: '/federation/attachments',
} as const;
