/** Items: marked information that one service gives to others, released by a second pair of eyes. */
export { type Item, type ItemDraft, importQuerySchema, importSchema } from './contract.ts';

import './faults.ts';

export type { ExchangeNeeds } from './item-service.ts';
export { registerExchangeMessages } from './messages.ts';
export { registerExchange } from './routes.ts';
export { createExchangeService, type ExchangeService } from './service.ts';
