/**
 * The field's terms that screens and documents both show, in the words that officers use: typed, so that a
 * field or purpose without words does not compile. GLOSSARY.md gives the sources.
 */
import type { Words } from './faults.ts';
import type { Field, Purpose } from './marking.ts';

/** Fields of police work. */
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

/** What information may be used for. */
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
