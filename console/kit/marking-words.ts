/** The names of a marking's parts; what their values mean is in terms.ts. */
import { defineWords } from './define-words.ts';

export const markingWords = defineWords({
  banner: { ar: 'وسم التداول', fr: 'Marquage', en: 'Marking' },
  grade: { ar: 'التقييم', fr: 'Cotation', en: 'Grade' },
  noGrade: { ar: 'دون تقييم', fr: 'Non cotée', en: 'Not graded' },
  source: { ar: 'المصدر', fr: 'Source', en: 'Source' },
  information: { ar: 'المعلومة', fr: 'Renseignement', en: 'Information' },
  field: { ar: 'المجال', fr: 'Domaine', en: 'Field' },
  purpose: { ar: 'الغرض', fr: 'Finalité', en: 'Purpose' },
  legalBasis: { ar: 'السند القانوني', fr: 'Base juridique', en: 'Legal basis' },
  releasableTo: { ar: 'الجهات المأذون لها', fr: 'Communicable à', en: 'Releasable to' },
  handling: { ar: 'شروط الاستعمال', fr: 'Conditions d’emploi', en: 'Handling' },
  action: { ar: 'حدود التصرّف', fr: 'Actions permises', en: 'Permitted actions' },
  personCategories: { ar: 'فئات الأشخاص', fr: 'Catégories de personnes', en: 'Person categories' },
  reviewOn: { ar: 'تُراجع في', fr: 'À réexaminer le', en: 'Review on' },
  eraseOn: { ar: 'تُمحى في', fr: 'À effacer le', en: 'Erase on' },
});
