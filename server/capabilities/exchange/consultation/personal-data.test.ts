import { expect, test } from 'vitest';
import { extensionIds } from '../../../plumbing/stix/index.ts';
import { askedKeys, foldName, holdsPersonalData, subjectKeysOf } from './personal-data.ts';
import { subjectHash } from './subject-hash.ts';

const none = { personCategories: [] };
const individual = { type: 'identity', identity_class: 'individual', name: 'Élodie Vasseur' };
const extended = (subject: Record<string, unknown>) => ({
  type: 'infrastructure',
  extensions: { [extensionIds.subject]: { extension_type: 'property-extension', ...subject } },
});

test.each([
  ['an individual', individual],
  ['an e-mail address', { type: 'email-addr', value: 'a@b.example' }],
  ['a user account', { type: 'user-account', user_id: '42' }],
  ['a telephone of other software', { type: 'x-phone-number', value: '+212661000000' }],
  ['a vehicle of our extension', extended({ vehicle: { plate: '12345-A-6' } })],
  ['a document of our extension', extended({ document: { kind: 'passport', number: 'AB 123' } })],
])('%s is personal data', (_what, object) => {
  expect(holdsPersonalData(none, [{ type: 'note' }, object])).toBe(true);
});

test.each([
  ['an organisation', { type: 'identity', identity_class: 'organization', name: 'Stade' }],
  ['a country of an organisation', extended({ country: 'FR' })],
  ['a domain', { type: 'domain-name', value: 'example.org' }],
])('%s is not', (_what, object) => {
  expect(holdsPersonalData(none, [object])).toBe(false);
});

test('person categories in the marking are enough', () => {
  expect(holdsPersonalData({ personCategories: ['witness'] }, [{ type: 'note' }])).toBe(true);
});

test.each([
  ['Élodie  VASSEUR', 'vasseur elodie'],
  ['أحمد بنونة', 'احمد بنونه'],
  ['مُحَمَّـد', 'محمد'],
  ['O’Neill, Seán', 'Sean O Neill'],
])('%s and %s are one name', (one, other) => {
  expect(foldName(one)).toBe(foldName(other));
});

test('a name asked for is found under the same hash, and under another secret it is not', () => {
  const [kept] = subjectKeysOf([individual]);
  const asked = askedKeys('vasseur, Elodie').find(({ kind }) => kind === 'name');
  if (kept === undefined || asked === undefined) throw new Error('no key');
  expect(subjectHash('a', asked)).toBe(subjectHash('a', kept));
  expect(subjectHash('b', asked)).not.toBe(subjectHash('a', kept));
});

test('a telephone is found with or without its country', () => {
  const phone = { type: 'user-account', account_type: 'phone', user_id: '+212661234567' };
  const [kept] = subjectKeysOf([phone]);
  expect(askedKeys('06 61 23 45 67')).toContainEqual(kept);
});
