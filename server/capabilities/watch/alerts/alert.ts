/** The alert itself: its times, its escalation, and how it travels. Pure. */
import { nameBasedUuid } from '../../../kernel/canonical.ts';
import type { Language } from '../../../kernel/faults.ts';
import {
  type AgreementId,
  type AlertId,
  type CircleId,
  type DeskId,
  type ItemId,
  type PartyId,
  type PersonId,
  readId,
} from '../../../kernel/ids.ts';
import type { Marking } from '../../../kernel/marking.ts';
import { between, type Instant, later } from '../../../kernel/time.ts';
import {
  type AcknowledgementMessage,
  type AlertMessage,
  extensionIds,
} from '../../../plumbing/stix/index.ts';
import { type Alert, alertLimits } from './contract.ts';

export interface StoredAlert {
  readonly id: AlertId;
  readonly holder: PartyId;
  readonly originator: PartyId;
  readonly state: Alert['state'];
  readonly urgency: Alert['urgency'];
  readonly severity: Alert['severity'];
  readonly certainty: Alert['certainty'];
  readonly language: Language;
  readonly headline: string;
  readonly description: string;
  readonly area: string | null;
  readonly marking: Marking;
  readonly agreement: AgreementId;
  readonly circle: CircleId | null;
  readonly author: PersonId | null;
  readonly desk: DeskId | null;
  readonly acknowledgeMs: number;
  readonly createdAt: Instant;
  readonly sentAt: Instant | null;
  readonly sentBy: string | null;
  readonly receivedAt: Instant | null;
  readonly acknowledgeBy: Instant | null;
  readonly expiresAt: Instant;
  /** The alert that this one updates, and why. */
  readonly replaces: AlertId | null;
  readonly reason: string | null;
  /** Items that bring the files of the entry that it was made of. */
  readonly items: readonly ItemId[];
  readonly ended: Ending | null;
}

/** How an alert ended before its time: called off, or another one took its place. */
export interface Ending {
  readonly at: Instant;
  readonly how: 'cancelled' | 'updated';
  readonly reason: string | null;
  readonly replacedBy: AlertId | null;
}

export interface Country {
  readonly party: PartyId;
  readonly acknowledgedAt: Instant | null;
  readonly role: string | null;
  readonly contact: string | null;
  readonly level: number;
}

export const highestLevel = 2;

/** How far it is to be escalated while nobody acknowledges: the desk at its time, the head at twice. */
export const levelDue = (
  alert: Pick<StoredAlert, 'acknowledgeBy' | 'acknowledgeMs'>,
  now: Instant,
): number => {
  if (alert.acknowledgeBy === null || now < alert.acknowledgeBy) return 0;
  return now < later(alert.acknowledgeBy, alert.acknowledgeMs) ? 1 : highestLevel;
};

export const isLate = (alert: Pick<StoredAlert, 'acknowledgeBy'>, country: Country, now: Instant): boolean =>
  alert.acknowledgeBy !== null && (country.acknowledgedAt ?? now) > alert.acknowledgeBy;

/** The alert as it travels, once it has its times. */
export const alertToWire = (
  alert: StoredAlert & { readonly sentAt: Instant; readonly acknowledgeBy: Instant },
): AlertMessage => {
  const { marking } = alert;
  return {
    type: 'x-tansiq-alert',
    spec_version: '2.1',
    id: alert.id,
    created_by_ref: alert.originator,
    created: alert.createdAt,
    modified: alert.sentAt,
    extensions: { [extensionIds['x-tansiq-alert']]: { extension_type: 'new-sdo' } },
    urgency: alert.urgency,
    severity: alert.severity,
    certainty: alert.certainty,
    language: alert.language,
    headline: alert.headline,
    ...(alert.description === '' ? {} : { description: alert.description }),
    ...(alert.area === null ? {} : { area: alert.area }),
    sent_at: alert.sentAt,
    expires_at: alert.expiresAt,
    acknowledge_by: alert.acknowledgeBy,
    tlp: marking.tlp,
    pap: marking.pap,
    handling: [...marking.handling],
    ...(marking.handlingText === undefined ? {} : { handling_text: marking.handlingText }),
    field: marking.field,
    purpose: marking.purpose,
    legal_basis: marking.legalBasis,
    releasable_to_refs: [...marking.releasableTo],
    review_on: marking.reviewOn,
    erase_on: marking.eraseOn,
    agreement_ref: alert.agreement,
    ...(alert.circle === null ? {} : { circle_ref: alert.circle }),
    ...(alert.replaces === null ? {} : { msg_type: 'Update', replaces_ref: alert.replaces }),
    ...(alert.items.length === 0 ? {} : { item_refs: [...alert.items] }),
    ...(alert.reason === null ? {} : { reason: alert.reason }),
  };
};

/** The same alert called off: a later version of it that is revoked. */
export const cancellationToWire = (
  alert: StoredAlert & { readonly sentAt: Instant; readonly acknowledgeBy: Instant },
  ending: { readonly at: Instant; readonly reason: string },
): AlertMessage => {
  const { replaces_ref: _before, ...wire } = alertToWire(alert);
  return { ...wire, modified: ending.at, msg_type: 'Cancel', revoked: true, reason: ending.reason };
};

/** The times of an alert that came: nobody sends from the future, and a countdown has its limits. */
const timesOf = (message: AlertMessage, receivedAt: Instant) => {
  const sentAt = message.sent_at < receivedAt ? message.sent_at : receivedAt;
  const asked = between(message.sent_at, message.acknowledge_by);
  const most = alertLimits.acknowledgeMinutesAtMost * 60_000;
  const acknowledgeMs = Math.min(Math.max(asked, 60_000), most);
  return { sentAt, acknowledgeMs, acknowledgeBy: later(sentAt, acknowledgeMs) };
};

const nearestLanguage = (tag: string): Language => {
  const main = tag.slice(0, 2).toLowerCase();
  return main === 'ar' || main === 'fr' ? main : 'en';
};

/** The alert as this node keeps what came; null where an id is none. */
export const alertFromWire = (
  message: AlertMessage,
  place: { readonly holder: PartyId; readonly desk: DeskId | null; readonly receivedAt: Instant },
): StoredAlert | null => {
  const id = readId('alert', message.id);
  const originator = readId('party', message.created_by_ref);
  const agreement = readId('agreement', message.agreement_ref);
  const releasableTo = message.releasable_to_refs.map((party) => readId('party', party));
  const known = releasableTo.filter((party) => party !== null);
  if (id === null || originator === null || agreement === null || known.length !== releasableTo.length)
    return null;
  return {
    ...place,
    id,
    originator,
    agreement,
    state: 'received',
    urgency: message.urgency,
    severity: message.severity,
    certainty: message.certainty,
    language: nearestLanguage(message.language),
    headline: message.headline,
    description: message.description ?? '',
    area: message.area ?? null,
    marking: {
      tlp: message.tlp,
      pap: message.pap,
      handling: message.handling,
      ...(message.handling_text === undefined ? {} : { handlingText: message.handling_text }),
      field: message.field,
      purpose: message.purpose,
      legalBasis: message.legal_basis,
      personCategories: [],
      releasableTo: known,
      reviewOn: message.review_on,
      eraseOn: message.erase_on,
    },
    circle: message.circle_ref === undefined ? null : readId('circle', message.circle_ref),
    author: null,
    ...timesOf(message, place.receivedAt),
    createdAt: message.created,
    sentBy: null,
    expiresAt: message.expires_at,
    replaces: message.replaces_ref === undefined ? null : readId('alert', message.replaces_ref),
    reason: message.msg_type === 'Update' ? (message.reason ?? null) : null,
    items: (message.item_refs ?? []).flatMap((item) => readId('item', item) ?? []),
    ended: null,
  };
};

/** Our namespace for acknowledgements: the same party's of the same alert always has the same id. */
const namespace = '7b0c2f1e-93d4-4a86-b5e7-60f8c1d2a934';

export const acknowledgementToWire = (given: {
  readonly alert: AlertId;
  readonly party: PartyId;
  readonly at: Instant;
  readonly role: string;
  readonly contact: string | null;
}): AcknowledgementMessage => ({
  type: 'x-tansiq-acknowledgement',
  spec_version: '2.1',
  id: `x-tansiq-acknowledgement--${nameBasedUuid(namespace, `${given.alert} ${given.party}`)}`,
  created_by_ref: given.party,
  created: given.at,
  modified: given.at,
  extensions: { [extensionIds['x-tansiq-acknowledgement']]: { extension_type: 'new-sdo' } },
  alert_ref: given.alert,
  party_ref: given.party,
  acknowledged_at: given.at,
  role: given.role,
  ...(given.contact === null ? {} : { contact: given.contact }),
});
