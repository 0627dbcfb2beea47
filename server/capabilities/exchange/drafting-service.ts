/** The verbs of the author: compose, import, edit, discard, propose. */
import type { JsonObject } from '../../kernel/canonical.ts';
import type { Actor } from '../../kernel/decision.ts';
import { Fault } from '../../kernel/faults.ts';
import { type ItemId, newId, type PartyId } from '../../kernel/ids.ts';
import { type Marking, markingErrors } from '../../kernel/marking.ts';
import { dayOf } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import { type Problem, readBundle } from '../../plumbing/stix/index.ts';
import type { Work } from '../../plumbing/verbs/index.ts';
import { permitConsultation, permitTightened } from './consultation/consultation-service.ts';
import { exchangeLimits, type ImportReport, type Item, type ItemDraft } from './contract.ts';
import {
  canFollow,
  countTypes,
  dateErrors,
  type ItemVerb,
  markingOf,
  noteOf,
  type StoredItem,
  type StoredObject,
} from './item.ts';
import { type ExchangeNeeds, presentItem, requireCoverage, viewOf } from './item-service.ts';
import { dropItem, keepItem } from './keeping-service.ts';
import { mayCompose, mayEdit, mayWithdraw } from './policy.ts';
import * as store from './store.ts';

/** Problems named in a fault; the import report lists them all. */
const problemsNamed = 5;

const describe = (problems: readonly Problem[]): string[] =>
  problems.slice(0, problemsNamed).map((problem) => `${problem.path} (${problem.rule})`);

/** Whoever withholds something believes that it is withheld: a name that is not in the item is refused. */
const requireWithheldHere = (
  draft: Pick<ItemDraft, 'withheld'>,
  objects: readonly { readonly id: string }[],
): void => {
  const here = new Set(objects.map(({ id }) => id));
  const unknown = draft.withheld.map(({ object }) => object).filter((object) => !here.has(object));
  if (unknown.length > 0)
    throw new Fault('exchange/withheld-unknown', { objects: unknown.slice(0, problemsNamed) });
};

/** Checks STIX objects that came as JSON; a fault names what is wrong. */
const readObjects = (objects: readonly JsonObject[]): readonly StoredObject[] => {
  if (objects.length === 0) return [];
  const reading = readBundle(JSON.stringify(objects));
  if (reading.kind === 'refused')
    throw new Fault('exchange/content-unsound', { problems: describe(reading.problems) });
  return reading.objects;
};

export const createDrafting = (needs: ExchangeNeeds) => {
  const { verbs, clock, self, agreements } = needs;

  const recipientsOf = async (unit: Unit, draft: Pick<ItemDraft, 'circle' | 'recipients'>) => {
    const circle = draft.circle === null ? null : await agreements.findCircle(unit, draft.circle);
    if (draft.circle !== null && circle === null) throw new Fault('exchange/unknown-circle');
    const named: readonly PartyId[] = circle?.members ?? draft.recipients;
    return named.filter((party) => party !== self);
  };

  /** Checks a draft's marking and stores it with its content. */
  const put = async (
    { unit, permit }: Pick<Work, 'unit' | 'permit'>,
    actor: Actor,
    draft: ItemDraft,
    before: Pick<StoredItem, 'id' | 'version' | 'createdAt' | 'author' | 'desk' | 'state'>,
  ): Promise<Item> => {
    const now = clock.now();
    const marking = markingOf(draft, self, await recipientsOf(unit, draft));
    const about = { actor, act: 'compose', item: { originator: self, marking } } as const;
    await permitTightened(needs, { unit, permit }, about);
    const errors = new Set([...markingErrors(marking, dayOf(now)), ...dateErrors(draft.marking, now)]);
    if (errors.size > 0) throw new Fault('exchange/marking-unsound', { fields: [...errors] });
    if (draft.objects.length > exchangeLimits.objects)
      throw new Fault('exchange/content-unsound', {
        problems: [`limit-objects (${exchangeLimits.objects})`],
      });
    const given = readObjects(draft.objects);
    // A grouping holds at least one object (STIX 2.1 §4.5): text alone becomes a note.
    const objects = given.length > 0 ? given : [noteOf(draft, self, now)];
    requireWithheldHere(draft, objects);
    const item: StoredItem = {
      ...before,
      originator: self,
      holder: self,
      identity: needs.identity,
      title: draft.title,
      summary: draft.summary,
      language: draft.language,
      marking,
      agreement: draft.agreement,
      circle: draft.circle,
      recipients: draft.recipients,
      withheld: draft.withheld,
      objectCount: objects.length,
      types: countTypes(objects),
      modifiedAt: now,
      proposedAt: null,
      proposedBy: null,
      releasedAt: null,
      releasedBy: null,
      receivedAt: null,
      readAt: null,
      returnedReason: null,
      listedAt: now,
    };
    await keepItem(needs, unit, item, objects);
    return presentItem(unit, item, self);
  };

  const fresh = async (unit: Unit, actor: Actor, marking: Pick<Marking, 'field'>) => ({
    id: newId('item'),
    version: 1,
    createdAt: clock.now(),
    author: actor.kind === 'person' ? actor.person : null,
    // What the house itself imports lies on the desk of its field: a draft of nobody's, none could read.
    desk: actor.kind === 'person' ? (actor.desks[0] ?? null) : await needs.intakeDesk(unit, self, marking),
    state: 'draft' as const,
  });

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
        return put({ unit, permit }, actor, draft, before);
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
          await put({ unit, permit }, actor, { ...draft, objects: [...objects] }, before);
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
        return put({ unit, permit }, actor, draft, { ...item, version: item.version + 1, state: 'draft' });
      }),

    /** Deletes a draft that never left; the journal keeps that it was. */
    discard: (actor: Actor, id: ItemId): Promise<void> =>
      verbs.run({ actor, verb: 'exchange.discard', subject: id }, async ({ unit, permit }) => {
        const { item, wrongState } = await loadForEdit(unit, id, 'discard');
        permit(mayEdit(actor, self, viewOf(item)));
        if (wrongState) throw new Fault('exchange/wrong-state', { state: item.state });
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
