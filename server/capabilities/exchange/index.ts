/** Items: marked information that one service gives to others, released by a second pair of eyes. */
export type { Item, ItemDraft } from './contract.ts';
export { exchangeFaults } from './faults.ts';
export { registerExchangeMessages } from './messages.ts';
export type { ExchangeNeeds } from './needs.ts';
export { registerExchange } from './routes.ts';
export { createExchangeService, type ExchangeService } from './service.ts';
