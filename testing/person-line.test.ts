/** What the form of a blind check makes of a person is what the node reads: the two share no code. */
import { expect, test } from 'vitest';
import { listOf, personLine } from '../console/capabilities/matching/list.ts';
import { readIdentifier } from '../server/plumbing/identifiers/index.ts';

const form = readIdentifier('name-birth', 'El Hammouchi Mohamed, 1984-05-31');

test('a person is one line in either script; without a name or a date there is none', () => {
  expect(form.kind).toBe('read');
  expect(readIdentifier('name-birth', personLine(' محمد الحموشي ', '1984-05-31'))).toEqual(form);
  expect([personLine('', '1984-05-31'), personLine('محمد الحموشي', '')]).toEqual(['', '']);
});

test('what an item suggests is read as it stands in the list, and so is a list with Arabic commas', () => {
  const identifiers = [{ kind: 'name-birth' as const, text: 'محمد الحموشي 1984-05-31' }];
  const { text } = listOf({ title: 'x', field: 'terrorism', purpose: 'prevention', identifiers });
  expect(readIdentifier('name-birth', text)).toEqual(form);
  expect(readIdentifier('name-birth', 'محمد الحموشي، 1984-05-31')).toEqual(form);
});
