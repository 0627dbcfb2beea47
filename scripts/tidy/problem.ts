/** What tidy finds: one broken rule of STYLE.md, at one place. */

export interface Problem {
  readonly path: string;
  /** From 1; absent when the file as a whole is wrong. */
  readonly line?: number;
  readonly rule: string;
  /** What is wrong and what to do. */
  readonly text: string;
}

export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path);
export const isCode = (path: string): boolean => /\.(ts|tsx|mjs)$/.test(path);
export const inKernel = (path: string): boolean => path.startsWith('server/kernel/');

/** `banned-word` names them, so the files that state the rule may hold them. */
export const statesTheRules = (path: string): boolean => /^(STYLE\.md$|scripts\/tidy)/.test(path);

export const describeProblem = ({ path, line, rule, text }: Problem): string =>
  `${path}${line === undefined ? '' : `:${line}`}  ${rule}  ${text}`;
