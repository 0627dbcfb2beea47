/** Who may recall, ask, consent, pass on; what a consent allows; what may leave to whom. */
import { expect, test } from 'vitest';
import type { Actor, Decision, PersonActor, Role } from '../../../kernel/decision.ts';
import { newId } from '../../../kernel/ids.ts';
import type { Tlp } from '../../../kernel/marking.ts';
import type { ItemState } from '../contract.ts';
import type { ItemView } from '../policy.ts';
import {
  type ConsentView,
  consentGap,
  mayAskOnward,
  mayDecideOnward,
  mayFollow,
  mayListQuestions,
  mayRecall,
  mayShareOnward,
  releaseControl,
  releaseOnward,
} from './policy.ts';

const [self, partner, third] = [newId('party'), newId('party'), newId('party')];
const asker = newId('person');
const desk = newId('desk');

const person = (role: Role, more: Partial<PersonActor> = {}): PersonActor => ({
  kind: 'person',
  person: newId('person'),
  party: self,
  role,
  desks: [],
  circles: [],
  clearance: 'red',
  ...more,
});

const actors = {
  'contact point': person('contact-point'),
  'contact point who asked': person('contact-point', { person: asker }),
  'contact point cleared to green': person('contact-point', { clearance: 'green' }),
  'contact point of a guest': person('contact-point', { party: partner }),
  analyst: person('analyst'),
  'service head': person('service-head'),
  'protection officer': person('data-protection-officer'),
  'partner node': { kind: 'peer', party: partner },
  house: { kind: 'system', name: 'test', party: self },
} as const satisfies Record<string, Actor>;
type Name = keyof typeof actors;

const view = (state: ItemState, tlp: Tlp = 'amber'): ItemView => {
  const isOthers = state === 'received';
  return {
    originator: isOthers ? partner : self,
    via: null,
    editors: [],
    holder: self,
    state,
    marking: { tlp, releasableTo: [self, partner] },
    author: null,
    proposedBy: null,
    desk,
  };
};

const verbs = {
  recall: (actor: Actor, item: ItemView) => mayRecall(actor, self, item),
  follow: (actor: Actor, item: ItemView) => mayFollow(actor, self, item),
  ask: (actor: Actor, item: ItemView) => mayAskOnward(actor, self, item),
  decide: (actor: Actor, item: ItemView) => mayDecideOnward(actor, self, item),
  share: (actor: Actor, item: ItemView) => mayShareOnward(actor, self, item, asker),
} as const;

const told = (decision: Decision): string =>
  decision.kind === 'allowed' ? decision.rule : `${decision.fault}: ${decision.rule}`;

const rows: readonly (readonly [keyof typeof verbs, Name, ItemState, string])[] = [
  ['recall', 'contact point', 'released', 'control/contact-point-recalls'],
  ['recall', 'contact point', 'received', 'access/refused: control/only-the-originator-recalls'],
  ['recall', 'analyst', 'released', 'access/refused: control/contact-point-recalls'],
  ['recall', 'service head', 'released', 'access/refused: control/contact-point-recalls'],
  ['recall', 'house', 'released', 'access/refused: control/contact-point-recalls'],
  ['recall', 'partner node', 'released', 'access/refused: control/contact-point-recalls'],
  ['recall', 'contact point of a guest', 'released', 'access/refused: control/contact-point-recalls'],
  ['recall', 'contact point cleared to green', 'released', 'access/absent: exchange/above-his-clearance'],
  ['recall', 'protection officer', 'released', 'access/absent: exchange/role-sees-no-content'],
  ['follow', 'analyst', 'recalled', 'control/own-service'],
  ['follow', 'contact point of a guest', 'recalled', 'access/absent: control/own-service'],
  ['ask', 'analyst', 'received', 'exchange/writers'],
  ['ask', 'contact point', 'received', 'exchange/writers'],
  ['ask', 'service head', 'received', 'access/refused: exchange/writers'],
  ['ask', 'analyst', 'released', 'access/refused: control/originators-release'],
  ['ask', 'contact point of a guest', 'received', 'access/absent: exchange/guests-have-their-own-copy'],
  ['decide', 'contact point', 'released', 'control/contact-point-consents'],
  ['decide', 'contact point', 'received', 'access/refused: control/only-the-originator-consents'],
  ['decide', 'analyst', 'released', 'access/refused: control/contact-point-consents'],
  ['share', 'contact point', 'received', 'control/four-eyes'],
  ['share', 'contact point who asked', 'received', 'control/own-question: control/four-eyes'],
  ['share', 'analyst', 'received', 'access/refused: control/contact-point-shares'],
  ['share', 'house', 'received', 'access/refused: control/contact-point-shares'],
];

test.each(rows)('%s: %s, %s → %s', (verb, name, state, expected) => {
  expect(told(verbs[verb](actors[name], view(state)))).toBe(expected);
});

test('questions are listed for this service’s contact point alone', () => {
  expect(mayListQuestions(actors['contact point'], self).kind).toBe('allowed');
  for (const name of ['analyst', 'contact point of a guest', 'house'] as const)
    expect(mayListQuestions(actors[name], self).kind).toBe('refused');
});

const consent: ConsentView = {
  party: self,
  recipients: [third],
  withdrawn: [],
  tlp: 'amber',
  validUntil: '2024-08-31',
  version: 2,
  itemHash: 'a'.repeat(64),
};
const copy = { version: 2, hash: 'a'.repeat(64), tlp: 'amber' } as const;
const way = { party: self, recipient: third, day: '2024-08-31' };

test.each([
  ['all as consented', {}, {}, {}, null],
  ['the day after', {}, {}, { day: '2024-09-01' }, 'expired'],
  ['another passer', {}, {}, { party: partner }, 'other-party'],
  ['someone who is not named', {}, {}, { recipient: partner }, 'not-named'],
  ['someone for whom it was withdrawn', { withdrawn: [third] }, {}, {}, 'withdrawn'],
  ['a stricter label than was named', {}, { tlp: 'red' }, {}, 'label'],
  ['RED where RED is named', { tlp: 'red' }, { tlp: 'red' }, {}, null],
  ['a milder label', {}, { tlp: 'green' }, {}, null],
  ['another version', {}, { version: 3 }, {}, 'other-content'],
  ['other content', {}, { hash: 'b'.repeat(64) }, {}, 'other-content'],
] as const)('consent: %s', (_, ofConsent, ofCopy, ofWay, expected) => {
  expect(consentGap({ ...consent, ...ofConsent }, { ...copy, ...ofCopy }, { ...way, ...ofWay })).toBe(
    expected,
  );
});

test('nothing is minted to go onward unless consent, agreement and link all allow it', () => {
  const carried = { kind: 'exchange.onward', body: {} };
  const open = { consent: null, agreement: null, linked: true };
  expect(releaseOnward(third, open, carried)?.recipient).toBe(third);
  for (const lack of [{ consent: 'expired' }, { agreement: 'field' }, { linked: false }])
    expect(releaseOnward(third, { ...open, ...lack }, carried)).toBeNull();
});

test('words about an item go to those who take part, and never to oneself', () => {
  const carried = { kind: 'exchange.recall', body: {} };
  expect(releaseControl([partner], partner, self, carried)?.recipient).toBe(partner);
  expect(releaseControl([partner], third, self, carried)).toBeNull();
  expect(releaseControl([self], self, self, carried)).toBeNull();
});
