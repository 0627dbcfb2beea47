/** The only door out: links between nodes, what is sent and received on them, and the receipts. */
import './faults.ts';

export { createFederation, type Federation, type FederationNeeds, type LinkView } from './federation.ts';
export type { Fingerprint } from './fingerprint-words.ts';
export { federationLimits } from './limits.ts';
export type { LinkState } from './link.ts';
export { type Descriptor, type Envelope, type Receipt, wireSchemas } from './messages.ts';
export type {
  BytesAnswer,
  BytesHandler,
  BytesOffer,
  BytesRequest,
  LinkChange,
  LinkHook,
  Log,
  Message,
  MessageHandler,
  ReceiptHandler,
  ReceiptNews,
} from './needs.ts';
export { openPresence, type Presence } from './needs.ts';
export type { Outgoing } from './outbox.ts';
export type { Delivery } from './outbox-store.ts';
