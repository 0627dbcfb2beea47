import { expect, test } from 'vitest';
import { stepKinds, strandStates } from './contract.ts';
import { advance, askErrors, clockEffect, isOpen, sideOf, stepsFrom, waitsFor } from './request.ts';

/** Every state with every step that leads on from it; what is not here leads nowhere. */
const table: Readonly<Record<(typeof strandStates)[number], string>> = {
  sent: 'received→received withdrawn→withdrawn',
  received:
    'accepted→accepted clarification-asked→clarification refused→refused partly→partly answered→answered ' +
    'no-record→no-record withdrawn→withdrawn',
  accepted:
    'clarification-asked→clarification refused→refused partly→partly answered→answered no-record→no-record ' +
    'withdrawn→withdrawn',
  clarification:
    'refused→refused partly→partly answered→answered no-record→no-record clarified→accepted withdrawn→withdrawn',
  refused: 'closed→closed',
  partly:
    'clarification-asked→clarification partly→partly answered→answered feedback→feedback closed→closed ' +
    'withdrawn→withdrawn',
  answered: 'feedback→feedback closed→closed',
  'no-record': 'feedback→feedback closed→closed',
  feedback: 'closed→closed',
  closed: '',
  withdrawn: '',
};

test.each(strandStates)(
  'from %s every step leads where the table says, and no other step leads anywhere',
  (state) => {
    const found = stepKinds.flatMap((kind) => {
      const next = advance({ state, resume: null }, kind);
      return next === null ? [] : [`${kind}→${next.state}`];
    });
    expect(found.join(' ')).toBe(table[state]);
  },
);

test('a clarification goes back to where it was asked', () => {
  for (const state of ['received', 'accepted', 'partly'] as const) {
    const asked = advance({ state, resume: null }, 'clarification-asked');
    expect(asked).toEqual({ state: 'clarification', resume: state });
    expect(asked && advance(asked, 'clarified')).toEqual({ state, resume: null });
  }
});

test('no step is both sides’, and each side is offered its own alone', () => {
  for (const state of strandStates) {
    const both = [...stepsFrom(state, 'requester'), ...stepsFrom(state, 'addressee')];
    expect(new Set(both).size).toBe(both.length);
    expect(stepsFrom(state, 'requester').every((kind) => sideOf(kind) === 'requester')).toBe(true);
  }
  expect(stepsFrom('refused', 'requester')).toEqual(['closed']);
  expect(stepsFrom('refused', 'addressee')).toEqual([]);
});

test('whose turn it is: never both sides’, and nobody’s once it is over', () => {
  for (const state of strandStates) {
    const turns = [waitsFor(state, 'requester'), waitsFor(state, 'addressee')];
    expect(turns.filter((turn) => turn === 'us').length).toBeLessThan(2);
  }
  expect(waitsFor('clarification', 'requester')).toBe('us');
  expect(waitsFor('clarification', 'addressee')).toBe('them');
  expect(waitsFor('answered', 'requester')).toBe('us');
  expect(waitsFor('answered', 'addressee')).toBe(null);
  expect(waitsFor('closed', 'requester')).toBe(null);
});

test('the clock starts at receipt, stands still for a clarification, and stops where the matter ends', () => {
  expect(stepKinds.map((kind) => `${kind} ${clockEffect(kind)}`)).toEqual([
    'received start',
    'accepted none',
    'clarification-asked pause',
    'refused stop',
    'partly resume',
    'answered stop',
    'no-record stop',
    'clarified resume',
    'feedback stop',
    'closed stop',
    'withdrawn stop',
  ]);
  expect(strandStates.filter(isOpen)).toEqual(['sent', 'received', 'accepted', 'clarification', 'partly']);
});

test('what is urgent says why', () => {
  expect(askErrors({ urgency: 'urgent-indirect', urgencyReason: '  ' })).toEqual(['urgencyReason']);
  expect(askErrors({ urgency: 'ordinary', urgencyReason: '' })).toEqual([]);
});
