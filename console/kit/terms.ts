/**
 * The field's terms as shown on screen, in the words that officers use: one catalogue, typed against the
 * kernel so that a role, field or purpose without words does not compile. GLOSSARY.md gives the sources.
 */
import type { Role } from '../../server/kernel/decision.ts';
import type { Words } from '../../server/kernel/faults.ts';
import type { Field, PersonCategory, Purpose } from '../../server/kernel/marking.ts';
import { gradingTerms, markingTerms } from './marking-terms.ts';

export type ItemState = 'draft' | 'proposed' | 'returned' | 'released' | 'received' | 'recalled';
export type LinkState =
  | 'proposed'
  | 'offered'
  | 'accepted-here'
  | 'accepted-there'
  | 'active'
  | 'suspended'
  | 'ended';
export type AgreementState = 'draft' | 'proposed' | 'in-force' | 'ended';
export type CircleKind = 'bilateral' | 'event' | 'region';

const roles: Record<Role, Words> = {
  'watch-officer': { ar: 'ضابط المداومة', fr: 'Officier de permanence', en: 'Watch officer' },
  'liaison-officer': { ar: 'ضابط اتصال', fr: 'Officier de liaison', en: 'Liaison officer' },
  analyst: { ar: 'محلل معلومات', fr: 'Analyste du renseignement', en: 'Intelligence analyst' },
  'centre-head': { ar: 'رئيس المركز', fr: 'Chef du centre', en: 'Head of the centre' },
  'event-planner': { ar: 'ضابط التخطيط للتظاهرات', fr: 'Officier planification', en: 'Event planner' },
  'operation-commander': {
    ar: 'قائد العملية',
    fr: 'Commandant de l’opération',
    en: 'Operation commander',
  },
  'field-officer': { ar: 'عنصر ميداني', fr: 'Policier de terrain', en: 'Field officer' },
  'host-officer': {
    ar: 'ضابط مرافق من البلد المضيف',
    fr: 'Binôme du pays hôte',
    en: 'Host officer',
  },
  'contact-point': {
    ar: 'نقطة الاتصال الوطنية',
    fr: 'Point de contact national',
    en: 'National contact point',
  },
  'service-head': { ar: 'رئيس الجهاز', fr: 'Chef de service', en: 'Head of service' },
  'data-protection-officer': {
    ar: 'مندوب حماية المعطيات الشخصية',
    fr: 'Délégué à la protection des données',
    en: 'Data protection officer',
  },
  administrator: { ar: 'مسؤول النظام', fr: 'Administrateur', en: 'Administrator' },
  observer: { ar: 'ملاحظ', fr: 'Observateur', en: 'Observer' },
  connector: { ar: 'نظام موصول', fr: 'Système raccordé', en: 'Connected system' },
};

const fields: Record<Field, Words> = {
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

const purposes: Record<Purpose, Words> = {
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

const personCategories: Record<PersonCategory, Words> = {
  suspect: { ar: 'مشتبه فيه', fr: 'Mis en cause', en: 'Suspect' },
  convicted: { ar: 'محكوم عليه', fr: 'Condamné', en: 'Convicted person' },
  victim: { ar: 'ضحية', fr: 'Victime', en: 'Victim' },
  witness: { ar: 'شاهد', fr: 'Témoin', en: 'Witness' },
  contact: { ar: 'شخص على صلة بالمعني بالأمر', fr: 'Contact ou relation', en: 'Contact or associate' },
};

const itemStates: Record<ItemState, Words> = {
  draft: { ar: 'مسودة', fr: 'Brouillon', en: 'Draft' },
  proposed: { ar: 'في انتظار الإذن بالإرسال', fr: 'Soumis à validation', en: 'Awaiting release' },
  returned: { ar: 'أعيد إلى محرره', fr: 'Renvoyé au rédacteur', en: 'Returned to the author' },
  released: { ar: 'أُذن بإرساله', fr: 'Diffusion autorisée', en: 'Released' },
  received: { ar: 'وارد', fr: 'Reçu', en: 'Received' },
  recalled: { ar: 'سُحب', fr: 'Rappelé', en: 'Recalled' },
};

const linkStates: Record<LinkState, Words> = {
  proposed: { ar: 'عرضناه، في انتظار الشريك', fr: 'Proposé par nous', en: 'Proposed by us' },
  offered: {
    ar: 'عرضه الشريك، في انتظار قراركم',
    fr: 'Proposé par le partenaire',
    en: 'Offered by the partner',
  },
  'accepted-here': {
    ar: 'قبلناه، في انتظار قبول الشريك',
    fr: 'Accepté ici, le partenaire doit confirmer',
    en: 'Accepted here, awaiting the partner',
  },
  'accepted-there': {
    ar: 'قبله الشريك، في انتظار قبولكم',
    fr: 'Accepté par le partenaire, à confirmer ici',
    en: 'Accepted by the partner, to confirm here',
  },
  active: { ar: 'قائم', fr: 'Actif', en: 'Active' },
  suspended: { ar: 'موقوف مؤقتا', fr: 'Suspendu', en: 'Suspended' },
  ended: { ar: 'منتهٍ', fr: 'Clos', en: 'Ended' },
};

const agreementStates: Record<AgreementState, Words> = {
  draft: { ar: 'مسودة', fr: 'Projet', en: 'Draft' },
  proposed: { ar: 'معروض للتوقيع', fr: 'Soumis à signature', en: 'Proposed for signature' },
  'in-force': { ar: 'ساري المفعول', fr: 'En vigueur', en: 'In force' },
  ended: { ar: 'منتهي المفعول', fr: 'Expiré ou dénoncé', en: 'Ended' },
};

const circleKinds: Record<CircleKind, Words> = {
  bilateral: { ar: 'ثنائية', fr: 'Bilatéral', en: 'Bilateral' },
  event: { ar: 'خاصة بتظاهرة', fr: 'Événement', en: 'Event' },
  region: { ar: 'إقليمية', fr: 'Régional', en: 'Regional' },
};

/** Every coded term with its words. Codes (TLP:AMBER, H1, B2) are written alike in all languages. */
export const terms = {
  roles,
  fields,
  purposes,
  personCategories,
  ...markingTerms,
  gradings: gradingTerms,
  states: { item: itemStates, link: linkStates, agreement: agreementStates },
  circleKinds,
} as const;
