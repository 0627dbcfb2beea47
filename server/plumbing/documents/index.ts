/** Documents as data, typeset as PDF in Arabic, French and English. Knows no capability. */
import './faults.ts';

export { type PrintedDates, printedDates } from './dates.ts';
export {
  type Block,
  type Change,
  documentLimits,
  type Fact,
  type Phrase,
  type PrintedDocument,
} from './document.ts';
export { createTypesetter, type Typesetter } from './typesetting.ts';
export { zoneNames } from './zone-words.ts';
