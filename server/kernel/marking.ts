/**
 * The marking: who may receive a content, what he may do with it, why it is held and until when.
 * TLP 2.0 and PAP (FIRST, MISP taxonomies), Europol handling codes H0–H3, Admiralty, 4×4 and 3×5×2 grading.
 * A grading is kept in the scheme in which it was given; no scheme is converted into another.
 */
import type { PartyId } from './ids.ts';
import { type Day, dayMs, dayOf, isDay, later } from './time.ts';
import { isVisible } from './visible.ts';

export const tlps = ['clear', 'green', 'amber', 'amber+strict', 'red'] as const;
export type Tlp = (typeof tlps)[number];
export const paps = ['clear', 'green', 'amber', 'red'] as const;
export type Pap = (typeof paps)[number];
export const handlingCodes = ['H0', 'H1', 'H2', 'H3'] as const;
export type HandlingCode = (typeof handlingCodes)[number];

/** The coded list of fields; a node may add its own as `x-…`. */
export const fields = [
  'terrorism',
  'drugs',
  'irregular-migration',
  'cybercrime',
  'organised-crime',
  'event-security',
  'public-order',
  'document-fraud',
  'explosives',
  'firearms',
  'human-trafficking',
  'financial-crime',
  'stolen-property',
  'missing-persons',
] as const;
export type Field = (typeof fields)[number];

export const purposes = [
  'prevention',
  'detection',
  'investigation',
  'event-protection',
  'threat-protection',
  'identification',
] as const;
export type Purpose = (typeof purposes)[number];

/** Kept apart by law: Directive (EU) 2016/680 art. 6. */
export const personCategories = ['suspect', 'convicted', 'victim', 'witness', 'contact'] as const;
export type PersonCategory = (typeof personCategories)[number];

export const gradings = {
  admiralty: { source: ['A', 'B', 'C', 'D', 'E', 'F'], information: ['1', '2', '3', '4', '5', '6'] },
  'europol-4x4': { source: ['A', 'B', 'C', 'X'], information: ['1', '2', '3', '4'] },
  '3x5x2': { source: ['1', '2', '3'], information: ['A', 'B', 'C', 'D', 'E'], handling: ['P', 'C'] },
} as const;
export const gradingSchemes = [
  'admiralty',
  'europol-4x4',
  '3x5x2',
] as const satisfies readonly (keyof typeof gradings)[];
export type GradingScheme = (typeof gradingSchemes)[number];

/** A grade as its giver gave it; `handling` only in 3×5×2. */
export interface Grading {
  readonly scheme: GradingScheme;
  readonly source: string;
  readonly information: string;
  readonly handling?: string;
}

export interface Marking {
  readonly tlp: Tlp;
  readonly pap: Pap;
  readonly handling: readonly HandlingCode[];
  /** The restriction in words; required by H3. */
  readonly handlingText?: string;
  readonly grading?: Grading;
  readonly field: Field;
  readonly purpose: Purpose;
  /** The law or agreement article relied on, in the originator's words. */
  readonly legalBasis: string;
  readonly personCategories: readonly PersonCategory[];
  /** The parties that may receive; the originator is always one. Explicit ids: it cannot widen by itself. */
  readonly releasableTo: readonly PartyId[];
  readonly reviewOn: Day;
  readonly eraseOn: Day;
}

export const tlpRank = (tlp: Tlp): number => tlps.indexOf(tlp);

/** True when a reader cleared up to `clearance` may read `tlp`. */
export const clears = (clearance: Tlp, tlp: Tlp): boolean => tlpRank(tlp) <= tlpRank(clearance);

const includes = (list: readonly string[], value: string): boolean => list.includes(value);

/** What is wrong with a grade, as `path: rule`; empty when nothing is. */
export const gradingErrors = (grading: Grading): readonly string[] => {
  const scheme = gradings[grading.scheme];
  const errors: string[] = [];
  if (!includes(scheme.source, grading.source)) errors.push('grading.source');
  if (!includes(scheme.information, grading.information)) errors.push('grading.information');
  const handling = 'handling' in scheme ? scheme.handling : [];
  if (handling.length === 0 ? grading.handling !== undefined : !includes(handling, grading.handling ?? ''))
    errors.push('grading.handling');
  return errors;
};

/** What the parties of an agreement expect of what travels under it, unless its author has a reason. */
export interface MarkingDefaults {
  readonly tlp: Tlp;
  readonly pap: Pap;
  readonly handling: readonly HandlingCode[];
  readonly reviewAfterDays: number;
  readonly eraseAfterDays: number;
}

export const loosenedParts = ['tlp', 'pap', 'handling', 'reviewOn', 'eraseOn'] as const;
export type LoosenedPart = (typeof loosenedParts)[number];

/** The parts in which a marking is looser than the defaults, from `today` on: pointed out, never refused. */
export const loosenedAgainst = (
  marking: Pick<Marking, LoosenedPart>,
  defaults: MarkingDefaults,
  today: Day,
): readonly LoosenedPart[] => {
  const after = (days: number): Day => dayOf(later(`${today}T00:00:00.000Z`, days * dayMs));
  const expected = defaults.handling.filter((code) => code !== 'H0');
  const isLooser: Readonly<Record<LoosenedPart, boolean>> = {
    tlp: tlpRank(marking.tlp) < tlpRank(defaults.tlp),
    pap: paps.indexOf(marking.pap) < paps.indexOf(defaults.pap),
    handling: expected.some((code) => !marking.handling.includes(code)),
    reviewOn: marking.reviewOn > after(defaults.reviewAfterDays),
    eraseOn: marking.eraseOn > after(defaults.eraseAfterDays),
  };
  return loosenedParts.filter((part) => isLooser[part]);
};

/** The names of the marking's parts that contradict each other or the rules; empty when it is sound. */
export const markingErrors = (marking: Marking, today: Day): readonly string[] => {
  const errors: string[] = [...(marking.grading ? gradingErrors(marking.grading) : [])];
  if (marking.handling.length === 0) errors.push('handling');
  if (marking.handling.includes('H0') && marking.handling.length > 1) errors.push('handling');
  if (marking.handling.includes('H3') && !isVisible(marking.handlingText ?? '')) errors.push('handlingText');
  if (!isVisible(marking.legalBasis)) errors.push('legalBasis');
  if (!isDay(marking.reviewOn)) errors.push('reviewOn');
  if (!isDay(marking.eraseOn) || marking.eraseOn < marking.reviewOn || marking.eraseOn <= today)
    errors.push('eraseOn');
  return errors;
};
