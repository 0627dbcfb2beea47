/** What a verification can find, and how to say it. */
import type { Words } from '../../kernel/faults.ts';
import { exhaustive } from '../../kernel/faults.ts';

/** Entries `from` to `to`, both included, by their `seq`. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** Whose copy of a head speaks: this journal's own, or one that was held elsewhere. */
export type Witness = 'own' | 'elsewhere';

/** One thing that a verification found; entries by their `seq`, never their content. */
export type Finding =
  /** The text is not what was appended there. */
  | ({ readonly kind: 'changed' } & Span)
  /** Appended once, and gone. */
  | ({ readonly kind: 'removed' } & Span)
  /** Stands there, and was never appended. */
  | ({ readonly kind: 'inserted' } & Span)
  /** The entries that belong at `from`–`to` stand at `at` and after. */
  | ({ readonly kind: 'moved'; readonly at: number } & Span)
  /**
   * The stored tree contradicts itself over these entries: at least one was changed together with its hash.
   */
  | ({ readonly kind: 'rehashed' } & Span)
  /**
   * Everything fits but a signed head: the change lies in these entries, and all hashes were computed anew.
   */
  | ({ readonly kind: 'rewritten'; readonly witness: Witness } & Span)
  /** A signed head counts more entries than there are: these were cut off the end. */
  | ({ readonly kind: 'truncated'; readonly witness: Witness } & Span)
  /** A head signed by the party that no other fits: the party showed someone another journal. */
  | { readonly kind: 'equivocation'; readonly witness: Witness; readonly size: number }
  /**
   * A head that the party's keys did not sign, or of another party: it proves nothing, and is out of place.
   */
  | { readonly kind: 'forged-head'; readonly witness: Witness; readonly size: number };

/** More findings than this are counted, not listed. */
export const maximumFindings = 1000;

const span = ({ from, to }: Span): string => (from === to ? `${from}` : `${from}–${to}`);

const witnesses = {
  own: { ar: 'الجذور المحفوظة هنا', fr: 'les têtes conservées ici', en: 'the heads kept here' },
  elsewhere: {
    ar: 'الجذور التي يحتفظ بها الشركاء',
    fr: 'les têtes détenues par les partenaires',
    en: 'the heads that partners hold',
  },
} as const;

/** A finding in words, for a report; names entries by number, never their content. */
export const describeFinding = (finding: Finding): Words => {
  switch (finding.kind) {
    case 'changed':
      return {
        ar: `القيد ${span(finding)}: غُيّر نصّه بعد تسجيله.`,
        fr: `Entrée ${span(finding)} : modifiée après son inscription.`,
        en: `Entry ${span(finding)} was changed after it was written.`,
      };
    case 'removed':
      return {
        ar: `القيد ${span(finding)}: حُذف من السجل.`,
        fr: `Entrée ${span(finding)} : supprimée du journal.`,
        en: `Entry ${span(finding)} was removed.`,
      };
    case 'inserted':
      return {
        ar: `القيد ${span(finding)}: أُدرج ولم يُسجَّل في وقته.`,
        fr: `Entrée ${span(finding)} : insérée, jamais inscrite en son temps.`,
        en: `Entry ${span(finding)} was inserted: it was never written.`,
      };
    case 'moved':
      return {
        ar: `القيد ${span(finding)}: نُقل من موضعه إلى الموضع ${finding.at}.`,
        fr: `Entrée ${span(finding)} : déplacée à la position ${finding.at}.`,
        en: `Entry ${span(finding)} was moved to position ${finding.at}.`,
      };
    case 'rehashed':
      return {
        ar: `القيود ${span(finding)}: غُيّر أحدها على الأقل مع بصمته؛ البصمات المخزّنة متناقضة.`,
        fr: `Entrées ${span(finding)} : l’une au moins a été modifiée avec son empreinte ; les empreintes se contredisent.`,
        en: `Entries ${span(finding)}: at least one was changed together with its hash; the stored hashes contradict each other.`,
      };
    default:
      return describeHeadFinding(finding);
  }
};

type HeadFinding = Extract<Finding, { witness: Witness }>;

const describeHeadFinding = (finding: HeadFinding): Words => {
  const by = witnesses[finding.witness];
  switch (finding.kind) {
    case 'rewritten':
      return {
        ar: `القيود ${span(finding)}: أُعيدت كتابتها وحُسبت بصماتها من جديد، وكشفت ذلك ${by.ar}.`,
        fr: `Entrées ${span(finding)} : réécrites et toutes les empreintes recalculées ; ${by.fr} le révèlent.`,
        en: `Entries ${span(finding)} were rewritten and all hashes computed anew: ${by.en} show it.`,
      };
    case 'truncated':
      return {
        ar: `القيود ${span(finding)}: حُذفت من آخر السجل، وكشفت ذلك ${by.ar}.`,
        fr: `Entrées ${span(finding)} : retranchées de la fin ; ${by.fr} le révèlent.`,
        en: `Entries ${span(finding)} were cut off the end: ${by.en} show it.`,
      };
    case 'equivocation':
      return {
        ar: `جذر موقّع عند ${finding.size} قيدًا يخالف هذا السجل بينما يطابقه جذر لاحق: عُرض سجل آخر على جهة ما (${by.ar}).`,
        fr: `Une tête signée à ${finding.size} entrées contredit ce journal alors qu’une suivante le confirme : un autre journal a été montré (${by.fr}).`,
        en: `A head signed at ${finding.size} entries contradicts this journal while a later one fits: another journal was shown to someone (${by.en}).`,
      };
    case 'forged-head':
      return {
        ar: `جذر عند ${finding.size} قيدًا لم يوقّعه صاحب السجل (${by.ar}).`,
        fr: `Une tête à ${finding.size} entrées n’est pas signée par le titulaire du journal (${by.fr}).`,
        en: `A head at ${finding.size} entries is not signed by the journal’s party (${by.en}).`,
      };
    default:
      return exhaustive(finding);
  }
};

/** One finding for two of a kind that follow each other; null when they do not. */
export const joinNeighbours = (last: Finding | undefined, next: Finding): Finding | null => {
  if (!last || last.kind !== next.kind || !('to' in last) || !('to' in next)) return null;
  if (last.kind === 'moved' && next.kind === 'moved' && last.at - last.from !== next.at - next.from)
    return null;
  return last.to + 1 === next.from ? { ...last, to: next.to } : null;
};

const placeOf = (finding: Finding): number => ('from' in finding ? finding.from : finding.size);

const isConsequence = ({ kind }: Finding): number => (kind === 'moved' ? 1 : 0);

/** In the order of their places; at one place, what moved others before what was moved by it. */
export const sortFindings = (findings: readonly Finding[]): readonly Finding[] =>
  [...findings].sort((a, b) => placeOf(a) - placeOf(b) || isConsequence(a) - isConsequence(b));
