/** How the roster's screens say times and specialties: by the clock of the plan's zone. */
import { createContext, useContext, useMemo } from 'react';
import type { Post } from '../../../server/capabilities/roster/contract.ts';
import { specialtyWords } from '../../../server/capabilities/roster/duty-contract.ts';
import { usePick, useReading } from '../../kit/language.tsx';

/** By whose clock the times of a roster are shown (IANA). */
export const RosterZone = createContext('UTC');

const dayMs = 86_400_000;

export const useTimes = () => {
  const zone = useContext(RosterZone);
  const { locale } = useReading();
  const pick = usePick();
  return useMemo(() => {
    const clock = new Intl.DateTimeFormat(locale, {
      ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone },
    });
    const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: zone });
    const weekday = new Intl.DateTimeFormat(locale, {
      ...{ weekday: 'long', day: 'numeric', month: 'long', timeZone: zone },
    });
    const parts = new Intl.DateTimeFormat('en-GB', {
      ...{ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23', timeZone: zone },
    });
    /** The last midnight of the zone before it. */
    const midnight = (at: number): number => {
      const of = (type: string): number =>
        Number(parts.formatToParts(at).find((part) => part.type === type)?.value ?? 0);
      return at - (of('hour') * 3600 + of('minute') * 60 + of('second')) * 1000 - (at % 1000);
    };
    return {
      zone,
      midnight,
      day: (at: number): string => day.format(at),
      weekday: (at: number): string => weekday.format(at),
      clock: (at: number): string => clock.format(at),
      moment: (at: number): string => `${day.format(at)} ${clock.format(at)}`,
      /** Two times of the clock, without their day. */
      clocks: (from: number, to: number): string => `${clock.format(from)}\u00a0–\u00a0${clock.format(to)}`,
      span: (from: number, to: number): string => {
        const end = day.format(from) === day.format(to) ? '' : `${day.format(to)} `;
        return `${day.format(from)} ${clock.format(from)} – ${end}${clock.format(to)}`;
      },
      tick: (at: number, spanMs: number): string =>
        midnight(at) === at || spanMs > 4 * dayMs ? day.format(at) : clock.format(at),
      specialty: (post: Post): string => pick(specialtyWords[post.requirement.specialty]),
    };
  }, [zone, locale, pick]);
};
