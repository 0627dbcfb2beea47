import {
  Button,
  Group,
  NativeSelect,
  NumberInput,
  Paper,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useState } from 'react';
import {
  type Alert,
  type AlertDraft,
  alertLimits,
  certainties,
  severities,
  urgencies,
} from '../../../../server/capabilities/watch/alerts/contract.ts';
import type { Entry } from '../../../../server/capabilities/watch/log/contract.ts';
import { ErrorNotice } from '../../../kit/error-notice.tsx';
import { usePick, useReading, useWords } from '../../../kit/language.tsx';
import { useToasts } from '../../../kit/toasts.tsx';
import { useAgreements, useCircles } from '../../agreements/queries.ts';
import { usePartyName } from '../../parties/queries.ts';
import { useMe } from '../../parties/session.ts';
import { alertWords } from './alert-words.ts';
import { useWriteAlert } from './queries.ts';

/** The form's own state; `to` is empty for all parties, else a circle or one party. */
export interface AlertFields {
  readonly headline: string;
  readonly description: string;
  readonly area: string;
  readonly urgency: Alert['urgency'];
  readonly severity: Alert['severity'];
  readonly certainty: Alert['certainty'];
  readonly agreement: string;
  readonly to: string;
  readonly minutes: number | null;
}

const formOf = (entry: Entry | null): AlertFields => ({
  headline: entry?.text.split('\n')[0]?.slice(0, 300) ?? '',
  description: '',
  area: entry?.place ?? '',
  urgency: 'Immediate',
  severity: 'Severe',
  certainty: 'Observed',
  agreement: '',
  to: '',
  minutes: null,
});

const useGround = (form: AlertFields) => {
  const me = useMe();
  const pick = usePick();
  const say = useWords(alertWords);
  const nameOf = usePartyName();
  const agreements = (useAgreements().data ?? []).filter(({ state }) => state === 'in-force');
  const chosen = agreements.find(({ id }) => id === form.agreement);
  const others = chosen?.parties.filter((party) => party !== me.party.id) ?? [];
  const circles = (useCircles().data ?? []).filter(({ members }) => members.includes(me.party.id));
  return {
    agreements,
    chosen,
    others,
    circles,
    agreementData: [
      { value: '', label: say('noAgreement') },
      ...agreements.map(({ id, title }) => ({ value: id, label: pick(title) })),
    ],
    toData: [
      { value: '', label: say('allParties') },
      ...circles.map(({ id, name }) => ({ value: id, label: pick(name) })),
      ...others.map((party) => ({ value: party, label: nameOf(party) })),
    ],
  };
};

type Ground = ReturnType<typeof useGround>;

const draftOf = (
  form: AlertFields,
  ground: Ground,
  language: AlertDraft['language'],
  entry: Entry | null,
): AlertDraft | null => {
  const { chosen, circles, others } = ground;
  if (chosen === undefined || form.headline.trim() === '') return null;
  const circle = circles.find(({ id }) => id === form.to)?.id ?? null;
  const one = others.filter((party) => party === form.to);
  return {
    urgency: form.urgency,
    severity: form.severity,
    certainty: form.certainty,
    language: entry?.language ?? language,
    headline: form.headline.trim(),
    description: form.description.trim(),
    area: form.area.trim(),
    agreement: chosen.id,
    circle,
    recipients: circle !== null ? [] : one.length > 0 ? one : others,
    ...(form.minutes === null ? {} : { acknowledgeMinutes: form.minutes }),
    ...(entry === null ? {} : { entry: entry.id }),
  };
};

interface FieldNeeds {
  readonly form: AlertFields;
  readonly ground: Ground;
  readonly onChange: (change: Partial<AlertFields>) => void;
}

export const Choices = ({ form, onChange }: Pick<FieldNeeds, 'form' | 'onChange'>) => {
  const say = useWords(alertWords);
  return (
    <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
      <NativeSelect
        label={say('urgency')}
        value={form.urgency}
        data={urgencies.map((value) => ({ value, label: say(`urgency-${value}`) }))}
        onChange={({ currentTarget }) => {
          const urgency = urgencies.find((entry) => entry === currentTarget.value);
          if (urgency) onChange({ urgency });
        }}
      />
      <NativeSelect
        label={say('severity')}
        value={form.severity}
        data={severities.map((value) => ({ value, label: say(`severity-${value}`) }))}
        onChange={({ currentTarget }) => {
          const severity = severities.find((entry) => entry === currentTarget.value);
          if (severity) onChange({ severity });
        }}
      />
      <NativeSelect
        label={say('certainty')}
        value={form.certainty}
        data={certainties.map((value) => ({ value, label: say(`certainty-${value}`) }))}
        onChange={({ currentTarget }) => {
          const certainty = certainties.find((entry) => entry === currentTarget.value);
          if (certainty) onChange({ certainty });
        }}
      />
    </SimpleGrid>
  );
};

const Addressing = ({ form, ground, onChange }: FieldNeeds) => {
  const say = useWords(alertWords);
  return (
    <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
      <NativeSelect
        label={say('agreement')}
        required
        value={form.agreement}
        data={ground.agreementData}
        onChange={(event) => onChange({ agreement: event.currentTarget.value, to: '' })}
      />
      <NativeSelect
        label={say('to')}
        value={form.to}
        data={ground.toData}
        onChange={(event) => onChange({ to: event.currentTarget.value })}
      />
      <NumberInput
        label={say('minutes')}
        min={1}
        max={alertLimits.acknowledgeMinutesAtMost}
        placeholder={String(alertLimits.acknowledgeMinutes[form.urgency])}
        value={form.minutes ?? ''}
        onChange={(value) => onChange({ minutes: typeof value === 'number' ? value : null })}
      />
    </SimpleGrid>
  );
};

export const WordFields = ({ form, onChange }: Pick<FieldNeeds, 'form' | 'onChange'>) => {
  const say = useWords(alertWords);
  return (
    <>
      <TextInput
        label={say('headline')}
        required
        data-autofocus
        dir="auto"
        maxLength={300}
        value={form.headline}
        onChange={(event) => onChange({ headline: event.currentTarget.value })}
      />
      <Textarea
        label={say('description')}
        dir="auto"
        rows={3}
        resize="vertical"
        maxLength={alertLimits.description}
        value={form.description}
        onChange={(event) => onChange({ description: event.currentTarget.value })}
      />
      <TextInput
        label={say('area')}
        dir="auto"
        maxLength={300}
        value={form.area}
        onChange={(event) => onChange({ area: event.currentTarget.value })}
      />
    </>
  );
};

interface Needs {
  /** The entry of the log that it is made of. */
  readonly entry: Entry | null;
  readonly onDone: () => void;
}

/** Writes an alert; from an entry of the log nothing is typed again. */
export const AlertForm = ({ entry, onDone }: Needs) => {
  const say = useWords(alertWords);
  const { language } = useReading();
  const show = useToasts();
  const write = useWriteAlert();
  const [form, setForm] = useState(() => formOf(entry));
  const ground = useGround(form);
  const draft = draftOf(form, ground, language, entry);
  const onChange = (change: Partial<AlertFields>): void => setForm((before) => ({ ...before, ...change }));
  const save = (): void => {
    if (draft === null) return;
    write.mutate(draft, {
      onSuccess: () => {
        show({ text: say('prepared') });
        onDone();
      },
    });
  };
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <WordFields form={form} onChange={onChange} />
        <Choices form={form} onChange={onChange} />
        <Addressing form={form} ground={ground} onChange={onChange} />
        {entry !== null && entry.attachments.length > 0 && (
          <Text size="sm" c="dimmed">
            {say(entry.promotedTo.some(({ kind }) => kind === 'item') ? 'filesNamed' : 'filesStay')}
          </Text>
        )}
        <Text size="sm" c="dimmed">
          {say('saveHint')}
        </Text>
        {write.error ? <ErrorNotice error={write.error} /> : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {say('cancel')}
          </Button>
          <Button onClick={save} disabled={draft === null} loading={write.isPending}>
            {say('save')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
};
