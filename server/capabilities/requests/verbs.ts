/**
 * Every verb of requests, and what it is for whoever oversees, as exchange lists its own. Pure. What is
 * written as an item (a request, an answer) stands under exchange's verbs.
 */
import type { Act, VerbKind } from '../exchange/index.ts';

interface VerbAccount {
  readonly kind: VerbKind;
  readonly act: Act | null;
}

const reads: VerbAccount = { kind: 'consultation', act: 'read' };
/** Words leave the country with it. */
const tells: VerbAccount = { kind: 'disclosure', act: 'read' };
const hears: VerbAccount = { kind: 'reception', act: null };
const writes: VerbAccount = { kind: 'writing', act: null };
const tends: VerbAccount = { kind: 'none', act: null };

/** The verbs of requests by their names in the journal. */
export const requestVerbs: Readonly<Record<`requests.${string}`, VerbAccount>> = {
  'requests.list': reads,
  'requests.show': reads,
  'requests.export': { kind: 'consultation', act: 'export' },
  'requests.look-for-earlier': reads,
  'requests.assign': reads,
  'requests.hand-over': reads,
  'requests.undo-hand-over': tends,
  'requests.edit': writes,
  'requests.answer': writes,
  'requests.decide-outcome': writes,
  'requests.accepted': tells,
  'requests.clarification-asked': tells,
  'requests.refused': tells,
  'requests.no-record': tells,
  'requests.clarified': tells,
  'requests.feedback': tells,
  'requests.closed': tells,
  'requests.withdrawn': tells,
  'requests.receive': hears,
  'requests.hear-received': hears,
  'requests.hear-accepted': hears,
  'requests.hear-clarification-asked': hears,
  'requests.hear-refused': hears,
  'requests.hear-partly': hears,
  'requests.hear-answered': hears,
  'requests.hear-no-record': hears,
  'requests.hear-clarified': hears,
  'requests.hear-feedback': hears,
  'requests.hear-closed': hears,
  'requests.hear-withdrawn': hears,
  'requests.count': tends,
  'requests.warn': tends,
  'requests.list-templates': tends,
  'requests.add-template': tends,
  'requests.edit-template': tends,
  'requests.retire-template': tends,
  'requests.restore-template': tends,
  'requests.staff': tends,
  'requests.name-desk-head': tends,
  'requests.mark-absent': tends,
  'requests.end-absence': tends,
  'requests.read-scratch': tends,
  'requests.keep-scratch': tends,
  'requests.drop-scratch': tends,
};
