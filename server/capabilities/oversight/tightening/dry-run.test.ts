import { expect, test } from 'vitest';
import { newId } from '../../../kernel/ids.ts';
import { exchangeVerbs } from '../../exchange/index.ts';
import { verbsOfKind } from '../accesses/access.ts';
import { accessKinds } from '../accesses/contract.ts';
import type { Rule } from './contract.ts';
import { type Access, actOfVerb, dryRun } from './dry-run.ts';

const originator = newId('party');
const [amber, green, gone] = [newId('item'), newId('item'), newId('item')];
const markingOf = (tlp: 'amber' | 'green') =>
  ({
    tlp,
    field: 'terrorism',
    purpose: 'prevention',
    personCategories: [],
    releasableTo: [originator],
  }) as const;
const items = new Map([
  [amber, { originator, marking: markingOf('amber') }],
  [green, { originator, marking: markingOf('green') }],
]);
const rule: Rule = {
  who: 'everyone',
  roles: [],
  acts: ['read'],
  tlpAtLeast: 'amber',
  fields: [],
  purposes: [],
  personCategories: [],
  partners: [],
  freeHours: null,
  validFrom: '2026-01-01',
  validUntil: null,
};
const analyst = { role: 'analyst', isOwn: true, desk: null } as const;
const access = (
  verb: string,
  shown: readonly (typeof amber)[],
  person: Access['person'] = analyst,
): Access => ({
  at: '2026-06-01T10:00:00.000Z',
  verb,
  items: shown,
  person,
});
const run = (...accesses: Access[]) => {
  const { looked, refused, unknown } = dryRun(rule, accesses, items);
  return { looked, refused, unknown };
};

test.each<[string, Access, { looked: number; refused: number; unknown: number }]>([
  ['reading', access('exchange.read', [amber]), { looked: 1, refused: 1, unknown: 0 }],
  [
    'a search that showed it among others',
    access('exchange.search', [green, amber]),
    { looked: 1, refused: 1, unknown: 0 },
  ],
  ['a search that showed others', access('exchange.search', [green]), { looked: 1, refused: 0, unknown: 0 }],
  ['a search that found nothing', access('exchange.search', []), { looked: 0, refused: 0, unknown: 0 }],
  [
    'a page of a collection',
    access('exchange.read-collection', [amber]),
    { looked: 1, refused: 1, unknown: 0 },
  ],
  ['an attachment', access('exchange.read-attachment', [amber]), { looked: 1, refused: 1, unknown: 0 }],
  ['a chart', access('exchange.explore', [amber]), { looked: 1, refused: 1, unknown: 0 }],
  ['what is no longer here', access('exchange.read', [gone]), { looked: 0, refused: 0, unknown: 1 }],
  ['who is no longer here', access('exchange.read', [amber], null), { looked: 0, refused: 0, unknown: 1 }],
  [
    'a verb that nothing can tighten',
    access('exchange.count', [amber]),
    { looked: 0, refused: 0, unknown: 0 },
  ],
])('%s', (_what, given, counted) => {
  expect(run(given)).toEqual(counted);
});

test('the kinds of accesses and the acts of a dry run come from the list of verbs, and lose none', () => {
  const listed = accessKinds.flatMap(verbsOfKind).filter((verb) => verb.startsWith('exchange.'));
  const shows = Object.entries(exchangeVerbs).filter(([, { kind }]) => kind !== 'none');
  expect([...listed].sort()).toEqual(shows.map(([verb]) => verb).sort());
  expect(accessKinds.filter((kind) => verbsOfKind(kind).length === 0)).toEqual([]);
  expect(actOfVerb.size).toBeGreaterThan(30);
});
