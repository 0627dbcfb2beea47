/**
 * The verbs of visitor risk analyses: partners are asked at once, and what came of each stands in
 * one table.
 */
import { type Actor, actorName } from '../../../kernel/decision.ts';
import { Fault, type Language } from '../../../kernel/faults.ts';
import type { ItemId, PartyId } from '../../../kernel/ids.ts';
import type { Field } from '../../../kernel/marking.ts';
import { dayMs, dayOf, later } from '../../../kernel/time.ts';
import { wallTimeOf } from '../../../kernel/zone.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import { type Agreement, gapOf } from '../../agreements/index.ts';
import type { AskedOf } from '../../requests/index.ts';
import type { MajorEvent } from '../contract.ts';
import { findEvent } from '../event-store.ts';
import { requireEvent } from '../keeping-service.ts';
import { riskLimits } from './limits.ts';
import type { RiskNeeds } from './needs-service.ts';
import { mayAskPartners, mayReadRisk } from './policy.ts';
import { nameIn } from './reason-words.ts';
import { dueOf, isLate, stateOf } from './visitor.ts';
import {
  type VisitorAsk,
  type VisitorDraft,
  type VisitorMilestone,
  type Visitors,
  type VisitorText,
  visitorMilestones,
} from './visitor-contract.ts';
import { listAsks, putAsk, type StoredAsk } from './visitor-store.ts';
import { visitorText } from './visitor-words.ts';

const field: Field = 'event-security';

/** The agreement under which a partner may be asked; null where none covers it. */
const coverOf = (
  agreements: readonly Agreement[],
  partner: PartyId,
  purpose: MajorEvent['purpose'],
): Agreement | null => agreements.find((one) => gapOf(one, { field, purpose }, partner) === null) ?? null;

export const createVisiting = (needs: RiskNeeds) => {
  const { verbs, clock, self, timeZone, live, house } = needs;
  const today = () => wallTimeOf(timeZone, clock.now()).day;

  const load = async (unit: Unit, event: string): Promise<MajorEvent> => {
    const found = await findEvent(unit, event);
    if (found === null) throw new Fault('access/absent');
    return found;
  };

  const shown = (ask: StoredAsk, asked: AskedOf): VisitorAsk => {
    const state = stateOf(asked);
    const { releasedAt, answeredAt, answers } = asked;
    const came = { releasedAt, answeredAt, answers: [...answers] };
    return { ...ask, state, ...came, overdue: isLate(state, ask.dueOn, today()) };
  };

  /** What was asked and is still here: a draft that was discarded was not asked. */
  const asksOf = async (unit: Unit, event: string): Promise<readonly VisitorAsk[]> => {
    const stored = await listAsks(unit, event);
    const asked = await needs.askedOf(
      unit,
      stored.map(({ item }) => item),
    );
    return stored.flatMap((ask) => {
      const of = asked.get(ask.item);
      return of === undefined ? [] : [shown(ask, of)];
    });
  };

  const isLinked = (unit: Unit, partner: PartyId): Promise<boolean> =>
    unit.asHouse('events', (part) => needs.isLinked(part, partner));

  const partnersOf = async (
    unit: Unit,
    agreements: readonly Agreement[],
    { purpose }: MajorEvent,
    asks: readonly VisitorAsk[],
  ): Promise<Visitors['partners']> => {
    const inForce = agreements.filter(({ state }) => state === 'in-force');
    const all = new Set([
      ...inForce.flatMap(({ parties }) => parties),
      ...asks.map(({ partner }) => partner),
    ]);
    all.delete(self);
    const partners: Visitors['partners'] = [];
    for (const partner of all) {
      const linked = await isLinked(unit, partner);
      partners.push({ partner, linked, covered: coverOf(agreements, partner, purpose) !== null });
    }
    return partners;
  };

  const markingOf = (agreement: Agreement, purpose: MajorEvent['purpose']) => {
    const { tlp, pap, handling, reviewAfterDays, eraseAfterDays } = agreement.defaults;
    const after = (days: number) => dayOf(later(clock.now(), days * dayMs));
    const { legalBasis } = agreement;
    const dates = { reviewOn: after(reviewAfterDays), eraseOn: after(eraseAfterDays) };
    return { tlp, pap, handling, field, purpose, legalBasis, personCategories: [], ...dates };
  };

  /** One partner is asked, unless he was: then nothing is begun for him. */
  const askOne = async (
    actor: Actor,
    event: MajorEvent,
    to: { readonly partner: PartyId; readonly agreement: Agreement },
    draft: VisitorDraft,
  ): Promise<{ readonly item: ItemId; readonly version: number }> => {
    const { milestone, language, title, summary } = draft;
    const item = {
      ...{ title, summary, language, agreement: to.agreement.id, circle: null, withheld: [] },
      recipients: [to.partner],
      marking: markingOf(to.agreement, event.purpose),
    };
    const begun = await needs.beginRequest(actor, item, async (work, id) => {
      work.permit(mayAskPartners(actor, self));
      await requireEvent(work.unit, event.id);
      if (isAsked(await asksOf(work.unit, event.id), to.partner, milestone))
        throw new Fault('events/partner-asked');
      const asked = { partner: to.partner, milestone, item: id, askedAt: clock.now() };
      const due = dueOf(event, milestone);
      const how = { holder: self, event: event.id, by: actorName(actor) };
      await putAsk(work.unit, { ...asked, dueOn: due }, how);
      work.note({ event: event.id, milestone });
      await live.announce(work.unit, { topic: 'events.risk-ask', id: event.id });
      return [];
    });
    return { item: begun.id, version: begun.version };
  };

  const isAsked = (asks: readonly VisitorAsk[], partner: PartyId, milestone: VisitorMilestone): boolean =>
    asks.some((ask) => ask.partner === partner && ask.milestone === milestone && ask.state !== 'withdrawn');

  const list = async (actor: Actor, event: string): Promise<Visitors> => {
    const agreements = await needs.agreements.list(house);
    return verbs.read({ actor, verb: 'events.list-visitor-analyses', subject: event }, async (work) => {
      work.permit(mayReadRisk(actor, self));
      const found = await load(work.unit, event);
      const asks = await asksOf(work.unit, event);
      const soon = dayOf(later(`${today()}T12:00:00.000Z`, riskLimits.soonDays * dayMs));
      return {
        milestones: visitorMilestones.map((milestone) => {
          const due = dueOf(found, milestone);
          return { milestone, dueOn: due, near: due <= soon };
        }),
        partners: await partnersOf(work.unit, agreements, found, asks),
        asks: [...asks],
        mayAsk: mayAskPartners(actor, self).kind === 'allowed',
      };
    });
  };

  return {
    list,

    /** The text that a planner begins with. */
    text: (
      actor: Actor,
      event: string,
      { milestone, language }: { readonly milestone: VisitorMilestone; readonly language: Language },
    ): Promise<VisitorText> =>
      verbs.read({ actor, verb: 'events.read-visitor-text', subject: event }, async ({ unit, permit }) => {
        permit(mayReadRisk(actor, self));
        const found = await load(unit, event);
        const days = { first: found.firstDay, last: found.lastDay, due: dueOf(found, milestone) };
        return visitorText(language, { milestone, event: nameIn(found.name, language), ...days });
      }),

    /**
     * Begins a request for each partner that was not asked yet for this milestone, each with its own
     * agreement and marking, so that none hears who else was asked. Faults before anything is begun:
     * `events/partners-not-covered`, `events/partners-not-linked`; `events/partner-asked` where somebody
     * else asked him meanwhile.
     */
    ask: async (actor: Actor, event: string, draft: VisitorDraft): Promise<Visitors> => {
      const agreements = await needs.agreements.list(house);
      const begin = await verbs.run(
        { actor, verb: 'events.ask-visitor-analyses', subject: event },
        async ({ unit, permit, note }) => {
          permit(mayAskPartners(actor, self));
          const found = await load(unit, event);
          const asks = await asksOf(unit, event);
          const open = draft.partners.filter((partner) => !isAsked(asks, partner, draft.milestone));
          const covered = open.flatMap((partner) => {
            const agreement = coverOf(agreements, partner, found.purpose);
            return agreement === null ? [] : [{ partner, agreement }];
          });
          if (covered.length < open.length) throw new Fault('events/partners-not-covered');
          for (const { partner } of covered)
            if (!(await isLinked(unit, partner))) throw new Fault('events/partners-not-linked');
          note({ milestone: draft.milestone, partners: covered.length });
          return { found, covered };
        },
      );
      for (const to of begin.covered) {
        const begun = await askOne(actor, begin.found, to, draft);
        if (draft.propose) await needs.propose(actor, begun.item, begun.version);
      }
      return list(actor, event);
    },
  };
};
/** The verbs of visitor risk analyses. */
export type Visiting = ReturnType<typeof createVisiting>;
