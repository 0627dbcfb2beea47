/** The verbs of the author: compose, import, edit, discard, propose. */

import type { JsonObject } from '../../kernel/canonical.ts';
import type { Actor } from '../../kernel/decision.ts';
import { Fault } from '../../kernel/faults.ts';
import type { ItemId } from '../../kernel/ids.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import { readBundle } from '../../plumbing/stix/index.ts';
import type { Work } from '../../plumbing/verbs/index.ts';
import { permitConsultation, permitReason } from './consultation/consultation-service.ts';
import { personalAmong } from './consultation/consultation-store.ts';
import type { ImportReport, Item, ItemDraft } from './contract.ts';
import { createDraftWriting } from './draft-writing-service.ts';
import { canFollow, countTypes, dateErrors, type ItemVerb, markingOf, type StoredItem } from './item.ts';
import { type ExchangeNeeds, presentItem, requireCoverage, viewOf } from './item-service.ts';
import { dropItem, keepItem } from './keeping-service.ts';
import { mayCompose, mayEdit, mayWithdraw } from './policy.ts';
import * as store from './store.ts';
import { requireAnswerSendable } from './threads/answering-service.ts';
import type { ExchangeVerb } from './verbs.ts';

const aboutOf = ({ about }: Pick<ItemDraft, 'about'>): Pick<StoredItem, 'about'> =>
  about === undefined ? {} : { about };

/** What an item answers is fixed when it is first written. */
const requireSameAbout = (draft: Pick<ItemDraft, 'about'>, item: StoredItem): void => {
  if (draft.about !== undefined && draft.about !== item.about)
    throw new Fault('input/invalid', { fields: ['about'] });
};

export const createDrafting = (needs: ExchangeNeeds) => {
  const { verbs, clock, self } = needs;
  const { recipientsOf, put, fresh } = createDraftWriting(needs);

  const loadForEdit = async (unit: Unit, id: ItemId, verb: ItemVerb) => {
    const item = await store.lockItem(unit, id);
    if (item === null) throw new Fault('access/absent');
    return { item, wrongState: !canFollow(item.state, verb) };
  };

  return {
    compose: (actor: Actor, draft: ItemDraft): Promise<Item> =>
      verbs.run({ actor, verb: 'exchange.compose', subject: null }, async ({ unit, permit, subject }) => {
        permit(mayCompose(actor, self, draft.marking.tlp));
        const before = await fresh(unit, actor, draft.marking);
        subject(before.id);
        return put({ unit, permit }, actor, draft, { ...before, ...aboutOf(draft) });
      }),

    /** As `compose`, with objects that another part of the house brings along in the same transaction. */
    composeFrom: (
      call: { readonly actor: Actor; readonly verb: ExchangeVerb },
      draft: Omit<ItemDraft, 'objects'>,
      bring: (work: Work, item: ItemId) => Promise<readonly JsonObject[]>,
    ): Promise<Item> =>
      verbs.run({ ...call, subject: null }, async (work) => {
        work.permit(mayCompose(call.actor, self, draft.marking.tlp));
        const before = await fresh(work.unit, call.actor, draft.marking);
        work.subject(before.id);
        const objects = await bring(work, before.id);
        const begun = { ...before, ...aboutOf(draft) };
        const item = await put(work, call.actor, { ...draft, objects: [...objects] }, begun);
        // He has not written what others brought, and is shown it now.
        const { length } = await personalAmong(work.unit, [item.id]);
        if (permitReason(work, call.actor, length > 0)) work.note({ personal: true });
        return item;
      }),

    /** Reads a STIX bundle into one new draft, or reports why not; a dry run stores nothing. */
    importBundle: (
      actor: Actor,
      draft: Omit<ItemDraft, 'objects'>,
      bundle: unknown,
      dryRun: boolean,
    ): Promise<ImportReport> =>
      verbs.run(
        { actor, verb: 'exchange.import', subject: null },
        async ({ unit, permit, subject, note }) => {
          permit(mayCompose(actor, self, draft.marking.tlp));
          const reading = readBundle(typeof bundle === 'string' ? bundle : JSON.stringify(bundle));
          const objects = reading.kind === 'read' ? reading.objects : [];
          const problems = reading.kind === 'read' ? reading.warnings : reading.problems;
          note({ dryRun, objectCount: objects.length, problemCount: problems.length });
          const report = { objectCount: objects.length, types: countTypes(objects), problems: [...problems] };
          if (dryRun || reading.kind === 'refused') return { ...report, stored: false, item: null };
          const before = await fresh(unit, actor, draft.marking);
          subject(before.id);
          const content = { ...draft, objects: [...objects] };
          await put({ unit, permit }, actor, content, { ...before, ...aboutOf(draft) });
          return { ...report, stored: true, item: before.id };
        },
      ),

    edit: (actor: Actor, id: ItemId, version: number, draft: ItemDraft): Promise<Item> =>
      verbs.run({ actor, verb: 'exchange.edit', subject: id }, async ({ unit, permit }) => {
        const { item, wrongState } = await loadForEdit(unit, id, 'edit');
        permit(mayEdit(actor, self, viewOf(item)));
        permit(mayCompose(actor, self, draft.marking.tlp));
        if (wrongState) throw new Fault('exchange/wrong-state', { state: item.state });
        if (item.version !== version) throw new Fault('state/changed');
        requireSameAbout(draft, item);
        return put({ unit, permit }, actor, draft, { ...item, version: item.version + 1, state: 'draft' });
      }),

    /** Deletes a draft that never left; the journal keeps that it was. */
    discard: (actor: Actor, id: ItemId, version: number): Promise<void> =>
      verbs.run({ actor, verb: 'exchange.discard', subject: id }, async ({ unit, permit }) => {
        const { item, wrongState } = await loadForEdit(unit, id, 'discard');
        permit(mayEdit(actor, self, viewOf(item)));
        if (wrongState) throw new Fault('exchange/wrong-state', { state: item.state });
        if (item.version !== version) throw new Fault('state/changed');
        await dropItem(needs, unit, item);
      }),

    /** Puts the draft before the contact point. Its recipients are fixed: a circle cannot widen it later. */
    propose: (actor: Actor, id: ItemId, version: number): Promise<Item> =>
      verbs.run({ actor, verb: 'exchange.propose', subject: id }, async (work) => {
        const { unit, permit, note } = work;
        const { item, wrongState } = await loadForEdit(unit, id, 'propose');
        permit(mayEdit(actor, self, viewOf(item)));
        if (wrongState) throw new Fault('exchange/wrong-state', { state: item.state });
        if (item.version !== version) throw new Fault('state/changed');
        const recipients = await recipientsOf(unit, {
          circle: item.circle,
          recipients: [...item.recipients],
        });
        const proposed: StoredItem = {
          ...item,
          state: 'proposed',
          marking: markingOf(item, self, recipients),
          proposedAt: clock.now(),
          proposedBy: actor.kind === 'person' ? actor.person : null,
          returnedReason: null,
          listedAt: clock.now(),
        };
        const errors = dateErrors(item.marking, clock.now());
        if (errors.includes('eraseOn')) throw new Fault('exchange/marking-unsound', { fields: ['eraseOn'] });
        await permitConsultation(needs, work, { actor, act: 'compose', item: proposed });
        await requireCoverage(needs, unit, proposed);
        await requireAnswerSendable(unit, id, proposed);
        await keepItem(needs, unit, proposed);
        note({ version: item.version, recipients: [...recipients] });
        return presentItem(unit, proposed, self);
      }),

    /** Takes a proposal back to change it, as long as it has not been released. */
    withdraw: (actor: Actor, id: ItemId, version: number): Promise<Item> =>
      verbs.run({ actor, verb: 'exchange.withdraw', subject: id }, async (work) => {
        const { unit, permit } = work;
        const { item, wrongState } = await loadForEdit(unit, id, 'withdraw');
        permit(mayWithdraw(actor, self, viewOf(item)));
        await permitConsultation(needs, work, { actor, act: 'read', item });
        if (wrongState) throw new Fault('exchange/wrong-state', { state: item.state });
        if (item.version !== version) throw new Fault('state/changed');
        const draft: StoredItem = {
          ...item,
          state: 'draft',
          proposedAt: null,
          proposedBy: null,
          listedAt: clock.now(),
        };
        await keepItem(needs, unit, draft);
        return presentItem(unit, draft, self);
      }),
  };
};
