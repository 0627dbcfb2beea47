/** The form's own state, before it is an item: kept in this browser until it is saved on the node. */
import type { Item, ItemDraft } from '../../../server/capabilities/exchange/contract.ts';
import { type Marking, markingErrors } from '../../../server/kernel/marking.ts';
import { type Day, dayMs, dayOf, later } from '../../../server/kernel/time.ts';
import { isVisible } from '../../../server/kernel/visible.ts';
import { subjectErrors } from './compose.ts';
import { type DraftAttachment, splitAttachments } from './draft-attachments.ts';
import type { Subject } from './subject-kinds.ts';

export type DraftMarking = Omit<Marking, 'releasableTo'>;

export interface Draft {
  readonly title: string;
  readonly summary: string;
  readonly language: ItemDraft['language'];
  readonly subjects: readonly Subject[];
  /** Objects that came with a saved draft: kept as they are, or taken out. */
  readonly kept: Item['objects'];
  /** Files that go with it: uploaded already, and kept by the node until the draft is saved. */
  readonly attachments?: readonly DraftAttachment[];
  /** True when the draft holds more than the node shows at once: saving it would lose the rest. */
  readonly keptCut?: boolean;
  readonly agreement: ItemDraft['agreement'];
  readonly circle: ItemDraft['circle'];
  readonly recipients: ItemDraft['recipients'];
  readonly withheld: ItemDraft['withheld'];
  readonly marking: DraftMarking;
}

/** Until an agreement says otherwise: strict, reviewed after a quarter, erased after a year. */
const reviewAfterDays = 90;
const eraseAfterDays = 365;

export const dayAfter = (at: string, days: number): Day => dayOf(later(at, days * dayMs));

export const blankDraft = (at: string, language: ItemDraft['language']): Draft => ({
  title: '',
  summary: '',
  language,
  subjects: [],
  kept: [],
  agreement: null,
  circle: null,
  recipients: [],
  withheld: [],
  marking: {
    tlp: 'amber+strict',
    pap: 'amber',
    handling: ['H1', 'H2'],
    field: 'event-security',
    purpose: 'event-protection',
    legalBasis: '',
    personCategories: [],
    reviewOn: dayAfter(at, reviewAfterDays),
    eraseOn: dayAfter(at, eraseAfterDays),
  },
});

export const draftOf = (item: Item): Draft => {
  const { releasableTo: _set, ...marking } = item.marking;
  const { attachments, others } = splitAttachments(item.objects);
  return {
    title: item.title,
    summary: item.summary,
    language: item.language,
    subjects: [],
    kept: others,
    attachments,
    keptCut: item.objectsCut,
    agreement: item.agreement,
    circle: item.circle,
    recipients: item.recipients,
    withheld: item.withheld,
    marking,
  };
};

/** The categories named on persons are those of the marking, with what the author ticked besides. */
export const categoriesOf = (draft: Draft): DraftMarking['personCategories'] => {
  const all = ['suspect', 'convicted', 'victim', 'witness', 'contact'] as const;
  const said = draft.subjects.map((subject) => subject.values.category);
  return all.filter((entry) => draft.marking.personCategories.includes(entry) || said.includes(entry));
};

export const draftErrorNames = [
  'title',
  'agreement',
  'recipients',
  'handling',
  'handlingText',
  'legalBasis',
  'reviewOn',
  'eraseOn',
] as const;
export type DraftError = (typeof draftErrorNames)[number];

/** What keeps the draft from being saved, or (`toPropose`) from being proposed. */
export const draftErrors = (draft: Draft, today: Day, toPropose: boolean): readonly DraftError[] => {
  const marking = markingErrors({ ...draft.marking, releasableTo: [] }, today);
  const wrong: Record<DraftError, boolean> = {
    title: !isVisible(draft.title),
    agreement: toPropose && draft.agreement === null,
    recipients: toPropose && draft.circle === null && draft.recipients.length === 0,
    handling: marking.includes('handling'),
    handlingText: marking.includes('handlingText'),
    legalBasis: marking.includes('legalBasis'),
    reviewOn: marking.includes('reviewOn'),
    eraseOn: marking.includes('eraseOn'),
  };
  return draftErrorNames.filter((name) => wrong[name]);
};

export const wrongSubjects = (draft: Draft): number =>
  draft.subjects.filter((subject) => subjectErrors(subject).length > 0).length;

/** The draft as the node takes it, with its objects, and what is withheld of them, made elsewhere. */
export const toItemDraft = (
  draft: Draft,
  { objects, withheld }: Pick<ItemDraft, 'objects' | 'withheld'>,
): ItemDraft => ({
  title: draft.title.trim(),
  summary: draft.summary.trim(),
  language: draft.language,
  marking: {
    ...draft.marking,
    handling: [...draft.marking.handling],
    personCategories: [...categoriesOf(draft)],
    ...(draft.marking.handling.includes('H3') ? {} : { handlingText: undefined }),
  },
  agreement: draft.agreement,
  circle: draft.circle,
  recipients: draft.circle ? [] : draft.recipients,
  objects,
  withheld,
});
