/** Input that means harm, made of valid input: for fuzzing the ways in. Seeded by fast-check. */
import fc from 'fast-check';
import type { Json } from '../server/kernel/canonical.ts';

const own = (text: string): Json => JSON.parse(text);

const nested = (depth: number): Json => {
  let value: Json = 'x';
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { nested: value };
  return value;
};

/** Values that nobody expects in any place. */
const wild: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(
    null,
    true,
    false,
    0,
    -0,
    -1,
    1.5,
    5e-324,
    1.7976931348623157e308,
    2 ** 53,
    '',
    [],
    {},
  ),
  fc.constantFrom<Json>(
    '\u0000',
    '\uD800',
    '\uFEFF',
    '\u202Eevil\u202C',
    '\u200F',
    'ﷺ',
    'e\u0301'.repeat(200),
    '👮🏽‍♀️',
    'x'.repeat(20_000),
    "' or 1=1 --",
    '../../etc/passwd',
    '{{constructor}}',
    '2024-02-30T25:61:61Z',
    '0000-00-00T00:00:00.000Z',
    'identity--00000000-0000-0000-0000-000000000000',
    "[a:b = '",
    '('.repeat(5_000),
  ),
  fc.constantFrom<Json>(
    own('{"__proto__":{"polluted":true}}'),
    own('{"constructor":{"prototype":{"polluted":true}}}'),
    own('{"toString":1,"valueOf":2,"length":-1}'),
    { $ref: '#', type: ['bundle'] },
  ),
  fc.constantFrom(10, 40, 150, 1_500).map(nested),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.double(),
  fc.array(fc.constantFrom<Json>(null, 0, 'a', [], {}), { maxLength: 5 }),
);

type Deed = 'replace' | 'remove' | 'repeat' | 'add' | 'wrap';

interface Step {
  readonly path: readonly number[];
  readonly deed: Deed;
  readonly value: Json;
  readonly name: string;
}

const step: fc.Arbitrary<Step> = fc.record({
  path: fc.array(fc.nat(), { minLength: 1, maxLength: 7 }),
  deed: fc.constantFrom<Deed>('replace', 'replace', 'remove', 'repeat', 'add', 'wrap'),
  value: wild,
  name: fc.oneof(fc.constantFrom('id', 'type', 'modified', 'extensions', '__proto__', 'x'), fc.string()),
});

const isRecord = (value: Json): value is { readonly [name: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const inList = (list: readonly Json[], at: number, { deed, value }: Step, changed: Json): readonly Json[] => {
  if (deed === 'remove') return list.toSpliced(at, 1);
  if (deed === 'repeat') return list.toSpliced(at, 0, ...Array.from({ length: 3 }, () => list[at] ?? null));
  return deed === 'add' ? [...list, value] : list.with(at, changed);
};

const inObject = (
  object: { readonly [name: string]: Json },
  at: string,
  { deed, value, name }: Step,
  changed: Json,
): Json => {
  const members = Object.entries(object);
  if (deed === 'remove') return Object.fromEntries(members.filter(([member]) => member !== at));
  if (deed === 'add' || deed === 'repeat') return Object.fromEntries([...members, [name, value]]);
  return Object.fromEntries(members.map(([member, old]) => [member, member === at ? changed : old]));
};

const apply = (value: Json, change: Step, level = 0): Json => {
  const isEnd = level === change.path.length - 1;
  const deep = (child: Json): Json => {
    if (!isEnd) return apply(child, change, level + 1);
    return change.deed === 'wrap' ? [child] : change.value;
  };
  const choice = change.path[level] ?? 0;
  if (Array.isArray(value) && value.length > 0) {
    const at = choice % value.length;
    return isEnd
      ? [...inList(value, at, change, deep(value[at] ?? null))]
      : value.with(at, deep(value[at] ?? null));
  }
  if (isRecord(value) && Object.keys(value).length > 0) {
    const names = Object.keys(value);
    const at = names[choice % names.length] ?? '';
    return inObject(value, at, isEnd ? change : { ...change, deed: 'replace' }, deep(value[at] ?? null));
  }
  return change.value;
};

/** The value with one to three things of it changed, taken away, repeated or put where they do not belong. */
export const mutated = (valid: Json): fc.Arbitrary<Json> =>
  fc
    .array(step, { minLength: 1, maxLength: 3 })
    .map((steps) => steps.reduce((value, one) => apply(value, one), valid));

const scraps = [
  '"',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '\\u0000',
  '\\ud800',
  '1e999',
  '-',
  'null',
  '\u0000',
  '\uFFFD',
  '\n',
];

/** The text with scraps in it, parts cut out, or something after its end. */
export const garbled = (valid: string): fc.Arbitrary<string> => {
  const cut = fc.record({
    at: fc.nat(valid.length),
    length: fc.nat(40),
    scrap: fc.constantFrom('', ...scraps),
  });
  return fc.oneof(
    cut.map(({ at, length, scrap }) => valid.slice(0, at) + scrap + valid.slice(at + length)),
    cut.map(({ at }) => valid.slice(0, at)),
    fc.constantFrom(
      '['.repeat(100_000),
      '{"a":'.repeat(50_000),
      `${valid}${valid}`,
      `\uFEFF${valid}`,
      '',
      '""',
    ),
    fc.string({ unit: 'binary' }),
  );
};
