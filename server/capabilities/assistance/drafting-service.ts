/** The verbs that write an ask and bring it before the contact point. */
import { randomUUID } from 'node:crypto';
import type { Actor } from '../../kernel/decision.ts';
import { Fault } from '../../kernel/faults.ts';
import type { PartyId } from '../../kernel/ids.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import type { Work } from '../../plumbing/verbs/index.ts';
import type { EventsReading } from '../events/index.ts';
import {
  contentProblems,
  isReadable,
  markingOf,
  markingProblems,
  recipientsOf,
  type StoredAsk,
  type StoredVersion,
} from './ask.ts';
import {
  type AskAddress,
  type AskChange,
  type AskContent,
  type AskDraft,
  assistanceLimits,
} from './ask-contract.ts';
import * as store from './ask-store.ts';
import {
  type AssistanceNeeds,
  type Cover,
  coverOf,
  holdAsk,
  permitTightened,
  requireCovered,
  tell,
  versionsIn,
} from './needs-service.ts';
import { mayAsk, mayChange, mayTakeBack } from './policy.ts';
import { unsound } from './problem-words.ts';

const personOf = (actor: Actor) => (actor.kind === 'person' ? actor.person : null);

export const createDrafting = (
  needs: AssistanceNeeds & { readonly events: Pick<EventsReading, 'event'> },
) => {
  const { verbs, clock, self } = needs;

  /** Whom it goes to; a circle or a service that nobody here knows is a slip of whoever writes. */
  const namedIn = async (unit: Unit, { circle: id, recipients }: AskAddress): Promise<readonly PartyId[]> => {
    const circle = id === null ? null : await needs.agreements.findCircle(unit, id);
    if (id !== null && circle === null) throw unsound(['circle']);
    const known = await needs.names();
    if (circle === null && recipients.some((party) => !known.has(party))) throw unsound(['recipients']);
    return [...new Set(circle?.members ?? recipients)].filter((party) => party !== self);
  };

  const requireEvent = async (unit: Unit, { event }: AskContent): Promise<void> => {
    const id = event?.id ?? null;
    if (id !== null && (await needs.events.event(unit, id)) === null) throw unsound(['event']);
  };

  /** As it would be marked and addressed. Faults: `no-recipient`; without an agreement `not-covered`. */
  const addressed = async (unit: Unit, { content, address }: AskDraft) => {
    const recipients = await namedIn(unit, address);
    if (recipients.length === 0) throw new Fault('assistance/no-recipient');
    const agreement = await needs.agreements.find(unit, address.agreement);
    if (agreement === null) throw new Fault('assistance/not-covered', { gap: 'no-agreement', parties: [] });
    const given = { content, ...(address.marking === undefined ? {} : { marking: address.marking }) };
    const marking = markingOf(given, agreement, { self, recipients, now: clock.now() });
    return { agreement: address.agreement, circle: address.circle, marking };
  };

  const requireSound = (content: AskContent, marking: StoredAsk['marking']): void => {
    const now = clock.now();
    const problems = [...contentProblems(content, now), ...markingProblems(marking, content, now)];
    if (problems.length > 0) throw unsound(problems);
    if (!isReadable(content)) throw new Fault('assistance/hidden-text');
  };

  const versionOf = (
    actor: Actor,
    { id, version }: Pick<StoredAsk, 'id' | 'version'>,
    content: AskContent,
  ): StoredVersion => ({
    ask: id,
    version: version + 1,
    revision: 1,
    state: 'draft',
    content,
    author: personOf(actor),
    createdAt: clock.now(),
    issuedAt: null,
    returned: null,
  });

  /** The ask of this service that he may change. */
  const own = async ({ unit, permit }: Work, actor: Actor, id: string): Promise<StoredAsk> => {
    const ask = await holdAsk(unit, id);
    permit(mayChange(actor, self, ask));
    await permitTightened(needs, { unit, permit }, { actor, act: 'compose', ask });
    if (ask.state === 'withdrawn') throw new Fault('assistance/ended');
    return ask;
  };

  const readdressed = async (unit: Unit, ask: StoredAsk, draft: AskDraft): Promise<StoredAsk> => {
    const next = await addressed(unit, draft);
    if (ask.state === 'draft') return { ...ask, ...next };
    const isSame =
      next.agreement === ask.agreement &&
      recipientsOf({ ...ask, ...next }).every((party) => recipientsOf(ask).includes(party)) &&
      recipientsOf({ ...ask, ...next }).length === recipientsOf(ask).length;
    if (!isSame) throw new Fault('assistance/address-fixed');
    return ask;
  };

  return {
    /** What keeps an ask from each partner, before there is one. */
    cover: (actor: Actor, draft: AskDraft): Promise<Cover[]> =>
      verbs.read({ actor, verb: 'assistance.cover', subject: null }, async ({ unit, permit }) => {
        permit(mayAsk(actor, self, 'clear'));
        const ask = await addressed(unit, draft);
        return [...(await coverOf(needs, unit, ask, recipientsOf({ ...ask, originator: self })))];
      }),

    /** Begins an ask; answers its id. Faults: `assistance/` `unsound`, `hidden-text`, `no-recipient`. */
    draft: (actor: Actor, draft: AskDraft): Promise<string> =>
      verbs.run({ actor, verb: 'assistance.draft', subject: null }, async (work) => {
        const { unit, permit, subject } = work;
        permit(mayAsk(actor, self, 'clear'));
        const next = await addressed(unit, draft);
        permit(mayAsk(actor, self, next.marking.tlp));
        const ask: StoredAsk = {
          ...next,
          id: randomUUID(),
          holder: self,
          originator: self,
          state: 'draft',
          version: 0,
          author: personOf(actor),
          createdAt: clock.now(),
          endedAt: null,
          endReason: null,
        };
        await permitTightened(needs, work, { actor, act: 'compose', ask });
        await requireEvent(unit, draft.content);
        requireSound(draft.content, ask.marking);
        subject(ask.id);
        await store.insertAsk(unit, ask);
        await store.putVersion(unit, ask, versionOf(actor, ask, draft.content));
        await tell(needs, unit, ask.id);
        return ask.id;
      }),

    /** Writes the draft anew, or begins the next version of an issued ask. */
    write: (actor: Actor, id: string, { revision, ...draft }: AskChange): Promise<void> =>
      verbs.run({ actor, verb: 'assistance.draft', subject: id }, async (work) => {
        const { unit, permit, note } = work;
        const ask = await own(work, actor, id);
        if (ask.version >= assistanceLimits.versions) throw new Fault('assistance/full');
        const { open } = await versionsIn(unit, id);
        if (open?.state === 'proposed') throw new Fault('assistance/state');
        if ((open?.revision ?? 0) !== revision) throw new Fault('state/changed');
        const next = await readdressed(unit, ask, draft);
        permit(mayAsk(actor, self, next.marking.tlp));
        await requireEvent(unit, draft.content);
        requireSound(draft.content, next.marking);
        await store.updateAsk(unit, next);
        await store.putVersion(unit, next, versionOf(actor, ask, draft.content));
        note({ version: ask.version + 1 });
        await tell(needs, unit, id);
      }),

    /** Brings it before the contact point: from here on its circle cannot widen, and all must be covered. */
    propose: (actor: Actor, id: string): Promise<void> =>
      verbs.run({ actor, verb: 'assistance.propose', subject: id }, async (work) => {
        const { unit, note } = work;
        const ask = await own(work, actor, id);
        const { open } = await versionsIn(unit, id);
        if (open?.state !== 'draft') throw new Fault('assistance/state');
        requireSound(open.content, ask.marking);
        requireCovered(await coverOf(needs, unit, ask, recipientsOf(ask)));
        const at = clock.now();
        await store.setVersionState(unit, open, { state: 'proposed', returned: null, at });
        note({ version: open.version });
        await tell(needs, unit, id);
      }),

    /** Takes it back before it went out; the contact point gives it back with a reason. */
    takeBack: (actor: Actor, id: string, reason: string | null): Promise<void> =>
      verbs.run({ actor, verb: 'assistance.take-back', subject: id }, async ({ unit, permit, note }) => {
        const ask = await holdAsk(unit, id);
        permit(mayTakeBack(actor, self, ask));
        const { open } = await versionsIn(unit, id);
        if (open?.state !== 'proposed') throw new Fault('assistance/state');
        await store.setVersionState(unit, open, { state: 'draft', returned: reason, at: clock.now() });
        note({ version: open.version });
        await tell(needs, unit, id);
      }),

    /** Gives up what has not gone out: the whole ask, or its next version. */
    discard: (actor: Actor, id: string): Promise<void> =>
      verbs.run({ actor, verb: 'assistance.discard', subject: id }, async (work) => {
        const { unit, note } = work;
        const ask = await own(work, actor, id);
        const { open } = await versionsIn(unit, id);
        if (open === null) throw new Fault('assistance/state');
        if (ask.state === 'draft') await store.deleteAsk(unit, id);
        else await store.deleteOpenVersion(unit, id);
        note({ version: open.version });
        await tell(needs, unit, id);
      }),
  };
};
