import { describe, expect, test } from 'vitest';
import { type Actor, type Decision, type PersonActor, type Role, roles } from '../../kernel/decision.ts';
import { asId, newId } from '../../kernel/ids.ts';
import { type StepKind, stepKinds } from './contract.ts';
import {
  type ItemView,
  mayAnswer,
  mayAssign,
  mayBoard,
  mayFollow,
  mayHear,
  mayStep,
  releaseStep,
  type StrandFacts,
  stepGap,
} from './policy.ts';
import { sideOf } from './request.ts';

const party = (digit: number) => asId('party', `identity--00000000-0000-4000-8000-00000000000${digit}`);
const [ma, fr, es] = [party(1), party(2), party(3)];
const desk = newId('desk');

const person = (role: Role, changes: Partial<PersonActor> = {}): PersonActor => ({
  kind: 'person',
  person: newId('person'),
  party: fr,
  role,
  desks: [desk],
  circles: [],
  clearance: 'red',
  ...changes,
});
/** Morocco's request as France holds it. */
const received: ItemView = {
  originator: ma,
  holder: fr,
  via: null,
  editors: [],
  state: 'received',
  marking: { tlp: 'amber', releasableTo: [ma, fr, es] },
  author: null,
  proposedBy: null,
  desk,
};
const strand: StrandFacts = { requester: ma, addressee: fr, desk };
const decided = ({ kind, rule }: Decision): string => `${kind} ${rule}`;

describe('who follows a request', () => {
  const rows: readonly (readonly [string, Actor, Partial<ItemView>, string])[] = [
    ['an analyst of the addressee', person('analyst'), {}, 'allowed requests/readers-follow'],
    [
      'an observer, above green',
      person('observer'),
      {},
      'refused exchange/observers-see-no-operational-data',
    ],
    ['an administrator', person('administrator'), {}, 'refused exchange/role-sees-no-content'],
    [
      'someone cleared below it',
      person('analyst', { clearance: 'green' }),
      {},
      'refused exchange/above-his-clearance',
    ],
    [
      'off the desk of one that is TLP:RED',
      person('analyst', { desks: [] }),
      { marking: { tlp: 'red', releasableTo: [ma, fr] } },
      'refused exchange/red',
    ],
    [
      'a guest from the requester’s service',
      person('analyst', { party: ma }),
      {},
      'refused exchange/guests-have-their-own-copy',
    ],
    [
      'a guest from an addressee’s service, at the requester’s',
      person('analyst', { party: fr, desks: [] }),
      { state: 'released', holder: ma },
      'refused requests/guests-follow-on-their-own-node',
    ],
    ['another node', { kind: 'peer', party: ma }, {}, 'refused requests/peers-are-told'],
    ['the house', { kind: 'system', name: 'requests', party: fr }, {}, 'allowed requests/readers-follow'],
  ];
  test.each(rows)('%s', (_name, actor, changes, expected) => {
    expect(decided(mayFollow(actor, { ...received, ...changes }))).toBe(expected);
  });
});

describe('who speaks for the service', () => {
  const speakers: readonly Role[] = ['liaison-officer', 'centre-head', 'contact-point'];
  test.each(roles)('%s', (role) => {
    const may = (kind: StepKind) =>
      mayStep(person(role), received, { strand, kind, self: fr }).kind === 'allowed';
    expect(may('refused')).toBe(speakers.includes(role));
    for (const kind of ['accepted', 'clarification-asked', 'no-record'] as const)
      expect(may(kind)).toBe(speakers.includes(role) || role === 'watch-officer');
  });
  test.each(stepKinds)('%s is said by one side, and by nobody for the other', (kind) => {
    const own = { ...received, originator: fr, state: 'released' } as const;
    const mine = mayStep(person('contact-point'), own, {
      strand: { requester: fr, addressee: ma, desk },
      kind,
      self: fr,
    });
    const theirs = mayStep(person('contact-point'), received, { strand, kind, self: fr });
    expect([mine.kind, theirs.kind].sort()).toEqual(['allowed', 'refused']);
    expect(mine.kind === 'allowed').toBe(sideOf(kind) === 'requester');
  });
  test('who may not read it is told that there is nothing', () => {
    const about = { strand, kind: 'accepted', self: fr } as const;
    expect(mayStep(person('liaison-officer', { clearance: 'clear' }), received, about)).toMatchObject({
      fault: 'access/absent',
    });
  });
});

describe('who answers, assigns, opens the board', () => {
  test('who writes items answers what was addressed to his service', () => {
    const about = { strand, self: fr };
    expect(decided(mayAnswer(person('analyst'), received, about))).toBe('allowed exchange/writers');
    expect(decided(mayAnswer(person('service-head'), received, about))).toBe('refused exchange/writers');
    const own = { strand: { requester: fr, addressee: ma, desk }, self: fr };
    expect(decided(mayAnswer(person('analyst'), received, own))).toBe(
      'refused requests/the-other-sides-step',
    );
  });
  test('who routes gives it to any desk, who works on the desk to a colleague', () => {
    const other = newId('desk');
    const to = (role: Role, wanted = desk, desks = [desk]) =>
      mayAssign(person(role, { desks }), received, { strand, desk: wanted }).kind;
    expect([to('watch-officer', other), to('contact-point', other), to('centre-head', other)]).toEqual([
      ...['allowed', 'allowed', 'allowed'],
    ]);
    expect([to('analyst'), to('analyst', other), to('analyst', desk, [])]).toEqual([
      ...['allowed', 'refused', 'refused'],
    ]);
    expect(to('service-head')).toBe('refused');
  });
  test('the board is for the service’s own people who read items', () => {
    expect(mayBoard(person('analyst'), fr).kind).toBe('allowed');
    expect(mayBoard(person('analyst', { party: ma }), fr).kind).toBe('refused');
    expect(mayBoard(person('data-protection-officer'), fr).kind).toBe('refused');
  });
});

describe('what is heard and what leaves', () => {
  test.each(stepKinds)('%s is heard from the one side that says it', (kind) => {
    const self = sideOf(kind) === 'addressee' ? ma : fr;
    const speaker = sideOf(kind) === 'addressee' ? fr : ma;
    const heard = (from: typeof ma, at = self) => mayHear(from, strand, { kind, self: at }).kind;
    expect(heard(speaker)).toBe('allowed');
    expect([heard(es), heard(self), heard(speaker, es)]).toEqual(['refused', 'refused', 'refused']);
  });
  test.each(stepKinds)('%s leaves for the other side alone, and only over a link', (kind) => {
    const self = sideOf(kind) === 'addressee' ? fr : ma;
    const other = self === fr ? ma : fr;
    const copy = { kind: 'requests.step', body: {} };
    const grounds = { linked: true, hasWords: false, gap: 'not-in-force' };
    const may = (at: typeof ma, more: Partial<typeof grounds> = {}) =>
      releaseStep(strand, { kind, self: at }, { ...grounds, ...more }, copy);
    expect(may(self)?.recipient).toBe(other);
    expect([may(other), may(es), may(self, { linked: false }), may(self, { hasWords: true })]).toEqual([
      ...[null, null, null, null],
    ]);
  });
  test('words leave under the agreement alone', () => {
    expect(stepGap({ linked: true, hasWords: true, gap: null })).toBe(null);
    expect(stepGap({ linked: true, hasWords: true, gap: 'purpose' })).toBe('purpose');
    expect(stepGap({ linked: false, hasWords: false, gap: null })).toBe('not-linked');
  });
});
