import { Alert, Anchor, Badge, Button, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import {
  IconArrowBackUp,
  IconDownload,
  IconEdit,
  IconHourglass,
  IconTrash,
  IconUserCheck,
} from '@tabler/icons-react';
import { useCanGoBack, useNavigate, useParams, useRouter } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import type { Item } from '../../../server/capabilities/exchange/contract.ts';
import { ConfirmDialog } from '../../kit/confirm-dialog.tsx';
import { Moment } from '../../kit/date-time.tsx';
import { ErrorNotice } from '../../kit/error-notice.tsx';
import { usePick, useWords } from '../../kit/language.tsx';
import { ButtonLink } from '../../kit/links.tsx';
import { MarkingBanner } from '../../kit/marking-banner.tsx';
import { Name } from '../../kit/name.tsx';
import { Page } from '../../kit/page.tsx';
import { Loaded } from '../../kit/query.tsx';
import { useShortcuts } from '../../kit/shortcuts.tsx';
import { terms } from '../../kit/terms.ts';
import { useToasts } from '../../kit/toasts.tsx';
import { kitWords } from '../../kit/words.ts';
import { usePartyName } from '../parties/queries.ts';
import { useMe } from '../parties/session.ts';
import { Deliveries } from './deliveries.tsx';
import { PreviewPanel } from './preview.tsx';
import { exportPath, useItem, useItemVerb, useMarkRead, useRemove } from './queries.ts';
import styles from './reader.module.css';
import { readerWords } from './reader-words.ts';
import { ReleaseActions } from './release.tsx';
import { StixCard } from './stix-card.tsx';
import { languageWords } from './words.ts';

const useReadOnOpen = (item: Item): void => {
  const { mutate } = useMarkRead(item.id);
  const unread = item.state === 'received' && item.readAt === null;
  useEffect(() => {
    if (unread) mutate();
  }, [unread, mutate]);
};

const RemoveButton = ({ item }: { item: Item }) => {
  const say = useWords(readerWords);
  const navigate = useNavigate();
  const show = useToasts();
  const remove = useRemove(item.id);
  const [opened, setOpened] = useState(false);
  const confirm = (): void =>
    remove.mutate(undefined, {
      onSuccess: () => {
        show({ text: say('removed') });
        void navigate({ to: '/exchange/$box', params: { box: 'drafts' } });
      },
    });
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconTrash size={18} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        {say('remove')}
      </Button>
      <ConfirmDialog
        danger
        opened={opened}
        title={say('removeSure')}
        consequence={say('removeWhat')}
        action={say('remove')}
        busy={remove.isPending}
        error={remove.error}
        onConfirm={confirm}
        onClose={() => setOpened(false)}
      />
    </>
  );
};

const AuthorActions = ({ item }: { item: Item }) => {
  const say = useWords(readerWords);
  const show = useToasts();
  const propose = useItemVerb('propose');
  return (
    <>
      {propose.isError && <ErrorNotice error={propose.error} />}
      {item.state === 'draft' && <RemoveButton item={item} />}
      <ButtonLink
        variant="default"
        to="/exchange/compose"
        search={{ item: item.id }}
        leftSection={<IconEdit size={18} aria-hidden />}
      >
        {say('edit')}
      </ButtonLink>
      <Button
        loading={propose.isPending}
        leftSection={<IconUserCheck size={18} aria-hidden />}
        onClick={() => propose.mutate(item, { onSuccess: () => show({ text: say('proposed') }) })}
      >
        {say('propose')}
      </Button>
    </>
  );
};

const Actions = ({ item }: { item: Item }) => {
  const say = useWords(readerWords);
  const me = useMe();
  return (
    <>
      <Button
        variant="default"
        component="a"
        href={exportPath(item.id)}
        download
        leftSection={<IconDownload size={18} aria-hidden />}
      >
        {say('export')}
      </Button>
      {item.own && (item.state === 'draft' || item.state === 'returned') && <AuthorActions item={item} />}
      {item.state === 'proposed' && me.role === 'contact-point' && <ReleaseActions item={item} />}
    </>
  );
};

const Facts = ({ item }: { item: Item }) => {
  const say = useWords(readerWords);
  const language = useWords(languageWords);
  const pick = usePick();
  const nameOf = usePartyName();
  const [label, at] = item.receivedAt
    ? ([say('receivedAt'), item.receivedAt] as const)
    : item.releasedAt
      ? ([say('releasedAt'), item.releasedAt] as const)
      : ([say('modifiedAt'), item.modifiedAt] as const);
  return (
    <Group gap="xs" c="dimmed" fz="sm">
      <Badge variant="light">{pick(terms.states.item[item.state])}</Badge>
      <span>
        {say('from')} <Name>{nameOf(item.originator)}</Name>
      </span>
      <span>
        {label} <Moment at={at} />
      </span>
      <span>{`${say('written')}: ${language(item.language)}`}</span>
    </Group>
  );
};

const Notices = ({ item }: { item: Item }) => {
  const say = useWords(readerWords);
  const me = useMe();
  if (item.state === 'returned' && item.returnedReason)
    return (
      <Alert color="yellow" icon={<IconArrowBackUp />} title={say('returnedBy')}>
        <Name>{item.returnedReason}</Name>
      </Alert>
    );
  if (item.state === 'proposed' && me.role !== 'contact-point')
    return (
      <Alert color="petrol" icon={<IconHourglass />}>
        {say('waiting')}
      </Alert>
    );
  return null;
};

const Content = ({ item }: { item: Item }) => {
  const say = useWords(readerWords);
  return (
    <>
      <section aria-labelledby="summary-title">
        <Title order={2} size="h4" id="summary-title">
          {say('summary')}
        </Title>
        {item.summary ? (
          <p className={styles.summary} lang={item.language} dir="auto">
            {item.summary}
          </p>
        ) : (
          <Text c="dimmed">{say('noSummary')}</Text>
        )}
      </section>
      {item.objectCount > 0 && (
        <section aria-labelledby="objects-title">
          <Title order={2} size="h4" id="objects-title" mb="xs">
            {say('objects', { count: item.objectCount })}
          </Title>
          <SimpleGrid cols={{ base: 1, md: 2 }} spacing="sm">
            {item.objects.map((object) => (
              <StixCard key={String(object.id)} object={object} />
            ))}
          </SimpleGrid>
          {item.objectsCut && (
            <Text size="sm" c="dimmed" mt="xs">
              {say('objectsCut')} <Anchor href={exportPath(item.id)}>{say('export')}</Anchor>
            </Text>
          )}
        </section>
      )}
    </>
  );
};

/** Esc goes back to the list that the item was opened from; opened by its address, to the inbox. */
const useWayBack = (): void => {
  const say = useWords(kitWords);
  const { history } = useRouter();
  const canGoBack = useCanGoBack();
  const navigate = useNavigate();
  const shortcuts = useMemo(() => {
    const toInbox = (): void => void navigate({ to: '/exchange/$box', params: { box: 'inbox' } });
    return [{ keys: 'Escape', label: say('back'), run: canGoBack ? () => history.back() : toInbox }];
  }, [say, canGoBack, history, navigate]);
  useShortcuts(shortcuts);
};

const ItemView = ({ item }: { item: Item }) => {
  const nameOf = usePartyName();
  useReadOnOpen(item);
  useWayBack();
  return (
    <Page title={item.title} actions={<Actions item={item} />}>
      <Facts item={item} />
      <Notices item={item} />
      <MarkingBanner marking={item.marking} nameOf={nameOf} />
      <Stack gap="lg">
        <Content item={item} />
        {item.state === 'proposed' && <PreviewPanel id={item.id} version={item.version} />}
        {item.own && item.state === 'released' && <Deliveries id={item.id} />}
      </Stack>
    </Page>
  );
};

/** One item: what may be done with it first, then what it says. Opening a received item marks it read. */
export const ReaderScreen = () => {
  const { id } = useParams({ from: '/exchange/items/$id' });
  return <Loaded query={useItem(id)}>{(item) => <ItemView key={item.id} item={item} />}</Loaded>;
};
