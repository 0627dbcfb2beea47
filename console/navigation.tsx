import { Badge, Stack } from '@mantine/core';
import {
  IconAffiliate,
  IconArrowBackUp,
  IconArrowBigLeftLines,
  IconCalendarDue,
  IconCirclesRelation,
  IconCopy,
  IconFileImport,
  IconFileText,
  IconInbox,
  IconListSearch,
  IconLock,
  IconNotes,
  IconPencilPlus,
  IconPlugConnected,
  IconRubberStamp,
  IconSend,
  IconShare3,
  IconUserSearch,
  IconUserShield,
  IconUsers,
} from '@tabler/icons-react';
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Role } from '../server/kernel/decision.ts';
import { agreementsWords } from './capabilities/agreements/words.ts';
import { collectionsWords } from './capabilities/exchange/collections-words.ts';
import { dueWords } from './capabilities/exchange/due-words.ts';
import { duplicateWords } from './capabilities/exchange/duplicates/duplicate-words.ts';
import { boxes } from './capabilities/exchange/filters.ts';
import { onwardWords } from './capabilities/exchange/onward-words.ts';
import { useCounts } from './capabilities/exchange/queries.ts';
import { exchangeWords } from './capabilities/exchange/words.ts';
import { roleAccountWords } from './capabilities/oversight/role-words.ts';
import { oversightWords } from './capabilities/oversight/words.ts';
import { mayReadItems, mayWrite } from './capabilities/parties/role-places.ts';
import { partiesWords } from './capabilities/parties/words.ts';
import { RequestsLink } from './capabilities/requests/board-link.tsx';
import { requestWords } from './capabilities/requests/words.ts';
import { logWords } from './capabilities/watch/log/log-words.ts';
import { WatchLinks } from './capabilities/watch/watch-links.tsx';
import { useWords } from './kit/language.tsx';
import { PlaceLink } from './kit/links.tsx';
import { useShortcuts } from './kit/shortcuts.tsx';

const boxIcons = {
  inbox: IconInbox,
  drafts: IconNotes,
  'to-release': IconRubberStamp,
  returned: IconArrowBackUp,
  sent: IconSend,
  recalled: IconArrowBigLeftLines,
} as const;

const countNames = {
  inbox: 'inboxUnread',
  drafts: 'drafts',
  'to-release': 'toRelease',
  returned: 'returned',
} as const;

/** What has come, gone and been taken back is for all who read items. */
const readersBoxes: readonly string[] = ['inbox', 'sent', 'recalled'];

const places = [
  { to: '/agreements', icon: IconFileText, words: 'agreements' },
  { to: '/circles', icon: IconCirclesRelation, words: 'circles' },
] as const;

const BoxLinks = ({ path, role }: { path: string; role: Role }) => {
  const say = useWords(exchangeWords);
  const counts = useCounts().data;
  // Drafts and proposals are for those who write; what has come in is for all who read items.
  const shown = mayWrite(role) ? boxes : boxes.filter((box) => readersBoxes.includes(box));
  return shown.map((box) => {
    const Icon = boxIcons[box];
    const count = box === 'sent' || box === 'recalled' ? 0 : (counts?.[countNames[box]] ?? 0);
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

/** Holders who ask this service's contact point to let its items go onward. */
const ToDecideLink = ({ path }: { path: string }) => {
  const say = useWords(onwardWords);
  const count = useCounts().data?.toDecide ?? 0;
  return (
    <PlaceLink
      to="/exchange/to-decide"
      label={say('toDecide')}
      active={path === '/exchange/to-decide'}
      leftSection={<IconShare3 size={18} aria-hidden />}
      rightSection={count > 0 ? <Badge size="sm">{count}</Badge> : null}
    />
  );
};

/** The places a reader goes, by role; the node decides what he may do there. */
export const Navigation = ({ role }: { role: Role }) => {
  const path = useRouterState({ select: (state) => state.location.pathname });
  return (
    <Stack gap={2}>
      <OversightLinks path={path} role={role} />
      <RequestsLink path={path} role={role} />
      <WatchLinks path={path} role={role} />
      <ExchangeLinks path={path} role={role} />
      <PartyLinks path={path} role={role} />
      <RoleLink path={path} />
    </Stack>
  );
};

interface PlaceNeeds {
  readonly path: string;
  readonly role: Role;
}

const RoleLink = ({ path }: { path: string }) => {
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

const OversightLinks = ({ path, role }: PlaceNeeds) => {
  const say = useWords(oversightWords);
  const due = useWords(dueWords);
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
      {role === 'data-protection-officer' && <DueLink path={path} label={due('title')} />}
    </>
  );
};

const DueLink = ({ path, label }: { path: string; label: string }) => (
  <PlaceLink
    to="/due"
    label={label}
    active={path === '/due'}
    leftSection={<IconCalendarDue size={18} aria-hidden />}
  />
);

const ExchangeLinks = ({ path, role }: PlaceNeeds) => {
  const say = useWords(exchangeWords);
  const duplicate = useWords(duplicateWords);
  const due = useWords(dueWords);
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
      {role === 'contact-point' && <ToDecideLink path={path} />}
      {mayWrite(role) && (
        <PlaceLink
          to="/exchange/duplicates"
          label={duplicate('title')}
          active={path === '/exchange/duplicates'}
          leftSection={<IconCopy size={18} aria-hidden />}
        />
      )}
      {mayWrite(role) && (
        <PlaceLink
          to="/exchange/import"
          label={say('import')}
          active={path === '/exchange/import'}
          leftSection={<IconFileImport size={18} aria-hidden />}
        />
      )}
      {mayWrite(role) && <DueLink path={path} label={due('title')} />}
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
  const request = useWords(requestWords);
  const log = useWords(logWords);
  const navigate = useNavigate();
  const shortcuts = useMemo(() => {
    const goTo = (box: string) => () => void navigate({ to: '/exchange/$box', params: { box } });
    return [
      { keys: 'c', label: say('compose'), run: () => void navigate({ to: '/exchange/compose' }) },
      { keys: 'g i', label: say('inbox'), run: goTo('inbox') },
      { keys: 'g d', label: say('drafts'), run: goTo('drafts') },
      { keys: 'g r', label: say('to-release'), run: goTo('to-release') },
      { keys: 'g s', label: say('sent'), run: goTo('sent') },
      { keys: 'g q', label: request('title'), run: () => void navigate({ to: '/requests' }) },
      { keys: 'g l', label: log('log'), run: () => void navigate({ to: '/watch/log', search: {} }) },
      { keys: 'g o', label: agreement('agreements'), run: () => void navigate({ to: '/agreements' }) },
    ];
  }, [say, agreement, request, log, navigate]);
  useShortcuts(shortcuts);
};
