/** The verbs of agreements and circles, one transaction each. */
import type { Actor } from '../../kernel/decision.ts';
import { Fault } from '../../kernel/faults.ts';
import { type AgreementId, type CircleId, newId, type PartyId } from '../../kernel/ids.ts';
import { type Clock, dayOf } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import type { Live } from '../../plumbing/live/index.ts';
import type { Verbs } from '../../plumbing/verbs/index.ts';
import { agreementHash, circleErrors, draftErrors, signatureText, stateOf } from './agreement.ts';
import * as circles from './circle-store.ts';
import type { Agreement, AgreementDraft, Circle, CircleDraft } from './contract.ts';
import { decide } from './policy.ts';
import * as store from './store.ts';

/** Agreements or circles listed at once. */
const listAtMost = 500;

/** What the messages adapter sends to the other parties, in the caller's transaction. */
export interface AgreementNews {
  proposed(unit: Unit, agreement: Agreement, signature: SignedBy): Promise<void>;
  signed(unit: Unit, agreement: Agreement, signature: SignedBy): Promise<void>;
  /** `untold` are parties that cannot be reached now. */
  ended(unit: Unit, agreement: Agreement, at: string, untold: readonly PartyId[]): Promise<void>;
  circled(unit: Unit, circle: Circle): Promise<void>;
}

export interface SignedBy {
  readonly party: PartyId;
  readonly contentHash: string;
  readonly signature: string;
  readonly at: string;
}

export interface AgreementNeeds {
  readonly verbs: Verbs;
  readonly live: Live;
  readonly clock: Clock;
  readonly self: PartyId;
  readonly keys: { sign(text: string): string };
  readonly news: AgreementNews;
  /** Those of the parties with which this node has no active link. */
  notLinked(unit: Unit, parties: readonly PartyId[]): Promise<readonly PartyId[]>;
}

export const createAgreementService = (needs: AgreementNeeds) => {
  const { verbs, live, clock, self, news } = needs;
  const today = () => dayOf(clock.now());

  const dated = (stored: store.StoredAgreement): Agreement => ({
    ...stored.agreement,
    state: stateOf(stored.agreement, stored.proposed, today()),
  });
  const load = async (unit: Unit, id: AgreementId): Promise<store.StoredAgreement> => {
    const stored = await store.lockAgreement(unit, id);
    if (stored === null) throw new Fault('access/absent');
    return stored;
  };
  const subjectOf = (agreement: Pick<Agreement, 'parties' | 'proposer'>) => ({
    self,
    parties: agreement.parties,
    owner: agreement.proposer,
  });
  const requireLinks = async (unit: Unit, parties: readonly PartyId[]): Promise<void> => {
    const missing = await needs.notLinked(unit, parties);
    if (missing.length > 0) throw new Fault('agreements/not-linked', { parties: [...missing] });
  };
  const requireState = (agreement: Agreement, ...states: readonly Agreement['state'][]): void => {
    if (!states.includes(agreement.state))
      throw new Fault('agreements/wrong-state', { state: agreement.state });
  };
  const signHere = async (unit: Unit, id: AgreementId, contentHash: string): Promise<SignedBy> => {
    const signed: SignedBy = {
      party: self,
      contentHash,
      signature: needs.keys.sign(signatureText(id, self, contentHash)),
      at: clock.now(),
    };
    await store.insertSignature(unit, { agreement: id, ...signed });
    return signed;
  };
  const reload = async (unit: Unit, id: AgreementId): Promise<Agreement> => dated(await load(unit, id));

  return {
    list: (actor: Actor): Promise<Agreement[]> =>
      verbs.read({ actor, verb: 'agreements.list', subject: null }, async ({ unit, permit }) => {
        permit(decide(actor, 'read', { self, parties: [actor.party], owner: self }));
        return (await store.listAgreements(unit, listAtMost)).map(dated);
      }),

    compose: (actor: Actor, draft: AgreementDraft): Promise<Agreement> =>
      verbs.run({ actor, verb: 'agreements.compose', subject: null }, async ({ unit, permit, subject }) => {
        permit(decide(actor, 'compose', { self, parties: [...draft.parties, self], owner: self }));
        const errors = draftErrors(draft, self, today());
        if (errors.length > 0) throw new Fault('agreements/draft-unsound', { fields: [...errors] });
        await requireLinks(unit, draft.parties);
        const id = newId('agreement');
        subject(id);
        const contentHash = agreementHash(id, draft);
        await store.insertAgreement(unit, {
          id,
          proposer: self,
          draft,
          contentHash,
          proposed: false,
          createdAt: clock.now(),
        });
        return reload(unit, id);
      }),

    /** Signs for this party and sends the text to the others. */
    propose: (actor: Actor, id: AgreementId): Promise<Agreement> =>
      verbs.run({ actor, verb: 'agreements.propose', subject: id }, async ({ unit, permit, note }) => {
        const stored = await load(unit, id);
        permit(decide(actor, 'propose', subjectOf(stored.agreement)));
        requireState(dated(stored), 'draft');
        await requireLinks(unit, stored.agreement.parties);
        await store.markProposed(unit, id);
        const signature = await signHere(unit, id, stored.contentHash);
        const agreement = await reload(unit, id);
        await news.proposed(unit, agreement, signature);
        note({ contentHash: stored.contentHash });
        await live.announce(unit, { topic: 'agreements.agreement', id });
        return agreement;
      }),

    sign: (actor: Actor, id: AgreementId): Promise<Agreement> =>
      verbs.run({ actor, verb: 'agreements.sign', subject: id }, async ({ unit, permit, note }) => {
        const stored = await load(unit, id);
        permit(decide(actor, 'sign', subjectOf(stored.agreement)));
        requireState(dated(stored), 'proposed');
        if (stored.agreement.signatures.some(({ party }) => party === self))
          throw new Fault('agreements/already-signed');
        await requireLinks(unit, stored.agreement.parties);
        const signature = await signHere(unit, id, stored.contentHash);
        const agreement = await reload(unit, id);
        await news.signed(unit, agreement, signature);
        note({ contentHash: stored.contentHash });
        await live.announce(unit, { topic: 'agreements.agreement', id });
        return agreement;
      }),

    /** Ends it at once on this node and tells the other parties; what was released stays released. */
    end: (actor: Actor, id: AgreementId): Promise<Agreement> =>
      verbs.run({ actor, verb: 'agreements.end', subject: id }, async ({ unit, permit, note }) => {
        const stored = await load(unit, id);
        permit(decide(actor, 'end', subjectOf(stored.agreement)));
        requireState(dated(stored), 'draft', 'proposed', 'in-force');
        const at = clock.now();
        await store.markEnded(unit, id, self, at);
        const agreement = await reload(unit, id);
        // A link that is down does not keep an agreement alive: that party is told when it is up again.
        const untold = stored.proposed ? await needs.notLinked(unit, agreement.parties) : [];
        if (stored.proposed) await news.ended(unit, agreement, at, untold);
        note({ untold: [...untold] });
        await live.announce(unit, { topic: 'agreements.agreement', id });
        return agreement;
      }),

    listCircles: (actor: Actor): Promise<Circle[]> =>
      verbs.read({ actor, verb: 'agreements.list-circles', subject: null }, async ({ unit, permit }) => {
        permit(decide(actor, 'read', { self, parties: [actor.party], owner: self }));
        return [...(await circles.listCircles(unit, listAtMost))];
      }),

    composeCircle: (actor: Actor, draft: CircleDraft): Promise<Circle> =>
      verbs.run({ actor, verb: 'agreements.compose-circle', subject: null }, async (work) => {
        work.permit(
          decide(actor, 'compose-circle', { self, parties: [...draft.members, self], owner: self }),
        );
        const errors = circleErrors(draft, self);
        if (errors.length > 0) throw new Fault('agreements/draft-unsound', { fields: [...errors] });
        await requireLinks(work.unit, draft.members);
        const circle: Circle = {
          ...draft,
          id: newId('circle'),
          owner: self,
          version: 1,
          createdAt: clock.now(),
        };
        work.subject(circle.id);
        await circles.putCircle(work.unit, circle);
        await news.circled(work.unit, circle);
        await live.announce(work.unit, { topic: 'agreements.circle', id: circle.id });
        return circle;
      }),

    /** A newer version of the circle: who receives what is proposed from now on, and nothing before. */
    versionCircle: (actor: Actor, id: CircleId, version: number, draft: CircleDraft): Promise<Circle> =>
      verbs.run({ actor, verb: 'agreements.version-circle', subject: id }, async (work) => {
        const before = await circles.lockCircle(work.unit, id);
        if (before === null) throw new Fault('access/absent');
        work.permit(decide(actor, 'compose-circle', { self, parties: before.members, owner: before.owner }));
        if (before.version !== version) throw new Fault('state/changed');
        const errors = [...circleErrors(draft, self), ...(draft.kind === before.kind ? [] : ['kind'])];
        if (errors.length > 0) throw new Fault('agreements/draft-unsound', { fields: errors });
        await requireLinks(work.unit, draft.members);
        const circle: Circle = { ...before, ...draft, version: before.version + 1 };
        await circles.putCircle(work.unit, circle);
        await news.circled(work.unit, circle);
        work.note({ version: circle.version, members: [...circle.members] });
        await live.announce(work.unit, { topic: 'agreements.circle', id });
        return circle;
      }),

    /** When a link is active again: the party hears what ended meanwhile. Saying it twice does no harm. */
    tellEnded: async (unit: Unit, party: PartyId): Promise<void> => {
      for (const stored of await store.listEndedWith(unit, self, party, listAtMost)) {
        const agreement = dated(stored);
        const others = agreement.parties.filter((one) => one !== party);
        await news.ended(unit, agreement, agreement.endedAt ?? clock.now(), others);
      }
    },

    /** As `find`, and it cannot end before the transaction does. */
    hold: async (unit: Unit, id: AgreementId): Promise<Agreement | null> => {
      const stored = await store.shareAgreement(unit, id);
      return stored === null ? null : dated(stored);
    },

    /** For capabilities further down: the agreement as it stands today; null when absent or not readable. */
    find: async (unit: Unit, id: AgreementId): Promise<Agreement | null> => {
      const stored = await store.findAgreement(unit, id);
      return stored === null ? null : dated(stored);
    },
    findCircle: (unit: Unit, id: CircleId): Promise<Circle | null> => circles.findCircle(unit, id),
  };
};

export type AgreementService = ReturnType<typeof createAgreementService>;
