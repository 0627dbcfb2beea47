/** TAXII 2.1 as a protocol: media types, timestamps, queries, paging, errors. Knows no collection. */
export { languageAsked, taxiiDialect, taxiiPath } from './dialect.ts';
export { taxiiLimits } from './limits.ts';
export { acceptsTaxii, isTaxiiContent, stixMediaType, taxiiMediaType } from './media-type.ts';
export { writePageToken } from './page-token.ts';
export { type Match, readTaxiiQuery, type TaxiiQuery, type VersionMatch } from './query.ts';
export { microsOf, readMicros, sortableTime, writeMicros } from './timestamp.ts';
