/**
 * The agreements of the demo world. The legal bases name real instruments where they are public: the
 * Franco-Moroccan agreement of 30 May 2000 on security cooperation (in force since 1 May 2001), the
 * Franco-Spanish treaty of Blois of 7 July 1998 (French decree 2003-915). The terms given to them here (coded
 * fields, purposes, defaults, end of validity) and the whole event arrangement are invented for the demo.
 */
import { fields } from '../../server/kernel/marking.ts';
import type { ScenarioAgreement, ScenarioCircle } from './world.ts';

const fiveYearsDays = 1826;
const threeYearsDays = 1096;
const blindChecks = { perDay: 2_000, perOfficer: 500 } as const;

export const agreements: readonly ScenarioAgreement[] = [
  {
    key: 'fr-ma',
    title: {
      ar: 'التعاون الأمني بين فرنسا والمغرب',
      fr: 'Coopération de sécurité France – Maroc',
      en: 'Security cooperation France – Morocco',
    },
    legalBasis: {
      ar: 'الاتفاق المبرم بين الحكومتين الفرنسية والمغربية بشأن التعاون في المجال الأمني، 30 ماي 2000',
      fr: 'Accord franco-marocain relatif à la coopération en matière de sécurité, 30 mai 2000',
      en: 'Franco-Moroccan agreement on cooperation in security matters, 30 May 2000',
    },
    invented: false,
    parties: ['fr', 'ma'],
    fields: [
      'terrorism',
      'drugs',
      'irregular-migration',
      'organised-crime',
      'document-fraud',
      'explosives',
      'firearms',
      'human-trafficking',
      'financial-crime',
      'public-order',
      'event-security',
    ],
    purposes: [
      'prevention',
      'detection',
      'investigation',
      'threat-protection',
      'identification',
      'event-protection',
    ],
    validFrom: '2001-05-01',
    validForDays: fiveYearsDays,
    defaults: { tlp: 'amber', pap: 'amber', handling: ['H1', 'H2'] },
    matching: { ...blindChecks, decoysTo: 10 },
  },
  {
    key: 'fr-es',
    title: {
      ar: 'التعاون الشرطي والجمركي بين فرنسا وإسبانيا',
      fr: 'Coopération policière et douanière France – Espagne',
      en: 'Police and customs cooperation France – Spain',
    },
    legalBasis: {
      ar: 'معاهدة بلوا بين فرنسا وإسبانيا بشأن التعاون عبر الحدود في المجالين الشرطي والجمركي، 7 يوليوز 1998',
      fr: 'Traité de Blois du 7 juillet 1998 (coopération transfrontalière policière et douanière)',
      en: 'Treaty of Blois of 7 July 1998 on cross-border police and customs cooperation',
    },
    invented: false,
    parties: ['fr', 'es'],
    fields: [...fields],
    purposes: ['prevention', 'detection', 'investigation', 'threat-protection', 'identification'],
    validFrom: '2003-09-01',
    validForDays: fiveYearsDays,
    defaults: { tlp: 'amber', pap: 'amber', handling: ['H1'] },
  },
  {
    key: 'paris-2024',
    title: {
      ar: 'ترتيب ثلاثي لتأمين ألعاب باريس 2024 (نص موضوع للعرض)',
      fr: 'Arrangement à trois pour la sécurité de Paris 2024 (texte inventé)',
      en: 'Three-party arrangement for the security of Paris 2024 (invented text)',
    },
    legalBasis: {
      ar: 'ترتيب تقني بين الأجهزة الثلاثة لفترة الألعاب (نص موضوع للعرض)',
      fr: 'Arrangement technique entre les trois services pour la durée des Jeux (texte inventé)',
      en: 'Technical arrangement between the three services for the Games (invented text)',
    },
    invented: true,
    parties: ['fr', 'ma', 'es'],
    fields: [
      'event-security',
      'terrorism',
      'public-order',
      'cybercrime',
      'document-fraud',
      'explosives',
      'drugs',
      'organised-crime',
      'missing-persons',
      'stolen-property',
    ],
    purposes: ['event-protection', 'threat-protection', 'prevention', 'detection', 'identification'],
    validFrom: '2024-06-01',
    validForDays: threeYearsDays,
    defaults: { tlp: 'amber', pap: 'amber', handling: ['H0'] },
    readers: 'roles',
    matching: { ...blindChecks, hitsTold: 'identifiers' },
  },
];

export const circles: readonly ScenarioCircle[] = [
  {
    key: 'fr-ma',
    kind: 'bilateral',
    name: { ar: 'فرنسا – المغرب', fr: 'France – Maroc', en: 'France – Morocco' },
    owner: 'fr',
    members: ['fr', 'ma'],
  },
  {
    key: 'fr-es',
    kind: 'bilateral',
    name: { ar: 'فرنسا – إسبانيا', fr: 'France – Espagne', en: 'France – Spain' },
    owner: 'fr',
    members: ['fr', 'es'],
  },
  {
    key: 'paris-2024',
    kind: 'event',
    name: { ar: 'باريس 2024', fr: 'Paris 2024', en: 'Paris 2024' },
    owner: 'fr',
    members: ['fr', 'ma', 'es'],
  },
];
