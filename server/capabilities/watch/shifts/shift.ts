/** A shift and its handover: states, times by the wall clock, what is signed. Pure. */
import { contentHash } from '../../../kernel/canonical.ts';
import type { DeskId, EntryId, PartyId, PersonId, ShiftId } from '../../../kernel/ids.ts';
import type { Tlp } from '../../../kernel/marking.ts';
import { type Day, dayMs, dayOf, type Instant, isDay, later } from '../../../kernel/time.ts';
import { momentOf } from '../../../kernel/zone.ts';
import type { StandingRequest } from '../requested.ts';
import type { DueThing, Headings, NewShift, ShiftState } from './contract.ts';

export interface StoredShift {
  readonly id: ShiftId;
  readonly holder: PartyId;
  readonly desk: DeskId;
  readonly officers: readonly PersonId[];
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly cancelledAt: Instant | null;
}

export interface Signature {
  readonly by: PersonId;
  readonly at: Instant;
}

export interface StoredHandover {
  readonly shift: ShiftId;
  readonly tlp: Tlp;
  readonly version: number;
  readonly eraseOn: Day;
  readonly hash: string | null;
  readonly out: Signature | null;
  readonly in: Signature | null;
  /** Null once it was erased. */
  readonly note: Note | null;
}

/** What is signed. */
export interface Note {
  readonly headings: Headings;
  readonly since: Instant;
  readonly pinned: readonly { readonly entry: EntryId; readonly number: number; readonly hash: string }[];
  readonly alerts: readonly DueThing[];
  /** Null in notes of before the watch was told of requests. */
  readonly requests: readonly StandingRequest[] | null;
}

export const emptyHeadings: Headings = { situation: '', open: '', expected: '', means: '' };

/** The hash that both officers sign: over the shift as well, so that a note cannot be shown for another. */
export const hashNote = (shift: ShiftId, tlp: Tlp, note: Note): string => contentHash({ shift, tlp, note });

/** Where a shift stands. One that ended without its first signature is seen by everyone of the service. */
export const stateOf = (
  shift: Pick<StoredShift, 'startsAt' | 'endsAt' | 'cancelledAt'>,
  handover: Pick<StoredHandover, 'out' | 'in'> | null,
  now: Instant,
): ShiftState => {
  if (shift.cancelledAt !== null) return 'cancelled';
  if (handover?.in) return 'handed-over';
  if (handover?.out) return 'signed-out';
  if (now < shift.startsAt) return 'planned';
  return now < shift.endsAt ? 'running' : 'without-handover';
};

/** The moments of the shifts that are meant, by the clock of the zone; null where a day is none. */
export const momentsOf = (
  { day, from, to, days = 1 }: Pick<NewShift, 'day' | 'from' | 'to' | 'days'>,
  zone: string,
): readonly { readonly startsAt: Instant; readonly endsAt: Instant }[] | null => {
  const moments: { startsAt: Instant; endsAt: Instant }[] = [];
  for (let count = 0; count < days; count += 1) {
    // Midday: a day added to it is the next day, whatever the clocks do.
    const startDay = shiftedDay(day, count);
    const endDay = startDay === null ? null : to <= from ? shiftedDay(startDay, 1) : startDay;
    const startsAt = startDay === null ? null : momentOf(zone, { day: startDay, time: from });
    const endsAt = endDay === null ? null : momentOf(zone, { day: endDay, time: to });
    if (startsAt === null || endsAt === null || endsAt <= startsAt) return null;
    moments.push({ startsAt, endsAt });
  }
  return moments;
};

const shiftedDay = (day: Day, days: number): Day | null => {
  if (!isDay(day)) return null;
  return dayOf(later(`${day}T12:00:00.000Z`, days * dayMs));
};
