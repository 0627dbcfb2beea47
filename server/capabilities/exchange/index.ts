/** Items: marked information that one service gives to others, released by a second pair of eyes. */
export { type Item, type ItemDraft, importQuerySchema, importSchema } from './contract.ts';

import './faults.ts';

export type { ExchangeService } from './items-service.ts';
export { type AssemblyNeeds, createExchange, type Exchange } from './service.ts';
