import { expect, test } from 'vitest';
import type { Actor, Decision, PersonActor, Role } from '../../../kernel/decision.ts';
import { newId } from '../../../kernel/ids.ts';
import { mayConsult } from '../consultation/policy.ts';
import type { ItemView } from '../policy.ts';
import { mayErase, mayListDue, mayReview } from './policy.ts';

const self = newId('party');
const desk = newId('desk');
const person = (role: Role, changes: Partial<PersonActor> = {}): PersonActor => ({
  kind: 'person',
  person: newId('person'),
  party: self,
  role,
  desks: [],
  circles: [],
  clearance: 'red',
  ...changes,
});
const analyst = person('analyst');
const item: ItemView = {
  originator: self,
  via: null,
  editors: [],
  holder: self,
  state: 'released',
  marking: { tlp: 'amber', releasableTo: [self] },
  author: analyst.person,
  proposedBy: null,
  desk,
};
const erasure: Actor = { kind: 'system', name: 'erasure', party: self };
const said = ({ kind, rule, ...more }: Decision): string =>
  `${kind} ${rule}${'fault' in more ? ` ${more.fault}` : ''}`;

const rows: readonly (readonly [string, Decision, string])[] = [
  ['its author reviews', mayReview(analyst, self, item), 'allowed exchange/desk-reviews'],
  [
    'its desk reviews',
    mayReview(person('liaison-officer', { desks: [desk] }), self, item),
    'allowed exchange/desk-reviews',
  ],
  ['the centre head reviews', mayReview(person('centre-head'), self, item), 'allowed exchange/desk-reviews'],
  [
    'another analyst does not',
    mayReview(person('analyst'), self, item),
    'refused exchange/desk-reviews access/refused',
  ],
  [
    'a connector on the desk does not',
    mayReview(person('connector', { desks: [desk] }), self, item),
    'refused exchange/desk-reviews access/refused',
  ],
  [
    'whom the marking hides it from is told nothing',
    mayReview(person('analyst', { clearance: 'green' }), self, item),
    'refused exchange/above-his-clearance access/absent',
  ],
  [
    'the house erases on the date',
    mayErase(erasure, '2026-01-02', '2026-01-02'),
    'allowed exchange/erasure-date-reached',
  ],
  [
    'the house erases nothing before',
    mayErase(erasure, '2026-01-03', '2026-01-02'),
    'refused exchange/erasure-date-reached access/refused',
  ],
  [
    'a person is not the house',
    mayErase(analyst, '2026-01-01', '2026-01-02'),
    'refused exchange/erasure-date-reached access/refused',
  ],
  ['an analyst lists what is due', mayListDue(analyst), 'allowed exchange/boxes-show-what-he-may-read'],
  [
    'an administrator does not',
    mayListDue(person('administrator')),
    'refused exchange/role-sees-no-content access/refused',
  ],
  [
    'personal data needs a reason',
    mayConsult(analyst, true),
    'refused exchange/reason-stated parties/reason-needed',
  ],
  [
    'a stated reason is enough',
    mayConsult({ ...analyst, context: 'c' }, true),
    'allowed exchange/reason-stated',
  ],
  ['other content needs none', mayConsult(analyst, false), 'allowed exchange/reason-stated'],
];
test.each(rows)('%s', (_what, decision, expected) => {
  expect(said(decision)).toBe(expected);
});
