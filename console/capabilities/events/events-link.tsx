import { IconTrophy } from '@tabler/icons-react';
import { useWords } from '../../kit/language.tsx';
import { PlaceLink, type PlaceNeeds } from '../../kit/links.tsx';
import { useMe } from '../parties/session.ts';
import { mayReadEvents } from './places.ts';
import { eventsWords } from './words.ts';

/** Events, for roles that plan or read them; guests see nothing of them. */
export const EventsLink = ({ path, role }: PlaceNeeds) => {
  const say = useWords(eventsWords);
  const { guest } = useMe();
  if (guest || !mayReadEvents(role)) return null;
  return (
    <PlaceLink
      to="/events"
      label={say('title')}
      active={path.startsWith('/events')}
      leftSection={<IconTrophy size={18} aria-hidden />}
    />
  );
};
