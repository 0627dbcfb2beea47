/** What is made again: a hand’s work is never overwritten unsaid. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayFacts, templateLine, templateWith } from '../../../../testing/risk-cast.ts';
import { postsFor, type WantedPost } from './generation.ts';
import type { levels } from './level.ts';
import { compare, isByHand, type MadePost, type PresentPost, stepsOf } from './regeneration.ts';

const wantedAt = (level: (typeof levels)[number]): readonly WantedPost[] =>
  postsFor({
    facts: [dayFacts()],
    templates: [templateWith([templateLine(), templateLine({ priority: 3 })])],
    levelAt: () => ({ level, reason: 'Motif' }),
    zone: 'UTC',
    language: 'fr',
  });
const madeOf = (wanted: readonly WantedPost[]): readonly MadePost[] =>
  wanted.map((post, at) => ({ ...post, post: `p${at}`, version: 1 }));
const standing = (made: readonly MadePost[]): Map<string, PresentPost> =>
  new Map(made.map(({ post, version, draft }) => [post, { id: post, version, draft }]));
const fates = (given: Parameters<typeof compare>[0]) => compare(given).map(({ fate }) => fate);

const high = wantedAt('high');
const critical = wantedAt('critical');
const made = madeOf(high);
const [first] = made;
if (first === undefined) throw new Error('nothing is wanted');
const touched: PresentPost = { id: 'p0', version: 2, draft: { ...first.draft, quantity: 9 } };

test('what nobody touched follows the templates', () => {
  expect(fates({ wanted: high, made: [], present: new Map() })).toEqual(['made', 'made']);
  expect(fates({ wanted: high, made, present: standing(made) })).toEqual(['same', 'same']);
  expect(fates({ wanted: critical, made, present: standing(made) })).toEqual(['changed', 'changed']);
  expect(fates({ wanted: [], made, present: standing(made) })).toEqual(['withdrawn', 'withdrawn']);
});

test('the words of a reason alone change nothing', () => {
  const otherWords = high.map((post) => ({ ...post, draft: { ...post.draft, reason: 'سبب' } }));
  expect(fates({ wanted: otherWords, made, present: standing(made) })).toEqual(['same', 'same']);
});

test('what a hand touched or took away stays so, and is said where the templates differ', () => {
  const edited = standing(made).set('p0', touched);
  expect(fates({ wanted: high, made, present: edited })).toEqual(['edited', 'same']);
  expect(fates({ wanted: critical, made, present: edited })).toEqual(['edited-differs', 'changed']);
  expect(fates({ wanted: [], made, present: edited })).toEqual(['edited-unwanted', 'withdrawn']);
  const gone = standing(made);
  gone.delete('p0');
  expect(fates({ wanted: high, made, present: gone })).toEqual(['removed', 'same']);
  expect(fates({ wanted: [], made, present: gone })).toEqual(['withdrawn']);
});

test('no step goes to a post that a hand touched, unless it is named', () => {
  const state = fc.constantFrom('as-made', 'edited', 'gone', 'never');
  const wanted = fc.constantFrom(high, critical, []);
  fc.assert(
    fc.property(state, state, wanted, fc.boolean(), (one, other, now, isNamed) => {
      const states = [one, other];
      const known = made.filter((_post, at) => states[at] !== 'never');
      const present = standing(known);
      for (const [at, { post, draft }] of made.entries()) {
        if (states[at] === 'edited')
          present.set(post, { id: post, version: 2, draft: { ...draft, quantity: 9 } });
        if (states[at] === 'gone') present.delete(post);
      }
      const outcomes = compare({ wanted: now, made: known, present });
      const named = new Set(isNamed ? outcomes.map(({ key }) => key) : []);
      const steps = stepsOf(outcomes, named);
      const touchedNow = made.filter((_post, at) => states[at] === 'edited' || states[at] === 'gone');
      const reached = steps.filter(
        (step) => step.act !== 'make' && touchedNow.some(({ post }) => post === step.present.id),
      );
      if (!isNamed) expect(reached).toEqual([]);
      else expect(reached).toHaveLength(outcomes.filter(({ fate }) => isByHand(fate)).length);
    }),
  );
});
