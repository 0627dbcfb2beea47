/** The clock comes round: it tells that time runs out, and what was due while the node was down. */
import { allow, type SystemActor } from '../../kernel/decision.ts';
import { asId } from '../../kernel/ids.ts';
import { between } from '../../kernel/time.ts';
import { dueAt, levelAt } from './clock.ts';
import { escalationOf, headsLevel } from './staff/escalation-service.ts';
import * as store from './store.ts';
import { announce, type RequestNeeds } from './telling-service.ts';

export const clockLimits = {
  /** How often what is due is looked for. */
  everyMs: 15_000,
  /** Strands looked at in one round; the next round takes the rest. */
  atOnce: 500,
} as const;

/** Levels by the name that the journal gives them. */
const levelNames = ['none', 'half', 'three-quarters', 'breach', 'escalated'] as const;

/** Makes the work. What was missed is told once, at the level that is reached by now. */
export const createClockWork = (needs: RequestNeeds) => {
  const { database, verbs, clock, self } = needs;
  const house: SystemActor = { kind: 'system', name: 'requests', party: self };

  const warn = (item: string, addressee: string): Promise<void> =>
    verbs.read({ actor: house, verb: 'requests.warn', subject: item }, async ({ unit, permit, note }) => {
      permit(allow('requests/the-clock-tells'));
      const strand = await store.lockStrand(unit, asId('item', item), asId('party', addressee));
      const now = clock.now();
      const level = strand === null ? 0 : levelAt(strand.clock, now);
      // Another process, or an answer, was there first.
      if (strand === null || level <= strand.clock.level) return;
      const escalatedTo = await escalationOf(needs, unit, { desk: strand.desk, level });
      await store.putStrand(unit, { ...strand, escalatedTo, clock: { ...strand.clock, level } }, self);
      const due = dueAt(strand.clock);
      note({
        addressee,
        level: levelNames[level],
        dueAt: due ?? '',
        ...(level < headsLevel ? {} : { escalatedTo: escalatedTo ?? 'centre-head' }),
        lateMs: due === null ? 0 : Math.max(0, between(due, now)),
      });
      await announce(needs, unit, item);
    });

  return async (): Promise<void> => {
    const due = await database.transact(house, (unit) =>
      store.listDue(unit, clock.now(), clockLimits.atOnce),
    );
    for (const { item, addressee } of due) await warn(item, addressee);
  };
};
