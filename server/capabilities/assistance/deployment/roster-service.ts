/** What the roster is told: who there is for an event, what each can do, and whether he may be tasked. */
import type { PartyId } from '../../../kernel/ids.ts';
import type { Instant } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import type { Profile } from './contract.ts';
import type { UnitFollower } from './needs-service.ts';
import { badgePeriod, holdsOf } from './showing-service.ts';
import { mayBeTasked, type Period, type Tasking } from './taskable.ts';
import { taskableOf } from './unit.ts';
import * as units from './unit-store.ts';
import type { UnitKind } from './vocabulary.ts';

const latest = (one: Instant, other: Instant): Instant => (one > other ? one : other);
const earliest = (one: Instant, other: Instant): Instant => (latest(one, other) === one ? other : one);

/** Units that the roster looks at for one event. */
const rosteredAtMost = 20_000;

/** A unit as the roster plans with it; it names nobody. */
export interface RosterUnit
  extends Pick<
    Profile,
    'specialty' | 'skills' | 'languages' | 'powers' | 'home' | 'hoursPerDay' | 'hoursPer7Days' | 'teamSize'
  > {
  readonly id: string;
  readonly kind: UnitKind;
  readonly party: PartyId;
  /** The person of this node that it is, to whom a plan may be shown. */
  readonly person: string | null;
  /** For who plans, to find it again: its name in Latin letters and its rank. */
  readonly name: string;
  readonly rank: string;
  readonly available: Period;
  /** Host officers with whom it is paired, and when. */
  readonly pairs: readonly (Period & { readonly host: string })[];
  /** Whether it may be tasked for the whole of the period asked about, and why not: the rule of the API. */
  readonly tasking: Tasking;
}

/** Lists units for the roster; it reads as the house, once its own verb has let the reader. */
export const createRosterUnits = (followers: UnitFollower[]) => ({
  /** Hears, in the transaction in which it happens, of each unit that a plan has lost. */
  whenLost: (hear: UnitFollower): void => {
    followers.push(hear);
  },

  /** Visitors sent for the event and own officers who are there in the period. */
  unitsOf: (unit: Unit, event: string, period: Period): Promise<readonly RosterUnit[]> =>
    unit.asHouse('deployment', async (part) => {
      const found = await units.listForEvent(part, { event, ...period }, rosteredAtMost);
      const held = await holdsOf(
        part,
        found.map(({ id }) => id),
      );
      return found.map((one) => {
        const { pairs, badges } = held(one.id);
        const { profile } = one;
        const overlap = {
          from: latest(one.available.from, period.from),
          until: earliest(one.available.until, period.until),
        };
        return {
          id: one.id,
          kind: one.kind,
          party: one.party,
          person: one.person,
          name: profile.nameLatin,
          rank: profile.rank,
          specialty: profile.specialty,
          skills: profile.skills,
          languages: profile.languages,
          powers: profile.powers,
          home: profile.home,
          hoursPerDay: profile.hoursPerDay,
          hoursPer7Days: profile.hoursPer7Days,
          teamSize: profile.teamSize,
          available: one.available,
          pairs: pairs
            .filter(({ visitor }) => visitor === one.id)
            .map(({ host, from, until }) => ({ host, from, until })),
          tasking: mayBeTasked(taskableOf(one, { pairs, badge: badgePeriod(badges) }), overlap),
        };
      });
    }),
  /** Asked again for one unit and one period: before a plan is published, and by every override. */
  mayBeTasked: (unit: Unit, id: string, period: Period): Promise<Tasking> =>
    unit.asHouse('deployment', async (part) => {
      const one = await units.findUnit(part, id);
      if (one === null) return { may: false, reasons: ['erased'] };
      const { pairs, badges } = (await holdsOf(part, [id]))(id);
      return mayBeTasked(taskableOf(one, { pairs, badge: badgePeriod(badges) }), period);
    }),
});
