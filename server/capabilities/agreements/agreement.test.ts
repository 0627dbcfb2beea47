/** What an agreement or a circle must be, whether it was written here or came from a partner. */
import { expect, test } from 'vitest';
import { newId } from '../../kernel/ids.ts';
import { circleErrors, draftErrors } from './agreement.ts';
import type { AgreementDraft, CircleDraft } from './contract.ts';

const [self, partner] = [newId('party'), newId('party')];
const words = { ar: 'اتفاق', fr: 'Accord', en: 'Agreement' };
const draft: AgreementDraft = {
  title: words,
  legalBasis: 'Article 4',
  parties: [self, partner],
  fields: ['terrorism'],
  purposes: ['prevention'],
  validFrom: '2026-01-01',
  validUntil: '2027-01-01',
  defaults: { tlp: 'amber', pap: 'amber', handling: ['H1'], reviewAfterDays: 30, eraseAfterDays: 90 },
};
const circle: CircleDraft = { name: words, kind: 'bilateral', members: [self, partner] };
/** An override of direction, a zero-width space, a Hangul filler, a blank of Braille. */
const unseen = ['\u202e', '\u200b', '\u3164', '\u2800 '];

test.each(unseen)('a name that shows nothing (%j) is no name of an agreement or a circle', (text) => {
  for (const language of ['ar', 'fr', 'en'] as const) {
    const named = { ...words, [language]: text };
    expect(draftErrors({ ...draft, title: named }, self, '2026-06-01')).toEqual(['title']);
    expect(circleErrors({ ...circle, name: named }, self)).toEqual(['name']);
  }
  expect(draftErrors({ ...draft, legalBasis: text }, self, '2026-06-01')).toEqual(['legalBasis']);
});

test('what is whole has no errors', () => {
  expect(draftErrors(draft, self, '2026-06-01')).toEqual([]);
  expect(circleErrors(circle, self)).toEqual([]);
});
