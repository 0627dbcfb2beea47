import { Stack } from '@mantine/core';
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Role } from '../server/kernel/decision.ts';
import { AgreementLinks } from './capabilities/agreements/agreement-links.tsx';
import { agreementsWords } from './capabilities/agreements/words.ts';
import { AssistanceLink } from './capabilities/assistance/assistance-link.tsx';
import { DeploymentLinks } from './capabilities/assistance/deployment/deployment-links.tsx';
import { assistanceWords } from './capabilities/assistance/words.ts';
import { EventsLink } from './capabilities/events/events-link.tsx';
import { eventsWords } from './capabilities/events/words.ts';
import { ExchangeLinks } from './capabilities/exchange/exchange-links.tsx';
import { exchangeWords } from './capabilities/exchange/words.ts';
import { MatchingLink } from './capabilities/matching/matching-link.tsx';
import { matchingWords } from './capabilities/matching/words.ts';
import { OversightLinks, RoleLink } from './capabilities/oversight/oversight-links.tsx';
import { PartyLinks } from './capabilities/parties/party-links.tsx';
import { RequestsLink } from './capabilities/requests/board-link.tsx';
import { requestWords } from './capabilities/requests/words.ts';
import { logWords } from './capabilities/watch/log/log-words.ts';
import { WatchLinks } from './capabilities/watch/watch-links.tsx';
import { useWords } from './kit/language.tsx';
import { useShortcuts } from './kit/shortcuts.tsx';
import styles from './navigation.module.css';

/** The places a reader goes, by role; the node decides what he may do there. */
export const Navigation = ({ role }: { role: Role }) => {
  const path = useRouterState({ select: (state) => state.location.pathname });
  return (
    <>
      <Stack gap={2} className={styles.group}>
        <OversightLinks path={path} role={role} />
        <RequestsLink path={path} role={role} />
        <WatchLinks path={path} role={role} />
        <MatchingLink path={path} role={role} />
        <AssistanceLink path={path} role={role} />
        <DeploymentLinks path={path} role={role} />
        <EventsLink path={path} role={role} />
      </Stack>
      <Stack gap={2} className={styles.group}>
        <ExchangeLinks path={path} role={role} />
      </Stack>
      <Stack gap={2} className={styles.group}>
        <AgreementLinks path={path} />
        <PartyLinks path={path} role={role} />
        <RoleLink path={path} />
      </Stack>
    </>
  );
};

/** The shortcuts that work on every screen. */
export const useNavigationShortcuts = (): void => {
  const say = useWords(exchangeWords);
  const agreement = useWords(agreementsWords);
  const request = useWords(requestWords);
  const log = useWords(logWords);
  const matching = useWords(matchingWords);
  const assistance = useWords(assistanceWords);
  const events = useWords(eventsWords);
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
      { keys: 'g m', label: matching('title'), run: () => void navigate({ to: '/matching', search: {} }) },
      {
        keys: 'g a',
        label: assistance('title'),
        run: () => void navigate({ to: '/assistance', search: {} }),
      },
      { keys: 'g e', label: events('title'), run: () => void navigate({ to: '/events' }) },
      { keys: 'g l', label: log('log'), run: () => void navigate({ to: '/watch/log', search: {} }) },
      { keys: 'g o', label: agreement('agreements'), run: () => void navigate({ to: '/agreements' }) },
    ];
  }, [say, agreement, request, log, matching, assistance, events, navigate]);
  useShortcuts(shortcuts);
};
