import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { terms } from '../console/kit/terms.ts';
import { languages, type Words } from '../server/kernel/faults.ts';

const glossary = readFileSync(new URL('../GLOSSARY.md', import.meta.url), 'utf8');

const isWords = (value: object): value is Words => languages.every((language) => language in value);

/** Every code of the catalogue with its words, however deep. */
const coded = (catalogue: object): readonly (readonly [string, Words])[] =>
  Object.entries(catalogue).flatMap(([code, value]) => {
    if (typeof value !== 'object' || value === null || code === 'name') return [];
    return isWords(value) ? [[code, value] as const] : coded(value);
  });

test.each(coded(terms))('the glossary has the row of %s as the console shows it', (code, { en, fr, ar }) => {
  expect(glossary).toContain(`| \`${code}\` | ${en} | ${fr} | ${ar} |`);
});

test('every term in the glossary has a word in each language and a meaning', () => {
  const rows = glossary.split('\n').filter((line) => line.startsWith('| **'));
  expect(rows.length).toBeGreaterThan(40);
  for (const row of rows) {
    const cells = row.split('|').map((cell) => cell.trim());
    expect(cells.slice(1, -1).filter((cell) => cell === '')).toEqual([]);
    expect(cells).toHaveLength(7);
    expect(cells[3]).toMatch(/^[\p{Script=Arabic}\s،]+$/u);
  }
});

test('one word has one meaning: no term stands twice', () => {
  const names = [...glossary.matchAll(/^\| \*\*(.+?)\*\*/gm)].map(([, name]) => name);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});
