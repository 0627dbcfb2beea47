/** What the planning thread does, and what it and the node say to each other: never much at once. */
import type { AlikePair } from '../merging/contract.ts';
import type { ImportFile } from './contract.ts';
import type { There } from './plan.ts';
import type { Planned } from './planning.ts';

/** Of each list, so many things go over in one message: neither side stands still for longer. */
const thingsAtOnce = 500;

type Lists = 'venues' | 'sessions' | 'objects' | 'teams';
export type Piece<Whole extends Record<Lists, unknown>> = Pick<Whole, Lists>;

export interface PlanTask {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly file: Omit<ImportFile, 'content'>;
  readonly timeZone: string;
  /** All of it but the lists, which go before it in pieces. */
  readonly there: Omit<There, Lists>;
}
export type Asked =
  | { readonly kind: 'there'; readonly piece: Piece<There> }
  | { readonly kind: 'plan'; readonly task: PlanTask }
  /** Which of the venues that went before it may be one. */
  | { readonly kind: 'alike' };
export type Told =
  | { readonly kind: 'kept'; readonly piece: Piece<Planned> }
  | { readonly kind: 'planned'; readonly rest: Omit<Planned, Lists> }
  | { readonly kind: 'alike'; readonly pairs: readonly AlikePair[] }
  | { readonly kind: 'failure'; readonly failure: string };

/** From where to where the pieces of these lists go. */
export const cutsOf = (whole: Record<Lists, readonly unknown[]>): readonly (readonly [number, number])[] => {
  const { venues, sessions, objects, teams } = whole;
  const longest = Math.max(venues.length, sessions.length, objects.length, teams.length);
  const count = Math.ceil(longest / thingsAtOnce);
  return Array.from({ length: count }, (_, at) => [at * thingsAtOnce, (at + 1) * thingsAtOnce] as const);
};
