/** Which roles find which doors of the roster; the node decides what may be done behind them. */
import type { Role } from '../../../server/kernel/decision.ts';

const readers: readonly Role[] = ['event-planner', 'centre-head'];
const onDuty: readonly Role[] = ['host-officer', 'field-officer'];

/** Sees drafts and everybody's duties. */
export const mayRead = (role: Role): boolean => readers.includes(role);
/** Drafts, edits, solves, proposes. */
export const mayPlan = (role: Role): boolean => role === 'event-planner';
/** Publishes what somebody else proposed. */
export const mayApprove = (role: Role): boolean => role === 'centre-head';
/** Has duties of his own. */
export const hasDuties = (role: Role): boolean => onDuty.includes(role);

export const views = ['venues', 'units', 'table', 'curve', 'map', 'load'] as const;
export type View = (typeof views)[number];

/** The view that the address names. */
export const readView = (search: Record<string, unknown>): { view?: View | undefined } => {
  const view = views.find((one) => one === search.view);
  // Named also where it is none of them: what the address says would stand otherwise.
  return { view };
};

export const eventTabs = ['drafts', 'told'] as const;
export type EventTab = (typeof eventTabs)[number];
export const readTab = (search: Record<string, unknown>): { tab?: EventTab | undefined } => {
  const tab = eventTabs.find((one) => one === search.tab);
  return { tab };
};
