/** Texts of a request as a document: what stands on paper, in each language. */
import type { Words } from '../../../kernel/faults.ts';
import type { Field, Purpose } from '../../../kernel/marking.ts';
import type { FollowUp, RefusalGround, StepKind, StrandState, Urgency } from '../vocabulary.ts';

export const exportWords = {
  kind: { ar: 'طلب معلومات', fr: 'Demande d’information', en: 'Request for information' },
  page: { ar: 'صفحة {page} من {pages}', fr: 'Page {page} sur {pages}', en: 'Page {page} of {pages}' },
  requester: { ar: 'الجهة الطالبة', fr: 'Service demandeur', en: 'Requester' },
  addressees: { ar: 'الجهات المطلوب إليها', fr: 'Destinataires', en: 'Addressees' },
  field: { ar: 'المجال', fr: 'Domaine', en: 'Field' },
  purpose: { ar: 'الغرض', fr: 'Finalité', en: 'Purpose' },
  basis: { ar: 'السند القانوني', fr: 'Base juridique', en: 'Legal basis' },
  urgency: { ar: 'درجة الاستعجال', fr: 'Urgence', en: 'Urgency' },
  reason: { ar: 'سبب الاستعجال', fr: 'Motif de l’urgence', en: 'Why it is urgent' },
  languages: { ar: 'لغات الرد', fr: 'Langues de réponse', en: 'Languages of the answer' },
  asked: { ar: 'المطلوب', fr: 'Objet de la demande', en: 'What is asked' },
  known: { ar: 'المعلوم حالياً', fr: 'Éléments déjà connus', en: 'What is known' },
  subjects: { ar: 'موضوع الطلب', fr: 'Personnes et éléments visés', en: 'About whom or what' },
  strands: { ar: 'مآل الطلب لدى كل جهة', fr: 'Suites par destinataire', en: 'What became of it' },
  addressee: { ar: 'الجهة المطلوب إليها', fr: 'Destinataire', en: 'Addressee' },
  state: { ar: 'الحالة', fr: 'État', en: 'State' },
  due: { ar: 'الأجل', fr: 'Échéance', en: 'Due' },
  ground: { ar: 'سبب الرفض', fr: 'Motif du refus', en: 'Ground' },
  grading: { ar: 'التقييم', fr: 'Cotation', en: 'Grade' },
  steps: { ar: 'المراسلات', fr: 'Échanges', en: 'What was said' },
  answers: { ar: 'الردود', fr: 'Réponses', en: 'Answers' },
  none: { ar: 'لا رد بعد.', fr: 'Aucune réponse à ce jour.', en: 'There is no answer yet.' },
  useful: { ar: 'الجدوى {mark} من 5', fr: 'Utilité {mark} sur 5', en: 'Usefulness {mark} of 5' },
  recalled: {
    ar: 'استُرجع الطلب ولم يبق مضمونه.',
    fr: 'La demande a été rappelée ; son contenu n’est plus disponible.',
    en: 'The request was recalled; its content is gone.',
  },
} satisfies Readonly<Record<string, Words>>;

export const languageWords: Readonly<Record<'ar' | 'fr' | 'en', Words>> = {
  ar: { ar: 'العربية', fr: 'arabe', en: 'Arabic' },
  fr: { ar: 'الفرنسية', fr: 'français', en: 'French' },
  en: { ar: 'الإنجليزية', fr: 'anglais', en: 'English' },
};

export const urgencyWords: Readonly<Record<Urgency, Words>> = {
  urgent: { ar: 'عاجل', fr: 'Urgent', en: 'Urgent' },
  'urgent-indirect': {
    ar: 'عاجل، بولوج غير مباشر',
    fr: 'Urgent, accès indirect',
    en: 'Urgent, indirect access',
  },
  ordinary: { ar: 'عادي', fr: 'Ordinaire', en: 'Ordinary' },
  'older-rule': { ar: 'القاعدة القديمة', fr: 'Ancienne règle', en: 'Older rule' },
};

export const stateWords: Readonly<Record<StrandState, Words>> = {
  sent: { ar: 'أُرسل', fr: 'Envoyée', en: 'Sent' },
  received: { ar: 'وصل', fr: 'Reçue', en: 'Received' },
  accepted: { ar: 'قُبل', fr: 'Acceptée', en: 'Accepted' },
  clarification: { ar: 'طُلب توضيح', fr: 'Précisions demandées', en: 'Clarification asked' },
  refused: { ar: 'رُفض', fr: 'Refusée', en: 'Refused' },
  partly: { ar: 'رد جزئي', fr: 'Réponse partielle', en: 'Partly answered' },
  answered: { ar: 'تم الرد', fr: 'Répondue', en: 'Answered' },
  'no-record': { ar: 'لا معلومات', fr: 'Néant', en: 'No record' },
  feedback: { ar: 'أُفيد عن الجدوى', fr: 'Retour d’utilité donné', en: 'Feedback given' },
  closed: { ar: 'أُغلق', fr: 'Close', en: 'Closed' },
  withdrawn: { ar: 'سُحب', fr: 'Retirée', en: 'Withdrawn' },
};

export const stepWords: Readonly<Record<StepKind, Words>> = {
  received: { ar: 'وصل الطلب', fr: 'Demande reçue', en: 'Request received' },
  accepted: { ar: 'قُبل الطلب', fr: 'Demande acceptée', en: 'Request accepted' },
  'clarification-asked': { ar: 'طُلب توضيح', fr: 'Précisions demandées', en: 'Clarification asked' },
  refused: { ar: 'رُفض الطلب', fr: 'Demande refusée', en: 'Request refused' },
  partly: { ar: 'رد جزئي', fr: 'Réponse partielle', en: 'Answered in part' },
  answered: { ar: 'رد كامل', fr: 'Réponse complète', en: 'Answered in full' },
  'no-record': { ar: 'لا معلومات لدى الجهة', fr: 'Réponse : néant', en: 'No record held' },
  clarified: { ar: 'قُدّم التوضيح', fr: 'Précisions données', en: 'Clarification given' },
  feedback: { ar: 'إفادة عن الجدوى', fr: 'Retour d’utilité', en: 'Feedback' },
  closed: { ar: 'أُغلق الطلب', fr: 'Demande close', en: 'Request closed' },
  withdrawn: { ar: 'سُحب الطلب', fr: 'Demande retirée', en: 'Request withdrawn' },
};

export const groundWords: Readonly<Record<RefusalGround, Words>> = {
  'national-security': {
    ar: 'مساس بالمصالح الأساسية للأمن الوطني',
    fr: 'Atteinte aux intérêts essentiels de la sécurité nationale',
    en: 'Essential interests of national security',
  },
  'current-investigation': {
    ar: 'إضرار ببحث جارٍ',
    fr: 'Compromettrait une enquête en cours',
    en: 'Would jeopardise an investigation under way',
  },
  'safety-of-a-person': {
    ar: 'خطر على سلامة شخص',
    fr: 'Mettrait une personne en danger',
    en: 'Would endanger a person',
  },
  disproportionate: {
    ar: 'طلب غير متناسب مع غايته',
    fr: 'Demande disproportionnée',
    en: 'Disproportionate to its purpose',
  },
  'judicial-authorisation': {
    ar: 'لم تأذن السلطة القضائية',
    fr: 'Autorisation judiciaire refusée',
    en: 'Judicial authorisation was not given',
  },
  'outside-competence': {
    ar: 'خارج عن الاختصاص',
    fr: 'Hors de la compétence du service',
    en: 'Outside its competence',
  },
  'legal-basis': {
    ar: 'السند القانوني غير كافٍ',
    fr: 'Base juridique insuffisante',
    en: 'No sufficient legal basis',
  },
  'protected-information': {
    ar: 'معلومات يحميها القانون',
    fr: 'Information protégée par la loi',
    en: 'Information that the law protects',
  },
};

export const followUpWords: Readonly<Record<FollowUp, Words>> = {
  arrest: { ar: 'توقيف', fr: 'Interpellation', en: 'Arrest' },
  seizure: { ar: 'حجز', fr: 'Saisie', en: 'Seizure' },
  lead: { ar: 'خيط للبحث', fr: 'Piste d’enquête', en: 'Lead' },
  nothing: { ar: 'لا شيء', fr: 'Rien', en: 'Nothing' },
};

/** What information may be used for, as the console names it: scripts/shared-words.test.ts. */
export const purposeWords: Readonly<Record<Purpose, Words>> = {
  prevention: { ar: 'الوقاية من الجريمة', fr: 'Prévention des infractions', en: 'Prevention of offences' },
  detection: { ar: 'الكشف عن الجرائم', fr: 'Détection des infractions', en: 'Detection of offences' },
  investigation: { ar: 'البحث والتحري', fr: 'Enquête', en: 'Investigation' },
  'event-protection': {
    ar: 'تأمين تظاهرة كبرى',
    fr: 'Protection d’un grand événement',
    en: 'Protection of a major event',
  },
  'threat-protection': {
    ar: 'الوقاية من تهديد يمس الأمن العام',
    fr: 'Protection contre une menace pour la sécurité publique',
    en: 'Protection against a threat to public security',
  },
  identification: { ar: 'تحديد الهوية', fr: 'Identification', en: 'Identification' },
};

/** Fields of police work, as the console names them: scripts/shared-words.test.ts. */
export const fieldWords: Readonly<Record<Field, Words>> = {
  terrorism: { ar: 'مكافحة الإرهاب', fr: 'Lutte antiterroriste', en: 'Counter-terrorism' },
  drugs: {
    ar: 'المخدرات والمؤثرات العقلية',
    fr: 'Stupéfiants et psychotropes',
    en: 'Drugs and psychotropic substances',
  },
  'irregular-migration': {
    ar: 'الهجرة غير النظامية',
    fr: 'Immigration irrégulière',
    en: 'Irregular migration',
  },
  cybercrime: { ar: 'الجرائم السيبرانية', fr: 'Cybercriminalité', en: 'Cybercrime' },
  'organised-crime': {
    ar: 'الجريمة المنظمة العابرة للحدود',
    fr: 'Criminalité organisée transnationale',
    en: 'Transnational organised crime',
  },
  'event-security': {
    ar: 'تأمين التظاهرات الكبرى',
    fr: 'Sécurité des grands événements',
    en: 'Major event security',
  },
  'public-order': { ar: 'النظام العام', fr: 'Ordre public', en: 'Public order' },
  'document-fraud': {
    ar: 'تزوير الوثائق وانتحال الهوية',
    fr: 'Fraude documentaire et à l’identité',
    en: 'Document and identity fraud',
  },
  explosives: { ar: 'المتفجرات', fr: 'Explosifs', en: 'Explosives' },
  firearms: { ar: 'الأسلحة النارية', fr: 'Armes à feu', en: 'Firearms' },
  'human-trafficking': {
    ar: 'الاتجار بالبشر',
    fr: 'Traite des êtres humains',
    en: 'Trafficking in human beings',
  },
  'financial-crime': {
    ar: 'الجرائم المالية وغسل الأموال',
    fr: 'Délinquance financière et blanchiment',
    en: 'Financial crime and money laundering',
  },
  'stolen-property': { ar: 'الممتلكات المسروقة', fr: 'Biens volés', en: 'Stolen property' },
  'missing-persons': { ar: 'الأشخاص المختفون', fr: 'Personnes disparues', en: 'Missing persons' },
};
