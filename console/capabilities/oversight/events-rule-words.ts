import { defineWords } from '../../kit/define-words.ts';

/** Rules of events, as the role screen says them. */
export const eventsRuleWords = defineWords({
  'events/own-people': {
    ar: 'التظاهرات شأن أفراد الجهاز وحدهم: لا يعلم بها الضيوف ولا الأجهزة الأخرى.',
    fr: 'Les événements ne regardent que le service : ni invités ni autres services n’en ont connaissance.',
    en: 'Events are for this service’s own people: neither guests nor other services are told of them.',
  },
  'events/readers': {
    ar: 'يقرأ ما يُخطَّط له ضابط التخطيط ورئيس المركز ونقطة الاتصال وضابط المداومة وقائد العملية.',
    fr: 'Lisent la planification : l’officier planification, le chef du centre, le point de contact, la permanence et le commandant d’opération.',
    en: 'What is planned is read by the event planner, the centre head, the contact point, the watch and the operation commander.',
  },
  'events/planners': {
    ar: 'ضابط التخطيط للتظاهرات وحده يكتب: المواقع والحصص ومراكز العمل والاستيراد.',
    fr: 'Seul l’officier planification écrit : sites, sessions, postes, imports.',
    en: 'The event planner alone writes: venues, sessions, posts, imports.',
  },
});
