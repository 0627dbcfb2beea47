/** What several screens of assistance show alike: numbers, states, periods, how far it is filled. */
import { Badge, Group, Progress, Text } from '@mantine/core';
import {
  type AskedLine,
  powerWords,
  type Specialty,
  specialtyWords,
  type ThreadState,
} from '../../../server/capabilities/assistance/contract.ts';
import { later } from '../../../server/kernel/time.ts';
import { useDates } from '../../kit/date-time.tsx';
import { usePick, useReading, useWords } from '../../kit/language.tsx';
import styles from './assistance.module.css';
import { assistanceWords } from './words.ts';

/** A number as the reader writes it. */
export const useNumber = (): ((value: number) => string) => {
  const { locale } = useReading();
  return (value) => new Intl.NumberFormat(locale).format(value);
};

/** An amount of a currency as the reader writes it. */
export const money = (locale: string, amount: string, currency: string): string =>
  new Intl.NumberFormat(locale, { style: 'currency', currency }).format(Number(amount));

/** What a specialty is called. */
export const useSpecialty = (): ((specialty: Specialty) => string) => {
  const pick = usePick();
  return (specialty) => pick(specialtyWords[specialty]);
};

/** The days of a period by the reader's clock, both included. */
export const usePeriod = (): ((from: string, to: string) => string) => {
  const say = useWords(assistanceWords);
  const dates = useDates();
  return (from, to) => say('fromTo', { from: dates.dayOf(from), to: dates.dayOf(later(to, -1)) });
};

/** How many are accepted, of how many asked for. */
export const FillBar = ({
  asked,
  accepted,
  offered,
}: {
  asked: number;
  accepted: number;
  offered: number;
}) => {
  const say = useWords(assistanceWords);
  const number = useNumber();
  const label = say('ofCount', { part: number(accepted), whole: number(asked) });
  const share = (part: number): number => (asked === 0 ? 0 : Math.min(100, (100 * part) / asked));
  return (
    <div className={styles.bar}>
      <Text size="sm" component="span">
        {label}
      </Text>
      <Progress.Root size="sm" aria-hidden>
        <Progress.Section value={share(accepted)} />
        <Progress.Section value={Math.max(0, share(offered) - share(accepted))} color="yellow.6" />
      </Progress.Root>
    </div>
  );
};

const colours: Partial<Record<ThreadState, string>> = {
  accepted: 'teal.9',
  offered: 'petrol',
  countered: 'petrol',
  declined: 'gray.7',
  withdrawn: 'red.9',
  cancelled: 'red.9',
};

/** How an ask stands with a partner. */
export const ThreadBadge = ({
  state,
  overdue,
  lapsed,
}: {
  state: ThreadState;
  overdue?: boolean;
  lapsed?: boolean;
}) => {
  const say = useWords(assistanceWords);
  const colour = colours[state];
  return (
    <Group gap={4}>
      <Badge miw="max-content" {...(colour === undefined ? { variant: 'default' } : { color: colour })}>
        {say(`thread-${state}`)}
      </Badge>
      {overdue && (
        <Badge miw="max-content" color="red.9">
          {say('overdue')}
        </Badge>
      )}
      {lapsed && (
        <Badge miw="max-content" color="red.9">
          {say('lapsed')}
        </Badge>
      )}
    </Group>
  );
};

/** Languages as their readers call them. */
export const useLanguageNames = (): ((codes: readonly string[]) => string) => {
  const { locale } = useReading();
  const names = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' });
  return (codes) =>
    new Intl.ListFormat(locale, { type: 'unit' }).format(codes.map((code) => names.of(code) ?? code));
};

/** Languages, powers and skills that those who come are to have. */
export const Traits = ({ languages, powers, skills }: Omit<AskedLine['requirement'], 'specialty'>) => {
  const pick = usePick();
  const nameOf = useLanguageNames();
  const marks = [
    ...languages.map((one) => nameOf([one])),
    ...powers.map((power) => pick(powerWords[power])),
    ...skills,
  ];
  if (marks.length === 0) return null;
  return (
    <Group gap={4}>
      {marks.map((mark) => (
        <Badge key={mark} variant="default" className={styles.trait}>
          <bdi>{mark}</bdi>
        </Badge>
      ))}
    </Group>
  );
};
