import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { guessKind, type IdentifierKind, identifierKinds, keysOf, readIdentifier } from './index.ts';

const vectors: {
  readonly valid: readonly { kind: IdentifierKind; text: string; form: string }[];
  readonly keys: readonly { kind: IdentifierKind; form: string; keys: readonly string[] }[];
  readonly invalid: readonly { kind: IdentifierKind; text: string; problem: string }[];
} = JSON.parse(readFileSync(new URL('../../../protocol/vectors/identifiers.json', import.meta.url), 'utf8'));

test.each(vectors.valid)('$kind: $text reads as $form', ({ kind, text, form }) => {
  expect(readIdentifier(kind, text)).toEqual({ kind: 'read', form });
});

test.each(vectors.invalid)('$kind: $text is refused: $problem', ({ kind, text, problem }) => {
  expect(readIdentifier(kind, text)).toEqual({ kind: 'refused', problem });
});

test.each(vectors.keys)('$kind: $form is found by its keys', ({ kind, form, keys }) => {
  expect(keysOf(kind, form)).toEqual(keys);
});

test.each([
  ['أمين العلمي', 'Alami Amine'],
  ['محمد العلوي', 'Mohammed El Alaoui'],
  ['أمين بناني', 'Amine Bennani'],
  ['سعيد بوعزة', 'Said Bouazza'],
  ['كريم بنجلون', 'Karim Benjelloun'],
  ['عبد الله الإدريسي', 'Abdellah Idrissi'],
  ['يوسف النصيري', 'Youssef En-Nesyri'],
  ['إسحاق حكيمي', 'Ishak Hakimi'],
  ['نور الدين العلمي', 'Noureddine Alami'],
  ['صلاح الدين بناني', 'Bennani Salah Eddine'],
  ['عزالدين بناني', 'Azz-eldine Bennani'],
  ['فاطمةالزهراء بناني', 'Fatimazahra Bennani'],
  ['محمد الوزاني', 'Med Ouazzani'],
  ['تشارلز جونسون', 'Charles Johnson'],
  ['فيليكس تشادي', 'Felix Tchadi'],
])('%s and %s, born on one day, are one form', (arabic, latin) => {
  const forms = [arabic, latin].map((name) => readIdentifier('name-birth', `${name}, 1990-05-14`));
  expect(forms[0]?.kind).toBe('read');
  expect(forms[0]).toEqual(forms[1]);
});

test('every kind has a vector that is read and, of those that can be wrong, one that is not', () => {
  expect(new Set(vectors.valid.map(({ kind }) => kind))).toEqual(new Set(identifierKinds));
});

test('what was read once reads as itself, and no text makes a reader throw', () => {
  const kinds = fc.constantFrom(...identifierKinds.filter((kind) => kind !== 'name-birth'));
  fc.assert(
    fc.property(
      kinds,
      fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[0-9A-Za-z:@. +-]*$/)),
      (kind, text) => {
        const first = readIdentifier(kind, text);
        if (first.kind === 'read') expect(readIdentifier(kind, first.form)).toEqual(first);
      },
    ),
    { numRuns: 2_000 },
  );
});

test.each([
  ['jean@exemple.fr', 'email'],
  ['GB82 WEST 1234 5698 7654 32', 'iban'],
  ['+33612345678', 'phone'],
  ['IMO 9074729', 'vessel'],
  ['2001:db8::1', 'ip'],
  ['what is this', null],
])('%s is taken for %s', (text, kind) => {
  expect(guessKind(text)).toBe(kind);
});
