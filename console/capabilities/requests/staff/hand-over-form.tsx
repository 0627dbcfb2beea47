/** Work to somebody else, with a word; it can be taken back at once. */
import { Button, Group, NativeSelect, SimpleGrid, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { type HandOver, staffLimits } from '../../../../server/capabilities/requests/staff/contract.ts';
import { ErrorNotice } from '../../../kit/error-notice.tsx';
import { usePick, useWords } from '../../../kit/language.tsx';
import { useToasts } from '../../../kit/toasts.tsx';
import { useDesks } from '../../parties/queries.ts';
import { useOfficers } from './officers.ts';
import { useHandOver, useUndoHandOver } from './queries.ts';
import { staffWords } from './staff-words.ts';

interface Needs {
  readonly strands: HandOver['strands'];
  /** Where it stands now, as far as that is one place. */
  readonly now: { readonly desk: string | null; readonly assignee: string | null };
  readonly label: string;
  readonly onDone: () => void;
  readonly onCancel?: { readonly label: string; readonly run: () => void };
}

/** Hands over, says so, and offers to take it back. */
export const useHandingOver = () => {
  const say = useWords(staffWords);
  const show = useToasts();
  const handOver = useHandOver();
  const undo = useUndoHandOver();
  // What is handed over leaves the screen before a callback of its own would be called.
  const run = async (draft: HandOver, onDone: () => void): Promise<void> => {
    const result = await handOver.mutateAsync(draft).catch(() => null);
    if (result === null) return;
    const takeBack = async (): Promise<void> => {
      const undone = await undo.mutateAsync(result.id).catch(() => null);
      show({ text: say(undone === null ? 'notTakenBack' : 'takenBack') });
    };
    show({ text: say('handedOver', { count: result.changed }), undo: () => void takeBack() });
    onDone();
  };
  return { run, isPending: handOver.isPending, error: handOver.isError ? handOver.error : null };
};

interface Chosen {
  readonly desk: string;
  readonly assignee: string;
}

const Places = (needs: {
  readonly chosen: Chosen;
  readonly isOneDesk: boolean;
  readonly onChange: (change: Partial<Chosen>) => void;
}) => {
  const { chosen, isOneDesk, onChange } = needs;
  const say = useWords(staffWords);
  const pick = usePick();
  const desks = useDesks().data ?? [];
  const officers = useOfficers();
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
      <NativeSelect
        data-autofocus
        label={say('to')}
        value={chosen.assignee}
        data={[
          { value: '', label: say('wholeDesk') },
          ...officers.map((one) => ({ value: one.value, label: one.label, disabled: one.absent })),
        ]}
        onChange={(event) => onChange({ assignee: event.currentTarget.value })}
      />
      <NativeSelect
        label={say('desk')}
        value={chosen.desk}
        data={[
          ...(!isOneDesk ? [{ value: '', label: say('sameDesk') }] : []),
          ...desks.map(({ id, name }) => ({ value: String(id), label: pick(name) })),
        ]}
        onChange={(event) => onChange({ desk: event.currentTarget.value })}
      />
    </SimpleGrid>
  );
};

export const HandOverForm = ({ strands, now, label, onDone, onCancel }: Needs) => {
  const say = useWords(staffWords);
  const desks = useDesks().data ?? [];
  const officers = useOfficers();
  const handing = useHandingOver();
  const [chosen, setChosen] = useState({ desk: now.desk ?? '', assignee: now.assignee ?? '', note: '' });
  const change = (part: Partial<typeof chosen>): void => setChosen((before) => ({ ...before, ...part }));
  const keep = (): void => {
    const desk = desks.find(({ id }) => id === chosen.desk)?.id;
    const assignee = officers.find(({ value }) => value === chosen.assignee)?.id ?? null;
    const moved = desk !== undefined && desk !== now.desk ? { desk } : {};
    void handing.run({ strands, ...moved, assignee, note: chosen.note }, onDone);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <Stack gap="sm">
        <Places chosen={chosen} isOneDesk={now.desk !== null} onChange={change} />
        <Textarea
          label={say('note')}
          description={say('noteTeach')}
          dir="auto"
          rows={2}
          maxLength={staffLimits.note}
          value={chosen.note}
          onChange={(event) => change({ note: event.currentTarget.value })}
        />
        {handing.error !== null && <ErrorNotice error={handing.error} />}
        <Group justify="flex-end">
          {onCancel && (
            <Button variant="default" onClick={onCancel.run}>
              {onCancel.label}
            </Button>
          )}
          <Button type="submit" disabled={strands.length === 0} loading={handing.isPending}>
            {label}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};
