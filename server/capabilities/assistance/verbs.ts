/** The verbs of assistance that show or move what is asked and answered, for whoever oversees. Pure. */
import type { Act, VerbKind } from '../exchange/index.ts';

/** What each does with asks and answers. */
export const assistanceVerbs = {
  'assistance.read': 'consultation',
  'assistance.preview': 'consultation',
  'assistance.export': 'consultation',
  'assistance.draft': 'writing',
  'assistance.propose': 'writing',
  'assistance.take-back': 'writing',
  'assistance.discard': 'erasure',
  'assistance.answer': 'writing',
  'assistance.issue': 'disclosure',
  'assistance.withdraw': 'disclosure',
  'assistance.release-step': 'disclosure',
  'assistance.tell-read': 'disclosure',
  'assistance.hear-ask': 'reception',
  'assistance.hear-step': 'reception',
  'assistance.erase': 'erasure',
} as const satisfies Readonly<Record<string, VerbKind>>;

/** What of it the node's owner may forbid beyond the rules of the house, as the verbs ask it. */
export const assistanceActs: Readonly<Record<`assistance.${string}`, Act>> = {
  'assistance.read': 'read',
  'assistance.export': 'export',
  'assistance.draft': 'compose',
  'assistance.answer': 'compose',
  'assistance.issue': 'release',
  'assistance.release-step': 'release',
};
