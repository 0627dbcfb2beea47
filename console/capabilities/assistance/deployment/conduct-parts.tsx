/** The pair and the tasks of an officer. */
import { Button, Text } from '@mantine/core';
import type { UnitView } from '../../../../server/capabilities/assistance/deployment/contract.ts';
import { Moment } from '../../../kit/date-time.tsx';
import { ErrorNotice } from '../../../kit/error-notice.tsx';
import { useReading, useWords } from '../../../kit/language.tsx';
import { OwnWords } from '../../../kit/own-words.tsx';
import { useToasts } from '../../../kit/toasts.tsx';
import styles from './deployment.module.css';
import { Card, nameIn } from './parts.tsx';
import { useUnpair } from './queries.ts';
import { actWords, doneWords, screenWords } from './unit-catalogues.ts';

const PairCard = ({ unit }: { unit: UnitView }) => {
  const say = useWords(screenWords);
  const act = useWords(actWords);
  const done = useWords(doneWords);
  const show = useToasts();
  const unpair = useUnpair(unit.id);
  const { language } = useReading();
  const mayEnd = unit.kind === 'visiting' && unit.acts.includes('unpair');
  return (
    <Card title={say('pair')}>
      {unit.pairs.length === 0 && <Text className={styles.late}>{say('noPair')}</Text>}
      <ul className={styles.rows}>
        {unit.pairs.map((pair) => (
          <li key={pair.id} className={styles.row}>
            <div>
              <Text fw={600}>{say('withWhom', { name: nameIn(language, pair) })}</Text>
              <Text size="sm" c="dimmed">
                <Moment at={pair.from} brief /> → <Moment at={pair.until} brief />
              </Text>
            </div>
            {mayEnd && (
              <Button
                size="compact-sm"
                variant="default"
                loading={unpair.isPending}
                onClick={() => unpair.mutate(pair.id, { onSuccess: () => show({ text: done('unpair') }) })}
              >
                {act('unpair')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {unpair.isError && <ErrorNotice error={unpair.error} />}
    </Card>
  );
};

const TaskCard = ({ unit }: { unit: UnitView }) => {
  const say = useWords(screenWords);
  if (unit.tasks.length === 0) return null;
  return (
    <Card title={say('tasks')}>
      <ul className={styles.rows}>
        {unit.tasks.map((task) => (
          <li key={task.id} className={styles.row}>
            <OwnWords>{task.text}</OwnWords>
            <Text size="sm" c="dimmed">
              <Moment at={task.from} brief /> → <Moment at={task.until} brief />
            </Text>
          </li>
        ))}
      </ul>
    </Card>
  );
};

export const ConductParts = ({ unit }: { unit: UnitView }) => (
  <>
    {(unit.kind === 'visiting' || unit.pairs.length > 0) && <PairCard unit={unit} />}
    <TaskCard unit={unit} />
  </>
);
