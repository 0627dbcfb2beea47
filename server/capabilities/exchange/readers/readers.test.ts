/** What may be told of readers, and what is kept of what was told. */
import { expect, test } from 'vitest';
import type { Role } from '../../../kernel/decision.ts';
import { asId } from '../../../kernel/ids.ts';
import { mayTellReaders } from '../policy.ts';
import { countReaders, type Readers, readersFromWire, readersToWire, readersUnder } from './readers.ts';

const read: readonly Role[] = ['analyst', 'contact-point', 'analyst'];
const counted: Readers = { count: 3, byRole: { analyst: 2, 'contact-point': 1 } };

test.each([
  ['first-reading', counted, null],
  ['count', counted, { count: 3, byRole: null }],
  ['roles', counted, counted],
  ['count', { count: 2, byRole: null }, { count: 2, byRole: null }],
  ['roles', { count: 2, byRole: null }, { count: 2, byRole: null }],
  ['roles', { count: 0, byRole: {} }, null],
  ['roles', null, null],
] as const)('under %s, %j becomes %j', (term, readers, wanted) => {
  expect(readersUnder(term, readers)).toEqual(wanted);
});

test('readers travel as numbers by role, and come back as they went', () => {
  expect(countReaders(read)).toEqual(counted);
  expect(readersToWire(counted)).toEqual({
    count: 3,
    by_role: [
      { role: 'analyst', count: 2 },
      { role: 'contact-point', count: 1 },
    ],
  });
  expect(readersFromWire(readersToWire(counted))).toEqual(counted);
  expect(readersToWire({ count: 3, byRole: null })).toEqual({ count: 3 });
  expect(readersFromWire(undefined)).toBeNull();
});

test.each([
  ['more by role than there are', { count: 1, by_role: [{ role: 'analyst', count: 2 }] }],
  [
    'a role twice',
    {
      count: 4,
      by_role: [
        { role: 'analyst', count: 2 },
        { role: 'analyst', count: 2 },
      ],
    },
  ],
])('%s contradicts itself', (_, told) => {
  expect(readersFromWire(told)).toBeUndefined();
});

test('a role that is not known here counts among the readers alone', () => {
  const told = {
    count: 3,
    by_role: [
      { role: 'analyst', count: 1 },
      { role: 'night-editor', count: 2 },
    ],
  };
  expect(readersFromWire(told)).toEqual({ count: 3, byRole: { analyst: 1 } });
});

test.each([
  ['system', true, 'allowed', 'exchange/agreement-tells-readers'],
  ['system', false, 'allowed', 'exchange/agreement-tells-no-more'],
  ['peer', true, 'refused', 'exchange/the-house-tells-readers'],
] as const)('a %s, agreed %s, is %s by %s', (kind, isAgreed, decision, rule) => {
  const party = asId('party', `identity--${crypto.randomUUID()}`);
  const actor = kind === 'system' ? ({ kind, name: 'readers', party } as const) : ({ kind, party } as const);
  expect(mayTellReaders(actor, isAgreed)).toMatchObject({ kind: decision, rule });
});
