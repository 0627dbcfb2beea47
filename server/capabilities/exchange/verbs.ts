/**
 * Every verb of exchange, and what it is for whoever oversees: which kind of access, and which act a
 * tightening can forbid. The one list: a verb that is not in it does not compile, and its tests look for any
 * that the journal is told of by another way. Pure.
 */
import type { Verbs } from '../../plumbing/verbs/index.ts';
import type { Act } from './tightened.ts';

/** What a verb does with what an item says. */
export type VerbKind =
  | 'consultation'
  | 'disclosure'
  | 'reception'
  | 'erasure'
  | 'writing'
  | 'control'
  /** Shows and moves nothing of what an item says. */
  | 'none';

interface VerbAccount {
  readonly kind: VerbKind;
  /** The act as `tighten` is asked of it; null where nothing can be tightened. */
  readonly act: Act | null;
}

const as = <const Kind extends VerbKind>(kind: Kind, act: Act | null = null): VerbAccount => ({ kind, act });
const reads = as('consultation', 'read');
const writes = as('writing', 'compose');
const controls = as('control');
const receives = as('reception');
const tends = as('none');

/** What each verb is; the journal names the verb, `kind` and `act` are read from here. */
export const exchangeVerbs = {
  'exchange.list': reads,
  'exchange.list-due': reads,
  'exchange.read': reads,
  'exchange.mark-read': reads,
  'exchange.assign': reads,
  'exchange.preview': reads,
  'exchange.look-for-cautions': reads,
  'exchange.export': as('consultation', 'export'),
  'exchange.attachments': reads,
  'exchange.read-attachment': as('consultation', 'read-attachments'),
  'exchange.read-thread': reads,
  'exchange.search': reads,
  'exchange.explore': reads,
  'exchange.list-duplicates': reads,
  'exchange.confirm-duplicate': reads,
  'exchange.dismiss-duplicate': reads,
  'exchange.reopen-duplicate': reads,
  'exchange.read-collection': reads,
  'exchange.read-manifest': reads,
  'exchange.read-versions': reads,
  'exchange.control': reads,
  'exchange.list-to-decide': reads,

  'exchange.release': as('disclosure', 'release'),
  'exchange.share-onward': as('disclosure', 'release'),
  'exchange.give-attachment': as('disclosure'),

  'exchange.receive': receives,
  'exchange.receive-onward': receives,
  'exchange.receive-attachment': receives,
  'exchange.hear-read': receives,
  'exchange.add-to-collection': receives,

  'exchange.compose': writes,
  'exchange.edit': writes,
  'exchange.import': writes,
  'exchange.preview-csv': writes,
  'exchange.import-csv': writes,
  'exchange.draw': writes,
  'exchange.propose': writes,
  'exchange.withdraw': writes,
  'exchange.contribute': writes,
  'exchange.tell-duplicate': writes,
  'exchange.return': as('writing', 'read'),
  'exchange.note': as('writing', 'read'),
  'exchange.remove-note': as('writing', 'read'),
  'exchange.upload': as('writing'),
  'exchange.give-up-upload': as('writing'),

  'exchange.recall': controls,
  'exchange.tell-readers': controls,
  'exchange.tell-recall': controls,
  'exchange.remind-recall': controls,
  'exchange.hear-recall': controls,
  'exchange.hear-compliance': controls,
  'exchange.ask-onward': controls,
  'exchange.decide-onward': controls,
  'exchange.withdraw-consent': controls,
  'exchange.hear-onward-request': controls,
  'exchange.hear-onward-consent': controls,
  'exchange.hear-onward-share': controls,

  'exchange.discard': as('erasure'),
  'exchange.keep': as('erasure', 'read'),
  'exchange.erase': as('erasure', 'read'),
  'exchange.obey-recall': as('erasure'),
  'exchange.delete-from-collection': as('erasure'),

  'exchange.count': tends,
  'exchange.deliveries': tends,
  'exchange.discover': tends,
  'exchange.find-collection': tends,
  'exchange.list-collections': tends,
  'exchange.list-connected-systems': tends,
  'exchange.read-status': tends,
  'exchange.trace-search': tends,
  'exchange.rebuild-search': tends,
  'exchange.fetch-attachment': tends,
  'exchange.retry-attachment': tends,
} as const satisfies Readonly<Record<`exchange.${string}`, VerbAccount>>;

/** A verb of exchange as the journal names it. */
export type ExchangeVerb = keyof typeof exchangeVerbs;
/** What runs the verbs of exchange, and no other. */
export type ExchangeVerbs = Verbs<ExchangeVerb>;
