/** Tidy: the rules of STYLE.md that a tool can hold. Runs as a test and in `npm run check`. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { capabilities } from '../architecture.mjs';
import { codeProblems } from './tidy/code.ts';
import { type Files, houseProblems } from './tidy/house.ts';
import { isCode, type Problem } from './tidy/problem.ts';
import { textProblems } from './tidy/text.ts';

/** Every broken rule that shows in one file alone. `path` is relative to the root, with `/`. */
export const tidyFile = (path: string, text: string): readonly Problem[] => [
  ...textProblems(path, text),
  ...(isCode(path) ? codeProblems(path, text) : []),
];

/** Every broken rule of a tree. */
export const tidyHouse = (files: Files, listed: readonly string[] = capabilities): readonly Problem[] => [
  ...[...files].flatMap(([path, text]) => tidyFile(path, text)),
  ...houseProblems(files, listed),
];

const largestBytes = 2_000_000;

/** The files that git knows or would take, as text; a clone and a work tree give the same. */
export const readFiles = (root: string): Files => {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const paths = [...new Set(listed.split('\0'))].filter((path) => {
    const file = join(root, path);
    return path !== '' && existsSync(file) && statSync(file).isFile() && statSync(file).size <= largestBytes;
  });
  return new Map(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
};
