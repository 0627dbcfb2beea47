/** The rules about the whole tree: the kernel's size, the shape of a capability, what doors must say. */
import { posix } from 'node:path';
import ts from 'typescript';
import { inKernel, isTest, type Problem } from './problem.ts';

/** Path → text, of every tracked file. */
export type Files = ReadonlyMap<string, string>;

const kernelLinesMax = 800;

const kernelSize = (files: Files): Problem[] => {
  let lines = 0;
  for (const [path, text] of files)
    if (inKernel(path) && path.endsWith('.ts') && !isTest(path)) lines += text.split('\n').length - 1;
  if (lines <= kernelLinesMax) return [];
  const text = `${lines} lines in all; at most ${kernelLinesMax}: what is not shared by all is not kernel`;
  return [{ path: 'server/kernel', rule: 'kernel-size', text }];
};

/** The parts that every capability has; the story test bears its name. */
const capabilityParts = (name: string): readonly string[] => [
  'README.md',
  'index.ts',
  'contract.ts',
  'policy.ts',
  'policy.test.ts',
  `${name}.test.ts`,
];

const capabilityShape = (files: Files, listed: readonly string[]): Problem[] => {
  const folders = new Set<string>();
  for (const path of files.keys()) {
    const name = /^server\/capabilities\/([^/]+)\//.exec(path)?.[1];
    if (name) folders.add(name);
  }
  return [...folders].flatMap((name) => {
    const folder = `server/capabilities/${name}`;
    const problems: Problem[] = capabilityParts(name)
      .filter((part) => !files.has(`${folder}/${part}`))
      .map((part) => ({ path: folder, rule: 'capability-shape', text: `${part} is missing` }));
    if (!listed.includes(name))
      problems.push({ path: folder, rule: 'capability-shape', text: 'not listed in architecture.mjs' });
    return problems;
  });
};

const parse = (path: string, text: string): ts.SourceFile =>
  ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);

const hasDocstring = (node: ts.Node): boolean =>
  ts.getJSDocCommentsAndTags(node).some((part) => ts.isJSDoc(part) && part.parent === node);

/** Exported name → whether a docstring stands at its definition; `*` holds the files passed on whole. */
interface Exports {
  readonly defined: ReadonlyMap<string, boolean>;
  /** Exported name → where it comes from and its name there. */
  readonly passedOn: ReadonlyMap<string, { readonly from: string; readonly name: string }>;
  readonly whole: readonly string[];
}

const definitionsOf = (statement: ts.Statement): readonly string[] => {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) =>
      ts.isIdentifier(name) ? [name.text] : [],
    );
  const named =
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement);
  return named && statement.name ? [statement.name.text] : [];
};

const resolve = (path: string, specifier: ts.Expression | undefined): string | null =>
  specifier && ts.isStringLiteral(specifier) && specifier.text.startsWith('.')
    ? posix.join(posix.dirname(path), specifier.text)
    : null;

const exportsOf = (path: string, text: string): Exports => {
  const defined = new Map<string, boolean>();
  const passedOn = new Map<string, { from: string; name: string }>();
  const whole: string[] = [];
  for (const statement of parse(path, text).statements) {
    for (const name of definitionsOf(statement))
      defined.set(name, hasDocstring(statement) || defined.get(name) === true);
    if (!ts.isExportDeclaration(statement)) continue;
    const from = resolve(path, statement.moduleSpecifier);
    if (from === null) continue;
    if (!statement.exportClause) whole.push(from);
    else if (ts.isNamedExports(statement.exportClause))
      for (const { name, propertyName } of statement.exportClause.elements)
        passedOn.set(name.text, { from, name: (propertyName ?? name).text });
  }
  return { defined, passedOn, whole };
};

/** The exported definitions of a file that say nothing of themselves. */
const undocumentedIn = (files: Files, path: string): readonly string[] => {
  const source = parse(path, files.get(path) ?? '');
  return source.statements
    .filter((statement) => ts.canHaveModifiers(statement) && isExported(statement))
    .flatMap((statement) => definitionsOf(statement).filter(() => !hasDocstring(statement)));
};

const isExported = (node: ts.HasModifiers): boolean =>
  ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;

/** True when the definition of `name`, followed through re-exports, has a docstring or is out of reach. */
const isDocumented = (files: Files, path: string, name: string): boolean => {
  const text = files.get(path);
  if (text === undefined) return true;
  const { defined, passedOn } = exportsOf(path, text);
  const next = passedOn.get(name);
  return next ? isDocumented(files, next.from, next.name) : (defined.get(name) ?? true);
};

const docstrings = (files: Files): Problem[] =>
  [...files].flatMap(([path, text]) => {
    if (!/^server\/.*\/index\.ts$/.test(path)) return [];
    const { passedOn, whole } = exportsOf(path, text);
    const silent = [
      ...undocumentedIn(files, path),
      ...[...passedOn].filter(([, { from, name }]) => !isDocumented(files, from, name)).map(([name]) => name),
      ...whole.flatMap((from) => (files.has(from) ? undocumentedIn(files, from) : [])),
    ];
    return silent.map((name) => ({
      path,
      rule: 'docstring',
      text: `${name}: say at its definition what it is for, its units, its errors, its source`,
    }));
  });

/** Two branches may take one number each: merged, no node would start. */
const migrationNumbers = (files: Files): Problem[] => {
  const first = new Map<string, string>();
  return [...files.keys()].flatMap((path) => {
    const key = /^.*\/migrations\/\d+(?=-[^/]*\.sql$)/.exec(path)?.[0];
    if (key === undefined) return [];
    const taken = first.get(key);
    first.set(key, taken ?? path);
    if (taken === undefined) return [];
    return [
      { path, rule: 'migration-number', text: `${posix.basename(taken)} has this number: take the next` },
    ];
  });
};

/** Applies every rule about the tree. `listed` are the capabilities of architecture.mjs. */
export const houseProblems = (files: Files, listed: readonly string[]): readonly Problem[] => [
  ...kernelSize(files),
  ...capabilityShape(files, listed),
  ...docstrings(files),
  ...migrationNumbers(files),
];
