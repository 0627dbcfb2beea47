/** What officers ask: judged and kept, and shown again with what came of it. */
import { randomUUID } from 'node:crypto';
import { type Actor, type Decision, refuse } from '../../kernel/decision.ts';
import { assert, Fault } from '../../kernel/faults.ts';
import { type Day, dayMs, dayOf, isDay, later } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import type { Work } from '../../plumbing/verbs/index.ts';
import * as checks from './check-store.ts';
import type { Check, CheckDraft, CheckResult, Typed, TypedReading } from './contract.ts';
import { matchingLimits, sentFor } from './limits.ts';
import type { MatchingNeeds } from './needs-service.ts';
import { markingOf, matchGap, mayCheck, mayConsultCards, mayReadCheck } from './policy.ts';
import { readTyped } from './reading-service.ts';
import * as results from './result-store.ts';
import { askedOf, countAsked } from './typed.ts';
import * as uses from './use-store.ts';

const nobody = { officer: '' };

export const createChecking = (needs: MatchingNeeds, kick: () => void) => {
  const { verbs, clock, self } = needs;
  const today = (): Day => dayOf(clock.now());

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
    const used = await unit.asHouse('matching', async (part) => {
      await uses.lockUse(part, draft);
      return uses.usedSince(part, { ...draft, officer }, `${today()}T00:00:00.000Z`);
    });
    const { perDay, perOfficer, decoysTo } = agreement.matching;
    const sent = sentFor(asked, decoysTo);
    note({ usedToday: used.all, usedByOfficer: used.mine, sent });
    if (used.all + sent > perDay) throw new Fault('matching/quota-spent', { limit: perDay });
    if (used.mine + sent > perOfficer) throw new Fault('matching/quota-spent', { limit: perOfficer });
    return sent;
  };

  /** Judges and keeps what is asked; it is sent by the next round. */
  const keep = (actor: Actor, draft: CheckDraft): Promise<CheckResult> =>
    verbs.run({ actor, verb: 'matching.check', subject: null }, async (work) => {
      const { unit, permit, note, subject } = work;
      permit(mayCheck(actor, self));
      permit(await tightened(unit, actor, 'compose', draft));
      const asked = askedOf(await readTyped(draft.identifiers));
      if (asked.length === 0) throw new Fault('matching/nothing-readable');
      const limit = matchingLimits.identifiers;
      if (asked.length > limit) throw new Fault('matching/too-many', { limit });
      requireUntil(draft.until);
      const officer = actor.kind === 'person' ? actor.person : null;
      if (officer === null) throw new Fault('access/refused');
      const sent = await requireQuota(work, draft, officer, asked.length);
      const { agreement, partner, field, purpose, reason, until = null, batch } = draft;
      const id = randomUUID();
      subject(id);
      note({ partner, agreement, field, purpose, asked: countAsked(asked), ...(until ? { until } : {}) });
      const kept = dayOf(later(clock.now(), matchingLimits.keptDays * dayMs));
      const erase_on = until !== null && until > kept ? until : kept;
      const facts = { id, batch, officer, agreement, partner, field, purpose, reason, until, sent, erase_on };
      await unit.asHouse('matching', async (part) => {
        const asked_at = clock.now();
        await checks.insertCheck(part, { ...facts, holder: self, asked_at }, asked);
        await uses.noteUse(part, id, asked_at);
      });
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
        return readTyped(typed);
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
  };
};
