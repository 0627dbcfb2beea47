import { Badge } from '@mantine/core';
import { IconBell, IconCalendarTime, IconFileDescription, IconNotebook } from '@tabler/icons-react';
import { useWords } from '../../kit/language.tsx';
import { PlaceLink, type PlaceNeeds } from '../../kit/links.tsx';
import { mayReadItems } from '../parties/role-places.ts';
import { useMe } from '../parties/session.ts';
import { useAlarm } from './alerts/alarm.ts';
import { alertWords } from './alerts/alert-words.ts';
import { logWords } from './log/log-words.ts';
import { shiftWords } from './shifts/shift-words.ts';
import { sitrepWords } from './sitrep/sitrep-words.ts';

/** What is for this service's own people. */
const OwnLinks = ({ path }: { path: string }) => {
  const shift = useWords(shiftWords);
  const sitrep = useWords(sitrepWords);
  return (
    <>
      <PlaceLink
        to="/watch/shifts"
        label={shift('shifts')}
        active={path.startsWith('/watch/shifts')}
        leftSection={<IconCalendarTime size={18} aria-hidden />}
      />
      <PlaceLink
        to="/watch/sitreps"
        label={sitrep('sitreps')}
        active={path.startsWith('/watch/sitreps')}
        leftSection={<IconFileDescription size={18} aria-hidden />}
      />
    </>
  );
};

/** The places of the watch; what waits to be acknowledged is counted, and rings where that is wanted. */
export const WatchLinks = ({ path, role }: PlaceNeeds) => {
  const log = useWords(logWords);
  const alert = useWords(alertWords);
  const { guest } = useMe();
  const reads = mayReadItems(role) && role !== 'connector';
  const waiting = useAlarm(reads);
  if (!reads) return null;
  return (
    <>
      <PlaceLink
        to="/watch/log"
        search={{}}
        label={log('log')}
        active={path === '/watch/log'}
        leftSection={<IconNotebook size={18} aria-hidden />}
      />
      <PlaceLink
        to="/watch/alerts"
        search={{}}
        label={alert('alerts')}
        active={path === '/watch/alerts'}
        leftSection={<IconBell size={18} aria-hidden />}
        rightSection={
          waiting > 0 ? (
            <Badge size="sm" color="red.9">
              {waiting}
            </Badge>
          ) : null
        }
      />
      {!guest && role !== 'observer' && <OwnLinks path={path} />}
    </>
  );
};
