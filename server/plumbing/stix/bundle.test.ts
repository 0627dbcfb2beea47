import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical, readJson } from '../../kernel/canonical.ts';
import {
  readBundle,
  readBundleValue,
  readEach,
  type StixObject,
  stixLimits,
  toBundle,
  validateObject,
} from './index.ts';

const at = '2024-07-26T17:30:00.000Z';
const indicator = (index: number, more: object = {}): StixObject => ({
  type: 'indicator',
  spec_version: '2.1',
  id: `indicator--00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
  created: at,
  modified: at,
  name: 'مؤشر',
  pattern: "[ipv4-addr:value = '198.51.100.3']",
  pattern_type: 'stix',
  valid_from: at,
  labels: ['one', 'two'],
  ...more,
});

const later = '2024-07-26T18:30:00.000Z';

const rulesOf = (text: string): readonly string[] => {
  const reading = readBundle(text);
  return reading.kind === 'refused' ? reading.problems.map(({ rule, path }) => `${rule} ${path}`) : [];
};

/** The shared samples stand beside the checkout, some levels up; null where there are none. */
const findSamples = (folder: string): string | null => {
  const samples = join(folder, 'shared', 'data', 'stix');
  if (existsSync(samples)) return samples;
  return dirname(folder) === folder ? null : findSamples(dirname(folder));
};
const samples = findSamples(import.meta.dirname);

describe(
  samples ? 'the public samples' : 'the public samples (skipped: no shared/data/stix beside the checkout)',
  () => {
    const names = samples ? readdirSync(samples).filter((name) => name.endsWith('.json')) : [];
    it.skipIf(!samples)('are there', () => expect(names.length).toBeGreaterThan(5));
    it.each(names)('%s is read without problems and comes out equal', (name) => {
      const text = readFileSync(join(samples ?? '', name), 'utf8');
      const reading = readBundle(text);
      expect(reading).toMatchObject({ kind: 'read', warnings: [] });
      if (reading.kind !== 'read') return;
      const original = JSON.parse(text);
      expect(canonical(reading.objects)).toBe(canonical(original.objects ?? [original]));
      expect(reading.bundleId).toBe(original.type === 'bundle' ? original.id : null);
    });
  },
);

describe('readBundle', () => {
  it('reads a bundle, a list of objects and a single object', () => {
    const objects = [indicator(1), indicator(2)];
    for (const value of [toBundle(objects), objects])
      expect(readBundle(JSON.stringify(value))).toMatchObject({ kind: 'read', objects });
    expect(readBundle(`\uFEFF${JSON.stringify(objects[0])}`)).toMatchObject({
      kind: 'read',
      objects: [objects[0]],
      bundleId: null,
    });
    expect(readBundleValue(objects)).toEqual(readBundle(JSON.stringify(objects)));
  });

  it('keeps several versions of one object, and refuses two contents of one version', () => {
    const later = { modified: '2024-07-26T17:30:00.001Z' };
    expect(readBundle(JSON.stringify([indicator(1), indicator(1, later), indicator(1)]))).toMatchObject({
      kind: 'read',
      objects: [{}, later, {}],
    });
    expect(rulesOf(JSON.stringify([indicator(1), indicator(1, { name: 'other' })]))).toEqual([
      'same-version /1',
    ]);
  });

  it('says where each problem is, in three languages', () => {
    const { pattern: _, ...incomplete } = indicator(2);
    const reading = readBundle(
      JSON.stringify({ ...toBundle([indicator(1)]), objects: [indicator(1), incomplete] }),
    );
    expect(reading).toMatchObject({
      kind: 'refused',
      problems: [{ path: '/objects/1/pattern', rule: 'required', severity: 'error' }],
    });
    if (reading.kind === 'refused')
      expect(Object.values(reading.problems[0]?.says ?? {}).every((text) => text.includes('pattern'))).toBe(
        true,
      );
  });

  it('refuses what is beyond a named limit, and does not overflow on depth', () => {
    const deep = '['.repeat(200_000) + ']'.repeat(200_000);
    expect(rulesOf(deep)[0]).toMatch(/^limit-depth/);
    expect(rulesOf(' '.repeat(stixLimits.bytes + 1))).toEqual(['limit-bytes ']);
    expect(rulesOf(`[${'0,'.repeat(stixLimits.listItems)}0]`)).toEqual(['limit-items ']);
    const many = Object.fromEntries(Array.from({ length: stixLimits.properties }, (_, i) => [`x_${i}`, 1]));
    expect(rulesOf(JSON.stringify(indicator(1, many)))).toEqual(['limit-properties ']);
    const long = 'x'.repeat(stixLimits.stringLength + 1);
    expect(rulesOf(JSON.stringify(indicator(1, { x_long: long })))).toEqual(['limit-characters /x_long']);
  });

  it('refuses what would not come out as it went in', () => {
    expect(rulesOf('{"type":"x","id":"x","x_n":1e999}')).toEqual(['number /x_n']);
    expect(rulesOf('{"type":"x","id":"x","x_s":"\\ud800"}')).toEqual(['characters /x_s']);
    expect(rulesOf('{"type":"x","id":"x","x_s":"\\u0000"}')).toEqual(['characters /x_s']);
  });

  it('refuses what is no STIX, and says why', () => {
    expect(rulesOf('{')).toEqual(['json ']);
    expect(rulesOf('[]')).toEqual(['nothing ']);
    expect(rulesOf('{"type":"bundle","id":"bundle--1"}')).toEqual(['identifier /id', 'nothing ']);
    expect(rulesOf('[1]')).toEqual(['object /0']);
    expect(rulesOf('{"id":"x"}')).toEqual(['type /type']);
  });

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json({ depthSize: 'large' })), (text) => {
        expect(['read', 'refused']).toContain(readBundle(text).kind);
      }),
      { numRuns: 2_000 },
    );
  });

  it('never throws on an object with anything in place of anything', () => {
    const names = Object.keys(indicator(1)).concat('extensions', 'granular_markings', 'object_marking_refs');
    const types = ['indicator', 'file', 'marking-definition', 'language-content', 'x-mine', 'process'];
    fc.assert(
      fc.property(
        fc.constantFrom(...types),
        fc.dictionary(fc.constantFrom(...names, 'hashes', 'object_refs'), fc.jsonValue()),
        (type, values) => {
          const text = JSON.stringify([{ ...indicator(1), type, ...values }]);
          expect(['read', 'refused']).toContain(readBundle(text).kind);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('lets any extra property through, byte for byte in canonical form', () => {
    const extra = fc.dictionary(
      fc.stringMatching(/^x_[a-z0-9_]{1,20}$/),
      fc.jsonValue({ noUnicodeString: false }),
    );
    fc.assert(
      fc.property(extra, extra, (properties, inner) => {
        const object = indicator(1, {
          ...properties,
          extensions: {
            'x-other-ext': inner,
            ...(Object.keys(properties).length > 3 ? {} : { 'y-ext': {} }),
          },
        });
        const text = JSON.stringify(object);
        const reading = readBundle(text);
        // Text that cannot be kept as it is (lone surrogates, U+0000) is refused, never changed.
        if (reading.kind === 'refused') expect(reading.problems[0]?.rule).toBe('characters');
        else expect(canonical(reading.objects[0])).toBe(canonical(readJson(text)?.value));
      }),
      { numRuns: 500 },
    );
  });

  it('keeps members with the names of the language’s own machinery', () => {
    const text =
      '{"type":"x-a","id":"x-a--00000000-0000-4000-8000-000000000001",' +
      '"__proto__":{"a":1},"constructor":"b","toString":0}';
    const reading = readBundle(text);
    expect(reading).toMatchObject({ kind: 'read' });
    expect(reading.kind === 'read' && canonical(reading.objects[0])).toBe(canonical(JSON.parse(text)));
  });

  it('reads ten thousand objects in less than a second and a half', () => {
    const text = JSON.stringify(toBundle(Array.from({ length: 10_000 }, (_, index) => indicator(index))));
    const started = performance.now();
    expect(readBundle(text).kind).toBe('read');
    expect(performance.now() - started).toBeLessThan(1_500);
  });
});

describe('toBundle', () => {
  it('gives equal objects an equal bundle, and a bundle that is read back', () => {
    const objects = [indicator(1), indicator(2)];
    expect(toBundle(objects)).toEqual(toBundle(structuredClone(objects)));
    expect(toBundle(objects).id).not.toBe(toBundle([indicator(1)]).id);
    expect(readBundle(JSON.stringify(toBundle(objects)))).toMatchObject({ bundleId: toBundle(objects).id });
    expect(objects.flatMap((object) => validateObject(object))).toEqual([]);
  });
});

describe('several versions of one object', () => {
  const one = indicator(1);
  it.each([
    ['at one time written twice over', { modified: '2024-07-26T17:30:00Z', name: 'b' }, 'same-version /1'],
    [
      'created at two times',
      { modified: later, created: '2024-07-26T17:29:00Z' },
      'version-fixed /1/created',
    ],
  ])('%s are refused', (_, change, problem) => {
    expect(rulesOf(JSON.stringify([one, { ...one, ...change }]))).toEqual([problem]);
  });
  it('by two creators are refused', () => {
    const by = (digit: number) => ({
      created_by_ref: `identity--00000000-0000-4000-8000-00000000000${digit}`,
    });
    expect(
      rulesOf(
        JSON.stringify([
          { ...one, ...by(1) },
          { ...one, ...by(2), modified: later },
        ]),
      ),
    ).toEqual(['version-fixed /1/created_by_ref']);
  });
  it('of which one follows a revocation are told and kept', () => {
    const reading = readBundle(
      JSON.stringify([
        { ...one, revoked: true },
        { ...one, modified: later },
      ]),
    );
    expect(reading).toMatchObject({ kind: 'read', warnings: [{ rule: 'version-revoked', path: '/1' }] });
  });
});

describe('readEach', () => {
  it('keeps the sound objects of a batch, and tells of each other one what is wrong with it', () => {
    const reading = readEach([
      indicator(1),
      indicator(2, { pattern: '[' }),
      7,
      { type: 'tool', id: 'x' },
      indicator(3),
      indicator(4, { labels: ['\0'] }),
    ]);
    expect(reading.sound.map(({ index, object }) => [index, object.id])).toEqual([
      [0, indicator(1).id],
      [4, indicator(3).id],
    ]);
    expect(
      reading.unsound.map(({ index, id, problems }) => [index, id, problems[0]?.rule, problems[0]?.path]),
    ).toEqual([
      [1, indicator(2).id, 'pattern', '/pattern'],
      [2, null, 'object', ''],
      [3, null, 'identifier', '/id'],
      [5, indicator(4).id, 'characters', '/labels/0'],
    ]);
  });
  it('tells no more than its limit of one object', () => {
    const wrong = indicator(1, { labels: Array.from({ length: 100 }, () => 1) });
    expect(readEach([wrong]).unsound[0]?.problems).toHaveLength(stixLimits.problemsEach);
  });
});
