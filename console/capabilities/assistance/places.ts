/** Which roles find which doors of assistance; the node decides what may be done behind them. */
import type { Role } from '../../../server/kernel/decision.ts';

const readers: readonly Role[] = [
  'event-planner',
  'liaison-officer',
  'contact-point',
  'centre-head',
  'service-head',
];

/** Sees asks and what was said of them. */
export const mayRead = (role: Role): boolean => readers.includes(role);
/** Writes asks and settles offers. */
export const mayAsk = (role: Role): boolean => role === 'event-planner';
/** Answers what partners ask. */
export const mayAnswer = (role: Role): boolean => role === 'event-planner' || role === 'liaison-officer';
/** Lets leave what others wrote. */
export const mayRelease = (role: Role): boolean => role === 'contact-point';
/** Withdraws an issued ask. */
export const mayWithdraw = (role: Role): boolean => role === 'contact-point' || role === 'centre-head';

export const views = ['own', 'received', 'table'] as const;
/** A view of the place. */
export type View = (typeof views)[number];

/** The view that the address names. */
export const readView = (search: Record<string, unknown>): { view?: View } => {
  const view = views.find((one) => one === search.view);
  return view === undefined ? {} : { view };
};
