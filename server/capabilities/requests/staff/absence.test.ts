/** Who is away, who stands in for him, and who may say so: pure. */
import { describe, expect, test } from 'vitest';
import type { Actor, PersonActor, Role } from '../../../kernel/decision.ts';
import { newId } from '../../../kernel/ids.ts';
import { absenceErrors, placesOf, presentFor, type StoredAbsence } from './absence.ts';
import { headsOneOf, mayKnowStaff, mayMarkAbsent, mayNameHead, mayUndo } from './policy.ts';

const [amina, bilal, chloe] = [newId('person'), newId('person'), newId('person')];
const now = '2027-03-10T09:00:00.000Z';
const away = (
  person: StoredAbsence['person'],
  standIn: StoredAbsence['standIn'],
  from = '2027-03-10T08:00:00.000Z',
  until = '2027-03-12T08:00:00.000Z',
): StoredAbsence => ({ id: `${person}${from}`, person, standIn, from, until });

describe('who takes whose place', () => {
  test('a stand-in who is away too is stood in for in his turn', () => {
    const absences = [away(amina, bilal), away(bilal, chloe)];
    expect(presentFor(absences, amina, now)).toBe(chloe);
    expect(presentFor(absences, chloe, now)).toBe(chloe);
    expect(new Set(placesOf(absences, chloe, now))).toEqual(new Set([chloe, amina, bilal]));
    expect(placesOf(absences, bilal, now)).toEqual([bilal]);
  });

  test('where all are away there is nobody, and it is said rather than gone round for ever', () => {
    const round = [away(amina, bilal), away(bilal, amina)];
    expect(presentFor(round, amina, now)).toBeNull();
    expect(placesOf(round, amina, now)).toEqual([amina]);
  });

  test('an absence begins with its first moment and is over at its last', () => {
    const absences = [away(amina, bilal, '2027-03-10T09:00:00.000Z', '2027-03-10T10:00:00.000Z')];
    expect(presentFor(absences, amina, now)).toBe(bilal);
    expect(presentFor(absences, amina, '2027-03-10T08:59:59.999Z')).toBe(amina);
    expect(presentFor(absences, amina, '2027-03-10T10:00:00.000Z')).toBe(amina);
  });
});

describe('what of an absence contradicts itself', () => {
  const wanted = { person: amina, standIn: bilal, from: now, until: '2027-03-11T09:00:00.000Z' };
  const rows: readonly (readonly [string, Partial<typeof wanted>, readonly StoredAbsence[], string[]])[] = [
    ['nothing', {}, [], []],
    ['he stands in for himself', { standIn: amina }, [], ['standIn']],
    ['it ends before it begins', { until: '2027-03-10T08:00:00.000Z' }, [], ['until']],
    ['it is over', { from: '2027-03-01T00:00:00.000Z', until: '2027-03-02T00:00:00.000Z' }, [], ['until']],
    ['it lasts for ever', { until: '2099-01-01T00:00:00.000Z' }, [], ['until']],
    ['he is away then already', {}, [away(amina, chloe)], ['from']],
    ['his stand-in is away then', {}, [away(bilal, chloe)], ['standIn-away']],
    [
      'the two only touch',
      {},
      [away(amina, chloe, '2027-03-11T09:00:00.000Z', '2027-03-12T09:00:00.000Z')],
      [],
    ],
  ];
  test.each(rows)('%s', (_name, changes, known, expected) => {
    expect(absenceErrors({ ...wanted, ...changes }, known, now)).toEqual(expected);
  });
});

describe('who may', () => {
  const [self, other] = [newId('party'), newId('party')];
  const desk = newId('desk');
  const as = (role: Role, changes: Partial<PersonActor> = {}): PersonActor => ({
    ...{ kind: 'person', person: amina, party: self, role, desks: [], circles: [], clearance: 'red' },
    ...changes,
  });
  const guest = as('liaison-officer', { party: other });
  const peer: Actor = { kind: 'peer', party: other };
  const decided = ({ kind, rule }: { kind: string; rule: string }): string => `${kind} ${rule}`;

  test('know the staff: own people alone', () => {
    expect(mayKnowStaff(as('observer'), self).kind).toBe('allowed');
    for (const stranger of [guest, peer])
      expect(mayKnowStaff(stranger, self)).toMatchObject({ kind: 'refused', fault: 'access/absent' });
  });

  test.each<[Role, string]>([
    ['administrator', 'allowed requests/settlers'],
    ['centre-head', 'allowed requests/settlers'],
    ['service-head', 'allowed requests/settlers'],
    ['contact-point', 'refused requests/settlers'],
    ['liaison-officer', 'refused requests/settlers'],
  ])('name the head of a desk: %s', (role, expected) => {
    expect(decided(mayNameHead(as(role), self))).toBe(expected);
    expect(mayNameHead(as(role, { party: other }), self).kind).toBe('refused');
  });

  test.each<[string, PersonActor, boolean, string]>([
    ['he himself', as('analyst', { person: bilal }), false, 'allowed requests/his-own-absence'],
    ['his desk’s head', as('analyst'), true, 'allowed requests/desk-head'],
    ['the watch', as('watch-officer'), false, 'allowed requests/routers'],
    ['a colleague', as('analyst'), false, 'refused requests/his-own-absence'],
    [
      'an observer, himself',
      as('observer', { person: bilal }),
      false,
      'refused requests/officers-have-absences',
    ],
    ['a guest', guest, true, 'refused requests/own-people-know-each-other'],
  ])('mark him as away: %s', (_name, actor, headsHim, expected) => {
    expect(decided(mayMarkAbsent(actor, self, { person: bilal, headsHim }))).toBe(expected);
  });

  test.each<[string, PersonActor, boolean, string]>([
    ['who did it', as('liaison-officer', { person: bilal }), false, 'allowed requests/who-handed-it-over'],
    ['the head of the desk', as('analyst'), true, 'allowed requests/desk-head'],
    ['the contact point', as('contact-point'), false, 'allowed requests/routers'],
    ['somebody else', as('liaison-officer'), false, 'refused requests/who-handed-it-over'],
    ['a guest', guest, true, 'refused requests/own-people-know-each-other'],
  ])('take a handing over back: %s', (_name, actor, headsIt, expected) => {
    expect(decided(mayUndo(actor, self, { by: bilal, headsIt }))).toBe(expected);
  });

  test('heading a desk is of that desk alone', () => {
    const heads = new Map([[desk, amina]]);
    expect(headsOneOf(as('analyst'), heads, [null, desk])).toBe(true);
    expect(headsOneOf(as('analyst'), heads, [newId('desk')])).toBe(false);
    expect(headsOneOf(as('analyst', { person: bilal }), heads, [desk])).toBe(false);
    expect(headsOneOf(peer, heads, [desk])).toBe(false);
  });
});
