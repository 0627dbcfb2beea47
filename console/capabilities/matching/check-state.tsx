import { Badge, Button, Text } from '@mantine/core';
import { IconPlayerStop } from '@tabler/icons-react';
import { useState } from 'react';
import type { Check } from '../../../server/capabilities/matching/contract.ts';
import { ConfirmDialog } from '../../kit/confirm-dialog.tsx';
import { DayText, useDates } from '../../kit/date-time.tsx';
import { useWords } from '../../kit/language.tsx';
import { useToasts } from '../../kit/toasts.tsx';
import styles from './matching.module.css';
import { useStopWatch } from './queries.ts';
import { matchingWords } from './words.ts';

/** What is over is said in colour, what is under way quietly. */
const looks = {
  waiting: 'default',
  asked: 'default',
  answered: 'default',
  done: 'light',
  refused: 'filled',
} as const;

/** How far a check has come. */
export const CheckState = ({ check }: { check: Pick<Check, 'state'> }) => {
  const say = useWords(matchingWords);
  return (
    <Badge
      variant={looks[check.state]}
      className={styles.badge}
      {...(check.state === 'refused' ? { color: 'red.9' } : {})}
    >
      {say(`state-${check.state}`)}
    </Badge>
  );
};

const today = (): string => new Date().toISOString().slice(0, 10);

export const isWatching = ({ until }: Pick<Check, 'until'>): boolean => until !== null && until >= today();

/** How a standing watch is: it runs until its day, or it has ended. */
export const WatchState = ({ check }: { check: Pick<Check, 'until' | 'stoppedAt'> }) => {
  const say = useWords(matchingWords);
  const dates = useDates();
  if (check.stoppedAt !== null)
    return <Text size="sm">{say('watchStopped', { when: dates.brief(check.stoppedAt) })}</Text>;
  if (check.until === null) return null;
  return (
    <Text size="sm" component="span">
      {say(isWatching(check) ? 'watchRuns' : 'watchEnded')}
      {' · '}
      {say('until')} <DayText day={check.until} />
    </Text>
  );
};

/** Ends a standing watch before its day. */
export const StopWatch = ({ check }: { check: Pick<Check, 'id' | 'until'> }) => {
  const say = useWords(matchingWords);
  const show = useToasts();
  const stop = useStopWatch();
  const [opened, setOpened] = useState(false);
  if (!isWatching(check)) return null;
  const confirm = (): void =>
    stop.mutate(check.id, {
      onSuccess: () => {
        setOpened(false);
        show({ text: say('watchStoppedToast') });
      },
    });
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconPlayerStop size={16} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        {say('stopWatch')}
      </Button>
      <ConfirmDialog
        opened={opened}
        danger
        title={say('stopWatch')}
        consequence={say('stopWatchWhat')}
        action={say('stopWatch')}
        busy={stop.isPending}
        error={stop.error}
        onConfirm={confirm}
        onClose={() => setOpened(false)}
      />
    </>
  );
};
