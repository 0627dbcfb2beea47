/** The reader of STIX against input that means harm: an answer each time, and what it keeps is sound. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { garbled, mutated } from '../../../testing/hostile.ts';
import { canonical, type JsonObject, readJson } from '../../kernel/canonical.ts';
import { asId, newId } from '../../kernel/ids.ts';
import { readBundle, readBundleValue, readEach, toBundle } from './bundle.ts';
import { type StixObject, serviceIdentity } from './index.ts';
import { packItem, unpackItem } from './item-bundle.ts';
import { errorsOf } from './problems.ts';
import { validateObject } from './validation.ts';

const at = '2024-07-26T17:30:00.000Z';
const id = (type: string, digit: number) => `${type}--00000000-0000-4000-8000-00000000000${digit}`;
const domain = (type: string, digit: number, more: JsonObject) => ({
  type,
  spec_version: '2.1',
  id: id(type, digit),
  created: at,
  modified: at,
  ...more,
});
const objects: readonly StixObject[] = [
  domain('indicator', 1, {
    pattern: "[url:value = 'a']",
    pattern_type: 'stix',
    valid_from: at,
    labels: ['a'],
  }),
  domain('identity', 2, { name: 'ع', extensions: { 'x-ext': { a: [1, { b: null }] } } }),
  domain('relationship', 3, {
    relationship_type: 'uses',
    source_ref: id('tool', 1),
    target_ref: id('tool', 2),
  }),
  domain('note', 4, {
    content: 'a',
    object_refs: [id('tool', 1)],
    granular_markings: [{ lang: 'fr', selectors: ['content'] }],
  }),
  { type: 'file', spec_version: '2.1', id: id('file', 5), name: 'a', hashes: { MD5: 'a'.repeat(32) } },
  { type: 'network-traffic', id: id('network-traffic', 6), protocols: ['tcp'], src_ref: id('ipv4-addr', 1) },
];
const party = newId('party');
const item = packItem({
  id: asId('item', id('grouping', 7)),
  version: 1,
  title: 'عنوان',
  language: 'ar',
  createdAt: at,
  modifiedAt: at,
  marking: {
    tlp: 'amber',
    pap: 'amber',
    handling: ['H1'],
    grading: { scheme: 'admiralty', source: 'B', information: '2' },
    field: 'terrorism',
    purpose: 'prevention',
    legalBasis: 'Article 4',
    personCategories: ['witness'],
    releasableTo: [party],
    reviewOn: '2024-10-01',
    eraseOn: '2025-10-01',
  },
  originator: serviceIdentity({ party, name: 'Service', country: 'MA' }),
  objects,
});

describe('the reader of STIX', () => {
  it('answers every mutation of a bundle, and keeps only what is sound and comes out as it went in', () => {
    fc.assert(
      fc.property(mutated(toBundle(objects)), (value) => {
        const reading = readBundle(JSON.stringify(value));
        if (reading.kind === 'refused') {
          expect(reading.problems.length).toBeGreaterThan(0);
          for (const problem of reading.problems)
            expect(Object.values(problem.says).join()).not.toMatch(/\{(detail|position)\}/);
          return;
        }
        for (const object of reading.objects) expect(errorsOf(validateObject(object))).toEqual([]);
        const again = readBundle(canonical(reading.objects));
        expect(again.kind === 'read' && canonical(again.objects)).toBe(canonical(reading.objects));
        expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
      }),
      { numRuns: 3_000 },
    );
  });

  it('answers every garbled text', () => {
    fc.assert(
      fc.property(garbled(JSON.stringify(toBundle(objects))), (text) => {
        expect(['read', 'refused']).toContain(readBundle(text).kind);
      }),
      { numRuns: 1_500 },
    );
  });

  it('tells the sound objects of a mutated batch from the others, and none is in both', () => {
    fc.assert(
      fc.property(mutated(objects), (value) => {
        const batch = Array.isArray(value) ? value : [value];
        const { sound, unsound } = readEach(batch);
        const places = [...sound, ...unsound].map(({ index }) => index).sort((a, b) => a - b);
        expect(places).toEqual(batch.map((_, index) => index));
        for (const { problems } of unsound) expect(problems.length).toBeGreaterThan(0);
        for (const { object } of sound) expect(readBundleValue(object).kind).toBe('read');
      }),
      { numRuns: 2_000 },
    );
  });

  it('answers every mutation of an item on the wire', () => {
    fc.assert(
      fc.property(mutated(toBundle(item)), (value) => {
        const reading = readBundle(JSON.stringify(value));
        const unpacking = reading.kind === 'read' ? unpackItem(reading.objects) : reading;
        if (unpacking.kind === 'unpacked') expect(readJson(canonical(unpacking.item))).not.toBeNull();
        else expect(unpacking.problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 2_500 },
    );
  });
});
