/** Items: marked information that one service gives to others, released by a second pair of eyes. */
export type { Uploads } from './attachments/lending-service.ts';
export type { Tighten } from './consultation/consultation-service.ts';
export type { SubjectKind } from './consultation/personal-data.ts';
export * as consultationPolicy from './consultation/policy.ts';
export {
  type Item,
  type ItemDraft,
  importQuerySchema,
  importSchema,
  itemDraftSchema,
  itemSchema,
} from './contract.ts';
export { decodeText } from './csv/decoding.ts';
export { findByWord, fold, latinDigits, wordTable } from './csv/folding.ts';
export { readCountry, readDay } from './csv/spoken-values.ts';
export { readTable } from './csv/table.ts';

export type { AlikeIn, AlikeItem } from './duplicates/alike-service.ts';

import './faults.ts';

export type { StoredItem } from './item.ts';
export type { ExchangeService } from './items-service.ts';
export type { ItemFollower } from './keeping-service.ts';
export * as exchangePolicy from './policy.ts';
export type { ItemMetadata } from './retention/contract.ts';
export type { ItemsOverseen } from './retention/overseen-service.ts';
export * as retentionPolicy from './retention/policy.ts';
export { type AssemblyNeeds, createExchange, type Exchange } from './service.ts';
export type { Act, TightenedItem } from './tightened.ts';
export { type ExchangeVerb, exchangeVerbs, type VerbKind } from './verbs.ts';
