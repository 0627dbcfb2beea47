/** What parties sign: terms that came later change nothing for who does not use them. */
import { expect, test } from 'vitest';
import { newId } from '../../kernel/ids.ts';
import { agreementHash, readersTermOf } from './agreement.ts';
import type { Agreement, AgreementDraft } from './contract.ts';
import { agreementToWire, draftFromWire } from './wire.ts';

const draft: AgreementDraft = {
  title: { ar: 'اتفاق', fr: 'Accord', en: 'Agreement' },
  legalBasis: 'Article 4',
  parties: [newId('party'), newId('party')],
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
