/** What the hard rules are called, on screen and in what is refused. */
import { defineDetailWords, type Words } from '../../kernel/faults.ts';
import type { Rule } from './plan.ts';

/** The hard rules, as planners name them. */
export const ruleWords = {
  'not-taskable': { ar: 'غير جاهزة للتكليف', fr: 'Pas en état d’être engagée', en: 'Cannot be tasked' },
  specialty: { ar: 'التخصص', fr: 'Spécialité', en: 'Specialty' },
  skill: { ar: 'المهارات', fr: 'Compétences', en: 'Skills' },
  language: { ar: 'اللغات', fr: 'Langues', en: 'Languages' },
  power: { ar: 'الصلاحيات', fr: 'Pouvoirs', en: 'Powers' },
  size: { ar: 'عدد أفراد الوحدة', fr: 'Effectif', en: 'Team size' },
  'host-pair': { ar: 'الضابط المرافق', fr: 'Binôme', en: 'Host pair' },
  availability: { ar: 'مدة الحضور', fr: 'Disponibilité', en: 'Availability' },
  engaged: {
    ar: 'في خدمة بتظاهرة أخرى',
    fr: 'Engagée dans un autre événement',
    en: 'Engaged in another event',
  },
  home: { ar: 'بُعد مقر الوحدة', fr: 'Éloignement de la base', en: 'Distance from base' },
  forbidden: { ar: 'المنع', fr: 'Interdiction', en: 'Forbidden' },
  overlap: { ar: 'خدمتان في وقت واحد', fr: 'Deux services à la fois', en: 'Two duties at once' },
  travel: { ar: 'مدة التنقل', fr: 'Temps de trajet', en: 'Travel time' },
  rest: { ar: 'الراحة', fr: 'Repos', en: 'Rest' },
  'duty-span': { ar: 'طول الخدمة', fr: 'Amplitude', en: 'Duty span' },
  'hours-per-day': { ar: 'ساعات اليوم', fr: 'Heures par jour', en: 'Hours per day' },
  'hours-per-7-days': { ar: 'ساعات سبعة أيام', fr: 'Heures sur 7 jours', en: 'Hours per 7 days' },
  escort: { ar: 'نسبة المرافقين', fr: 'Taux d’accompagnement', en: 'Escort ratio' },
  'pair-apart': {
    ar: 'ابتعاد الضابط الزائر عن مرافقه',
    fr: 'Binôme séparé',
    en: 'Host pair apart',
  },
  'unknown-post': { ar: 'مركز مجهول', fr: 'Poste inconnu', en: 'Unknown post' },
  'unknown-unit': { ar: 'وحدة مجهولة', fr: 'Unité inconnue', en: 'Unknown unit' },
  seat: { ar: 'المقعد', fr: 'Place', en: 'Seat' },
  period: { ar: 'المدة', fr: 'Période', en: 'Period' },
} as const satisfies Readonly<Record<Rule | 'unknown-post' | 'unknown-unit' | 'seat' | 'period', Words>>;

// A refusal names rules by their codes; its reader is told them in words.
defineDetailWords('roster/rules', ruleWords);
