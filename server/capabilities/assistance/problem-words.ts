/** What does not hold together in an ask or an answer, in the words of whoever has to mend it. Pure. */
import { Fault, type Language, languages, type Words } from '../../kernel/faults.ts';

const problemWords: Readonly<Record<string, Words>> = {
  answerBy: {
    ar: 'أجل الجواب يكون بعد الآن وقبل آخر يوم مطلوب',
    fr: 'la date de réponse doit être à venir et précéder le dernier jour demandé',
    en: 'the time to answer lies ahead, and before the last day that is asked for',
  },
  lines: {
    ar: 'لا بند، أو بند مكرر',
    fr: 'aucune ligne, ou une ligne en double',
    en: 'there is no line, or one of them twice',
  },
  costs: {
    ar: 'التكاليف: نوع مكرر أو لا محل له هنا',
    fr: 'les coûts : une nature répétée ou hors de propos',
    en: 'costs: one kind twice, or out of place here',
  },
  conditions: {
    ar: 'الشروط لا محل لها هنا',
    fr: 'des conditions hors de propos',
    en: 'conditions are out of place here',
  },
  text: {
    ar: 'التوضيح ناقص أو لا محل له',
    fr: 'des précisions manquantes ou hors de propos',
    en: 'the words are missing or out of place',
  },
  ground: {
    ar: 'سبب الاعتذار ناقص أو لا محل له',
    fr: 'un motif manquant ou hors de propos',
    en: 'the ground is missing or out of place',
  },
  answers: {
    ar: 'لم يُحدَّد العرض المقصود',
    fr: 'l’offre visée n’est pas indiquée',
    en: 'it is not said which offer is meant',
  },
  validUntil: {
    ar: 'أجل العرض انقضى أو لا محل له هنا',
    fr: 'la validité de l’offre est passée ou hors de propos',
    en: 'the offer would have lapsed already, or has no end here',
  },
  circle: {
    ar: 'دائرة تداول لا تُعرف هنا',
    fr: 'un cercle inconnu ici',
    en: 'a circle that is not known here',
  },
  recipients: {
    ar: 'جهاز شريك لا يُعرف هنا',
    fr: 'un partenaire inconnu ici',
    en: 'a partner that is not known here',
  },
  event: {
    ar: 'التظاهرة المختارة لم تعد موجودة',
    fr: 'l’événement choisi n’existe plus',
    en: 'the chosen event is no longer there',
  },
  eraseOn: {
    ar: 'تاريخ المحو لا يوافق الفترة المطلوبة',
    fr: 'la date d’effacement ne convient pas à la période demandée',
    en: 'the day of erasure does not fit the days that are asked for',
  },
  handling: {
    ar: 'رموز الاستعمال ناقصة أو متناقضة',
    fr: 'des codes de traitement manquants ou contradictoires',
    en: 'handling codes are missing or contradict each other',
  },
  handlingText: {
    ar: 'القيود الأخرى غير مبينة كتابة',
    fr: 'les autres restrictions ne sont pas précisées par écrit',
    en: 'other restrictions are not stated in words',
  },
  legalBasis: {
    ar: 'السند القانوني غير مذكور',
    fr: 'la base juridique n’est pas indiquée',
    en: 'the legal basis is not stated',
  },
  reviewOn: {
    ar: 'تاريخ المراجعة انقضى',
    fr: 'la date de réexamen est passée',
    en: 'the day of review is over',
  },
};

/** Of one line, which is named by its number on the screen. */
const lineWords: Readonly<Record<string, Words>> = {
  to: {
    ar: 'البند {number}: آخر يوم يسبق أول يوم أو انقضى',
    fr: 'ligne {number} : le dernier jour précède le premier, ou est passé',
    en: 'line {number}: the last day lies before the first, or is over',
  },
  places: {
    ar: 'البند {number}: إحداثيات مكان ناقصة',
    fr: 'ligne {number} : coordonnées incomplètes d’un lieu',
    en: 'line {number}: a place has half of its coordinates',
  },
  line: {
    ar: 'البند {number} ليس في آخر نسخة من الطلب',
    fr: 'ligne {number} : absente de la dernière version de la demande',
    en: 'line {number} is not in the last version of the ask',
  },
};

const inWords = (problem: string, language: Language): string => {
  const [, at, part = ''] = /^lines\.(\d+)\.(\w+)$/.exec(problem) ?? [];
  const ofLine = at === undefined ? undefined : lineWords[part]?.[language];
  if (ofLine !== undefined) return ofLine.replace('{number}', String(Number(at) + 1));
  return problemWords[problem]?.[language] ?? problem;
};

/** The fault that says what is to be mended; programs find the codes in its details. */
export const unsound = (problems: readonly string[]): Fault => {
  const said = Object.fromEntries(
    languages.map((language) => [
      language,
      problems.map((problem) => inWords(problem, language)).join(language === 'ar' ? '؛ ' : ' ; '),
    ]),
  );
  const { ar = '', fr = '', en = '' } = said;
  return new Fault(
    'assistance/unsound',
    { problems },
    { problems: { ar, fr, en: en.replaceAll(' ; ', '; ') } },
  );
};
