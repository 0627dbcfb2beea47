import { IconBadge, IconLayoutDashboard, IconUserShield } from '@tabler/icons-react';
import { useWords } from '../../../kit/language.tsx';
import { PlaceLink, type PlaceNeeds } from '../../../kit/links.tsx';
import { useMe } from '../../parties/session.ts';
import { boardWords } from './board-words.ts';
import { mayReadBoard, mayReadUnits } from './places.ts';
import { screenWords } from './screen-words.ts';
import { verifyWords } from './verify-words.ts';

/** Officers who are sent and received, for roles that see them; a guest sees none. */
export const DeploymentLinks = ({ path, role }: PlaceNeeds) => {
  const board = useWords(boardWords);
  const screen = useWords(screenWords);
  const verify = useWords(verifyWords);
  const { guest } = useMe();
  if (guest || !mayReadUnits(role)) return null;
  return (
    <>
      {mayReadBoard(role) && (
        <PlaceLink
          to="/assistance/board"
          label={board('title')}
          active={path === '/assistance/board'}
          leftSection={<IconLayoutDashboard size={18} aria-hidden />}
        />
      )}
      <PlaceLink
        to="/assistance/units"
        search={{}}
        label={screen('officers')}
        active={path.startsWith('/assistance/units')}
        leftSection={<IconUserShield size={18} aria-hidden />}
      />
      <PlaceLink
        to="/assistance/badge"
        label={verify('title')}
        active={path === '/assistance/badge'}
        leftSection={<IconBadge size={18} aria-hidden />}
      />
    </>
  );
};
