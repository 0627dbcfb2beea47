/** The database: an embedded server or a given one, transactions that say who reads, and migrations. */
export { type Database, openDatabase, type Unit } from './connect.ts';
export { type Embedded, type EmbeddedNeeds, startEmbedded } from './embedded.ts';
export { DatabaseFault, databaseFaults } from './faults.ts';
export { migrate } from './migrate.ts';
export type { Reader } from './reader.ts';
