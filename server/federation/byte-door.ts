/**
 * The door for bytes: a partner of an active link asks for a content by its hash, from any byte on, and gets
 * it where a capability released it to him. All else gets the answer of every closed door. Streamed, never
 * whole in memory, and so many at once as `limits.ts` says.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { assert, Fault } from '../kernel/faults.ts';
import type { PartyId } from '../kernel/ids.ts';
import { DoorRefusal, type Refusals } from './door-refusal.ts';
import { findPartner } from './inbox-store.ts';
import { federationLimits, paths } from './limits.ts';
import type { BytesHandler, BytesOffer, House } from './needs.ts';

export interface ByteDoor {
  onBytes(handle: BytesHandler): void;
  isFor(path: string): boolean;
  /** Answers in full, or breaks the connection. Never throws. */
  answer(request: IncomingMessage, response: ServerResponse, asked: Asked): Promise<void>;
  /** Breaks off what is under way: whoever fetches goes on from there later. */
  breakOff(): void;
}

interface Asked {
  readonly path: string;
  /** SHA-256 of the client's certificate. */
  readonly certificate: string | null;
}

class NotNow extends Error {}

const hashPattern = /^[0-9a-f]{64}$/;
const rangePattern = /^bytes=(\d{1,15})-$/;

/** The first byte wanted; null for a range of another shape. */
const firstByte = (range: string | undefined): number | null => {
  if (range === undefined) return 0;
  const from = rangePattern.exec(range)?.[1];
  return from === undefined ? null : Number(from);
};

const refuse = (response: ServerResponse, code: 'federation/refused' | 'federation/not-now'): void => {
  if (response.headersSent) return void response.destroy();
  const text = JSON.stringify({ fault: { code } });
  response.writeHead(new Fault(code).entry.status, {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(text)),
    'cache-control': 'no-store',
  });
  response.end(text);
};

/** How many streams a party has, and how often he asked within this minute. */
const createTurnstile = (house: House) => {
  const open = new Map<PartyId, number>();
  let asked = new Map<PartyId, number>();
  let minute = '';
  const total = (): number => [...open.values()].reduce((sum, count) => sum + count, 0);
  return {
    enter: (party: PartyId): (() => void) => {
      const now = house.clock.now().slice(0, 'yyyy-mm-ddThh:mm'.length);
      if (now !== minute) asked = new Map();
      minute = now;
      const [count, times] = [open.get(party) ?? 0, (asked.get(party) ?? 0) + 1];
      const isFull = count >= federationLimits.byteStreamsOfOne || total() >= federationLimits.byteStreams;
      if (isFull || times > federationLimits.byteRequestsPerMinute) throw new NotNow('too many at once');
      asked.set(party, times);
      open.set(party, count + 1);
      return () => void open.set(party, (open.get(party) ?? 1) - 1);
    },
  };
};

const pour = async (response: ServerResponse, offer: BytesOffer, from: number): Promise<void> => {
  if (from > 0 && from >= offer.bytes) {
    response.writeHead(416, { 'content-range': `bytes */${offer.bytes}`, 'content-length': '0' });
    response.end();
    return;
  }
  response.writeHead(from > 0 ? 206 : 200, {
    'content-type': 'application/octet-stream',
    'content-length': String(offer.bytes - from),
    'accept-ranges': 'bytes',
    'cache-control': 'no-store',
    ...(from > 0 ? { 'content-range': `bytes ${from}-${offer.bytes - 1}/${offer.bytes}` } : {}),
  });
  if (offer.bytes === 0) return void response.end();
  await pipeline(offer.read(from), response);
};

/** Opens the door of a node. */
export const createByteDoor = (needs: { house: House; refusals: Refusals }): ByteDoor => {
  const { house, refusals } = needs;
  const turnstile = createTurnstile(house);
  const streams = new Set<ServerResponse>();
  const handlers: BytesHandler[] = [];

  const partyOf = async (certificate: string | null): Promise<PartyId> => {
    if (certificate === null) throw new DoorRefusal('no-certificate');
    const partner = await house.database.transact(house.actor, (unit) => findPartner(unit, certificate));
    if (partner === null) throw new DoorRefusal('unknown-certificate');
    if (partner.state !== 'active') throw new DoorRefusal('link-not-active', partner.party);
    return partner.party;
  };

  /** What the first of them answers that gives these bytes, now or later. */
  const decide: BytesHandler = async (asked) => {
    for (const handle of handlers) {
      const released = await handle(asked);
      if (released !== null) return released;
    }
    return null;
  };

  const open = async (request: IncomingMessage, response: ServerResponse, asked: Asked): Promise<void> => {
    const party = await partyOf(asked.certificate);
    const hash = asked.path.slice(paths.attachments.length + 1);
    const from = firstByte(request.headers.range);
    if (request.method !== 'GET' || !hashPattern.test(hash) || from === null)
      throw new DoorRefusal('malformed-bytes-request', party);
    const leave = turnstile.enter(party);
    streams.add(response);
    try {
      const released = await decide({ party, hash, from });
      if (released === 'not-yet') throw new NotNow('the bytes are not here yet');
      if (released === null) throw new DoorRefusal('bytes-not-released', party);
      assert(released.recipient === party && released.content.hash === hash, 'bytes released for another');
      await pour(response, released.content, from);
    } finally {
      streams.delete(response);
      leave();
    }
  };

  return {
    onBytes: (handle) => void handlers.push(handle),
    isFor: (path) => path.startsWith(`${paths.attachments}/`),
    answer: async (request, response, asked) => {
      try {
        await open(request, response, asked);
      } catch (error) {
        if (error instanceof DoorRefusal) {
          await refusals.record(error, asked.certificate).catch((failure: unknown) => {
            house.log.error({ failure }, 'a refusal could not be journalled');
          });
          return refuse(response, 'federation/refused');
        }
        // A receiver that went away goes on later: nothing to report.
        if (!(error instanceof NotNow) && !response.headersSent)
          house.log.error({ error }, 'bytes could not be given');
        refuse(response, 'federation/not-now');
      }
    },
    breakOff: () => {
      for (const response of streams) response.destroy();
    },
  };
};
