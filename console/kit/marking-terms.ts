/**
 * What each marking and each grade means, in one sentence for the officer who reads it.
 * TLP 2.0 (FIRST), PAP (MISP taxonomy), Europol handling codes, NATO AJP-2.1 (Admiralty), Regulation (EU)
 * 2016/794 art. 29 (4×4), College of Policing intelligence report (3×5×2). A grade is never converted.
 */
import type { Words } from '../../server/kernel/faults.ts';
import type { GradingScheme, gradings, HandlingCode, Pap, Tlp } from '../../server/kernel/marking.ts';

/** The values of one part of one scheme, as the kernel lists them. */
type Part<Scheme extends GradingScheme, Name extends string> = (typeof gradings)[Scheme] extends {
  readonly [N in Name]: readonly (infer Value extends string)[];
}
  ? Value
  : never;

/** The words of one scheme; `handling` only where the scheme has it. */
type SchemeTerms<Scheme extends GradingScheme> = {
  readonly name: Words;
  readonly source: Record<Part<Scheme, 'source'>, Words>;
  readonly information: Record<Part<Scheme, 'information'>, Words>;
  readonly handling: Record<Part<Scheme, 'handling'>, Words>;
};

const tlp: Record<Tlp, Words> = {
  clear: {
    ar: 'لا قيد على النشر؛ يجوز إطلاع العموم.',
    fr: 'Diffusion libre, y compris au public.',
    en: 'No limit on disclosure; may be made public.',
  },
  green: {
    ar: 'للتداول بين الأجهزة الشريكة، دون القنوات المفتوحة للعموم.',
    fr: 'Diffusion entre services partenaires, jamais par un canal public.',
    en: 'For the community of partner services; not by public channels.',
  },
  amber: {
    ar: 'داخل الجهاز المتلقي ومن يعمل لحسابه، لمن تقتضي مهامه الاطلاع عليه فقط.',
    fr: 'Au sein du service destinataire et de ceux pour qui il agit, selon le besoin d’en connaître.',
    en: 'Within the receiving service and those it serves, on a need-to-know basis.',
  },
  'amber+strict': {
    ar: 'داخل الجهاز المتلقي وحده، لمن تقتضي مهامه الاطلاع عليه.',
    fr: 'Au sein du seul service destinataire, selon le besoin d’en connaître.',
    en: 'Within the receiving service only, on a need-to-know basis.',
  },
  red: {
    ar: 'للأشخاص المعنيين بأسمائهم دون غيرهم؛ يُمنع أي إفشاء آخر.',
    fr: 'Pour les seules personnes désignées ; aucune autre diffusion.',
    en: 'For the named recipients only; no further disclosure.',
  },
};

const pap: Record<Pap, Words> = {
  clear: {
    ar: 'لا قيد على استعمال المعلومة.',
    fr: 'Aucune restriction d’emploi.',
    en: 'No restriction on use.',
  },
  green: {
    ar: 'يجوز التصرف في مواجهة الهدف، كالحجب والاتصال المباشر بأجهزته.',
    fr: 'Actions actives permises : bloquer, interroger directement la cible.',
    en: 'Active actions allowed: block the target, contact its machines.',
  },
  amber: {
    ar: 'تحريات سلبية فقط: يجوز الرجوع إلى مصادر الغير دون ملامسة الهدف.',
    fr: 'Vérifications passives : sources de tiers permises, sans contact avec la cible.',
    en: 'Passive checks: third-party sources allowed, no contact with the target.',
  },
  red: {
    ar: 'إجراءات لا يمكن رصدها: البحث في السجلات الداخلية فقط.',
    fr: 'Actions indétectables : recherches dans ses propres fichiers seulement.',
    en: 'Undetectable actions only: search in one’s own records.',
  },
};

const handling: Record<HandlingCode, Words> = {
  H0: {
    ar: 'للاستعمال في الوقاية من الجرائم ومكافحتها فقط، طبقا للقانون.',
    fr: 'À n’utiliser que pour prévenir et combattre la criminalité, dans le respect du droit applicable.',
    en: 'May only be used to prevent and combat crime, in line with applicable law.',
  },
  H1: {
    ar: 'لا يُدلى به في إجراءات قضائية دون إذن الجهة المصدرة.',
    fr: 'À ne pas produire dans une procédure judiciaire sans l’autorisation du fournisseur.',
    en: 'Not to be disclosed in judicial proceedings without the permission of the provider.',
  },
  H2: {
    ar: 'لا يُعمَّم دون إذن الجهة المصدرة.',
    fr: 'À ne pas diffuser sans l’autorisation du fournisseur.',
    en: 'Not to be disseminated without the permission of the provider.',
  },
  H3: {
    ar: 'قيود أخرى مبينة كتابة.',
    fr: 'Autres restrictions, précisées par écrit.',
    en: 'Other restrictions, stated in words.',
  },
};

const admiralty: SchemeTerms<'admiralty'> = {
  name: { ar: 'سلّم الأميرالية', fr: 'Cotation OTAN (A–F × 1–6)', en: 'Admiralty (A–F × 1–6)' },
  source: {
    A: { ar: 'موثوق به تماما', fr: 'Totalement fiable', en: 'Completely reliable' },
    B: { ar: 'موثوق به عادة', fr: 'Habituellement fiable', en: 'Usually reliable' },
    C: { ar: 'موثوق به إلى حد ما', fr: 'Assez fiable', en: 'Fairly reliable' },
    D: { ar: 'غير موثوق به عادة', fr: 'Habituellement non fiable', en: 'Not usually reliable' },
    E: { ar: 'غير موثوق به', fr: 'Non fiable', en: 'Unreliable' },
    F: {
      ar: 'يتعذر تقدير موثوقيته',
      fr: 'Fiabilité impossible à évaluer',
      en: 'Reliability cannot be judged',
    },
  },
  information: {
    '1': { ar: 'أكدتها مصادر أخرى', fr: 'Corroborée par d’autres sources', en: 'Confirmed by other sources' },
    '2': { ar: 'يُرجح أنها صحيحة', fr: 'Probablement vraie', en: 'Probably true' },
    '3': { ar: 'يُحتمل أن تكون صحيحة', fr: 'Peut-être vraie', en: 'Possibly true' },
    '4': { ar: 'مشكوك فيها', fr: 'Douteuse', en: 'Doubtful' },
    '5': { ar: 'مستبعدة', fr: 'Improbable', en: 'Improbable' },
    '6': { ar: 'يتعذر تقدير صحتها', fr: 'Véracité impossible à évaluer', en: 'Truth cannot be judged' },
  },
  handling: {},
};

const europol: SchemeTerms<'europol-4x4'> = {
  name: { ar: 'سلّم يوروبول 4×4', fr: 'Évaluation Europol 4×4', en: 'Europol 4×4' },
  source: {
    A: {
      ar: 'لا شك في أصالته وأهليته، أو ثبتت موثوقيته في جميع الحالات',
      fr: 'Aucun doute sur l’authenticité, la fiabilité et la compétence, ou fiable dans tous les cas',
      en: 'No doubt as to authenticity, trustworthiness and competence, or reliable in all instances',
    },
    B: {
      ar: 'ثبتت موثوقيته في معظم الحالات',
      fr: 'Fiable dans la plupart des cas',
      en: 'Reliable in most instances',
    },
    C: {
      ar: 'ثبت عدم موثوقيته في معظم الحالات',
      fr: 'Non fiable dans la plupart des cas',
      en: 'Unreliable in most instances',
    },
    X: {
      ar: 'لا يمكن تقدير موثوقيته',
      fr: 'Fiabilité impossible à évaluer',
      en: 'Reliability cannot be assessed',
    },
  },
  information: {
    '1': { ar: 'لا شك في دقتها', fr: 'Exactitude ne faisant aucun doute', en: 'Accuracy not in doubt' },
    '2': {
      ar: 'يعرفها المصدر شخصيا دون الموظف الذي ينقلها',
      fr: 'Connue personnellement de la source, non de l’agent qui la transmet',
      en: 'Known personally to the source, not to the official passing it on',
    },
    '3': {
      ar: 'لا يعرفها المصدر شخصيا لكن تعززها معلومات مسجلة من قبل',
      fr: 'Non connue personnellement de la source, mais corroborée par d’autres informations enregistrées',
      en: 'Not known personally to the source, but corroborated by information already recorded',
    },
    '4': {
      ar: 'لا يعرفها المصدر شخصيا ولا سبيل إلى تعزيزها',
      fr: 'Non connue personnellement de la source et impossible à corroborer',
      en: 'Not known personally to the source, and cannot be corroborated',
    },
  },
  handling: {},
};

const british: SchemeTerms<'3x5x2'> = {
  name: { ar: 'السلّم البريطاني 3×5×2', fr: 'Cotation britannique 3×5×2', en: 'United Kingdom 3×5×2' },
  source: {
    '1': { ar: 'موثوق به', fr: 'Fiable', en: 'Reliable' },
    '2': { ar: 'لم يسبق اختباره', fr: 'Non éprouvée', en: 'Untested' },
    '3': { ar: 'غير موثوق به', fr: 'Non fiable', en: 'Not reliable' },
  },
  information: {
    A: { ar: 'معروفة مباشرة', fr: 'Connue directement', en: 'Known directly' },
    B: {
      ar: 'معروفة بطريق غير مباشر ومعززة',
      fr: 'Connue indirectement mais corroborée',
      en: 'Known indirectly but corroborated',
    },
    C: { ar: 'معروفة بطريق غير مباشر', fr: 'Connue indirectement', en: 'Known indirectly' },
    D: { ar: 'غير معروفة', fr: 'Non connue', en: 'Not known' },
    E: { ar: 'يُشتبه في أنها كاذبة', fr: 'Soupçonnée d’être fausse', en: 'Suspected to be false' },
  },
  handling: {
    P: { ar: 'يجوز تبادلها قانونا', fr: 'Partage licite autorisé', en: 'Lawful sharing permitted' },
    C: {
      ar: 'يجوز تبادلها قانونا بشروط',
      fr: 'Partage licite autorisé sous conditions',
      en: 'Lawful sharing permitted with conditions',
    },
  },
};

export const markingTerms = { tlp, pap, handling } as const;

export const gradingTerms: { readonly [Scheme in GradingScheme]: SchemeTerms<Scheme> } = {
  admiralty,
  'europol-4x4': europol,
  '3x5x2': british,
};
