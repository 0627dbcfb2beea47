/**
 * A draft as it stands, and what is done to it. Each edit is a list of changes that say what was before and
 * what is after, so that it can be undone, done again, copied and compared. Pure.
 */
import type { Assignment, Hold } from './plan.ts';

/** Who stands on a seat: the whole of its post where no period is said. */
export type Standing = Pick<Assignment, 'unit' | 'from' | 'to'>;

/** A draft: which plan, who stands where, and what people have settled. */
export interface DraftState {
  /** The plan as it stood when it was taken; never changed. */
  readonly plan: string;
  /** By `seatKey`. */
  readonly standing: ReadonlyMap<string, Standing>;
  /** By `holdKey`. */
  readonly holds: ReadonlyMap<string, Hold>;
}

/** One thing that an edit changes. */
export type Change =
  | {
      readonly kind: 'stand';
      readonly post: string;
      readonly seat: number;
      readonly before: Standing | null;
      readonly after: Standing | null;
    }
  | { readonly kind: 'hold'; readonly before: Hold | null; readonly after: Hold | null }
  /** The same draft on a later plan of its event. */
  | { readonly kind: 'plan'; readonly before: string; readonly after: string };

/** One seat of a post, as a text. */
export const seatKey = (post: string, seat: number): string => `${seat} ${post}`;

/** The seat that a key names. */
export const readSeatKey = (key: string): { readonly post: string; readonly seat: number } => {
  const at = key.indexOf(' ');
  return { post: key.slice(at + 1), seat: Number(key.slice(0, at)) };
};

/** What a hold is about: there is one of a kind for the same unit and post. */
export const holdKey = (hold: Hold): string =>
  JSON.stringify([hold.kind, hold.unit ?? '', 'post' in hold ? (hold.post ?? '') : '']);

/** A draft of this plan in which nobody stands anywhere. */
export const emptyDraft = (plan: string): DraftState => ({ plan, standing: new Map(), holds: new Map() });

/** The draft after these changes. */
export const applyChanges = (state: DraftState, changes: readonly Change[]): DraftState => {
  const standing = new Map(state.standing);
  const holds = new Map(state.holds);
  let { plan } = state;
  for (const change of changes) {
    switch (change.kind) {
      case 'stand':
        if (change.after === null) standing.delete(seatKey(change.post, change.seat));
        else standing.set(seatKey(change.post, change.seat), change.after);
        break;
      case 'hold':
        if (change.before !== null) holds.delete(holdKey(change.before));
        if (change.after !== null) holds.set(holdKey(change.after), change.after);
        break;
      case 'plan':
        plan = change.after;
        break;
    }
  }
  return { plan, standing, holds };
};

const invertOne = (change: Change): Change => {
  switch (change.kind) {
    case 'stand':
      return { ...change, before: change.after, after: change.before };
    case 'hold':
      return { ...change, before: change.after, after: change.before };
    case 'plan':
      return { ...change, before: change.after, after: change.before };
  }
};

/** What takes these changes back. */
export const invertChanges = (changes: readonly Change[]): readonly Change[] =>
  changes.map(invertOne).reverse();

const isSame = (one: Standing | null, other: Standing | null): boolean =>
  one?.unit === other?.unit && one?.from === other?.from && one?.to === other?.to;

/** One seat that is given to another, or to nobody; nothing where it stays as it is. */
export const standChange = (
  state: Pick<DraftState, 'standing'>,
  { post, seat }: { readonly post: string; readonly seat: number },
  after: Standing | null,
): readonly Change[] => {
  const before = state.standing.get(seatKey(post, seat)) ?? null;
  return isSame(before, after) ? [] : [{ kind: 'stand', post, seat, before, after }];
};

/** A decision that is made or changed; null takes back the one like it. */
export const holdChange = (
  state: Pick<DraftState, 'holds'>,
  hold: Hold,
  isTakenBack = false,
): readonly Change[] => {
  const before = state.holds.get(holdKey(hold)) ?? null;
  if (before === null && isTakenBack) return [];
  return [{ kind: 'hold', before, after: isTakenBack ? null : hold }];
};

/**
 * The changes that make who stands where in `from` what it is in `to`. Seats of one post are alike: who stays
 * on a post keeps his seat there, so that nothing changes for him.
 */
export const standingChanges = (
  from: ReadonlyMap<string, Standing>,
  to: ReadonlyMap<string, Standing>,
): readonly Change[] => {
  const keys = [...new Set([...from.keys(), ...to.keys()])].sort();
  return keys.flatMap((key): readonly Change[] => {
    const [before, after] = [from.get(key) ?? null, to.get(key) ?? null];
    return isSame(before, after) ? [] : [{ kind: 'stand', ...readSeatKey(key), before, after }];
  });
};

/** `assignments` by their seats; whoever stood on the same post before keeps the seat that he had there. */
export const seatedAsBefore = (
  before: ReadonlyMap<string, Standing>,
  assignments: readonly Assignment[],
): ReadonlyMap<string, Standing> => {
  const formerSeat = new Map<string, number>();
  for (const [key, { unit }] of before) {
    const { post, seat } = readSeatKey(key);
    formerSeat.set(`${unit} ${post}`, seat);
  }
  const seated = new Map<string, Standing>();
  const others: Assignment[] = [];
  const put = ({ post, unit, from, to }: Assignment, seat: number): void => {
    const period = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
    seated.set(seatKey(post, seat), { unit, ...period });
  };
  for (const assignment of assignments) {
    const seat = formerSeat.get(`${assignment.unit} ${assignment.post}`);
    if (seat === undefined || seated.has(seatKey(assignment.post, seat))) others.push(assignment);
    else put(assignment, seat);
  }
  for (const assignment of others) {
    let { seat } = assignment;
    if (seated.has(seatKey(assignment.post, seat))) {
      seat = 0;
      while (seated.has(seatKey(assignment.post, seat))) seat += 1;
    }
    put(assignment, seat);
  }
  return seated;
};

/** Who stands where, in no order: of those units alone where some are named. */
export const standingIn = (
  { standing }: Pick<DraftState, 'standing'>,
  units?: ReadonlySet<string>,
): readonly Assignment[] => {
  const found: Assignment[] = [];
  for (const [key, one] of standing)
    if (units === undefined || units.has(one.unit)) found.push({ ...readSeatKey(key), ...one });
  return found;
};

/** Who stands where, as a plan and a roster write it; in one order, whatever was done to the draft before. */
export const assignmentsOf = (state: Pick<DraftState, 'standing'>): readonly Assignment[] =>
  standingIn(state).toSorted((one, other) =>
    one.post === other.post ? one.seat - other.seat : one.post < other.post ? -1 : 1,
  );
