/** The table of who plans an event and who sees it. */
import { expect, test } from 'vitest';
import { holder, house, other, people } from '../../../testing/cast.ts';
import { type Actor, type Role, roles } from '../../kernel/decision.ts';
import { mayPlanEvents, mayReadEvents } from './policy.ts';

const person = (role: Role, party = holder): Actor => ({
  ...{ kind: 'person', person: people[0], party, role },
  ...{ desks: [], circles: [], clearance: 'red' },
});
const ruleOf = (decision: ReturnType<typeof mayReadEvents>): string =>
  decision.kind === 'allowed' ? decision.rule : `${decision.rule} ${decision.fault}`;

const withheld = 'events/readers access/absent';
const table: Readonly<Record<Role, readonly [read: string, plan: string]>> = {
  'event-planner': ['events/readers', 'events/planners'],
  'centre-head': ['events/readers', 'events/planners access/refused'],
  'contact-point': ['events/readers', 'events/planners access/refused'],
  'watch-officer': ['events/readers', 'events/planners access/refused'],
  'operation-commander': ['events/readers', 'events/planners access/refused'],
  'liaison-officer': [withheld, withheld],
  analyst: [withheld, withheld],
  'field-officer': [withheld, withheld],
  'host-officer': [withheld, withheld],
  'service-head': [withheld, withheld],
  'data-protection-officer': [withheld, withheld],
  administrator: [withheld, withheld],
  observer: [withheld, withheld],
  connector: [withheld, withheld],
};

test.each(Object.entries(table))('%s reads and plans as the table says', (role, [read, plan]) => {
  const actor = person(roles.find((one) => one === role) ?? 'observer');
  expect(ruleOf(mayReadEvents(actor, holder))).toBe(read);
  expect(ruleOf(mayPlanEvents(actor, holder))).toBe(plan);
});

test.each([
  ['a planner who is a guest here', person('event-planner', other)],
  ['another node', { kind: 'peer', party: holder } as const],
  ['the house of another node', { ...house, party: other }],
])('%s is not told that there is an event', (_, actor) => {
  for (const may of [mayReadEvents, mayPlanEvents])
    expect(ruleOf(may(actor, holder))).toBe('events/own-people access/absent');
});

test('the house itself reads and writes', () => {
  expect(ruleOf(mayPlanEvents(house, holder))).toBe('events/house');
});
