/**
 * What partners say of our links, and what we say to them. A notice carries the sender's whole stance, so the
 * last one counts and a repeated or late one changes nothing; the answer to a notice is our own.
 */
import { canonical } from '../kernel/canonical.ts';
import type { Actor } from '../kernel/decision.ts';
import { assert } from '../kernel/faults.ts';
import type { PartyId } from '../kernel/ids.ts';
import { later } from '../kernel/time.ts';
import type { Unit } from '../plumbing/database/index.ts';
import type { NewEntry } from '../plumbing/journal/index.ts';
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

/** Who changed a link, and by which rule. */
export interface Cause {
  readonly actor: Actor;
  readonly rule: string;
}

export interface Notices {
  /** Takes a partner's or a stranger's notice; the answer is ours to him. Throws a DoorRefusal. */
  receive(notice: Notice, certificate: string): Promise<Notice>;
  /** Our word on a link, to be sent. */
  speak(link: Link): Notice;
  /** Takes the answer to what `speak` gave, and remembers that it was heard. */
  heard(said: Notice, answer: Notice): Promise<void>;
  /** Stores a changed link, with journal entry, hooks and news; nothing when nothing changed. */
  change(unit: Unit, step: { before: Link; after: Link }, cause: Cause): Promise<void>;
  /** Stores a new link likewise. */
  begin(unit: Unit, link: NewLink, cause: Cause): Promise<void>;
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

/**
 * Our proposal counted fewer pairings than the partner remembers: it takes the number that comes next for
 * him.
 */
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

interface NoticeNeeds {
  readonly house: House;
  descriptor(): Descriptor;
  readonly hooks: ReadonlySet<LinkHook>;
  /** Called after the commit in which a link changed. */
  afterChange(party: PartyId): void;
}

const entryFor = (link: NewLink, actor: Actor, rule: string): NewEntry => ({
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
    publicKey: link.descriptor.identityKey,
    version: link.descriptor.version,
  },
});

const spread = async (
  needs: NoticeNeeds,
  unit: Unit,
  link: NewLink,
  previous: Link | null,
): Promise<void> => {
  await needs.house.live.announce(unit, { topic: 'federation.link', id: link.party });
  unit.afterCommit(() => needs.afterChange(link.party));
  if (previous?.state === link.state) return;
  const change = { party: link.party, state: link.state, previous: previous?.state ?? null };
  for (const hook of needs.hooks) await hook(unit, change);
};

const begin = async (needs: NoticeNeeds, unit: Unit, link: NewLink, cause: Cause): Promise<void> => {
  await needs.house.journal.append(unit, entryFor(link, cause.actor, cause.rule));
  await insertLink(unit, link);
  await spread(needs, unit, link, null);
};

const change = async (
  needs: NoticeNeeds,
  unit: Unit,
  step: { before: Link; after: Link },
  cause: Cause,
): Promise<void> => {
  const { before, after } = step;
  const now = needs.house.clock.now();
  const state = stateOf(after.ownStance, after.theirStance);
  const changed = { ...after, state, since: state === before.state ? before.since : now };
  if (canonical(changed) === canonical(before)) return;
  await needs.house.journal.append(unit, entryFor(changed, cause.actor, cause.rule));
  await updateLink(unit, changed);
  if (changed.descriptor.identityKey !== before.descriptor.identityKey)
    await adoptKey(unit, changed.link, changed.descriptor.identityKey, now);
  await spread(needs, unit, changed, before);
};

/** A stranger's or a former partner's offer, if it is one and there is room. */
const takeOffer = async (
  needs: NoticeNeeds,
  unit: Unit,
  notice: Notice,
  known: Link | null,
): Promise<void> => {
  const now = needs.house.clock.now();
  const most = (known?.pairing ?? 0) + federationLimits.pairingJump;
  const isOffer = notice.stance === 'proposed' || notice.stance === 'accepted';
  if (!isOffer || notice.pairing > most) throw new DoorRefusal('not-an-offer', notice.from);
  const since = later(now, -federationLimits.offerLifetimeMs);
  await removeStaleOffers(unit, since);
  if ((await countUnansweredOffers(unit, since)) >= federationLimits.unansweredOffers)
    throw new DoorRefusal('too-many-offers', notice.from);
  const actor: Actor = { kind: 'peer', party: notice.from };
  await begin(needs, unit, offerOf(notice, now), { actor, rule: 'offer' });
};

const apply = async (needs: NoticeNeeds, unit: Unit, notice: Notice): Promise<void> => {
  await lockLinks(unit);
  const cause: Cause = { actor: { kind: 'peer', party: notice.from }, rule: 'notice' };
  const known = await readCurrentLink(unit, notice.from);
  if (known === null) return takeOffer(needs, unit, notice, null);
  const isNewPairing = notice.pairing > known.pairing;
  // After an end nothing of the former pairing is trusted, its key neither: people compare words again.
  if (isNewPairing && known.state === 'ended') return takeOffer(needs, unit, notice, known);
  if (!isSuccessor(known.descriptor, notice.descriptor)) throw new DoorRefusal('other-key', notice.from);
  if (isNewPairing && known.ownStance === 'proposed')
    return change(needs, unit, { before: known, after: renumbered(known, notice) }, cause);
  if (isNewPairing) {
    const after = { ...known, theirStance: 'ended' as const };
    await change(needs, unit, { before: known, after }, cause);
    return takeOffer(needs, unit, notice, known);
  }
  if (notice.pairing === known.pairing)
    await change(needs, unit, { before: known, after: withTheirWord(known, notice) }, cause);
};

const speak = (needs: NoticeNeeds, link: Link): Notice =>
  makeNotice(
    {
      to: link.party,
      pairing: link.pairing,
      revision: link.ownRevision,
      stance: link.ownStance,
      at: needs.house.clock.now(),
      descriptor: needs.descriptor(),
    },
    needs.house.keys.sign,
  );

const receive = async (needs: NoticeNeeds, notice: Notice, certificate: string): Promise<Notice> => {
  const { house } = needs;
  if (!isNoticeSound(notice, house.party)) throw new DoorRefusal('bad-notice');
  // Who cannot show the certificate on the connection does not own it.
  if (certificateOf(notice.descriptor) !== certificate) throw new DoorRefusal('other-certificate');
  return house.database.transact(house.actor, async (unit) => {
    await apply(needs, unit, notice);
    const link = await readCurrentLink(unit, notice.from);
    assert(link, 'a notice was applied and left no link');
    return speak(needs, link);
  });
};

const heard = async (needs: NoticeNeeds, said: Notice, answer: Notice): Promise<void> => {
  const { house } = needs;
  const isAnswer = answer.from === said.to && isNoticeSound(answer, house.party);
  if (!isAnswer) throw new DoorRefusal('bad-notice', said.to);
  await house.database.transact(house.actor, async (unit) => {
    await apply(needs, unit, answer);
    const link = await readCurrentLink(unit, said.to);
    if (link === null || link.pairing !== said.pairing) return;
    await updateLink(unit, {
      ...link,
      toldRevision: Math.max(link.toldRevision, said.revision),
      toldDescriptor: Math.max(link.toldDescriptor, said.descriptor.version),
    });
  });
};

/** Opens what is said and heard about links. */
export const createNotices = (needs: NoticeNeeds): Notices => ({
  begin: (unit, link, cause) => begin(needs, unit, link, cause),
  change: (unit, step, cause) => change(needs, unit, step, cause),
  speak: (link) => speak(needs, link),
  receive: (notice, certificate) => receive(needs, notice, certificate),
  heard: (said, answer) => heard(needs, said, answer),
});
