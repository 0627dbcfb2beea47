/** How things of an event are called for their reader. */
import { useCallback } from 'react';
import type { Name } from '../../../server/capabilities/events/contract.ts';
import type { Language } from '../../../server/kernel/faults.ts';
import { useReading } from '../../kit/language.tsx';

const order: Readonly<Record<Language, readonly Language[]>> = {
  ar: ['ar', 'fr', 'en'],
  fr: ['fr', 'en', 'ar'],
  en: ['en', 'fr', 'ar'],
};

/** The name in the reader's language, else in one that it has. */
export const useNameOf = (): ((name: Name) => string) => {
  const { language } = useReading();
  return useCallback(
    (name) => order[language].map((one) => name[one]).find((one) => one !== undefined) ?? '',
    [language],
  );
};

/** A country by its name; what is no code of a country stays as it is. */
export const useNationName = (): ((nation: string) => string) => {
  const { locale } = useReading();
  return useCallback(
    (nation) =>
      /^[A-Z]{2}$/.test(nation)
        ? (new Intl.DisplayNames(locale, { type: 'region' }).of(nation) ?? nation)
        : nation,
    [locale],
  );
};

/** Numbers as the reader writes them. */
export const useNumber = (): ((value: number) => string) => {
  const { locale } = useReading();
  return useCallback((value) => new Intl.NumberFormat(locale).format(value), [locale]);
};
