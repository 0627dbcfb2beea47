import { expect, test } from 'vitest';
import { summaryLine } from './summary-reporter.ts';

test('the summary counts each state', () => {
  expect(summaryLine(['passed', 'failed', 'skipped', 'passed'], 0)).toBe('2 passed, 1 failed, 1 skipped');
});

test('an error outside any test is a failure', () => {
  expect(summaryLine(['passed'], 2)).toBe('1 passed, 2 failed, 0 skipped');
});

test('a test that never ended is a failure', () => {
  expect(summaryLine(['pending'], 0)).toBe('0 passed, 1 failed, 0 skipped');
});
