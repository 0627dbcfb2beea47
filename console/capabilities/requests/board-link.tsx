import { Badge } from '@mantine/core';
import { IconMessageQuestion } from '@tabler/icons-react';
import { useWords } from '../../kit/language.tsx';
import { PlaceLink, type PlaceNeeds } from '../../kit/links.tsx';
import { mayReadItems } from '../parties/role-places.ts';
import { useMe } from '../parties/session.ts';
import { useBoardCounts } from './queries.ts';
import { requestWords } from './words.ts';

/** The board; a guest has his own service's on his own node. */
export const RequestsLink = ({ path, role }: PlaceNeeds) => {
  const say = useWords(requestWords);
  const { guest } = useMe();
  if (!mayReadItems(role) || guest) return null;
  return <BoardLink path={path} label={say('title')} />;
};

const BoardLink = ({ path, label }: { path: string; label: string }) => {
  const counts = useBoardCounts().data;
  const waiting = counts?.['waiting-us'] ?? 0;
  const late = counts?.overdue ?? 0;
  return (
    <PlaceLink
      to="/requests"
      label={label}
      active={path.startsWith('/requests')}
      leftSection={<IconMessageQuestion size={18} aria-hidden />}
      rightSection={
        waiting > 0 ? (
          <Badge size="sm" color={late > 0 ? 'red.9' : undefined}>
            {waiting}
          </Badge>
        ) : null
      }
    />
  );
};
