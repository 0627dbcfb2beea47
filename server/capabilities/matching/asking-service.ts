/** The rounds of what was asked: it is blinded and sent, and looked up when the answer is there, or later. */
import { randomUUID } from 'node:crypto';
import { allow, refuse } from '../../kernel/decision.ts';
import { assert, Fault } from '../../kernel/faults.ts';
import { dayOf } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import { matchingInput } from '../../plumbing/identifiers/index.ts';
import { openFilter, tagBytes } from '../../plumbing/oprf/index.ts';
import { toBundle } from '../../plumbing/stix/index.ts';
import type { Work } from '../../plumbing/verbs/index.ts';
import * as cards from './card-store.ts';
import * as checks from './check-store.ts';
import { inPages } from './in-pages.ts';
import { matchingLimits } from './limits.ts';
import type { MatchingNeeds } from './needs-service.ts';
import { matchGap, releaseMatching } from './policy.ts';
import * as sets from './set-store.ts';
import { createShares } from './shares-service.ts';
import { tellHits } from './telling-service.ts';
import { matchingKinds, questionToWire } from './wire.ts';

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

export const createAsking = (needs: MatchingNeeds) => {
  const { verbs, database, clock, self, house, oprf } = needs;
  const inHouse = <T>(work: (unit: Unit) => Promise<T>): Promise<T> => database.transact(house, work);
  const tell = (unit: Unit, id: string) => needs.live.announce(unit, { topic: 'matching.check', id });

  const shares = createShares(needs);

  /** Blinds and sends one check; it waits where the partner's set is not here yet. */
  const send = async (check: checks.StoredCheck): Promise<void> => {
    const held = await inHouse((unit) => sets.findHeld(unit, check.agreement, check.partner));
    if (held === null || held.filter === null || isRefusedUnder(check, held)) return;
    if (await shares.isHeldBack(check)) return;
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
      if (!(await shares.take(unit, check, agreement))) return;
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

  /** Opens the cards of these places, and tells of them; how many. */
  const open = async (work: Work, check: checks.StoredCheck, places: readonly number[]): Promise<number> => {
    const opened = await cards.openCards(work.unit, check.id, places, clock.now());
    await tellHits(needs, work, check, opened);
    return opened.length;
  };

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
    return { queries, tags, filter, version: held?.version ?? 0 };
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
    const { queries, tags, filter, version } = learned;
    // A new epoch began while the answer was on its way: it is asked again.
    if (filter === null) return inHouse((unit) => checks.askUnderNewKey(unit, check.id));
    const isFound = tagsIn(tags).map((tag) => filter.has(tag));
    const places = isFound.flatMap((hit, place) => (hit && queries[place]?.decoy === false ? [place] : []));
    await verbs.run(call, async (work) => {
      const { unit, permit, note } = work;
      permit(allow('matching/house'));
      const found = { tags, hits: isFound, version, at: clock.now(), keepsTags: check.until !== null };
      await checks.finish(unit, check.id, found);
      const hits = places.length > 0 ? await open(work, check, places) : 0;
      note({ partner: check.partner, asked: check.asked, hits: hits });
      await tell(unit, check.id);
    });
  };

  /** Looks a standing watch up in the partner's set as it is now; under a new key it is asked again. */
  const lookAgain = async (held: sets.HeldSet): Promise<void> => {
    if (held.version === null) return;
    const { agreement, partner, version, public_key: publicKey } = held;
    const of = { agreement, partner, version, publicKey, limit: matchingLimits.listed };
    const behind = await inHouse((unit) => checks.watchesBehind(unit, of, dayOf(clock.now())));
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
        const hits = await open(work, check, places);
        work.note({ partner: check.partner, hits, standing: true });
        await tell(work.unit, check.id);
      });
    });
  };

  const eachIn = (state: 'waiting' | 'answered', work: typeof send): Promise<void> => {
    const limit = matchingLimits.listed;
    const load = (after: checks.StoredCheck | null) =>
      inHouse((unit) => checks.checksIn(unit, state, { after, limit }));
    return inPages(limit, load, (page) => each(needs, page, work));
  };

  return {
    sendAll: (): Promise<void> => eachIn('waiting', send),
    finishAll: (): Promise<void> => eachIn('answered', finish),
    lookAgainAll: async (): Promise<void> => each(needs, await inHouse(sets.heldSets), lookAgain),
  };
};
