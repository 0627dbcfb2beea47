/** Hits are for people: one makes a request of a hit, or sets it aside; and how much was asked is open. */
import { type Actor, actorName } from '../../kernel/decision.ts';
import type { Language } from '../../kernel/faults.ts';
import { Fault } from '../../kernel/faults.ts';
import type { ItemId } from '../../kernel/ids.ts';
import { dayMs, dayOf, later } from '../../kernel/time.ts';
import { isVisible } from '../../kernel/visible.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import { openFilter } from '../../plumbing/oprf/index.ts';
import * as cards from './card-store.ts';
import type { Alarm, Card, Dismissal, Use } from './contract.ts';
import { matchingLimits, usualOf } from './limits.ts';
import { type MatchingNeeds, matchingPairs } from './needs-service.ts';
import { mayConsultCards, mayDecide, mayReadAlarms, mayReadCards, mayReadUse } from './policy.ts';
import * as questions from './question-store.ts';
import * as sets from './set-store.ts';
import { subjectOf } from './subject.ts';
import * as uses from './use-store.ts';
import { requestSummary, requestTitle } from './words.ts';

export const createCards = (needs: MatchingNeeds) => {
  const { verbs, clock, self } = needs;

  const load = async (unit: Unit, id: string): Promise<Card> => {
    const card = await cards.findCard(unit, id);
    if (card === null) throw new Fault('access/absent');
    return card;
  };
  const decide = async (
    unit: Unit,
    actor: Actor,
    id: string,
    made: Omit<Parameters<typeof cards.decideCard>[2], 'by' | 'at'>,
  ): Promise<void> => {
    const decision = { ...made, by: actorName(actor), at: clock.now() };
    if (!(await unit.asHouse('matching', (part) => cards.decideCard(part, id, decision))))
      throw new Fault('matching/card-decided');
    await needs.live.announce(unit, { topic: 'matching.card', id });
  };

  const spentUnder = async (
    unit: Unit,
    pair: Awaited<ReturnType<typeof matchingPairs>>[number],
    actor: Actor,
  ) => {
    const of = { agreement: pair.agreement.id, partner: pair.partner };
    const day = dayOf(clock.now());
    const officer = actor.kind === 'person' ? actor.person : '';
    const used = await uses.usedSince(unit, { ...of, officer }, `${day}T00:00:00.000Z`);
    const since = `${dayOf(later(clock.now(), -matchingLimits.usualDays * dayMs))}T00:00:00.000Z`;
    const days = await questions.askedByDay(unit, of, since);
    const filter = (await sets.findHeld(unit, of.agreement, of.partner))?.filter ?? null;
    return {
      ...of,
      askedToday: used.all,
      askedByMe: used.mine,
      answeredToday: days.find((one) => one.day === day)?.asked ?? 0,
      perDay: pair.agreement.matching?.perDay ?? 0,
      perOfficer: pair.agreement.matching?.perOfficer ?? 0,
      alarm: mayReadAlarms(actor, self).kind === 'allowed' && days.some(({ alarm }) => alarm),
      ready: filter !== null,
      preparing: await sets.progressOf(unit, of.agreement, of.partner),
      falseHits: filter === null ? null : (openFilter(filter)?.falseHits ?? null),
    };
  };

  const alarmsUnder = async (
    unit: Unit,
    pair: Awaited<ReturnType<typeof matchingPairs>>[number],
  ): Promise<readonly Alarm[]> => {
    const of = { agreement: pair.agreement.id, partner: pair.partner };
    const since = `${dayOf(later(clock.now(), -matchingLimits.usualDays * dayMs))}T00:00:00.000Z`;
    const days = await questions.askedByDay(unit, of, since);
    return days
      .filter(({ alarm }) => alarm)
      .map(({ day, asked }) => {
        const before = days.filter((one) => one.day < day).map((one) => one.asked);
        return { ...of, day, asked, usual: usualOf(before) };
      });
  };

  return {
    list: (actor: Actor): Promise<Card[]> =>
      verbs.run({ actor, verb: 'matching.list-hits', subject: null }, async ({ unit, permit, note }) => {
        permit(mayReadCards(actor, self));
        const found = await cards.listCards(unit, matchingLimits.listed);
        const consulted = mayConsultCards(actor, found);
        permit(consulted.decision);
        if (consulted.personal) note({ personal: true });
        return [...found];
      }),

    /** Fault: `matching/ground-unsaid`, `matching/card-decided`. */
    dismiss: (actor: Actor, id: string, dismissal: Dismissal): Promise<Card> =>
      verbs.run({ actor, verb: 'matching.dismiss-hit', subject: id }, async ({ unit, permit, note }) => {
        await load(unit, id);
        permit(mayDecide(actor, self));
        const { ground, remark } = dismissal;
        if (ground === 'other' && !isVisible(remark)) throw new Fault('matching/ground-unsaid');
        note({ ground });
        await decide(unit, actor, id, { state: 'dismissed', item: null, dismissal });
        return load(unit, id);
      }),

    /** What was set aside is to be decided again. Fault: `matching/card-decided`. */
    reopen: (actor: Actor, id: string): Promise<Card> =>
      verbs.run({ actor, verb: 'matching.reopen-hit', subject: id }, async ({ unit, permit }) => {
        await load(unit, id);
        permit(mayDecide(actor, self));
        if (!(await unit.asHouse('matching', (part) => cards.reopenCard(part, id))))
          throw new Fault('matching/card-decided');
        await needs.live.announce(unit, { topic: 'matching.card', id });
        return load(unit, id);
      }),

    /** A draft request to the partner; its writer says the rest, and a second person releases it. */
    request: async (actor: Actor, id: string, language: Language): Promise<{ readonly item: ItemId }> => {
      const { card, marking } = await verbs.read(
        { actor, verb: 'matching.request', subject: id },
        async ({ unit, permit }) => {
          const card = await load(unit, id);
          permit(mayDecide(actor, self));
          if (card.state !== 'open') throw new Fault('matching/card-decided');
          const agreement = await needs.agreements.find(unit, card.agreement);
          if (agreement === null) throw new Fault('matching/not-covered');
          const { tlp, pap, handling, reviewAfterDays, eraseAfterDays } = agreement.defaults;
          const after = (days: number) => dayOf(later(clock.now(), days * dayMs));
          const dates = { reviewOn: after(reviewAfterDays), eraseOn: after(eraseAfterDays) };
          const { field, purpose } = card;
          const { legalBasis } = agreement;
          const said = { field, purpose, legalBasis, personCategories: [] };
          return { card, marking: { tlp, pap, handling, ...said, ...dates } };
        },
      );
      const draft = {
        title: requestTitle(language, card.kind),
        summary: requestSummary(language, card),
        language,
        marking,
        agreement: card.agreement,
        circle: null,
        recipients: [card.partner],
        withheld: [],
      };
      const item = await needs.beginRequest(actor, draft, async (work, target) => {
        await decide(work.unit, actor, id, { state: 'requested', item: target, dismissal: null });
        return [subjectOf(card, { by: self, at: clock.now() })];
      });
      return { item: item.id };
    },

    /** Days on which partners asked far more than they usually do. */
    alarms: async (actor: Actor): Promise<Alarm[]> => {
      const pairs = await matchingPairs(needs);
      return verbs.run({ actor, verb: 'matching.list-alarms', subject: null }, async ({ unit, permit }) => {
        permit(mayReadAlarms(actor, self));
        return unit.asHouse('matching', async (part) => {
          const all: Alarm[] = [];
          for (const pair of pairs) all.push(...(await alarmsUnder(part, pair)));
          return all.sort((one, other) => (one.day < other.day ? 1 : -1));
        });
      });
    },

    /** How much was asked today: by us, by the reader, and of us. */
    use: async (actor: Actor): Promise<Use[]> => {
      const pairs = await matchingPairs(needs);
      return verbs.read({ actor, verb: 'matching.read-use', subject: null }, async ({ unit, permit }) => {
        permit(mayReadUse(actor, self));
        return unit.asHouse('matching', async (part) => {
          const all: Use[] = [];
          for (const pair of pairs) all.push(await spentUnder(part, pair, actor));
          return all;
        });
      });
    },
  };
};
