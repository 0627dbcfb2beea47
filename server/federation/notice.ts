/**
 * A notice: one side's signed word on a link, with its descriptor, so that a new key travels the same way.
 * Pure.
 */
import type { PartyId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';
import { isDescriptorSound, isSigned, type Sign, signObject } from './descriptor.ts';
import { protocolName } from './limits.ts';
import type { Stance } from './link.ts';
import type { Descriptor, Notice } from './messages.ts';

export const makeNotice = (
  content: {
    to: PartyId;
    pairing: number;
    revision: number;
    stance: Stance;
    at: Instant;
    descriptor: Descriptor;
  },
  sign: Sign,
): Notice => signObject({ protocol: protocolName, from: content.descriptor.party, ...content }, sign);

/** True when the notice is for `to`, speaks for its own descriptor, and that descriptor's key signed it. */
export const isNoticeSound = (notice: Notice, to: PartyId): boolean =>
  notice.to === to &&
  notice.from !== to &&
  notice.descriptor.party === notice.from &&
  isDescriptorSound(notice.descriptor) &&
  isSigned(notice, notice.descriptor.identityKey);
