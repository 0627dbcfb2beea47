import { expect, test } from 'vitest';
import { other, holder as self } from '../../../../testing/cast.ts';
import type { Actor, Decision, Role } from '../../../kernel/decision.ts';
import { newId, type PartyId } from '../../../kernel/ids.ts';
import { mayAskPartners, mayAssess, mayReadRisk, mayRemind, mayTurnIntoPosts } from './policy.ts';
import { isLate, stateOf } from './visitor.ts';

const person = (role: Role, party: PartyId = self): Actor => ({
  ...{ kind: 'person', person: newId('person'), party, role, desks: [], circles: [], clearance: 'red' },
});
const house: Actor = { kind: 'system', name: 'risk', party: self };
const peer: Actor = { kind: 'peer', party: other };
const planner = person('event-planner');

const rows: readonly (readonly [string, Decision, string])[] = [
  ['a planner assesses', mayAssess(planner, self), 'allowed events/planners-assess'],
  ['a planner makes posts', mayTurnIntoPosts(planner, self), 'allowed events/planners-make-posts'],
  ['a planner asks partners', mayAskPartners(planner, self), 'allowed events/planners-ask'],
  ['the head reads', mayReadRisk(person('centre-head'), self), 'allowed events/readers'],
  ['the head does not assess', mayAssess(person('centre-head'), self), 'refused events/planners'],
  [
    'the watch does not make posts',
    mayTurnIntoPosts(person('watch-officer'), self),
    'refused events/planners',
  ],
  ['a contact point does not ask', mayAskPartners(person('contact-point'), self), 'refused events/planners'],
  ['an analyst does not know of it', mayReadRisk(person('analyst'), self), 'refused events/readers'],
  [
    'a guest planner does not',
    mayReadRisk(person('event-planner', other), self),
    'refused events/own-people',
  ],
  [
    'a guest planner assesses nothing',
    mayAssess(person('event-planner', other), self),
    'refused events/own-people',
  ],
  ['another node does not', mayReadRisk(peer, self), 'refused events/own-people'],
  ['nothing is assessed by the house', mayAssess(house, self), 'refused events/a-person-assesses'],
  ['nor are posts made by it', mayTurnIntoPosts(house, self), 'refused events/a-person-makes-posts'],
  ['the house reminds of reviews', mayRemind(house, self), 'allowed events/house-reminds'],
  ['no planner does', mayRemind(planner, self), 'refused events/house-reminds'],
  ['nor the house of another', mayRemind(house, other), 'refused events/house-reminds'],
  ['nor is a partner asked', mayAskPartners(house, self), 'refused events/a-person-asks'],
];

test.each(rows)('%s', (_, decision, expected) => {
  expect(`${decision.kind} ${decision.rule}`).toBe(expected);
});

test.each([
  ['draft', null, 'drafted'],
  ['proposed', null, 'proposed'],
  ['returned', null, 'returned'],
  ['released', 'sent', 'released'],
  ['released', 'clarification', 'released'],
  ['released', 'partly', 'partly'],
  ['released', 'closed', 'answered'],
  ['released', 'no-record', 'no-record'],
  ['recalled', 'received', 'withdrawn'],
] as const)('a request that is %s, at its addressee %s, is an analysis %s', (state, strand, expected) => {
  expect(stateOf({ state, strand })).toBe(expected);
});

test('an analysis is late after its day, as long as it is not whole', () => {
  expect(isLate('released', '2029-05-25', '2029-05-25')).toBe(false);
  expect(isLate('partly', '2029-05-25', '2029-05-26')).toBe(true);
  expect(isLate('answered', '2029-05-25', '2029-05-26')).toBe(false);
});
