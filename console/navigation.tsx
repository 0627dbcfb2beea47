import { NavLink } from '@mantine/core';
import { IconAdjustments } from '@tabler/icons-react';
import { Link, useRouterState } from '@tanstack/react-router';
import type { Role } from '../server/kernel/decision.ts';
import { useWords } from './kit/language.tsx';
import { kitWords } from './kit/words.ts';

export const Navigation = ({ role }: { role: Role }) => {
  const say = useWords(kitWords);
  const path = useRouterState({ select: (state) => state.location.pathname });
  return (
    <NavLink
      component={Link}
      to="/settings"
      label={say('settings')}
      active={path === '/settings'}
      data-role={role}
      leftSection={<IconAdjustments size={18} />}
    />
  );
};
