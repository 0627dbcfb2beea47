/** Names across scripts: a name in Arabic finds its spellings in Latin letters, and the other way round. */
export { type Comparison, compareNames, type Fellow } from './compare.ts';
export { type Evaluation, evaluate, type Question, readQuestions } from './evaluation.ts';
export { type FactReason, type Facts, isBirthDate, noFacts, weighFacts, withFacts } from './facts.ts';
export { countCorrespondences } from './learning/counting.ts';
export { learnCorrespondences } from './learning/learning.ts';
export type { Pair } from './learning/pair.ts';
export { alphabets, type Script, type Word, wordsOf } from './letters.ts';
export { createNameList, type NameList } from './list.ts';
export { type Model, type PairName, readModel, writeModel } from './model.ts';
export { loadModel } from './model-file.ts';
export { type Part, partsOf, prefixes } from './parts.ts';
export { createNameSearch, type Hit, type NameSearch } from './search.ts';
export { type LikeWord, otherSpellings, soundKeys } from './sound-keys.ts';
export type { Spelling, SpellingRule } from './spelling-rules.ts';
