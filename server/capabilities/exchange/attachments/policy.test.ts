/** Who may bring, fetch and give bytes: each rule, and its nearest misuse. */
import { expect, test } from 'vitest';
import type { Actor, PersonActor, Role } from '../../../kernel/decision.ts';
import { newId } from '../../../kernel/ids.ts';
import type { ItemView } from '../policy.ts';
import {
  bytesGap,
  type Delivered,
  mayRetry,
  mayUpload,
  type PassedOn,
  passedBytesGap,
  releaseBytes,
  releasePassedBytes,
} from './policy.ts';

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

test.each<[string, Actor, string]>([
  ['an analyst uploads', person('analyst'), 'allowed exchange/writers'],
  ['an observer does not write', person('observer'), 'refused exchange/writers'],
  ['an administrator does not write', person('administrator'), 'refused exchange/writers'],
  ['a guest only reads', person('analyst', partner), 'refused exchange/guests-only-read'],
  [
    'a partner’s node does not write',
    { kind: 'peer', party: partner },
    'refused exchange/peers-do-not-write',
  ],
])('%s', (_title, actor, verdict) => {
  const { kind, rule } = mayUpload(actor, self);
  expect(`${kind} ${rule}`).toBe(verdict);
});

const received: ItemView = {
  originator: partner,
  holder: self,
  state: 'received',
  marking: { tlp: 'amber', releasableTo: [self, partner] },
  author: null,
  proposedBy: null,
  desk: null,
  via: null,
  editors: [],
};

test.each<[string, Actor, ItemView, string]>([
  ['a reader asks again', person('analyst'), received, 'allowed exchange/readers-ask-again'],
  [
    'who may not read the item does not learn of it',
    person('observer'),
    received,
    'refused exchange/observers-see-no-operational-data',
  ],
  [
    'a guest reads what was released, and asks for nothing',
    person('analyst', partner),
    { ...received, originator: self, state: 'released' },
    'refused exchange/guests-only-read',
  ],
])('%s', (_title, actor, item, verdict) => {
  const { kind, rule } = mayRetry(actor, self, item);
  expect(`${kind} ${rule}`).toBe(verdict);
});

const artifact = 'artifact--0c7e22ad-b099-5dc3-b0df-2ea3f49ae2e6';
const today = '2026-07-01';
const delivered: Delivered = {
  item: {
    originator: self,
    state: 'released',
    marking: { releasableTo: [self, partner], eraseOn: '2026-07-02' },
  },
  artifact,
  withheld: ['note--1 / content', `${artifact} / mime_type`],
  gap: null,
};

test.each<[string, Delivered, string | null]>([
  ['a delivered copy that holds it', delivered, null],
  ['no copy was delivered', { ...delivered, withheld: null }, 'never-delivered'],
  ['his copy is without it', { ...delivered, withheld: [artifact] }, 'withheld'],
  ['it is not released', { ...delivered, item: { ...delivered.item, state: 'draft' } }, 'not-released-here'],
  [
    'it is another’s',
    { ...delivered, item: { ...delivered.item, originator: stranger } },
    'not-released-here',
  ],
  [
    'he is not named any more',
    { ...delivered, item: { ...delivered.item, marking: { releasableTo: [self], eraseOn: '2026-07-02' } } },
    'not-releasable',
  ],
  [
    'its day has come',
    { ...delivered, item: { ...delivered.item, marking: { releasableTo: [self, partner], eraseOn: today } } },
    'to-be-erased',
  ],
  ['the agreement has ended', { ...delivered, gap: 'not-in-force' }, 'not-in-force'],
])('bytes: %s', (_title, given, gap) => {
  expect(bytesGap(given, partner, self, today)).toBe(gap);
  const released = releaseBytes(given, { party: partner, self, today }, 'bytes');
  expect(released?.recipient ?? null).toBe(gap === null ? partner : null);
});

const passed: PassedOn = {
  item: { state: 'received', version: 2, marking: { tlp: 'amber', eraseOn: '2026-07-02' } },
  version: 2,
  consent: {
    party: self,
    recipients: [partner],
    withdrawn: [],
    tlp: 'amber',
    validUntil: today,
    version: 2,
    itemHash: 'hash',
  },
  isRecalled: false,
  gap: null,
};
const consented = (change: Partial<NonNullable<PassedOn['consent']>>): PassedOn => ({
  ...passed,
  consent: passed.consent === null ? null : { ...passed.consent, ...change },
});

test.each<[string, PassedOn, string | null]>([
  ['who passed it on with consent gives its bytes', passed, null],
  ['it was not passed on to him', { ...passed, version: null }, 'never-passed-on'],
  ['it was taken back', { ...passed, isRecalled: true }, 'recalled'],
  ['it is a tombstone', { ...passed, item: { ...passed.item, state: 'recalled' } }, 'not-held-here'],
  ['it is our own', { ...passed, item: { ...passed.item, state: 'released' } }, 'not-held-here'],
  ['he has another version', { ...passed, version: 1 }, 'other-version'],
  ['no consent is here', { ...passed, consent: null }, 'no-consent'],
  ['consent was taken back', consented({ withdrawn: [partner] }), 'withdrawn'],
  ['consent has ended', consented({ validUntil: '2026-06-30' }), 'expired'],
  ['consent names another', consented({ recipients: [stranger] }), 'not-named'],
  ['consent is another’s', consented({ party: stranger }), 'other-party'],
  ['the label has risen since', consented({ tlp: 'green' }), 'label'],
  [
    'its day has come, passed on or not',
    { ...passed, item: { ...passed.item, marking: { tlp: 'amber', eraseOn: today } } },
    'to-be-erased',
  ],
  ['the agreement with him has ended', { ...passed, gap: 'not-in-force' }, 'not-in-force'],
])('bytes passed on: %s', (_title, given, gap) => {
  expect(passedBytesGap(given, partner, self, today)).toBe(gap);
  const released = releasePassedBytes(given, { party: partner, self, today }, 'bytes');
  expect(released?.recipient ?? null).toBe(gap === null ? partner : null);
});
