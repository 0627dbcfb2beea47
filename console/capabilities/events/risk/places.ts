/** Which views of risk there are, and who changes what; the node decides what may be done behind them. */
import type { Role } from '../../../../server/kernel/decision.ts';

export const riskViews = ['map', 'matrix', 'rose', 'proposals', 'posts', 'templates', 'visitors'] as const;
export type RiskView = (typeof riskViews)[number];

const readers: readonly Role[] = [
  'event-planner',
  'centre-head',
  'contact-point',
  'watch-officer',
  'operation-commander',
];

/** Whether this role finds risk at all. */
export const mayReadRisk = (role: Role): boolean => readers.includes(role);
/** Whether this role assesses, writes templates, makes posts and asks partners. */
export const mayPlanRisk = (role: Role): boolean => role === 'event-planner';

/** The view that the address names. */
export const readRiskView = (search: Record<string, unknown>): { view?: RiskView } => {
  const view = riskViews.find((one) => one === search.view);
  return view === undefined ? {} : { view };
};
