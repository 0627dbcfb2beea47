/** What each label of a marking means, in plain words. The labels themselves are never translated. */
import { defineWords } from './define-words.ts';

export const markingWords = defineWords({
  banner: { ar: 'وسم التداول', fr: 'Marquage', en: 'Marking' },
  'tlp-clear': {
    ar: 'يجوز نشرها للعموم.',
    fr: 'Peut être rendue publique.',
    en: 'May be made public.',
  },
  'tlp-green': {
    ar: 'متداولة بين المصالح الشريكة، ولا تُنشر للعموم.',
    fr: 'Circule entre services partenaires ; pas de publication.',
    en: 'May circulate among partner services; not public.',
  },
  'tlp-amber': {
    ar: 'للمصالح المستلمة ومن تخدمهم، في حدود الحاجة إلى المعرفة.',
    fr: 'Services destinataires et leurs partenaires directs, selon le besoin d’en connaître.',
    en: 'For the receiving services and those they serve, on a need-to-know basis.',
  },
  'tlp-amber+strict': {
    ar: 'للمصالح المستلمة وحدها، في حدود الحاجة إلى المعرفة.',
    fr: 'Services destinataires exclusivement, selon le besoin d’en connaître.',
    en: 'For the receiving services only, on a need-to-know basis.',
  },
  'tlp-red': {
    ar: 'للمستلمين المعيّنين وحدهم، ولا تُحال على أي شخص آخر.',
    fr: 'Destinataires désignés uniquement ; aucune rediffusion.',
    en: 'For the named recipients only; no onward sharing.',
  },
  'pap-clear': { ar: 'لا قيد على الاستعمال.', fr: 'Emploi sans restriction.', en: 'No limit on use.' },
  'pap-green': {
    ar: 'يجوز القيام بإجراءات ظاهرة في حدود القانون.',
    fr: 'Actions visibles permises, dans le cadre de la loi.',
    en: 'Visible action is allowed, within the law.',
  },
  'pap-amber': {
    ar: 'بحث غير مباشر فقط: لا إجراء يصل إلى علم المعني.',
    fr: 'Recherches indirectes seulement : rien qui parvienne à l’intéressé.',
    en: 'Indirect checks only: nothing that reaches the subject.',
  },
  'pap-red': {
    ar: 'داخل أنظمة المصلحة فقط: لا إجراء يمكن أن يُلاحظ.',
    fr: 'Dans les systèmes du service uniquement : rien de détectable.',
    en: 'Inside the service’s own systems only: nothing that can be noticed.',
  },
  'handling-H0': {
    ar: 'استعمال لأغراض الشرطة وفق القانون.',
    fr: 'Usage de police dans le cadre de la loi.',
    en: 'Police use under the law.',
  },
  'handling-H1': {
    ar: 'لا تُستعمل في مسطرة قضائية دون إذن الجهة المصدرة.',
    fr: 'Pas d’usage en procédure judiciaire sans l’accord du service émetteur.',
    en: 'Not in judicial proceedings without the provider’s permission.',
  },
  'handling-H2': {
    ar: 'لا تُحال على جهة أخرى دون إذن الجهة المصدرة.',
    fr: 'Pas de diffusion sans l’accord du service émetteur.',
    en: 'No dissemination without the provider’s permission.',
  },
  'handling-H3': {
    ar: 'قيود أخرى مبيّنة كتابةً.',
    fr: 'Autres restrictions, précisées par écrit.',
    en: 'Other restrictions, given in words.',
  },
  grade: { ar: 'التقييم', fr: 'Cotation', en: 'Grade' },
  noGrade: { ar: 'دون تقييم', fr: 'Non cotée', en: 'Not graded' },
  source: { ar: 'المصدر', fr: 'Source', en: 'Source' },
  information: { ar: 'المعلومة', fr: 'Renseignement', en: 'Information' },
  field: { ar: 'المجال', fr: 'Domaine', en: 'Field' },
  purpose: { ar: 'الغرض', fr: 'Finalité', en: 'Purpose' },
  legalBasis: { ar: 'السند القانوني', fr: 'Base juridique', en: 'Legal basis' },
  releasableTo: { ar: 'يُسمح بها لـ', fr: 'Communicable à', en: 'Releasable to' },
  handling: { ar: 'شروط الاستعمال', fr: 'Conditions d’emploi', en: 'Handling' },
  action: { ar: 'حدود التصرّف', fr: 'Actions permises', en: 'Permitted actions' },
  personCategories: { ar: 'فئات الأشخاص', fr: 'Catégories de personnes', en: 'Person categories' },
  reviewOn: { ar: 'تُراجع في', fr: 'À réexaminer le', en: 'Review on' },
  eraseOn: { ar: 'تُمحى في', fr: 'À effacer le', en: 'Erase on' },
});

export const fieldWords = defineWords({
  terrorism: { ar: 'الإرهاب', fr: 'Terrorisme', en: 'Terrorism' },
  drugs: { ar: 'المخدرات والمؤثرات العقلية', fr: 'Stupéfiants et psychotropes', en: 'Drugs' },
  'irregular-migration': {
    ar: 'الهجرة غير النظامية',
    fr: 'Immigration irrégulière',
    en: 'Irregular migration',
  },
  cybercrime: { ar: 'الجريمة السيبرانية', fr: 'Cybercriminalité', en: 'Cybercrime' },
  'organised-crime': { ar: 'الجريمة المنظمة', fr: 'Criminalité organisée', en: 'Organised crime' },
  'event-security': {
    ar: 'تأمين التظاهرات الكبرى',
    fr: 'Sécurité des grands événements',
    en: 'Event security',
  },
  'public-order': { ar: 'حفظ النظام', fr: 'Ordre public', en: 'Public order' },
  'document-fraud': { ar: 'تزوير الوثائق', fr: 'Fraude documentaire', en: 'Document fraud' },
  explosives: { ar: 'المتفجرات', fr: 'Explosifs', en: 'Explosives' },
  firearms: { ar: 'الأسلحة النارية', fr: 'Armes à feu', en: 'Firearms' },
  'human-trafficking': { ar: 'الاتجار بالبشر', fr: 'Traite des êtres humains', en: 'Human trafficking' },
  'financial-crime': { ar: 'الجرائم المالية', fr: 'Délinquance financière', en: 'Financial crime' },
  'stolen-property': { ar: 'الممتلكات المسروقة', fr: 'Biens volés', en: 'Stolen property' },
  'missing-persons': { ar: 'المتغيّبون', fr: 'Personnes disparues', en: 'Missing persons' },
});

export const purposeWords = defineWords({
  prevention: { ar: 'الوقاية من الجريمة', fr: 'Prévention', en: 'Prevention' },
  detection: { ar: 'كشف الجريمة', fr: 'Détection', en: 'Detection' },
  investigation: { ar: 'البحث والتحقيق', fr: 'Enquête', en: 'Investigation' },
  'event-protection': { ar: 'حماية تظاهرة', fr: 'Protection d’un événement', en: 'Protection of an event' },
  'threat-protection': {
    ar: 'الحماية من تهديد',
    fr: 'Protection contre une menace',
    en: 'Protection against a threat',
  },
  identification: { ar: 'التشخيص وتحديد الهوية', fr: 'Identification', en: 'Identification' },
});

export const categoryWords = defineWords({
  suspect: { ar: 'مشتبه فيه', fr: 'Suspect', en: 'Suspect' },
  convicted: { ar: 'محكوم عليه', fr: 'Condamné', en: 'Convicted' },
  victim: { ar: 'ضحية', fr: 'Victime', en: 'Victim' },
  witness: { ar: 'شاهد', fr: 'Témoin', en: 'Witness' },
  contact: { ar: 'شخص ذو صلة', fr: 'Contact', en: 'Contact' },
});
