/** What this room lends to other capabilities that read tables of their own. Pure. */
export { decodeText } from './decoding.ts';
export { findByWord, fold, latinDigits, wordTable } from './folding.ts';
export { readCountry, readDay } from './spoken-values.ts';
export { readTable } from './table.ts';
