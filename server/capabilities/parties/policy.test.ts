import { expect, test } from 'vitest';
import type { Actor, Decision, Role } from '../../kernel/decision.ts';
import { newId } from '../../kernel/ids.ts';
import { guardedRoles } from './person.ts';
import {
  mayActAs,
  mayChangeAccess,
  mayChangeLink,
  mayEnrol,
  mayGrantRoles,
  mayManageDesks,
  mayManagePeople,
  mayReadLinks,
  mayReadPeople,
  mayReadServices,
  maySeeClearance,
  maySignIn,
  mayUseOwnSecurity,
} from './policy.ts';

const self = newId('party');
const partner = newId('party');
const him = newId('person');
const other = newId('person');

const as = (role: Role, party = self, person = him): Actor => ({
  kind: 'person',
  person,
  party,
  role,
  desks: [],
  circles: [],
  clearance: 'red',
});
const guest = as('liaison-officer', partner);
const peer: Actor = { kind: 'peer', party: partner };
const node: Actor = { kind: 'system', name: 'parties', party: self };
const administrator = as('administrator');

const grant = (actor: Actor, person: typeof him | null, after: Role[], before: Role[] = [], party = self) =>
  mayGrantRoles(actor, self, { person, party, before, after });

const active = { state: 'active', demo: false } as const;
const proven = { proven: true, partyLinked: true, demo: false };

type Row = readonly [title: string, decision: Decision, expected: string];
const rows: readonly Row[] = [
  ['an officer reads services', mayReadServices(as('analyst')), 'allowed'],
  ['a guest reads services', mayReadServices(guest), 'allowed'],
  ['a node reads no list of services', mayReadServices(peer), 'access/refused'],
  ['an officer reads the list of people', mayReadPeople(as('analyst'), self), 'allowed'],
  ['a guest asks for people and is shown himself', mayReadPeople(guest, self), 'allowed'],
  ['a node never reads people', mayReadPeople(peer, self), 'access/absent'],
  ...(
    ['administrator', 'contact-point', 'service-head', 'centre-head', 'data-protection-officer'] as const
  ).map(
    (role): Row => [
      `${role} sees how far others are cleared`,
      maySeeClearance(as(role), self, other),
      'allowed',
    ],
  ),
  ['an analyst does not see it', maySeeClearance(as('analyst'), self, other), 'access/refused'],
  ['he sees his own', maySeeClearance(as('analyst'), self, him), 'allowed'],
  [
    'a contact point of the partner does not see it here',
    maySeeClearance(as('contact-point', partner), self, other),
    'access/refused',
  ],
  ['a node does not see it', maySeeClearance(peer, self, other), 'access/absent'],
  ['an administrator manages people', mayManagePeople(administrator, self), 'allowed'],
  ['a service head does not manage people', mayManagePeople(as('service-head'), self), 'access/refused'],
  [
    'an administrator of the partner does not manage people here',
    mayManagePeople(as('administrator', partner), self),
    'access/refused',
  ],
  ['an administrator makes an analyst', grant(administrator, other, ['analyst']), 'allowed'],
  [
    'an administrator makes another a contact point',
    grant(administrator, other, ['contact-point']),
    'allowed',
  ],
  ['an administrator invites a contact point', grant(administrator, null, ['contact-point']), 'allowed'],
  [
    'an administrator does not make himself a contact point',
    grant(administrator, him, ['administrator', 'contact-point'], ['administrator']),
    'parties/four-eyes',
  ],
  [
    'an administrator does not make himself a service head',
    grant(administrator, him, ['administrator', 'service-head'], ['administrator']),
    'parties/four-eyes',
  ],
  [
    'an administrator may make himself an analyst',
    grant(administrator, him, ['administrator', 'analyst'], ['administrator']),
    'allowed',
  ],
  [
    'an administrator keeps what he was given by another',
    grant(administrator, him, ['administrator', 'contact-point'], ['administrator', 'contact-point']),
    'allowed',
  ],
  ['a contact point grants nothing', grant(as('contact-point'), other, ['analyst']), 'access/refused'],
  ['a guest may be an observer', grant(administrator, other, ['observer'], [], partner), 'allowed'],
  [
    'a guest is never a contact point',
    grant(administrator, other, ['contact-point'], [], partner),
    'parties/guest-role',
  ],
  [
    'a guest is never an administrator',
    grant(administrator, other, ['administrator'], [], partner),
    'parties/guest-role',
  ],
  ['the node makes the first administrator', grant(node, null, ['administrator']), 'allowed'],
  ['an administrator suspends another', mayChangeAccess(administrator, self, other), 'allowed'],
  [
    'an administrator does not suspend himself',
    mayChangeAccess(administrator, self, him),
    'parties/four-eyes',
  ],
  ['an analyst suspends nobody', mayChangeAccess(as('analyst'), self, other), 'access/refused'],
  ['an administrator makes desks', mayManageDesks(administrator, self), 'allowed'],
  ['a liaison officer makes no desks', mayManageDesks(as('liaison-officer'), self), 'access/refused'],
  ['an officer sees the links', mayReadLinks(as('watch-officer'), self), 'allowed'],
  ['a guest does not see the links', mayReadLinks(guest, self), 'access/absent'],
  ['a contact point accepts a link', mayChangeLink(as('contact-point'), self, 'accept'), 'allowed'],
  ['a contact point ends a link', mayChangeLink(as('contact-point'), self, 'end'), 'allowed'],
  ['a service head suspends a link', mayChangeLink(as('service-head'), self, 'suspend'), 'allowed'],
  ['a service head resumes a link', mayChangeLink(as('service-head'), self, 'resume'), 'allowed'],
  ['an administrator proposes a link', mayChangeLink(administrator, self, 'propose'), 'allowed'],
  ['an administrator accepts none', mayChangeLink(administrator, self, 'accept'), 'access/refused'],
  ['an administrator ends none', mayChangeLink(administrator, self, 'end'), 'access/refused'],
  ['an analyst proposes none', mayChangeLink(as('analyst'), self, 'propose'), 'access/refused'],
  [
    'a contact point of the partner accepts none here',
    mayChangeLink(as('contact-point', partner), self, 'accept'),
    'access/absent',
  ],
  ['a node accepts no link by this door', mayChangeLink(peer, self, 'accept'), 'access/absent'],
  ['everyone changes his own security', mayUseOwnSecurity(as('analyst'), him), 'allowed'],
  [
    'an administrator does not touch that of others',
    mayUseOwnSecurity(administrator, other),
    'access/absent',
  ],
  ['the node has no security of its own', mayUseOwnSecurity(node, him), 'access/absent'],
  ['an officer acts under a role that he holds', mayActAs(as('analyst'), ['analyst'], 'analyst'), 'allowed'],
  [
    'an officer does not act under another',
    mayActAs(as('analyst'), ['analyst'], 'contact-point'),
    'access/refused',
  ],
  ['the node enrols by a one-time link', mayEnrol(node), 'allowed'],
  ['an administrator enrols nobody in his place', mayEnrol(administrator), 'access/absent'],
  ['who proved himself signs in', maySignIn({ ...proven, person: active }), 'allowed'],
  ['nobody does not', maySignIn({ ...proven, person: null }), 'parties/sign-in-failed'],
  [
    'a wrong secret does not',
    maySignIn({ ...proven, proven: false, person: active }),
    'parties/sign-in-failed',
  ],
  [
    'a suspended person does not',
    maySignIn({ ...proven, person: { ...active, state: 'suspended' } }),
    'parties/sign-in-failed',
  ],
  [
    'who has not enrolled does not',
    maySignIn({ ...proven, person: { ...active, state: 'invited' } }),
    'parties/sign-in-failed',
  ],
  [
    'a guest whose link is not active does not',
    maySignIn({ ...proven, partyLinked: false, person: active }),
    'parties/sign-in-failed',
  ],
  [
    'a demo account outside the demo does not',
    maySignIn({ ...proven, person: { ...active, demo: true } }),
    'parties/sign-in-failed',
  ],
  [
    'a demo account in the demo does',
    maySignIn({ ...proven, demo: true, person: { ...active, demo: true } }),
    'allowed',
  ],
];

test.each(rows)('%s', (_title, decision, expected) => {
  expect(decision.kind === 'allowed' ? 'allowed' : decision.fault).toBe(expected);
});

test('no guarded role can be taken by its holder-to-be, whatever else he asks for', () => {
  for (const role of guardedRoles) {
    const before: Role[] = role === 'administrator' ? ['analyst'] : ['administrator'];
    expect(grant(administrator, him, [...before, role, 'analyst'], before).kind).toBe('refused');
  }
});
