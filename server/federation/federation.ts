/** The federation put together: the only door out of a node, and the only one in from another. */
import type { SystemActor } from '../kernel/decision.ts';
import { assert } from '../kernel/faults.ts';
import { type EnvelopeId, type PartyId, readId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';
import type { Unit } from '../plumbing/database/index.ts';
import { verifySignature } from '../plumbing/keys/index.ts';
import { createByteClient } from './byte-client.ts';
import { type ByteDoor, createByteDoor } from './byte-door.ts';
import { createDeliveries } from './deliveries.ts';
import { fingerprintOf } from './descriptor.ts';
import { createDispatcher } from './dispatcher.ts';
import { createDoor, type Door } from './door.ts';
import { createRefusals } from './door-refusal.ts';
import type { Fingerprint } from './fingerprint-words.ts';
import { createInbox } from './inbox.ts';
import { isPartnerCertificate } from './inbox-store.ts';
import { paths } from './limits.ts';
import type { LinkState } from './link.ts';
import { createLinkClient } from './link-client.ts';
import { readCurrentLink, readCurrentLinks, readKeys, readQueues, readStates } from './link-store.ts';
import { type Listener, startListener } from './listener.ts';
import type { Descriptor } from './messages.ts';
import {
  type BytesAnswer,
  type BytesHandler,
  type House,
  type LinkHook,
  type MessageHandler,
  openPresence,
  type Presence,
  type ReceiptHandler,
  systemTimers,
  type Timers,
  type Transport,
} from './needs.ts';
import { createNotices } from './notices.ts';
import { createSend, createWithdraw, type Send, type Withdraw } from './outbox.ts';
import { type Delivery, readDeliveries } from './outbox-store.ts';
import { createPairing } from './pairing.ts';
import { openSelf, type SelfFacts } from './self.ts';

/** A link as its overseers see it; others see none. */
export interface LinkView {
  readonly party: PartyId;
  readonly name: Descriptor['name'];
  readonly country: string;
  readonly address: string;
  readonly state: LinkState;
  readonly since: Instant;
  /** The words of the partner's key, to be compared with those that he reads out. */
  readonly fingerprint: Fingerprint;
  readonly queue: {
    readonly waiting: number;
    readonly lastDeliveredAt: Instant | null;
    /** Messages of the partner's that this node refused. */
    readonly refused: number;
  };
}

/** The only door out of a node, and the only one in from another. Faults: each verb names its own. */
export interface Federation {
  /**
   * Queues in the caller's transaction. Faults: `federation/link-inactive`, `federation/too-large`. Where a
   * verb sends, it locks its own rows first: from here on the transaction holds the journal's turn.
   */
  readonly send: Send;
  /** Takes erased content out of what waits. Call it last, as `send`: it takes the journal's turn. */
  readonly withdraw: Withdraw;
  /** Names who handles messages of a kind. Before `start`. */
  onMessage(kind: string, handle: MessageHandler): void;
  /** Names who hears of the receipts of a kind. Before `start`. */
  onReceipt(kind: string, handle: ReceiptHandler): void;
  onLinkChange(hook: LinkHook): void;
  /** Names one who decides which partner may have which bytes; the first who gives them. Before `start`. */
  onBytes(handle: BytesHandler): void;
  /**
   * Asks a partner for the bytes of this hash, from this byte on. Waits for the network: never call it in a
   * transaction. Faults: `federation/link-inactive`. Throws where he does not answer.
   */
  fetchBytes(party: PartyId, hash: string, from: number): Promise<BytesAnswer>;
  /** Where partners fetch the bytes of this hash from this node: a URL. */
  bytesAddress(hash: string): string;
  deliveries(unit: Unit, envelopes: readonly EnvelopeId[]): Promise<readonly Delivery[]>;
  identity(): {
    readonly party: PartyId;
    readonly address: string;
    readonly descriptor: Descriptor;
    readonly fingerprint: Fingerprint;
  };
  /** The current link with each party, for its overseers. */
  links(unit: Unit): Promise<readonly LinkView[]>;
  /** State of the link with one party, for any reader; null where there never was one. */
  linkState(unit: Unit, party: PartyId): Promise<LinkState | null>;
  /** How this service, and those that it has links with, are called; for any reader. */
  names(unit: Unit): Promise<readonly Pick<LinkView, 'party' | 'name' | 'country'>[]>;
  linkStates(
    unit: Unit,
  ): Promise<readonly { readonly party: PartyId; readonly state: LinkState; readonly since: Instant }[]>;
  /** True when a key that the party has, or had on the current link, signed the text. For any reader. */
  isSignedBy(unit: Unit, party: PartyId, text: string, signature: string): Promise<boolean>;
  /**
   * Reads and verifies the descriptor at an address. Waits for the network: never call it in a transaction.
   * Faults: `federation/address-invalid`, `federation/unreachable`, `federation/descriptor-invalid`.
   */
  inspect(address: string): Promise<Descriptor>;
  /** Proposes a link with the node that `inspect` found; returns whose it is. `federation/link-exists`. */
  propose(unit: Unit, found: Descriptor): Promise<PartyId>;
  accept(unit: Unit, party: PartyId): Promise<void>;
  suspend(unit: Unit, party: PartyId): Promise<void>;
  resume(unit: Unit, party: PartyId): Promise<void>;
  end(unit: Unit, party: PartyId): Promise<void>;
  /** Hands over to a new identity key. One process of the node may be running. */
  rotateKey(): Promise<void>;
  start(): Promise<{ readonly port: number }>;
  /** Finishes what is in flight. */
  stop(): Promise<void>;
}

/** What a node's federation is given by name. */
export interface FederationNeeds extends Omit<House, 'party' | 'actor' | 'timers'> {
  readonly self: { readonly party: PartyId } & Omit<SelfFacts, 'address'>;
  /** Where partners reach this node: `https://host:port`. */
  readonly address: string;
  readonly listen: { readonly host: string; readonly port: number };
  /** Other than the system's in simulations. */
  readonly timers?: Timers;
  readonly transport?: Transport;
  readonly presence?: Presence;
}

export const wakeChannel = 'tansiq_federation';

const viewLinks = async (unit: Unit): Promise<readonly LinkView[]> => {
  const [links, queues] = [await readCurrentLinks(unit), await readQueues(unit)];
  return links.map((link) => {
    const { name, country, address, identityKey } = link.descriptor;
    const { party, state, since } = link;
    const queue = queues.get(link.link) ?? { waiting: 0, lastDeliveredAt: null, refused: 0 };
    return { party, name, country, address, state, since, fingerprint: fingerprintOf(identityKey), queue };
  });
};

/** Registers a handler once per kind. */
const register = <Handler>(handlers: Map<string, Handler>, kind: string, handler: Handler): void => {
  assert(!handlers.has(kind), `messages of kind ${kind} have two handlers`);
  handlers.set(kind, handler);
};

/** The parts, joined. */
const joinParts = async (needs: FederationNeeds) => {
  const { self, address, timers = systemTimers, presence = openPresence() } = needs;
  const actor: SystemActor = { kind: 'system', name: 'federation', party: self.party };
  const house: House = { ...needs, party: self.party, actor, timers };
  const transport = needs.transport ?? createLinkClient({ tls: needs.keys.tls });
  const messages = new Map<string, MessageHandler>();
  const receipts = new Map<string, ReceiptHandler>();
  const hooks = new Set<LinkHook>();
  const own = await openSelf(house, { ...self, address });
  const { descriptor } = own;
  const refusals = createRefusals(house);
  const afterChange = (party: PartyId): void => dispatcher.contact(party);
  const notices = createNotices({ house, descriptor, hooks, afterChange });
  const deliveries = createDeliveries({ house, handlers: receipts });
  const joined = { house, transport, presence };
  const dispatcher = createDispatcher({ ...joined, notices, deliveries, refusals, descriptor });
  const pairing = createPairing({ house, notices, transport });
  const inbox = createInbox({ house, handlers: messages, onContact: dispatcher.contact });
  const door = createDoor({ house, inbox, notices, refusals, descriptor });
  const byteDoor = createByteDoor({ house, refusals });
  const byteClient = createByteClient({ house });
  return {
    house,
    transport,
    messages,
    receipts,
    hooks,
    own,
    dispatcher,
    pairing,
    door,
    byteDoor,
    byteClient,
  };
};
type Parts = Awaited<ReturnType<typeof joinParts>>;

/** All that does not listen or send by itself. */
const offer = (needs: FederationNeeds, parts: Parts): Omit<Federation, 'start' | 'stop'> => {
  const { house, messages, receipts, hooks, own, dispatcher, pairing, byteDoor, byteClient } = parts;
  const { party } = needs.self;
  return {
    send: createSend(house, dispatcher.wake),
    withdraw: createWithdraw(house, own.descriptor),
    onMessage: (kind, handle) => register(messages, kind, handle),
    onReceipt: (kind, handle) => register(receipts, kind, handle),
    onLinkChange: (hook) => void hooks.add(hook),
    onBytes: byteDoor.onBytes,
    fetchBytes: byteClient.fetch,
    bytesAddress: (hash) => new URL(`${paths.attachments}/${hash}`, own.descriptor().address).href,
    deliveries: readDeliveries,
    identity: () => {
      const descriptor = own.descriptor();
      const { address, identityKey } = descriptor;
      return { party, address, descriptor, fingerprint: fingerprintOf(identityKey) };
    },
    links: viewLinks,
    linkState: async (unit, of) => (await readStates(unit, of))[0]?.state ?? null,
    names: async (unit) => {
      const links = await unit.asHouse('federation', readCurrentLinks);
      const descriptors = [own.descriptor(), ...links.map(({ descriptor }) => descriptor)];
      return descriptors.map(({ party, name, country }) => ({ party, name, country }));
    },
    linkStates: (unit) => readStates(unit, null),
    isSignedBy: (unit, party, text, signature) =>
      unit.asHouse('federation', async (house) => {
        const link = await readCurrentLink(house, party);
        const keys = link === null ? [] : await readKeys(house, link.link);
        return keys.some(({ publicKey }) => verifySignature(publicKey, text, signature));
      }),
    inspect: pairing.inspect,
    propose: pairing.propose,
    accept: (unit, of) => pairing.act(unit, of, 'accept'),
    suspend: (unit, of) => pairing.act(unit, of, 'suspend'),
    resume: (unit, of) => pairing.act(unit, of, 'resume'),
    end: (unit, of) => pairing.act(unit, of, 'end'),
    rotateKey: async () => {
      await own.rotateKey();
      await dispatcher.lookAgain();
    },
  };
};

/** A federation without a port: `door` is what a listener, or a simulated network, brings arrivals to. */
export interface Assembly extends Omit<Federation, 'start' | 'stop'> {
  readonly door: Door;
  readonly byteDoor: ByteDoor;
  begin(): Promise<void>;
  finish(): Promise<void>;
}

/** Joins the parts. Faults: `federation/key-changed`. */
export const assembleFederation = async (needs: FederationNeeds): Promise<Assembly> => {
  const parts = await joinParts(needs);
  const { house, dispatcher, transport, door, byteDoor, byteClient } = parts;
  const lookAgain = (): void => {
    dispatcher.lookAgain().catch((error: unknown) => house.log.error({ error }, 'could not look again'));
  };
  const hear = (payload: string): void => {
    const party = readId('party', payload);
    if (party === null) lookAgain();
    else dispatcher.wake(party);
  };
  let leave = async (): Promise<void> => undefined;
  return {
    ...offer(needs, parts),
    door,
    byteDoor,
    begin: async () => {
      leave = await house.database.listen(wakeChannel, hear);
      await dispatcher.lookAgain();
    },
    finish: async () => {
      await leave();
      await dispatcher.stop();
      await transport.close();
      byteClient.close();
    },
  };
};

/** Opens the federation of one node. Faults: `federation/key-changed`. */
export const createFederation = async (needs: FederationNeeds): Promise<Federation> => {
  const { door, byteDoor, begin, finish, ...parts } = await assembleFederation(needs);
  const actor: SystemActor = { kind: 'system', name: 'federation', party: needs.self.party };
  let listener: Listener | null = null;
  return {
    ...parts,
    start: async () => {
      const isPartner = (certificate: string): Promise<boolean> =>
        needs.database.transact(actor, (unit) => isPartnerCertificate(unit, certificate));
      listener = await startListener({ ...needs.listen, tls: needs.keys.tls, door, byteDoor, isPartner });
      await begin();
      return { port: listener.port };
    },
    stop: async () => {
      await listener?.stop();
      await finish();
    },
  };
};
