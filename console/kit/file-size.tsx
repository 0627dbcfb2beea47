import { useReading } from './language.tsx';

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** A number of bytes as people say it: `3.2 MB`. */
export const useFileSize = (): ((bytes: number) => string) => {
  const { locale } = useReading();
  return (bytes) => {
    const step = bytes < 1_000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
    const value = bytes / 1_000 ** step;
    const digits = { maximumFractionDigits: step > 0 && value < 10 ? 1 : 0 };
    const named = { style: 'unit', unit: units[step] ?? 'byte', unitDisplay: 'short' } as const;
    return new Intl.NumberFormat(locale, { ...named, ...digits }).format(value);
  };
};
