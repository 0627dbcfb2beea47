/** Roster: who stands on which post when. */
import './faults.ts';
import './rule-words.ts';

export { dutyPageDialect } from './duty-routes.ts';
export {
  type Assignment,
  type Hold,
  type Plan,
  type Post,
  planSchema,
  type Rule,
  type Unit,
} from './plan.ts';
export * as rosterPolicy from './policy.ts';
export { type Roster, rosterSchema, type Verdict } from './roster.ts';
export { createRoster, type RosterService } from './service.ts';
export { checkRoster } from './solving/checker.ts';
export type { OpenPost, Why } from './solving/explain.ts';
export { type Problem, type Reading, readPlan, readRoster } from './solving/reading.ts';
export type { Remedy } from './solving/remedies.ts';
export type { Broken, Change, Replan } from './solving/replan.ts';
export { readShifts, ShiftFileError, type ShiftProblem } from './solving/shift-reading.ts';
export { NobodyCan, type ShiftPlan, solveShifts } from './solving/shifts.ts';
export { createSolver, type Solver } from './solving/solving-service.ts';
export type { Explained } from './solving/task.ts';
export { createSource as createRosterSource } from './source-service.ts';
export { rosterVerbs } from './verbs.ts';
