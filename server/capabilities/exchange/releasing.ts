/** The verbs of the contact point: preview, release, return. The second pair of eyes. */

import type { Actor } from '../../kernel/decision.ts';
import { Fault } from '../../kernel/faults.ts';
import type { ItemId, PartyId } from '../../kernel/ids.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import { packItem, redact, type StixObject, toBundle } from '../../plumbing/stix/index.ts';
import type { Item, Preview } from './contract.ts';
import { objectsShown } from './contract.ts';
import { insertDelivery } from './delivery-store.ts';
import { canFollow, choicesFor } from './item.ts';
import { coverageOf, type ExchangeNeeds, presentItem, requireCoverage, toWire, viewOf } from './needs.ts';
import { mayRead, mayRelease, releaseCopy, releaseGap } from './policy.ts';
import * as store from './store.ts';

/** The kind of envelope that carries an item. */
export const itemKind = 'exchange.item';

/** One recipient's copy: the bundle, and the parts that he does not get. */
const copyFor = (item: store.StoredItem, objects: readonly StixObject[], recipient: PartyId) => {
  const copy = redact({
    objects: packItem(toWire(item, objects)),
    recipient,
    itemTlp: item.marking.tlp,
    withheld: choicesFor(item.withheld, recipient),
  });
  if (copy.kind === 'refused')
    throw new Fault('exchange/withheld-required', {
      paths: copy.problems.map((problem) => `${problem.path} (${problem.rule})`),
    });
  const content = new Set(objects.map(({ id }) => id));
  return {
    objects: copy.objects.filter(({ id }) => content.has(id)),
    withheld: copy.removed.map(({ object, selector }) => (selector ? `${object} / ${selector}` : object)),
    bundle: toBundle(copy.objects),
  };
};

export const createReleasing = (needs: ExchangeNeeds) => {
  const { verbs, clock, self } = needs;

  const load = async (unit: Unit, id: ItemId): Promise<store.StoredItem> => {
    const item = await store.lockItem(unit, id);
    if (item === null) throw new Fault('access/absent');
    return item;
  };

  const sendAll = async (unit: Unit, item: store.StoredItem): Promise<readonly PartyId[]> => {
    const objects = await store.readObjects(unit, item.id);
    const covers = await coverageOf(needs, unit, item);
    for (const { recipient, gap, linked } of covers) {
      const copy = copyFor(item, objects, recipient);
      const released = releaseCopy(
        item.marking,
        recipient,
        { gap, linked },
        { kind: itemKind, body: copy.bundle },
      );
      if (released === null)
        throw new Fault('exchange/not-covered', { gap: gap ?? '', parties: [recipient] });
      const envelope = await needs.federation.send(unit, released);
      await insertDelivery(unit, {
        item: item.id,
        version: item.version,
        recipient,
        envelope,
        withheld: copy.withheld,
      });
    }
    return covers.map((cover) => cover.recipient);
  };

  return {
    /** Exactly what each recipient would get now, and what he would not. */
    preview: (actor: Actor, id: ItemId): Promise<Preview> =>
      verbs.read({ actor, verb: 'exchange.preview', subject: id }, async ({ unit, permit }) => {
        const item = await load(unit, id);
        permit(mayRead(actor, viewOf(item)));
        const objects = await store.readObjects(unit, id);
        const covers = await coverageOf(needs, unit, item);
        return covers.map(({ recipient, gap, linked }) => {
          const copy = copyFor(item, objects, recipient);
          return {
            recipient,
            withheld: [...copy.withheld],
            refused: releaseGap(item.marking, recipient, gap, linked),
            objects: copy.objects.slice(0, objectsShown),
            objectCount: copy.objects.length,
            bytes: Buffer.byteLength(JSON.stringify(copy.bundle)),
          };
        });
      }),

    release: (actor: Actor, id: ItemId, version: number): Promise<Item> =>
      verbs.run({ actor, verb: 'exchange.release', subject: id }, async ({ unit, permit, note }) => {
        const item = await load(unit, id);
        permit(mayRelease(actor, self, viewOf(item)));
        if (!canFollow(item.state, 'release')) throw new Fault('exchange/wrong-state', { state: item.state });
        if (item.version !== version) throw new Fault('state/changed');
        await requireCoverage(needs, unit, item);
        const at = clock.now();
        const released: store.StoredItem = {
          ...item,
          state: 'released',
          releasedAt: at,
          releasedBy: actor.kind === 'person' ? actor.person : null,
          listedAt: at,
        };
        await store.putItem(unit, released);
        const recipients = await sendAll(unit, released);
        note({ version: item.version, disclosedTo: [...recipients], agreement: item.agreement ?? '' });
        await needs.live.announce(unit, { topic: 'exchange.item', id });
        return presentItem(unit, released, self);
      }),

    /** Gives the proposal back to its author, with the reason. */
    giveBack: (actor: Actor, id: ItemId, version: number, reason: string): Promise<Item> =>
      verbs.run({ actor, verb: 'exchange.return', subject: id }, async ({ unit, permit }) => {
        const item = await load(unit, id);
        permit(mayRelease(actor, self, viewOf(item)));
        if (!canFollow(item.state, 'return')) throw new Fault('exchange/wrong-state', { state: item.state });
        if (item.version !== version) throw new Fault('state/changed');
        const returned: store.StoredItem = {
          ...item,
          state: 'returned',
          returnedReason: reason,
          listedAt: clock.now(),
        };
        await store.putItem(unit, returned);
        await needs.live.announce(unit, { topic: 'exchange.item', id });
        return presentItem(unit, returned, self);
      }),
  };
};
