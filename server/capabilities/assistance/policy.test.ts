/** Who asks, answers, releases and reads; and who, next to him, may not. */
import { expect, test } from 'vitest';
import { type Actor, type PersonActor, type Role, roles } from '../../kernel/decision.ts';
import { newId } from '../../kernel/ids.ts';
import type { Agreement } from '../agreements/index.ts';
import {
  askGap,
  mayAnswer,
  mayAsk,
  mayChange,
  mayList,
  mayRead,
  mayReadMissing,
  mayRelease,
  mayTakeBack,
  mayWithdraw,
  otherSideOf,
  releaseAsk,
  releaseReading,
  releaseStep,
  releaseWithdrawal,
} from './policy.ts';

const [self, other, third] = [newId('party'), newId('party'), newId('party')];
const [author, colleague] = [newId('person'), newId('person')];
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
const guest = (role: Role) => person(role, { party: other });
const own = { originator: self, marking: { tlp: 'amber' as const } };
const received = { originator: other, marking: { tlp: 'amber' as const } };
const low = { clearance: 'green' } as const;
const rule = ({ kind, rule: name }: { kind: string; rule: string }): string => `${kind} ${name}`;

const allowed = (may: (actor: Actor) => { kind: string }): readonly Role[] =>
  roles.filter((role) => may(person(role)).kind === 'allowed');

test('which roles may do what; nobody else may', () => {
  const readers = ['liaison-officer', 'centre-head', 'event-planner', 'contact-point', 'service-head'];
  expect(allowed((actor) => mayList(actor, self)).toSorted()).toEqual(readers.toSorted());
  expect(allowed((actor) => mayRead(actor, self, received)).toSorted()).toEqual(readers.toSorted());
  expect(allowed((actor) => mayAsk(actor, self, 'amber'))).toEqual(['event-planner']);
  expect(allowed((actor) => mayChange(actor, self, own))).toEqual(['event-planner']);
  expect(allowed((actor) => mayAnswer(actor, self, own))).toEqual(['event-planner']);
  expect(allowed((actor) => mayAnswer(actor, self, received))).toEqual(['liaison-officer', 'event-planner']);
  expect(allowed((actor) => mayRelease(actor, self, own, author))).toEqual(['contact-point']);
  expect(allowed((actor) => mayTakeBack(actor, self, own))).toEqual(['event-planner', 'contact-point']);
  expect(allowed((actor) => mayWithdraw(actor, self, own))).toEqual(['centre-head', 'contact-point']);
});

test('what an event is missing is the planner’s; to all others there is no such event', () => {
  for (const role of roles)
    expect(mayReadMissing(person(role), self)).toMatchObject(
      role === 'event-planner' ? { kind: 'allowed' } : { kind: 'refused', fault: 'access/absent' },
    );
});

test('guests, other nodes and those below the label are told that there is nothing', () => {
  const absent = 'access/absent';
  for (const role of roles)
    for (const decision of [
      mayList(guest(role), self),
      mayRead(guest(role), self, own),
      mayAsk(guest(role), self, 'clear'),
      mayAnswer(guest(role), self, received),
      mayRelease(guest(role), self, own, author),
      mayTakeBack(guest(role), self, own),
      mayWithdraw(guest(role), self, own),
      mayRead(person(role, low), self, own),
      mayRelease(person(role, low), self, own, author),
    ])
      expect(decision).toMatchObject({ kind: 'refused', fault: absent });
  expect(mayRead(peer, self, received)).toMatchObject({ kind: 'refused', fault: absent });
});

test.each<[string, { kind: string; rule: string }, string]>([
  ['the house reads', mayRead(house, self, own), 'allowed assistance/house'],
  ['the house decides nothing', mayRelease(house, self, own, null), 'refused assistance/persons-decide'],
  [
    'an observer, even of green',
    mayRead(person('observer'), self, { ...own, marking: { tlp: 'green' } }),
    'refused assistance/planners-and-heads-read',
  ],
  [
    'a contact point does not release his own words',
    mayRelease(person('contact-point', { person: author }), self, own, author),
    'refused assistance/four-eyes',
  ],
  [
    'nor does a planner, who could not under another role either',
    mayRelease(person('event-planner', { person: author }), self, own, author),
    'refused assistance/four-eyes',
  ],
  [
    'but those of others',
    mayRelease(person('contact-point'), self, own, author),
    'allowed assistance/four-eyes',
  ],
  [
    'a planner does not change what another service asks',
    mayChange(person('event-planner'), self, received),
    'refused assistance/asker-changes',
  ],
  [
    'a contact point does not withdraw what another service asks',
    mayWithdraw(person('contact-point'), self, received),
    'refused assistance/asker-changes',
  ],
  [
    'a liaison officer does not settle offers',
    mayAnswer(person('liaison-officer'), self, own),
    'refused assistance/planners-settle',
  ],
])('%s', (_who, decision, decided) => {
  expect(rule(decision)).toBe(decided);
});

const agreement = (changes: Partial<Agreement> = {}): Agreement => ({
  id: newId('agreement'),
  title: { ar: 'ا', fr: 'a', en: 'a' },
  legalBasis: 'Article 4',
  parties: [self, other],
  fields: ['event-security'],
  purposes: ['event-protection'],
  validFrom: '2024-01-01',
  validUntil: '2025-01-01',
  defaults: { tlp: 'amber', pap: 'amber', handling: ['H1'], reviewAfterDays: 30, eraseAfterDays: 90 },
  proposer: self,
  state: 'in-force',
  signatures: [],
  createdAt: '2024-01-01T00:00:00.000Z',
  endedAt: null,
  ...changes,
});
const marking = { field: 'event-security', purpose: 'event-protection' } as const;

test.each<[string, Agreement | null, boolean, string | null]>([
  ['covered and linked', agreement(), true, null],
  ['no agreement', null, true, 'no-agreement'],
  ['ended', agreement({ state: 'ended' }), true, 'not-in-force'],
  ['of another field', agreement({ fields: ['terrorism'] }), true, 'field'],
  ['of another purpose', agreement({ purposes: ['investigation'] }), true, 'purpose'],
  ['a partner that is no party', agreement({ parties: [self, third] }), true, 'recipient'],
  ['this service is no party', agreement({ parties: [other, third] }), true, 'recipient'],
  ['no link', agreement(), false, 'not-linked'],
])('what keeps an ask from a partner: %s', (_why, given, linked, gap) => {
  expect(askGap(given, marking, { self, party: other, linked })).toBe(gap);
});

test('what leaves goes to whom it is for and to nobody else', () => {
  const copy = { kind: 'k', body: {} };
  const to = { releasableTo: [self, other] };
  expect(releaseAsk(to, other, null, copy)).toMatchObject({ recipient: other });
  expect(releaseAsk(to, third, null, copy)).toBe(null);
  expect(releaseAsk(to, other, 'field', copy)).toBe(null);
  expect(releaseWithdrawal({ recipient: other, linked: true }, copy)).toMatchObject({ recipient: other });
  expect(releaseWithdrawal({ recipient: other, linked: false }, copy)).toBe(null);
  expect(otherSideOf(own, other, self)).toBe(other);
  expect(otherSideOf(received, self, self)).toBe(other);
  expect(otherSideOf(received, third, self)).toBe(null);
  expect(otherSideOf(own, self, self)).toBe(null);
  expect(releaseStep(received, { party: self, self, gap: null }, copy)).toMatchObject({ recipient: other });
  expect(releaseStep(received, { party: self, self, gap: 'not-linked' }, copy)).toBe(null);
  expect(releaseStep(received, { party: third, self, gap: null }, copy)).toBe(null);
  expect(releaseReading(received, { self, linked: true }, copy)).toMatchObject({ recipient: other });
  expect(releaseReading(own, { self, linked: true }, copy)).toBe(null);
  expect(releaseReading(received, { self, linked: false }, copy)).toBe(null);
});
