/** The table of who plans, publishes and sees duties; and what of them leaves. */
import { expect, test } from 'vitest';
import { holder, house, other, people } from '../../../testing/cast.ts';
import { type Actor, type Decision, type Role, roles } from '../../kernel/decision.ts';
import { mayApprove, mayOpenLink, mayPlan, mayReadDuty, mayReadRoster, releaseDuties } from './policy.ts';

const [me, another] = people;
const person = (role: Role, party = holder): Actor => ({
  ...{ kind: 'person', person: me, party, role },
  ...{ desks: [], circles: [], clearance: 'red' },
});
const ruleOf = (decision: Decision): string =>
  decision.kind === 'allowed' ? decision.rule : `${decision.rule} ${decision.fault}`;

const refused = (rule: string): string => `roster/${rule} access/refused`;
const unseen = 'roster/planners-read access/absent';
const nothing = [unseen, unseen, unseen] as const;
const table: Readonly<Record<Role, readonly [read: string, plan: string, approve: string]>> = {
  'event-planner': ['roster/planners-read', 'roster/planners-plan', refused('four-eyes')],
  'centre-head': ['roster/planners-read', refused('planners-plan'), 'roster/four-eyes'],
  'contact-point': nothing,
  'watch-officer': nothing,
  'operation-commander': nothing,
  'liaison-officer': nothing,
  analyst: nothing,
  'field-officer': nothing,
  'host-officer': nothing,
  'service-head': nothing,
  'data-protection-officer': nothing,
  administrator: nothing,
  observer: nothing,
  connector: nothing,
};
const proposed = { proposedBy: another };

test.each(Object.entries(table))('%s reads, plans and publishes as the table says', (role, expected) => {
  const actor = person(roles.find((one) => one === role) ?? 'observer');
  const found = [mayReadRoster(actor, holder), mayPlan(actor, holder), mayApprove(actor, holder, proposed)];
  expect(found.map(ruleOf)).toEqual(expected);
});

test('nobody publishes what he proposed himself, and the house publishes nothing', () => {
  const own = { proposedBy: me };
  expect(ruleOf(mayApprove(person('centre-head'), holder, own))).toBe('roster/four-eyes roster/own-proposal');
  // Another role would not help who proposed it; who may not read it is told nothing of it.
  expect(ruleOf(mayApprove(person('event-planner'), holder, own))).toBe(
    'roster/four-eyes roster/own-proposal',
  );
  expect(ruleOf(mayApprove(person('analyst'), holder, own))).toBe(unseen);
  for (const authors of [[me], [another, me]])
    expect(ruleOf(mayApprove(person('centre-head'), holder, { ...proposed, authors }))).toBe(
      'roster/four-eyes roster/own-work',
    );
  expect(ruleOf(mayApprove(person('centre-head'), holder, { ...proposed, authors: [another] }))).toBe(
    'roster/four-eyes',
  );
  expect(ruleOf(mayApprove(house, holder, proposed))).toBe('roster/a-person-approves access/refused');
});

test.each([
  ['a guest', person('event-planner', other)],
  ['another node', { kind: 'peer', party: other } as const],
])('%s is not told that there is a roster', (_, actor) => {
  const absent = 'roster/own-people access/absent';
  expect(ruleOf(mayReadRoster(actor, holder))).toBe(absent);
  expect(ruleOf(mayReadDuty(actor, holder, { officer: me, host: me }))).toBe(absent);
});

test('on duty one sees his own duties and those of whom he stands beside, and no other', () => {
  for (const role of ['field-officer', 'host-officer'] as const) {
    const actor = person(role);
    expect(ruleOf(mayReadDuty(actor, holder, { officer: me, host: null }))).toBe('roster/own-duties');
    expect(ruleOf(mayReadDuty(actor, holder, { officer: null, host: me }))).toBe('roster/own-duties');
    expect(ruleOf(mayReadDuty(actor, holder, { officer: another, host: null }))).toBe(
      'roster/own-duties access/absent',
    );
  }
  expect(ruleOf(mayReadDuty(person('analyst'), holder, { officer: me, host: me }))).toBe(unseen);
});

test('a link opens its page until its end, unless it was revoked', () => {
  const link = { expiresAt: '2029-08-01T00:00:00.000Z', revokedAt: null };
  const before = '2029-07-31T23:59:59.999Z';
  expect(mayOpenLink(link, before).kind).toBe('allowed');
  expect(ruleOf(mayOpenLink(link, link.expiresAt))).toBe('roster/holder-of-link access/absent');
  expect(mayOpenLink({ ...link, revokedAt: before }, before).kind).toBe('refused');
  expect(mayOpenLink(null, before).kind).toBe('refused');
});

test('duties leave for the service whose officers have them, and for no other', () => {
  expect(releaseDuties(other, [other, other], 'x')).toMatchObject({ recipient: other, content: 'x' });
  expect(releaseDuties(other, [other, holder], 'x')).toBeNull();
  expect(releaseDuties(other, [], 'x')).toBeNull();
});
