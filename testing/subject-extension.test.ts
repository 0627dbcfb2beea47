/** What the console composes is what the protocol publishes: the two sides share no code, only this test. */
import { describe, expect, it } from 'vitest';
import { composeSubject } from '../console/capabilities/exchange/compose.ts';
import { stixFacts } from '../console/capabilities/exchange/stix-summary.ts';
import { subjectExtension } from '../console/capabilities/exchange/subject-extension.ts';
import {
  type Subject,
  subjectKinds,
  subjectSelector,
} from '../console/capabilities/exchange/subject-kinds.ts';
import { isObject, type Json } from '../server/kernel/canonical.ts';
import { extensionIds, messages, validateObject } from '../server/plumbing/stix/index.ts';

const sample: Subject['values'] = {
  name: 'Youssef',
  category: 'suspect',
  birthDate: '1984-05-02',
  country: 'MA',
  remarks: 'Seen twice',
  documentKind: 'passport',
  number: '+212661000000',
  holder: 'Youssef',
  plate: '12345-أ-6',
  model: 'Logan',
  colour: 'white',
  address: 'a@site.example',
  city: 'Rabat',
  imo: 'IMO 9074729',
  mmsi: '242 123 400',
  flag: 'MA',
  hash: 'd41d8cd98f00b204e9800998ecf8427e',
};
const kinds: readonly Subject['kind'][] = [
  'person',
  'document',
  'phone',
  'vehicle',
  'vessel',
  'email',
  'place',
  'organisation',
  'internet',
  'file',
];

const compose = (kind: Subject['kind']) =>
  composeSubject(
    { key: '22222222-2222-4222-8222-222222222222', kind, values: sample },
    { party: 'identity--11111111-1111-4111-8111-111111111111', at: '2024-07-26T17:30:00.000Z' },
  );

const partAt = (object: Json, selector: string): Json | undefined =>
  selector
    .split('.')
    .reduce<Json | undefined>((part, step) => (isObject(part) ? part[step] : undefined), object);

describe('the subject extension', () => {
  it('has one name in the console and in the protocol', () => {
    expect(subjectExtension).toBe(extensionIds.subject);
  });

  it('knows every kind of subject', () => {
    expect(kinds.toSorted()).toEqual(Object.keys(subjectKinds).sort());
  });

  it.each(kinds)('makes sound STIX of a %s, and its extension is as published', async (kind) => {
    const object = await compose(kind);
    expect(validateObject(object, '').filter(({ severity }) => severity === 'error')).toEqual([]);
    const extension = partAt(object, `extensions.${subjectExtension}`);
    if (extension !== undefined) expect(messages.subject.read(extension).kind).toBe('read');
  });

  it.each(kinds)('names the parts of a %s that may be withheld by selectors that find them', async (kind) => {
    const object = await compose(kind);
    const named = stixFacts(object).map(({ selector }) => selector);
    const asked = subjectKinds[kind].map((field) => subjectSelector(kind, field));
    for (const selector of [...named, ...asked])
      if (selector) expect(partAt(object, selector), selector).toBeDefined();
  });
});
