/** The verbs of the contact point: preview, release, return. The second pair of eyes. */

import { canonical, sha256 } from '../../kernel/canonical.ts';
import type { Actor } from '../../kernel/decision.ts';
import { Fault } from '../../kernel/faults.ts';
import type { ItemId, PartyId } from '../../kernel/ids.ts';
import { dayOf } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import { permitConsultation } from './consultation/consultation-service.ts';
import type { Item, Preview } from './contract.ts';
import { objectsShown } from './contract.ts';
import { copyFor, makeCopy } from './copy.ts';
import { insertDelivery } from './delivery-store.ts';
import { canFollow, type StoredItem } from './item.ts';
import { coverageOf, type ExchangeNeeds, presentItem, requireCoverage, viewOf } from './item-service.ts';
import { keepItem } from './keeping-service.ts';
import { mayPreview, mayRelease, releaseCopy, releaseGap } from './policy.ts';
import * as store from './store.ts';
import { requireAnswerSendable } from './threads/answering-service.ts';

/** The kind of envelope that carries an item. */
export const itemKind = 'exchange.item';

const previewOf = (
  recipient: PartyId,
  refused: string | null,
  copy: ReturnType<typeof makeCopy>,
): Preview[number] => {
  const withheld = [...copy.withheld];
  if (copy.kind === 'refused')
    return {
      recipient,
      withheld,
      refused: refused ?? copy.hindrance,
      objects: [],
      objectCount: 0,
      bytes: 0,
      hash: null,
    };
  const text = canonical(copy.bundle);
  return {
    recipient,
    withheld,
    refused,
    objects: copy.objects.slice(0, objectsShown),
    objectCount: copy.objects.length,
    bytes: Buffer.byteLength(text),
    hash: sha256(text).toString('hex'),
  };
};

export const createReleasing = (needs: ExchangeNeeds) => {
  const { verbs, clock, self } = needs;

  const load = async (unit: Unit, id: ItemId): Promise<StoredItem> => {
    const item = await store.lockItem(unit, id);
    if (item === null) throw new Fault('access/absent');
    return item;
  };

  /** Sends each recipient his copy; gives the number of parts withheld from each. */
  const sendAll = async (unit: Unit, item: StoredItem): Promise<Record<string, number>> => {
    const objects = await store.readObjects(unit, item.id);
    const covers = await coverageOf(needs, unit, item);
    // All copies first: the first send takes the journal's turn, and nobody else should wait for a redaction.
    const copies = covers.map((cover) => ({ ...cover, copy: copyFor(item, objects, cover.recipient) }));
    const disclosed: Record<string, number> = {};
    for (const { recipient, gap, linked, copy } of copies) {
      const carried = { kind: itemKind, body: copy.bundle };
      const released = releaseCopy(item.marking, recipient, { gap, linked }, carried);
      if (released === null)
        throw new Fault('exchange/not-covered', { gap: gap ?? 'not-linked', parties: [recipient] });
      const envelope = await needs.federation.send(unit, released);
      const { id, version } = item;
      await insertDelivery(unit, { item: id, version, recipient, envelope, withheld: copy.withheld });
      disclosed[recipient] = copy.withheld.length;
    }
    return disclosed;
  };

  return {
    /** Exactly what each recipient would get now, and what he would not. */
    preview: (actor: Actor, id: ItemId): Promise<Preview> =>
      verbs.run({ actor, verb: 'exchange.preview', subject: id }, async (work) => {
        const { unit, permit, note } = work;
        const item = await load(unit, id);
        permit(mayPreview(actor, self, viewOf(item)));
        await permitConsultation(needs, work, { actor, act: 'read', item });
        note({ version: item.version });
        const objects = await store.readObjects(unit, id);
        const covers = await coverageOf(needs, unit, item);
        return covers.map(({ recipient, gap, linked }) => {
          const refused = releaseGap(item.marking, recipient, gap, linked);
          return previewOf(recipient, refused, makeCopy(item, objects, recipient));
        });
      }),

    release: (actor: Actor, id: ItemId, version: number): Promise<Item> =>
      verbs.run({ actor, verb: 'exchange.release', subject: id }, async (work) => {
        const { unit, permit, note } = work;
        const item = await load(unit, id);
        permit(mayRelease(actor, self, viewOf(item)));
        await permitConsultation(needs, work, { actor, act: 'release', item });
        if (!canFollow(item.state, 'release')) throw new Fault('exchange/wrong-state', { state: item.state });
        if (item.version !== version) throw new Fault('state/changed');
        const at = clock.now();
        // What has come to its erasure date while it waited is not sent out any more.
        if (item.marking.eraseOn <= dayOf(at))
          throw new Fault('exchange/marking-unsound', { fields: ['eraseOn'] });
        await requireCoverage(needs, unit, item);
        await requireAnswerSendable(unit, id, item);
        const released: StoredItem = {
          ...item,
          state: 'released',
          releasedAt: at,
          releasedBy: actor.kind === 'person' ? actor.person : null,
          listedAt: at,
        };
        await keepItem(needs, unit, released);
        const disclosed = await sendAll(unit, released);
        note({
          version: item.version,
          agreement: item.agreement ?? '',
          disclosedTo: Object.keys(disclosed),
          partsWithheld: disclosed,
        });
        return presentItem(unit, released, self);
      }),

    /** Gives the proposal back to its author, with the reason. */
    giveBack: (actor: Actor, id: ItemId, version: number, reason: string): Promise<Item> =>
      verbs.run({ actor, verb: 'exchange.return', subject: id }, async (work) => {
        const { unit, permit } = work;
        const item = await load(unit, id);
        permit(mayRelease(actor, self, viewOf(item)));
        await permitConsultation(needs, work, { actor, act: 'read', item });
        if (!canFollow(item.state, 'return')) throw new Fault('exchange/wrong-state', { state: item.state });
        if (item.version !== version) throw new Fault('state/changed');
        const returned: StoredItem = {
          ...item,
          state: 'returned',
          returnedReason: reason,
          listedAt: clock.now(),
        };
        await keepItem(needs, unit, returned);
        return presentItem(unit, returned, self);
      }),
  };
};
