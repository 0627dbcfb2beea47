/** What the roster looks like to a console and a script. */
import Type from 'typebox';

export * from './draft-contract.ts';
export * from './duty-contract.ts';
export * from './edit-contract.ts';
export * from './explanation-contract.ts';
export * from './news-contract.ts';
export type {
  Assignment,
  Hold,
  Plan,
  Post,
  Rule,
  Unit,
} from './plan.ts';
export type { Coverage, Violation } from './roster.ts';
export { ruleWords } from './rule-words.ts';

const id = Type.String({ pattern: '^[0-9a-f-]{36}$' });
export const eventParamsSchema = Type.Object({ event: Type.String({ minLength: 1, maxLength: 80 }) });
export const idParamsSchema = Type.Object({ id });
export const comparisonParamsSchema = Type.Object({ id, other: id });
export const unitParamsSchema = Type.Object({
  event: Type.String({ minLength: 1, maxLength: 80 }),
  unit: Type.String({ minLength: 1, maxLength: 80 }),
});
export const placeParamsSchema = Type.Object({ ...eventParamsSchema.properties, place: id });
export const postParamsSchema = Type.Object({ id, post: Type.String({ minLength: 1, maxLength: 80 }) });
