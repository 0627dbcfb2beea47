/** A contribution in STIX 2.1 (note §4.13, opinion §4.15, sighting §5.2), and read back from it. Pure. */
import { isObject, type JsonObject } from '../../../kernel/canonical.ts';
import type { PartyId } from '../../../kernel/ids.ts';
import type { Marking } from '../../../kernel/marking.ts';
import type { Day, Instant } from '../../../kernel/time.ts';
import type { ItemDraft } from '../contract.ts';
import type { StoredItem, StoredObject } from '../item.ts';
import { type Contribution, type OpinionValue, opinions, type ThreadEntry } from './contract.ts';

const domainObject = (type: string, self: PartyId, at: Instant, more: JsonObject): StoredObject => ({
  type,
  spec_version: '2.1',
  id: `${type}--${crypto.randomUUID()}`,
  created_by_ref: self,
  created: at,
  modified: at,
  ...more,
});

/** The objects that say it: the contribution first, then the place where something was seen. */
export const contentOf = (
  said: Contribution,
  target: string,
  self: PartyId,
  at: Instant,
): readonly StoredObject[] => {
  const lang = said.language;
  switch (said.kind) {
    case 'note':
      return [
        domainObject('note', self, at, {
          lang,
          abstract: said.title,
          content: said.text,
          object_refs: [target],
        }),
      ];
    case 'opinion':
      return [
        domainObject('opinion', self, at, {
          lang,
          explanation: said.text,
          opinion: said.opinion,
          object_refs: [target],
        }),
      ];
    case 'sighting': {
      const place = said.place === null ? null : domainObject('location', self, at, { lang, ...said.place });
      const sighting = domainObject('sighting', self, at, {
        lang,
        ...(said.text === '' ? {} : { description: said.text }),
        count: said.count,
        first_seen: said.firstSeen,
        last_seen: said.lastSeen,
        sighting_of_ref: target,
        ...(place === null ? {} : { where_sighted_refs: [place.id] }),
      });
      return place === null ? [sighting] : [sighting, place];
    }
  }
};

/** What is proposed to who answers: as strict as the item answered, its grade left for him to give. */
export const proposedMarking = (answered: Marking, today: Day): ItemDraft['marking'] => {
  const { releasableTo: _theirs, grading: _given, ...marking } = answered;
  return {
    ...marking,
    handling: [...marking.handling],
    personCategories: [...marking.personCategories],
    reviewOn: marking.reviewOn < today ? today : marking.reviewOn,
  };
};

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const instantOf = (value: unknown): Instant | null =>
  typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? new Date(value).toISOString() : null;

const targetOf = (object: JsonObject): string | null => {
  const [first] = Array.isArray(object.object_refs) ? object.object_refs : [object.sighting_of_ref];
  return typeof first === 'string' ? first : null;
};

const opinionOf = (object: JsonObject): OpinionValue | null =>
  opinions.find((value) => value === object.opinion) ?? null;

const sightingOf = (object: JsonObject, others: readonly JsonObject[]): ThreadEntry['sighting'] => {
  if (object.type !== 'sighting') return null;
  const [where] = Array.isArray(object.where_sighted_refs) ? object.where_sighted_refs : [];
  const place = others.find(({ id, type }) => id === where && type === 'location');
  return {
    count: typeof object.count === 'number' ? object.count : 1,
    firstSeen: instantOf(object.first_seen),
    lastSeen: instantOf(object.last_seen),
    place: place
      ? { name: textOf(place.name), country: typeof place.country === 'string' ? place.country : null }
      : null,
  };
};

const kinds = ['opinion', 'sighting', 'relationship', 'note'] as const;

/** What an answering item says, drawn from the first of its objects that says something. */
export const readContribution = (
  item: Pick<StoredItem, 'summary' | 'about'>,
  objects: readonly JsonObject[],
): Pick<ThreadEntry, 'kind' | 'text' | 'target' | 'opinion' | 'sighting'> => {
  const main = objects.find((object) => kinds.some((kind) => kind === object.type));
  if (main === undefined || !isObject(main))
    return { kind: 'other', text: item.summary, target: null, opinion: null, sighting: null };
  const own = [main.content, main.explanation, main.description].map(textOf).find((text) => text !== '');
  return {
    kind: kinds.find((kind) => kind === main.type) ?? 'other',
    text: own ?? item.summary,
    target: targetOf(main) === item.about ? null : targetOf(main),
    opinion: opinionOf(main),
    sighting: sightingOf(main, objects),
  };
};
