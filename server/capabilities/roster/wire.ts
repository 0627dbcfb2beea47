/** Duties as they travel to the service whose officers have them, and back. Pure. */
import { randomUUID } from 'node:crypto';
import { isObject, type JsonObject } from '../../kernel/canonical.ts';
import type { Words } from '../../kernel/faults.ts';
import type { PartyId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import { type DutiesMessage, extensionIds, messages } from '../../plumbing/stix/index.ts';
import type { Duty, ReceivedDuty } from './contract.ts';

/** The kind of envelope that carries them. */
export const dutiesKind = 'roster.duties';

/** What is said of some units: all their duties. */
export interface Telling {
  readonly event: string;
  readonly name: Words;
  readonly units: readonly string[];
  readonly duties: readonly Duty[];
}

/** As the message that travels; a telephone number stays here. */
export const dutiesToWire = (
  { event, name, units, duties }: Telling,
  { by, at }: { readonly by: PartyId; readonly at: Instant },
): DutiesMessage => ({
  type: 'x-tansiq-duties',
  spec_version: '2.1',
  id: `x-tansiq-duties--${randomUUID()}`,
  created_by_ref: by,
  created: at,
  modified: at,
  extensions: { [extensionIds['x-tansiq-duties']]: { extension_type: 'new-sdo' } },
  event_ref: event,
  event_name: { ...name },
  unit_refs: [...units],
  duties: duties.map((duty) => ({
    uid: duty.uid,
    sequence: duty.sequence,
    state: duty.state,
    unit_ref: duty.unit,
    starts_at: duty.startsAt,
    ends_at: duty.endsAt,
    venue: duty.content.venue,
    ...(duty.content.task === null ? {} : { task: duty.content.task }),
    host_names: duty.content.hosts.map((host) => host.name),
    ...(duty.acknowledgedAt === null ? {} : { acknowledged_at: duty.acknowledgedAt }),
  })),
});

/** Null where the body is no such message, or speaks of units that it does not name. */
export const readDuties = (body: JsonObject): DutiesMessage | null => {
  const first = Array.isArray(body.objects) ? body.objects.find((one) => isObject(one)) : undefined;
  const reading = messages['x-tansiq-duties'].read(first);
  if (reading.kind !== 'read') return null;
  const { message } = reading;
  const named = new Set(message.unit_refs);
  const uids = new Set(message.duties.map(({ uid }) => uid));
  const isSound =
    uids.size === message.duties.length &&
    message.duties.every((duty) => named.has(duty.unit_ref) && duty.starts_at < duty.ends_at);
  return isSound ? message : null;
};

/** A duty as it is kept of what came. */
export const receivedOf = (
  duty: DutiesMessage['duties'][number],
): Omit<ReceivedDuty, 'sender' | 'event' | 'receivedAt' | 'unitName'> => ({
  uid: duty.uid,
  unit: duty.unit_ref,
  sequence: duty.sequence,
  state: duty.state === 'cancelled' ? 'cancelled' : 'standing',
  startsAt: duty.starts_at,
  endsAt: duty.ends_at,
  venue: duty.venue,
  task: duty.task ?? null,
  hosts: [...duty.host_names],
  acknowledgedAt: duty.acknowledged_at ?? null,
});
