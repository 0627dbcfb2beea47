/**
 * What parties sign: terms that came later change nothing for who does not use them; what an agreement or a
 * circle must be, whether it was written here or came from a partner.
 */
import { expect, test } from 'vitest';
import { newId } from '../../kernel/ids.ts';
import { agreementHash, circleErrors, draftErrors, readersTermOf } from './agreement.ts';
import type { Agreement, AgreementDraft, CircleDraft } from './contract.ts';
import { agreementToWire, draftFromWire } from './wire.ts';

const [self, partner] = [newId('party'), newId('party')];
const words = { ar: 'اتفاق', fr: 'Accord', en: 'Agreement' };
const draft: AgreementDraft = {
  title: words,
  legalBasis: 'Article 4',
  parties: [self, partner],
  fields: ['terrorism'],
  purposes: ['prevention'],
  validFrom: '2029-01-01',
  validUntil: '2030-01-01',
  defaults: { tlp: 'amber', pap: 'amber', handling: ['H1'], reviewAfterDays: 30, eraseAfterDays: 90 },
};
const wireOf = (given: AgreementDraft) => {
  const [proposer] = given.parties;
  if (proposer === undefined) throw new Error('no party');
  const agreement: Agreement = {
    ...given,
    id: newId('agreement'),
    proposer,
    state: 'proposed',
    signatures: [],
    createdAt: '2029-01-01T00:00:00.000Z',
    endedAt: null,
  };
  return agreementToWire(agreement);
};

test('the first reading alone is told by texts that say so, and by those that say nothing of readers', () => {
  const told: AgreementDraft = { ...draft, readers: 'first-reading' };
  expect(agreementHash('a', told)).toBe(agreementHash('a', draft));
  expect(wireOf(told)).not.toHaveProperty('readers');
  expect(readersTermOf(draft)).toBe('first-reading');
});

test.each(['count', 'roles'] as const)('%s is signed with the rest, and comes as it went', (readers) => {
  const given = { ...draft, readers };
  expect(agreementHash('a', given)).not.toBe(agreementHash('a', draft));
  expect(draftFromWire(wireOf(given))).toEqual(given);
});

const circle: CircleDraft = { name: words, kind: 'bilateral', members: [self, partner] };
/** An override of direction, a zero-width space, a Hangul filler, a blank of Braille. */
const unseen = ['\u202e', '\u200b', '\u3164', '\u2800 '];

test.each(unseen)('a name that shows nothing (%j) is no name of an agreement or a circle', (text) => {
  for (const language of ['ar', 'fr', 'en'] as const) {
    const named = { ...words, [language]: text };
    expect(draftErrors({ ...draft, title: named }, self, '2029-06-01')).toEqual(['title']);
    expect(circleErrors({ ...circle, name: named }, self)).toEqual(['name']);
  }
  expect(draftErrors({ ...draft, legalBasis: text }, self, '2029-06-01')).toEqual(['legalBasis']);
});

test('what is whole has no errors', () => {
  expect(draftErrors(draft, self, '2029-06-01')).toEqual([]);
  expect(circleErrors(circle, self)).toEqual([]);
});
