import { defineWords } from '../../kit/define-words.ts';

/** Rules of the roster, as the role screen says them. */
export const rosterRuleWords = defineWords({
  'roster/own-people': {
    ar: 'جدول الخدمة لأفراد الجهاز نفسه، لا للضيوف ولا للعقد الأخرى.',
    fr: 'Le tableau de service n’est visible que du service lui-même, ni des invités ni d’autres nœuds.',
    en: 'The roster is for the service’s own people, not for guests or other nodes.',
  },
  'roster/planners-read': {
    ar: 'يقرأ الجدول ضابط التخطيط ورئيس المركز.',
    fr: 'La planification et le chef du centre lisent le tableau.',
    en: 'The event planner and the head of the centre read the roster.',
  },
  'roster/planners-plan': {
    ar: 'يعدّ الجدول ويعدّله ضابط التخطيط.',
    fr: 'La planification prépare et modifie le tableau.',
    en: 'The event planner drafts and edits the roster.',
  },
  'roster/four-eyes': {
    ar: 'ينشر الجدول رئيس المركز، ولا ينشره من عرضه.',
    fr: 'Le chef du centre publie, jamais celui qui a soumis.',
    en: 'The head of the centre publishes, and never who proposed it.',
  },
  'roster/own-duties': {
    ar: 'يرى الضابط خدماته وخدمات من يرافقه.',
    fr: 'Un officier voit ses services et ceux de son binôme.',
    en: 'An officer sees his own duties and those of the one beside whom he stands.',
  },
  'roster/own-officers': {
    ar: 'تُبلَّغ خدمات الضابط الزائر إلى جهازه وحده.',
    fr: 'Les services d’un officier étranger ne vont qu’à son propre service.',
    en: 'Duties of a visiting officer go to his own service alone.',
  },
});
