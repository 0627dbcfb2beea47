/** What the steps of two sides come to: each state, what may be said in it, and that both nodes agree. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Side, type StepContent, type StepKind, stepKinds, threadStates } from './answer-contract.ts';
import { emptyStep } from './step.ts';
import { applyStep, foldThread, inOrder, isOfSide, knownTo, lastOf, type TravelledStep } from './thread.ts';

const line = '6d5c4b3a-2f1e-4d0c-8b9a-000000000051';
const lines = (quantity: number): StepContent['lines'] => [
  { line, quantity, from: null, to: null, languages: [], arms: null, conditions: '' },
];

interface Said {
  readonly side: Side;
  readonly kind: StepKind;
  readonly quantity?: number;
  readonly answers?: number;
}
const content = ({ kind, quantity, answers }: Said): StepContent => ({
  ...emptyStep(kind, 'fr'),
  lines: quantity === undefined ? [] : lines(quantity),
  answers: answers ?? null,
});
/** One after the other, each having heard all before. */
const talk = (...said: readonly Said[]): readonly TravelledStep[] =>
  said.reduce<TravelledStep[]>((steps, one) => {
    const other = one.side === 'host' ? 'partner' : 'host';
    const step = {
      id: String(steps.length + 1),
      side: one.side,
      number: lastOf(steps, one.side) + 1,
      seen: lastOf(steps, other),
      content: content(one),
    };
    steps.push(step);
    return steps;
  }, []);

const offer = (quantity = 8): Said => ({ side: 'partner', kind: 'offer', quantity });
const counter = (quantity = 4): Said => ({ side: 'partner', kind: 'counter', quantity });
const decline: Said = { side: 'partner', kind: 'decline' };
const back: Said = { side: 'partner', kind: 'withdraw' };
const accept = (answers = 1, quantity = 8): Said => ({ side: 'host', kind: 'accept', answers, quantity });
const reject = (answers = 1): Said => ({ side: 'host', kind: 'reject', answers });
const more: Said = { side: 'host', kind: 'more' };
const cancel: Said = { side: 'host', kind: 'withdraw' };

test.each<[string, readonly Said[], string, number | null, number | null]>([
  ['nothing said', [], 'asked', null, null],
  ['read', [{ side: 'partner', kind: 'read' }], 'asked', null, null],
  ['offered', [offer()], 'offered', 8, null],
  ['countered', [counter()], 'countered', 4, null],
  ['declined', [decline], 'declined', null, null],
  ['declined, then offered after all', [decline, offer()], 'offered', 8, null],
  ['accepted wholly', [offer(), accept()], 'accepted', 8, 8],
  ['accepted in part', [offer(), accept(1, 5)], 'accepted', 8, 5],
  ['accepted in part, then all of it', [offer(), accept(1, 5), accept(1, 8)], 'accepted', 8, 8],
  ['rejected', [offer(), reject()], 'rejected', null, null],
  ['more asked', [offer(), more], 'more-asked', 8, null],
  ['more asked after acceptance, none to give', [offer(), accept(), more, decline], 'accepted', 8, 8],
  ['more offered after acceptance', [offer(), accept(), more, offer(12)], 'offered', 12, 8],
  ['the new offer rejected', [offer(), accept(), more, offer(12), reject(2)], 'accepted', 8, 8],
  ['the new offer accepted', [offer(), accept(), more, offer(12), accept(2, 12)], 'accepted', 12, 12],
  ['taken back', [offer(), back], 'withdrawn', null, null],
  ['taken back after acceptance', [offer(), accept(), back], 'withdrawn', null, null],
  ['acceptance cancelled', [offer(), accept(), cancel], 'cancelled', null, null],
  ['cancelled, then offered anew', [offer(), accept(), cancel, offer(3)], 'offered', 3, null],
])('%s', (_what, said, state, offered, accepted) => {
  const thread = foldThread(talk(...said));
  expect(thread.state).toBe(state);
  expect(thread.offer?.content.lines[0]?.quantity ?? null).toBe(offered);
  expect(thread.acceptance?.accept.content.lines[0]?.quantity ?? null).toBe(accepted);
  expect(thread.crossed.size).toBe(0);
});

test.each<[string, readonly Said[]]>([
  ['accepting before there is an offer', [accept()]],
  ['accepting another offer', [offer(), accept(2)]],
  ['accepting more than is offered', [offer(), accept(1, 9)]],
  ['accepting nothing of it', [offer(), { side: 'host', kind: 'accept', answers: 1 }]],
  ['accepting what was taken back', [offer(), back, accept()]],
  ['accepting what was declined', [decline, accept()]],
  ['asking for more before anything was said', [more]],
  ['cancelling what was not accepted', [offer(), cancel]],
  ['taking back what was not offered', [back]],
  ['taking back twice', [offer(), back, back]],
  ['declining what was accepted', [offer(), accept(), decline]],
  ['offering anew after acceptance, unasked', [offer(), accept(), offer(9)]],
  ['rejecting what was accepted', [offer(), accept(), reject()]],
])('refused: %s', (_what, said) => {
  const steps = talk(...said);
  const last = steps.at(-1);
  if (last === undefined) throw new Error('nothing was said');
  expect(applyStep(knownTo(steps, last), last)).toBe(null);
});

test('each side has words of its own; only withdrawing is both sides’', () => {
  const both = stepKinds.filter((kind) => isOfSide('host', kind) && isOfSide('partner', kind));
  const neither = stepKinds.filter((kind) => !isOfSide('host', kind) && !isOfSide('partner', kind));
  expect([both, neither]).toEqual([['withdraw'], []]);
});

test('an acceptance that crosses with a new offer binds nobody', () => {
  const [first] = talk(offer());
  if (first === undefined) throw new Error('nothing was said');
  const accepted = { id: 'a', side: 'host', number: 1, seen: 1, content: content(accept()) } as const;
  const changed = { id: 'b', side: 'partner', number: 2, seen: 0, content: content(counter()) } as const;
  const thread = foldThread<TravelledStep>([first, accepted, changed]);
  expect(thread.state).toBe('countered');
  expect([...thread.crossed]).toEqual(['a']);
});

/** Two who talk past each other: each says what he may by what he has heard; words arrive in order, late. */
const conversation = fc.array(
  fc.record({
    side: fc.constantFrom<Side>('host', 'partner'),
    kind: fc.constantFrom(...stepKinds),
    quantity: fc.integer({ min: 1, max: 3 }),
    hears: fc.integer({ min: 0, max: 3 }),
  }),
  { maxLength: 25 },
);

test('both nodes come to the same, whatever crossed, in whatever order it is kept', () => {
  const met = new Set<string>();
  let crossed = 0;
  fc.assert(
    fc.property(conversation, fc.integer(), (said, seed) => {
      const heard: Record<Side, number> = { host: 0, partner: 0 };
      const steps: TravelledStep[] = [];
      for (const { side, kind, quantity, hears } of said) {
        const other = side === 'host' ? 'partner' : 'host';
        heard[side] = Math.min(lastOf(steps, other), heard[side] + hears);
        const place = { side, number: lastOf(steps, side) + 1, seen: heard[side] };
        const known = knownTo(steps, place);
        met.add(known.state);
        const answers = known.offer?.number ?? 1;
        const step = {
          ...place,
          id: String(steps.length),
          content: content({ side, kind, quantity, answers }),
        };
        if (isOfSide(side, kind) && applyStep(known, step) !== null) steps.push(step);
      }
      const shuffled = steps.toSorted(
        (one, two) => ((Number(one.id) * 7 + seed) % 11) - ((Number(two.id) * 7 + seed) % 11),
      );
      const thread = foldThread(steps);
      expect(foldThread(shuffled)).toEqual(thread);
      // Nobody answers what he had not heard: what a writer had seen stands before what he wrote.
      const order = inOrder(shuffled);
      for (const step of order)
        for (const before of steps.filter(({ side, number }) => side !== step.side && number <= step.seen))
          expect(order.indexOf(before)).toBeLessThan(order.indexOf(step));
      // What stands accepted is within the offer that it accepted.
      const { acceptance } = thread;
      if (acceptance !== null) expect(acceptance.accept.content.answers).toBe(acceptance.offer.number);
      crossed += thread.crossed.size;
    }),
    { numRuns: 3_000 },
  );
  expect([...met].sort()).toEqual([...threadStates].sort());
  expect(crossed).toBeGreaterThan(15);
});
