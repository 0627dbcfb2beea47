/** The place of assistance: what we ask, what partners ask of us, and the host's table. */
import { SegmentedControl } from '@mantine/core';
import { IconUsersPlus } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useWords } from '../../kit/language.tsx';
import { ButtonLink } from '../../kit/links.tsx';
import { NotFound } from '../../kit/not-found.tsx';
import { Page } from '../../kit/page.tsx';
import { useMe } from '../parties/session.ts';
import { OwnList, ReceivedList } from './asks-view.tsx';
import styles from './assistance.module.css';
import { OverviewView } from './overview-view.tsx';
import { mayAsk, mayRead, views } from './places.ts';
import { useAskList } from './queries.ts';
import { assistanceWords } from './words.ts';

const screens = { own: OwnList, received: ReceivedList, table: OverviewView } as const;

/** Which view is shown stands in the address. */
export const AssistanceScreen = () => {
  const say = useWords(assistanceWords);
  const { role, guest } = useMe();
  const navigate = useNavigate();
  const named = useSearch({ from: '/assistance' }).view;
  const isHis = mayRead(role) && !guest;
  const isThere = (list: ReturnType<typeof useAskList>): boolean | null =>
    list.data === undefined ? null : (list.data.pages[0]?.items.length ?? 0) > 0;
  const [own, received] = [
    isThere(useAskList({ view: 'own' }, isHis)),
    isThere(useAskList({ view: 'received' }, isHis)),
  ];
  // Whoever was only asked finds what he was asked.
  const isOnlyAsked = own === false && received === true;
  const view = named ?? (isOnlyAsked ? 'received' : 'own');
  if (!isHis) return <NotFound />;
  const Shown = screens[view];
  const start = mayAsk(role) && (
    <ButtonLink to="/assistance/compose" leftSection={<IconUsersPlus size={18} aria-hidden />}>
      {say('compose')}
    </ButtonLink>
  );
  return (
    <Page title={say('title')} teach={say('teach')} actions={start}>
      <SegmentedControl
        aria-label={say('views')}
        className={styles.views}
        value={view}
        data={views.map((name) => ({ value: name, label: say(name) }))}
        onChange={(value) => {
          const chosen = views.find((name) => name === value);
          if (chosen) void navigate({ to: '/assistance', search: { view: chosen }, replace: true });
        }}
      />
      <Shown />
    </Page>
  );
};
