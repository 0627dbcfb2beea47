/** Texts of situation reports that are content: titles, sections, what stands on every document. */
import type { Language, Words } from '../../../kernel/faults.ts';
import type { PartyId } from '../../../kernel/ids.ts';
import type { RequestTold } from '../requested.ts';
import type { ProductKind, SectionKey } from './contract.ts';

export const productTitles: { readonly [Kind in ProductKind]: Words } = {
  daily: { ar: 'نشرة الوضعية اليومية', fr: 'Point de situation quotidien', en: 'Daily situation report' },
  intelligence: {
    ar: 'نشرة الاستعلامات',
    fr: 'Point de renseignement de 9 h 30',
    en: 'Intelligence report, 09:30',
  },
  general: {
    ar: 'نشرة الأمن العام',
    fr: 'Point de sécurité générale de 11 h 30',
    en: 'General security report, 11:30',
  },
};

export const sectionTitles: { readonly [Key in SectionKey]: Words } = {
  assessment: { ar: 'خلاصة وتقدير', fr: 'Synthèse et appréciation', en: 'Summary and assessment' },
  incidents: { ar: 'الحوادث', fr: 'Incidents', en: 'Incidents' },
  decisions: { ar: 'القرارات', fr: 'Décisions', en: 'Decisions' },
  calls: { ar: 'المكالمات', fr: 'Appels', en: 'Calls' },
  observations: { ar: 'معطيات أخرى', fr: 'Autres éléments', en: 'Other matters' },
  requests: { ar: 'طلبات المعلومات', fr: 'Demandes d’information', en: 'Requests for information' },
  threats: { ar: 'التهديدات', fr: 'Menaces', en: 'Threats' },
  crime: { ar: 'الجريمة', fr: 'Criminalité', en: 'Crime' },
  event: {
    ar: 'التظاهرة والأمن العام',
    fr: 'Grand événement et ordre public',
    en: 'Major event and public order',
  },
  order: { ar: 'النظام العام والتدفقات', fr: 'Ordre public et flux', en: 'Public order and flows' },
};

/** On what ground a service makes it. */
export const reportBasis: Words = {
  ar: 'نشرة وضعية أعدّها الجهاز من سجل مداومته',
  fr: 'Point de situation établi par le service d’après sa main courante',
  en: 'Situation report made by the service from its duty log',
};

export const documentWords = {
  page: { ar: 'صفحة {page} من {pages}', fr: 'Page {page} sur {pages}', en: 'Page {page} of {pages}' },
  period: { ar: 'الفترة', fr: 'Période', en: 'Period' },
  circle: { ar: 'الدائرة', fr: 'Cercle', en: 'Circle' },
  version: { ar: 'النسخة', fr: 'Version', en: 'Version' },
  state: { ar: 'الحالة', fr: 'État', en: 'State' },
  draft: { ar: 'مسودة لم تُعتمد', fr: 'Projet non approuvé', en: 'Draft, not approved' },
  approved: {
    ar: 'اعتمدها رئيس المركز',
    fr: 'Approuvé par le chef de centre',
    en: 'Approved by the centre head',
  },
  sent: { ar: 'أُرسلت', fr: 'Diffusé', en: 'Sent' },
  superseded: {
    ar: 'حلّت محلها نسخة أحدث',
    fr: 'Remplacé par une version plus récente',
    en: 'Replaced by a newer version',
  },
  recalled: { ar: 'سُحبت', fr: 'Rappelé', en: 'Recalled' },
  erased: { ar: 'مُحيت', fr: 'Effacé', en: 'Erased' },
  corrects: {
    ar: 'تصحّح هذه النسخة النسخة {version} التي سبقتها وتحل محلها.',
    fr: 'Cette version corrige et remplace la version {version}.',
    en: 'This version corrects and replaces version {version}.',
  },
  none: { ar: 'لا شيء يُذكر.', fr: 'Rien à signaler.', en: 'Nothing to report.' },
  entry: { ar: 'قيد', fr: 'n°', en: 'no.' },
  attachments: { ar: 'المرفقات', fr: 'Pièces jointes', en: 'Attachments' },
  number: { ar: 'رقم القيد', fr: 'N° de l’entrée', en: 'Entry' },
  fileName: { ar: 'اسم الملف', fr: 'Nom du fichier', en: 'File name' },
  hash: { ar: 'بصمة الملف (SHA-256)', fr: 'Empreinte (SHA-256)', en: 'Hash (SHA-256)' },
  request: { ar: 'طلب معلومات', fr: 'demande', en: 'request' },
  marks: {
    ar: 'مُعلَّم ما تغيّر عن {reference}: أخضر للمضاف، وأزرق للمعدّل، وأحمر للمحذوف.',
    fr: 'Marqué par rapport à {reference} : ajouts en vert, modifications en bleu, suppressions en rouge.',
    en: 'Marked against {reference}: added in green, changed in blue, removed in red.',
  },
} as const satisfies Readonly<Record<string, Words>>;

/** What a product says of a request, by names that no grammar bends: asked by this service, and of it. */
const requestTexts = {
  asked: {
    ours: {
      ar: 'طلب موجَّه إلى {who}: «{title}»',
      fr: 'Demande adressée — {who} : « {title} »',
      en: 'Request to {who}: “{title}”',
    },
    theirs: {
      ar: 'طلب وارد من {who}: «{title}»',
      fr: 'Demande reçue — {who} : « {title} »',
      en: 'Request from {who}: “{title}”',
    },
  },
  partly: {
    ours: {
      ar: 'رد جزئي من {who} على طلبنا: «{title}»',
      fr: 'Réponse partielle reçue — {who} : « {title} »',
      en: 'Partial answer from {who} to our request: “{title}”',
    },
    theirs: {
      ar: 'رد جزئي على طلب {who}: «{title}»',
      fr: 'Réponse partielle donnée — {who} : « {title} »',
      en: 'Partial answer to {who}: “{title}”',
    },
  },
  answered: {
    ours: {
      ar: 'رد من {who} على طلبنا: «{title}»',
      fr: 'Réponse reçue — {who} : « {title} »',
      en: 'Answer from {who} to our request: “{title}”',
    },
    theirs: {
      ar: 'رد على طلب {who}: «{title}»',
      fr: 'Réponse donnée — {who} : « {title} »',
      en: 'Answer to {who}: “{title}”',
    },
  },
  'no-record': {
    ours: {
      ar: 'لا معلومات لدى {who} بشأن طلبنا: «{title}»',
      fr: 'Réponse reçue, néant — {who} : « {title} »',
      en: '{who} holds no record on our request: “{title}”',
    },
    theirs: {
      ar: 'لا معلومات لدينا بشأن طلب {who}: «{title}»',
      fr: 'Réponse donnée, néant — {who} : « {title} »',
      en: 'No record held on the request from {who}: “{title}”',
    },
  },
  refused: {
    ours: {
      ar: 'رفض {who} لطلبنا: «{title}»',
      fr: 'Refus reçu — {who} : « {title} »',
      en: '{who} refused our request: “{title}”',
    },
    theirs: {
      ar: 'رفض طلب {who}: «{title}»',
      fr: 'Refus opposé — {who} : « {title} »',
      en: 'Request from {who} refused: “{title}”',
    },
  },
  breached: {
    ours: {
      ar: 'انقضى الأجل دون رد من {who} على طلبنا: «{title}»',
      fr: 'Délai dépassé sans réponse du partenaire — {who} : « {title} »',
      en: 'No answer in time from {who} to our request: “{title}”',
    },
    theirs: {
      ar: 'انقضى أجل ردنا على طلب {who}: «{title}»',
      fr: 'Délai de notre réponse dépassé — {who} : « {title} »',
      en: 'Our answer to {who} is past its time: “{title}”',
    },
  },
} as const satisfies Readonly<Record<string, { readonly ours: Words; readonly theirs: Words }>>;

/** One line of a product on a request, in the product's language. */
export const tellRequest = (
  told: Pick<RequestTold, 'news' | 'outcome' | 'isOurs' | 'others'> & { readonly title: string },
  language: Language,
  nameOf: (party: PartyId) => string,
): string => {
  const texts = requestTexts[told.outcome ?? (told.news === 'breached' ? 'breached' : 'asked')];
  const who = new Intl.ListFormat(language, { type: 'conjunction' }).format(told.others.map(nameOf));
  const parts: Readonly<Record<string, string>> = { who, title: told.title };
  // In one pass: a title that holds the sign of a part is not read as one.
  return texts[told.isOurs ? 'ours' : 'theirs'][language].replaceAll(
    /\{(who|title)\}/g,
    (_sign, part: string) => parts[part] ?? '',
  );
};
