/** Until when an answer is due, as a person says it: what is left, or how late it is. */
import { Text, Tooltip } from '@mantine/core';
import { IconAlarm, IconPlayerPause } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { between } from '../../../server/kernel/time.ts';
import { useDates } from '../../kit/date-time.tsx';
import { useWords } from '../../kit/language.tsx';
import styles from './board.module.css';
import { requestWords } from './words.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** Beyond so many hours it is said in days. */
const hoursSaid = 72;

/** The time, anew each half minute. */
export const useNow = (): string => {
  const [now, setNow] = useState(() => new Date().toISOString());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date().toISOString()), minuteMs / 2);
    return () => clearInterval(timer);
  }, []);
  return now;
};

/** A span as words: minutes, hours, then days. */
export const useSpan = (): ((ms: number) => string) => {
  const say = useWords(requestWords);
  return (ms) => {
    if (ms < hourMs) return say('minutes', { count: Math.floor(ms / minuteMs) });
    const hours = Math.floor(ms / hourMs);
    return hours < hoursSaid
      ? say('hours', { count: hours })
      : say('days', { count: Math.floor(hours / 24) });
  };
};

interface Needs {
  readonly dueAt: string | null;
  readonly pausedAt: string | null;
  /** False while it is not known to have come. */
  readonly begun: boolean;
  readonly now: string;
}

export const Due = ({ dueAt, pausedAt, begun, now }: Needs) => {
  const say = useWords(requestWords);
  const span = useSpan();
  const { moment } = useDates();
  if (dueAt === null && pausedAt === null && begun) return null;
  if (dueAt === null)
    return pausedAt === null ? (
      <Text span size="sm" c="dimmed">
        {say('noClock')}
      </Text>
    ) : (
      <Text span size="sm" c="dimmed" className={styles.due}>
        <IconPlayerPause size={14} aria-hidden style={{ verticalAlign: '-2px' }} /> {say('standsStill')}
      </Text>
    );
  const left = between(now, dueAt);
  const isLate = left < 0;
  return (
    <Tooltip label={moment(dueAt)} events={{ hover: true, focus: true, touch: true }}>
      <Text
        span
        size="sm"
        className={styles.due}
        fw={isLate ? 700 : 400}
        c={isLate ? 'var(--mantine-color-error)' : undefined}
      >
        {isLate && <IconAlarm size={15} aria-hidden style={{ verticalAlign: '-2px' }} />}{' '}
        <time dateTime={dueAt}>{say(isLate ? 'late' : 'left', { time: span(Math.abs(left)) })}</time>
      </Text>
    </Tooltip>
  );
};
