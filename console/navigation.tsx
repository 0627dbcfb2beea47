import { Badge, Stack } from '@mantine/core';
import {
  IconAffiliate,
  IconArrowBackUp,
  IconCirclesRelation,
  IconFileImport,
  IconFileText,
  IconInbox,
  IconNotes,
  IconPencilPlus,
  IconPlugConnected,
  IconRubberStamp,
  IconSend,
  IconUserShield,
  IconUsers,
} from '@tabler/icons-react';
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Role } from '../server/kernel/decision.ts';
import { agreementsWords } from './capabilities/agreements/words.ts';
import { collectionsWords } from './capabilities/exchange/collections-words.ts';
import { boxes } from './capabilities/exchange/filters.ts';
import { useCounts } from './capabilities/exchange/queries.ts';
import { exchangeWords } from './capabilities/exchange/words.ts';
import { describedRole, mayReadItems, mayWrite } from './capabilities/parties/role-places.ts';
import { roleWords } from './capabilities/parties/role-words.ts';
import { partiesWords } from './capabilities/parties/words.ts';
import { useWords } from './kit/language.tsx';
import { PlaceLink } from './kit/links.tsx';
import { useShortcuts } from './kit/shortcuts.tsx';

const boxIcons = {
  inbox: IconInbox,
  drafts: IconNotes,
  'to-release': IconRubberStamp,
  returned: IconArrowBackUp,
  sent: IconSend,
} as const;

const countNames = {
  inbox: 'inboxUnread',
  drafts: 'drafts',
  'to-release': 'toRelease',
  returned: 'returned',
} as const;

const places = [
  { to: '/agreements', icon: IconFileText, words: 'agreements' },
  { to: '/circles', icon: IconCirclesRelation, words: 'circles' },
] as const;

const BoxLinks = ({ path, role }: { path: string; role: Role }) => {
  const say = useWords(exchangeWords);
  const counts = useCounts().data;
  // Drafts and proposals are for those who write; what has come in is for all who read items.
  const shown = mayWrite(role) ? boxes : boxes.filter((box) => box === 'inbox' || box === 'sent');
  return shown.map((box) => {
    const Icon = boxIcons[box];
    const count = box === 'sent' ? 0 : (counts?.[countNames[box]] ?? 0);
    return (
      <PlaceLink
        key={box}
        to="/exchange/$box"
        params={{ box }}
        search={{}}
        label={say(box)}
        active={path === `/exchange/${box}`}
        leftSection={<Icon size={18} aria-hidden />}
        rightSection={
          count > 0 ? (
            <Badge size="sm" variant={box === 'inbox' ? 'filled' : 'light'}>
              {count}
            </Badge>
          ) : null
        }
      />
    );
  });
};

/** The places a reader goes, by role; the node decides what he may do there. */
export const Navigation = ({ role }: { role: Role }) => {
  const path = useRouterState({ select: (state) => state.location.pathname });
  return (
    <Stack gap={2}>
      {describedRole(role) && <RoleLink path={path} />}
      <ExchangeLinks path={path} role={role} />
      <PartyLinks path={path} role={role} />
    </Stack>
  );
};

interface PlaceNeeds {
  readonly path: string;
  readonly role: Role;
}

const RoleLink = ({ path }: { path: string }) => {
  const say = useWords(roleWords);
  return (
    <PlaceLink
      to="/role"
      label={say('title')}
      active={path === '/role'}
      leftSection={<IconUserShield size={18} aria-hidden />}
    />
  );
};

const ExchangeLinks = ({ path, role }: PlaceNeeds) => {
  const say = useWords(exchangeWords);
  if (!mayReadItems(role)) return null;
  return (
    <>
      {mayWrite(role) && (
        <PlaceLink
          to="/exchange/compose"
          label={say('compose')}
          active={path === '/exchange/compose'}
          leftSection={<IconPencilPlus size={18} aria-hidden />}
        />
      )}
      <BoxLinks path={path} role={role} />
      {mayWrite(role) && (
        <PlaceLink
          to="/exchange/import"
          label={say('import')}
          active={path === '/exchange/import'}
          leftSection={<IconFileImport size={18} aria-hidden />}
        />
      )}
      <CollectionsLink path={path} />
    </>
  );
};

const CollectionsLink = ({ path }: { path: string }) => {
  const say = useWords(collectionsWords);
  return (
    <PlaceLink
      to="/exchange/collections"
      label={say('title')}
      active={path.startsWith('/exchange/collections')}
      leftSection={<IconPlugConnected size={18} aria-hidden />}
    />
  );
};

const PartyLinks = ({ path, role }: PlaceNeeds) => {
  const agreement = useWords(agreementsWords);
  const party = useWords(partiesWords);
  return (
    <>
      {places.map(({ to, icon: Icon, words }) => (
        <PlaceLink
          key={to}
          to={to}
          label={agreement(words)}
          active={path.startsWith(to)}
          leftSection={<Icon size={18} aria-hidden />}
        />
      ))}
      <PlaceLink
        to="/services"
        label={party('services')}
        active={path === '/services'}
        leftSection={<IconAffiliate size={18} aria-hidden />}
      />
      {role === 'administrator' && (
        <PlaceLink
          to="/people"
          label={party('people')}
          active={path === '/people'}
          leftSection={<IconUsers size={18} aria-hidden />}
        />
      )}
    </>
  );
};

/** The shortcuts that work on every screen. */
export const useNavigationShortcuts = (): void => {
  const say = useWords(exchangeWords);
  const agreement = useWords(agreementsWords);
  const navigate = useNavigate();
  const shortcuts = useMemo(() => {
    const goTo = (box: string) => () => void navigate({ to: '/exchange/$box', params: { box } });
    return [
      { keys: 'c', label: say('compose'), run: () => void navigate({ to: '/exchange/compose' }) },
      { keys: 'g i', label: say('inbox'), run: goTo('inbox') },
      { keys: 'g d', label: say('drafts'), run: goTo('drafts') },
      { keys: 'g r', label: say('to-release'), run: goTo('to-release') },
      { keys: 'g s', label: say('sent'), run: goTo('sent') },
      { keys: 'g o', label: agreement('agreements'), run: () => void navigate({ to: '/agreements' }) },
    ];
  }, [say, agreement, navigate]);
  useShortcuts(shortcuts);
};
