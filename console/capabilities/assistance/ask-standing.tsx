/** How an ask stands: the same words in every list and on its page. */
import { Badge, Group } from '@mantine/core';
import type { AskRow, Standing } from '../../../server/capabilities/assistance/contract.ts';
import { useWords } from '../../kit/language.tsx';
import { ThreadBadge } from './parts.tsx';
import { assistanceWords } from './words.ts';

const ToRelease = () => {
  const say = useWords(assistanceWords);
  return (
    <Badge color="yellow.9" miw="max-content">
      {say('toRelease')}
    </Badge>
  );
};

/** Of one that a partner asks how it stands between the two; of one of this service how far it has come. */
export const AskStanding = ({ state, standing }: { state: AskRow['state']; standing: Standing }) => {
  const say = useWords(assistanceWords);
  const { open, thread, toRelease, toSettle, overdue, lapsed } = standing;
  if (thread !== null)
    return (
      <Group gap={4}>
        <ThreadBadge state={thread} overdue={overdue} lapsed={lapsed} />
        {toRelease && <ToRelease />}
      </Group>
    );
  return (
    <Group gap={4}>
      <Badge variant="default" miw="max-content">
        {say(`state-${state}`)}
      </Badge>
      {open === 'proposed' && <ToRelease />}
      {toSettle && <Badge miw="max-content">{say('toSettle')}</Badge>}
      {overdue && (
        <Badge color="red.9" miw="max-content">
          {say('overdue')}
        </Badge>
      )}
    </Group>
  );
};
