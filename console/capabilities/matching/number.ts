import { useReading } from '../../kit/language.tsx';

/** A number as the reader writes it. */
export const useNumber = (): ((value: number) => string) => {
  const { locale } = useReading();
  return (value) => new Intl.NumberFormat(locale).format(value);
};
