/** Roster: who stands on which post when. */
export {
  type Assignment,
  type Hold,
  type Plan,
  type Post,
  planLimits,
  planSchema,
  type Rule,
  rules,
  type Unit,
} from './plan.ts';
export { type Roster, rosterSchema, type Verdict } from './roster.ts';
