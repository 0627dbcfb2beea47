import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildFilter, changeFilter, entryOf, openFilter } from './filter.ts';
import { tagBytes } from './task.ts';

const tagAt = (tags: Uint8Array, at: number) => tags.subarray(at * tagBytes, (at + 1) * tagBytes);
const entriesOf = (tags: Uint8Array): Uint8Array =>
  Buffer.concat(Array.from({ length: tags.length / tagBytes }, (_, at) => entryOf(tagAt(tags, at))));

test('a filter holds what was put in, in 5.25 bytes a record, and nothing else', () => {
  const count = 20_000;
  const tags = randomBytes(count * tagBytes);
  const bytes = buildFilter(tags);
  expect((bytes.length - 12) / count).toBeLessThanOrEqual(5.26);
  const filter = openFilter(bytes);
  expect(filter?.count).toBe(count);
  expect(filter?.falseHits).toBe(2 ** -40);
  for (let at = 0; at < count; at += 1) expect(filter?.has(tagAt(tags, at))).toBe(true);
  const others = randomBytes(count * tagBytes);
  for (let at = 0; at < count; at += 1) expect(filter?.has(tagAt(others, at))).toBe(false);
});

test('a filter that was changed holds what one made anew would', () => {
  const size = { maxLength: 40 };
  const tags = fc.uint8Array({ minLength: tagBytes, maxLength: tagBytes });
  fc.assert(
    fc.property(fc.array(tags, { minLength: 1, ...size }), fc.array(tags, size), (before, all) => {
      const added = all.slice(0, before.length);
      const gone = before.slice(0, Math.floor(before.length / 2));
      const changed = changeFilter(
        buildFilter(Buffer.concat(before)),
        entriesOf(Buffer.concat(added)),
        entriesOf(Buffer.concat(gone)),
      );
      const filter = changed === null ? null : openFilter(changed);
      const names = (list: readonly Uint8Array[]) =>
        new Set(list.map((tag) => Buffer.from(entryOf(tag)).toString('hex')));
      const [left, more] = [names(gone), names(added)];
      for (const tag of [...before, ...added]) {
        const name = Buffer.from(entryOf(tag)).toString('hex');
        expect(filter?.has(tag)).toBe(more.has(name) || !left.has(name));
      }
    }),
    { numRuns: 200 },
  );
});

test('an empty set has a filter too, and bytes that are none are refused', () => {
  const empty = buildFilter(new Uint8Array(0));
  expect(openFilter(empty)?.has(randomBytes(tagBytes))).toBe(false);
  const bytes = buildFilter(randomBytes(3 * tagBytes));
  expect(openFilter(bytes.subarray(1))).toBeNull();
  expect(openFilter(bytes.subarray(0, bytes.length - 1))).toBeNull();
  expect(openFilter(new Uint8Array(11))).toBeNull();
  const lying = Uint8Array.from(bytes);
  lying[12] = 0;
  expect(openFilter(lying)).toBeNull();
  const crowd = entriesOf(randomBytes(4 * tagBytes));
  expect(openFilter(changeFilter(bytes, crowd.subarray(9), new Uint8Array(0)) ?? bytes)?.count).toBe(6);
  expect(openFilter(changeFilter(bytes, crowd, new Uint8Array(0)) ?? bytes)).toBeNull();
  expect(changeFilter(bytes, new Uint8Array(8), new Uint8Array(0))).toBeNull();
});
