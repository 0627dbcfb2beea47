import { Badge } from '@mantine/core';
import { IconTargetArrow } from '@tabler/icons-react';
import { useWords } from '../../kit/language.tsx';
import { PlaceLink, type PlaceNeeds } from '../../kit/links.tsx';
import { useMe } from '../parties/session.ts';
import { hearsAlarms, mayAsk, viewsOf } from './places.ts';
import { useCounts } from './queries.ts';
import { matchingWords } from './words.ts';

/** Blind checks, for roles that may ask or oversee; a guest has his own service's on his own node. */
export const MatchingLink = ({ path, role }: PlaceNeeds) => {
  const say = useWords(matchingWords);
  const { guest } = useMe();
  const isShown = viewsOf(role).length > 0 && !guest;
  const counts = useCounts(isShown && (mayAsk(role) || hearsAlarms(role))).data;
  const open = mayAsk(role) ? (counts?.openHits ?? 0) : 0;
  const alarms = counts?.alarms ?? 0;
  if (!isShown) return null;
  return (
    <PlaceLink
      to="/matching"
      search={alarms > 0 ? { view: 'use' } : {}}
      label={say('title')}
      active={path.startsWith('/matching')}
      leftSection={<IconTargetArrow size={18} aria-hidden />}
      rightSection={
        <>
          {alarms > 0 && (
            <Badge size="sm" color="red.9" aria-label={say('alarms', { count: alarms })}>
              {alarms}
            </Badge>
          )}
          {open > 0 && <Badge size="sm">{open}</Badge>}
        </>
      }
    />
  );
};
