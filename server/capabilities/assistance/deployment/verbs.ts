/** The verbs of deployments, for whoever oversees. Pure. */
import type { VerbKind } from '../../exchange/index.ts';

/** What each does with what is known of officers. */
export const deploymentVerbs = {
  'assistance.list-units': 'consultation',
  'assistance.read-unit': 'consultation',
  'assistance.read-board': 'control',
  'assistance.suggest-hosts': 'consultation',
  'assistance.print-badge': 'consultation',
  'assistance.name': 'writing',
  'assistance.drop-draft': 'writing',
  'assistance.register': 'writing',
  'assistance.change-unit': 'writing',
  'assistance.import-units': 'writing',
  'assistance.release-names': 'disclosure',
  'assistance.step': 'disclosure',
  'assistance.resend-step': 'disclosure',
  'assistance.pair': 'writing',
  'assistance.unpair': 'writing',
  'assistance.end-pairs': 'control',
  'assistance.task': 'writing',
  'assistance.import-tasks': 'writing',
  'assistance.add-cost': 'writing',
  'assistance.list-revoked': 'control',
  'assistance.erase-units': 'erasure',
  'assistance.hear-deployment': 'reception',
  'assistance.hear-deployment-step': 'reception',
} as const satisfies Readonly<Record<string, VerbKind>>;
