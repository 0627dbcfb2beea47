/** What the reader prefers, kept in this browser alone: it says nothing about the person to the node. */
import { useSyncExternalStore } from 'react';
import { type Language, languages } from '../../server/kernel/faults.ts';

/** Month names in Arabic: غشت (Maghreb), أغسطس (common), آب (Levant). */
export const monthNames = ['maghrebi', 'common', 'levantine'] as const;
export type MonthNames = (typeof monthNames)[number];

/** Digits in Arabic: 2026 (Maghreb), ٢٠٢٦ (Mashriq). */
export const digitKinds = ['western', 'arabic-indic'] as const;
export type DigitKind = (typeof digitKinds)[number];

export interface Preferences {
  readonly language: Language;
  readonly months: MonthNames;
  readonly digits: DigitKind;
  /** The Hijri date (Umm al-Qura) beside the Gregorian one. */
  readonly hijri: boolean;
  /** IANA time zone in which times are shown. */
  readonly timeZone: string;
  /** Single-key shortcuts; WCAG 2.2 §2.1.4 wants them to be switchable. */
  readonly shortcuts: boolean;
}

const storageKey = 'tansiq.preferences';

const includes = <Value extends string>(list: readonly Value[], value: unknown): value is Value =>
  list.some((entry) => entry === value);

const browserLanguage = (): Language => {
  const wanted = navigator.languages.map((tag) => tag.slice(0, 2));
  return wanted.map((tag) => languages.find((language) => language === tag)).find(Boolean) ?? 'ar';
};

const initial = (): Preferences => ({
  language: browserLanguage(),
  months: 'maghrebi',
  digits: 'western',
  hijri: false,
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  shortcuts: true,
});

const read = (): Preferences => {
  const defaults = initial();
  try {
    const kept: Partial<Record<keyof Preferences, unknown>> = JSON.parse(
      localStorage.getItem(storageKey) ?? '{}',
    );
    return {
      language: includes(languages, kept.language) ? kept.language : defaults.language,
      months: includes(monthNames, kept.months) ? kept.months : defaults.months,
      digits: includes(digitKinds, kept.digits) ? kept.digits : defaults.digits,
      hijri: kept.hijri === true,
      timeZone: typeof kept.timeZone === 'string' ? kept.timeZone : defaults.timeZone,
      shortcuts: kept.shortcuts !== false,
    };
  } catch {
    // Storage may be forbidden or hold something else: the console works without it.
    return defaults;
  }
};

let current = read();
const listeners = new Set<() => void>();

const applyToDocument = (): void => {
  document.documentElement.lang = current.language;
  document.documentElement.dir = current.language === 'ar' ? 'rtl' : 'ltr';
};
applyToDocument();

export const setPreferences = (change: Partial<Preferences>): void => {
  current = { ...current, ...change };
  try {
    localStorage.setItem(storageKey, JSON.stringify(current));
  } catch {
    // See read(): the choice then lasts until the page is closed.
  }
  applyToDocument();
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const usePreferences = (): Preferences => useSyncExternalStore(subscribe, () => current);
