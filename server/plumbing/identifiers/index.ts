/** Identifiers in the one form in which services compare them, with their check digits. Pure. */
export { hasBirth, splitBirth } from './birth-date.ts';
export {
  guessKind,
  type IdentifierKind,
  type IdentifierProblem,
  type IdentifierReading,
  identifierKinds,
  identifierLength,
  identifierProblems,
  keysOf,
  matchingInput,
  readIdentifier,
} from './identifier.ts';
