import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linkVerbs, nextStance, type Stance, stances, stateOf } from './link.ts';

test('a link is active only when both have accepted and neither holds it back', () => {
  for (const own of stances)
    for (const theirs of stances)
      expect(stateOf(own, theirs) === 'active').toBe(own === 'accepted' && theirs === 'accepted');
});

test('both sides agree on active, suspended and ended', () => {
  for (const own of stances)
    for (const theirs of stances)
      for (const state of ['active', 'ended', 'suspended'] as const)
        expect(stateOf(own, theirs) === state).toBe(stateOf(theirs, own) === state);
});

test.each<readonly [Stance, Stance, (typeof linkVerbs)[number], Stance | null]>([
  ['unanswered', 'proposed', 'accept', 'accepted'],
  ['proposed', 'unanswered', 'accept', 'accepted'],
  ['accepted', 'accepted', 'accept', null],
  ['accepted', 'accepted', 'suspend', 'suspended'],
  ['accepted', 'suspended', 'suspend', 'suspended'],
  ['accepted', 'proposed', 'suspend', null],
  ['proposed', 'accepted', 'suspend', null],
  ['suspended', 'accepted', 'resume', 'accepted'],
  ['accepted', 'suspended', 'resume', null],
  ['unanswered', 'proposed', 'end', 'ended'],
  ['suspended', 'suspended', 'end', 'ended'],
])('%s and %s: %s gives %s', (own, theirs, verb, next) => {
  expect(nextStance(own, theirs, verb)).toBe(next);
});

test('nothing leads out of an ended link', () => {
  fc.assert(
    fc.property(fc.constantFrom(...stances), fc.constantFrom(...linkVerbs), (other, verb) => {
      expect(nextStance('ended', other, verb)).toBeNull();
      expect(nextStance(other, 'ended', verb)).toBeNull();
    }),
  );
});
