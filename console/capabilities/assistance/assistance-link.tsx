import { Badge } from '@mantine/core';
import { IconUsersPlus } from '@tabler/icons-react';
import { useWords } from '../../kit/language.tsx';
import { PlaceLink, type PlaceNeeds } from '../../kit/links.tsx';
import { useMe } from '../parties/session.ts';
import { mayAnswer, mayRead, mayRelease } from './places.ts';
import { useWaiting } from './queries.ts';
import { assistanceWords } from './words.ts';

/** Asks for assistance, with how much waits for this reader: to release, or to answer and settle. */
export const AssistanceLink = ({ path, role }: PlaceNeeds) => {
  const say = useWords(assistanceWords);
  const { guest } = useMe();
  const isShown = mayRead(role) && !guest;
  const waiting = useWaiting(isShown).data;
  const releases = mayRelease(role) ? (waiting?.toRelease ?? 0) : 0;
  const count = releases + (mayAnswer(role) ? (waiting?.toSettle ?? 0) : 0);
  if (!isShown) return null;
  return (
    <PlaceLink
      to="/assistance"
      search={{}}
      label={say('title')}
      activeOptions={{ exact: true }}
      active={/^\/assistance($|\/(asks|compose|names))/.test(path)}
      leftSection={<IconUsersPlus size={18} aria-hidden />}
      rightSection={count > 0 ? <Badge size="sm">{count}</Badge> : null}
    />
  );
};
