/** Parts that the screens of officers share. */
import { Badge, Group, Stack, Text } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import {
  deploymentWay,
  type UnitState,
} from '../../../../server/capabilities/assistance/deployment/contract.ts';
import { later } from '../../../../server/kernel/time.ts';
import { useDates } from '../../../kit/date-time.tsx';
import { useReading, useWords } from '../../../kit/language.tsx';
import { Name } from '../../../kit/name.tsx';
import styles from './deployment.module.css';
import { screenWords, stateWords } from './unit-catalogues.ts';

/** A part of a page, with its heading. */
export const Card = ({
  title,
  children,
  action,
}: {
  title: string;
  children: ReactNode;
  action?: ReactNode;
}) => {
  const id = useId();
  return (
    <section className={styles.card} aria-labelledby={id}>
      <Group justify="space-between" align="flex-start" gap="xs">
        <h2 id={id}>{title}</h2>
        {action}
      </Group>
      {children}
    </section>
  );
};

/** What is wider than a phone is moved aside, by hand or by keys. */
export const Scroll = ({ label, children }: { label: string; children: ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys (WCAG 2.1 §2.1.1)
  <section className={styles.scroll} aria-label={label} tabIndex={0}>
    {children}
  </section>
);

/** Facts by their names. */
export const Facts = ({ facts }: { facts: readonly (readonly [string, ReactNode])[] }) => (
  <dl className={styles.facts}>
    {facts.map(([name, value]) => [
      <dt key={`${name} name`}>{name}</dt>,
      <dd key={`${name} value`}>{value}</dd>,
    ])}
  </dl>
);

/** Filled where it waits for somebody, or is over: dark enough for white letters. */
const colours: Readonly<Partial<Record<UnitState, string>>> = {
  named: 'blue.9',
  arrived: 'blue.9',
  refused: 'red.9',
  'turned-away': 'red.9',
  withdrawn: 'red.9',
  tasked: 'teal.9',
  paired: 'teal.9',
  extended: 'teal.9',
};

export const StateBadge = ({ state }: { state: UnitState }) => {
  const say = useWords(stateWords);
  return (
    <Badge {...(colours[state] === undefined ? { variant: 'default' } : { color: colours[state] })} tt="none">
      {say(state)}
    </Badge>
  );
};

const reached = (state: UnitState): number => deploymentWay.indexOf(state === 'extended' ? 'tasked' : state);

/** The way of an officer, and where on it he is. */
export const Way = ({ state }: { state: UnitState }) => {
  const say = useWords(stateWords);
  const words = useWords(screenWords);
  const at = reached(state);
  return (
    <ol className={styles.way} aria-label={words('way')}>
      {deploymentWay.map((step, index) => (
        <li
          key={step}
          className={styles.step}
          data-reached={index <= at || undefined}
          data-now={index === at || undefined}
          aria-current={index === at ? 'step' : undefined}
        >
          {say(index === at && state === 'extended' ? 'extended' : step)}
        </li>
      ))}
    </ol>
  );
};

interface Named {
  readonly nameLatin: string;
  readonly nameArabic: string;
  readonly rank: string;
}

/** The name in the reader's script first. */
export const nameIn = (language: string, { nameLatin, nameArabic }: Omit<Named, 'rank'>): string =>
  language === 'ar' && nameArabic !== '' ? nameArabic : nameLatin;

export const OfficerName = ({ officer }: { officer: Named }) => {
  const { language } = useReading();
  return (
    <Stack gap={0}>
      <Text fw={600}>
        <Name>{nameIn(language, officer)}</Name>
      </Text>
      <Text size="sm" c="dimmed">
        <Name>{officer.rank}</Name>
      </Text>
    </Stack>
  );
};

/** A period in days. */
export const usePeriod = (): ((period: { readonly from: string; readonly until: string }) => string) => {
  const dates = useDates();
  const say = useWords(screenWords);
  return ({ from, until }) =>
    say('fromTo', { from: dates.dayOf(from), until: dates.dayOf(later(until, -1)) });
};
