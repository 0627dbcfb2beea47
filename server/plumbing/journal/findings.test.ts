import { describe, expect, test } from 'vitest';
import { describeFinding, type Finding } from './findings.ts';

describe('A finding', () => {
  test('is said in three languages, with the numbers of the entries', () => {
    const span = { from: 3, to: 7 } as const;
    const findings: readonly Finding[] = [
      { kind: 'changed', ...span },
      { kind: 'removed', ...span },
      { kind: 'inserted', ...span },
      { kind: 'moved', at: 9, ...span },
      { kind: 'rehashed', ...span },
      { kind: 'rewritten', witness: 'own', ...span },
      { kind: 'truncated', witness: 'elsewhere', ...span },
      { kind: 'equivocation', witness: 'own', size: 3 },
      { kind: 'forged-head', witness: 'elsewhere', size: 3 },
    ];
    for (const finding of findings)
      for (const text of Object.values(describeFinding(finding))) expect(text).toContain('3');
  });
});
