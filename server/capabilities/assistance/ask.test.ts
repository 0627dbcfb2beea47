/** What an ask and a step must be; sums of costs; when one is reminded. */
import { expect, test } from 'vitest';
import { newId } from '../../kernel/ids.ts';
import { contentProblems, markingOf, markingProblems } from './ask.ts';
import type { AskContent, AskedLine } from './ask-contract.ts';
import type { Cost } from './contract.ts';
import './faults.ts';
import { sumCosts } from './overview.ts';
import { unsound } from './problem-words.ts';
import { reminderDue } from './reminder.ts';
import { emptyStep, stepProblems } from './step.ts';

const now = '2024-01-15T09:00:00.000Z';
const [one, two] = ['6d5c4b3a-2f1e-4d0c-8b9a-000000000051', '6d5c4b3a-2f1e-4d0c-8b9a-000000000052'];
const line = (changes: Partial<AskedLine> = {}): AskedLine => ({
  id: one,
  requirement: { specialty: 'spotter', skills: [], languages: [], powers: [] },
  quantity: 30,
  from: '2024-07-22T06:00:00.000Z',
  to: '2024-08-12T20:00:00.000Z',
  places: [],
  arms: 'none',
  conditions: '',
  ...changes,
});
const content = (changes: Partial<AskContent> = {}): AskContent => ({
  title: 'x',
  language: 'fr',
  event: null,
  lines: [line()],
  conditions: '',
  costs: [],
  costsText: '',
  answerBy: '2024-03-31T22:00:00.000Z',
  reason: '',
  ...changes,
});

test.each<[string, Partial<AskContent>, readonly string[]]>([
  ['as it should be', {}, []],
  ['two lines of one id', { lines: [line(), line()] }, ['lines']],
  ['it ends before it begins', { lines: [line({ to: '2024-07-01T00:00:00.000Z' })] }, ['lines.0.to']],
  [
    'it is over',
    { lines: [line({ from: '2023-01-01T00:00:00.000Z', to: '2023-02-01T00:00:00.000Z' })] },
    ['lines.0.to', 'answerBy'],
  ],
  ['half a point', { lines: [line({ places: [{ name: 'x', latitude: 1 }] })] }, ['lines.0.places']],
  ['answers were due before', { answerBy: now }, ['answerBy']],
  ['answers are due after it is over', { answerBy: '2024-09-01T00:00:00.000Z' }, ['answerBy']],
  [
    'one cost borne twice',
    {
      costs: [
        { kind: 'meals', bearer: 'host' },
        { kind: 'meals', bearer: 'sender' },
      ],
    },
    ['costs'],
  ],
])('an ask: %s', (_what, changes, problems) => {
  expect(contentProblems(content(changes), now)).toEqual(problems);
});

test('an ask is marked by its agreement, and kept until after the last day that is asked for', () => {
  const [self, other] = [newId('party'), newId('party')];
  const agreement = {
    defaults: { tlp: 'amber', pap: 'green', handling: ['H1'], reviewAfterDays: 30, eraseAfterDays: 90 },
    legalBasis: 'Article 4',
    purposes: ['prevention'],
  } as const;
  const given = { content: content() };
  const marking = markingOf(
    given,
    { ...agreement, defaults: { ...agreement.defaults, handling: ['H1'] }, purposes: ['prevention'] },
    { self, recipients: [other, self], now },
  );
  expect(marking).toMatchObject({
    tlp: 'amber',
    field: 'event-security',
    purpose: 'prevention',
    eraseOn: '2024-11-10',
    releasableTo: [self, other],
    personCategories: [],
  });
  expect(markingProblems(marking, content(), now)).toEqual([]);
  expect(markingProblems({ ...marking, eraseOn: '2024-08-01' }, content(), now)).toEqual(['eraseOn']);
  expect(markingProblems({ ...marking, eraseOn: '2044-08-01' }, content(), now)).toEqual(['eraseOn']);
});

const offered = { line: one, quantity: 3, from: null, to: null, languages: [], arms: null, conditions: '' };

test.each<[string, Parameters<typeof stepProblems>[0], readonly string[]]>([
  ['an offer of a line', { ...emptyStep('offer', 'fr'), lines: [offered] }, []],
  ['an offer of nothing', emptyStep('offer', 'fr'), ['lines']],
  [
    'an offer of another line',
    { ...emptyStep('offer', 'fr'), lines: [{ ...offered, line: two }] },
    ['lines.0.line'],
  ],
  ['a line offered twice', { ...emptyStep('offer', 'fr'), lines: [offered, offered] }, ['lines']],
  [
    'offered from after the end',
    { ...emptyStep('offer', 'fr'), lines: [{ ...offered, from: '2024-08-13T00:00:00.000Z' }] },
    ['lines.0.to'],
  ],
  ['a counter-offer without words', { ...emptyStep('counter', 'fr'), lines: [offered] }, ['text']],
  ['declined without a ground', emptyStep('decline', 'fr'), ['ground']],
  [
    'declined with an offer in it',
    { ...emptyStep('decline', 'fr'), ground: 'costs', lines: [offered] },
    ['lines'],
  ],
  ['accepted without saying what', { ...emptyStep('accept', 'fr'), lines: [offered] }, ['answers']],
  ['withdrawn without words', emptyStep('withdraw', 'fr'), ['text']],
  ['read, and more', { ...emptyStep('read', 'fr'), text: 'x' }, ['text']],
])('a step: %s', (_what, step, problems) => {
  expect(stepProblems(step, [line()])).toEqual(problems);
});

test('costs are summed exactly, by currency and by who bears them', () => {
  const cost = (amount: string, currency: string, bearer: Cost['bearer']): Cost => ({
    kind: 'travel',
    bearer,
    amount,
    currency,
    text: '',
  });
  const costs = [
    cost('0.1', 'EUR', 'host'),
    cost('0.2', 'EUR', 'host'),
    cost('999999999999.999', 'TND', 'sender'),
    cost('0.001', 'TND', 'sender'),
    cost('5', 'EUR', 'sender'),
  ];
  expect(sumCosts(costs)).toEqual([
    { currency: 'EUR', bearer: 'host', amount: '0.30' },
    { currency: 'EUR', bearer: 'sender', amount: '5.00' },
    { currency: 'TND', bearer: 'sender', amount: '1000000000000.00' },
  ]);
});

test.each<[string, string, string, number]>([
  ['long before', '2024-01-15T09:00:00.000Z', '2024-01-20T09:00:00.000Z', 0],
  ['two days before', '2024-01-15T09:00:00.000Z', '2024-01-29T09:00:00.000Z', 1],
  ['at its end', '2024-01-15T09:00:00.000Z', '2024-01-31T09:00:00.000Z', 2],
  ['asked for tomorrow, half of it gone', '2024-01-30T21:00:00.000Z', '2024-01-31T03:00:00.000Z', 1],
  ['asked for tomorrow, just now', '2024-01-30T21:00:00.000Z', '2024-01-30T21:00:01.000Z', 0],
])('reminded %s', (_when, issuedAt, at, level) => {
  expect(reminderDue({ issuedAt, answerBy: '2024-01-31T09:00:00.000Z' }, at)).toBe(level);
});

test('what does not hold is told in words, with the number of the line as the screen has it', () => {
  const later = line({ id: two, to: '2024-07-01T00:00:00.000Z' });
  const wrong = content({ lines: [line(), later], answerBy: '2029-01-01T00:00:00.000Z' });
  const fault = unsound(contentProblems(wrong, now));
  // Programs find the codes where they were.
  expect(fault.details).toEqual({ problems: ['lines.1.to', 'answerBy'] });
  expect(fault.text('fr')).toContain('ligne 2 : le dernier jour précède le premier, ou est passé ; la date');
  expect(fault.text('ar')).toContain('البند 2: آخر يوم يسبق أول يوم أو انقضى؛ أجل الجواب');
  const all = ['lines', 'costs', 'conditions', 'text', 'ground', 'answers', 'validUntil', 'circle'];
  const more = ['recipients', 'event', 'eraseOn', 'reviewOn', 'handling', 'handlingText', 'legalBasis'];
  const ofLines = ['lines.0.to', 'lines.0.places', 'lines.0.line', 'answerBy'];
  for (const problem of [...all, ...more, ...ofLines])
    expect(unsound([problem]).text('ar')).not.toMatch(/[a-z]/i);
});
