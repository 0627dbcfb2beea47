/**
 * How an approved version goes out: as an item, through exchange, released by the contact point. There is no
 * other way. What follows the item keeps it as it was approved, and follows it when it is recalled or erased.
 */
import { canonical, contentHash, type JsonObject } from '../../../kernel/canonical.ts';
import type { Actor } from '../../../kernel/decision.ts';
import { Fault, type Language } from '../../../kernel/faults.ts';
import type { AgreementId, SitrepId } from '../../../kernel/ids.ts';
import { dayOf } from '../../../kernel/time.ts';
import type { Unit } from '../../../plumbing/database/index.ts';
import type { Item, ItemFollower, StoredItem } from '../../exchange/index.ts';
import type { Sitrep } from './contract.ts';
import { correctionOf, titleOf } from './document.ts';
import { mayWorkOn } from './policy.ts';
import type { SitrepContent, StoredSitrep } from './sitrep.ts';
import {
  announce,
  loadSitrep,
  permitContent,
  presentSitrep,
  requireFresh,
  requireState,
  type SitrepFollowerNeeds,
  type SitrepNeeds,
  staleIn,
} from './sitrep-service.ts';
import * as store from './sitrep-store.ts';
import { toStix } from './wire.ts';

/** What of an item may not change any more: to whom it goes, under which marking, and what it is called. */
const headHash = (
  item: Pick<StoredItem, 'title' | 'summary' | 'language' | 'marking' | 'circle'>,
): string => {
  const { title, summary, language, circle, marking } = item;
  return contentHash({
    ...{ title, summary, language, circle },
    marking: { ...marking, releasableTo: [...marking.releasableTo].sort() },
  });
};

const objectsHash = (objects: readonly JsonObject[]): string =>
  contentHash(objects.map((object) => canonical(object)).sort());

export const createSending = (needs: SitrepNeeds) => {
  const { verbs, clock, self } = needs;

  /** Approved, fresh, for a circle that is still the same. */
  const ready = (actor: Actor, id: SitrepId) =>
    verbs.run({ actor, verb: 'watch.send-sitrep', subject: id }, async (work) => {
      const { unit, permit, note } = work;
      const sitrep = await loadSitrep(unit, id);
      permit(mayWorkOn(actor, self, sitrep));
      await permitContent(needs, work, actor, sitrep);
      requireState(sitrep, 'send');
      const content = await store.findContent(unit, id);
      if (content === null) throw new Fault('watch/sitrep-gone');
      requireFresh(await staleIn(needs, unit, content));
      const members = (await needs.agreements.findCircle(unit, sitrep.circle))?.members ?? [];
      const parties = new Set([self, ...members]);
      const { releasableTo } = sitrep.marking;
      if (parties.size !== releasableTo.length || releasableTo.some((party) => !parties.has(party)))
        throw new Fault('watch/sitrep-circle-changed');
      const first = sitrep.version === 1 ? sitrep : await loadSitrep(unit, sitrep.series);
      note({ version: sitrep.version, content: sitrep.contentHash ?? '' });
      return { sitrep, content, begunAt: first.assembledAt };
    });

  const compose = async (
    actor: Actor,
    { sitrep, content, begunAt }: { sitrep: StoredSitrep; content: SitrepContent; begunAt: string },
    named: { readonly agreement: AgreementId; readonly language: Language },
  ): Promise<Item> => {
    const { language } = named;
    const { releasableTo, handling, personCategories, reviewOn, ...rest } = sitrep.marking;
    const today = dayOf(clock.now());
    const marking = {
      ...rest,
      handling: [...handling],
      personCategories: [...personCategories],
      reviewOn: [reviewOn, today].sort().at(-1) ?? today,
    };
    const head = {
      title: titleOf(sitrep, content, language),
      summary: correctionOf(sitrep, language),
      language,
      circle: sitrep.circle,
    };
    const draft = { ...head, marking, agreement: named.agreement, recipients: [], withheld: [] };
    const objects = toStix(sitrep, content, { self, language, at: clock.now(), begunAt });
    const sealed = {
      head: headHash({ ...head, marking: { ...marking, releasableTo } }),
      objects: objectsHash(objects),
    };
    return needs.items.composeFrom({ actor, verb: 'exchange.compose' }, draft, async (work, id) => {
      const held = await loadSitrep(work.unit, sitrep.id);
      requireState(held, 'send');
      if (held.item !== null) throw new Fault('state/changed');
      await store.linkItem(work.unit, sitrep.id, { item: id, ...sealed });
      work.note({ sitrep: sitrep.id, content: sitrep.contentHash ?? '' });
      await announce(needs, work.unit, sitrep.id);
      return objects;
    });
  };

  return {
    /** Puts it before the contact point, as an item. Once more where he gave it back or it was withdrawn. */
    send: async (
      actor: Actor,
      id: SitrepId,
      named: { readonly agreement: AgreementId; readonly language: Language },
    ): Promise<Sitrep> => {
      const found = await ready(actor, id);
      const { item } = found.sitrep;
      const composed =
        item === null ? await compose(actor, found, named) : await needs.items.read(actor, item);
      await needs.items.propose(actor, composed.id, composed.version);
      return verbs.read({ actor, verb: 'watch.read-sitrep', subject: id }, async ({ unit, permit }) => {
        const sitrep = await loadSitrep(unit, id);
        permit(mayWorkOn(actor, self, sitrep));
        return presentSitrep(needs, unit, sitrep, found.content);
      });
    },
  };
};

/** Makes what exchange calls for every item that it keeps or gives up. */
export const createSitrepFollower = (needs: SitrepFollowerNeeds): ItemFollower => {
  const { clock, self, journal } = needs;

  const tell = (unit: Unit, verb: string, sitrep: StoredSitrep, item: StoredItem): Promise<number> =>
    journal.append(unit, {
      actor: { kind: 'system', name: 'watch', party: self },
      verb,
      subject: sitrep.id,
      outcome: 'done',
      rule: 'watch/sitrep-follows-its-item',
      details: { item: item.id, content: sitrep.contentHash ?? '' },
    });

  return {
    kept: (unit, item, objects) =>
      unit.asHouse('watch', async (house) => {
        const found = item.originator === item.holder ? await store.findByItem(house, item.id) : null;
        if (found === null) return;
        const { sitrep, sealed } = found;
        const isSameHead = headHash(item) === sealed.head;
        const isSameContent = objects === null || objectsHash(objects) === sealed.objects;
        // What went out may be marked anew by the contact point, as every item; its content never changes.
        const isGivenOut = sitrep.state === 'sent' || sitrep.state === 'recalled';
        if (!isSameContent || !(isSameHead || isGivenOut)) throw new Fault('watch/sitrep-item-fixed');
        if (isGivenOut && !isSameHead) await store.remark(house, sitrep.id, item.marking);
        // What a newer version replaces before it went out does not go out any more.
        const goesOut = item.state === 'proposed' || item.state === 'released';
        if (goesOut && sitrep.state !== 'approved' && !isGivenOut)
          throw new Fault('watch/sitrep-state', { state: sitrep.state });
        if (item.state === 'released' && sitrep.state === 'approved') {
          await store.markSent(house, sitrep.id, clock.now());
          await tell(house, 'watch.sitrep-sent', sitrep, item);
        }
        // As with its item: those who got it have it no more, its own service keeps what it said.
        if (item.state === 'recalled' && sitrep.state === 'sent') {
          await store.setState(house, sitrep.id, 'recalled');
          await tell(house, 'watch.sitrep-recalled', sitrep, item);
        }
        await announce(needs, house, sitrep.id);
      }),
    dropped: (unit, item) =>
      unit.asHouse('watch', async (house) => {
        const found = item.originator === item.holder ? await store.findByItem(house, item.id) : null;
        if (found === null) return;
        const { sitrep } = found;
        if (sitrep.state === 'sent' || sitrep.state === 'recalled') {
          await store.deleteContent(house, sitrep.id);
          await store.setState(house, sitrep.id, 'erased');
          await tell(house, 'watch.sitrep-erased', sitrep, item);
        } else await store.linkItem(house, sitrep.id, null);
        await announce(needs, house, sitrep.id);
      }),
  };
};
