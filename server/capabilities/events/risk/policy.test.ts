import { expect, test } from 'vitest';
import { house, other, holder as self } from '../../../../testing/cast.ts';
import { type Actor, type Decision, type Role, roles } from '../../../kernel/decision.ts';
import { newId, type PartyId } from '../../../kernel/ids.ts';
import { mayAskPartners, mayAssess, mayReadRisk, mayRemind, mayTurnIntoPosts } from './policy.ts';
import { isLate, stateOf } from './visitor.ts';

const person = (role: Role, party: PartyId = self): Actor => ({
  ...{ kind: 'person', person: newId('person'), party, role, desks: [], circles: [], clearance: 'red' },
});
const ruleOf = (decision: Decision): string =>
  decision.kind === 'allowed' ? decision.rule : `${decision.rule} ${decision.fault}`;

const writing = { mayAssess, mayTurnIntoPosts, mayAskPartners } as const;
const planners = {
  mayAssess: 'events/planners-assess',
  mayTurnIntoPosts: 'events/planners-make-posts',
  mayAskPartners: 'events/planners-ask',
} as const;

/** Who sees what is at risk; of them the planner alone writes. All others are not told that there is any. */
const readers: readonly Role[] = [
  'event-planner',
  'centre-head',
  'contact-point',
  'watch-officer',
  'operation-commander',
];
const withheld = 'events/readers access/absent';

test.each(roles)('%s reads, assesses, makes posts and asks partners as far as his office goes', (role) => {
  const [actor, reads] = [person(role), readers.includes(role)];
  expect(ruleOf(mayReadRisk(actor, self))).toBe(reads ? 'events/readers' : withheld);
  for (const verb of ['mayAssess', 'mayTurnIntoPosts', 'mayAskPartners'] as const) {
    const refused = reads ? 'events/planners access/refused' : withheld;
    expect(ruleOf(writing[verb](actor, self))).toBe(role === 'event-planner' ? planners[verb] : refused);
  }
  expect(ruleOf(mayRemind(actor, self))).toBe('events/house-reminds access/absent');
});

test.each<readonly [string, Actor]>([
  ['a planner who is a guest here', person('event-planner', other)],
  ['a head who is a guest here', person('centre-head', other)],
  ['another node', { kind: 'peer', party: other }],
  ['a node that says it is this one', { kind: 'peer', party: self }],
  ['the house of another node', { ...house, party: other }],
])('%s sees, assesses, makes and asks nothing, and is not told that there is any', (_, actor) => {
  for (const may of [mayReadRisk, mayAssess, mayTurnIntoPosts, mayAskPartners])
    expect(ruleOf(may(actor, self))).toBe('events/own-people access/absent');
  expect(ruleOf(mayRemind(actor, self))).toBe('events/house-reminds access/absent');
});

test('the house reads and reminds of reviews; it assesses nothing, makes no post, asks no partner', () => {
  expect(ruleOf(mayReadRisk(house, self))).toBe('events/house');
  expect(ruleOf(mayRemind(house, self))).toBe('events/house-reminds');
  expect(ruleOf(mayAssess(house, self))).toBe('events/a-person-assesses access/refused');
  expect(ruleOf(mayTurnIntoPosts(house, self))).toBe('events/a-person-makes-posts access/refused');
  expect(ruleOf(mayAskPartners(house, self))).toBe('events/a-person-asks access/refused');
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
