/**
 * What partners say of our links, and what we say to them. A notice carries the sender's whole stance, so the last
 * one counts and a repeated or late one changes nothing; the answer to a notice is our own.
 */
import { canonical } from '../kernel/canonical.ts';
import type { Actor } from '../kernel/decision.ts';
import { assert } from '../kernel/faults.ts';
import type { PartyId } from '../kernel/ids.ts';
import { later } from '../kernel/time.ts';
import type { Unit } from '../plumbing/database/index.ts';
import { certificateOf, isSuccessor } from './descriptor.ts';
import { DoorRefusal } from './door-refusal.ts';
import { federationLimits } from './limits.ts';
import { stateOf } from './link.ts';
import {
  adoptKey,
  countUnansweredOffers,
  insertLink,
  type Link,
  lockLinks,
  type NewLink,
  readCurrentLink,
  removeStaleOffers,
  updateLink,
} from './link-store.ts';
import type { Descriptor, Notice } from './messages.ts';
import type { House, LinkHook } from './needs.ts';
import { isNoticeSound, makeNotice } from './notice.ts';

export interface Notices {
  /** Takes a partner's or a stranger's notice; the answer is ours to him. Throws a DoorRefusal. */
  receive(notice: Notice, certificate: string): Promise<Notice>;
  /** Our word on a link, to be sent. */
  speak(link: Link): Notice;
  /** Takes the answer to what `speak` gave, and remembers that it was heard. */
  heard(said: Notice, answer: Notice): Promise<void>;
  /** Stores a changed link, with journal entry, hooks and news. */
  change(unit: Unit, before: Link, after: Link, actor: Actor, rule: string): Promise<void>;
  /** Stores a new link likewise. */
  begin(unit: Unit, link: NewLink, actor: Actor, rule: string): Promise<void>;
}

/** The link as the partner's newer word on the same pairing makes it. His end is final. */
const withTheirWord = (link: Link, notice: Notice): Link => {
  const isNewer = notice.revision > link.theirRevision && link.theirStance !== 'ended';
  return {
    ...link,
    descriptor: notice.descriptor.version > link.descriptor.version ? notice.descriptor : link.descriptor,
    theirStance: isNewer ? notice.stance : link.theirStance,
    theirRevision: isNewer ? notice.revision : link.theirRevision,
  };
};

/** Our proposal counted fewer pairings than the partner remembers: it takes the number that comes next for him. */
const renumbered = (link: Link, notice: Notice): Link => ({
  ...link,
  pairing: notice.stance === 'proposed' ? notice.pairing : notice.pairing + 1,
  toldRevision: 0,
  theirStance: notice.stance === 'proposed' ? 'proposed' : 'unanswered',
  theirRevision: notice.stance === 'proposed' ? notice.revision : 0,
});

const offerOf = (notice: Notice, now: string): NewLink => ({
  party: notice.from,
  pairing: notice.pairing,
  descriptor: notice.descriptor,
  ownStance: 'unanswered',
  ownRevision: 0,
  toldRevision: 0,
  toldDescriptor: 0,
  theirStance: notice.stance,
  theirRevision: notice.revision,
  state: stateOf('unanswered', notice.stance),
  since: now,
});

export const createNotices = (needs: {
  house: House;
  descriptor(): Descriptor;
  hooks: ReadonlySet<LinkHook>;
  /** Called after the commit in which a link changed. */
  afterChange(party: PartyId): void;
}): Notices => {
  const { house, hooks } = needs;

  const tell = async (unit: Unit, link: NewLink, previous: Link | null, actor: Actor, rule: string) => {
    await house.journal.append(unit, {
      actor,
      verb: 'federation.change-link',
      subject: link.party,
      outcome: 'done',
      rule,
      details: {
        pairing: link.pairing,
        state: link.state,
        own: link.ownStance,
        theirs: link.theirStance,
        publicKey: link.descriptor.publicKey,
        version: link.descriptor.version,
      },
    });
    await house.live.announce(unit, { topic: 'federation.link', id: link.party });
    unit.afterCommit(() => needs.afterChange(link.party));
    if (previous?.state === link.state) return;
    for (const hook of hooks)
      await hook(unit, { party: link.party, state: link.state, previous: previous?.state ?? null });
  };

  const begin: Notices['begin'] = async (unit, link, actor, rule) => {
    await insertLink(unit, link);
    await tell(unit, link, null, actor, rule);
  };

  const change: Notices['change'] = async (unit, before, after, actor, rule) => {
    const now = house.clock.now();
    const state = stateOf(after.ownStance, after.theirStance);
    const changed = { ...after, state, since: state === before.state ? before.since : now };
    if (canonical(changed) === canonical(before)) return;
    await updateLink(unit, changed);
    if (changed.descriptor.publicKey !== before.descriptor.publicKey)
      await adoptKey(unit, changed.link, changed.descriptor.publicKey, now);
    await tell(unit, changed, before, actor, rule);
  };

  const speak: Notices['speak'] = (link) =>
    makeNotice(
      {
        to: link.party,
        pairing: link.pairing,
        revision: link.ownRevision,
        stance: link.ownStance,
        at: house.clock.now(),
        descriptor: needs.descriptor(),
      },
      house.keys.sign,
    );

  /** A stranger's or a former partner's offer, if there is room and it is one. */
  const takeOffer = async (unit: Unit, notice: Notice, known: Link | null): Promise<void> => {
    const now = house.clock.now();
    const most = (known?.pairing ?? 0) + federationLimits.pairingJump;
    const isOffer = notice.stance === 'proposed' || notice.stance === 'accepted';
    if (!isOffer || notice.pairing > most) throw new DoorRefusal('not-an-offer', notice.from);
    const since = later(now, -federationLimits.offerLifetimeMs);
    await removeStaleOffers(unit, since);
    if ((await countUnansweredOffers(unit, since)) >= federationLimits.unansweredOffers)
      throw new DoorRefusal('too-many-offers', notice.from);
    await begin(unit, offerOf(notice, now), { kind: 'peer', party: notice.from }, 'offer');
  };

  const apply = async (unit: Unit, notice: Notice): Promise<void> => {
    await lockLinks(unit);
    const peer: Actor = { kind: 'peer', party: notice.from };
    const known = await readCurrentLink(unit, notice.from);
    if (known === null) return takeOffer(unit, notice, null);
    const isKnownKey = isSuccessor(known.descriptor, notice.descriptor);
    if (notice.pairing > known.pairing) {
      if (known.state === 'ended') return takeOffer(unit, notice, known);
      if (!isKnownKey) throw new DoorRefusal('other-key', notice.from);
      if (known.ownStance === 'proposed')
        return change(unit, known, renumbered(known, notice), peer, 'notice');
      await change(unit, known, { ...known, theirStance: 'ended' }, peer, 'new-pairing');
      return takeOffer(unit, notice, known);
    }
    if (!isKnownKey) throw new DoorRefusal('other-key', notice.from);
    if (notice.pairing === known.pairing)
      await change(unit, known, withTheirWord(known, notice), peer, 'notice');
  };

  const check = (notice: Notice): void => {
    if (!isNoticeSound(notice, house.party)) throw new DoorRefusal('bad-notice');
  };

  return {
    begin,
    change,
    speak,
    receive: async (notice, certificate) => {
      check(notice);
      // Who cannot show the certificate on the connection does not own it.
      if (certificateOf(notice.descriptor) !== certificate) throw new DoorRefusal('other-certificate');
      return house.database.transact(house.actor, async (unit) => {
        await apply(unit, notice);
        const link = await readCurrentLink(unit, notice.from);
        assert(link, 'a notice was applied and left no link');
        return speak(link);
      });
    },
    heard: async (said, answer) => {
      check(answer);
      assert(answer.from === said.to, 'another party answered on a pinned connection');
      await house.database.transact(house.actor, async (unit) => {
        await apply(unit, answer);
        const link = await readCurrentLink(unit, said.to);
        if (link === null || link.pairing !== said.pairing) return;
        await updateLink(unit, {
          ...link,
          toldRevision: Math.max(link.toldRevision, said.revision),
          toldDescriptor: Math.max(link.toldDescriptor, said.descriptor.version),
        });
      });
    },
  };
};
