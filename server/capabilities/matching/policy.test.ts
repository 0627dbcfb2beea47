import fc from 'fast-check';
import { expect, test } from 'vitest';
import { other, parties, holder as self } from '../../../testing/cast.ts';
import type { Actor, Decision, Role } from '../../kernel/decision.ts';
import { newId, type PartyId } from '../../kernel/ids.ts';
import { tlps } from '../../kernel/marking.ts';
import type { Agreement } from '../agreements/index.ts';
import { isUnusual } from './limits.ts';
import {
  isMatchable,
  matchGap,
  mayCheck,
  mayDecide,
  mayReadCards,
  mayReadCheck,
  mayReadUse,
  releaseMatching,
} from './policy.ts';

const person = (role: Role, party: PartyId = self): Actor => ({
  kind: 'person',
  person: newId('person'),
  party,
  role,
  desks: [],
  circles: [],
  clearance: 'red',
});
const peer: Actor = { kind: 'peer', party: other };
const house: Actor = { kind: 'system', name: 'matching', party: self };
const mine = person('analyst');
const asked = { officer: mine.kind === 'person' ? mine.person : '' };

const rows: readonly (readonly [string, Decision, string])[] = [
  ['an analyst asks', mayCheck(person('analyst'), self), 'allowed matching/officers-ask'],
  ['a watch officer asks', mayCheck(person('watch-officer'), self), 'allowed matching/officers-ask'],
  ['an observer does not', mayCheck(person('observer'), self), 'refused matching/officers-ask'],
  ['an administrator does not', mayCheck(person('administrator'), self), 'refused matching/officers-ask'],
  ['a guest does not', mayCheck(person('analyst', other), self), 'refused matching/own-people'],
  ['another node does not', mayCheck(peer, self), 'refused matching/own-people'],
  ['who asked reads it', mayReadCheck(mine, self, asked), 'allowed matching/own-checks'],
  ['a colleague does not', mayReadCheck(person('analyst'), self, asked), 'refused matching/own-checks'],
  ['the head does', mayReadCheck(person('centre-head'), self, asked), 'allowed matching/overseers-read'],
  [
    'a guest head does not',
    mayReadCheck(person('centre-head', other), self, asked),
    'refused matching/own-checks',
  ],
  [
    'a liaison officer sees hits',
    mayReadCards(person('liaison-officer'), self),
    'allowed matching/officers-read-hits',
  ],
  [
    'a field officer does not',
    mayReadCards(person('field-officer'), self),
    'refused matching/officers-read-hits',
  ],
  ['an analyst decides', mayDecide(person('analyst'), self), 'allowed matching/officers-decide'],
  [
    'the data protection officer only reads',
    mayDecide(person('data-protection-officer'), self),
    'refused matching/officers-decide',
  ],
  ['no hit is decided by the house', mayDecide(house, self), 'refused matching/a-person-decides'],
  [
    'the service head sees how much',
    mayReadUse(person('service-head'), self),
    'allowed matching/use-is-open',
  ],
  ['a guest does not', mayReadUse(person('service-head', other), self), 'refused matching/own-people'],
];

test.each(rows)('%s', (_, decision, expected) => {
  expect(`${decision.kind} ${decision.rule}`).toBe(expected);
});

const agreement: Agreement = {
  id: newId('agreement'),
  proposer: self,
  title: { ar: 'ا', fr: 'a', en: 'a' },
  legalBasis: 'article 4',
  parties: [self, other],
  fields: ['terrorism'],
  purposes: ['prevention'],
  validFrom: '2026-01-01',
  validUntil: '2027-01-01',
  defaults: { tlp: 'amber', pap: 'amber', handling: ['H1'], reviewAfterDays: 1, eraseAfterDays: 2 },
  state: 'in-force',
  signatures: [],
  createdAt: '2026-01-01T00:00:00.000Z',
  endedAt: null,
  matching: { perDay: 10, perOfficer: 5 },
};
const covered = { field: 'terrorism', purpose: 'prevention' } as const;

test.each([
  ['covered', agreement, covered, null],
  ['another field', agreement, { ...covered, field: 'drugs' as const }, 'field'],
  ['another purpose', agreement, { ...covered, purpose: 'detection' as const }, 'purpose'],
  ['ended', { ...agreement, state: 'ended' as const }, covered, 'not-in-force'],
  ['no agreement', null, covered, 'no-agreement'],
])('matching that is %s', (_, given, what, gap) => {
  expect(matchGap(given, what, [self, other])).toBe(gap);
});

test('an agreement without terms for matching allows none, and lets nothing go', () => {
  const { matching: _, ...without } = agreement;
  expect(matchGap(without, covered, [self, other])).toBe('no-matching');
  expect(releaseMatching(without, other, 1)).toBeNull();
  expect(releaseMatching(agreement, other, 1)).toMatchObject({ recipient: other, rule: 'matching/agreed' });
  expect(releaseMatching(agreement, parties[2], 1)).toBeNull();
});

test('what is for named eyes, of a third, uncovered or to be erased is never to be found', () => {
  const usual = { ...covered, tlp: 'amber', releasableTo: [self], eraseOn: '2026-12-31' } as const;
  const item = (changes: object, isOwn = true) => ({ isOwn, marking: { ...usual, ...changes } });
  const today = '2026-06-01';
  expect(isMatchable(item({}), agreement, other, today)).toBe(true);
  expect(isMatchable(item({}, false), agreement, other, today)).toBe(false);
  expect(isMatchable(item({ field: 'drugs' }), agreement, other, today)).toBe(false);
  expect(isMatchable(item({ eraseOn: today }), agreement, other, today)).toBe(false);
  fc.assert(
    fc.property(fc.constantFrom(...tlps), fc.boolean(), (tlp, isNamed) => {
      const releasableTo = isNamed ? [self, other] : [self];
      const isOpen = tlp === 'clear' || tlp === 'green' || tlp === 'amber';
      expect(isMatchable(item({ tlp, releasableTo }), agreement, other, today)).toBe(isOpen || isNamed);
    }),
  );
});

test.each([
  [99, [], false],
  [100, [], true],
  [100, [10, 20, 30], false],
  [101, [20, 20, 20], true],
  [1_000, [300, 300, 1], false],
])('%s a day after %j is unusual: %s', (today, before, unusual) => {
  expect(isUnusual(today, before)).toBe(unusual);
});
