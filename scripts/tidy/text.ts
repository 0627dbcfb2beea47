/** The rules that need no parser: lengths, names of files, words, and what must not be told to the world. */
import { isCode, isTest, type Problem, statesTheRules } from './problem.ts';

const fileLinesMax = 300;
const testFileLinesMax = 400;
const lineLengthMax = 110;
const indexLinesMax = 30;

/** Names that say nothing of what they name. */
export const bannedNames: readonly string[] = [
  ...['util', 'utils', 'helper', 'helpers', 'common', 'manager'],
  ...['base', 'misc', 'tmp', 'temp', 'foo'],
];

/** The names of the trade that hold a banned word: X.509 and LDAP say it so. */
const standardNames: readonly string[] = ['commonName'];

const bannedTexts: readonly { readonly pattern: RegExp; readonly advice: string }[] = [
  { pattern: /\bTODO\b/, advice: 'do it, or open an issue' },
  { pattern: /\bFIXME\b/, advice: 'fix it, or open an issue' },
  { pattern: /\bXXX\b/, advice: 'say what is meant' },
  { pattern: /\bHACK\b/, advice: 'say why it is so' },
  { pattern: /\blorem\b/i, advice: 'write what an officer would read' },
  { pattern: /\bpreviously\b/i, advice: 'describe the present' },
];

/** A file opens a migration with what it does. */
const migrationVerbs: readonly string[] = [
  ...['create', 'add', 'drop', 'remove', 'rename', 'move', 'split', 'merge', 'copy', 'fill', 'keep'],
  ...['index', 'require', 'allow', 'forbid', 'restrict', 'protect', 'grant', 'revoke', 'widen', 'narrow'],
  ...['follow', 'tell'],
  ...[
    'record',
    'make',
    'link',
    'separate',
    'replace',
    'enforce',
    'enable',
    'disable',
    'store',
    'sort',
    'set',
  ],
];

const isMeasured = (path: string): boolean => isCode(path) || /\.(css|sql|sh|html)$/.test(path);
const isWritten = (path: string): boolean => isMeasured(path) || /\.(md|yml|yaml|toml|svg)$/.test(path);

/** The words of a name in camelCase, kebab-case or SNAKE_CASE, in small letters. */
export const wordsOf = (name: string): readonly string[] =>
  standardNames.includes(name)
    ? []
    : (name.match(/[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])/g) ?? []).map((word) => word.toLowerCase());

const lengths = (path: string, lines: readonly string[]): Problem[] => {
  const most = isTest(path) ? testFileLinesMax : fileLinesMax;
  const problems: Problem[] = [];
  if (lines.length > most)
    problems.push({ path, rule: 'file-length', text: `${lines.length} lines; split it below ${most}` });
  if (/^server\/capabilities\/[^/]+\/index\.ts$/.test(path) && lines.length > indexLinesMax)
    problems.push({ path, rule: 'index-length', text: `${lines.length} lines; a door has ${indexLinesMax}` });
  return problems;
};

/** A line that is one sentence of a catalogue has nowhere to break. */
const isOneSentence = (line: string): boolean => /^\s*('[^']+'|[\w-]+)?:? ?(['"`]).*\2,?$/.test(line);

const longLines = (path: string, lines: readonly string[]): Problem[] =>
  lines.flatMap((line, index) => {
    const length = [...line].length;
    if (length <= lineLengthMax || isOneSentence(line)) return [];
    return [
      { path, line: index + 1, rule: 'line-length', text: `${length} characters; at most ${lineLengthMax}` },
    ];
  });

const fileName = (path: string): Problem[] => {
  const problems: Problem[] = [];
  const name = path.split('/').at(-1) ?? path;
  if (isMeasured(path) && !/^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/.test(name))
    problems.push({ path, rule: 'file-name', text: 'name it in kebab-case' });
  const banned = path
    .split(/[/.]/)
    .flatMap(wordsOf)
    .find((word) => bannedNames.includes(word));
  if (banned) problems.push({ path, rule: 'banned-name', text: `“${banned}” says nothing: name what it is` });
  if (/\/migrations\//.test(path) && !isMigrationName(name))
    problems.push({
      path,
      rule: 'migration-name',
      text: `NNN-verb-what.sql, say 003-add-request-deadline.sql; verbs: ${migrationVerbs.join(', ')}`,
    });
  return problems;
};

const isMigrationName = (name: string): boolean => {
  const verb = /^\d{3}-([a-z]+)-[a-z0-9]+(?:-[a-z0-9]+)*\.sql$/.exec(name)?.[1];
  return verb !== undefined && migrationVerbs.includes(verb);
};

const words = (path: string, lines: readonly string[]): Problem[] =>
  lines.flatMap((line, index) =>
    bannedTexts
      .filter(({ pattern }) => pattern.test(line))
      .map(({ pattern, advice }) => ({
        path,
        line: index + 1,
        rule: 'banned-word',
        text: `“${pattern.exec(line)?.[0]}”: ${advice}`,
      })),
  );

const machinePath = /(^|[\s'"`(=:<])\/(home|root)\//;
const temporaryPath = /(^|[\s'"`(=:<])\/tmp\//;
const registryHost = /https?:\/\/[^\s/"']*(registry|artifactory|nexus|verdaccio|mirror)[^\s/"']*/;
const publicRegistry = 'https://registry.npmjs.org';

/** Where the writer's machine shows through: it means nothing on the reader's. */
const machines = (path: string, lines: readonly string[]): Problem[] =>
  lines.flatMap((line, index) => {
    const problems: Problem[] = [];
    const at = { path, line: index + 1 };
    if (machinePath.test(line) || (path.endsWith('.md') && temporaryPath.test(line)))
      problems.push({ ...at, rule: 'machine-path', text: 'a path of one machine; make it relative' });
    const host = registryHost.exec(line)?.[0];
    if (host && !(path === 'package-lock.json' && host === publicRegistry))
      problems.push({
        ...at,
        rule: 'registry-host',
        text: `${host}: leave the registry to the reader’s npm`,
      });
    return problems;
  });

/** Applies every text rule to one file. */
export const textProblems = (path: string, text: string): readonly Problem[] => {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const problems = fileName(path);
  if (isMeasured(path)) problems.push(...lengths(path, lines), ...longLines(path, lines));
  if (statesTheRules(path)) return problems;
  if (isWritten(path)) problems.push(...words(path, lines));
  if (isWritten(path) || /(\.json|\.npmrc)$/.test(path)) problems.push(...machines(path, lines));
  return problems;
};
