/** The working context: asked for when the node wants a reason, and shown for as long as it holds. */
import { Button, Group, Modal, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconEyeCheck } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import {
  contextLimits,
  type NewContext,
  type WorkingContext,
} from '../../../server/capabilities/parties/context-contract.ts';
import { purposes } from '../../../server/kernel/marking.ts';
import { api, setReasonAsker } from '../../kit/api.ts';
import { useDates } from '../../kit/date-time.tsx';
import { ErrorNotice } from '../../kit/error-notice.tsx';
import { usePick, useWords } from '../../kit/language.tsx';
import { terms } from '../../kit/terms.ts';
import { useVerb } from '../../kit/verb.ts';
import { kitWords } from '../../kit/words.ts';
import styles from './reason.module.css';
import { reasonWords } from './reason-words.ts';

const contextKey = ['parties', 'context'] as const;
const path = '/api/parties/context';

/** The reason that holds now; null for none. */
export const usePresentReason = () =>
  useQuery({ queryKey: contextKey, queryFn: () => api.get<WorkingContext | null>(path), staleTime: 60_000 });

const useStateReason = () => {
  const client = useQueryClient();
  return useVerb({
    mutationFn: (given: NewContext) => api.post<WorkingContext>(path, given),
    onSuccess: (context) => client.setQueryData(contextKey, context),
  });
};

interface FormNeeds {
  readonly onStated: () => void;
  readonly onClose: () => void;
}

const PurposeField = ({ value, onChange }: { value: string; onChange: (value: string) => void }) => {
  const say = useWords(reasonWords);
  const pick = usePick();
  return (
    <NativeSelect
      label={say('purpose')}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[
        { value: '', label: say('noPurpose') },
        ...purposes.map((one) => ({ value: one, label: pick(terms.purposes[one]) })),
      ]}
    />
  );
};

/** What was typed, as the node takes it. */
const contextOf = (typed: { reason: string; reference: string; purpose: string }): NewContext => ({
  reason: typed.reason.trim(),
  reference: typed.reference.trim() === '' ? null : typed.reference.trim(),
  purpose: purposes.find((one) => one === typed.purpose) ?? null,
});

const ReasonForm = ({ onStated, onClose }: FormNeeds) => {
  const say = useWords(reasonWords);
  const kit = useWords(kitWords);
  const before = usePresentReason().data;
  const stating = useStateReason();
  const [reason, setReason] = useState(before?.reason ?? '');
  const [reference, setReference] = useState(before?.reference ?? '');
  const [purpose, setPurpose] = useState<string>(before?.purpose ?? '');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const given = contextOf({ reason, reference, purpose });
    stating.mutate(given, { onSuccess: onStated });
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text size="sm">{say('teach')}</Text>
        <Textarea
          label={say('reason')}
          description={say('reasonHint')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          maxLength={contextLimits.reason}
          rows={3}
          required
          dir="auto"
          data-autofocus
        />
        <TextInput
          label={say('reference')}
          value={reference}
          onChange={(event) => setReference(event.currentTarget.value)}
          maxLength={contextLimits.reference}
          dir="auto"
        />
        <PurposeField value={purpose} onChange={setPurpose} />
        {stating.error && <ErrorNotice error={stating.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {kit('cancel')}
          </Button>
          <Button type="submit" loading={stating.isPending} disabled={reason.trim().length < 3}>
            {say('state')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};

const ReasonModal = ({ opened, ...needs }: FormNeeds & { opened: boolean }) => {
  const say = useWords(reasonWords);
  const kit = useWords(kitWords);
  return (
    <Modal
      opened={opened}
      onClose={needs.onClose}
      title={say('title')}
      closeButtonProps={{ 'aria-label': kit('close') }}
      centered
    >
      <ReasonForm {...needs} />
    </Modal>
  );
};

/** Opens when the node refuses for want of a reason; whoever waits for it goes on with what he asked. */
export const ReasonDialog = () => {
  const [opened, setOpened] = useState(false);
  const waiting = useRef<((stated: boolean) => void)[]>([]);
  useEffect(() => {
    setReasonAsker(
      () =>
        new Promise<boolean>((resolve) => {
          waiting.current.push(resolve);
          setOpened(true);
        }),
    );
    return () => setReasonAsker(null);
  }, []);
  const settle = (stated: boolean): void => {
    setOpened(false);
    for (const resolve of waiting.current.splice(0)) resolve(stated);
  };
  return <ReasonModal opened={opened} onStated={() => settle(true)} onClose={() => settle(false)} />;
};

/** Under the bar: the reason that holds now, until when, and the way to change or end it. */
export const ReasonStrip = () => {
  const say = useWords(reasonWords);
  const dates = useDates();
  const client = useQueryClient();
  const context = usePresentReason().data;
  const [changing, setChanging] = useState(false);
  const ending = useVerb({
    mutationFn: () => api.remove(path),
    onSuccess: async () => {
      // What was shown under it is not shown again from memory.
      await client.invalidateQueries({ refetchType: 'none' });
      client.setQueryData(contextKey, null);
    },
  });
  if (!context) return null;
  return (
    <aside className={styles.strip} aria-label={say('strip')}>
      <IconEyeCheck size={18} aria-hidden />
      <span className={styles.text}>
        {`${say('strip')} · `}
        <bdi className={styles.reason}>{context.reason}</bdi>
        {context.reference && (
          <span className={styles.reference}>
            <bdi>{context.reference}</bdi>
          </span>
        )}
        {context.endsAt && (
          <span className={styles.until}>{say('until', { time: dates.brief(context.endsAt) })}</span>
        )}
      </span>
      <Group gap={4} wrap="nowrap">
        <Button size="compact-sm" variant="subtle" onClick={() => setChanging(true)}>
          {say('change')}
        </Button>
        <Button size="compact-sm" variant="subtle" loading={ending.isPending} onClick={() => ending.mutate()}>
          {say('end')}
        </Button>
      </Group>
      <ReasonModal opened={changing} onStated={() => setChanging(false)} onClose={() => setChanging(false)} />
    </aside>
  );
};
