import { describe, expect, it } from 'vitest';
import { deriveId, type StixObject } from './index.ts';
import { pruneReferences } from './reference-pruning.ts';

const at = '2024-07-26T17:30:00.000Z';
const idOf = (index: number): string => `note--00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
const note = (index: number, refs: readonly number[], modified = at): StixObject => ({
  type: 'note',
  spec_version: '2.1',
  id: idOf(index),
  created: at,
  modified,
  content: 'note',
  object_refs: refs.map(idOf),
});

describe('pruneReferences', () => {
  it('leaves everything as it is when nothing is gone, references to elsewhere included', () => {
    const all = [note(1, [2, 99]), note(2, [1])];
    expect(pruneReferences(all, all)).toEqual({ objects: all, removed: [] });
  });

  it('follows a chain of removals to its end', () => {
    const chain = Array.from({ length: 50 }, (_, index) => note(index, [index + 1]));
    const kept = [...chain.slice(0, -1), note(100, [100, 20])];
    const pruning = pruneReferences([...chain, note(100, [100, 20])], kept);
    expect(pruning?.objects).toEqual([note(100, [100])]);
    expect(pruning?.removed).toHaveLength(49);
  });

  it('gives up on a chain with no end in sight, without delay', () => {
    const chain = Array.from({ length: 10_000 }, (_, index) => note(index, [index + 1]));
    expect(pruneReferences(chain, chain.slice(0, -1))).toBeNull();
  });

  it('keeps references to an object of which another version is left', () => {
    const other = note(2, [1], '2024-07-27T00:00:00Z');
    const all = [note(1, [2]), note(2, [3]), other, note(3, [3])];
    // Version 2 of note 2 stays when version 1 falls with note 3.
    expect(pruneReferences(all, all.slice(0, 3))).toEqual({
      objects: [note(1, [2]), other],
      removed: [note(2, [3])],
    });
  });

  it('removes an object whose derived identifier would tell a reference that is gone', () => {
    const address = { type: 'ipv4-addr', value: '198.51.100.3' };
    const source = { ...address, id: deriveId(address) ?? '' };
    const link = {
      type: 'network-traffic',
      protocols: ['tcp'],
      src_ref: source.id,
      dst_ref: 'ipv4-addr--00000000-0000-4000-8000-000000000001',
    };
    const derived = { ...link, id: deriveId(link) ?? '' };
    const random = { ...link, id: 'network-traffic--00000000-0000-4000-8000-000000000002' };
    const { src_ref: _, ...left } = random;
    expect(pruneReferences([source, derived, random], [derived, random])).toEqual({
      objects: [left],
      removed: [derived],
    });
  });
});
