/**
 * Alerts and their acknowledgement as they travel. Urgency, severity and certainty are those of the Common
 * Alerting Protocol (OASIS CAP 1.2 §3.2.2), by its own words.
 */
import Type, { type Static } from 'typebox';
import { extensionIds } from './extensions.ts';
import * as part from './message-parts.ts';

/** How soon (CAP 1.2 `urgency`). */
export const urgencies = ['Immediate', 'Expected', 'Future', 'Past', 'Unknown'] as const;
/** How grave (CAP 1.2 `severity`). */
export const severities = ['Extreme', 'Severe', 'Moderate', 'Minor', 'Unknown'] as const;
/** How sure (CAP 1.2 `certainty`). */
export const certainties = ['Observed', 'Likely', 'Possible', 'Unlikely', 'Unknown'] as const;

const alertId = Type.String({
  pattern: '^x-tansiq-alert--[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$',
});

/**
 * An alert: it names no person, so that it can be shown on the wall. With `msg_type` Cancel it is the alert
 * of this id called off, a later version that is revoked (STIX 2.1 §3.6); with Update it is a new alert
 * that takes the place of `replaces_ref`.
 */
export const alert = Type.Object({
  ...part.domainObject('x-tansiq-alert', extensionIds['x-tansiq-alert']),
  urgency: Type.Enum(urgencies),
  severity: Type.Enum(severities),
  certainty: Type.Enum(certainties),
  language: part.languageTag,
  headline: part.sentence(300),
  description: Type.Optional(part.sentence(4_000)),
  area: Type.Optional(part.line),
  sent_at: part.instant,
  expires_at: part.instant,
  acknowledge_by: part.instant,
  tlp: part.tlp,
  pap: part.pap,
  handling: part.handling,
  handling_text: Type.Optional(part.sentence()),
  field: part.field,
  purpose: part.purpose,
  legal_basis: part.sentence(),
  releasable_to_refs: part.parties,
  review_on: part.day,
  erase_on: part.day,
  agreement_ref: part.agreementId,
  circle_ref: Type.Optional(part.circleId),
  /** CAP 1.2 `msgType`; Alert where it is absent. */
  msg_type: Type.Optional(Type.Enum(['Alert', 'Update', 'Cancel'])),
  /** CAP 1.2 `references`: what an Update takes the place of. */
  replaces_ref: Type.Optional(alertId),
  /** Items made of the same entry of the sender's log: what stands with it comes with them, once released. */
  item_refs: Type.Optional(Type.Array(part.itemId, { maxItems: 10, uniqueItems: true })),
  /** Why it is called off or updated. */
  reason: Type.Optional(part.sentence(1_000)),
  revoked: Type.Optional(Type.Boolean()),
});

/** A party has taken note of an alert. Who did stays with that party; his role is told. */
export const acknowledgement = Type.Object({
  ...part.domainObject('x-tansiq-acknowledgement', extensionIds['x-tansiq-acknowledgement']),
  alert_ref: alertId,
  party_ref: part.party,
  acknowledged_at: part.instant,
  role: Type.String({ pattern: '^[a-z][a-z-]{0,62}[a-z]$' }),
  contact: Type.Optional(part.line),
});

/** An alert as it travels. */
export type AlertMessage = Static<typeof alert>;
/** An acknowledgement as it travels. */
export type AcknowledgementMessage = Static<typeof acknowledgement>;
