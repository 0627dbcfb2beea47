/** What was said on an item, in order of time: by whom, of what kind, how graded, how far on its way. */
import { Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconLock, IconTrash } from '@tabler/icons-react';
import { useEffect, useMemo } from 'react';
import type { Item } from '../../../../server/capabilities/exchange/contract.ts';
import {
  type OpinionValue,
  opinions,
  type Thread,
  type ThreadEntry,
} from '../../../../server/capabilities/exchange/threads/contract.ts';
import { Moment } from '../../../kit/date-time.tsx';
import { ErrorNotice } from '../../../kit/error-notice.tsx';
import { usePick, useWords } from '../../../kit/language.tsx';
import { TextLink } from '../../../kit/links.tsx';
import { Name } from '../../../kit/name.tsx';
import { Loaded } from '../../../kit/query.tsx';
import { terms } from '../../../kit/terms.ts';
import { TlpLabel } from '../../../kit/tlp-label.tsx';
import { useToasts } from '../../../kit/toasts.tsx';
import { usePartyName, usePersonName } from '../../parties/queries.ts';
import { Withheld } from '../../parties/reason-note.tsx';
import { mayWrite } from '../../parties/role-places.ts';
import { useMe } from '../../parties/session.ts';
import { useMarkRead } from '../queries.ts';
import { stixName } from '../stix-summary.ts';
import { ContributionForm } from './contribution-form.tsx';
import { useRemoveOwnNote, useThread } from './queries.ts';
import styles from './thread.module.css';
import { threadWords } from './thread-words.ts';

const Opinion = ({ value }: { value: OpinionValue }) => {
  const say = useWords(threadWords);
  const step = opinions.indexOf(value);
  return (
    <>
      <span className={styles.steps} aria-hidden>
        {opinions.map((one, index) => (
          <span key={one} data-on={index === step || undefined} />
        ))}
      </span>
      {say(value)}
    </>
  );
};

const Tally = ({ tally }: { tally: Thread['opinions'] }) => {
  const say = useWords(threadWords);
  const nameOf = usePartyName();
  if (tally.length === 0) return null;
  return (
    <ul className={styles.tally} aria-label={say('opinions')}>
      {tally.map(({ party, opinion }) => (
        <li key={party} className={styles.opinion}>
          <strong>
            <Name>{nameOf(party)}</Name>
          </strong>
          <Opinion value={opinion} />
        </li>
      ))}
    </ul>
  );
};

const Seen = ({ sighting }: { sighting: NonNullable<ThreadEntry['sighting']> }) => {
  const say = useWords(threadWords);
  return (
    <Group gap="md" fz="sm" mt={6}>
      <strong>{say('seen', { count: sighting.count })}</strong>
      {sighting.firstSeen && (
        <span>
          {say('firstSeen')} <Moment at={sighting.firstSeen} />
        </span>
      )}
      {sighting.lastSeen && (
        <span>
          {say('lastSeen')} <Moment at={sighting.lastSeen} />
        </span>
      )}
      {sighting.place && (
        <span>
          {say('place')} <Name>{sighting.place.name}</Name>
        </span>
      )}
    </Group>
  );
};

const RemoveOwnNote = ({ id }: { id: string }) => {
  const say = useWords(threadWords);
  const show = useToasts();
  const remove = useRemoveOwnNote();
  return (
    <>
      {remove.isError && <ErrorNotice error={remove.error} />}
      <Button
        size="compact-sm"
        variant="default"
        loading={remove.isPending}
        leftSection={<IconTrash size={14} aria-hidden />}
        onClick={() => remove.mutate(id, { onSuccess: () => show({ text: say('removedOwn') }) })}
      >
        {say('removeOwn')}
      </Button>
    </>
  );
};

const EntryHead = ({ entry }: { entry: ThreadEntry }) => {
  const say = useWords(threadWords);
  const pick = usePick();
  const nameOf = usePartyName();
  const personName = usePersonName();
  const author = entry.author && personName(entry.author);
  const { grading } = entry;
  return (
    <Group gap="xs" fz="sm">
      <strong>
        <Name>{nameOf(entry.originator)}</Name>
      </strong>
      <Badge variant="light" leftSection={entry.kind === 'own-note' ? <IconLock size={12} /> : null}>
        {say(`kind-${entry.kind}`)}
      </Badge>
      {entry.state && entry.state !== 'received' && entry.state !== 'released' && (
        <Badge variant="outline">{pick(terms.states.item[entry.state])}</Badge>
      )}
      {entry.kind !== 'own-note' && <TlpLabel tlp={entry.tlp} />}
      {grading && (
        <span translate="no" title={pick(terms.gradings[grading.scheme].name)}>
          <bdi>{`${grading.source}${grading.information}${grading.handling ?? ''}`}</bdi>
        </span>
      )}
      <Text span c="dimmed" size="sm">
        <Moment at={entry.at} />
      </Text>
      {author && (
        <Text span c="dimmed" size="sm">
          <Name>{author}</Name>
        </Text>
      )}
    </Group>
  );
};

/** A contribution that came and is read in full here has been read. */
const useReadHere = (entry: ThreadEntry): void => {
  const { mutate } = useMarkRead(entry.id);
  const isNew = entry.state === 'received' && entry.readAt === null;
  useEffect(() => {
    if (isNew) mutate(undefined);
  }, [isNew, mutate]);
};

const Entry = ({ entry, names }: { entry: ThreadEntry; names: ReadonlyMap<string, string> }) => {
  const say = useWords(threadWords);
  const me = useMe();
  useReadHere(entry);
  const target = entry.target === null ? null : (names.get(entry.target) ?? null);
  return (
    <li className={styles.entry} data-kind={entry.kind} data-state={entry.state ?? undefined}>
      <EntryHead entry={entry} />
      {target !== null && (
        <Text size="sm" mt={4}>
          {say('about', { name: target })}
        </Text>
      )}
      {entry.opinion && (
        <Group gap="xs" mt={6} fw={600}>
          <Opinion value={entry.opinion} />
        </Group>
      )}
      {entry.sighting && <Seen sighting={entry.sighting} />}
      {entry.kind === 'relationship' && <p className={styles.text}>{say('duplicateOf')}</p>}
      {entry.needsReason && <Withheld />}
      {entry.text && (
        <p className={styles.text} lang={entry.language} dir="auto">
          {entry.text}
        </p>
      )}
      <Group gap="sm" mt={6} justify="space-between">
        {entry.kind === 'own-note' ? (
          <Text size="sm" c="dimmed">
            {say('ownOnly')}
          </Text>
        ) : (
          <TextLink to="/exchange/items/$id" params={{ id: entry.id }} size="sm">
            {say('open')}
          </TextLink>
        )}
        {entry.kind === 'own-note' && entry.author === me.person && <RemoveOwnNote id={entry.id} />}
      </Group>
    </li>
  );
};

const Entries = ({ pages, names }: { pages: readonly Thread[]; names: ReadonlyMap<string, string> }) => {
  const say = useWords(threadWords);
  const entries = pages.flatMap((page) => page.entries);
  if (entries.length === 0) return <Text c="dimmed">{say('empty')}</Text>;
  return (
    <ol className={styles.list}>
      {entries.map((entry) => (
        <Entry key={entry.id} entry={entry} names={names} />
      ))}
    </ol>
  );
};

/** What the item itself answers, where it does. */
export const AnsweredNotice = ({ id }: { id: string }) => {
  const say = useWords(threadWords);
  const answered = useThread(id).data?.pages[0]?.answered;
  if (!answered) return null;
  return (
    <Text size="sm">
      {say('answers')}{' '}
      <TextLink to="/exchange/items/$id" params={{ id: answered.id }}>
        {answered.needsReason ? <Withheld /> : <bdi lang={answered.language}>{answered.title}</bdi>}
      </TextLink>
    </Text>
  );
};

/** The thread of an item, and the form to add to it. It follows the news by itself. */
export const ThreadSection = ({ item }: { item: Item }) => {
  const say = useWords(threadWords);
  const me = useMe();
  const query = useThread(item.id);
  const names = useMemo(
    () => new Map(item.objects.map((object) => [String(object.id), stixName(object)])),
    [item.objects],
  );
  const count = query.data?.pages.reduce((sum, page) => sum + page.entries.length, 0) ?? 0;
  return (
    <section aria-labelledby="thread-title">
      <Stack gap="sm">
        <Group gap="xs" align="baseline">
          <Title order={2} size="h4" id="thread-title">
            {say('title')}
          </Title>
          <Text size="sm" c="dimmed" role="status">
            {say('count', { count })}
          </Text>
        </Group>
        <Loaded query={query}>
          {({ pages }) => (
            <>
              <Tally tally={pages[0]?.opinions ?? []} />
              <Entries pages={pages} names={names} />
            </>
          )}
        </Loaded>
        {query.hasNextPage && (
          <Button
            variant="default"
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {say('more')}
          </Button>
        )}
        {!me.guest && mayWrite(me.role) && item.state !== 'recalled' && <ContributionForm item={item} />}
      </Stack>
    </section>
  );
};
