/** Locks what begins before a day, or lifts the lock. */
import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { momentOf, wallTimeOf } from '../../../server/kernel/zone.ts';
import { useWords } from '../../kit/language.tsx';
import type { Board } from './board.ts';
import { useBoard } from './board-context.ts';
import { editWords } from './edit-words.ts';
import { useTimes } from './times.ts';

const Buttons = ({
  isLocked,
  moment,
  onDone,
}: {
  isLocked: boolean;
  moment: string | null;
  onDone: () => void;
}) => {
  const say = useWords(editWords);
  const { edit } = useBoard();
  const unlock = (): void => {
    edit({ kind: 'unlock' });
    onDone();
  };
  const lock = (): void => {
    if (moment !== null) edit({ kind: 'lock', until: moment, reason: '' });
    onDone();
  };
  return (
    <Group justify="flex-end">
      {isLocked && (
        <Button variant="default" onClick={unlock}>
          {say('unlock')}
        </Button>
      )}
      <Button disabled={moment === null} onClick={lock}>
        {say('lockDo')}
      </Button>
    </Group>
  );
};

export const LockDialog = ({ board, onClose }: { board: Board; onClose: () => void }) => {
  const say = useWords(editWords);
  const times = useTimes();
  const lock = board.holds.find((hold) => hold.kind === 'lock' && hold.unit === undefined);
  const until = lock?.kind === 'lock' ? lock.until : null;
  const { zone } = board.plan;
  const first = until === null ? new Date(board.from).toISOString() : until;
  const [day, setDay] = useState(wallTimeOf(zone, first).day);
  const moment = momentOf(zone, { day, time: '00:00' });
  return (
    <Modal
      opened
      onClose={onClose}
      title={say('lock')}
      closeButtonProps={{ 'aria-label': say('close') }}
      centered
    >
      <Stack>
        <Text size="sm">{say('lockTeach')}</Text>
        {until !== null && <Text>{say('lockedUntil', { when: times.moment(Date.parse(until)) })}</Text>}
        <TextInput
          type="date"
          label={say('lock')}
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        <Buttons isLocked={until !== null} moment={moment} onDone={onClose} />
      </Stack>
    </Modal>
  );
};
