/** What a person changes by hand, what a change of circumstances proposes, and what of it can be refused. */
import { expect, test } from 'vitest';
import { areKnown, planAfter } from './circumstances.ts';
import { compareRosters } from './comparison.ts';
import { applyChanges, assignmentsOf, type DraftState, emptyDraft, seatKey } from './draft.ts';
import { editDraft } from './editing.ts';
import { violationsOf } from './engine.ts';
import type { TakenPlan } from './hindrance.ts';
import type { Post, Unit } from './plan.ts';
import { acceptProposals, proposalsOf } from './replanning.ts';

const at = (hour: string, day = '20'): string => `2029-07-${day}T${hour}:00:00.000Z`;
const requirement = { specialty: 'patrol', skills: [], languages: [], powers: [] } as const;
const postOf = (id: string, from: string, to: string): Post => ({
  ...{ id, place: 'stade', quantity: 1, from, to, priority: 2, needsHostPair: false },
  requirement: { ...requirement, skills: [], languages: [], powers: [] },
});
const unitOf = (id: string, changes: Partial<Unit> = {}): Unit => ({
  ...{ id, party: 'fr', size: 1, skills: [], languages: [], powers: [] },
  ...{ specialties: ['patrol'], available: [{ from: at('00', '01'), to: at('00', '30') }] },
  hostPair: { kind: 'not-needed' },
  ...changes,
});
const plan: TakenPlan = {
  ...{ version: 1, zone: 'UTC', from: at('00'), to: at('00', '22'), host: 'fr' },
  travel: { kind: 'speed', kmPerHour: 30 },
  places: [{ id: 'stade', lat: 48.9, lon: 2.3 }],
  units: [
    ...[unitOf('one'), unitOf('two'), unitOf('guest', { party: 'ma', hostPair: { kind: 'missing' } })],
    unitOf('dog', { specialties: ['explosive-dog'] }),
  ],
  posts: [postOf('morning', at('08'), at('12')), postOf('noon', at('11'), at('15'))],
};
const stateOf = (standing: Readonly<Record<string, string>>): DraftState => ({
  ...emptyDraft('p'),
  standing: new Map(Object.entries(standing).map(([post, unit]) => [seatKey(post, 0), { unit }])),
});
const needs = (state: DraftState) => ({ plan, state, check: violationsOf, by: 'me' });
const place = (post: string, unit: string, reason = '') =>
  ({ kind: 'place', post, seat: 0, unit, reason }) as const;

test('an edit that breaks a rule wants a reason; a visitor alone, or one in two places, none allows', () => {
  const state = stateOf({ morning: 'one' });
  expect(editDraft(needs(state), place('noon', 'one', 'Il le faut'))).toMatchObject({
    kind: 'barred',
    violations: [{ rule: 'overlap', unit: 'one' }],
  });
  expect(editDraft(needs(state), place('noon', 'dog'))).toMatchObject({
    kind: 'broken',
    violations: [{ rule: 'specialty', unit: 'dog' }],
  });
  const forced = editDraft(needs(state), place('noon', 'dog', 'Relève absente'));
  if (forced.kind !== 'changed') throw new Error(forced.kind);
  const after = applyChanges(state, forced.changes);
  expect([...after.holds.values()]).toMatchObject([
    { kind: 'override', unit: 'dog', rules: ['specialty'], reason: 'Relève absente' },
  ]);
  expect(editDraft(needs(state), place('noon', 'guest', 'Il le faut'))).toMatchObject({
    kind: 'barred',
    violations: [{ rule: 'host-pair' }],
  });
  const gone = editDraft(needs(after), { kind: 'unassign', post: 'noon', seat: 0 });
  if (gone.kind !== 'changed') throw new Error(gone.kind);
  expect(applyChanges(after, gone.changes).holds.size).toBe(0);
});

test('host officer and visitor are put at two places by nobody; who is without him has no duty', () => {
  const period = { from: at('00', '01'), to: at('00', '30') };
  const beside = { kind: 'paired' as const, periods: [{ ...period, host: 'one' }] };
  const paired: TakenPlan = {
    ...plan,
    places: [...plan.places, { id: 'gare', lat: 48.85, lon: 2.3 }],
    units: [...plan.units, unitOf('visitor', { party: 'ma', hostPair: beside })],
    posts: [...plan.posts, { ...postOf('station', at('10'), at('13')), place: 'gare' }],
  };
  const edit = (standing: Readonly<Record<string, string>>, post: string, unit: string) =>
    editDraft({ ...needs(stateOf(standing)), plan: paired }, place(post, unit, 'Il le faut'));
  const apart = { kind: 'barred', violations: [{ rule: 'pair-apart', unit: 'visitor' }] };
  expect(edit({ morning: 'one' }, 'station', 'visitor')).toMatchObject(apart);
  expect(edit({ station: 'visitor' }, 'morning', 'one')).toMatchObject(apart);
  expect(edit({ morning: 'one' }, 'noon', 'visitor').kind).toBe('changed');
  expect(edit({}, 'station', 'visitor').kind).toBe('changed');
  const without = planAfter(paired, [{ kind: 'unit-withdrawn', unit: 'one', from: at('11') }]);
  const [violation] = violationsOf({ ...without, holds: [], told: [], settings: {} }, [
    { post: 'station', seat: 0, unit: 'visitor' },
  ]);
  expect(violation).toMatchObject({ rule: 'host-pair', unit: 'visitor' });
});

test('an edit that names what the plan has not is refused whole', () => {
  const state = stateOf({});
  expect(editDraft(needs(state), place('evening', 'one')).kind).toBe('unknown');
  expect(editDraft(needs(state), { ...place('noon', 'one'), seat: 1 }).kind).toBe('unknown');
  expect(editDraft(needs(state), place('noon', 'nobody')).kind).toBe('unknown');
  const assignments = [
    { post: 'morning', seat: 0, unit: 'one' },
    { post: 'morning', seat: 0, unit: 'two' },
  ];
  expect(editDraft(needs(state), { kind: 'import', assignments }).kind).toBe('unknown');
  expect(editDraft(needs(state), { kind: 'pin', unit: 'one', post: 'noon', reason: '' }).kind).toBe(
    'unknown',
  );
});

test('circumstances change the plan and nothing else', () => {
  const after = planAfter(plan, [
    { kind: 'unit-withdrawn', unit: 'one', from: at('09') },
    { kind: 'posts-moved', posts: ['noon'], minutes: 60 },
    { kind: 'place-closed', place: 'stade', from: at('07'), to: at('09') },
  ]);
  expect(after.units[0]?.available).toEqual([{ from: at('00', '01'), to: at('09') }]);
  expect(after.posts).toMatchObject([{ id: 'noon', from: at('12'), to: at('16') }]);
  expect(areKnown(plan, [{ kind: 'unit-late', unit: 'three', until: at('09') }])).toBe(false);
});

/** One falls out; two takes his place and gives up his own. */
const fallen = () => {
  const state = stateOf({ morning: 'one', noon: 'two' });
  const after = planAfter(plan, [{ kind: 'unit-withdrawn', unit: 'one', from: at('01') }]);
  const found = [{ post: 'morning', seat: 0, unit: 'two' }];
  return { before: { plan, state }, plan: after, found, check: violationsOf };
};

test('who can no longer stand there leaves whatever is decided; the rest is one chain', () => {
  const proposals = proposalsOf(fallen());
  expect(proposals).toMatchObject([
    { post: 'morning', leaves: ['one'], joins: ['two'], forced: ['one'] },
    { post: 'noon', leaves: ['two'], joins: [], forced: [] },
  ]);
  expect(new Set(proposals.map(({ chain }) => chain)).size).toBe(1);
});

test('all of a chain or none of it: a half is told what it hangs on', () => {
  const replanned = fallen();
  const ids = { before: 'p', after: 'q' };
  const standing = (posts: readonly string[]) => {
    const accepting = acceptProposals(replanned, new Set(posts), ids);
    if (accepting.kind === 'depends') return accepting.posts;
    if (accepting.kind === 'unknown') return 'unknown';
    const after = applyChanges(replanned.before.state, accepting.changes);
    expect(after.plan).toBe('q');
    return assignmentsOf(after).map(({ post, unit }) => `${post} ${unit}`);
  };
  expect(standing(['nowhere'])).toBe('unknown');
  expect(standing(['morning', 'noon'])).toEqual(['morning two']);
  expect(standing([])).toEqual(['noon two']);
  // Two would be at both at once.
  expect(standing(['morning'])).toContain('noon');
});

test('two rosters differ by who stands where, not by seats; a post that moves moves who stays', () => {
  const before = { plan, state: stateOf({ morning: 'one' }) };
  const moved = planAfter(plan, [{ kind: 'posts-moved', posts: ['morning'], minutes: 30 }]);
  const after = { plan: moved, state: stateOf({ morning: 'one', noon: 'two' }) };
  expect(compareRosters(before, before)).toEqual({ posts: [], units: [] });
  expect(compareRosters(before, after)).toMatchObject({
    posts: [
      { post: 'morning', moved: ['one'], leaves: [], joins: [] },
      { post: 'noon', joins: ['two'] },
    ],
    units: [
      { unit: 'one', moved: ['morning'] },
      { unit: 'two', gains: ['noon'] },
    ],
  });
});
