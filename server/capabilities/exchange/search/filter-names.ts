/**
 * What filters are called in the three languages, and the words for their values. Pure; the console shows
 * the same.
 */
import type { Words } from '../../../kernel/faults.ts';
import type { Field, Tlp } from '../../../kernel/marking.ts';
import type { ItemState } from '../contract.ts';

export const filterKinds = ['title', 'type', 'from', 'field', 'tlp', 'state', 'after', 'before'] as const;
export type FilterKind = (typeof filterKinds)[number];

/** The name to write before the colon, and other names that are understood. */
export const filterNames: { readonly [Kind in FilterKind]: Words & { readonly also: readonly string[] } } = {
  title: { ar: 'العنوان', fr: 'titre', en: 'title', also: ['عنوان'] },
  type: { ar: 'النوع', fr: 'type', en: 'type', also: ['نوع'] },
  from: { ar: 'الجهاز', fr: 'service', en: 'from', also: ['من', 'جهاز', 'مصلحة', 'الجهة', 'جهة', 'de'] },
  field: { ar: 'المجال', fr: 'domaine', en: 'field', also: ['مجال'] },
  tlp: { ar: 'الوسم', fr: 'tlp', en: 'tlp', also: ['وسم', 'marquage'] },
  state: {
    ar: 'الحالة',
    fr: 'état',
    en: 'state',
    also: ['حالة', 'box', 'in', 'dans', 'boîte', 'صندوق', 'الصندوق'],
  },
  after: { ar: 'بعد', fr: 'après', en: 'after', also: ['منذ', 'depuis', 'since'] },
  before: { ar: 'قبل', fr: 'avant', en: 'before', also: ['حتى', "jusqu'au", 'until'] },
};

/** Words by which a field is named; an underscore joins the words of a name. */
export const fieldNames: { readonly [Name in Field]: readonly string[] } = {
  terrorism: ['الإرهاب', 'terrorisme'],
  drugs: ['المخدرات', 'stupéfiants', 'drogues', 'narcotics'],
  'irregular-migration': ['الهجرة', 'immigration', 'migration'],
  cybercrime: ['السيبرانية', 'cybercriminalité', 'cyber'],
  'organised-crime': ['الجريمة_المنظمة', 'criminalité_organisée', 'organised_crime'],
  'event-security': ['التظاهرات', 'événements', 'events'],
  'public-order': ['النظام_العام', 'ordre_public', 'public_order'],
  'document-fraud': ['تزوير_الوثائق', 'fraude_documentaire', 'document_fraud'],
  explosives: ['المتفجرات', 'explosifs'],
  firearms: ['الأسلحة', 'armes', 'weapons'],
  'human-trafficking': ['الاتجار_بالبشر', 'traite', 'human_trafficking'],
  'financial-crime': ['غسل_الأموال', 'blanchiment', 'financial_crime'],
  'stolen-property': ['المسروقات', 'biens_volés', 'stolen_property'],
  'missing-persons': ['المختفون', 'personnes_disparues', 'missing_persons'],
};

export const tlpNames: { readonly [Name in Tlp]: readonly string[] } = {
  clear: ['white', 'blanc', 'أبيض'],
  green: ['vert', 'أخضر'],
  amber: ['ambre', 'orange', 'كهرماني', 'برتقالي'],
  'amber+strict': ['ambre+strict', 'strict', 'amber_strict', 'كهرماني_مقيد'],
  red: ['rouge', 'أحمر'],
};

/** States, also by the box in which they lie. */
export const stateNames: { readonly [Name in ItemState]: readonly string[] } = {
  draft: ['drafts', 'brouillon', 'brouillons', 'مسودة', 'المسودات'],
  proposed: ['to-release', 'à_autoriser', 'soumis', 'في_انتظار_الإذن', 'معروض'],
  returned: ['renvoyé', 'renvoyées', 'معاد', 'معادة'],
  released: ['sent', 'envoyé', 'envoyées', 'الصادر', 'صادر'],
  received: ['inbox', 'reçu', 'reçues', 'الوارد', 'وارد'],
  recalled: ['withdrawn', 'rappelé', 'rappelées', 'مسحوب', 'المسحوبة'],
};

/** Types of STIX objects by the words of the trade; any type can be named as it is written too. */
export const typeNames: Readonly<Record<string, readonly string[]>> = {
  identity: ['person', 'personne', 'organisation', 'شخص', 'هيئة'],
  indicator: ['indicateur', 'مؤشر'],
  incident: ['حادث'],
  location: ['place', 'lieu', 'مكان'],
  note: ['ملاحظة'],
  report: ['rapport', 'تقرير'],
  'user-account': ['account', 'phone', 'compte', 'téléphone', 'حساب', 'هاتف'],
  infrastructure: ['vehicle', 'véhicule', 'مركبة', 'وسيلة', 'vessel', 'navire', 'سفينة'],
  'ipv4-addr': ['ip', 'ipv4'],
  'ipv6-addr': ['ipv6'],
  'domain-name': ['domain', 'domaine', 'نطاق'],
  'email-addr': ['email', 'e-mail', 'courriel', 'بريد'],
  url: ['link', 'lien', 'رابط'],
  file: ['fichier', 'ملف'],
  malware: ['malveillant', 'خبيث'],
  'threat-actor': ['actor', 'auteur', 'فاعل'],
  campaign: ['campagne', 'حملة'],
  tool: ['outil', 'أداة'],
};
