/** A fault names fields, gaps and states as people do: none is shown to them as a code. */
import { expect, test } from 'vitest';
import { agreementStates } from '../server/capabilities/agreements/contract.ts';
import { itemStates } from '../server/capabilities/exchange/contract.ts';
import { strandStates } from '../server/capabilities/requests/vocabulary.ts';
import { alertStates } from '../server/capabilities/watch/alerts/contract.ts';
import { shiftStates } from '../server/capabilities/watch/shifts/contract.ts';
import { sitrepStates } from '../server/capabilities/watch/sitrep/contract.ts';
import { linkStates } from '../server/federation/link.ts';
import { detailWord, Fault } from '../server/kernel/faults.ts';
import { markingErrors } from '../server/kernel/marking.ts';
// The composition root loads every part of the catalogue.
import { version } from '../server/main.ts';

test.each([
  ['agreements', agreementStates],
  ['exchange', itemStates],
  ['requests', strandStates],
  ['watch', alertStates],
  ['watch', shiftStates],
  ['watch', sitrepStates],
  ['federation', linkStates],
])('every state of %s has words in each language: %j', (capability, states) => {
  expect(states.filter((state) => detailWord('state', state, capability) === null)).toEqual([]);
});

test('what is wrong with a marking is named in words', () => {
  const nothing = { handling: [], legalBasis: ' ', reviewOn: 'x', eraseOn: 'x' };
  const grading = { scheme: 'admiralty', source: 'Z', information: '9' } as const;
  const marking = {
    ...nothing,
    grading,
    tlp: 'amber',
    pap: 'amber',
    field: 'terrorism',
    purpose: 'prevention',
    personCategories: [],
    releasableTo: [],
  } as const;
  const errors = markingErrors(marking, '2026-01-01');
  expect(errors.length).toBeGreaterThan(4);
  for (const error of errors) expect(detailWord('fields', error)).not.toBeNull();
});

test('an alert without an agreement, and a shift without its officers, are refused in words', () => {
  expect(version).not.toBe('');
  const alert = new Fault('watch/alert-not-covered', { gap: 'no-agreement', parties: [] });
  expect(alert.text('fr')).toContain('aucun accord');
  expect(alert.text('ar')).toContain('لا اتفاق');
  const shift = new Fault('watch/shift-unsound', { fields: ['officers', 'day'] });
  expect(shift.text('fr')).toContain('agents, jour');
  expect(shift.text('ar')).toContain('الضباط، اليوم');
  expect(shift.details).toEqual({ fields: ['officers', 'day'] });
  // What has no words stays as it is: nothing of a fault is lost.
  expect(new Fault('watch/shift-unsound', { fields: ['x'] }).text('en')).toContain(': x');
});
