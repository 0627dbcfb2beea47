import { describe, expect, test } from 'vitest';
import type { Actor, PersonActor } from '../../../kernel/decision.ts';
import { newId } from '../../../kernel/ids.ts';
import type { Marking } from '../../../kernel/marking.ts';
import type { ItemView } from '../policy.ts';
import { belongsInThread, mayContribute, mayNoteForOwn, mayRemoveOwnNote, milderParts } from './policy.ts';

const [fr, ma, es] = [newId('party'), newId('party'), newId('party')];
const desk = newId('desk');

const answered: Marking = {
  tlp: 'amber',
  pap: 'amber',
  handling: ['H1', 'H3'],
  handlingText: 'Not before the trial',
  field: 'terrorism',
  purpose: 'prevention',
  legalBasis: 'Article 4',
  personCategories: [],
  releasableTo: [fr, ma],
  reviewOn: '2030-01-01',
  eraseOn: '2031-01-01',
};

describe('an answer is never milder than what it answers', () => {
  const rows: readonly (readonly [string, Partial<Marking>, readonly string[]])[] = [
    ['the same marking', {}, []],
    [
      'stricter in everything',
      { tlp: 'red', pap: 'red', handling: ['H1', 'H2', 'H3'], eraseOn: '2030-02-01' },
      [],
    ],
    ['for fewer', { releasableTo: [ma] }, []],
    ['another field, as it is only proposed', { field: 'drugs' }, []],
    ['a milder TLP', { tlp: 'green' }, ['tlp']],
    ['a milder PAP', { pap: 'green' }, ['pap']],
    ['a code that is gone', { handling: ['H3'] }, ['handling']],
    ['H0 in the place of codes', { handling: ['H0'] }, ['handling']],
    ['the restriction in words left out', { handlingText: 'None' }, ['handlingText']],
    ['its restriction with another', { handlingText: 'Not before the trial. Ask us.' }, []],
    ['another purpose', { purpose: 'investigation' }, ['purpose']],
    ['one who may not have the item', { releasableTo: [fr, ma, es] }, ['releasableTo']],
    ['kept for longer', { eraseOn: '2031-01-02' }, ['eraseOn']],
  ];
  test.each(rows)('%s', (_name, changes, wanted) => {
    expect(milderParts(answered, { ...answered, ...changes })).toEqual(wanted);
  });
  test('H0 asks for nothing that another code does not', () => {
    expect(milderParts({ ...answered, handling: ['H0'] }, { ...answered, handling: ['H2'] })).toEqual([]);
  });
  test('only who may have the item stands in its thread', () => {
    expect([belongsInThread(answered, ma), belongsInThread(answered, es)]).toEqual([true, false]);
  });
});

const analyst: PersonActor = {
  kind: 'person',
  person: newId('person'),
  party: ma,
  role: 'analyst',
  desks: [desk],
  circles: [],
  clearance: 'red',
};
const received: ItemView = {
  originator: fr,
  holder: ma,
  via: null,
  editors: [],
  state: 'received',
  marking: answered,
  author: null,
  proposedBy: null,
  desk,
};
const own: ItemView = { ...received, originator: ma, author: analyst.person };

const decided = (decision: { kind: string; rule: string }) => `${decision.kind} ${decision.rule}`;

describe('who adds to an item', () => {
  const rows: readonly (readonly [string, Actor, ItemView, string, string])[] = [
    [
      'an analyst on what came',
      analyst,
      received,
      'allowed exchange/readers-who-write-contribute',
      'allowed exchange/writers',
    ],
    [
      'an analyst on what his service sent',
      analyst,
      { ...own, state: 'released' },
      'allowed exchange/readers-who-write-contribute',
      'allowed exchange/writers',
    ],
    [
      'its author on a draft: colleagues only, nobody else has it',
      analyst,
      { ...own, state: 'draft' },
      'refused exchange/only-what-was-sent-is-answered',
      'allowed exchange/writers',
    ],
    [
      'an analyst below the clearance',
      { ...analyst, clearance: 'green' },
      received,
      'refused exchange/above-his-clearance',
      'refused exchange/above-his-clearance',
    ],
    [
      'a guest, whose own service holds a copy',
      { ...analyst, party: fr },
      received,
      'refused exchange/guests-have-their-own-copy',
      'refused exchange/guests-have-their-own-copy',
    ],
    [
      'a role that only reads',
      { ...analyst, role: 'service-head' },
      received,
      'refused exchange/writers',
      'refused exchange/writers',
    ],
    [
      'an administrator',
      { ...analyst, role: 'administrator' },
      received,
      'refused exchange/role-sees-no-content',
      'refused exchange/role-sees-no-content',
    ],
    [
      'another node, which answers with items of its own',
      { kind: 'peer', party: fr },
      received,
      'refused exchange/peers-do-not-write',
      'refused exchange/people-note',
    ],
  ];
  test.each(rows)('%s', (_name, actor, item, contributes, notes) => {
    expect(decided(mayContribute(actor, ma, item))).toBe(contributes);
    expect(decided(mayNoteForOwn(actor, ma, item))).toBe(notes);
  });
  test('only its author takes an internal note away', () => {
    expect(mayRemoveOwnNote(analyst, analyst.person).kind).toBe('allowed');
    expect(mayRemoveOwnNote(analyst, newId('person')).kind).toBe('refused');
    expect(mayRemoveOwnNote({ kind: 'system', name: 'x', party: ma }, analyst.person).kind).toBe('refused');
  });
});
