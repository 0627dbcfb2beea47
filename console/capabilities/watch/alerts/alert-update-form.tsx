import { Button, Group, NumberInput, Paper, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type Alert, alertLimits } from '../../../../server/capabilities/watch/alerts/contract.ts';
import { ErrorNotice } from '../../../kit/error-notice.tsx';
import { useWords } from '../../../kit/language.tsx';
import { useToasts } from '../../../kit/toasts.tsx';
import { type AlertFields, Choices, WordFields } from './alert-form.tsx';
import { alertWords } from './alert-words.ts';
import { useUpdateAlert } from './queries.ts';

const fieldsOf = (alert: Alert): AlertFields => ({
  headline: alert.headline,
  description: alert.description,
  area: alert.area ?? '',
  urgency: alert.urgency,
  severity: alert.severity,
  certainty: alert.certainty,
  agreement: alert.agreement,
  to: '',
  minutes: null,
});

/** The form's fields, and how they are saved. */
const useUpdate = (alert: Alert, onDone: () => void) => {
  const say = useWords(alertWords);
  const show = useToasts();
  const update = useUpdateAlert(alert.id);
  const [form, setForm] = useState(() => fieldsOf(alert));
  const [reason, setReason] = useState('');
  const save = (): void => {
    const { urgency, severity, certainty, headline, description, area, minutes } = form;
    const words = { headline: headline.trim(), description: description.trim(), area: area.trim() };
    const rest = { urgency, severity, certainty, language: alert.language, reason: reason.trim() };
    const asked = minutes === null ? {} : { acknowledgeMinutes: minutes };
    const onSuccess = (): void => {
      show({ text: say('prepared') });
      onDone();
    };
    update.mutate({ ...words, ...rest, ...asked }, { onSuccess });
  };
  return {
    form,
    onChange: (change: Partial<AlertFields>): void => setForm((before) => ({ ...before, ...change })),
    reason,
    setReason,
    update,
    save,
    isWhole: form.headline.trim() !== '' && reason.trim() !== '',
  };
};

/** What is new about an alert: begins with what it said. To whom it goes stays. */
export const AlertUpdateForm = ({ alert, onDone }: { alert: Alert; onDone: () => void }) => {
  const say = useWords(alertWords);
  const { form, onChange, reason, setReason, update, save, isWhole } = useUpdate(alert, onDone);
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {say('updateWhat')}
        </Text>
        <TextInput
          label={say('why')}
          required
          dir="auto"
          maxLength={1_000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <WordFields form={form} onChange={onChange} />
        <Choices form={form} onChange={onChange} />
        <NumberInput
          label={say('minutes')}
          min={1}
          max={alertLimits.acknowledgeMinutesAtMost}
          placeholder={String(alertLimits.acknowledgeMinutes[form.urgency])}
          value={form.minutes ?? ''}
          onChange={(value) => onChange({ minutes: typeof value === 'number' ? value : null })}
        />
        {update.error ? <ErrorNotice error={update.error} /> : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {say('cancel')}
          </Button>
          <Button onClick={save} disabled={!isWhole} loading={update.isPending}>
            {say('saveUpdate')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
};
