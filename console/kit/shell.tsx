import {
  Burger,
  Button,
  Drawer,
  Group,
  Menu,
  Text,
  useMantineColorScheme,
  VisuallyHidden,
} from '@mantine/core';
import {
  IconChevronDown,
  IconKeyboard,
  IconLogout,
  IconPlugConnected,
  IconPlugConnectedX,
  IconSettings,
  IconShieldLock,
  IconUser,
} from '@tabler/icons-react';
import { Link, useRouterState } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useWords } from './language.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import type { LiveState } from './live.ts';
import styles from './shell.module.css';
import { useShortcutHelp } from './shortcuts.tsx';
import { kitWords } from './words.ts';

export interface Choice {
  readonly id: string;
  readonly label: string;
}

interface Needs {
  readonly node: { readonly name: string; readonly country: string };
  readonly reader: { readonly name: string; readonly role: string; readonly roles: readonly Choice[] };
  readonly securityLabel: string;
  /** Shown under the bar while this node holds invented people. */
  readonly notice: string | null;
  /** The reason that the reader works under now, under the bar. */
  readonly reason: ReactNode;
  readonly live: LiveState;
  readonly navigation: ReactNode;
  /** The field of the top bar; nothing for who may not search. */
  readonly search: ReactNode;
  readonly onRole: (role: string) => void;
  readonly onSignOut: () => void;
  readonly children: ReactNode;
}

const LiveMark = ({ state }: { state: LiveState }) => {
  const say = useWords(kitWords);
  const text = say(state === 'on' ? 'liveOn' : state === 'off' ? 'liveOff' : 'liveWaiting');
  const Icon = state === 'off' ? IconPlugConnectedX : IconPlugConnected;
  return (
    <span className={styles.live} data-state={state} title={text}>
      <Icon size={18} aria-hidden />
      <span className={styles.liveText}>{text}</span>
    </span>
  );
};

const schemes = ['light', 'dark', 'auto'] as const;

const SchemeItems = () => {
  const say = useWords(kitWords);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <>
      <Menu.Label>{say('appearance')}</Menu.Label>
      <Menu.RadioGroup
        value={colorScheme}
        onChange={(value) => {
          const chosen = schemes.find((scheme) => scheme === value);
          if (chosen) setColorScheme(chosen);
        }}
      >
        {schemes.map((scheme) => (
          <Menu.RadioItem key={scheme} value={scheme}>
            {say(scheme)}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </>
  );
};

const RoleItems = ({ reader, onRole }: Pick<Needs, 'reader' | 'onRole'>) => {
  const say = useWords(kitWords);
  return (
    <>
      <Menu.Label>{say('actingAs')}</Menu.Label>
      <Menu.RadioGroup value={reader.role} onChange={onRole}>
        {reader.roles.map((entry) => (
          <Menu.RadioItem key={entry.id} value={entry.id}>
            {entry.label}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </>
  );
};

const AccountMenu = (needs: Needs) => {
  const say = useWords(kitWords);
  const showHelp = useShortcutHelp();
  return (
    <Menu.Dropdown>
      <Menu.Label>
        <bdi>{needs.reader.name}</bdi>
      </Menu.Label>
      <RoleItems reader={needs.reader} onRole={needs.onRole} />
      <Menu.Divider />
      <SchemeItems />
      <Menu.Divider />
      <Menu.Item component={Link} to="/security" leftSection={<IconShieldLock size={16} />}>
        {needs.securityLabel}
      </Menu.Item>
      <Menu.Item component={Link} to="/settings" leftSection={<IconSettings size={16} />}>
        {say('settings')}
      </Menu.Item>
      <Menu.Item leftSection={<IconKeyboard size={16} />} onClick={showHelp}>
        {say('shortcuts')}
      </Menu.Item>
      <Menu.Divider />
      <Menu.Item leftSection={<IconLogout size={16} />} onClick={needs.onSignOut}>
        {say('signOut')}
      </Menu.Item>
    </Menu.Dropdown>
  );
};

const UserMenu = (needs: Needs) => {
  const say = useWords(kitWords);
  const role = needs.reader.roles.find((entry) => entry.id === needs.reader.role)?.label ?? '';
  return (
    <Menu position="bottom-end" width={270} withinPortal>
      <Menu.Target>
        <Button
          variant="default"
          px="xs"
          h={44}
          leftSection={<IconUser size={18} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          <VisuallyHidden>{`${say('account')} `}</VisuallyHidden>
          <span className={styles.user}>
            <bdi>{needs.reader.name}</bdi>
            <span className={styles.role}>{role}</span>
          </span>
        </Button>
      </Menu.Target>
      <AccountMenu {...needs} />
    </Menu>
  );
};

const TopBar = (needs: Needs & { onMenu: () => void; menuOpened: boolean }) => {
  const say = useWords(kitWords);
  return (
    <header className={styles.bar}>
      <Group wrap="nowrap" gap="xs" className={styles.identity}>
        <Burger
          className={styles.burger}
          opened={needs.menuOpened}
          onClick={needs.onMenu}
          aria-label={say('menu')}
          size="sm"
        />
        <img src="/icon.svg" alt="" width={30} height={30} className={styles.logo} />
        <div className={styles.node}>
          <Text fw={600} truncate className={styles.nodeName}>
            <bdi>{needs.node.name}</bdi>
          </Text>
          <Text size="xs" c="dimmed" truncate className={styles.nodeName}>
            {`${say('product')} · ${needs.node.country}`}
          </Text>
        </div>
      </Group>
      <div className={styles.search}>{needs.search}</div>
      <Group wrap="nowrap" gap="xs">
        <LiveMark state={needs.live} />
        <LanguageSwitch />
        <UserMenu {...needs} />
      </Group>
    </header>
  );
};

/** Moves the focus to the content when the place changes, so that a screen reader follows. */
const useFocusOnNavigation = () => {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const main = useRef<HTMLElement>(null);
  const before = useRef(path);
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    main.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [path]);
  return { path, main };
};

/** The frame of every screen after sign-in. */
export const Shell = (needs: Needs) => {
  const say = useWords(kitWords);
  const { path, main } = useFocusOnNavigation();
  const [openedAt, setOpenedAt] = useState<string | null>(null);
  // A drawer belongs to the place where it was opened: going elsewhere closes it.
  const opened = openedAt === path;
  return (
    <>
      <a href="#main" className={styles.skip}>
        {say('skip')}
      </a>
      <TopBar {...needs} menuOpened={opened} onMenu={() => setOpenedAt(opened ? null : path)} />
      {needs.notice && (
        <aside className={styles.notice} aria-label={say('noticeLabel')}>
          {needs.notice}
        </aside>
      )}
      {needs.reason}
      {needs.live === 'off' && (
        <div className={styles.lost} role="status">
          {say('liveLost')}
        </div>
      )}
      <div className={styles.body}>
        <nav className={styles.side} aria-label={say('navigation')}>
          {needs.navigation}
        </nav>
        <main id="main" ref={main} tabIndex={-1} className={styles.main}>
          {needs.children}
        </main>
      </div>
      <Drawer
        opened={opened}
        onClose={() => setOpenedAt(null)}
        title={say('menu')}
        size="17rem"
        closeButtonProps={{ 'aria-label': say('close') }}
      >
        <nav aria-label={say('navigation')}>{needs.navigation}</nav>
      </Drawer>
    </>
  );
};
