/** The verbs of looking at risk: the map over venues and days, the matrix, and what rose. */
import type { Actor } from '../../../kernel/decision.ts';
import { dayMs, type Instant, later } from '../../../kernel/time.ts';
import { wallTimeOf } from '../../../kernel/zone.ts';
import { requireReadable } from '../places-service.ts';
import { type Current, isOverdue } from './assessment.ts';
import { currentOf } from './assessment-store.ts';
import type { MatrixQuery } from './contract.ts';
import { namesOf } from './facts.ts';
import { loadFacts } from './facts-service.ts';
import type { HazardName } from './hazards.ts';
import { heatOf, higherSince, sessionDays } from './heat-store.ts';
import { levelOfRank, scale } from './level.ts';
import { riskLimits } from './limits.ts';
import type { RiskNeeds } from './needs-service.ts';
import { mayReadRisk } from './policy.ts';
import type { Heat, MatrixView, Rose } from './view-contract.ts';

/** Of one cell of the matrix. */
const shownInCell = 60;

export const createSeeing = (needs: RiskNeeds) => {
  const { verbs, clock, self, timeZone } = needs;
  const today = () => wallTimeOf(timeZone, clock.now()).day;

  const cellsOf = (all: readonly Current[]): MatrixView['cells'] =>
    scale.flatMap((likelihood) =>
      scale.map((impact) => {
        const here = all.filter((one) => one.likelihood === likelihood && one.impact === impact);
        const shown = here.slice(0, shownInCell).map((one) => ({ ...one, overdue: isOverdue(one, today()) }));
        return { likelihood, impact, count: here.length, shown };
      }),
    );

  return {
    heat: (actor: Actor, event: string, hazard: HazardName | null): Promise<Heat> =>
      verbs.read({ actor, verb: 'events.read-risk-map', subject: event }, async ({ unit, permit }) => {
        permit(mayReadRisk(actor, self));
        await requireReadable(unit, event);
        const [rows, days] = await Promise.all([
          heatOf(unit, { event, hazard, zone: timeZone, today: today() }),
          sessionDays(unit, event, timeZone),
        ]);
        const held = new Map(days.map(({ venue, day, sessions }) => [`${venue} ${day}`, sessions]));
        const known = new Set(rows.map(({ venue, day }) => `${venue ?? ''} ${day ?? ''}`));
        const cells = rows.flatMap(({ venue, day, rank, object: _object, ...rest }) =>
          venue === null || day === null
            ? []
            : [{ ...rest, venue, day, level: levelOfRank(rank), sessions: held.get(`${venue} ${day}`) ?? 0 }],
        );
        const blank = days
          .filter(({ venue, day }) => !known.has(`${venue} ${day}`))
          .map((one) => ({ ...one, level: null, assessed: 0, overdue: 0, hazard: null }));
        const objects = rows.flatMap(({ object, rank, overdue, hazard: worst }) =>
          object === null ? [] : [{ object, level: levelOfRank(rank), overdue, hazard: worst }],
        );
        return { timeZone, cells: [...cells, ...blank], objects };
      }),

    matrix: (actor: Actor, event: string, query: MatrixQuery): Promise<MatrixView> =>
      verbs.read({ actor, verb: 'events.read-risk-matrix', subject: event }, async ({ unit, permit }) => {
        permit(mayReadRisk(actor, self));
        await requireReadable(unit, event);
        const narrowed = query.venue !== undefined || query.day !== undefined;
        const facts = await loadFacts(unit, event, timeZone);
        const wanted = new Set(
          facts
            .filter(({ placeId }) => query.venue === undefined || placeId === query.venue)
            .filter(({ day }) => query.day === undefined || day === query.day)
            .map(({ key }) => key),
        );
        const all = (await currentOf(unit, event, query.hazard ?? null)).filter(
          ({ target }) => !narrowed || wanted.has(target),
        );
        const overdue = all.filter((one) => isOverdue(one, today()));
        const shown = query.overdue === true ? overdue : all;
        const cells = cellsOf(shown);
        const keys = cells.flatMap((cell) => cell.shown.map(({ target }) => target));
        const names = namesOf(facts, keys);
        return { cells, overdue: overdue.length, total: all.length, names };
      }),

    /** What is higher than at a moment; than a day ago where none is named. */
    rose: (actor: Actor, event: string, since: Instant | undefined): Promise<Rose> =>
      verbs.read({ actor, verb: 'events.read-risen-risk', subject: event }, async ({ unit, permit }) => {
        permit(mayReadRisk(actor, self));
        await requireReadable(unit, event);
        const from = since ?? later(clock.now(), -dayMs);
        const found = await higherSince(unit, { event, since: from, limit: riskLimits.rose });
        const items = found.rose.flatMap(({ before, after, ...rest }) => {
          const [was, is] = [levelOfRank(before), levelOfRank(after)];
          return was === null || is === null ? [] : [{ ...rest, before: was, after: is }];
        });
        const facts = await loadFacts(unit, event, timeZone);
        const names = namesOf(
          facts,
          items.map(({ target }) => target),
        );
        return { since: from, items, first: found.first, fell: found.fell, names };
      }),
  };
};
/** The verbs of looking at risk. */
export type Seeing = ReturnType<typeof createSeeing>;
