/** What the form of an answer begins with. */
import { expect, test } from 'vitest';
import type { Ask } from '../../../server/capabilities/assistance/contract.ts';
import { newId } from '../../../server/kernel/ids.ts';
import { answerForm, stepOf } from './answer.ts';

const [host, partner] = [newId('party'), newId('party')];
const at = '2029-01-15T09:00:00.000Z';
const line = '6d5c4b3a-2f1e-4d0c-8b9a-000000000051';
const zone = 'Africa/Casablanca';

const thread: Ask['threads'][number] = {
  ...{ party: partner, state: 'asked', delivery: null, readAt: null, askedAt: at, answeredAt: null },
  ...{ overdue: false, lapsed: false, outdated: false, quantities: [], offer: null },
};
const content: Ask['versions'][number]['content'] = {
  ...{ title: 'Renfort', language: 'fr', event: null, conditions: '', costs: [], costsText: '', reason: '' },
  answerBy: at,
  lines: [
    {
      ...{ id: line, quantity: 4, from: at, to: '2029-01-20T00:00:00.000Z', places: [], arms: 'own' },
      ...{ requirement: { specialty: 'spotter', skills: [], languages: ['ar', 'fr'], powers: [] } },
      conditions: '',
    },
  ],
};
const ask: Ask = {
  ...{ id: line, originator: host, own: false, state: 'issued', version: 1, circle: null, recipients: [] },
  ...{
    standing: {
      open: null,
      thread: 'asked',
      toRelease: false,
      toSettle: true,
      overdue: false,
      lapsed: false,
    },
  },
  agreement: newId('agreement'),
  marking: {
    ...{ tlp: 'amber', pap: 'amber', handling: ['H0'], field: 'event-security', legalBasis: 'Loi' },
    ...{ purpose: 'event-protection', personCategories: [], releasableTo: [host, partner] },
    ...{ reviewOn: '2029-02-01', eraseOn: '2029-03-01' },
  },
  ...{ createdAt: at, endedAt: null, endReason: null, officers: { here: 0, toCome: 0 }, surplus: [] },
  versions: [
    {
      ...{ version: 1, revision: 1, state: 'issued', content, author: null, createdAt: at, issuedAt: at },
      returned: null,
    },
  ],
  ...{ fill: [], threads: [thread], steps: [] },
};

test('an offer begins with all that is asked: how many, when, the languages and the arms', () => {
  const form = answerForm(ask, thread, { side: 'partner', zone, kind: 'offer', before: null });
  expect(form.lines).toMatchObject([{ line, quantity: 4, languages: ['ar', 'fr'], arms: 'own' }]);
  expect(stepOf(form, { zone, language: 'fr', offer: null })?.lines).toMatchObject([
    { line, languages: ['ar', 'fr'] },
  ]);
});

test('what was written before stands, also where it names no language', () => {
  const [first] = answerForm(ask, thread, { side: 'partner', zone, kind: 'offer', before: null }).lines;
  if (first === undefined) throw new Error('no line');
  const said = { ...first, from: null, to: null, languages: [], conditions: '' };
  const { most: _most, ...offered } = said;
  const before = {
    ...{ kind: 'offer' as const, answers: null, lines: [offered], costs: [], conditions: '', text: '' },
    ...{ ground: null, validUntil: null, language: 'fr' as const },
  };
  const again = answerForm(ask, thread, { side: 'partner', zone, kind: 'offer', before });
  expect(again.lines[0]?.languages).toEqual([]);
});
