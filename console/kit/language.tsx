import { createIntl, createIntlCache, type IntlShape } from '@formatjs/intl';
import { DirectionProvider, useDirection } from '@mantine/core';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo } from 'react';
import type { Language, Words } from '../../server/kernel/faults.ts';
import type { WordEntries } from './define-words.ts';
import { type MonthNames, usePreferences } from './preferences.ts';

const cache = createIntlCache();

const arabicLocales: Record<MonthNames, string> = {
  maghrebi: 'ar-MA',
  common: 'ar-u-nu-latn',
  levantine: 'ar-LB-u-nu-latn',
};

/** The BCP 47 locale for dates, numbers and plurals. Digits are the ones used in the Maghreb. */
export const localeOf = (language: Language, months: MonthNames): string =>
  language === 'ar' ? arabicLocales[months] : language === 'fr' ? 'fr-FR' : 'en-GB';

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
  const { language, months } = usePreferences();
  const reading = useMemo(() => make(language, localeOf(language, months)), [language, months]);
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

/** The words of a part, said in the reader's language: `say('key', { count: 3 })`. */
export const useWords = <Entries extends WordEntries>(entries: Entries): Say<Entries> => {
  const { language, locale, intl } = useReading();
  return useCallback(
    (key, values) => {
      const text = entries[key]?.[language] ?? key;
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
