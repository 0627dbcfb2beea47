/**
 * What is wrong with a STIX text, told precisely: where (JSON pointer, RFC 6901), by which rule, what to do.
 * An error refuses the text; a warning is told and the object is kept as it came.
 */
import type { Words } from '../../kernel/faults.ts';
import { stixLimits } from './limits.ts';
import { type RuleCode, ruleWords } from './problem-words.ts';

/** One thing that is wrong or unusual in a STIX text. */
export interface Problem {
  /** JSON pointer from the root of what was read; empty for the root itself. */
  readonly path: string;
  readonly rule: RuleCode;
  readonly severity: 'error' | 'warning';
  readonly says: Words;
}

/** Collects problems up to the limit. */
export interface Report {
  readonly problems: readonly Problem[];
  /**
   * `detail` fills the words' `{detail}`: a name, a limit, an expected form; never content. `position` fills
   * `{position}`: how far into a text, in UTF-16 units, the first being 1.
   */
  add(path: string, rule: RuleCode, detail?: string, position?: number): void;
}

const warnings: ReadonlySet<RuleCode> = new Set<RuleCode>([
  'derived-id',
  'property-name',
  'same-id',
  'out-of-place',
  'version-revoked',
]);

/** One problem of a rule. */
export const problem = (path: string, rule: RuleCode, detail = '', position = 0): Problem => {
  const words = ruleWords[rule];
  const fill = (text: string): string =>
    text.replace('{position}', `${position}`).replace('{detail}', () => detail);
  return {
    path,
    rule,
    severity: warnings.has(rule) ? 'warning' : 'error',
    says: { ar: fill(words.ar), fr: fill(words.fr), en: fill(words.en) },
  };
};

/** An empty report; it takes as many problems as `limit`. */
export const createReport = (limit: number = stixLimits.problems): Report => {
  const problems: Problem[] = [];
  let warned = 0;
  return {
    problems,
    add(path, rule, detail, position) {
      // Warnings leave half of the room, so that a flood of them cannot hide an error.
      if (problems.length >= limit) return;
      if (warnings.has(rule) && ++warned > limit / 2) return;
      problems.push(problem(path, rule, detail, position));
    },
  };
};

/** The errors among problems. */
export const errorsOf = (problems: readonly Problem[]): readonly Problem[] =>
  problems.filter(({ severity }) => severity === 'error');

/** The JSON pointer to a member (RFC 6901 §3). */
export const pointerTo = (path: string, member: string | number): string =>
  `${path}/${typeof member === 'string' && /[~/]/.test(member) ? escapeMember(member) : member}`;

const escapeMember = (member: string): string => member.replaceAll('~', '~0').replaceAll('/', '~1');
