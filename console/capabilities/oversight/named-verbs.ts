import { assistanceVerbWords } from './assistance-verb-words.ts';
import { deploymentVerbWords } from './deployment-verb-words.ts';
import { dutyVerbWords } from './duty-verb-words.ts';
import { eventsVerbWords } from './events-verb-words.ts';
import { houseVerbWords } from './house-verb-words.ts';
import { matchingVerbWords } from './matching-verb-words.ts';
import { riskVerbWords } from './risk-verb-words.ts';
import { verbWords } from './verb-words.ts';

/** Every verb that has words of its own. */
export const namedVerbs = {
  ...verbWords,
  ...houseVerbWords,
  ...dutyVerbWords,
  ...matchingVerbWords,
  ...assistanceVerbWords,
  ...deploymentVerbWords,
  ...eventsVerbWords,
  ...riskVerbWords,
};
