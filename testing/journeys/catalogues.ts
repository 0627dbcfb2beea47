/** What the console may say in each language: the catalogues, read as files so that none is forgotten. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Language, languages } from '../../server/kernel/faults.ts';
import { root } from './built.ts';

/** Each language is named in itself, whatever is shown now. */
const languageNames: readonly string[] = ['العربية', 'Français', 'English'];

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

interface Catalogues {
  readonly texts: Readonly<Record<Language, ReadonlySet<string>>>;
  readonly keys: ReadonlySet<string>;
}

const isCatalogueFile = (path: string): boolean =>
  /(words|terms)\.ts$/.test(path) && !/define-words/.test(path);

const gather = (
  value: unknown,
  name: string,
  take: (name: string, words: Record<string, unknown>) => void,
) => {
  if (!isRecord(value)) return;
  if (languages.every((language) => typeof value[language] === 'string')) take(name, value);
  else for (const [key, inner] of Object.entries(value)) gather(inner, key, take);
};

export const readCatalogues = async (): Promise<Catalogues> => {
  const texts = { ar: new Set<string>(), fr: new Set<string>(), en: new Set<string>() };
  const keys = new Set<string>();
  const console = join(root, 'console');
  for (const path of readdirSync(console, { recursive: true, encoding: 'utf8' }).filter(isCatalogueFile))
    gather(await import(join(console, path)), '', (name, words) => {
      for (const language of languages) texts[language].add(String(words[language]));
      // One plain word may well be what is meant; `emptyTeach` and `error-title` never are.
      if (/[a-z][A-Z]|-/.test(name)) keys.add(name);
    });
  return { texts, keys };
};

/** What Arabic police writing keeps in Latin letters: names of standards, of time zones (IANA). */
const keptLatin = new RegExp(
  `\\b(${[
    'https|UTC|[A-Z][a-z]+/[A-Z]\\w+',
    'STIX|TLP|PAP|JSON|IP|MD5|SHA|RED|AMBER|STRICT|GREEN|CLEAR|H\\d|Tansiq',
  ].join('|')})\\b`,
  'g',
);

/** What is wrong with a text that a screen shows in this language; null when nothing is. */
export const judgeText = (shown: string, language: Language, { texts, keys }: Catalogues): string | null => {
  // What stands between isolates is a name or a value: data, not words of the console.
  const text = shown.replaceAll(/\u2068[^\u2069]*\u2069/g, '').trim();
  if (text === '') return null;
  if (/[{}]/.test(text)) return `unformatted: ${text}`;
  if (languageNames.some((name) => text.endsWith(name)) || texts[language].has(text)) return null;
  if (keys.has(text)) return `a key: ${text}`;
  const other = languages.find((entry) => entry !== language && texts[entry].has(text));
  if (other) return `left in ${other}: ${text}`;
  if (language === 'ar' && /[a-z]{3,}/i.test(text.replaceAll(keptLatin, '')))
    return `Latin in Arabic: ${text}`;
  if (language !== 'ar' && /\p{Script=Arabic}{3,}/u.test(text)) return `Arabic in ${language}: ${text}`;
  return null;
};
