/** By which rules one spelling became another, in words that an officer knows: «و/ou», a doubled letter. */

/** One step of an alignment: what stands in the one form for what in the other; either may be empty. */
export interface Spelling {
  readonly one: string;
  readonly two: string;
}

/** What two parts differ in though they are one; `letters` says where, «و/ou». */
export interface SpellingRule {
  readonly kind:
    | 'letters'
    | 'short-vowel'
    | 'doubled-letter'
    | 'silent-letter'
    | 'article'
    | 'son-of'
    | 'father-of'
    | 'servant-of'
    | 'first-letter'
    | 'same-meaning';
  readonly letters: string;
}

/** The letters that stand for each other nearly always: no rule is named for them. */
const usual = new Set(
  ['ب:b', 'ت:t', 'د:d', 'ر:r', 'ز:z', 'س:s', 'ف:f', 'ق:q', 'ك:k', 'ل:l', 'م:m', 'ن:n', 'ه:h', 'ا:a'].concat([
    'ج:j',
    'ح:h',
    'ص:s',
    'ض:d',
    'ط:t',
    'ش:sh',
    'خ:kh',
    'غ:gh',
    'پ:p',
    'ڤ:v',
    'گ:g',
    'و:w',
    'ي:y',
  ]),
);
const vowels = /^[aeiouy']+$/;
const arabic = /\p{Script=Arabic}/u;

const isUsual = (one: string, two: string): boolean =>
  one === two || usual.has(`${one}:${two}`) || usual.has(`${two}:${one}`);

const isDoubled = (one: string, two: string): boolean => {
  const [short, long] = one.length < two.length ? [one, two] : [two, one];
  if (long.length !== 2 || long.charAt(0) !== long.charAt(1) || vowels.test(long)) return false;
  return short === long.charAt(0) || isUsual(short, long.charAt(0));
};

/** A vowel that is written to its consonant in Latin letters alone, ح:ha; null where it is not so. */
const vowelIn = (one: string, two: string): string | null => {
  const [short, long] = arabic.test(one) ? [one, two] : [two, one];
  if (!arabic.test(short) || vowels.test(long)) return null;
  const consonants = long.replace(/^[aeiou]+|[aeiou]+$/g, '');
  return consonants !== long && isUsual(short, consonants) ? long.replace(consonants, '') : null;
};

/** A letter beside nothing: the same once more, a vowel that Arabic does not write, or one not heard. */
const missingOf = (letter: string, before: string): SpellingRule => {
  if (letter === before && !vowels.test(letter)) return { kind: 'doubled-letter', letters: letter };
  if (vowels.test(letter) && !arabic.test(letter)) return { kind: 'short-vowel', letters: letter };
  return { kind: 'silent-letter', letters: letter };
};

const isVowelSign = (one: string, two: string): boolean => {
  const [short, long] = arabic.test(one) ? [one, two] : [two, one];
  return /^[وي]$/.test(short) && /^[uiy]$/.test(long);
};

/** As it is read: a vowel and the و or ي after it are one sound, «و/ou», and not two steps, «o» and «و/u». */
export const asRead = (spellings: readonly Spelling[]): readonly Spelling[] =>
  spellings.reduce<readonly Spelling[]>((read, step) => {
    const last = read.at(-1);
    const vowel = last?.one === '' ? last.two : last?.two === '' ? last.one : '';
    if (!last || !/^[aeo]$/.test(vowel) || !isVowelSign(step.one, step.two)) return [...read, step];
    return [...read.slice(0, -1), { one: last.one + step.one, two: last.two + step.two }];
  }, []);

/** The rules of an alignment, each once, in the order of the letters. */
export const rulesOf = (spellings: readonly Spelling[]): readonly SpellingRule[] => {
  const found = new Map<string, SpellingRule>();
  let before = { one: '', two: '' };
  const add = (rule: SpellingRule): void => void found.set(`${rule.kind} ${rule.letters}`, rule);
  for (const { one, two } of spellings) {
    if (one === '') add(missingOf(two, before.two));
    else if (two === '') add(missingOf(one, before.one));
    else if (isDoubled(one, two))
      add({ kind: 'doubled-letter', letters: one.length > two.length ? one : two });
    else if (vowelIn(one, two) !== null) add({ kind: 'short-vowel', letters: vowelIn(one, two) ?? '' });
    else if (!isUsual(one, two)) add({ kind: 'letters', letters: `${one}/${two}` });
    before = { one: one.at(-1) ?? before.one, two: two.at(-1) ?? before.two };
  }
  return [...found.values()];
};
