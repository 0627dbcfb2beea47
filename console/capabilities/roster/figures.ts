/** Figures of a roster as their reader writes them. */
import { useMemo } from 'react';
import { useReading } from '../../kit/language.tsx';

/** From here on minutes are told as hours. */
const hoursFrom = 120;

export const useFigures = () => {
  const { locale } = useReading();
  return useMemo(() => {
    const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
    const share = new Intl.NumberFormat(locale, {
      ...{ style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 },
    });
    const unit = (name: 'hour' | 'minute') =>
      new Intl.NumberFormat(locale, {
        ...{ style: 'unit', unit: name, unitDisplay: 'short', maximumFractionDigits: 1 },
      });
    const [hours, minutes] = [unit('hour'), unit('minute')];
    return {
      count: (value: number): string => whole.format(value),
      /** A part of a whole, never rounded up: what is not all is never told as all. */
      percent: (part: number, of: number): string =>
        of === 0 ? '–' : share.format(Math.floor((part / of) * 1000) / 1000),
      /** To the minute. */
      exact: (value: number): string => {
        const [whole, rest] = [Math.floor(value / 60), Math.round(value % 60)];
        const parts = [
          ...(whole > 0 ? [hours.format(whole)] : []),
          ...(rest > 0 ? [minutes.format(rest)] : []),
        ];
        return parts.length === 0 ? minutes.format(0) : parts.join(' ');
      },
      /** Time of duty. */
      time: (value: number): string =>
        value < hoursFrom ? minutes.format(Math.round(value)) : hours.format(value / 60),
    };
  }, [locale]);
};
