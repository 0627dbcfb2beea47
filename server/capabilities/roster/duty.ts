/** Duties as units are told of them: what changed since, and what must be read again. Pure. */
import type { PartyId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Duty, DutyContent, ToldUnit } from './duty-contract.ts';
import { earliest, latest } from './moments.ts';
import type { DutyOwners } from './policy.ts';

/** A duty of the roster that is published now. */
export interface PlannedDuty extends DutyOwners {
  readonly unit: string;
  readonly post: string;
  readonly party: PartyId;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly content: DutyContent;
}

/** A duty as its unit was told. */
export interface ToldDuty extends PlannedDuty {
  readonly uid: string;
  /** RFC 5545 §3.8.7.4: one more whenever what was told changed. */
  readonly sequence: number;
  readonly state: 'standing' | 'cancelled';
}

/** A visitor's duty beside which nobody of the host stands: it is not taken up until somebody does. */
export const isSuspended = (
  { state, party, content }: Pick<ToldDuty, 'state' | 'party' | 'content'>,
  self: PartyId,
): boolean => state === 'standing' && party !== self && content.hosts.length === 0;

/** What becomes of duties by a publication; those that stay as they were told are not among them. */
export interface DutyNews {
  readonly added: readonly PlannedDuty[];
  readonly changed: readonly ToldDuty[];
  readonly cancelled: readonly ToldDuty[];
}

/** One duty by whose it is and where. */
export const dutyKey = ({ unit, post }: Pick<PlannedDuty, 'unit' | 'post'>): string => `${unit} ${post}`;

/** What the unit reads; whose account it is bears on who may see it, and is no news to anybody. */
const toldOf = ({ startsAt, endsAt, content }: PlannedDuty): string =>
  JSON.stringify([
    startsAt,
    endsAt,
    Object.entries(content).sort(([one], [other]) => (one < other ? -1 : 1)),
  ]);

/** What is new to units in `planned`, beside what they were told before. */
export const dutyNews = (told: readonly ToldDuty[], planned: readonly PlannedDuty[]): DutyNews => {
  const before = new Map(told.map((duty) => [dutyKey(duty), duty]));
  const now = new Set(planned.map(dutyKey));
  const added: PlannedDuty[] = [];
  const changed: ToldDuty[] = [];
  for (const duty of planned) {
    const known = before.get(dutyKey(duty));
    if (known === undefined) added.push(duty);
    else if (known.state === 'cancelled' || toldOf(known) !== toldOf(duty))
      changed.push({ ...known, ...duty, sequence: known.sequence + 1, state: 'standing' });
  }
  const cancelled = told
    .filter((duty) => duty.state === 'standing' && !now.has(dutyKey(duty)))
    .map((duty): ToldDuty => ({ ...duty, sequence: duty.sequence + 1, state: 'cancelled' }));
  return { added, changed, cancelled };
};

/** What was told before and is another account's to see now, though nothing of it is news. */
export const newOwners = (
  told: readonly ToldDuty[],
  planned: readonly PlannedDuty[],
): readonly PlannedDuty[] => {
  const before = new Map(told.map((duty) => [dutyKey(duty), duty]));
  return planned.filter((duty) => {
    const known = before.get(dutyKey(duty));
    return known !== undefined && (known.officer !== duty.officer || known.host !== duty.host);
  });
};

/** How far a unit has read what it was told; what changed since takes no word of its back. */
export const readingOf = (
  those: readonly Pick<Duty, 'state' | 'startsAt' | 'endsAt' | 'acknowledgedAt' | 'acknowledgedBefore'>[],
  now: Instant,
): Pick<ToldUnit, 'duties' | 'unread' | 'unreadCancelled' | 'next' | 'acknowledgedAt'> => {
  const standing = those.filter(({ state }) => state === 'standing');
  const unread = those.filter(({ acknowledgedAt }) => acknowledgedAt === null);
  const ahead = unread.filter(({ state, endsAt }) => state === 'standing' && endsAt > now);
  const said = those.flatMap(
    ({ acknowledgedAt, acknowledgedBefore }) => acknowledgedAt ?? acknowledgedBefore ?? [],
  );
  return {
    duties: standing.length,
    unread: unread.length,
    unreadCancelled: unread.filter(({ state }) => state === 'cancelled').length,
    next: earliest(ahead.map(({ startsAt }) => startsAt)) || null,
    acknowledgedAt: latest(said) || null,
  };
};
