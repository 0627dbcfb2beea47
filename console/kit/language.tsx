import { createIntl, createIntlCache, type IntlShape } from '@formatjs/intl';
import { DirectionProvider, useDirection } from '@mantine/core';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo } from 'react';
import type { Language, Words } from '../../server/kernel/faults.ts';
import type { WordEntries } from './define-words.ts';
import { type DigitKind, type MonthNames, type Preferences, usePreferences } from './preferences.ts';

const cache = createIntlCache();

const arabicLocales: Record<MonthNames, string> = { maghrebi: 'ar-MA', common: 'ar-EG', levantine: 'ar-LB' };
const numbering: Record<DigitKind, string> = { western: 'latn', 'arabic-indic': 'arab' };

/** What decides how dates and numbers are written. */
type Writing = Pick<Preferences, 'language' | 'months' | 'digits'>;

/** The BCP 47 locale for dates, numbers and plurals. In Morocco Arabic is written with Western digits. */
export const localeOf = ({ language, months, digits }: Writing): string =>
  language === 'ar'
    ? `${arabicLocales[months]}-u-nu-${numbering[digits]}`
    : language === 'fr'
      ? 'fr-FR'
      : 'en-GB';

/** The locale of the Hijri date (Umm al-Qura) that is shown beside the Gregorian one. */
export const hijriLocaleOf = (language: Language, digits: DigitKind): string =>
  language === 'ar'
    ? `ar-SA-u-ca-islamic-umalqura-nu-${numbering[digits]}`
    : `${language === 'fr' ? 'fr-FR' : 'en-GB'}-u-ca-islamic-umalqura`;

export const directionOf = (language: Language): 'rtl' | 'ltr' => (language === 'ar' ? 'rtl' : 'ltr');

interface Reading {
  readonly language: Language;
  readonly locale: string;
  readonly intl: IntlShape<string>;
}

const make = (language: Language, locale: string): Reading => ({
  language,
  locale,
  intl: createIntl({ locale, messages: {} }, cache),
});

const ReadingContext = createContext<Reading>(make('en', 'en-GB'));

const FollowDirection = ({ language }: { language: Language }) => {
  const { dir, setDirection } = useDirection();
  useEffect(() => {
    if (dir !== directionOf(language)) setDirection(directionOf(language));
  }, [dir, language, setDirection]);
  return null;
};

/** Gives everything below the reader's language, locale and direction; follows the preference at once. */
export const LanguageProvider = ({ children }: { children: ReactNode }) => {
  const { language, months, digits } = usePreferences();
  const reading = useMemo(
    () => make(language, localeOf({ language, months, digits })),
    [language, months, digits],
  );
  return (
    <DirectionProvider initialDirection={directionOf(language)} detectDirection={false}>
      <FollowDirection language={language} />
      <ReadingContext.Provider value={reading}>{children}</ReadingContext.Provider>
    </DirectionProvider>
  );
};

export const useReading = (): Reading => useContext(ReadingContext);

export type Values = Readonly<Record<string, string | number>>;
export type Say<Entries> = (key: keyof Entries & string, values?: Values) => string;

// First-strong isolates keep a name of the other direction from reordering the sentence around it.
const isolate = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? `\u2068${value}\u2069` : value,
    ]),
  );

/** In French no line begins with these marks: what stands before them, or after «, does not break. */
const unbroken = (text: string): string =>
  text.replaceAll(/ (?=[;:!?»])/g, '\u202f').replaceAll(/(?<=«) /g, '\u202f');

/** The words of a part, said in the reader's language: `say('key', { count: 3 })`. */
export const useWords = <Entries extends WordEntries>(entries: Entries): Say<Entries> => {
  const { language, locale, intl } = useReading();
  return useCallback(
    (key, values) => {
      const written = entries[key]?.[language] ?? key;
      const text = language === 'fr' ? unbroken(written) : written;
      if (!values && !text.includes('{')) return text;
      const said = intl.formatters.getMessageFormat(text, locale).format(isolate(values ?? {}));
      return typeof said === 'string' ? said : String(said);
    },
    [entries, language, locale, intl],
  );
};

/** Text that comes in three languages from the node, in the reader's. */
export const usePick = (): ((words: Words) => string) => {
  const { language } = useReading();
  return useCallback((words) => words[language], [language]);
};
