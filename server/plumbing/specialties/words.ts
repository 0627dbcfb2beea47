/** What specialties and powers are called, on screen and on paper, by those who do the work. */
import type { Words } from '../../kernel/faults.ts';
import type { Power, Specialty } from './specialties.ts';

/** Each specialty as officers call it. */
export const specialtyWords: Record<Specialty, Words> = {
  'explosive-dog': {
    ar: 'كلاب كشف المتفجرات',
    fr: 'Équipe cynophile explosifs',
    en: 'Explosive-detection dog team',
  },
  'bomb-disposal': { ar: 'تفكيك المتفجرات', fr: 'Démineur', en: 'Bomb disposal' },
  'counter-drone': { ar: 'مكافحة الطائرات المسيّرة', fr: 'Lutte anti-drone', en: 'Counter-drone' },
  'document-fraud': { ar: 'كشف تزوير الوثائق', fr: 'Fraude documentaire', en: 'Document fraud' },
  spotter: { ar: 'مراقب مشجعين', fr: 'Spotter', en: 'Spotter' },
  mounted: { ar: 'الخيالة', fr: 'Unité équestre', en: 'Mounted unit' },
  motorcyclist: { ar: 'الدراجون', fr: 'Motocycliste', en: 'Motorcyclist' },
  patrol: { ar: 'دورية', fr: 'Patrouille', en: 'Patrol' },
  'public-order': { ar: 'حفظ النظام', fr: 'Maintien de l’ordre', en: 'Public order' },
  'close-protection': { ar: 'حماية الشخصيات', fr: 'Protection rapprochée', en: 'Close protection' },
  screening: { ar: 'التفتيش عند المداخل', fr: 'Filtrage des accès', en: 'Access screening' },
  investigator: { ar: 'محقق', fr: 'Enquêteur', en: 'Investigator' },
  analyst: { ar: 'محلل معلومات', fr: 'Analyste', en: 'Analyst' },
  liaison: { ar: 'ضابط اتصال', fr: 'Officier de liaison', en: 'Liaison officer' },
  cyber: { ar: 'الأمن السيبراني', fr: 'Cybersécurité', en: 'Cyber security' },
  forensics: { ar: 'الشرطة العلمية', fr: 'Police scientifique', en: 'Forensics' },
  cbrn: {
    ar: 'المخاطر النووية والإشعاعية والبيولوجية والكيميائية',
    fr: 'NRBC',
    en: 'CBRN',
  },
  medical: { ar: 'الإسعاف', fr: 'Secours médical', en: 'Medical' },
};

/** Each power as officers call it. */
export const powerWords: Record<Power, Words> = {
  'identity-check': { ar: 'التحقق من الهوية', fr: 'Contrôle d’identité', en: 'Identity check' },
  search: { ar: 'التفتيش', fr: 'Fouille', en: 'Search' },
  arrest: { ar: 'التوقيف', fr: 'Interpellation', en: 'Arrest' },
  'carry-arms': { ar: 'حمل السلاح', fr: 'Port d’arme', en: 'Carrying arms' },
  'traffic-control': { ar: 'تنظيم السير', fr: 'Régulation de la circulation', en: 'Traffic control' },
  'drone-neutralisation': {
    ar: 'تحييد الطائرات المسيّرة',
    fr: 'Neutralisation de drones',
    en: 'Drone neutralisation',
  },
};
