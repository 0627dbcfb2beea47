/** How a draft is written, whoever asks: checked whole, then kept with its content. */
import type { JsonObject } from '../../kernel/canonical.ts';
import type { Actor } from '../../kernel/decision.ts';
import { Fault } from '../../kernel/faults.ts';
import { newId, type PersonId } from '../../kernel/ids.ts';
import { type Marking, markingErrors } from '../../kernel/marking.ts';
import { dayOf } from '../../kernel/time.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import { type Problem, readBundle } from '../../plumbing/stix/index.ts';
import type { Work } from '../../plumbing/verbs/index.ts';
import { permitTightened } from './consultation/consultation-service.ts';
import { exchangeLimits, type Item, type ItemDraft } from './contract.ts';
import { countTypes, dateErrors, markingOf, noteOf, type StoredItem, type StoredObject } from './item.ts';
import { type ExchangeNeeds, presentItem } from './item-service.ts';
import { keepItem } from './keeping-service.ts';
import { requireAnswerWritten } from './threads/answering-service.ts';

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

/** All who wrote in any version: none of them is a second pair of eyes. */
const editorsWith = (before: readonly PersonId[], writer: Actor): readonly PersonId[] =>
  writer.kind === 'person' && !before.includes(writer.person) ? [...before, writer.person] : before;

/** What has not happened to a draft. */
const notYet = {
  proposedAt: null,
  proposedBy: null,
  releasedAt: null,
  releasedBy: null,
  receivedAt: null,
  readAt: null,
  returnedReason: null,
} as const;

/** Writes drafts inside the verbs of others. Its faults are of the marking, the circle and the content. */
export const createDraftWriting = (needs: ExchangeNeeds) => {
  const { clock, self, agreements } = needs;

  const recipientsOf = async (unit: Unit, draft: Pick<ItemDraft, 'circle' | 'recipients'>) => {
    const circle = draft.circle === null ? null : await agreements.findCircle(unit, draft.circle);
    if (draft.circle !== null && circle === null) throw new Fault('exchange/unknown-circle');
    if (circle === null) return draft.recipients.filter((party) => party !== self);
    // Whoever names someone beside the circle believes that he gets it.
    const beside = draft.recipients.filter((party) => !circle.members.includes(party));
    if (beside.length > 0) throw new Fault('exchange/recipients-beside-circle', { parties: beside });
    return circle.members.filter((party) => party !== self);
  };

  /** Checks a draft's marking and stores it with its content. */
  const put = async (
    { unit, permit }: Pick<Work, 'unit' | 'permit'>,
    writer: Actor,
    draft: ItemDraft,
    before: Pick<
      StoredItem,
      'id' | 'version' | 'createdAt' | 'author' | 'desk' | 'state' | 'editors' | 'about'
    >,
  ): Promise<Item> => {
    const now = clock.now();
    const marking = markingOf(draft, self, await recipientsOf(unit, draft));
    const composed = { actor: writer, act: 'compose', item: { originator: self, marking } } as const;
    await permitTightened(needs, { unit, permit }, composed);
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
    const { about } = before;
    await requireAnswerWritten(unit, { marking, ...(about === undefined ? {} : { about }) }, objects);
    const item: StoredItem = {
      ...before,
      editors: editorsWith(before.editors, writer),
      originator: self,
      via: null,
      holder: self,
      identity: needs.identity,
      needsReason: false,
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
      ...notYet,
      listedAt: now,
    };
    await keepItem(needs, unit, item, objects);
    return presentItem(unit, item, self, objects);
  };

  const fresh = async (unit: Unit, actor: Actor, marking: Pick<Marking, 'field'>) => ({
    id: newId('item'),
    version: 1,
    createdAt: clock.now(),
    author: actor.kind === 'person' ? actor.person : null,
    // What the house itself imports lies on the desk of its field: a draft of nobody's, none could read.
    desk: actor.kind === 'person' ? (actor.desks[0] ?? null) : await needs.intakeDesk(unit, self, marking),
    state: 'draft' as const,
    editors: [],
  });

  return { recipientsOf, put, fresh };
};
