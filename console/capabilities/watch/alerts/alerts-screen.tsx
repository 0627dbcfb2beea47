import { Button, Alert as Note, Switch } from '@mantine/core';
import { IconBell, IconPlus } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { EmptyState } from '../../../kit/empty-state.tsx';
import { useWords } from '../../../kit/language.tsx';
import { Page } from '../../../kit/page.tsx';
import { Loaded } from '../../../kit/query.tsx';
import { mayWrite } from '../../parties/role-places.ts';
import { useMe } from '../../parties/session.ts';
import { useEntry } from '../log/queries.ts';
import { setAlarmWanted, useAlarmWanted, useSilence } from './alarm.ts';
import { AlertCard } from './alert-card.tsx';
import { AlertForm } from './alert-form.tsx';
import { alertWords } from './alert-words.ts';
import styles from './alerts.module.css';
import { isToAcknowledge, useAlerts } from './queries.ts';

/** What is to be acknowledged first, then what others have not, then the newest. */
const rankOf = (alert: Parameters<typeof isToAcknowledge>[0]): number => {
  if (isToAcknowledge(alert)) return 0;
  if (alert.ended !== null) return 3;
  const isOpen = alert.countries.some(({ acknowledgedAt }) => acknowledgedAt === null);
  return isOpen || alert.state === 'draft' ? 1 : 2;
};

const FromEntry = ({ id, onDone }: { id: string; onDone: () => void }) => (
  <Loaded query={useEntry(id)}>{(entry) => <AlertForm entry={entry} onDone={onDone} />}</Loaded>
);

const Form = ({ entry, onDone }: { entry: string | undefined; onDone: () => void }) =>
  entry === undefined ? <AlertForm entry={null} onDone={onDone} /> : <FromEntry id={entry} onDone={onDone} />;

const Board = () => {
  const say = useWords(alertWords);
  return (
    <Loaded query={useAlerts()}>
      {(alerts) =>
        alerts.length === 0 ? (
          <EmptyState icon={IconBell} title={say('empty')} teach={say('emptyTeach')} />
        ) : (
          <ul className={styles.list}>
            {alerts
              .toSorted((a, b) => rankOf(a) - rankOf(b))
              .map((alert) => (
                <AlertCard key={alert.id} alert={alert} />
              ))}
          </ul>
        )
      }
    </Loaded>
  );
};

/** The board of alerts: sent and received, and who has not acknowledged. */
export const AlertsScreen = () => {
  const say = useWords(alertWords);
  const me = useMe();
  const { entry } = useSearch({ from: '/watch/alerts' });
  const navigate = useNavigate();
  const wantsAlarm = useAlarmWanted();
  const isSilent = useSilence();
  const [writing, setWriting] = useState(false);
  const writes = mayWrite(me.role) && !me.guest;
  const done = (): void => {
    setWriting(false);
    void navigate({ to: '/watch/alerts', search: {}, replace: true });
  };
  const isOpen = writes && (writing || entry !== undefined);
  return (
    <Page
      title={say('alerts')}
      teach={say('teach')}
      actions={
        <>
          <Switch
            label={say('notify')}
            checked={wantsAlarm}
            onChange={(event) => setAlarmWanted(event.currentTarget.checked)}
          />
          {writes && !isOpen && (
            <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setWriting(true)}>
              {say('write')}
            </Button>
          )}
        </>
      }
    >
      {wantsAlarm && isSilent && (
        <Note color="yellow" role="status">
          {say('silent')}
        </Note>
      )}
      {isOpen && <Form entry={entry} onDone={done} />}
      <Board />
    </Page>
  );
};
