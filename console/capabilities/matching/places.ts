/** Which roles find which doors of matching; the node decides what may be done behind them. */
import type { Role } from '../../../server/kernel/decision.ts';

const askers: readonly Role[] = [
  'analyst',
  'watch-officer',
  'liaison-officer',
  'contact-point',
  'centre-head',
];

/** Asks partners, and decides about hits. */
export const mayAsk = (role: Role): boolean => askers.includes(role);

/** Hears of days on which a partner asked far more than usual. */
export const hearsAlarms = (role: Role): boolean =>
  role === 'centre-head' || role === 'data-protection-officer' || role === 'service-head';

export const views = ['hits', 'told', 'checks', 'watches', 'use'] as const;
export type View = (typeof views)[number];

/** What is shown to a role; nothing where the place is not for it. */
export const viewsOf = (role: Role): readonly View[] => {
  if (mayAsk(role) || role === 'data-protection-officer') return views;
  return role === 'service-head' ? ['use'] : [];
};

/** The view that the address names. */
export const readView = (search: Record<string, unknown>): { view?: View } => {
  const view = views.find((one) => one === search.view);
  return view === undefined ? {} : { view };
};
