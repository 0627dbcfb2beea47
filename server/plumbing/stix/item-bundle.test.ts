import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical, type JsonObject } from '../../kernel/canonical.ts';
import { asId } from '../../kernel/ids.ts';
import type { Marking } from '../../kernel/marking.ts';
import {
  packItem,
  readBundle,
  type StixObject,
  surveyMarkings,
  tlpMarkingId,
  toBundle,
  unpackItem,
  type WireItem,
} from './index.ts';

const at = '2024-07-26T17:30:00.000Z';
const uuid = (index: number): string => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
const morocco = asId('party', `identity--${uuid(1)}`);
const france = asId('party', `identity--${uuid(2)}`);
const spain = asId('party', `identity--${uuid(3)}`);

const object = (type: string, index: number, more: JsonObject = {}): StixObject => ({
  type,
  spec_version: '2.1',
  id: `${type}--${uuid(index)}`,
  created: at,
  modified: at,
  ...more,
});
const person = (index: number, more: JsonObject = {}) =>
  object('identity', index, { name: `الشخص ${index}`, identity_class: 'individual', ...more });
const marking: Marking = {
  tlp: 'amber',
  pap: 'amber',
  handling: ['H1', 'H3'],
  handlingText: 'لا يُستعمل أمام القضاء دون إذن',
  grading: { scheme: 'europol-4x4', source: 'A', information: '2' },
  field: 'event-security',
  purpose: 'event-protection',
  legalBasis: 'Accord, art. 4',
  personCategories: ['contact'],
  releasableTo: [morocco, france, spain],
  reviewOn: '2024-09-30',
  eraseOn: '2025-09-30',
};
const itemOf = (objects: readonly StixObject[], more: Partial<WireItem> = {}): WireItem => ({
  id: asId('item', `grouping--${uuid(100)}`),
  version: 2,
  title: 'قائمة مرافقي الوفد',
  summary: 'Liste transmise par Rabat',
  language: 'ar',
  context: 'unspecified',
  createdAt: at,
  modifiedAt: at,
  agreement: asId('agreement', `x-tansiq-agreement--${uuid(101)}`),
  circle: asId('circle', `x-tansiq-circle--${uuid(102)}`),
  marking,
  originator: object('identity', 1, { name: 'DGSN (démonstration)', identity_class: 'organization' }),
  objects,
  ...more,
});

describe('packItem and unpackItem', () => {
  it('bring an item back as it was, content byte for byte, through the text of a bundle', () => {
    const item = itemOf([
      person(10, { x_ours: { ب: [1, null] } }),
      person(11),
      person(10, { modified: '2024-07-27T00:00:00Z' }),
    ]);
    const reading = readBundle(JSON.stringify(toBundle(packItem(item))));
    expect(reading).toMatchObject({ kind: 'read', warnings: [] });
    const unpacking = reading.kind === 'read' ? unpackItem(reading.objects) : null;
    expect(unpacking).toEqual({ kind: 'unpacked', item });
  });

  it('do so for any extra content', () => {
    fc.assert(
      fc.property(
        fc.array(fc.dictionary(fc.stringMatching(/^x_[a-z]{1,9}$/), fc.jsonValue()), { minLength: 1 }),
        (extras) => {
          const objects = extras.map((extra, index) => person(index + 10, JSON.parse(JSON.stringify(extra))));
          const unpacking = unpackItem(packItem(itemOf(objects)));
          expect(unpacking.kind === 'unpacked' && canonical(unpacking.item.objects)).toBe(canonical(objects));
        },
      ),
    );
  });

  it('carry an item within an item as content', () => {
    const inner = packItem(itemOf([person(10)]));
    const outer = itemOf(inner, { id: asId('item', `grouping--${uuid(200)}`) });
    const unpacking = unpackItem(packItem(outer));
    expect(unpacking).toMatchObject({ kind: 'unpacked', item: { id: outer.id } });
    expect(unpacking.kind === 'unpacked' && canonical(unpacking.item.objects)).toBe(canonical(inner));
  });

  it('refuse a bundle whose two labels differ, or that has no marking', () => {
    const packed = packItem(itemOf([person(10)]));
    const relabelled = packed.map((part) =>
      part.type === 'grouping' ? { ...part, object_marking_refs: [tlpMarkingId('clear')] } : part,
    );
    expect(unpackItem(relabelled)).toMatchObject({ kind: 'refused', problems: [{ rule: 'item' }] });
    expect(unpackItem([person(10)])).toMatchObject({ kind: 'refused', problems: [{ rule: 'item' }] });
    const withoutWords = packItem(itemOf([person(10)], { marking: { ...marking, handlingText: ' ' } }));
    expect(unpackItem(withoutWords)).toMatchObject({ kind: 'refused' });
  });
});

describe('surveyMarkings', () => {
  it('names what came with the objects, and does not turn one edition of TLP into the other', () => {
    const former = 'marking-definition--f88d31f6-486f-44da-b317-01333bde0b82';
    const marked = [
      person(10, { object_marking_refs: [former] }),
      person(11, {
        object_marking_refs: [former],
        granular_markings: [{ marking_ref: tlpMarkingId('red'), selectors: ['name'] }],
      }),
    ];
    expect(surveyMarkings(marked)).toEqual([
      { id: former, meaning: { kind: 'former-tlp', tlp: 'amber' }, objects: 2 },
      { id: tlpMarkingId('red'), meaning: { kind: 'tlp', tlp: 'red' }, objects: 1 },
    ]);
  });
});
