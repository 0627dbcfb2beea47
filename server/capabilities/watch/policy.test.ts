/** Who, under which label, may do what with the watch; and who, next to him, may not. */
import { expect, test } from 'vitest';
import type { Actor, PersonActor, Role } from '../../kernel/decision.ts';
import { newId } from '../../kernel/ids.ts';
import type { Tlp } from '../../kernel/marking.ts';
import {
  type AlertView,
  mayAcknowledge,
  mayCancel,
  mayReadAlert,
  maySend,
  mayUpdate,
  releaseAcknowledgement,
  releaseAlert,
  releaseCancellation,
} from './alerts/policy.ts';
import { mayAddTo, mayErase, mayList, mayRead, mayWrite, type WatchView } from './policy.ts';
import {
  mayPlan,
  mayReadHandover,
  mayReadRota,
  maySignIn,
  maySignOut,
  type Signing,
} from './shifts/policy.ts';

const [self, other, third] = [newId('party'), newId('party'), newId('party')];
const [author, colleague, officer] = [newId('person'), newId('person'), newId('person')];
const [desk, elsewhere] = [newId('desk'), newId('desk')];
const house: Actor = { kind: 'system', name: 'test', party: self };
const peer: Actor = { kind: 'peer', party: other };

const person = (role: Role, changes: Partial<PersonActor> = {}): PersonActor => ({
  kind: 'person',
  person: colleague,
  party: self,
  role,
  desks: [],
  circles: [],
  clearance: 'red',
  ...changes,
});
const guest = (role: Role, changes: Partial<PersonActor> = {}) => person(role, { party: other, ...changes });
const entry = (tlp: Tlp, changes: Partial<WatchView> = {}): WatchView => ({
  holder: self,
  author,
  desk,
  marking: { tlp, releasableTo: [self, other] },
  ...changes,
});
const own = (tlp: Tlp) => entry(tlp, { marking: { tlp, releasableTo: [self] } });
const rule = ({ kind, rule: name }: { kind: string; rule: string }): string => `${kind} ${name}`;

test.each<[string, Actor, WatchView, string]>([
  ['the house', house, entry('red'), 'allowed watch/house'],
  ['another node', peer, entry('clear'), 'refused watch/log-is-for-people'],
  ['an analyst', person('analyst'), entry('amber'), 'allowed watch/for-his-party'],
  [
    'an analyst cleared to less',
    person('analyst', { clearance: 'green' }),
    entry('amber'),
    'refused watch/above-his-clearance',
  ],
  ['a guest of the circle', guest('analyst'), entry('amber'), 'allowed watch/for-his-party'],
  ['a guest, what is for this service', guest('analyst'), own('clear'), 'refused watch/not-for-his-party'],
  [
    'a guest of a third service',
    person('analyst', { party: third }),
    entry('clear'),
    'refused watch/not-for-his-party',
  ],
  ['an observer, green', guest('observer'), entry('green'), 'allowed watch/for-his-party'],
  [
    'an observer, amber',
    guest('observer'),
    entry('amber'),
    'refused watch/observers-see-no-operational-data',
  ],
  ['the administrator', person('administrator'), entry('clear'), 'refused watch/role-sees-no-content'],
  [
    'data protection',
    person('data-protection-officer'),
    entry('clear'),
    'refused watch/role-sees-no-content',
  ],
  ['a machine', person('connector'), entry('clear'), 'refused watch/role-sees-no-content'],
  [
    'its author, red',
    person('analyst', { person: author }),
    entry('red'),
    'allowed watch/red-to-those-named',
  ],
  ['its desk, red', person('analyst', { desks: [desk] }), entry('red'), 'allowed watch/red-to-those-named'],
  ['another desk, red', person('analyst', { desks: [elsewhere] }), entry('red'), 'refused watch/red'],
  [
    'a person without a desk, red of no desk',
    person('analyst'),
    entry('red', { desk: null }),
    'refused watch/red',
  ],
  ['the head, red', person('centre-head'), entry('red'), 'allowed watch/red-to-those-named'],
  ['a guest, red', guest('contact-point', { desks: [desk] }), entry('red'), 'refused watch/red'],
])('%s reads: %#', (_who, actor, view, decided) => {
  expect(rule(mayRead(actor, view))).toBe(decided);
});

test.each<[string, ReturnType<typeof mayList>, string]>([
  [
    'the log is opened by an observer',
    mayList(guest('observer')),
    'allowed watch/log-shows-what-he-may-read',
  ],
  ['not by the administrator', mayList(person('administrator')), 'refused watch/role-sees-no-content'],
  ['not by a node', mayList(peer), 'refused watch/log-is-for-people'],
  ['written by a watch officer', mayWrite(person('watch-officer'), self, 'red'), 'allowed watch/writers'],
  [
    'not above his clearance',
    mayWrite(person('watch-officer', { clearance: 'green' }), self, 'amber'),
    'refused watch/above-his-clearance',
  ],
  ['not by a guest', mayWrite(guest('liaison-officer'), self, 'clear'), 'refused watch/guests-only-read'],
  ['not by an observer', mayWrite(person('observer'), self, 'clear'), 'refused watch/writers'],
  ['not by the service head', mayWrite(person('service-head'), self, 'clear'), 'refused watch/writers'],
  [
    'pinned by who reads and writes',
    mayAddTo(person('analyst'), self, entry('amber')),
    'allowed watch/writers',
  ],
  ['not by who may not read it', mayAddTo(person('analyst'), self, entry('red')), 'refused watch/red'],
  [
    'not by a guest who reads it',
    mayAddTo(guest('analyst'), self, entry('amber')),
    'refused watch/guests-only-read',
  ],
  [
    'erased by the author',
    mayErase(person('analyst', { person: author }), self, entry('amber')),
    'allowed watch/author-desk-and-heads-erase',
  ],
  [
    'by the head',
    mayErase(person('centre-head'), self, entry('amber')),
    'allowed watch/author-desk-and-heads-erase',
  ],
  [
    'not by a colleague',
    mayErase(person('analyst'), self, entry('amber')),
    'refused watch/author-desk-and-heads-erase',
  ],
])('an entry is %s', (_what, decision, decided) => {
  expect(rule(decision)).toBe(decided);
});

const signing = (changes: Partial<Signing> = {}): Signing => ({
  desk,
  officers: [officer],
  tlp: 'amber',
  outBy: officer,
  next: [colleague],
  ...changes,
});
const watch = (changes: Partial<PersonActor> = {}) => person('watch-officer', changes);

test.each<[string, ReturnType<typeof mayPlan>, string]>([
  [
    'the rota is seen by own people',
    mayReadRota(person('administrator'), self),
    'allowed watch/rota-is-own-peoples',
  ],
  ['not by guests', mayReadRota(guest('liaison-officer'), self), 'refused watch/rota-is-own-peoples'],
  ['not by nodes', mayReadRota(peer, self), 'refused watch/rota-is-own-peoples'],
  ['planned by the watch', mayPlan(watch(), self), 'allowed watch/planners'],
  ['not by an analyst', mayPlan(person('analyst'), self), 'refused watch/planners'],
  [
    'a note is read by who is cleared',
    mayReadHandover(person('analyst'), self, 'red'),
    'allowed watch/notes-for-those-cleared',
  ],
  [
    'not by who is not',
    mayReadHandover(person('analyst', { clearance: 'green' }), self, 'amber'),
    'refused watch/above-his-clearance',
  ],
  [
    'not by the administrator',
    mayReadHandover(person('administrator'), self, 'clear'),
    'refused watch/role-sees-no-content',
  ],
  [
    'signed out by its officer',
    maySignOut(watch({ person: officer }), self, signing()),
    'allowed watch/officer-of-the-shift',
  ],
  ['not by another', maySignOut(watch(), self, signing()), 'refused watch/officer-of-the-shift'],
  ['signed in by the next', maySignIn(watch(), self, signing()), 'allowed watch/incoming-officer'],
  [
    'never by who signed out',
    maySignIn(watch({ person: officer }), self, signing({ next: [officer] })),
    'refused watch/two-persons',
  ],
  [
    'not by who is not next',
    maySignIn(watch({ person: author, desks: [desk] }), self, signing()),
    'refused watch/incoming-officer',
  ],
  [
    'by the desk where nobody is planned',
    maySignIn(watch({ person: author, desks: [desk] }), self, signing({ next: null })),
    'allowed watch/incoming-officer',
  ],
  [
    'not by another desk',
    maySignIn(watch({ person: author, desks: [elsewhere] }), self, signing({ next: null })),
    'refused watch/incoming-officer',
  ],
  ['not by the house', maySignIn(house, self, signing()), 'refused watch/persons-sign'],
])('%s', (_what, decision, decided) => {
  expect(rule(decision)).toBe(decided);
});

const alert = (changes: Partial<AlertView> = {}): AlertView => ({
  ...entry('amber'),
  originator: self,
  state: 'sent',
  urgency: 'Expected',
  ...changes,
});
const received = alert({ originator: other, state: 'received', author: null });

test.each<[string, ReturnType<typeof maySend>, string]>([
  [
    'read by a guest to whom it was sent',
    mayReadAlert(guest('analyst'), alert()),
    'allowed watch/for-his-party',
  ],
  [
    'as a draft by no guest',
    mayReadAlert(guest('analyst'), alert({ state: 'draft' })),
    'refused watch/own-peoples-alerts',
  ],
  [
    'that came here by no guest',
    mayReadAlert(guest('analyst'), received),
    'refused watch/own-peoples-alerts',
  ],
  ['sent by a second person', maySend(watch(), self, alert({ state: 'draft' })), 'allowed watch/four-eyes'],
  [
    'not by its author',
    maySend(watch({ person: author }), self, alert({ state: 'draft' })),
    'refused watch/four-eyes',
  ],
  [
    'by its author when immediate',
    maySend(watch({ person: author }), self, alert({ urgency: 'Immediate' })),
    'allowed watch/immediate-is-sent-alone',
  ],
  [
    'not by an analyst',
    maySend(person('analyst'), self, alert({ urgency: 'Immediate' })),
    'refused watch/senders',
  ],
  ['not by a guest', maySend(guest('liaison-officer'), self, alert()), 'refused watch/guests-only-read'],
  ['acknowledged by who writes', mayAcknowledge(watch(), self, received), 'allowed watch/writers'],
  [
    'not by an observer',
    mayAcknowledge(person('observer', { clearance: 'red' }), self, {
      ...received,
      marking: { tlp: 'green', releasableTo: [self] },
    }),
    'refused watch/writers',
  ],
  [
    'not where it was sent',
    mayAcknowledge(watch(), self, alert()),
    'refused watch/only-what-came-is-acknowledged',
  ],
  ['not by the house', mayAcknowledge(house, self, received), 'refused watch/persons-acknowledge'],
  ['called off by one who sends, alone', mayCancel(watch(), self, alert()), 'allowed watch/senders'],
  ['called off by no analyst', mayCancel(person('analyst'), self, alert()), 'refused watch/senders'],
  [
    'given up as a draft by who wrote it',
    mayCancel(person('analyst', { person: author }), self, alert({ state: 'draft' })),
    'allowed watch/author-gives-up-draft',
  ],
  [
    'not called off by an analyst who wrote it, once it was sent',
    mayCancel(person('analyst', { person: author }), self, alert()),
    'refused watch/senders',
  ],
  [
    'not called off by who received it',
    mayCancel(watch(), self, received),
    'refused watch/only-the-sender-ends',
  ],
  ['not called off by a guest', mayCancel(guest('analyst'), self, alert()), 'refused watch/guests-only-read'],
  ['updated by who writes', mayUpdate(person('analyst'), self, alert()), 'allowed watch/writers'],
  [
    'not updated by who received it',
    mayUpdate(watch(), self, received),
    'refused watch/only-the-sender-ends',
  ],
])('an alert is %s', (_what, decision, decided) => {
  expect(rule(decision)).toBe(decided);
});

const copy = { kind: 'watch.alert', body: {} };
const covered = { gap: null, linked: true };

test('an alert goes to whom it is releasable, covered and linked, and to nobody next to him', () => {
  const { marking } = alert();
  expect(releaseAlert(marking, other, covered, copy)).toMatchObject({ recipient: other });
  expect(releaseAlert(marking, third, covered, copy)).toBeNull();
  expect(releaseAlert(marking, other, { gap: 'field', linked: true }, copy)).toBeNull();
  expect(releaseAlert(marking, other, { gap: null, linked: false }, copy)).toBeNull();
});

test('that an alert is called off goes to those told that are linked', () => {
  expect(releaseCancellation({ recipient: other, linked: true }, copy)).toMatchObject({ recipient: other });
  expect(releaseCancellation({ recipient: other, linked: false }, copy)).toBeNull();
});

test('an acknowledgement goes to who sent the alert alone', () => {
  expect(releaseAcknowledgement(received, copy)).toMatchObject({ recipient: other });
  expect(releaseAcknowledgement(alert(), copy)).toBeNull();
});
