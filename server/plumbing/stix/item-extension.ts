/** The marking of the kernel, to and from the item extension of the wire (protocol/messages/item.json). */
import { isObject, type JsonObject } from '../../kernel/canonical.ts';
import { type AgreementId, asId, type CircleId, type ItemId } from '../../kernel/ids.ts';
import { type Marking, markingErrors } from '../../kernel/marking.ts';
import { extensionIds } from './extensions.ts';
import { type ItemExtension, messages } from './messages.ts';
import { type Problem, pointerTo, problem } from './problems.ts';

/** What the extension carries besides the STIX properties of the grouping. */
interface CarriedItem {
  readonly version: number;
  readonly language: string;
  readonly marking: Marking;
  readonly agreement?: AgreementId;
  readonly circle?: CircleId;
  readonly about?: ItemId;
}

export const writeItemExtension = (item: CarriedItem): ItemExtension => {
  const { marking } = item;
  return {
    extension_type: 'property-extension',
    version: item.version,
    language: item.language,
    tlp: marking.tlp,
    pap: marking.pap,
    handling: [...marking.handling],
    ...(marking.handlingText ? { handling_text: marking.handlingText } : {}),
    ...(marking.grading ? { grading: marking.grading } : {}),
    field: marking.field,
    purpose: marking.purpose,
    legal_basis: marking.legalBasis,
    // STIX has no empty lists (§2.10): no category is no property.
    ...(marking.personCategories.length > 0 ? { person_categories: [...marking.personCategories] } : {}),
    releasable_to_refs: [...marking.releasableTo],
    review_on: marking.reviewOn,
    erase_on: marking.eraseOn,
    ...(item.agreement ? { agreement_ref: item.agreement } : {}),
    ...(item.circle ? { circle_ref: item.circle } : {}),
    ...(item.about ? { about_ref: item.about } : {}),
  };
};

type ItemExtensionReading =
  | { readonly kind: 'read'; readonly carried: CarriedItem }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

// An item that is past its dates is still read, so that it can be erased by its rules.
const beforeAllDays = '0000-00-00';

/** Reads the marking from a grouping; the grouping's own path heads the problems. */
export const readItemExtension = (grouping: JsonObject, path: string): ItemExtensionReading => {
  const at = pointerTo(pointerTo(path, 'extensions'), extensionIds.item);
  const extensions = isObject(grouping.extensions) ? grouping.extensions : {};
  const reading = messages.item.read(extensions[extensionIds.item], at);
  if (reading.kind === 'refused') return reading;
  const carried = toCarried(reading.message);
  const wrong = markingErrors(carried.marking, beforeAllDays);
  return wrong.length === 0
    ? { kind: 'read', carried }
    : { kind: 'refused', problems: wrong.map((name) => problem(at, 'item', name)) };
};

const toCarried = (extension: ItemExtension): CarriedItem => ({
  version: extension.version,
  language: extension.language,
  marking: {
    tlp: extension.tlp,
    pap: extension.pap,
    handling: extension.handling,
    ...(extension.handling_text === undefined ? {} : { handlingText: extension.handling_text }),
    ...(extension.grading === undefined ? {} : { grading: extension.grading }),
    field: extension.field,
    purpose: extension.purpose,
    legalBasis: extension.legal_basis,
    personCategories: extension.person_categories ?? [],
    releasableTo: extension.releasable_to_refs.map((id) => asId('party', id)),
    reviewOn: extension.review_on,
    eraseOn: extension.erase_on,
  },
  ...(extension.agreement_ref === undefined ? {} : { agreement: asId('agreement', extension.agreement_ref) }),
  ...(extension.circle_ref === undefined ? {} : { circle: asId('circle', extension.circle_ref) }),
  ...(extension.about_ref === undefined ? {} : { about: asId('item', extension.about_ref) }),
});
