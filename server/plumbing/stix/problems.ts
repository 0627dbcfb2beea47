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
  /** `detail` fills the words' `{detail}`: a name, a limit, an expected form; never content. */
  add(path: string, rule: RuleCode, detail?: string): void;
}

const warnings: ReadonlySet<RuleCode> = new Set<RuleCode>([
  'derived-id',
  'property-name',
  'same-id',
  'out-of-place',
]);

/** One problem of a rule. */
export const problem = (path: string, rule: RuleCode, detail = ''): Problem => {
  const words = ruleWords[rule];
  const fill = (text: string): string => text.replace('{detail}', () => detail);
  return {
    path,
    rule,
    severity: warnings.has(rule) ? 'warning' : 'error',
    says: { ar: fill(words.ar), fr: fill(words.fr), en: fill(words.en) },
  };
};

export const createReport = (): Report => {
  const problems: Problem[] = [];
  let warned = 0;
  return {
    problems,
    add(path, rule, detail) {
      // Warnings leave half of the room, so that a flood of them cannot hide an error.
      if (problems.length >= stixLimits.problems) return;
      if (warnings.has(rule) && ++warned > stixLimits.problems / 2) return;
      problems.push(problem(path, rule, detail));
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
