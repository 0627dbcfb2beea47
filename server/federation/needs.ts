/** What the federation's parts are given by name: the world, so that a simulation can be another one. */
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Readable } from 'node:stream';
import type { JsonObject } from '../kernel/canonical.ts';
import type { SystemActor } from '../kernel/decision.ts';
import type { EnvelopeId, PartyId } from '../kernel/ids.ts';
import type { Released } from '../kernel/released.ts';
import type { Clock, Instant } from '../kernel/time.ts';
import type { Database, Unit } from '../plumbing/database/index.ts';
import type { Journal, NewEntry } from '../plumbing/journal/index.ts';
import type { Keys } from '../plumbing/keys/index.ts';
import type { Live } from '../plumbing/live/index.ts';
import type { LinkState } from './link.ts';

/** Structured lines for the operator; pino's shape. */
export interface Log {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

export interface Timers {
  /** Calls `run` once after `ms`, unless the returned function is called before. */
  after(ms: number, run: () => void): () => void;
  /** From 0 up to, not including, 1: spreads attempts. */
  random(): number;
}

export const systemTimers: Timers = {
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  random: Math.random,
};

/** This process among those of the node, as it signs its turn to send. */
export interface Presence {
  readonly name: string;
  /** True when the process of that name is known to be dead; false when it may live. */
  isGone(name: string): boolean;
}

const hasDied = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
};

/**
 * A presence named `host/process id/start`. Of a process on another host nothing is known. One of this host
 * and of our own process id is our predecessor: containers give each start the same id.
 */
export const openPresence = (host: string = hostname()): Presence => {
  const own = `${host}/${process.pid}/`;
  return {
    name: `${own}${randomUUID()}`,
    isGone: (name) => {
      const [otherHost, pid] = name.split('/');
      return otherHost === host && (name.startsWith(own) || hasDied(Number(pid)));
    },
  };
};

export interface Answer {
  /** HTTP status. */
  readonly status: number;
  readonly text: string;
}

/** Where a peer listens, and the one certificate (PEM) that it may show there. */
export interface Peer {
  readonly address: string;
  readonly tlsCertificate: string;
}

/** The way to other nodes. Each call throws when there is no answer. */
export interface Transport {
  /**
   * The descriptor at an address that is not yet known, and the certificate (SHA-256) that was shown there.
   */
  describe(address: string): Promise<{ readonly text: string; readonly certificate: string }>;
  post(peer: Peer, path: string, text: string): Promise<Answer>;
  close(): Promise<void>;
}

/**
 * A request as it arrives, with the certificate (SHA-256, hexadecimal) of the connection, if it showed one.
 */
export interface Arrival {
  readonly method: string;
  readonly path: string;
  readonly certificate: string | null;
  readonly text: string;
}

/** That a link came into another state. */
export interface LinkChange {
  readonly party: PartyId;
  readonly state: LinkState;
  /** Null for a link that is new. */
  readonly previous: LinkState | null;
}
/** Runs in the transaction of the change. */
export type LinkHook = (unit: Unit, change: LinkChange) => Promise<void>;

/** What a handler gets; the sender is the one who signed. Times are RFC 3339 in UTC. */
export interface Message {
  readonly from: PartyId;
  readonly envelope: EnvelopeId;
  /** By the sender's clock. */
  readonly sentAt: Instant;
  readonly receivedAt: Instant;
  readonly body: JsonObject;
  /** Journals what the handler did, as the partner's act, when the whole batch is journalled. */
  note(entry: Pick<NewEntry, 'verb' | 'subject' | 'rule' | 'details'>): void;
}
/**
 * Runs in the transaction that receives; a Fault refuses the message, anything else keeps it with its sender.
 */
export type MessageHandler = (unit: Unit, message: Message) => Promise<void>;

/** Bytes that a capability lets one partner have. */
export interface BytesOffer {
  readonly hash: string;
  /** How many there are in all. */
  readonly bytes: number;
  /** Opens them from this byte on. */
  read(from: number): Readable;
}

/** What a partner asks for: the bytes of this hash, from this byte on. */
export interface BytesRequest {
  readonly party: PartyId;
  readonly hash: string;
  readonly from: number;
}

/**
 * Decides, and journals the disclosure, in a transaction of its own; null where the party may not have them,
 * for whatever reason; `not-yet` where he may, and they are still on their way here. Federation knows nothing
 * of what they are.
 */
export type BytesHandler = (request: BytesRequest) => Promise<Released<BytesOffer> | 'not-yet' | null>;

/** What a partner answered who was asked for bytes. */
export type BytesAnswer =
  | {
      readonly kind: 'bytes';
      readonly from: number;
      readonly total: number;
      /** To be read to its end, or destroyed. It errors where the connection breaks. */
      readonly stream: Readable;
    }
  /** 403: he does not give them, or does not know of attachments; 503: later; anything else is a fault. */
  | { readonly kind: 'refused'; readonly status: number };

/** What became of a message that was sent; the receipt was verified. */
export interface ReceiptNews {
  readonly to: PartyId;
  readonly envelope: EnvelopeId;
  readonly receivedAt: Instant;
  readonly outcome: 'accepted' | 'refused';
  readonly fault: string | null;
  /** Where its content was taken back: what it carried, and whether that got through before. */
  readonly withdrawn: { readonly about: string; readonly hadArrived: boolean } | null;
}
/** Runs in the transaction that settles the delivery. */
export type ReceiptHandler = (unit: Unit, receipt: ReceiptNews) => Promise<void>;

/** What most parts need. */
export interface House {
  readonly party: PartyId;
  /** The federation itself, as it acts and is journalled. */
  readonly actor: SystemActor;
  readonly database: Database;
  readonly journal: Journal;
  readonly keys: Pick<Keys, 'publicKey' | 'tls' | 'sign' | 'prepareNext' | 'adoptNext'>;
  readonly live: Pick<Live, 'announce'>;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Log;
}
