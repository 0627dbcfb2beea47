/** The briefing of a visiting officer, in a language that he understands. Pure. */
import { briefingWords } from './briefing-words.ts';

type BriefingLanguage = keyof typeof briefingWords;
const isBriefed = (language: string): language is BriefingLanguage => Object.hasOwn(briefingWords, language);

/** Languages in which there is a briefing. */
export const briefingLanguages: readonly string[] = Object.keys(briefingWords);

/** The text in the first of his languages in which there is one; null where they have none in common. */
export const briefingFor = (
  languages: readonly string[],
): { readonly language: string; readonly text: string } | null => {
  const language = languages.find(isBriefed);
  return language === undefined ? null : { language, text: briefingWords[language] };
};
