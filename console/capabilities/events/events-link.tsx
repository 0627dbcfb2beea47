import { Badge } from '@mantine/core';
import { IconTrophy } from '@tabler/icons-react';
import { useWords } from '../../kit/language.tsx';
import { PlaceLink, type PlaceNeeds } from '../../kit/links.tsx';
import { useMe } from '../parties/session.ts';
import { mayReadEvents } from './places.ts';
import { useOverdueReviews } from './risk/overdue-reviews.tsx';
import { eventsWords } from './words.ts';

/** Events, for roles that plan or read them, with the reviews that wait for the reader; none for guests. */
export const EventsLink = ({ path, role }: PlaceNeeds) => {
  const say = useWords(eventsWords);
  const { guest } = useMe();
  const reads = !guest && mayReadEvents(role);
  const { length: waiting } = useOverdueReviews(reads);
  if (!reads) return null;
  return (
    <PlaceLink
      to="/events"
      label={say('title')}
      active={path.startsWith('/events')}
      leftSection={<IconTrophy size={18} aria-hidden />}
      rightSection={
        waiting > 0 ? (
          <Badge size="sm" color="red.9">
            {waiting}
          </Badge>
        ) : null
      }
    />
  );
};
