/** One recipient's copy of an item: what his marking and the author's choices leave of it. Pure. */
import { Fault } from '../../kernel/faults.ts';
import type { PartyId } from '../../kernel/ids.ts';
import { packItem, redact, type StixObject, toBundle, type WireItem } from '../../plumbing/stix/index.ts';
import { choicesFor } from './item.ts';
import type * as store from './store.ts';

/** Problems named in a fault. */
const problemsNamed = 5;

/** The item in the words of the wire, with these objects as its content. */
export const toWire = (item: store.StoredItem, objects: readonly StixObject[]): WireItem => ({
  id: item.id,
  version: item.version,
  title: item.title,
  summary: item.summary,
  language: item.language,
  createdAt: item.createdAt,
  modifiedAt: item.modifiedAt,
  ...(item.agreement === null ? {} : { agreement: item.agreement }),
  ...(item.circle === null ? {} : { circle: item.circle }),
  marking: item.marking,
  originator: item.identity,
  objects,
});

/** The bundle for the recipient, its content objects, and the parts that he does not get. */
export const copyFor = (item: store.StoredItem, objects: readonly StixObject[], recipient: PartyId) => {
  const copy = redact({
    objects: packItem(toWire(item, objects)),
    recipient,
    itemTlp: item.marking.tlp,
    withheld: choicesFor(item.withheld, recipient),
  });
  if (copy.kind === 'refused')
    throw new Fault('exchange/withheld-required', {
      paths: copy.problems.slice(0, problemsNamed).map(({ path, rule }) => `${path} (${rule})`),
    });
  const content = new Set(objects.map(({ id }) => id));
  return {
    objects: copy.objects.filter(({ id }) => content.has(id)),
    withheld: copy.removed.map(({ object, selector }) => (selector ? `${object} / ${selector}` : object)),
    bundle: toBundle(copy.objects),
  };
};
