/** The verbs of matching that show or move what was asked and found, for whoever oversees. Pure. */
import type { Act, VerbKind } from '../exchange/index.ts';

/** What each does with identifiers, or with how many there were. */
export const matchingVerbs = {
  'matching.list-checks': 'consultation',
  'matching.read-check': 'consultation',
  'matching.list-hits': 'consultation',
  'matching.list-told': 'consultation',
  'matching.list-alarms': 'control',
  'matching.check': 'writing',
  'matching.request': 'writing',
  'matching.dismiss-hit': 'writing',
  'matching.decide-told': 'writing',
  'matching.reopen-hit': 'writing',
  'matching.stop-watch': 'writing',
  'matching.renew-watch': 'writing',
  'matching.ask': 'disclosure',
  'matching.learn': 'disclosure',
  'matching.answer': 'disclosure',
  'matching.give-set': 'disclosure',
  'matching.prepare': 'disclosure',
  'matching.hear-set': 'reception',
  'matching.fetch-set': 'reception',
  'matching.hear-question': 'reception',
  'matching.hear-answer': 'reception',
  'matching.hear-hits': 'reception',
} as const satisfies Readonly<Record<string, VerbKind>>;

/** What of it the node's owner may forbid beyond the rules of the house, as the verbs ask it. */
export const matchingActs: Readonly<Record<`matching.${string}`, Act>> = {
  'matching.check': 'compose',
  'matching.read-check': 'read',
};
