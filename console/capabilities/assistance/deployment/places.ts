/** Which roles find which doors of deployments; the node decides what may be done behind them. */
import {
  type StepKind,
  stepKinds,
  type UnitKind,
} from '../../../../server/capabilities/assistance/deployment/contract.ts';
import type { Role } from '../../../../server/kernel/decision.ts';

export const readableKinds: readonly UnitKind[] = ['visiting', 'sent', 'own'];

const readers: readonly Role[] = [
  'event-planner',
  'centre-head',
  'contact-point',
  'data-protection-officer',
  'host-officer',
  'field-officer',
];
/** Sees officers: all of them, or himself and his pair. */
export const mayReadUnits = (role: Role): boolean => readers.includes(role);
export const mayReadBoard = (role: Role): boolean => role === 'event-planner' || role === 'centre-head';
export const mayRegister = (role: Role): boolean => role === 'event-planner' || role === 'contact-point';

/** The kind of officers that the address names. */
export const readKind = (search: Record<string, unknown>): { kind?: UnitKind } => {
  const kind = readableKinds.find((one) => one === search.kind);
  return kind === undefined ? {} : { kind };
};
/** The act that the address opens. */
export const readAct = (search: Record<string, unknown>): { act?: StepKind } => {
  const act = stepKinds.find((one) => one === search.act);
  return act === undefined ? {} : { act };
};
/** The line that officers are named for. */
export const readLine = (search: Record<string, unknown>): { ask?: string; line?: string } => ({
  ...(typeof search.ask === 'string' ? { ask: search.ask } : {}),
  ...(typeof search.line === 'string' ? { line: search.line } : {}),
});
