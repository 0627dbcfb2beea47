/** The originator's contact point answers a holder who asks to share an item onward. */
import { Button, Checkbox, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ItemControl, RequestRow } from '../../../server/capabilities/exchange/control/contract.ts';
import { dayMs, dayOf, later } from '../../../server/kernel/time.ts';
import { ConfirmDialog } from '../../kit/confirm-dialog.tsx';
import { useWords } from '../../kit/language.tsx';
import { Name } from '../../kit/name.tsx';
import { useToasts } from '../../kit/toasts.tsx';
import { useDecideOnward } from './control-queries.ts';
import { controlWords } from './control-words.ts';
import { PartyChoice } from './onward-ask.tsx';
import { onwardWords } from './onward-words.ts';

/** Days that a consent lasts unless the contact point says otherwise. */
const lastsDays = 30;

interface Needs {
  readonly request: RequestRow;
  readonly tlp: string;
  readonly named: ItemControl['named'];
}

interface Answer {
  readonly decision: 'granted' | 'refused';
  readonly recipients: RequestRow['recipients'];
  readonly until: string;
  readonly namesRed: boolean;
  readonly reason: string;
}

interface FieldNeeds extends Needs {
  readonly answer: Answer;
  readonly onChange: (change: Partial<Answer>) => void;
}

const GrantFields = ({ request, tlp, named, answer, onChange }: FieldNeeds) => {
  const say = useWords(onwardWords);
  return (
    <>
      <PartyChoice
        label={say('forWhom')}
        parties={request.recipients}
        chosen={answer.recipients}
        named={named}
        onChange={(recipients) => onChange({ recipients })}
      />
      <TextInput
        type="date"
        label={say('until')}
        value={answer.until}
        onChange={(event) => onChange({ until: event.currentTarget.value })}
      />
      {tlp === 'red' && (
        <Checkbox
          label={say('namesRed')}
          checked={answer.namesRed}
          onChange={(event) => onChange({ namesRed: event.currentTarget.checked })}
        />
      )}
    </>
  );
};

const AnswerFields = (needs: FieldNeeds) => {
  const { request, answer, onChange } = needs;
  const say = useWords(onwardWords);
  const control = useWords(controlWords);
  return (
    <>
      <Text size="sm">
        <Name>{request.reason}</Name>
      </Text>
      <Radio.Group
        aria-label={say('decide')}
        value={answer.decision}
        onChange={(value) => onChange({ decision: value === 'granted' ? 'granted' : 'refused' })}
      >
        <Stack gap="xs">
          <Radio value="granted" label={say('grant')} />
          <Radio value="refused" label={say('refuse')} />
        </Stack>
      </Radio.Group>
      {answer.decision === 'granted' ? (
        <GrantFields {...needs} />
      ) : (
        <TextInput
          label={control('reason')}
          required
          dir="auto"
          maxLength={1000}
          value={answer.reason}
          onChange={(event) => onChange({ reason: event.currentTarget.value })}
        />
      )}
    </>
  );
};

const isWhole = (answer: Answer, tlp: string): boolean =>
  answer.decision === 'refused'
    ? answer.reason.trim() !== ''
    : answer.recipients.length > 0 && answer.until !== '' && (tlp !== 'red' || answer.namesRed);

export const DecideButton = ({ request, tlp, named }: Needs) => {
  const say = useWords(onwardWords);
  const show = useToasts();
  const decide = useDecideOnward(request.id);
  const [opened, setOpened] = useState(false);
  const [answer, setAnswer] = useState<Answer>(() => ({
    decision: 'granted',
    recipients: [...request.recipients],
    until: dayOf(later(new Date().toISOString(), lastsDays * dayMs)),
    namesRed: false,
    reason: '',
  }));
  const onSuccess = (): void => {
    setOpened(false);
    show({ text: say('decided') });
  };
  const confirm = (): void => {
    const recipients = answer.decision === 'refused' ? request.recipients : answer.recipients;
    decide.mutate({ ...answer, recipients, reason: answer.reason.trim() || null }, { onSuccess });
  };
  return (
    <>
      <Button size="xs" onClick={() => setOpened(true)}>
        {say('decide')}
      </Button>
      <ConfirmDialog
        opened={opened}
        title={say('decide')}
        consequence={say('decideWhat')}
        action={say(answer.decision === 'granted' ? 'grant' : 'refuse')}
        busy={decide.isPending}
        disabled={!isWhole(answer, tlp)}
        error={decide.error}
        onConfirm={confirm}
        onClose={() => setOpened(false)}
      >
        <AnswerFields
          request={request}
          tlp={tlp}
          named={named}
          answer={answer}
          onChange={(change) => setAnswer((before) => ({ ...before, ...change }))}
        />
      </ConfirmDialog>
    </>
  );
};
