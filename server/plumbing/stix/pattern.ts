/**
 * Whether a text is a STIX pattern (STIX 2.1 §9): observation expressions in brackets, joined and qualified,
 * each of comparisons of object paths with literals. What it would match is not our business.
 */
import { stixLimits } from './limits.ts';
import { type Literal, readToken, type Token, type TokenKind } from './pattern-tokens.ts';

/** Where a pattern stops being one. */
export interface PatternFault {
  /** UTF-16 units from the beginning, the first being 1. */
  readonly position: number;
  /** What could stand there, in the words of the grammar; empty where a limit is passed. */
  readonly expected: readonly string[];
  /** The limit that it passes. */
  readonly limit?: 'depth' | 'length';
}

class Unexpected extends Error {
  readonly fault: PatternFault;
  constructor(fault: PatternFault) {
    super('unexpected');
    this.fault = fault;
  }
}

const ordered: readonly Literal[] = ['integer', 'decimal', 'text', 'hex', 'binary', 'time'];
const anyLiteral: readonly Literal[] = [...ordered, 'boolean'];
/** How a kind of token is named to people: as one would write it. */
const written: Readonly<Partial<Record<TokenKind, string>>> = {
  name: 'name',
  hyphenated: 'object-type',
  integer: '1',
  decimal: '1.5',
  text: "'…'",
  hex: "h'0f'",
  binary: "b'AQ=='",
  time: "t'2024-07-26T17:30:00Z'",
  boolean: 'true',
};
const names = (kinds: readonly TokenKind[]): readonly string[] => kinds.map((kind) => written[kind] ?? kind);

const afterPath: readonly TokenKind[] = [
  '=',
  '==',
  '!=',
  '<>',
  '<',
  '<=',
  '>',
  '>=',
  'NOT',
  'IN',
  'LIKE',
  'MATCHES',
  'ISSUBSET',
  'ISSUPERSET',
];
const operators = afterPath.filter((kind) => kind !== 'NOT');

/** Walks over a pattern, one token ahead; throws `Unexpected` at the first that is out of place. */
const createWalk = (text: string) => {
  let next: Token = readToken(text, 0);
  let depth = 0;

  const fail = (kinds: readonly TokenKind[]): never => {
    const begun = next.kind === 'unknown' ? next.expected : undefined;
    const expected = begun === undefined ? names(kinds) : [begun];
    throw new Unexpected({ position: next.at + 1, expected });
  };
  const take = (...kinds: readonly TokenKind[]): Token => {
    const token = next;
    if (!kinds.includes(token.kind)) fail(kinds);
    next = readToken(text, token.end);
    return token;
  };
  const skipIf = (...kinds: readonly TokenKind[]): Token | null =>
    kinds.includes(next.kind) ? take(...kinds) : null;

  /** What stands in parentheses, as deep as the limit. */
  const within = (inner: () => void): void => {
    if (depth >= stixLimits.patternDepth)
      throw new Unexpected({ position: next.at + 1, expected: [], limit: 'depth' });
    depth += 1;
    take('(');
    inner();
    take(')');
    depth -= 1;
  };

  const objectPath = (): void => {
    take('name', 'hyphenated');
    take(':');
    take('name', 'text');
    for (let sign = skipIf('.', '['); sign !== null; sign = skipIf('.', '[')) {
      if (sign.kind === '.') take('name', 'text');
      else {
        take('integer', '*');
        take(']');
      }
    }
  };

  const literalSet = (): void => {
    take('(');
    if (skipIf(')')) return;
    take(...anyLiteral);
    while (next.kind === ',') {
      take(',');
      take(...anyLiteral);
    }
    take(')');
  };

  const propertyTest = (): void => {
    if (next.kind === '(') within(comparison);
    else if (next.kind === 'name' || next.kind === 'hyphenated') comparisonWithLiteral();
    else if (skipIf('NOT') || next.kind === 'EXISTS') {
      take('EXISTS');
      objectPath();
    } else fail(['hyphenated', 'EXISTS', 'NOT', '(']);
  };

  const comparisonWithLiteral = (): void => {
    objectPath();
    if (!afterPath.includes(next.kind)) fail(['.', '[', ...afterPath]);
    skipIf('NOT');
    const { kind } = take(...operators);
    if (kind === 'IN') literalSet();
    else if (kind === '=' || kind === '==' || kind === '!=' || kind === '<>') take(...anyLiteral);
    else if (kind === '<' || kind === '<=' || kind === '>' || kind === '>=') take(...ordered);
    else take('text');
  };

  const comparison = (): void => {
    propertyTest();
    while (skipIf('AND', 'OR')) propertyTest();
  };

  const qualifiers = (isSimple: boolean): void => {
    const seen = new Set<TokenKind>();
    const kinds = ['WITHIN', 'REPEATS', 'START'] as const;
    for (;;) {
      const { kind } = next;
      // One observation expression has no two qualifiers of one sort (§9.3).
      if (isSimple && seen.has(kind)) fail(kinds.filter((one) => !seen.has(one)));
      if (!skipIf(...kinds)) return;
      seen.add(kind);
      if (kind === 'WITHIN') amount('SECONDS', 'integer', 'decimal');
      else if (kind === 'REPEATS') amount('TIMES', 'integer');
      else {
        take('time');
        take('STOP');
        take('time');
      }
    }
  };

  const amount = (unit: TokenKind, ...kinds: readonly TokenKind[]): void => {
    if (next.negative === true) fail(kinds);
    take(...kinds);
    take(unit);
  };

  const observation = (): void => {
    const isSimple = next.kind === '[';
    if (next.kind === '(') within(observations);
    else {
      if (!isSimple) fail(['[', '(']);
      take('[');
      comparison();
      if (next.kind !== ']') fail([']', 'AND', 'OR']);
      take(']');
    }
    qualifiers(isSimple);
  };

  const observations = (): void => {
    observation();
    while (skipIf('AND', 'OR', 'FOLLOWEDBY')) observation();
  };

  return {
    whole: (): void => {
      observations();
      if (next.kind !== 'end') fail(['AND', 'OR', 'FOLLOWEDBY', 'WITHIN', 'REPEATS', 'START']);
    },
  };
};

/** What keeps this text from being a STIX pattern; null when it is one. Never throws. */
export const findPatternFault = (text: string): PatternFault | null => {
  const { patternLength } = stixLimits;
  if (text.length > patternLength) return { position: patternLength + 1, expected: [], limit: 'length' };
  try {
    createWalk(text).whole();
    return null;
  } catch (error) {
    if (error instanceof Unexpected) return error.fault;
    throw error;
  }
};
