import { Anchor, Badge, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useCanGoBack, useNavigate, useParams, useRouter } from '@tanstack/react-router';
import { type ReactNode, useEffect, useMemo } from 'react';
import type { Item } from '../../../server/capabilities/exchange/contract.ts';
import { Moment } from '../../kit/date-time.tsx';
import { usePick, useWords } from '../../kit/language.tsx';
import { MarkingBanner } from '../../kit/marking-banner.tsx';
import { Name } from '../../kit/name.tsx';
import { Page } from '../../kit/page.tsx';
import { Loaded } from '../../kit/query.tsx';
import { useShortcuts } from '../../kit/shortcuts.tsx';
import { terms } from '../../kit/terms.ts';
import { WithNumbers } from '../../kit/with-numbers.tsx';
import { kitWords } from '../../kit/words.ts';
import { useDesks, usePersonName } from '../parties/queries.ts';
import { Attachments } from './attachments.tsx';
import { ControlNotices, ControlPanel, isUnderControl } from './control-panel.tsx';
import { useControl } from './control-queries.ts';
import { controlWords } from './control-words.ts';
import { Deliveries } from './deliveries.tsx';
import { splitAttachments } from './draft-attachments.ts';
import { ItemActions } from './item-actions.tsx';
import { ItemNotices } from './item-notices.tsx';
import { nobodyNamed, useNameAmong } from './party-names.ts';
import { PreviewPanel } from './preview.tsx';
import { exportPath, useItem, useMarkRead } from './queries.ts';
import styles from './reader.module.css';
import { readerWords } from './reader-words.ts';
import { StixCard, StixNames } from './stix-card.tsx';
import { AnsweredNotice, ThreadSection } from './threads/thread.tsx';
import { languageWords } from './words.ts';

const useReadOnOpen = (item: Item): void => {
  const { mutate } = useMarkRead(item.id);
  const unread = item.state === 'received' && item.readAt === null;
  useEffect(() => {
    if (unread) mutate(undefined);
  }, [unread, mutate]);
};

type NameOf = (party: string) => string;

const Facts = ({ item, nameOf }: { item: Item; nameOf: NameOf }) => {
  const say = useWords(readerWords);
  const language = useWords(languageWords);
  const pick = usePick();
  const personName = usePersonName();
  const desk = useDesks().data?.find((entry) => entry.id === item.desk);
  const author = item.author && personName(item.author);
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
      {author && (
        <span>
          {say('author')} <Name>{author}</Name>
        </span>
      )}
      {desk && (
        <span>
          {say('desk')} <Name>{pick(desk.name)}</Name>
        </span>
      )}
      <span>{say('written', { language: language(item.language) })}</span>
    </Group>
  );
};

const Content = ({ item }: { item: Item }) => {
  const say = useWords(readerWords);
  const { attachments, others } = splitAttachments(item.objects);
  // What stands in the list of attachments is not told a second time.
  const told = attachments.reduce((sum, { objects }) => sum + objects.length, 0);
  const count = item.objectCount - told;
  return (
    <>
      <section aria-labelledby="summary-title">
        <Title order={2} size="h4" id="summary-title">
          {say('summary')}
        </Title>
        {item.summary ? (
          <p className={styles.summary} lang={item.language} dir="auto">
            <WithNumbers text={item.summary} />
          </p>
        ) : (
          <Text c="dimmed">{say('noSummary')}</Text>
        )}
      </section>
      {attachments.length > 0 && <Attachments item={item.id} />}
      {count > 0 && (
        <section aria-labelledby="objects-title">
          <Title order={2} size="h4" id="objects-title" mb="xs">
            {say('objects', { count })}
          </Title>
          <StixNames objects={item.objects}>
            <SimpleGrid cols={{ base: 1, md: 2 }} spacing="sm">
              {others.map((object) => (
                <StixCard key={String(object.id)} object={object} />
              ))}
            </SimpleGrid>
          </StixNames>
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

/** What other capabilities add to the page; the console's routes give it. */
interface OriginNeeds {
  /** Says of what the item was made, where it was made of something. */
  readonly origin: (item: string) => ReactNode;
  readonly actions: (item: Item) => ReactNode;
}

const ItemView = ({ item, origin, actions }: OriginNeeds & { item: Item }) => {
  const control = useControl(item.id, isUnderControl(item)).data;
  const nameOf = useNameAmong(control?.named ?? nobodyNamed);
  const word = useWords(controlWords);
  const isTombstone = item.state === 'recalled' && !item.own;
  useReadOnOpen(item);
  useWayBack();
  return (
    <Page
      title={item.title || word('tombstone')}
      actions={
        <>
          {!isTombstone && actions(item)}
          <ItemActions item={item} />
        </>
      }
    >
      <Facts item={item} nameOf={nameOf} />
      {item.own && origin(item.id)}
      {item.about !== null && <AnsweredNotice id={item.id} />}
      <ItemNotices item={item} />
      {isUnderControl(item) && <ControlNotices item={item} />}
      <MarkingBanner marking={item.marking} nameOf={nameOf} />
      <Stack gap="lg">
        {!isTombstone && <Content item={item} />}
        {item.state === 'proposed' && <PreviewPanel item={item} />}
        {item.own && item.state === 'released' && <Deliveries id={item.id} />}
        {isUnderControl(item) && <ControlPanel item={item} />}
        <ThreadSection item={item} />
      </Stack>
    </Page>
  );
};

/** One item: what may be done with it first, then what it says. Opening a received item marks it read. */
export const ReaderScreen = (needs: OriginNeeds) => {
  const { id } = useParams({ from: '/exchange/items/$id' });
  return <Loaded query={useItem(id)}>{(item) => <ItemView key={item.id} item={item} {...needs} />}</Loaded>;
};
