import { IconListSearch, IconLock, IconUserSearch, IconUserShield } from '@tabler/icons-react';
import type { Role } from '../../../server/kernel/decision.ts';
import { useWords } from '../../kit/language.tsx';
import { PlaceLink, type PlaceNeeds } from '../../kit/links.tsx';
import { DueLink } from '../exchange/exchange-links.tsx';
import { roleAccountWords } from './role-words.ts';
import { oversightWords } from './words.ts';

/** Oversight's places, for who oversees and who tightens. */
const oversightPlaces = [
  {
    to: '/oversight/accesses',
    words: 'accesses',
    icon: IconListSearch,
    roles: ['data-protection-officer'],
  },
  { to: '/oversight/subjects', words: 'subjects', icon: IconUserSearch, roles: ['data-protection-officer'] },
  {
    to: '/oversight/tightenings',
    words: 'tightenings',
    icon: IconLock,
    roles: ['data-protection-officer', 'service-head', 'administrator'],
  },
] as const satisfies readonly { readonly roles: readonly Role[]; readonly [key: string]: unknown }[];

export const OversightLinks = ({ path, role }: PlaceNeeds) => {
  const say = useWords(oversightWords);
  return (
    <>
      {oversightPlaces
        .filter(({ roles }) => roles.some((one) => one === role))
        .map(({ to, words, icon: Icon }) => (
          <PlaceLink
            key={to}
            to={to}
            label={say(words)}
            active={path.startsWith(to)}
            leftSection={<Icon size={18} aria-hidden />}
          />
        ))}
      {role === 'data-protection-officer' && <DueLink path={path} />}
    </>
  );
};

/** What this role may see and do here. */
export const RoleLink = ({ path }: { path: string }) => {
  const say = useWords(roleAccountWords);
  return (
    <PlaceLink
      to="/role"
      label={say('title')}
      active={path === '/role'}
      leftSection={<IconUserShield size={18} aria-hidden />}
    />
  );
};
