/** One recipient's copy of an item: what his marking and the author's choices leave of it. Pure. */
import { Fault } from '../../kernel/faults.ts';
import type { PartyId } from '../../kernel/ids.ts';
import {
  packItem,
  type RemovedPart,
  redact,
  type StixObject,
  toBundle,
  type WireItem,
} from '../../plumbing/stix/index.ts';
import { choicesFor, type StoredItem } from './item.ts';

/** Problems named in a fault. */
const problemsNamed = 5;

/** The item in the words of the wire, with these objects as its content. */
export const toWire = (item: StoredItem, objects: readonly StixObject[]): WireItem => ({
  id: item.id,
  version: item.version,
  title: item.title,
  summary: item.summary,
  language: item.language,
  createdAt: item.createdAt,
  modifiedAt: item.modifiedAt,
  ...(item.agreement === null ? {} : { agreement: item.agreement }),
  ...(item.circle === null ? {} : { circle: item.circle }),
  ...(item.about === undefined ? {} : { about: item.about }),
  marking: item.marking,
  originator: item.identity,
  objects,
});

/** Why there can be no copy, as `refused` in a preview names it. */
type Hindrance = 'nothing-left' | 'withheld-required';

const partsOf = (removed: readonly RemovedPart[]): readonly string[] =>
  removed.map(({ object, selector }) => (selector ? `${object} / ${selector}` : object));

/** The recipient's bundle, its content objects, and the parts that he does not get; or why there is none. */
export const makeCopy = (item: StoredItem, objects: readonly StixObject[], recipient: PartyId) => {
  const copy = redact({
    objects: packItem(toWire(item, objects)),
    recipient,
    itemTlp: item.marking.tlp,
    withheld: choicesFor(item.withheld, recipient),
  });
  const withheld = partsOf(copy.removed);
  if (copy.kind === 'refused') {
    const isEmpty = copy.problems.some(({ rule }) => rule === 'nothing-left');
    const hindrance: Hindrance = isEmpty ? 'nothing-left' : 'withheld-required';
    const paths = copy.problems.slice(0, problemsNamed).map(({ path, rule }) => `${path} (${rule})`);
    return { kind: 'refused', hindrance, paths, withheld } as const;
  }
  const content = new Set(objects.map(({ id }) => id));
  const own = copy.objects.filter(({ id }) => content.has(id));
  return { kind: 'copy', objects: own, withheld, bundle: toBundle(copy.objects) } as const;
};

/** As `makeCopy`; a fault where there can be none. */
export const copyFor = (item: StoredItem, objects: readonly StixObject[], recipient: PartyId) => {
  const copy = makeCopy(item, objects, recipient);
  if (copy.kind === 'copy') return copy;
  throw copy.hindrance === 'nothing-left'
    ? new Fault('exchange/nothing-left', { parties: [recipient] })
    : new Fault('exchange/withheld-required', { paths: copy.paths });
};
