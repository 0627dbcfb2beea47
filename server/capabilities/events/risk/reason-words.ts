/** Why a post is wanted, in words that stay with it. Pure. */
import type { Language, Words } from '../../../kernel/faults.ts';
import type { Name } from '../contract.ts';
import { dayIn, fill } from './fact-words.ts';
import type { Facts, Visitors } from './facts.ts';
import { hazardWords } from './hazards.ts';
import type { Level } from './level.ts';
import type { Template } from './template-contract.ts';

/** Levels, as they are said of a risk. */
export const levelWords: Readonly<Record<Level, Words>> = {
  low: { ar: 'منخفض', fr: 'faible', en: 'low' },
  moderate: { ar: 'متوسط', fr: 'modéré', en: 'moderate' },
  high: { ar: 'مرتفع', fr: 'élevé', en: 'high' },
  critical: { ar: 'حرج', fr: 'critique', en: 'critical' },
};

const sentences = {
  because: {
    ar: '{hazard}: خطر {level}، {place}{day}.',
    fr: '{hazard} : risque {level}, {place}{day}.',
    en: '{hazard}: {level} risk, {place}{day}.',
  },
  people: { ar: ' الجمهور: {count}.', fr: ' Public : {count}.', en: ' Spectators: {count}.' },
  side: {
    ar: ' ينتظر من {nation}: {count}؛ الأفضل ضابط من هذا البلد.',
    fr: ' Attendus de {nation} : {count} ; de préférence un officier de ce pays.',
    en: ' Expected from {nation}: {count}; an officer of that country where there is one.',
  },
  template: {
    ar: ' النموذج «{name}»: {why}',
    fr: ' Modèle « {name} » : {why}',
    en: ' Template “{name}”: {why}',
  },
  assessed: { ar: ' التقييم: {reason}', fr: ' Évaluation : {reason}', en: ' Assessment: {reason}' },
} as const;

/** What is kept of an assessment's own reason: it stands whole with the assessment. */
const assessedLength = 240;
const reasonLength = 1_000;

/** A name in the reader's language, else in the one that there is. */
export const nameIn = (name: Name, language: Language): string =>
  name[language] ?? name.fr ?? name.en ?? name.ar ?? '';

/** Cut at so many UTF-16 units, never within a character. */
const cut = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;

const nationIn = (nation: string, language: Language): string =>
  /^[A-Z]{2}$/.test(nation)
    ? (new Intl.DisplayNames(language, { type: 'region' }).of(nation) ?? nation)
    : nation;

/** The reason of a post, at most a thousand units long. */
export const reasonOf = (
  given: {
    readonly facts: Facts;
    readonly template: Template;
    readonly assessed: { readonly level: Level; readonly reason: string };
    readonly side: Visitors | null;
    readonly people: number | null;
  },
  language: Language,
): string => {
  const { facts, template, assessed, side, people } = given;
  const say = (key: keyof typeof sentences, values: Readonly<Record<string, string | number>>): string =>
    fill(sentences[key][language], values, language);
  const parts = [
    say('because', {
      hazard: hazardWords[template.hazard].name[language],
      level: levelWords[assessed.level][language],
      place: nameIn(facts.name, language),
      day: facts.day === null ? '' : ` (${dayIn(facts.day, language)})`,
    }),
    side !== null
      ? say('side', { nation: nationIn(side.nation, language), count: side.count })
      : people === null
        ? ''
        : say('people', { count: people }),
    say('template', { name: template.name[language], why: template.why[language] }),
    say('assessed', { reason: cut(assessed.reason, assessedLength) }),
  ];
  return cut(parts.join(''), reasonLength);
};

/** Why posts change when they are made again: stands in their history. */
export const generatedBecause: Words = {
  ar: 'من نماذج المخاطر، بحسب المستوى المقيَّم',
  fr: 'D’après les modèles de risque, au niveau évalué',
  en: 'From the risk templates, at the assessed level',
};
