/** What screens show besides: checks of several partners, use by day, what waits, what an item names. */
import type { Actor } from '../../kernel/decision.ts';
import { Fault } from '../../kernel/faults.ts';
import type { ItemId } from '../../kernel/ids.ts';
import { dayMs, dayOf, later } from '../../kernel/time.ts';
import { type IdentifierKind, readIdentifier } from '../../plumbing/identifiers/index.ts';
import * as cards from './card-store.ts';
import type { createChecking } from './checking-service.ts';
import type { CheckResult, Counts, Suggestion, UsedDay } from './contract.ts';
import { matchingLimits } from './limits.ts';
import { type MatchingNeeds, matchingPairs } from './needs-service.ts';
import { saidIn } from './observed.ts';
import { mayCheck, mayDecide, mayReadAlarms, mayReadCards, mayReadCheck, mayReadUse } from './policy.ts';
import { countAlarms } from './question-store.ts';
import * as results from './result-store.ts';
import { usedByDay } from './use-store.ts';

export const createOverview = (
  needs: MatchingNeeds,
  { permitReading }: Pick<ReturnType<typeof createChecking>, 'permitReading'>,
) => {
  const { verbs, clock, self } = needs;
  return {
    /** What was asked of several partners at once. */
    batch: (actor: Actor, batch: string): Promise<CheckResult[]> =>
      verbs.run({ actor, verb: 'matching.read-check', subject: batch }, async (work) => {
        const found = await results.findBatch(work.unit, batch, matchingLimits.listed);
        if (found.length === 0) throw new Fault('access/absent');
        for (const check of found) await permitReading(work, actor, check);
        return [...found];
      }),

    /** Ends a standing watch before its day; what it found stays. Fault: `matching/no-watch`. */
    stop: (actor: Actor, id: string): Promise<CheckResult> =>
      verbs.run({ actor, verb: 'matching.stop-watch', subject: id }, async ({ unit, permit }) => {
        const found = await results.findCheck(unit, id);
        if (found === null) throw new Fault('access/absent');
        permit(mayReadCheck(actor, self, found));
        permit(mayDecide(actor, self));
        const isStopped = await unit.asHouse('matching', (part) => results.stopWatch(part, id, clock.now()));
        if (!isStopped) throw new Fault('matching/no-watch');
        await needs.live.announce(unit, { topic: 'matching.check', id });
        return (await results.findCheck(unit, id)) ?? found;
      }),

    counts: (actor: Actor): Promise<Counts> =>
      verbs.read({ actor, verb: 'matching.list-hits', subject: null }, async ({ unit, permit }) => {
        const mayHear = mayReadAlarms(actor, self);
        permit(mayHear.kind === 'allowed' ? mayHear : mayReadCards(actor, self));
        const since = `${dayOf(later(clock.now(), -dayMs))}T00:00:00.000Z`;
        const alarms =
          mayHear.kind === 'allowed' ? await unit.asHouse('matching', (part) => countAlarms(part, since)) : 0;
        return { openHits: await cards.countOpen(unit), alarms };
      }),

    /** The last days in both directions, the latest first. */
    usedDays: async (actor: Actor): Promise<UsedDay[]> => {
      const pairs = await matchingPairs(needs);
      const since = dayOf(later(clock.now(), -matchingLimits.usualDays * dayMs));
      const officer = actor.kind === 'person' ? actor.person : '';
      return verbs.read({ actor, verb: 'matching.read-use', subject: null }, async ({ unit, permit }) => {
        permit(mayReadUse(actor, self));
        const days = await unit.asHouse('matching', (part) => usedByDay(part, { since, officer }));
        const isKnown = ({ agreement, partner }: UsedDay): boolean =>
          pairs.some((pair) => pair.agreement.id === agreement && pair.partner === partner);
        const hears = mayReadAlarms(actor, self).kind === 'allowed';
        return days.filter(isKnown).map((day) => ({ ...day, alarm: day.alarm && hears }));
      });
    },

    /** What an item names that partners could be asked about; each identifier once. */
    ofItem: async (actor: Actor, id: ItemId): Promise<Suggestion> => {
      await verbs.read({ actor, verb: 'matching.preview', subject: id }, async ({ permit }) =>
        permit(mayCheck(actor, self)),
      );
      const { title, marking, objects } = await needs.readItem(actor, id);
      const found = new Map<string, { kind: IdentifierKind; text: string }>();
      for (const [kind, text] of objects.flatMap(saidIn)) {
        const reading = typeof text === 'string' ? readIdentifier(kind, text) : null;
        if (reading?.kind === 'read' && typeof text === 'string')
          found.set(`${kind} ${reading.form}`, { kind, text });
      }
      return { title, field: marking.field, purpose: marking.purpose, identifiers: [...found.values()] };
    },
  };
};
