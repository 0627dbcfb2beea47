import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../kernel/canonical.ts';
import { asId } from '../../kernel/ids.ts';
import type { Marking, Tlp } from '../../kernel/marking.ts';
import {
  type Choice,
  defineReleasableTo,
  deriveId,
  packItem,
  redact,
  type StixObject,
  tlpMarkingId,
  unpackItem,
  validateObject,
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
const red = tlpMarkingId('red');
const redOfFirstEdition = 'marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed';
const forSpain = defineReleasableTo({ createdBy: morocco, createdAt: at, parties: [spain, morocco] });

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

const forFrance = (
  objects: readonly StixObject[],
  withheld: readonly Choice[] = [],
  itemTlp: Tlp = 'amber',
) =>
  redact({
    objects: packItem(itemOf(objects, { marking: { ...marking, tlp: itemTlp } })),
    recipient: france,
    itemTlp,
    withheld,
  });
const contentFor = (...args: Parameters<typeof forFrance>): readonly StixObject[] => {
  const redaction = forFrance(...args);
  if (redaction.kind === 'refused') throw new Error(JSON.stringify(redaction.problems));
  for (const kept of redaction.objects) expect(validateObject(kept)).toEqual([]);
  const unpacking = unpackItem(redaction.objects);
  return unpacking.kind === 'unpacked' ? unpacking.item.objects : [];
};
const namesOf = (objects: readonly StixObject[]) => objects.map(({ id }) => id);
const problemsOf = (...args: Parameters<typeof forFrance>): readonly string[] => {
  const redaction = forFrance(...args);
  return redaction.kind === 'refused' ? redaction.problems.map(({ rule }) => rule) : [];
};

describe('redact', () => {
  it('leaves what bears no marking of its own untouched', () => {
    const objects = [person(10), person(11, { object_marking_refs: [tlpMarkingId('amber+strict')] })];
    const packed = packItem(itemOf(objects));
    const redaction = redact({ objects: packed, recipient: france, itemTlp: 'amber' });
    expect(redaction).toEqual({ kind: 'redacted', objects: packed, removed: [], unjudged: [] });
  });

  it.each([red, redOfFirstEdition])('withholds a RED object of a wider item (%s)', (mark) => {
    const secret = person(11, { object_marking_refs: [mark] });
    expect(namesOf(contentFor([person(10), secret]))).toEqual([person(10).id]);
    expect(namesOf(contentFor([person(10), secret], [], 'red'))).toEqual([person(10).id, secret.id]);
  });

  it('gives a RED object to those whom a releasable-to beside it names, and to no one else', () => {
    const objects = [person(10), forSpain, person(11, { object_marking_refs: [red, forSpain.id] })];
    const packed = packItem(itemOf(objects));
    const toSpain = redact({ objects: packed, recipient: spain, itemTlp: 'amber' });
    expect(toSpain).toMatchObject({ kind: 'redacted', removed: [], objects: packed });
    const toFrance = redact({ objects: packed, recipient: france, itemTlp: 'amber' });
    expect(toFrance).toMatchObject({
      kind: 'redacted',
      removed: [{ object: person(11).id, name: 'الشخص 11', selector: null, because: 'releasable-to' }],
    });
    // Not even the list of those who do get it, nor an identifier of what is gone.
    const sent = JSON.stringify(toFrance.kind === 'redacted' ? toFrance.objects : '');
    expect(sent).not.toContain(person(11).id);
    expect(sent).not.toContain(forSpain.id);
  });

  it('withholds the fields that a selector names, and moves the other selectors along', () => {
    const marked = person(10, {
      roles: ['a', 'b', 'c'],
      contact_information: '+212 5',
      external_references: [{ source_name: 's', description: 'd' }],
      granular_markings: [
        { marking_ref: red, selectors: ['roles.[0]', 'contact_information'] },
        { marking_ref: tlpMarkingId('green'), selectors: ['roles.[2]', 'roles.[0]'] },
        {
          marking_ref: red,
          selectors: ['external_references.[0].source_name', 'external_references.[0].description'],
        },
      ],
    });
    const [left] = contentFor([marked]);
    expect(left).toEqual({
      ...person(10),
      roles: ['b', 'c'],
      granular_markings: [{ marking_ref: tlpMarkingId('green'), selectors: ['roles.[1]'] }],
    });
  });

  it('lets a field that is for some only through to them', () => {
    const marked = person(10, {
      contact_information: '+34 9',
      granular_markings: [{ marking_ref: forSpain.id, selectors: ['contact_information'] }],
    });
    const packed = packItem(itemOf([forSpain, marked]));
    expect(redact({ objects: packed, recipient: spain, itemTlp: 'amber' })).toMatchObject({
      objects: packed,
    });
    expect(contentFor([forSpain, marked])).toEqual([person(10)]);
  });

  it('reads a RED field and the releasable-to around it together', () => {
    const marked = person(10, {
      contact_information: '+34 9',
      object_marking_refs: [forSpain.id],
      granular_markings: [{ marking_ref: red, selectors: ['contact_information'] }],
    });
    const packed = packItem(itemOf([forSpain, marked]));
    expect(redact({ objects: packed, recipient: spain, itemTlp: 'amber' })).toMatchObject({ removed: [] });
  });

  it('takes along what only leads to a removed object', () => {
    const secret = person(11, { object_marking_refs: [red] });
    const link = object('relationship', 12, {
      relationship_type: 'related-to',
      source_ref: person(10).id,
      target_ref: secret.id,
    });
    const both = object('note', 13, { content: 'on both', object_refs: [person(10).id, secret.id] });
    const alone = object('note', 14, { content: 'on him alone', object_refs: [secret.id] });
    const onAlone = object('opinion', 15, { opinion: 'agree', object_refs: [alone.id] });
    const nested = person(16, { x_links: [{ to: secret.id, weight: 1 }], created_by_ref: secret.id });
    const left = contentFor([person(10), secret, link, both, alone, onAlone, nested]);
    expect(left).toEqual([
      person(10),
      { ...both, object_refs: [person(10).id] },
      { ...person(16), x_links: [{ weight: 1 }] },
    ]);
  });

  it('withholds a field in its translations too', () => {
    const marked = person(10, {
      description: 'secret',
      granular_markings: [{ marking_ref: red, selectors: ['description'] }],
    });
    const translations = (index: number, ar: JsonObject) =>
      object('language-content', index, { object_ref: marked.id, contents: { ar } });
    const left = contentFor([
      marked,
      translations(11, { name: 'س', description: 'سر' }),
      translations(12, { description: 'سر' }),
    ]);
    expect(left).toEqual([person(10), translations(11, { name: 'س' })]);
  });

  it('withholds what a person chose, and refuses a choice that leads nowhere', () => {
    expect(contentFor([person(10), person(11)], [{ object: person(11).id }])).toEqual([person(10)]);
    const chosen = [{ object: person(10).id, selector: 'identity_class' }];
    expect(contentFor([person(10)], chosen)[0]).not.toHaveProperty('identity_class');
    expect(problemsOf([person(10)], [{ object: person(12).id }])).toEqual(['withheld-unknown']);
    expect(problemsOf([person(10)], [{ object: person(10).id, selector: 'roles' }])).toEqual([
      'withheld-unknown',
    ]);
  });

  it('refuses to withhold what a valid copy needs', () => {
    const name = [{ object: person(10).id, selector: 'name' }];
    expect(problemsOf([person(10)], name)).toEqual(['withheld-required']);
    expect(problemsOf([person(10)], [{ object: person(10).id }])).toEqual(['nothing-left']);
    expect(problemsOf([person(10)], [{ object: morocco }])).toEqual(['item']);
    const grouping = `grouping--${uuid(100)}`;
    expect(problemsOf([person(10)], [{ object: grouping }])).toEqual(['withheld-required']);
    expect(problemsOf([person(10)], [{ object: grouping, selector: 'name' }])).toEqual(['required']);
    expect(problemsOf([person(10)], [{ object: grouping, selector: 'object_marking_refs' }])).toEqual([
      'withheld-marking',
    ]);
  });

  it('refuses to withhold a field that the identifier would tell', () => {
    const hashes = { MD5: 'd41d8cd98f00b204e9800998ecf8427e' };
    const named = { type: 'file', name: 'قائمة.pdf', hashes };
    const file = { ...named, id: deriveId(named) ?? '' };
    expect(problemsOf([file], [{ object: file.id, selector: 'name' }])).toEqual(['withheld-derived']);
    const random = { ...named, id: `file--${uuid(10)}` };
    expect(contentFor([random], [{ object: random.id, selector: 'name' }])).toEqual([
      { type: 'file', id: random.id, hashes },
    ]);
  });

  it('names the markings that it cannot judge', () => {
    const foreign = `marking-definition--${uuid(50)}`;
    expect(forFrance([person(10, { object_marking_refs: [foreign] })])).toMatchObject({
      unjudged: [foreign],
      removed: [],
    });
  });

  it('never lets the name of a withheld object, nor a withheld text, through', () => {
    const arbitrary = fc.uniqueArray(
      fc.tuple(
        fc.integer({ min: 10, max: 40 }),
        fc.boolean(),
        fc.array(fc.integer({ min: 10, max: 40 }), { minLength: 1 }),
      ),
      {
        selector: ([index]) => index,
        minLength: 1,
      },
    );
    fc.assert(
      fc.property(arbitrary, (rows) => {
        const objects = rows.map(([index, isRed, others]) =>
          object('note', index, {
            content: isRed ? `secret-${index}` : 'open',
            object_refs: others.map((other) => `note--${uuid(other)}`),
            ...(isRed ? { object_marking_refs: [red] } : {}),
          }),
        );
        const redaction = forFrance(objects);
        if (redaction.kind === 'refused') {
          expect(redaction.problems[0]?.rule).toBe('nothing-left');
          return;
        }
        const sent = JSON.stringify(redaction.objects);
        expect(sent).not.toContain('secret-');
        for (const { object: id } of redaction.removed) expect(sent).not.toContain(id);
      }),
    );
  });
});
