/** Actor × state × marking → allowed, or refused and by which rule. Every rule, and its nearest misuse. */
import { expect, test } from 'vitest';
import type { Actor, Decision, PersonActor, Role } from '../../kernel/decision.ts';
import { newId } from '../../kernel/ids.ts';
import type { Marking, Tlp } from '../../kernel/marking.ts';
import type { ItemState } from './contract.ts';
import {
  type ItemView,
  mayAssign,
  mayCompose,
  mayEdit,
  mayList,
  mayMarkRead,
  mayPreview,
  mayRead,
  mayReadDeliveries,
  mayRelease,
  mayWithdraw,
  releaseCopy,
  releaseGap,
  releaseReadReceipt,
} from './policy.ts';

const [self, partner, stranger] = [newId('party'), newId('party'), newId('party')];
const [desk, otherDesk] = [newId('desk'), newId('desk')];
const [author, proposer, editor] = [newId('person'), newId('person'), newId('person')];

const person = (role: Role, more: Partial<PersonActor> = {}): PersonActor => ({
  kind: 'person',
  person: newId('person'),
  party: self,
  role,
  desks: [otherDesk],
  circles: [],
  clearance: 'red',
  ...more,
});

const actors = {
  author: person('analyst', { person: author, desks: [] }),
  'author as contact point': person('contact-point', { person: author }),
  'editor as contact point': person('contact-point', { person: editor }),
  'proposer as contact point': person('contact-point', { person: proposer }),
  proposer: person('analyst', { person: proposer, desks: [desk] }),
  colleague: person('analyst', { desks: [desk] }),
  'colleague without a desk': person('analyst', { desks: [] }),
  'analyst elsewhere': person('analyst'),
  'analyst cleared to green': person('analyst', { desks: [desk], clearance: 'green' }),
  'contact point': person('contact-point'),
  'centre head': person('centre-head'),
  'watch officer': person('watch-officer'),
  'watch officer of the desk': person('watch-officer', { desks: [desk] }),
  'service head': person('service-head'),
  'service head of the desk': person('service-head', { desks: [desk] }),
  administrator: person('administrator', { desks: [desk] }),
  'protection officer': person('data-protection-officer', { desks: [desk] }),
  'connected system': person('connector', { desks: [] }),
  observer: person('observer', { desks: [], clearance: 'green' }),
  'observer cleared to red': person('observer', { desks: [desk] }),
  guest: person('analyst', { party: partner, desks: [] }),
  'guest on the desk': person('liaison-officer', { party: partner, desks: [desk] }),
  'guest of a stranger': person('analyst', { party: stranger, desks: [desk] }),
  'partner node': { kind: 'peer', party: partner },
  'stranger node': { kind: 'peer', party: stranger },
  house: { kind: 'system', name: 'test', party: self },
} as const satisfies Record<string, Actor>;
type Name = keyof typeof actors;

const view = (state: ItemState, tlp: Tlp): ItemView => ({
  via: null,
  originator: state === 'received' ? partner : self,
  holder: self,
  state,
  marking: { tlp, releasableTo: [self, partner] },
  author: state === 'received' ? null : author,
  editors: state === 'received' ? [] : [author, editor],
  proposedBy: state === 'received' || state === 'draft' ? null : proposer,
  desk,
});

const told = (decision: Decision): string =>
  decision.kind === 'allowed' ? `allowed: ${decision.rule}` : `${decision.fault}: ${decision.rule}`;
const yes = (rule: string) => `allowed: exchange/${rule}`;
const no = (rule: string) => `access/refused: exchange/${rule}`;
const absent = (rule: string) => `access/absent: exchange/${rule}`;

type Row = readonly [Name, ItemState, Tlp, string];

const reading: readonly Row[] = [
  ['author', 'draft', 'amber', yes('author-and-desk')],
  ['author', 'proposed', 'amber', yes('author-and-desk')],
  ['author', 'returned', 'amber', yes('author-and-desk')],
  ['colleague', 'draft', 'red', yes('author-and-desk')],
  ['colleague without a desk', 'draft', 'amber', absent('drafts-are-the-desks')],
  ['analyst elsewhere', 'draft', 'amber', absent('drafts-are-the-desks')],
  ['analyst elsewhere', 'proposed', 'amber', absent('drafts-are-the-desks')],
  ['analyst elsewhere', 'released', 'amber', yes('released-to-his-party')],
  ['analyst elsewhere', 'received', 'amber+strict', yes('released-to-his-party')],
  ['analyst elsewhere', 'released', 'red', absent('red')],
  ['analyst elsewhere', 'received', 'red', absent('red')],
  ['colleague', 'received', 'red', yes('red-to-those-named')],
  ['author', 'released', 'red', yes('red-to-those-named')],
  ['contact point', 'received', 'red', yes('red-to-those-named')],
  ['centre head', 'received', 'red', yes('red-to-those-named')],
  ['service head', 'received', 'red', absent('red')],
  ['contact point', 'draft', 'amber', absent('drafts-are-the-desks')],
  ['contact point', 'returned', 'amber', yes('contact-point-reads-proposals')],
  ['contact point', 'proposed', 'amber', yes('contact-point-reads-proposals')],
  ['contact point', 'proposed', 'red', yes('contact-point-reads-proposals')],
  ['centre head', 'proposed', 'amber', absent('drafts-are-the-desks')],
  ['analyst cleared to green', 'released', 'green', yes('released-to-his-party')],
  ['analyst cleared to green', 'released', 'amber', absent('above-his-clearance')],
  ['analyst cleared to green', 'draft', 'amber', absent('above-his-clearance')],
  ['administrator', 'released', 'clear', absent('role-sees-no-content')],
  ['protection officer', 'draft', 'clear', absent('role-sees-no-content')],
  ['observer', 'released', 'green', yes('released-to-his-party')],
  ['observer', 'released', 'amber', absent('above-his-clearance')],
  ['observer cleared to red', 'released', 'amber', absent('observers-see-no-operational-data')],
  ['observer cleared to red', 'received', 'green', yes('released-to-his-party')],
  ['guest', 'released', 'amber', yes('released-to-his-party')],
  ['guest', 'released', 'red', absent('red')],
  ['guest on the desk', 'released', 'red', yes('red-to-those-named')],
  ['guest on the desk', 'draft', 'amber', absent('not-released-yet')],
  ['guest on the desk', 'proposed', 'amber', absent('not-released-yet')],
  ['guest on the desk', 'received', 'amber', absent('guests-have-their-own-copy')],
  ['guest of a stranger', 'released', 'clear', absent('not-releasable-to-his-party')],
  ['partner node', 'released', 'amber', yes('peer-sees-what-it-gave-or-got')],
  ['partner node', 'received', 'amber', yes('peer-sees-what-it-gave-or-got')],
  ['partner node', 'proposed', 'amber', absent('peer-sees-what-it-gave-or-got')],
  ['stranger node', 'released', 'clear', absent('peer-sees-what-it-gave-or-got')],
  ['analyst elsewhere', 'recalled', 'amber', yes('released-to-his-party')],
  ['analyst elsewhere', 'recalled', 'red', absent('red')],
  ['guest', 'recalled', 'amber', yes('released-to-his-party')],
  ['administrator', 'recalled', 'clear', absent('role-sees-no-content')],
  ['partner node', 'recalled', 'amber', yes('peer-sees-what-it-gave-or-got')],
  ['stranger node', 'recalled', 'clear', absent('peer-sees-what-it-gave-or-got')],
  ['house', 'draft', 'red', yes('house')],
];

test.each(reading)('reading: %s, %s, TLP %s → %s', (name, state, tlp, expected) => {
  expect(told(mayRead(actors[name], view(state, tlp)))).toBe(expected);
});

const passedOn: readonly (readonly [Name, ItemState, string])[] = [
  ['analyst elsewhere', 'received', yes('released-to-his-party')],
  ['analyst elsewhere', 'recalled', yes('released-to-his-party')],
  ['guest', 'received', absent('guests-have-their-own-copy')],
  ['guest', 'recalled', absent('guests-have-their-own-copy')],
  ['guest of a stranger', 'received', absent('not-releasable-to-his-party')],
];

test.each(passedOn)('reading what was passed on: %s, %s → %s', (name, state, expected) => {
  const marking = { tlp: 'amber', releasableTo: [partner] } as const;
  const item = { ...view(state, 'amber'), originator: partner, via: stranger, marking };
  expect(told(mayRead(actors[name], item))).toBe(expected);
});

const composing: readonly (readonly [Name, Tlp, string])[] = [
  ['author', 'red', yes('writers')],
  ['contact point', 'amber', yes('writers')],
  ['analyst cleared to green', 'green', yes('writers')],
  ['analyst cleared to green', 'amber', no('above-his-clearance')],
  ['service head', 'clear', no('writers')],
  ['administrator', 'clear', no('writers')],
  ['observer', 'clear', no('writers')],
  ['guest', 'clear', no('guests-only-read')],
  ['partner node', 'clear', absent('peers-do-not-write')],
  ['house', 'red', yes('house')],
];

test.each(composing)('composing: %s, TLP %s → %s', (name, tlp, expected) => {
  expect(told(mayCompose(actors[name], self, tlp))).toBe(expected);
});

type Verb = 'mark-read' | 'edit' | 'withdraw' | 'release' | 'assign' | 'preview' | 'deliveries';
const rules: { readonly [Name in Verb]: (actor: Actor, item: ItemView) => Decision } = {
  'mark-read': mayMarkRead,
  edit: (actor, item) => mayEdit(actor, self, item),
  withdraw: (actor, item) => mayWithdraw(actor, self, item),
  release: (actor, item) => mayRelease(actor, self, item),
  assign: mayAssign,
  preview: (actor, item) => mayPreview(actor, self, item),
  deliveries: (actor, item) => mayReadDeliveries(actor, self, item),
};

const acting: readonly (readonly [Verb, Name, ItemState, Tlp, string])[] = [
  ['mark-read', 'analyst elsewhere', 'received', 'amber', yes('people-read')],
  ['mark-read', 'connected system', 'received', 'amber', no('people-read')],
  ['mark-read', 'observer', 'received', 'amber', absent('above-his-clearance')],
  ['edit', 'author', 'draft', 'red', yes('writers')],
  ['edit', 'colleague', 'returned', 'amber', yes('writers')],
  ['edit', 'analyst elsewhere', 'draft', 'amber', absent('drafts-are-the-desks')],
  ['edit', 'service head of the desk', 'draft', 'amber', no('writers')],
  ['edit', 'contact point', 'returned', 'amber', no('author-and-desk-write')],
  ['edit', 'colleague', 'received', 'amber', no('only-the-originator-versions')],
  ['edit', 'guest on the desk', 'released', 'amber', no('guests-only-read')],
  ['edit', 'partner node', 'received', 'amber', no('only-the-originator-versions')],
  ['edit', 'house', 'draft', 'red', yes('house')],
  ['withdraw', 'author', 'proposed', 'amber', yes('author-withdraws')],
  ['withdraw', 'proposer', 'proposed', 'amber', yes('author-withdraws')],
  ['withdraw', 'colleague', 'proposed', 'amber', no('author-withdraws')],
  ['withdraw', 'contact point', 'proposed', 'amber', no('author-and-desk-write')],
  ['withdraw', 'analyst elsewhere', 'proposed', 'amber', absent('drafts-are-the-desks')],
  ['withdraw', 'house', 'proposed', 'amber', yes('house')],
  ['release', 'contact point', 'proposed', 'red', yes('four-eyes')],
  ['release', 'author as contact point', 'proposed', 'amber', 'exchange/own-release: exchange/four-eyes'],
  ['release', 'proposer as contact point', 'proposed', 'amber', 'exchange/own-release: exchange/four-eyes'],
  ['release', 'editor as contact point', 'proposed', 'amber', 'exchange/own-release: exchange/four-eyes'],
  ['release', 'author', 'proposed', 'amber', no('contact-point-releases')],
  ['release', 'colleague', 'proposed', 'amber', no('contact-point-releases')],
  ['release', 'centre head', 'proposed', 'amber', absent('drafts-are-the-desks')],
  ['release', 'contact point', 'received', 'amber', no('only-the-originator-releases')],
  ['release', 'guest', 'proposed', 'amber', absent('not-released-yet')],
  ['release', 'partner node', 'released', 'amber', no('contact-point-releases')],
  ['release', 'house', 'proposed', 'amber', yes('house')],
  ['assign', 'watch officer', 'received', 'amber', yes('assigners')],
  ['assign', 'centre head', 'received', 'red', yes('assigners')],
  ['assign', 'contact point', 'received', 'red', yes('assigners')],
  ['assign', 'watch officer', 'received', 'red', absent('red')],
  ['assign', 'watch officer of the desk', 'received', 'red', yes('assigners')],
  ['assign', 'colleague', 'received', 'amber', no('assigners')],
  ['assign', 'guest on the desk', 'received', 'amber', absent('guests-have-their-own-copy')],
  ['assign', 'guest on the desk', 'released', 'amber', no('assigners')],
  ['assign', 'partner node', 'received', 'amber', no('assigners')],
  ['assign', 'house', 'received', 'red', yes('house')],
  ['preview', 'contact point', 'proposed', 'amber', yes('originator-previews')],
  ['preview', 'author', 'draft', 'amber', yes('originator-previews')],
  ['preview', 'contact point', 'received', 'amber', no('originator-previews')],
  ['preview', 'guest', 'released', 'amber', absent('own-service')],
  ['preview', 'analyst elsewhere', 'proposed', 'amber', absent('drafts-are-the-desks')],
  ['deliveries', 'analyst elsewhere', 'released', 'amber', yes('own-service')],
  ['deliveries', 'guest', 'released', 'amber', absent('own-service')],
  ['deliveries', 'partner node', 'released', 'amber', absent('own-service')],
  ['deliveries', 'observer', 'released', 'amber', absent('above-his-clearance')],
];

test.each(acting)('%s: %s, %s, TLP %s → %s', (verb, name, state, tlp, expected) => {
  expect(told(rules[verb](actors[name], view(state, tlp)))).toBe(expected);
});

const listing: readonly (readonly [Name, string])[] = [
  ['author', yes('boxes-show-what-he-may-read')],
  ['guest', yes('boxes-show-what-he-may-read')],
  ['observer', yes('boxes-show-what-he-may-read')],
  ['administrator', no('role-sees-no-content')],
  ['protection officer', no('role-sees-no-content')],
];

test.each(listing)('boxes: %s → %s', (name, expected) => {
  expect(told(mayList(actors[name]))).toBe(expected);
});

const marking: Marking = {
  tlp: 'amber',
  pap: 'amber',
  handling: ['H1'],
  field: 'terrorism',
  purpose: 'prevention',
  legalBasis: 'Article 4',
  personCategories: [],
  releasableTo: [self, partner],
  reviewOn: '2030-01-01',
  eraseOn: '2031-01-01',
};

test.each([
  ['a party that the marking names, covered and linked', partner, null, true, null],
  ['a party that the marking does not name', stranger, null, true, 'not-releasable'],
  ['a party without cover', partner, 'field', true, 'field'],
  ['a party whose link is not active', partner, null, false, 'not-linked'],
] as const)('a copy for %s', (_who, recipient, gap, linked, expected) => {
  const copy = { kind: 'exchange.item', body: {} };
  expect(releaseGap(marking, recipient, gap, linked)).toBe(expected);
  const released = releaseCopy(marking, recipient, { gap, linked }, copy);
  if (expected === null)
    expect(released).toMatchObject({ recipient, rule: 'exchange/releasable-covered-linked', content: copy });
  else expect(released).toBeNull();
});

test('the news of a reading goes to the originator alone, and not to oneself', () => {
  const copy = { kind: 'exchange.read', body: {} };
  expect(releaseReadReceipt({ originator: partner }, self, copy)).toMatchObject({
    recipient: partner,
    rule: 'exchange/receipt-to-originator',
  });
  expect(releaseReadReceipt({ originator: self }, self, copy)).toBeNull();
});
