/** What a hit becomes in a request is STIX, and names the same identifier. */
import { expect, test } from 'vitest';
import { holder } from '../../../testing/cast.ts';
import { readIdentifier } from '../../plumbing/identifiers/index.ts';
import { validateObject } from '../../plumbing/stix/index.ts';
import type { Card } from './contract.ts';
import { observedIn } from './observed.ts';
import { subjectOf } from './subject.ts';

const texts: Readonly<Record<Card['kind'], string>> = {
  document: 'MA AB 123456',
  phone: '+212 661 00 00 17',
  email: 'adresse7@exemple.ma',
  iban: 'GB82 WEST 1234 5698 7654 32',
  plate: 'MA 12345 A 6',
  imei: '35-209900-176148-1',
  imsi: '604001234567890',
  ip: '192.0.2.44',
  domain: 'billets.example',
  hash: 'd41d8cd98f00b204e9800998ecf8427e',
  vessel: 'IMO 9074729',
  'name-birth': 'لوسيا أراندا فيغا, 1996-02-11',
};

const said = { by: holder, at: '2029-07-26T09:00:00.000Z' };
const kinds = Object.entries(texts);

test.each(kinds)('%s is a sound object', (name, text) => {
  const kind = Object.keys(texts).find((one): one is Card['kind'] => one === name);
  if (kind === undefined) throw new Error('no kind');
  const reading = readIdentifier(kind, text);
  if (reading.kind !== 'read') throw new Error(reading.problem);
  const object = subjectOf({ kind, form: reading.form, text }, said);
  expect(validateObject(object, 'objects.0')).toEqual([]);
  // Who keeps the request can be asked about it; for a device and an account STIX has no place of its own.
  if (kind !== 'imei' && kind !== 'imsi' && kind !== 'iban')
    expect(observedIn([object])).toContainEqual({ kind, form: reading.form });
});

test.each([
  'لوسيا أراندا فيغا، 1996-02-11',
  'لوسيا أراندا فيغا \u200e1996-02-11',
  'لوسيا أراندا فيغا;1996-02-11',
  'لوسيا أراندا فيغا المزدادة في 11/02/1996',
])('the name in «%s» is asked about without the date behind it', (text) => {
  const form = 'frk lrs|1996-02-11';
  expect(subjectOf({ kind: 'name-birth', form, text }, said).name).toBe('لوسيا أراندا فيغا');
});
