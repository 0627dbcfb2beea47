import { expect, test } from 'vitest';
import { loadModel } from './model-file.ts';
import { otherSpellings, soundKeys } from './sound-keys.ts';

const pairs = [
  ['محمد', 'mohammed'],
  ['الحموشي', 'hammouchi'],
  ['الحموشي', 'elhammoushi'],
  ['جمال', 'gamal'],
  ['جمال', 'djamel'],
  ['غسان', 'ghassan'],
  ['عبدالرحمن', 'abderrahmane'],
  ['ذكريات', 'zikrayat'],
  ['أليكسندر', 'alexander'],
  ['وليد', 'oualid'],
  ['فيكتور', 'victor'],
  ['خوسيه', 'jose'],
  ['والرباط', 'rabat'],
  ['بباريس', 'paris'],
  ['للحموشي', 'hammouchi'],
] as const;

test.each(pairs)('%s and %s share a key', (arabic, latin) => {
  const keys = new Set(soundKeys(arabic));
  expect(soundKeys(latin).filter((key) => keys.has(key))).not.toEqual([]);
});

test('a word has few keys, a long doubtful one as well', () => {
  for (const word of ['جججججججج', 'غظغظغظغظ', 'cgcgcgcgcg', 'schtschurow'])
    expect(soundKeys(word).length).toBeLessThanOrEqual(48);
});

test.each(['', '2026', 'محمد الحموشي', '+212612345678', 'م.', 'Σωκράτης'])(
  '%s has none: it is no single word of either script',
  (text) => expect(soundKeys(text)).toEqual([]),
);

test('spellings of a word in the other script come in order of their likelihood', () => {
  const found = otherSpellings(loadModel(), 'الحموشي', [
    'hamas',
    'hammoushi',
    'الحموشي',
    'himmat',
    'alhamoushi',
  ]);
  expect(found.map(({ word }) => word).sort()).toEqual(['alhamoushi', 'hammoushi']);
  expect(found[0]?.weight).toBeGreaterThanOrEqual(found[1]?.weight ?? 0);
});

test('what is written to an Arabic word does not hide it', () => {
  const found = otherSpellings(loadModel(), 'rabat', ['بالرباط', 'والرباط', 'رباطة']);
  expect(found.map(({ word }) => word)).toEqual(expect.arrayContaining(['بالرباط', 'والرباط']));
});

test('what sounds alike and is another word is none', () => {
  const model = loadModel();
  expect(otherSpellings(model, 'rapport', ['روبرت', 'رابح'])).toEqual([]);
  expect(otherSpellings(model, 'كمال', ['camille', 'kemal', 'kamal']).map(({ word }) => word)).toContain(
    'kamal',
  );
  expect(otherSpellings(model, 'كمال', ['camille'])).toEqual([]);
});
