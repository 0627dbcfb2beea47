import { Badge } from '@mantine/core';
import { IconCalendarTime, IconCalendarUser, IconPlane } from '@tabler/icons-react';
import { useWords } from '../../kit/language.tsx';
import { PlaceLink, type PlaceNeeds } from '../../kit/links.tsx';
import { useMe } from '../parties/session.ts';
import { hasDuties, mayApprove, mayRead } from './places.ts';
import { useWaiting } from './queries.ts';
import { toldWords } from './told-words.ts';
import { rosterWords } from './words.ts';

/** Who stands where, for those who plan; their own duties, for those who have them. */
export const RosterLinks = ({ path, role }: PlaceNeeds) => {
  const say = useWords(rosterWords);
  const told = useWords(toldWords);
  const { guest } = useMe();
  const waiting = useWaiting(mayRead(role) && !guest).data ?? [];
  const count = waiting.reduce(
    (sum, { toApprove, returned, lapsed }) => sum + (mayApprove(role) ? toApprove : returned + lapsed),
    0,
  );
  if (guest) return null;
  return (
    <>
      {mayRead(role) && (
        <PlaceLink
          to="/roster"
          label={say('title')}
          active={path.startsWith('/roster') && path !== '/roster/received'}
          leftSection={<IconCalendarTime size={18} aria-hidden />}
          rightSection={count > 0 ? <Badge size="sm">{count}</Badge> : null}
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
