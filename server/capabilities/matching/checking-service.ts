/** What officers ask: judged and kept; blinded and sent; and looked up when the answer is there. */
import { randomUUID } from 'node:crypto';
import { type Actor, allow, type Decision, refuse } from '../../kernel/decision.ts';
import { assert, Fault } from '../../kernel/faults.ts';
import { type Day, dayMs, dayOf, isDay, later } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import { matchingInput } from '../../plumbing/identifiers/index.ts';
import { openFilter, tagBytes } from '../../plumbing/oprf/index.ts';
import { toBundle } from '../../plumbing/stix/index.ts';
import type { Work } from '../../plumbing/verbs/index.ts';
import * as cards from './card-store.ts';
import * as checks from './check-store.ts';
import type { Check, CheckDraft, CheckResult, Typed, TypedReading } from './contract.ts';
import { matchingLimits, sentFor } from './limits.ts';
import type { MatchingNeeds } from './needs-service.ts';
import { markingOf, matchGap, mayCheck, mayConsultCards, mayReadCheck, releaseMatching } from './policy.ts';
import * as results from './result-store.ts';
import * as sets from './set-store.ts';
import { tellHits } from './telling-service.ts';
import { askedOf, readTyped } from './typed.ts';
import { matchingKinds, questionToWire } from './wire.ts';

const nobody = { officer: '' };

const tagsIn = (tags: Uint8Array): readonly Uint8Array[] =>
  Array.from({ length: tags.length / tagBytes }, (_, at) =>
    tags.subarray(at * tagBytes, (at + 1) * tagBytes),
  );

/** Work goes on with the next when one fails: it comes round again. */
const each = async <T>(needs: MatchingNeeds, all: readonly T[], work: (one: T) => Promise<void>) => {
  for (const one of all)
    try {
      await work(one);
    } catch (error) {
      if (!(error instanceof Fault)) needs.log.error({ error }, 'a check could not be worked on');
    }
};

/** The partner refused it under this very key: it waits for his next. */
const isRefusedUnder = (check: checks.StoredCheck, held: sets.HeldSet): boolean =>
  check.fault === 'matching/other-epoch' &&
  check.public_key !== null &&
  Buffer.compare(check.public_key, held.public_key) === 0;

export const createChecking = (needs: MatchingNeeds, kick: () => void) => {
  const { verbs, database, clock, self, house, oprf } = needs;
  const inHouse = <T>(work: (unit: Unit) => Promise<T>): Promise<T> => database.transact(house, work);
  const today = (): Day => dayOf(clock.now());
  const tell = (unit: Unit, id: string) => needs.live.announce(unit, { topic: 'matching.check', id });

  /** Beyond the rules of the house: what the node's owner forbids of items of this field and purpose. */
  const tightened = (
    unit: Unit,
    actor: Actor,
    act: 'compose' | 'read',
    { field, purpose }: Pick<CheckDraft, 'field' | 'purpose'>,
  ): Promise<Decision> =>
    needs.tighten(unit, actor, act, { originator: self, marking: markingOf(self, { field, purpose }) });

  const requireUntil = (until: Day | undefined): void => {
    if (until === undefined) return;
    const last = dayOf(later(clock.now(), matchingLimits.watchedDays * dayMs));
    if (!isDay(until) || until <= today() || until > last)
      throw new Fault('matching/until-unsound', { limit: matchingLimits.watchedDays });
  };

  /** How many are sent for what is asked, decoys among them: so many are counted. */
  const requireQuota = async (
    { unit, note }: Pick<Work, 'unit' | 'note'>,
    draft: CheckDraft,
    officer: string,
    asked: number,
  ): Promise<number> => {
    const agreement = await needs.agreements.find(unit, draft.agreement);
    const gap = matchGap(agreement, draft, [self, draft.partner]);
    if (agreement?.matching === undefined || gap !== null || draft.partner === self)
      throw new Fault('matching/not-covered');
    const used = await unit.asHouse('matching', (part) =>
      checks.usedSince(part, { ...draft, officer }, `${today()}T00:00:00.000Z`),
    );
    const { perDay, perOfficer, decoysTo } = agreement.matching;
    const sent = sentFor(asked, decoysTo);
    note({ usedToday: used.all, usedByOfficer: used.mine, sent });
    if (used.all + sent > perDay) throw new Fault('matching/quota-spent', { limit: perDay });
    if (used.mine + sent > perOfficer) throw new Fault('matching/quota-spent', { limit: perOfficer });
    return sent;
  };

  /** Blinds and sends one check; it waits where the partner's set is not here yet. */
  const send = async (check: checks.StoredCheck): Promise<void> => {
    const held = await inHouse((unit) => sets.findHeld(unit, check.agreement, check.partner));
    if (held === null || held.filter === null || isRefusedUnder(check, held)) return;
    const queries = await inHouse((unit) => checks.queriesOf(unit, check.id));
    const blinded = await oprf.blind(queries.map(({ kind, form }) => matchingInput(kind, form)));
    const question = `x-tansiq-match-question--${randomUUID()}`;
    const { agreement: id, partner, field, purpose } = check;
    await verbs.run({ actor: house, verb: 'matching.ask', subject: check.id }, async (work) => {
      const { unit, permit, note } = work;
      permit(allow('matching/house'));
      const agreement = await needs.agreements.find(unit, id);
      const isCovered = agreement !== null && matchGap(agreement, check, [self, partner]) === null;
      if (!isCovered) return checks.refuseCheck(unit, check.id, 'matching/not-covered');
      const asked = { question, epoch: held.epoch, publicKey: held.public_key, ...blinded };
      if (!(await checks.markAsked(unit, check.id, asked))) return;
      const sent = {
        id: question,
        agreement: id,
        epoch: held.epoch,
        field,
        purpose,
        elements: blinded.elements,
      };
      const body = toBundle([questionToWire(sent, { by: self, at: clock.now() })]);
      const released = releaseMatching(agreement, partner, { kind: matchingKinds.question, body });
      assert(released !== null, 'an agreement that covers a check does not let it go');
      note({ partner, asked: check.asked, sent: check.sent, epoch: held.epoch, question });
      await checks.setEnvelope(unit, check.id, await needs.federation.send(unit, released));
      await tell(unit, check.id);
    });
  };

  const open = async (work: Work, check: checks.StoredCheck, places: readonly number[]): Promise<void> =>
    tellHits(needs, work, check, await cards.openCards(work.unit, check.id, places, clock.now()));

  /** What a check's answer says; null where the partner's proof does not hold, or his filter is another's. */
  const learn = async (check: checks.StoredCheck) => {
    const { queries, answer, held } = await inHouse(async (unit) => ({
      queries: await checks.queriesOf(unit, check.id),
      answer: await checks.readAnswer(unit, check.id),
      held: await sets.findHeld(unit, check.agreement, check.partner),
    }));
    if (answer === null || check.public_key === null) return null;
    const gather = (part: 'blind' | 'element') =>
      Uint8Array.from(Buffer.concat(queries.map((query) => query[part] ?? new Uint8Array(0))));
    const asked = {
      inputs: queries.map(({ kind, form }) => matchingInput(kind, form)),
      blinds: gather('blind'),
      elements: gather('element'),
    };
    const tags = await oprf.finalise(check.public_key, asked, answer);
    if (tags === null) return null;
    const isSameKey = held !== null && Buffer.compare(held.public_key, check.public_key) === 0;
    const filter = isSameKey && held.filter !== null ? openFilter(held.filter) : null;
    return { tags, filter, version: held?.version ?? 0 };
  };

  const finish = async (check: checks.StoredCheck): Promise<void> => {
    const learned = await learn(check);
    const call = { actor: house, verb: 'matching.learn', subject: check.id };
    if (learned === null) {
      await inHouse((unit) => checks.refuseCheck(unit, check.id, 'matching/proof-fails'));
      return verbs.run(call, async ({ permit }) =>
        permit(refuse('matching/the-published-key-alone', 'matching/proof-fails')),
      );
    }
    const { tags, filter, version } = learned;
    // A new epoch began while the answer was on its way: it is asked again.
    if (filter === null) return inHouse((unit) => checks.askUnderNewKey(unit, check.id));
    const hits = tagsIn(tags).map((tag) => filter.has(tag));
    const places = hits.flatMap((hit, place) => (hit && place < check.asked ? [place] : []));
    await verbs.run(call, async (work) => {
      const { unit, permit, note } = work;
      permit(allow('matching/house'));
      const found = { tags, hits, version, at: clock.now(), keepsTags: check.until !== null };
      await checks.finish(unit, check.id, found);
      note({ partner: check.partner, asked: check.asked, hits: places.length });
      if (places.length > 0) await open(work, check, places);
      await tell(unit, check.id);
    });
  };

  /** Looks a standing watch up in the partner's set as it is now; under a new key it is asked again. */
  const lookAgain = async (held: sets.HeldSet): Promise<void> => {
    if (held.version === null) return;
    const { agreement, partner, version, public_key: publicKey } = held;
    const of = { agreement, partner, version, publicKey, limit: matchingLimits.listed };
    const behind = await inHouse((unit) => checks.watchesBehind(unit, of, today()));
    if (behind.length === 0) return;
    const bytes = (await inHouse((unit) => sets.findHeld(unit, held.agreement, held.partner)))?.filter;
    const filter = bytes ? openFilter(bytes) : null;
    if (filter === null) return;
    await each(needs, behind, async (check) => {
      const isSameKey = check.public_key !== null && Buffer.compare(check.public_key, held.public_key) === 0;
      if (!isSameKey) return inHouse((unit) => checks.askAgain(unit, check.id));
      const queries = await inHouse((unit) => checks.queriesOf(unit, check.id));
      const places = queries.flatMap(({ place, tag, hit }) =>
        tag !== null && hit !== true && filter.has(tag) ? [place] : [],
      );
      await verbs.read({ actor: house, verb: 'matching.learn', subject: check.id }, async (work) => {
        work.permit(allow('matching/house'));
        await checks.markLookedUp(work.unit, check.id, { places, version: of.version });
        if (places.length === 0) return;
        work.note({ partner: check.partner, hits: places.length, standing: true });
        await open(work, check, places);
        await tell(work.unit, check.id);
      });
    });
  };

  /** Judges and keeps what is asked; it is sent by the next round. */
  const keep = (actor: Actor, draft: CheckDraft): Promise<CheckResult> =>
    verbs.run({ actor, verb: 'matching.check', subject: null }, async (work) => {
      const { unit, permit, note, subject } = work;
      permit(mayCheck(actor, self));
      permit(await tightened(unit, actor, 'compose', draft));
      const asked = askedOf(readTyped(draft.identifiers));
      if (asked.length === 0) throw new Fault('matching/nothing-readable');
      requireUntil(draft.until);
      const officer = actor.kind === 'person' ? actor.person : null;
      if (officer === null) throw new Fault('access/refused');
      const sent = await requireQuota(work, draft, officer, asked.length);
      const { agreement, partner, field, purpose, reason, until = null, batch } = draft;
      const id = randomUUID();
      subject(id);
      note({ partner, agreement, field, purpose, asked: asked.length, ...(until ? { until } : {}) });
      const kept = dayOf(later(clock.now(), matchingLimits.keptDays * dayMs));
      const erase_on = until !== null && until > kept ? until : kept;
      const facts = { id, batch, officer, agreement, partner, field, purpose, reason, until, sent, erase_on };
      await unit.asHouse('matching', (part) =>
        checks.insertCheck(part, { ...facts, holder: self, asked_at: clock.now() }, asked),
      );
      unit.afterCommit(kick);
      const made = await results.findCheck(unit, id);
      assert(made !== null, 'a check that was just made is not to be seen');
      return made;
    });

  /** Asks whether a check may be read: by whom, whether the node's owner forbids it, and for which reason. */
  const permitReading = async (
    { unit, permit, note }: Pick<Work, 'unit' | 'permit' | 'note'>,
    actor: Actor,
    found: CheckResult,
  ): Promise<void> => {
    permit(mayReadCheck(actor, self, found));
    permit(await tightened(unit, actor, 'read', found));
    const shown = found.identifiers.map(({ kind }) => ({ officer: found.officer, kind }));
    const consulted = mayConsultCards(actor, shown);
    permit(consulted.decision);
    if (consulted.personal) note({ personal: true });
  };

  /** A share that is spent is refused like what is forbidden: the journal has it. */
  const journalSpent = (actor: Actor): Promise<void> =>
    verbs
      .run({ actor, verb: 'matching.check', subject: null }, async ({ permit }) =>
        permit(refuse('matching/within-quota', 'matching/quota-spent')),
      )
      .catch((fault: unknown) => {
        if (!(fault instanceof Fault)) throw fault;
      });

  return {
    /** How a list would be read; nothing of it is kept. */
    preview: (actor: Actor, typed: readonly Typed[]): Promise<TypedReading[]> =>
      verbs.read({ actor, verb: 'matching.preview', subject: null }, async ({ permit }) => {
        permit(mayCheck(actor, self));
        return [...readTyped(typed)];
      }),

    /** Faults: `matching/` with `not-covered`, `nothing-readable`, `quota-spent`, `until-unsound`. */
    check: async (actor: Actor, draft: CheckDraft): Promise<CheckResult> => {
      try {
        return await keep(actor, draft);
      } catch (fault) {
        if (fault instanceof Fault && fault.code === 'matching/quota-spent') await journalSpent(actor);
        throw fault;
      }
    },

    permitReading,

    list: (actor: Actor): Promise<Check[]> =>
      verbs.read({ actor, verb: 'matching.list-checks', subject: null }, async ({ unit, permit }) => {
        permit(
          mayCheck(actor, self).kind === 'allowed'
            ? mayCheck(actor, self)
            : mayReadCheck(actor, self, nobody),
        );
        return [...(await results.listChecks(unit, matchingLimits.listed))];
      }),

    read: (actor: Actor, id: string): Promise<CheckResult> =>
      verbs.run({ actor, verb: 'matching.read-check', subject: id }, async (work) => {
        const found = await results.findCheck(work.unit, id);
        if (found === null) throw new Fault('access/absent');
        await permitReading(work, actor, found);
        return found;
      }),

    sendAll: async (): Promise<void> =>
      each(needs, await inHouse((unit) => checks.checksIn(unit, 'waiting', matchingLimits.listed)), send),
    finishAll: async (): Promise<void> =>
      each(needs, await inHouse((unit) => checks.checksIn(unit, 'answered', matchingLimits.listed)), finish),
    lookAgainAll: async (): Promise<void> => each(needs, await inHouse(sets.heldSets), lookAgain),
  };
};
