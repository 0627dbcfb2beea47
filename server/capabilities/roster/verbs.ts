/** The verbs of the roster, for whoever oversees. Pure. */
import type { VerbKind } from '../exchange/index.ts';

/** What each does with duties, or with who has them. */
export const rosterVerbs = {
  'roster.open-page': 'consultation',
  'roster.print': 'consultation',
  'roster.export-plan': 'consultation',
  'roster.draft': 'writing',
  'roster.edit': 'writing',
  'roster.undo': 'writing',
  'roster.redo': 'writing',
  'roster.discard': 'writing',
  'roster.solve': 'writing',
  'roster.solved': 'writing',
  'roster.cancel': 'writing',
  'roster.replan': 'writing',
  'roster.accept': 'writing',
  'roster.propose': 'writing',
  'roster.withdraw': 'writing',
  'roster.return': 'control',
  'roster.publish': 'control',
  'roster.make-links': 'disclosure',
  'roster.revoke-links': 'control',
  'roster.acknowledge': 'writing',
  'roster.tell-partner': 'disclosure',
  'roster.review-duties': 'writing',
  'roster.hear-duties': 'reception',
} as const satisfies Readonly<Record<string, VerbKind>>;
