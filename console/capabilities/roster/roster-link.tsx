import { IconCalendarTime, IconCalendarUser, IconPlane } from '@tabler/icons-react';
import { useWords } from '../../kit/language.tsx';
import { PlaceLink, type PlaceNeeds } from '../../kit/links.tsx';
import { useMe } from '../parties/session.ts';
import { hasDuties, mayRead } from './places.ts';
import { toldWords } from './told-words.ts';
import { rosterWords } from './words.ts';

/** Who stands where, for those who plan; their own duties, for those who have them. */
export const RosterLinks = ({ path, role }: PlaceNeeds) => {
  const say = useWords(rosterWords);
  const told = useWords(toldWords);
  const { guest } = useMe();
  if (guest) return null;
  return (
    <>
      {mayRead(role) && (
        <PlaceLink
          to="/roster"
          label={say('title')}
          active={path.startsWith('/roster') && path !== '/roster/received'}
          leftSection={<IconCalendarTime size={18} aria-hidden />}
        />
      )}
      {mayRead(role) && (
        <PlaceLink
          to="/roster/received"
          label={told('received')}
          active={path === '/roster/received'}
          leftSection={<IconPlane size={18} aria-hidden />}
        />
      )}
      {hasDuties(role) && (
        <PlaceLink
          to="/roster/mine"
          label={told('mine')}
          active={path === '/roster/mine'}
          leftSection={<IconCalendarUser size={18} aria-hidden />}
        />
      )}
    </>
  );
};
