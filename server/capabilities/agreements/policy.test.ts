/** Actor × verb × whose it is → allowed, or refused and by which rule. */
import { expect, test } from 'vitest';
import type { Actor, PersonActor, Role } from '../../kernel/decision.ts';
import { newId } from '../../kernel/ids.ts';
import { type AgreementVerb, decide, releaseToMember, releaseToParty } from './policy.ts';

const [self, partner, stranger] = [newId('party'), newId('party'), newId('party')];

const person = (role: Role, party = self): PersonActor => ({
  kind: 'person',
  person: newId('person'),
  party,
  role,
  desks: [],
  circles: [],
  clearance: 'red',
});

const actors = {
  'contact point': person('contact-point'),
  'service head': person('service-head'),
  'centre head': person('centre-head'),
  analyst: person('analyst'),
  observer: person('observer'),
  guest: person('liaison-officer', partner),
  'guest of a stranger': person('liaison-officer', stranger),
  'partner node': { kind: 'peer', party: partner },
  'stranger node': { kind: 'peer', party: stranger },
  house: { kind: 'system', name: 'test', party: self },
} as const satisfies Record<string, Actor>;
type Name = keyof typeof actors;

const subjects = {
  ours: { self, parties: [self, partner], owner: self },
  theirs: { self, parties: [self, partner], owner: partner },
  others: { self, parties: [partner, stranger], owner: partner },
} as const;

const yes = (rule: string) => `allowed: agreements/${rule}`;
const no = (rule: string) => `access/refused: agreements/${rule}`;
const absent = (rule: string) => `access/absent: agreements/${rule}`;

const table: readonly (readonly [AgreementVerb, Name, keyof typeof subjects, string])[] = [
  ['read', 'analyst', 'ours', yes('parties-read')],
  ['read', 'observer', 'theirs', yes('parties-read')],
  ['read', 'guest', 'ours', yes('parties-read')],
  ['read', 'guest of a stranger', 'ours', absent('not-a-party')],
  ['read', 'partner node', 'ours', absent('peers-do-not-read')],
  ['compose', 'contact point', 'ours', yes('contact-point-or-head')],
  ['compose', 'service head', 'ours', yes('contact-point-or-head')],
  ['compose', 'centre head', 'ours', no('contact-point-or-head')],
  ['compose', 'analyst', 'ours', no('contact-point-or-head')],
  ['compose', 'guest', 'ours', no('guests-only-read')],
  ['compose', 'partner node', 'ours', absent('peers-do-not-read')],
  ['propose', 'service head', 'ours', yes('contact-point-or-head')],
  ['propose', 'analyst', 'ours', no('contact-point-or-head')],
  ['propose', 'service head', 'theirs', no('only-the-proposer-proposes')],
  ['propose', 'service head', 'others', absent('not-a-party')],
  ['propose', 'partner node', 'theirs', yes('owner-versions')],
  ['propose', 'partner node', 'ours', absent('owner-versions')],
  ['propose', 'partner node', 'others', absent('not-a-party')],
  ['sign', 'service head', 'theirs', yes('contact-point-or-head')],
  ['sign', 'observer', 'theirs', no('contact-point-or-head')],
  ['sign', 'partner node', 'ours', yes('party-answers')],
  ['sign', 'stranger node', 'ours', absent('not-a-party')],
  ['end', 'contact point', 'theirs', yes('contact-point-or-head')],
  ['end', 'centre head', 'theirs', no('contact-point-or-head')],
  ['end', 'guest', 'ours', no('guests-only-read')],
  ['end', 'partner node', 'ours', yes('party-answers')],
  ['end', 'stranger node', 'ours', absent('not-a-party')],
  ['compose-circle', 'centre head', 'ours', yes('circle-composers')],
  ['compose-circle', 'analyst', 'ours', no('circle-composers')],
  ['compose-circle', 'centre head', 'theirs', no('only-the-owner-versions')],
  ['compose-circle', 'guest', 'ours', no('guests-only-read')],
  ['compose-circle', 'partner node', 'theirs', yes('owner-versions')],
  ['compose-circle', 'partner node', 'ours', absent('owner-versions')],
  ['sign', 'house', 'theirs', yes('house')],
];

test.each(table)('%s: %s, %s → %s', (verb, name, whose, expected) => {
  const decision = decide(actors[name], verb, subjects[whose]);
  const told =
    decision.kind === 'allowed' ? `allowed: ${decision.rule}` : `${decision.fault}: ${decision.rule}`;
  expect(told).toBe(expected);
});

test('an agreement goes to its parties, a circle to its members, and to nobody else', () => {
  const text = { kind: 'text' };
  expect(releaseToParty({ parties: [self, partner] }, partner, text)?.rule).toBe('agreements/to-its-parties');
  expect(releaseToParty({ parties: [self, partner] }, stranger, text)).toBeNull();
  expect(releaseToMember({ members: [self, partner] }, partner, text)?.rule).toBe(
    'agreements/to-its-members',
  );
  expect(releaseToMember({ members: [self, partner] }, stranger, text)).toBeNull();
});
