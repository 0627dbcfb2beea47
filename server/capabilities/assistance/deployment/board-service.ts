/** The board of the deployment manager, and what the roster is told of units. */
import type { Actor } from '../../../kernel/decision.ts';
import { dayMs, dayOf, later } from '../../../kernel/time.ts';
import { momentOf, wallTimeOf } from '../../../kernel/zone.ts';
import { type StandingLine, standingLines, sumAsked } from './accepted-store.ts';
import { type Board, boardLimits, boardParts } from './board-contract.ts';
import * as store from './board-store.ts';
import { briefingLanguages } from './briefing.ts';
import { asDeployment, type DeploymentNeeds } from './needs-service.ts';
import { mayReadBoard } from './policy.ts';

type Fill = Board['fill'];

/** Accepted, named and arrived by specialty and partner, and above them what was asked for in all. */
const fillOf = (
  asked: Awaited<ReturnType<typeof sumAsked>>,
  accepted: readonly StandingLine[],
  filled: readonly store.Filled[],
): Fill => {
  const rows = new Map<string, Fill[number]>();
  const rowOf = (specialty: Fill[number]['specialty'], party: Fill[number]['party']) => {
    const key = `${specialty} ${party ?? ''}`;
    const row = rows.get(key) ?? { specialty, party, asked: null, accepted: 0, named: 0, arrived: 0 };
    rows.set(key, row);
    return row;
  };
  for (const { specialty, quantity } of asked) {
    const row = rowOf(specialty, null);
    row.asked = (row.asked ?? 0) + quantity;
  }
  for (const { specialty, partner, quantity } of accepted)
    for (const party of [partner, null]) rowOf(specialty, party).accepted += quantity;
  for (const { specialty, party: from, named, arrived } of filled)
    for (const party of [from, null]) {
      const row = rowOf(specialty, party);
      row.named += named;
      row.arrived += arrived;
    }
  return [...rows.values()].toSorted((a, b) =>
    a.specialty === b.specialty
      ? (a.party ?? '') < (b.party ?? '')
        ? -1
        : 1
      : a.specialty < b.specialty
        ? -1
        : 1,
  );
};

export const createBoard = (needs: DeploymentNeeds) => {
  const { verbs, self, clock, timeZone } = needs;
  return {
    read: (actor: Actor): Promise<Board> =>
      verbs.run({ actor, verb: 'assistance.read-board', subject: null }, async (work) => {
        work.permit(mayReadBoard(actor, self));
        const now = clock.now();
        const { day: today } = wallTimeOf(timeZone, now);
        const dayFrom = momentOf(timeZone, { day: today, time: '00:00' }) ?? now;
        const asked = {
          now,
          dayFrom,
          dayUntil: later(dayFrom, dayMs),
          expiringUntil: dayOf(later(now, boardLimits.expiringDays * dayMs)),
          briefed: briefingLanguages,
        };
        return asDeployment(work, async (part) => {
          const accepted = (await standingLines(part, now)).filter(({ host }) => host === self);
          const wanted = await sumAsked(part, self, now);
          const { waiting, filled } = await store.readHere(part, asked);
          return {
            at: now,
            parts: boardParts.map((name) => ({
              part: name,
              ...(waiting.get(name) ?? { count: 0, rows: [] }),
            })),
            fill: fillOf(wanted, accepted, filled),
            costs: await store.sumCosts(part, later(now, -boardLimits.costDays * dayMs)),
          };
        });
      }),
  };
};
