import { expect, test } from 'vitest';
import type { Typed } from './contract.ts';
import { matchingLimits } from './limits.ts';
import { readTyped } from './reading-service.ts';
import { askedOf, countAsked, readEach } from './typed.ts';

const readAll = (typed: readonly Typed[]) => [...readEach(typed)];

const problems = (...texts: readonly string[]) =>
  readAll(texts.map((text) => ({ text }))).map(({ kind, problem }) => [kind, problem]);

test('a text that was meant as an account or a telephone is told what is wrong with it', () => {
  expect(problems('GB82 WEST 1234 5698 7654 33')).toEqual([['iban', 'check-digit']]);
  expect(problems('0661 00 00 17', '06.61.00.00.17', '٠٦٦١ ٠٠ ٠٠ ١٨')).toEqual([
    ['phone', 'country'],
    ['phone', 'country'],
    ['phone', 'country'],
  ]);
});

test('a name with a day behind it is a person, in either script', () => {
  const both = readAll([
    { text: 'لوسيا أراندا فيغا، 1996-02-11' },
    { text: 'Aranda Vega Lucía; 1996-02-11' },
  ]);
  expect(both.map(({ kind, problem }) => [kind, problem])).toEqual([
    ['name-birth', null],
    ['name-birth', 'twice'],
  ]);
});

test('a day is read as people write it, day first; who leaves one out or half a name is told so', () => {
  expect(problems('Mohamed Hammouchi 31/05/1984', 'الحموشي محمد، 31-05-1984')).toEqual([
    ['name-birth', null],
    ['name-birth', 'twice'],
  ]);
  expect(
    problems('Hammouchi, 31/05/1984', 'M. Hammouchi 31/05/1984', 'Mohamed Hammouchi 31/13/1984'),
  ).toEqual([
    ['name-birth', 'name-parts'],
    ['name-birth', 'name-parts'],
    ['name-birth', 'birth-date'],
  ]);
  const [unborn] = readAll([{ kind: 'name-birth', text: 'Mohamed Hammouchi, 1984' }]);
  expect(unborn?.problem).toBe('birth-date');
});

test('what might be anything is not guessed at', () => {
  expect(problems('AB 123456', '0661', '123456789012345', 'nothing of it')).toEqual(
    Array.from({ length: 4 }, () => [null, 'kind']),
  );
});

test('the same identifier, however it is written, is asked about once, as it was written first', () => {
  const readings = readAll([{ text: ' +212 661 000017 ' }, { text: '00212661000017' }]);
  expect(readings.map(({ problem }) => problem)).toEqual([null, 'twice']);
  expect(askedOf(readings)).toEqual([
    { kind: 'phone', form: '+212661000017', text: '+212 661 000017', first: 0 },
  ]);
});

test('a name is asked about by its whole and by each two of its parts, and counts as one', () => {
  const readings = readAll([
    { text: '+212 661 000017' },
    { text: 'محمد أمين العلوي, 1990-05-14' },
    { text: 'Alaoui Amine, 1990-05-14' },
  ]);
  expect(readings.map(({ keys }) => keys)).toEqual([1, 4, 1]);
  const asked = askedOf(readings);
  expect(asked.map(({ first }) => first)).toEqual([0, 1, 1, 1, 1, 5]);
  expect(countAsked(asked)).toBe(3);
  expect(asked.slice(1, 5).map(({ form }) => form)).toContain(asked[5]?.form);
});

test('while a long list is read others have their turn', async () => {
  let turns = 0;
  const turn = (): void => {
    turns += 1;
    if (turns < 100) setImmediate(turn);
  };
  setImmediate(turn);
  const lines = Array.from({ length: 4 * matchingLimits.readAtOnce }, (_, at) => ({
    text: `a${at}.example`,
  }));
  const readings = await readTyped(lines);
  expect([readings.length, turns >= 4]).toEqual([lines.length, true]);
});
