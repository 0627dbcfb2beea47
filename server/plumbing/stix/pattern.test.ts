/** STIX patterns: the vectors that others implement by, and input that means harm. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stixLimits } from './limits.ts';
import { findPatternFault } from './pattern.ts';
import { validateObject } from './validation.ts';

interface Vector {
  readonly name: string;
  readonly pattern: string;
  readonly position: number | null;
  readonly expected?: readonly string[];
}
const file = join(import.meta.dirname, '..', '..', '..', 'protocol', 'vectors', 'patterns.json');
const vectors: readonly Vector[] = JSON.parse(readFileSync(file, 'utf8'));

const indicator = (pattern: string, pattern_type = 'stix') => ({
  type: 'indicator',
  spec_version: '2.1',
  id: 'indicator--00000000-0000-4000-8000-000000000001',
  created: '2024-07-26T17:30:00.000Z',
  modified: '2024-07-26T17:30:00.000Z',
  pattern,
  pattern_type,
  valid_from: '2024-07-26T17:30:00.000Z',
});

describe('findPatternFault', () => {
  it.each(vectors)('$name: $pattern', ({ pattern, position, expected }) => {
    expect(findPatternFault(pattern)).toEqual(position === null ? null : { position, expected });
  });

  it('allows parentheses as deep as the limit, and none deeper', () => {
    const nested = (depth: number) => `${'('.repeat(depth)}[a:b = 1]${')'.repeat(depth)}`;
    expect(findPatternFault(nested(stixLimits.patternDepth))).toBeNull();
    expect(findPatternFault(nested(stixLimits.patternDepth + 1))).toMatchObject({ limit: 'depth' });
    expect(findPatternFault('('.repeat(900_000))).toMatchObject({ limit: 'depth' });
    expect(findPatternFault(`[${'('.repeat(900_000)}`)).toMatchObject({ limit: 'depth' });
  });

  it('allows a pattern as long as the limit, and none longer', () => {
    const long = (length: number) => `[a:b = '${'x'.repeat(length - 10)}']`;
    expect(findPatternFault(long(stixLimits.patternLength))).toBeNull();
    expect(findPatternFault(long(stixLimits.patternLength + 1))).toMatchObject({ limit: 'length' });
  });

  it('reads the worst of a million characters about as fast as a plain pattern', () => {
    const timed = (pattern: string): number => {
      const start = performance.now();
      findPatternFault(pattern);
      return performance.now() - start;
    };
    const fill = (unit: string) => unit.repeat(Math.floor(900_000 / unit.length));
    timed(`[a:b = 1]${fill(' OR [a:b = 1]')}`);
    const plain = timed(`[a:b = 1]${fill(' OR [a:b = 1]')}`);
    const hostile = [
      "[a:b = '",
      fill("\\'"),
      fill("''"),
      fill('/*'),
      fill(' '),
      fill('//'),
      fill('a-'),
      fill('1'),
    ];
    for (const part of hostile) expect(timed(`[a:b = ${part}`)).toBeLessThan(200 + 50 * plain);
    expect(timed(`[a:b IN (1${fill(',1')})]`)).toBeLessThan(200 + 50 * plain);
    expect(timed(`[a:b${fill('[*]')} = 1]`)).toBeLessThan(200 + 50 * plain);
  });

  it('answers every text, and never blames a place outside it', () => {
    const words = [
      '[',
      ']',
      '(',
      ')',
      'a:b',
      ' = ',
      '1',
      "'x'",
      ' AND ',
      ' NOT ',
      'IN',
      ',',
      '.',
      "t'",
      '\\',
      'é',
    ];
    const soup = fc.array(fc.constantFrom(...words), { maxLength: 30 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(soup, fc.string({ unit: 'binary' })), (text) => {
        const fault = findPatternFault(text);
        if (fault !== null) expect(fault.position).toBeGreaterThan(0);
        if (fault !== null) expect(fault.position).toBeLessThanOrEqual(text.length + 1);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('an indicator', () => {
  it('whose pattern is none is told where and what was expected, in three languages', () => {
    const [problem] = validateObject(indicator("[file:name = 'a' ANDD file:size = 1]"), '/objects/3');
    expect(problem).toMatchObject({ path: '/objects/3/pattern', rule: 'pattern', severity: 'error' });
    for (const says of Object.values(problem?.says ?? {})) expect(says).toMatch(/18.*\] {2}AND {2}OR/);
  });
  it('of another pattern language is left alone', () => {
    expect(validateObject(indicator('rule x { condition: true }', 'yara'))).toEqual([]);
  });
});
