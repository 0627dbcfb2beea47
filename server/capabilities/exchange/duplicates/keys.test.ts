/** What two items share by the number of a ship, whoever wrote it and however. */
import { expect, test } from 'vitest';
import { plainMarking } from '../../../../testing/stored-item.ts';
import { newId } from '../../../kernel/ids.ts';
import { extensionIds } from '../../../plumbing/stix/index.ts';
import type { StoredObject } from '../item.ts';
import { keysOf } from './keys.ts';
import { writtenAlike } from './likeness.ts';

const originator = newId('party');
const marking = { ...plainMarking, tlp: 'amber', releasableTo: [originator] } as const;

const ship = (more: object): StoredObject => ({
  type: 'infrastructure',
  spec_version: '2.1',
  id: `infrastructure--${crypto.randomUUID()}`,
  infrastructure_types: ['vessel'],
  ...more,
});
const vessel = (numbers: object) => ({
  extensions: { [extensionIds.subject]: { extension_type: 'property-extension', vessel: numbers } },
});
const referencesOf = (object: StoredObject): readonly string[] =>
  keysOf({ id: newId('item'), title: 'X', originator, marking }, [object], writtenAlike)
    .map(({ key }) => key)
    .filter((key) => key.startsWith('reference:'));

test('the same ship under another name, and in another house’s words, is found by its number', () => {
  const ours = referencesOf(ship({ name: 'Al Amal', ...vessel({ imo: '9074729', mmsi: '242123400' }) }));
  const renamed = referencesOf(ship({ name: 'Esperanza', ...vessel({ imo: '9074729' }) }));
  const elsewhere = referencesOf(
    ship({ name: 'X', external_references: [{ source_name: 'IMO', external_id: '9074729' }] }),
  );
  expect(ours).toHaveLength(2);
  expect(ours).toEqual(expect.arrayContaining([...renamed]));
  expect(renamed).toEqual(elsewhere);
});

test('ships of other numbers share none', () => {
  const [one] = referencesOf(ship({ name: 'A', ...vessel({ imo: '9074729' }) }));
  const [other] = referencesOf(ship({ name: 'A', ...vessel({ imo: '9321483' }) }));
  expect(one).not.toBe(other);
  expect(referencesOf(ship({ name: 'A' }))).toEqual([]);
});
