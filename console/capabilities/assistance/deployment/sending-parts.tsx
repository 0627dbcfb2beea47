/** What became of what was sent of an officer. */
import { Alert, Button, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { UnitView } from '../../../../server/capabilities/assistance/deployment/contract.ts';
import { ErrorNotice } from '../../../kit/error-notice.tsx';
import { usePick, useWords } from '../../../kit/language.tsx';
import styles from './deployment.module.css';
import { NameLink } from './name-link.tsx';
import { useResend } from './queries.ts';
import { screenWords } from './unit-catalogues.ts';

/** Why the other node would not have the name, or that what mends it is on its way. */
export const Sending = ({ unit }: { unit: UnitView }) => {
  const say = useWords(screenWords);
  const pick = usePick();
  const { refusal, amendment, state } = unit;
  return (
    <>
      {refusal !== null && (
        <Alert
          color="red"
          variant="light"
          icon={<IconAlertTriangle aria-hidden />}
          title={say('turnedAway', { why: pick(refusal.says) })}
        >
          {state === 'turned-away' && say('mendAndSend')}
        </Alert>
      )}
      {amendment !== null && (
        <Alert variant="light" title={say(amendment.isSent ? 'mendSent' : 'mendWaits')}>
          {!amendment.isSent && unit.ask !== null && unit.line !== null && (
            <NameLink ask={unit.ask} line={unit.line} />
          )}
        </Alert>
      )}
    </>
  );
};

/** A step that the other node would not have; a fact is sent again. */
export const TurnedAway = ({ unit, step }: { unit: UnitView; step: UnitView['steps'][number] }) => {
  const say = useWords(screenWords);
  const pick = usePick();
  const resend = useResend(unit.id);
  if (step.refusal === null) return null;
  return (
    <>
      <Text size="sm" className={styles.late}>
        {say('turnedAway', { why: pick(step.refusal.says) })}
      </Text>
      {step.resends && (
        <Button
          size="compact-sm"
          variant="default"
          my={6}
          loading={resend.isPending}
          onClick={() => resend.mutate(step.id)}
        >
          {say('resend')}
        </Button>
      )}
      {resend.isError && <ErrorNotice error={resend.error} />}
    </>
  );
};
