/** The words of the console: all there, all sound, and none outside the catalogues. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { createIntl } from '@formatjs/intl';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = import.meta.dirname;
const languages = ['ar', 'fr', 'en'] as const;
/** Arabic has six plural forms (Unicode CLDR). */
const arabicForms = ['few', 'many', 'one', 'other', 'two', 'zero'];

const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).map((path) => join(root, path));
const wordFiles = files.filter((path) => /(^|-)words\.ts$/.test(path.split('/').at(-1) ?? ''));
const screens = files.filter((path) => path.endsWith('.tsx'));

type Entry = { name: string; words: Record<string, string> };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const textsOf = (value: unknown): Record<string, string> =>
  isRecord(value)
    ? Object.fromEntries(languages.map((language) => [language, String(value[language] ?? '')]))
    : {};

const readEntries = async (): Promise<readonly Entry[]> => {
  const modules = await Promise.all(
    wordFiles.map(async (path) => ({ path, module: (await import(path)) satisfies Record<string, unknown> })),
  );
  return modules.flatMap(({ path, module }) =>
    Object.values(module)
      .filter(isRecord)
      .flatMap((catalogue) =>
        Object.entries(catalogue).map(([key, value]) => ({
          name: `${relative(root, path)} ${key}`,
          words: textsOf(value),
        })),
      ),
  );
};

interface Parsed {
  readonly placeholders: readonly string[];
  readonly plurals: readonly (readonly string[])[];
}

/** Names and plural forms of a message; throws where it does not parse. Walks the parser's own tree. */
const parse = (text: string, language: string): Parsed => {
  const intl = createIntl({ locale: language, messages: {} });
  const placeholders = new Set<string>();
  const plurals: string[][] = [];
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) for (const entry of node) walk(entry);
    else if (isRecord(node)) {
      // 1 argument, 6 plural in the parser's TYPE.
      if (node.type === 1 || node.type === 6) placeholders.add(String(node.value));
      if (node.type === 6 && isRecord(node.options)) {
        plurals.push(Object.keys(node.options).sort());
        walk(Object.values(node.options).map((option) => (isRecord(option) ? option.value : null)));
      }
    }
  };
  walk(intl.formatters.getMessageFormat(text, language).getAst());
  return { placeholders: [...placeholders].sort(), plurals };
};

const spokenAttributes = new Set([
  'label',
  'placeholder',
  'title',
  'aria-label',
  'alt',
  'description',
  'legend',
]);
/** What is written alike in every language. */
const alike = new Set(['https://', '·']);

const hasLetters = (text: string): boolean => /\p{Letter}/u.test(text) && !alike.has(text.trim());

const strayStrings = (path: string): readonly string[] => {
  const source = ts.createSourceFile(
    path,
    readFileSync(path, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
    ts.ScriptKind.TSX,
  );
  const found: string[] = [];
  const note = (node: ts.Node, text: string): void => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    found.push(`${relative(root, path)}:${line + 1} ${text.trim()}`);
  };
  const literalIn = (node: ts.Node | undefined): string =>
    node && (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) ? node.text : '';
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && hasLetters(node.text)) note(node, node.text);
    if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent) && hasLetters(literalIn(node.expression)))
      note(node, literalIn(node.expression));
    if (ts.isJsxAttribute(node) && spokenAttributes.has(node.name.getText())) {
      const value = node.initializer;
      const text = literalIn(value && ts.isJsxExpression(value) ? value.expression : value);
      if (hasLetters(text)) note(node, text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
};

describe('the words of the console', async () => {
  const entries = await readEntries();

  it('are read from the catalogues', () => {
    expect(wordFiles.length).toBeGreaterThan(5);
    expect(entries.length).toBeGreaterThan(200);
  });

  it('are there in Arabic, French and English', () => {
    const missing = entries.filter(({ words }) => languages.some((language) => !words[language]?.trim()));
    expect(missing.map(({ name }) => name)).toEqual([]);
  });

  it('parse, and name the same placeholders in the three languages', () => {
    const unequal = entries.filter(({ words }) => {
      const sets = languages.map((language) => parse(words[language] ?? '', language).placeholders.join());
      return new Set(sets).size > 1;
    });
    expect(unequal.map(({ name }) => name)).toEqual([]);
  });

  it('have all six plural forms in Arabic wherever a number is shown', () => {
    const short = entries.filter(({ words }) =>
      parse(words.ar ?? '', 'ar').plurals.some((forms) => forms.join() !== arabicForms.join()),
    );
    expect(short.map(({ name }) => name)).toEqual([]);
    const counted = entries.filter(({ words }) => languages.some((l) => /\{count\b/.test(words[l] ?? '')));
    const plain = counted.filter(({ words }) => parse(words.ar ?? '', 'ar').plurals.length === 0);
    expect(plain.map(({ name }) => name)).toEqual([]);
  });

  it('stand in the catalogues alone: no screen holds a text of its own', () => {
    expect(screens.length).toBeGreaterThan(10);
    expect(screens.flatMap(strayStrings)).toEqual([]);
  });
});
