/** The verbs of the watch that show, move or erase what was written, for whoever oversees. Pure. */
import type { Act, VerbKind } from '../exchange/index.ts';

/** What each does with what the log and the alerts say. */
export const watchVerbs = {
  'watch.read': 'consultation',
  'watch.search': 'consultation',
  'watch.read-attachment': 'consultation',
  'watch.read-thumbnail': 'consultation',
  'watch.read-alert': 'consultation',
  'watch.read-handover': 'consultation',
  'watch.read-sitrep': 'consultation',
  'watch.compare-sitrep': 'consultation',
  'watch.print-sitrep': 'consultation',
  'watch.write': 'writing',
  'watch.compose-alert': 'writing',
  'watch.update-alert': 'writing',
  'watch.write-handover': 'writing',
  'watch.assemble': 'writing',
  'watch.edit-sitrep': 'writing',
  'watch.begin-sitrep-version': 'writing',
  'watch.send-sitrep': 'writing',
  'watch.send-alert': 'disclosure',
  'watch.cancel-alert': 'disclosure',
  'watch.receive-alert': 'reception',
  'watch.erase': 'erasure',
  'watch.erase-alerts': 'erasure',
  'watch.erase-handovers': 'erasure',
  'watch.discard-sitrep': 'erasure',
  'watch.erase-sitrep': 'erasure',
  'watch.sitrep-erased': 'erasure',
} as const satisfies Readonly<Record<string, VerbKind>>;

/** What of it the node's owner may forbid beyond the rules of the house, as the verbs ask it. */
export const watchActs: Readonly<Record<`watch.${string}`, Act>> = {
  'watch.read': 'read',
  'watch.read-alert': 'read',
  'watch.read-handover': 'read',
  'watch.read-sitrep': 'read',
  'watch.compare-sitrep': 'read',
  'watch.print-sitrep': 'read',
  'watch.edit-sitrep': 'read',
  'watch.approve-sitrep': 'read',
  'watch.begin-sitrep-version': 'read',
  'watch.send-sitrep': 'read',
  'watch.write': 'compose',
  'watch.compose-alert': 'compose',
  'watch.assemble': 'compose',
  'watch.send-alert': 'release',
};
