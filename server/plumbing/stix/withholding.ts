/** Why a recipient may not have an object or a part of it, read from its markings. */
import { isObject, type Json, type JsonObject } from '../../kernel/canonical.ts';
import type { PartyId } from '../../kernel/ids.ts';
import type { Tlp } from '../../kernel/marking.ts';
import { readSelector, type Way } from './granular-marking.ts';
import { type MarkingMeaning, meaningOf } from './markings.ts';
import type { StixObject } from './validation.ts';

type WithholdingReason = 'releasable-to' | 'tlp-red';
type Meanings = (markingId: string) => MarkingMeaning;

export interface Reader {
  readonly recipient: PartyId;
  /** The label of the item as a whole. */
  readonly itemTlp: Tlp;
}

/** Looks markings up among the objects themselves; collects those whose meaning is not known. */
export const readMeanings = (objects: readonly StixObject[], unjudged: Set<string>): Meanings => {
  const definitions = new Map(
    objects.filter(({ type }) => type === 'marking-definition').map((object) => [object.id, object]),
  );
  return (markingId) => {
    const meaning = meaningOf(markingId, definitions.get(markingId));
    if (meaning.kind === 'unknown') unjudged.add(markingId);
    return meaning;
  };
};

/** Null where these markings together let the recipient have what bears them. */
const reasonOf = (meanings: readonly MarkingMeaning[], reader: Reader): WithholdingReason | null => {
  const lists = meanings.filter((meaning) => meaning.kind === 'releasable-to');
  const isNamed = lists.length > 0 && lists.every(({ parties }) => parties.includes(reader.recipient));
  if (lists.length > 0 && !isNamed) return 'releasable-to';
  const isRed = meanings.some(
    (meaning) => (meaning.kind === 'tlp' || meaning.kind === 'former-tlp') && meaning.tlp === 'red',
  );
  return isRed && reader.itemTlp !== 'red' && !isNamed ? 'tlp-red' : null;
};

const texts = (value: Json | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((item: Json): item is string => typeof item === 'string') : [];

const objectMeanings = (object: StixObject, meanings: Meanings): readonly MarkingMeaning[] => [
  ...texts(object.object_marking_refs).map(meanings),
  // A releasable-to definition says by itself who is in its list: only they may see it.
  ...(object.type === 'marking-definition' ? [meaningOf(object.id, object)] : []).filter(
    ({ kind }) => kind === 'releasable-to',
  ),
];

/** Why the whole object is withheld; null where it is not. */
export const reasonForObject = (
  object: StixObject,
  reader: Reader,
  meanings: Meanings,
): WithholdingReason | null => reasonOf(objectMeanings(object, meanings), reader);

interface MarkedPart {
  readonly way: Way;
  readonly meaning: MarkingMeaning;
}

const markedParts = (object: JsonObject, meanings: Meanings): readonly MarkedPart[] => {
  const markings = Array.isArray(object.granular_markings) ? object.granular_markings : [];
  return markings.flatMap((marking: Json) => {
    if (!isObject(marking) || typeof marking.marking_ref !== 'string') return [];
    const meaning = meanings(marking.marking_ref);
    return texts(marking.selectors).flatMap((selector) => {
      const way = readSelector(selector);
      return way === null ? [] : [{ way, meaning }];
    });
  });
};

const isWithin = (outer: Way, inner: Way): boolean => outer.every((step, index) => step === inner[index]);

/** The parts that are withheld, and why. A part bears its own markings and those of all that it is within. */
export const withheldParts = (
  object: StixObject,
  reader: Reader,
  meanings: Meanings,
): readonly { readonly way: Way; readonly because: WithholdingReason }[] => {
  const parts = markedParts(object, meanings);
  const whole = objectMeanings(object, meanings);
  return parts.flatMap(({ way }) => {
    const around = parts.filter((part) => isWithin(part.way, way)).map(({ meaning }) => meaning);
    const because = reasonOf([...whole, ...around], reader);
    return because === null ? [] : [{ way, because }];
  });
};
