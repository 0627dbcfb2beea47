/** The rules that read the syntax tree: lengths of functions, names, types, SQL, the environment. */
import ts from 'typescript';
import { inKernel, isTest, type Problem } from './problem.ts';
import { bannedNames, wordsOf } from './text.ts';

const functionLinesMax = 50;

/** Casts outside the kernel, each with its number and its reason. It may only grow shorter. */
export const castsAllowed: Readonly<Record<string, { readonly most: number; readonly why: string }>> = {
  'server/plumbing/database/connect.ts': { most: 2, why: 'each store names the tables of its transaction' },
};

/** SQL is allowed here: the stores, the database itself, and what tests and measures them. */
const speaksSql = (path: string): boolean =>
  /(^|[/-])store\.ts$/.test(path) ||
  /^(server\/plumbing\/database|testing|bench)\//.test(path) ||
  isTest(path);

/** The environment is read here: config for a node; the rest configures builds, tests and measures. */
const readsEnvironment = (path: string): boolean =>
  /^(server\/plumbing\/config|scripts|testing|bench)[/.]/.test(path) ||
  /^[a-z]+\.config\.ts$/.test(path) ||
  isTest(path);

/** A tool asks for a default export here. */
const exportsDefault = (path: string): boolean =>
  /\.config\.ts$|\.mjs$|\.d\.ts$|^testing\/[a-z-]+-(reporter|setup)\.ts$/.test(path);

interface Visit {
  readonly path: string;
  readonly source: ts.SourceFile;
  report(node: ts.Node, rule: string, text: string): void;
}
type Rule = (node: ts.Node, visit: Visit) => void;

const lineOf = (source: ts.SourceFile, position: number): number =>
  source.getLineAndCharacterOfPosition(position).line + 1;

const isFunction = (node: ts.Node): node is ts.FunctionLikeDeclaration =>
  ts.isFunctionDeclaration(node) ||
  ts.isFunctionExpression(node) ||
  ts.isArrowFunction(node) ||
  ts.isMethodDeclaration(node) ||
  ts.isConstructorDeclaration(node) ||
  ts.isAccessor(node);

const linesOf = (source: ts.SourceFile, node: ts.Node): number =>
  lineOf(source, node.end) - lineOf(source, node.getStart(source)) + 1;

/** What a function answers with, where its last word is an object literal: then it is a factory. */
const madeObject = (node: ts.FunctionLikeDeclaration): ts.ObjectLiteralExpression | null => {
  const { body } = node;
  if (!body) return null;
  const last = ts.isBlock(body) ? body.statements.at(-1) : undefined;
  const answer = ts.isBlock(body) ? last && ts.isReturnStatement(last) && last.expression : body;
  const bare = answer && ts.isParenthesizedExpression(answer) ? answer.expression : answer;
  return bare && ts.isObjectLiteralExpression(bare) ? bare : null;
};

/** The lines of the functions within a node, not counting those within them again. */
const linesWithin = (source: ts.SourceFile, node: ts.Node): number => {
  let lines = 0;
  ts.forEachChild(node, (child) => {
    lines += isFunction(child) ? linesOf(source, child) : linesWithin(source, child);
  });
  return lines;
};

/** A factory (`createX` that answers with functions) is measured without the functions it makes. */
const functionLength: Rule = (node, { path, source, report }) => {
  if (!isFunction(node) || isTest(path)) return;
  const made = madeObject(node) === null ? 0 : linesWithin(source, node);
  const lines = linesOf(source, node) - made;
  if (lines > functionLinesMax)
    report(node, 'function-length', `${lines} lines; cut it below ${functionLinesMax}`);
};

/** The names that this file gives, not those it uses. */
const givenName = (node: ts.Node): ts.Identifier | undefined => {
  const names =
    ts.isVariableDeclaration(node) ||
    ts.isParameter(node) ||
    ts.isBindingElement(node) ||
    ts.isFunctionDeclaration(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isTypeParameterDeclaration(node);
  return names && node.name && ts.isIdentifier(node.name) ? node.name : undefined;
};

const names: Rule = (node, { report }) => {
  const name = givenName(node);
  const banned = name && wordsOf(name.text).find((word) => bannedNames.includes(word));
  if (name && banned) report(name, 'banned-name', `${name.text}: “${banned}” says nothing: name what it is`);
};

const types: Rule = (node, { path, report }) => {
  if (node.kind === ts.SyntaxKind.AnyKeyword) report(node, 'no-any', 'say the type, or `unknown`');
  if (ts.isNonNullExpression(node))
    report(node, 'no-bang', 'check it and say what is wrong when it is absent');
  if (inKernel(path)) return;
  const cast =
    ts.isTypeAssertionExpression(node) || (ts.isAsExpression(node) && !ts.isConstTypeReference(node.type));
  if (cast) report(node, 'no-cast', 'only the kernel casts: read it with a schema, or narrow it');
};

const sqlOpenings: readonly RegExp[] = [
  /^\s*select\s[\s\S]+\sfrom\s/i,
  /^\s*(insert\s+into|delete\s+from)\s/i,
  /^\s*update\s+\S+\s+set\s/i,
  /^\s*(create|alter|drop)\s+(table|index|role|policy)\s/i,
];

/** SQL opens all in small or all in capital letters; a sentence that says “Select … from” does not. */
const isSqlText = (text: string): boolean =>
  /^\s*([a-z]+|[A-Z]+)\s/.test(text) && sqlOpenings.some((opening) => opening.test(text));

const sql: Rule = (node, { path, report }) => {
  if (speaksSql(path)) return;
  const advice = 'SQL is in store.ts and migrations';
  if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'sql')
    report(node, 'sql-in-stores', advice);
  else if (
    ts.isPropertyAccessExpression(node) &&
    node.name.text === 'raw' &&
    node.expression.getText() === 'sql'
  )
    report(node, 'sql-in-stores', advice);
  else if ((ts.isStringLiteralLike(node) || ts.isTemplateHead(node)) && isSqlText(node.text))
    report(node, 'sql-in-stores', advice);
};

const environment: Rule = (node, { path, report }) => {
  if (readsEnvironment(path)) return;
  if (ts.isPropertyAccessExpression(node) && node.getText() === 'process.env')
    report(node, 'environment-in-config', 'plumbing/config reads it, validates it and passes it by name');
};

const logging: Rule = (node, { path, report }) => {
  if (!path.startsWith('server/') || isTest(path)) return;
  if (ts.isPropertyAccessExpression(node) && node.expression.getText() === 'console')
    report(node, 'no-console', 'the server has a logger');
};

const modules: Rule = (node, { path, report }) => {
  if (ts.isExportAssignment(node) && !exportsDefault(path))
    report(node, 'no-default-export', 'export it under its name');
  if (!ts.isImportDeclaration(node) && !ts.isExportDeclaration(node)) return;
  const from = node.moduleSpecifier;
  if (from && ts.isStringLiteral(from) && from.text.startsWith('.') && !/\.[a-z]+(\?.*)?$/.test(from.text))
    report(node, 'import-extension', `${from.text}: end it in .ts or .tsx`);
};

const rules: readonly Rule[] = [functionLength, names, types, sql, environment, logging, modules];

/** Applies every code rule to one TypeScript or JavaScript file. */
export const codeProblems = (path: string, text: string): readonly Problem[] => {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const problems: Problem[] = [];
  const report = (node: ts.Node, rule: string, say: string) =>
    problems.push({ path, line: lineOf(source, node.getStart(source)), rule, text: say });
  const walk = (node: ts.Node): void => {
    for (const rule of rules) rule(node, { path, source, report });
    ts.forEachChild(node, walk);
  };
  walk(source);
  return withinAllowance(path, problems);
};

/** Drops the casts of a file that may have them, unless it has more. */
const withinAllowance = (path: string, problems: readonly Problem[]): readonly Problem[] => {
  const most = castsAllowed[path]?.most ?? 0;
  const casts = problems.filter((problem) => problem.rule === 'no-cast').length;
  return casts <= most ? problems.filter((problem) => problem.rule !== 'no-cast') : problems;
};
