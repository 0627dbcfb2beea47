/** When a request was given to somebody else, by whom, with which word; the last one can be taken back. */
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import type { HandedOver } from '../../../../server/capabilities/requests/staff/contract.ts';
import { Moment } from '../../../kit/date-time.tsx';
import { ErrorNotice } from '../../../kit/error-notice.tsx';
import { usePick, useWords } from '../../../kit/language.tsx';
import { Name } from '../../../kit/name.tsx';
import { OwnWords } from '../../../kit/own-words.tsx';
import { useToasts } from '../../../kit/toasts.tsx';
import { useDesks, usePersonName } from '../../parties/queries.ts';
import { useUndoHandOver } from './queries.ts';
import styles from './staff.module.css';
import { staffWords } from './staff-words.ts';

type Place = HandedOver['before'];

const usePlace = () => {
  const say = useWords(staffWords);
  const pick = usePick();
  const nameOf = usePersonName();
  const desks = useDesks().data;
  return ({ desk, assignee }: Place): string => {
    if (assignee !== null) return nameOf(assignee) ?? '…';
    const found = desks?.find(({ id }) => id === desk);
    return found ? pick(found.name) : say('wholeDesk');
  };
};

const Line = ({ handed, isLast }: { handed: HandedOver; isLast: boolean }) => {
  const say = useWords(staffWords);
  const placeOf = usePlace();
  const nameOf = usePersonName();
  const show = useToasts();
  const undo = useUndoHandOver();
  return (
    <div>
      <Group gap="0.15rem 0.75rem">
        <Text size="sm">{say('fromTo', { from: placeOf(handed.before), to: placeOf(handed.after) })}</Text>
        <Text size="xs" c="dimmed">
          {handed.person !== null && <Name>{nameOf(handed.person) ?? '…'}</Name>} · <Moment at={handed.at} />
          {handed.undoneAt !== null && ` · ${say('undone')}`}
        </Text>
        {isLast && handed.undoneAt === null && (
          <Button
            size="compact-xs"
            variant="default"
            loading={undo.isPending}
            onClick={() => undo.mutate(handed.id, { onSuccess: () => show({ text: say('takenBack') }) })}
          >
            {say('undo')}
          </Button>
        )}
      </Group>
      {handed.note !== '' && (
        <blockquote className={styles.note}>
          <OwnWords size="sm">{handed.note}</OwnWords>
        </blockquote>
      )}
      {undo.isError && <ErrorNotice error={undo.error} />}
    </div>
  );
};

export const Passed = ({ handOvers }: { handOvers: readonly HandedOver[] }) => {
  const say = useWords(staffWords);
  if (handOvers.length === 0) return null;
  return (
    <div>
      <Title order={4} size="h6" mb={4}>
        {say('passed')}
      </Title>
      <Stack gap="xs">
        {handOvers.map((handed, place) => (
          <Line key={handed.id} handed={handed} isLast={place === 0} />
        ))}
      </Stack>
    </div>
  );
};
