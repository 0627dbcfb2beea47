import { Badge } from '@mantine/core';
import { IconTargetArrow } from '@tabler/icons-react';
import { useWords } from '../../kit/language.tsx';
import { PlaceLink, type PlaceNeeds } from '../../kit/links.tsx';
import { useMe } from '../parties/session.ts';
import { mayAsk, viewsOf } from './places.ts';
import { useOpenHits } from './queries.ts';
import { matchingWords } from './words.ts';

/** Blind checks, for roles that may ask or oversee; a guest has his own service's on his own node. */
export const MatchingLink = ({ path, role }: PlaceNeeds) => {
  const say = useWords(matchingWords);
  const { guest } = useMe();
  const isShown = viewsOf(role).length > 0 && !guest;
  const open = useOpenHits(isShown && mayAsk(role)).data?.openHits ?? 0;
  if (!isShown) return null;
  return (
    <PlaceLink
      to="/matching"
      search={{}}
      label={say('title')}
      active={path.startsWith('/matching')}
      leftSection={<IconTargetArrow size={18} aria-hidden />}
      rightSection={open > 0 ? <Badge size="sm">{open}</Badge> : null}
    />
  );
};
