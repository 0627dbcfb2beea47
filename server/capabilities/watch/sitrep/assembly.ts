/**
 * What of a period's entries goes into a product for a circle, and why the rest does not. Pure. What is let
 * through here leaves the service: an entry must pass every question, and the first that it fails is named.
 */
import type { Language } from '../../../kernel/faults.ts';
import type { EntryId, PartyId } from '../../../kernel/ids.ts';
import { type Marking, paps, type Tlp, tlpRank } from '../../../kernel/marking.ts';
import type { Day } from '../../../kernel/time.ts';
import { namesSomeone } from '../log/entry.ts';
import type { RequestTold } from '../requested.ts';
import type { LeftOutReason, Section, SectionKey } from './contract.ts';
import type { Product } from './products.ts';
import {
  type EntrySource,
  type LoggedEntry,
  type RequestedSource,
  type Source,
  shownSource,
} from './sitrep.ts';
import { tellRequest } from './words.ts';

/** For whom it is made and under what. */
export interface Frame {
  readonly product: Product;
  readonly tlp: Tlp;
  readonly parties: readonly PartyId[];
  readonly today: Day;
  /** Its assembler has said why he looks at what tells of persons. */
  readonly reasonStated: boolean;
  /** What the node's owner keeps from its assembler: for him it is not there. */
  readonly hidden: ReadonlySet<EntryId>;
  /** In which what the node itself says of requests is written, and by which names. */
  readonly language: Language;
  nameOf(party: PartyId): string;
}

/** The entries of a period with all that corrects them, each by its id. */
export interface Period {
  readonly entries: readonly LoggedEntry[];
  readonly corrections: readonly LoggedEntry[];
  /** What came of requests in the period. */
  readonly requests?: readonly RequestTold[];
}

/** The last word on an entry: the newest correction of its newest correction, and so on. */
const lastWords = ({ entries, corrections }: Period) => {
  const newest = new Map<EntryId, LoggedEntry>();
  const byId = new Map<EntryId, LoggedEntry>();
  for (const entry of [...entries, ...corrections]) byId.set(entry.id, entry);
  for (const entry of byId.values()) {
    const known = entry.corrects === null ? undefined : newest.get(entry.corrects);
    const isNewer =
      known === undefined ||
      known.recordedAt < entry.recordedAt ||
      (known.recordedAt === entry.recordedAt && known.id < entry.id);
    if (entry.corrects !== null && isNewer) newest.set(entry.corrects, entry);
  }
  const rootOf = (entry: LoggedEntry): LoggedEntry => {
    const before = entry.corrects === null ? undefined : byId.get(entry.corrects);
    return before === undefined ? entry : rootOf(before);
  };
  const lastOf = (entry: LoggedEntry): LoggedEntry => {
    const next = newest.get(entry.id);
    return next === undefined ? entry : lastOf(next);
  };
  return { rootOf, lastOf };
};

/** What every source is asked, of the log or of requests. */
interface Asked {
  readonly marking: Marking;
  readonly parties: readonly PartyId[];
  readonly erased: boolean;
  readonly text: string | null;
  readonly personal: boolean;
}

/** Why the circle does not get it; null where it does. */
const hindrance = (asked: Asked, frame: Frame): LeftOutReason | null => {
  const { marking } = asked;
  if (frame.parties.some((party) => !asked.parties.includes(party))) return 'other-parties';
  // What is for named people alone goes into no product, whatever its label.
  if (marking.tlp === 'red' || tlpRank(marking.tlp) > tlpRank(frame.tlp)) return 'above-label';
  if (asked.erased) return 'erased';
  if (marking.eraseOn <= frame.today) return 'expires';
  // The database withholds it as well.
  if (asked.text === null || (asked.personal && !frame.reasonStated)) return 'reason-needed';
  return frame.product.gradedOnly && marking.grading === undefined ? 'not-graded' : null;
};

const factsOf = (marking: Marking, personal: boolean) => {
  const { handlingText } = marking;
  return {
    grading: marking.grading ?? null,
    tlp: marking.tlp,
    personal,
    pap: marking.pap,
    handling: marking.handling,
    ...(handlingText === undefined ? {} : { handlingText }),
    personCategories: marking.personCategories,
    reviewOn: marking.reviewOn,
    eraseOn: marking.eraseOn,
  };
};

const sourceOf = (entry: LoggedEntry, root: EntryId): EntrySource => {
  const { id, number, happenedAt: at, marking, personal } = entry;
  return { entry: id, root, number, at, ...factsOf(marking, personal) };
};

const requestSource = ({ ref, item, at, marking, personal }: RequestTold): RequestedSource => ({
  request: ref,
  item,
  at,
  ...factsOf(marking, personal),
});

/** Goes by what its item allows: what is asked to all who got it, an answer to the two alone. */
const takeRequests = (
  requests: readonly RequestTold[],
  frame: Frame,
  {
    take,
    leave,
  }: {
    take(key: SectionKey, made: Section['paragraphs'][number], source: Source): void;
    leave(reason: LeftOutReason): void;
  },
): void => {
  const key = frame.product.requests;
  for (const told of requests) {
    const { marking, parties, gone: erased, title: text, personal } = told;
    const why = hindrance({ marking, parties, erased, text, personal }, frame);
    if (why !== null || key === null || text === null) {
      leave(why ?? 'not-of-product');
      continue;
    }
    const source = requestSource(told);
    const written = tellRequest({ ...told, title: text }, frame.language, frame.nameOf);
    const paragraph = { id: crypto.randomUUID(), text: written, language: frame.language };
    take(key, { ...paragraph, source: shownSource(source) }, source);
  }
};

export interface Assembled {
  readonly sections: readonly Section[];
  readonly sources: readonly Source[];
  readonly leftOut: Readonly<Partial<Record<LeftOutReason, number>>>;
}

/** Sorts a period's entries into the sections of a product. */
export const assemble = (period: Period, frame: Frame): Assembled => {
  const { rootOf, lastOf } = lastWords(period);
  const sorted = new Map<SectionKey, Section['paragraphs']>(
    frame.product.sections.map(({ key }) => [key, []]),
  );
  const sources: Source[] = [];
  const leftOut: Partial<Record<LeftOutReason, number>> = {};
  const leave = (reason: LeftOutReason): void => {
    leftOut[reason] = (leftOut[reason] ?? 0) + 1;
  };
  const taken = new Set<EntryId>();
  for (const entry of period.entries) {
    const root = rootOf(entry);
    const last = lastOf(root);
    // An entry whose correction he may not see has nothing that may still be said.
    if (frame.hidden.has(last.id) || frame.hidden.has(entry.id)) continue;
    if (last.id !== entry.id) leave('corrected');
    if (taken.has(last.id)) continue;
    taken.add(last.id);
    const why = hindrance({ ...last, parties: last.marking.releasableTo }, frame);
    const section = frame.product.sections.find(({ takes }) =>
      takes({ kind: root.kind, field: last.marking.field }),
    );
    const paragraphs = section && sorted.get(section.key);
    if (why !== null) leave(why);
    else if (paragraphs === undefined || last.text === null) leave('not-of-product');
    else {
      const source = sourceOf(last, root.id);
      sources.push(source);
      paragraphs.push({
        id: last.id.slice('entry--'.length),
        text: last.text,
        language: last.language,
        source: shownSource(source),
      });
    }
  }
  const take: Parameters<typeof takeRequests>[2]['take'] = (key, paragraph, source) => {
    sources.push(source);
    sorted.get(key)?.push(paragraph);
  };
  takeRequests(period.requests ?? [], frame, { take, leave });
  const sections = [...sorted].map(([key, paragraphs]) => ({ key, paragraphs }));
  return { sections, sources, leftOut };
};

/** The days in order; the last of two is the later one. */
const inOrder = (...days: readonly Day[]): readonly Day[] => [...days].sort();

/** What a product's marking begins with, before its sources tighten it. */
export type MarkingFrame = Pick<
  Marking,
  'tlp' | 'pap' | 'handling' | 'field' | 'purpose' | 'legalBasis' | 'releasableTo' | 'reviewOn' | 'eraseOn'
>;

/** As strict as the strictest of its sources, and kept no longer than the first of them. */
export const markingOver = (frame: MarkingFrame, sources: readonly Source[], today: Day): Marking => {
  const codes = new Set([...frame.handling, ...sources.flatMap(({ handling }) => handling)]);
  if (codes.size > 1) codes.delete('H0');
  const restrictions = [...new Set(sources.flatMap(({ handlingText }) => handlingText ?? []))].join(' · ');
  const strictest = [frame.pap, ...sources.map(({ pap }) => pap)].reduce((one, other) =>
    paps.indexOf(other) > paps.indexOf(one) ? other : one,
  );
  const [eraseOn = frame.eraseOn] = inOrder(frame.eraseOn, ...sources.map((source) => source.eraseOn));
  const [review = eraseOn] = inOrder(frame.reviewOn, eraseOn, ...sources.map(({ reviewOn }) => reviewOn));
  return {
    ...frame,
    pap: strictest,
    handling: [...codes].sort(),
    ...(restrictions === '' ? {} : { handlingText: restrictions.slice(0, restrictionLetters) }),
    personCategories: [...new Set(sources.flatMap(({ personCategories }) => personCategories))],
    reviewOn: inOrder(review, today).at(-1) ?? today,
    eraseOn,
  };
};
/** Letters that a marking has for restrictions in words. */
const restrictionLetters = 1_000;

/** True where a source or a text of it tells of a person. */
export const tellsOfPersons = (sections: readonly Section[]): boolean =>
  sections.some(({ paragraphs }) =>
    paragraphs.some(({ source, text }) => source?.personal === true || namesSomeone(text)),
  );
