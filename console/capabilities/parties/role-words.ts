import { defineWords } from '../../kit/define-words.ts';

export const roleWords = defineWords({
  'watch-officer': { ar: 'ضابط المداومة', fr: 'Officier de permanence', en: 'Watch officer' },
  'liaison-officer': { ar: 'ضابط الاتصال', fr: 'Officier de liaison', en: 'Liaison officer' },
  analyst: { ar: 'محلّل', fr: 'Analyste', en: 'Analyst' },
  'centre-head': { ar: 'رئيس المركز', fr: 'Chef du centre', en: 'Centre head' },
  'event-planner': { ar: 'مخطّط التظاهرة', fr: 'Planificateur', en: 'Event planner' },
  'operation-commander': { ar: 'قائد العملية', fr: 'Commandant d’opération', en: 'Operation commander' },
  'field-officer': { ar: 'ضابط ميداني', fr: 'Officier de terrain', en: 'Field officer' },
  'host-officer': { ar: 'ضابط مرافق', fr: 'Officier d’accueil', en: 'Host officer' },
  'contact-point': {
    ar: 'نقطة الاتصال الوطنية',
    fr: 'Point de contact national',
    en: 'National contact point',
  },
  'service-head': { ar: 'رئيس المصلحة', fr: 'Chef de service', en: 'Service head' },
  'data-protection-officer': {
    ar: 'مسؤول حماية المعطيات',
    fr: 'Délégué à la protection des données',
    en: 'Data protection officer',
  },
  administrator: { ar: 'مسؤول المنصّة', fr: 'Administrateur', en: 'Administrator' },
  observer: { ar: 'ملاحظ', fr: 'Observateur', en: 'Observer' },
  connector: { ar: 'نظام موصول', fr: 'Système connecté', en: 'Connected system' },
});
