import { expect, test } from 'vitest';
import { type Arrow, drawMermaid, drawText, partOf } from './drawing.ts';

test('each file belongs to one part of the house', () => {
  expect(partOf('server/kernel/time.ts')).toBe('kernel');
  expect(partOf('server/plumbing/database/index.ts')).toBe('plumbing/database');
  expect(partOf('server/plumbing/verb.ts')).toBe('plumbing/verb');
  expect(partOf('server/federation/outbox/index.ts')).toBe('federation');
  expect(partOf('server/capabilities/parties/policy.ts')).toBe('capabilities/parties');
  expect(partOf('server/main.ts')).toBe('main');
  expect(partOf('console/kit/theme.ts')).toBe('console');
});

test('tests and packages belong to none', () => {
  expect(partOf('server/kernel/time.test.ts')).toBeNull();
  expect(partOf('node_modules/pg/lib/index.js')).toBeNull();
});

const arrows: readonly Arrow[] = [
  { from: 'plumbing/database', to: 'kernel', imports: 2, typesOnly: false },
  { from: 'capabilities/parties', to: 'plumbing/database', imports: 1, typesOnly: true },
];

test('the text names what each part imports, types in brackets', () => {
  const text = drawText(arrows, ['parties']);
  expect(text).toMatch(/kernel +stands alone/);
  expect(text).toMatch(/plumbing\/database +→ kernel/);
  expect(text).toMatch(/capabilities\/parties +→ \(plumbing\/database\)/);
});

test('the diagram leaves the kernel’s arrows out and dots those of types', () => {
  const diagram = drawMermaid(arrows);
  expect(diagram).toContain('capabilities_parties -.-> plumbing_database');
  expect(diagram).not.toContain('--> kernel');
});
