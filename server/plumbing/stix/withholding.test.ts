import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../kernel/canonical.ts';
import { asId } from '../../kernel/ids.ts';
import type { Tlp } from '../../kernel/marking.ts';
import { defineReleasableTo, type StixObject, tlpMarkingId } from './index.ts';
import { readMeanings, reasonForObject, withheldParts } from './withholding.ts';

const at = '2024-07-26T17:30:00.000Z';
const morocco = asId('party', 'identity--00000000-0000-4000-8000-000000000001');
const france = asId('party', 'identity--00000000-0000-4000-8000-000000000002');
const spain = asId('party', 'identity--00000000-0000-4000-8000-000000000003');
const allow = (...parties: readonly (typeof morocco)[]) =>
  defineReleasableTo({ createdBy: morocco, createdAt: at, parties });
const [both, spainOnly] = [allow(france, spain), allow(spain)];
const [red, strict] = [tlpMarkingId('red'), tlpMarkingId('amber+strict')];
const formerRed = 'marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed';
const selfStyled: StixObject = {
  type: 'marking-definition',
  id: 'marking-definition--00000000-0000-4000-8000-000000000009',
  definition_type: 'tlp',
  definition: { tlp: 'red' },
};

const reasonFor = (recipient: typeof morocco, marks: readonly string[], itemTlp: Tlp = 'amber') => {
  const object = { type: 'tool', id: 'tool--1', object_marking_refs: marks };
  const meanings = readMeanings([both, spainOnly, selfStyled, object], new Set());
  return reasonForObject(object, { recipient, itemTlp }, meanings);
};

describe('reasonForObject', () => {
  it.each([
    ['no marking', france, [], 'amber', null],
    ['AMBER+STRICT in an AMBER item', france, [strict], 'amber', null],
    ['RED in an AMBER item', france, [red], 'amber', 'tlp-red'],
    ['RED in a CLEAR item', france, [red], 'clear', 'tlp-red'],
    ['RED in a RED item', france, [red], 'red', null],
    ['RED of TLP 1', france, [formerRed], 'amber', 'tlp-red'],
    ['RED of a definition of another id', france, [selfStyled.id], 'amber', 'tlp-red'],
    ['RED beside a list that names him', france, [red, both.id], 'amber', null],
    ['RED beside a list that does not', france, [red, spainOnly.id], 'amber', 'releasable-to'],
    ['a list that does not name him, in a RED item', france, [spainOnly.id], 'red', 'releasable-to'],
    ['two lists, one of which does not name him', france, [both.id, spainOnly.id], 'amber', 'releasable-to'],
    ['two lists that both name him', spain, [both.id, spainOnly.id, red], 'amber', null],
  ] as const)('%s', (_, recipient, marks, itemTlp, reason) => {
    expect(reasonFor(recipient, marks, itemTlp)).toBe(reason);
  });

  it('withholds what bears a list that cannot be read', () => {
    const broken = {
      ...both,
      extensions: JSON.parse(JSON.stringify(both.extensions).replace(/\[.*\]/, '"all"')),
    };
    const object = { type: 'tool', id: 'tool--1', object_marking_refs: [both.id] };
    const meanings = readMeanings([broken, object], new Set());
    expect(reasonForObject(object, { recipient: france, itemTlp: 'amber' }, meanings)).toBe('releasable-to');
  });
});

describe('withheldParts', () => {
  const partsFor = (recipient: typeof morocco, markings: readonly JsonObject[]) => {
    const object = { type: 'tool', id: 'tool--1', x_case: { name: 'a' }, granular_markings: markings };
    const meanings = readMeanings([both, spainOnly, object], new Set());
    return withheldParts(object, { recipient, itemTlp: 'amber' }, meanings);
  };

  it('reads the markings of a part together with those of what it is within', () => {
    const markings = [
      { marking_ref: spainOnly.id, selectors: ['x_case'] },
      { marking_ref: red, selectors: ['x_case.name'] },
    ];
    expect(partsFor(spain, markings)).toEqual([]);
    expect(partsFor(france, markings)).toEqual([
      { way: ['x_case'], because: 'releasable-to' },
      { way: ['x_case', 'name'], because: 'releasable-to' },
    ]);
  });

  it('does not let a list on a part speak for the whole', () => {
    const markings = [
      { marking_ref: red, selectors: ['x_case'] },
      { marking_ref: both.id, selectors: ['x_case.name'] },
    ];
    expect(partsFor(france, markings)).toEqual([{ way: ['x_case'], because: 'tlp-red' }]);
  });

  it('takes a language for no marking', () => {
    expect(partsFor(france, [{ lang: 'fr', selectors: ['x_case.name'] }])).toEqual([]);
  });
});
