import { expect, test } from 'vitest';
import type { Actor, Decision, PersonActor, Role } from '../../kernel/decision.ts';
import { newId } from '../../kernel/ids.ts';
import { mayDecide, mayOversee, mayPropose, mayReadRole, mayReadTightenings } from './policy.ts';

const self = newId('party');
const person = (role: Role, party = self): PersonActor => ({
  kind: 'person',
  person: newId('person'),
  party,
  role,
  desks: [],
  circles: [],
  clearance: 'red',
});
const officer = person('data-protection-officer');
const guest = (role: Role) => person(role, newId('party'));
const peer: Actor = { kind: 'peer', party: newId('party') };
const said = ({ kind, rule }: Decision): string => `${kind} ${rule}`;

const rows: readonly (readonly [string, Decision, string])[] = [
  ['the officer oversees', mayOversee(officer, self), 'allowed oversight/data-protection-officer'],
  [
    'a service head does not',
    mayOversee(person('service-head'), self),
    'refused oversight/data-protection-officer',
  ],
  [
    'an administrator does not',
    mayOversee(person('administrator'), self),
    'refused oversight/data-protection-officer',
  ],
  [
    'a partner’s officer does not',
    mayOversee(guest('data-protection-officer'), self),
    'refused oversight/data-protection-officer',
  ],
  ['another node does not', mayOversee(peer, self), 'refused oversight/data-protection-officer'],
  [
    'an administrator proposes',
    mayPropose(person('administrator'), self),
    'allowed oversight/administrator-proposes',
  ],
  [
    'a service head does not propose',
    mayPropose(person('service-head'), self),
    'refused oversight/administrator-proposes',
  ],
  [
    'a guest does not propose',
    mayPropose(guest('administrator'), self),
    'refused oversight/administrator-proposes',
  ],
  [
    'a service head confirms',
    mayDecide(person('service-head'), self, 'person--x'),
    'allowed oversight/four-eyes',
  ],
  ['the officer confirms', mayDecide(officer, self, 'person--x'), 'allowed oversight/four-eyes'],
  ['nobody confirms his own', mayDecide(officer, self, officer.person), 'refused oversight/four-eyes'],
  [
    'an administrator does not confirm',
    mayDecide(person('administrator'), self, 'person--x'),
    'refused oversight/head-or-officer-confirms',
  ],
  [
    'a guest does not confirm',
    mayDecide(guest('service-head'), self, 'person--x'),
    'refused oversight/head-or-officer-confirms',
  ],
  [
    'an administrator lists',
    mayReadTightenings(person('administrator'), self),
    'allowed oversight/tighteners-read',
  ],
  [
    'an analyst does not list',
    mayReadTightenings(person('analyst'), self),
    'refused oversight/tighteners-read',
  ],
  [
    'own people read any role',
    mayReadRole(person('analyst'), self, { role: 'observer', guest: true }),
    'allowed oversight/own-people-read-roles',
  ],
  [
    'a guest reads his own',
    mayReadRole(guest('analyst'), self, { role: 'analyst', guest: true }),
    'allowed oversight/own-people-read-roles',
  ],
  [
    'a guest reads no other',
    mayReadRole(guest('analyst'), self, { role: 'administrator', guest: false }),
    'refused oversight/own-people-read-roles',
  ],
  [
    'another node reads none',
    mayReadRole(peer, self, { role: 'analyst', guest: false }),
    'refused oversight/roles-are-peoples',
  ],
];
test.each(rows)('%s', (_what, decision, expected) => {
  expect(said(decision)).toBe(expected);
});
