/** What each grade means, scheme by scheme. The same letter means different things in different schemes. */
import { defineWords } from './define-words.ts';

export const gradingWords = defineWords({
  admiralty: { ar: 'سلّم الأميرالية', fr: 'Code de l’Amirauté', en: 'Admiralty code' },
  'europol-4x4': { ar: 'يوروبول 4×4', fr: 'Europol 4×4', en: 'Europol 4×4' },
  '3x5x2': { ar: 'سلّم 3×5×2', fr: 'Grille 3×5×2', en: '3×5×2' },
  'admiralty-source-A': { ar: 'موثوق تماماً', fr: 'Totalement fiable', en: 'Completely reliable' },
  'admiralty-source-B': { ar: 'موثوق عادةً', fr: 'Habituellement fiable', en: 'Usually reliable' },
  'admiralty-source-C': { ar: 'موثوق نوعاً ما', fr: 'Assez fiable', en: 'Fairly reliable' },
  'admiralty-source-D': { ar: 'غير موثوق عادةً', fr: 'Pas toujours fiable', en: 'Not usually reliable' },
  'admiralty-source-E': { ar: 'غير موثوق', fr: 'Peu sûr', en: 'Unreliable' },
  'admiralty-source-F': { ar: 'يتعذّر تقدير موثوقيته', fr: 'Fiabilité inconnue', en: 'Cannot be judged' },
  'admiralty-information-1': {
    ar: 'أكّدتها مصادر أخرى',
    fr: 'Recoupé par d’autres sources',
    en: 'Confirmed by other sources',
  },
  'admiralty-information-2': { ar: 'صحيحة على الأرجح', fr: 'Probablement vrai', en: 'Probably true' },
  'admiralty-information-3': { ar: 'ممكنة الصحة', fr: 'Peut-être vrai', en: 'Possibly true' },
  'admiralty-information-4': { ar: 'مشكوك فيها', fr: 'Douteux', en: 'Doubtful' },
  'admiralty-information-5': { ar: 'مستبعدة', fr: 'Improbable', en: 'Improbable' },
  'admiralty-information-6': {
    ar: 'يتعذّر تقدير صحتها',
    fr: 'Véracité non évaluable',
    en: 'Truth cannot be judged',
  },
  'europol-4x4-source-A': {
    ar: 'لا شك في صدقه وأهليته، أو ثبتت موثوقيته في كل الحالات',
    fr: 'Fiable sans réserve, ou fiable dans tous les cas passés',
    en: 'No doubt, or reliable in all past instances',
  },
  'europol-4x4-source-B': {
    ar: 'ثبتت موثوقيته في أغلب الحالات',
    fr: 'Fiable dans la plupart des cas',
    en: 'Reliable in most instances',
  },
  'europol-4x4-source-C': {
    ar: 'ثبت عدم موثوقيته في أغلب الحالات',
    fr: 'Non fiable dans la plupart des cas',
    en: 'Unreliable in most instances',
  },
  'europol-4x4-source-X': {
    ar: 'يتعذّر تقدير موثوقيته',
    fr: 'Fiabilité non évaluable',
    en: 'Reliability cannot be assessed',
  },
  'europol-4x4-information-1': {
    ar: 'لا شك في دقتها',
    fr: 'Exactitude certaine',
    en: 'Accuracy not in doubt',
  },
  'europol-4x4-information-2': {
    ar: 'يعلمها المصدر شخصياً دون الموظف المبلِّغ',
    fr: 'Connue personnellement de la source, non de l’agent',
    en: 'Known personally to the source, not to the official',
  },
  'europol-4x4-information-3': {
    ar: 'لا يعلمها المصدر شخصياً لكنّ معلومات أخرى تؤيدها',
    fr: 'Non connue personnellement de la source, mais corroborée',
    en: 'Not known personally to the source, but corroborated',
  },
  'europol-4x4-information-4': {
    ar: 'لا يعلمها المصدر شخصياً ولا يمكن تأييدها',
    fr: 'Non connue personnellement de la source, non corroborable',
    en: 'Not known personally to the source and cannot be corroborated',
  },
  '3x5x2-source-1': { ar: 'موثوق', fr: 'Fiable', en: 'Reliable' },
  '3x5x2-source-2': { ar: 'لم يُختبر', fr: 'Non éprouvée', en: 'Untested' },
  '3x5x2-source-3': { ar: 'غير موثوق', fr: 'Non fiable', en: 'Not reliable' },
  '3x5x2-information-A': {
    ar: 'معلومة مباشرة',
    fr: 'Connue directement',
    en: 'Known directly',
  },
  '3x5x2-information-B': {
    ar: 'غير مباشرة ومؤيَّدة',
    fr: 'Indirecte mais corroborée',
    en: 'Known indirectly but corroborated',
  },
  '3x5x2-information-C': { ar: 'غير مباشرة', fr: 'Connue indirectement', en: 'Known indirectly' },
  '3x5x2-information-D': { ar: 'غير معلومة', fr: 'Non connue', en: 'Not known' },
  '3x5x2-information-E': { ar: 'يُشتبه في كذبها', fr: 'Suspectée fausse', en: 'Suspected to be false' },
  '3x5x2-handling-P': {
    ar: 'يجوز تبادلها قانوناً',
    fr: 'Partage légal permis',
    en: 'Lawful sharing permitted',
  },
  '3x5x2-handling-C': {
    ar: 'يجوز تبادلها قانوناً بشروط',
    fr: 'Partage légal permis sous conditions',
    en: 'Lawful sharing permitted with conditions',
  },
});
