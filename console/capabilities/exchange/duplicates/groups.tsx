/** What was confirmed: each group with the items beneath, untouched; it can be told, and taken back. */
import { Button, Group, Stack, Text } from '@mantine/core';
import { IconArrowBackUp, IconSend } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { DuplicateGroups } from '../../../../server/capabilities/exchange/duplicates/contract.ts';
import { Moment } from '../../../kit/date-time.tsx';
import { ErrorNotice } from '../../../kit/error-notice.tsx';
import { useReading, useWords } from '../../../kit/language.tsx';
import { TextLink } from '../../../kit/links.tsx';
import { Name } from '../../../kit/name.tsx';
import { Loaded } from '../../../kit/query.tsx';
import { TlpLabel } from '../../../kit/tlp-label.tsx';
import { useToasts } from '../../../kit/toasts.tsx';
import { usePartyName } from '../../parties/queries.ts';
import { duplicateWords } from './duplicate-words.ts';
import styles from './duplicates.module.css';
import { useDuplicateGroups, useReopen, useTell } from './queries.ts';

type DuplicateGroup = DuplicateGroups[number];

const PairActions = ({ group, pair }: { group: DuplicateGroup; pair: DuplicateGroup['pairs'][number] }) => {
  const say = useWords(duplicateWords);
  const { language } = useReading();
  const show = useToasts();
  const navigate = useNavigate();
  const reopen = useReopen();
  const tell = useTell();
  const both = group.items.filter(({ id }) => id === pair.first || id === pair.second);
  const wasSent = both.every(({ state }) => state === 'released' || state === 'received');
  const title = say('toldTitle', { title: both[0]?.title ?? '' }).replaceAll(/[\u2068\u2069]/g, '');
  return (
    <Group gap="xs">
      {tell.isError && <ErrorNotice error={tell.error} />}
      {reopen.isError && <ErrorNotice error={reopen.error} />}
      {wasSent && (
        <Button
          size="compact-sm"
          variant="default"
          loading={tell.isPending}
          leftSection={<IconSend size={16} aria-hidden />}
          onClick={() =>
            tell.mutate(
              { pair, title: title.slice(0, 300), language },
              {
                onSuccess: (item) => {
                  show({ text: say('told') });
                  void navigate({ to: '/exchange/items/$id', params: { id: item.id } });
                },
              },
            )
          }
        >
          {say('tell')}
        </Button>
      )}
      <Button
        size="compact-sm"
        variant="default"
        loading={reopen.isPending}
        leftSection={<IconArrowBackUp size={16} aria-hidden />}
        onClick={() => reopen.mutate(pair, { onSuccess: () => show({ text: say('reopenedToast') }) })}
      >
        {say('reopen')}
      </Button>
    </Group>
  );
};

const GroupCard = ({ group }: { group: DuplicateGroup }) => {
  const say = useWords(duplicateWords);
  const nameOf = usePartyName();
  return (
    <section className={styles.group}>
      <Text fw={600}>{say('group', { count: group.items.length })}</Text>
      <Stack gap={6} my="xs">
        {group.items.map((item) => (
          <Group key={item.id} gap="xs">
            <TextLink to="/exchange/items/$id" params={{ id: item.id }}>
              <bdi lang={item.language}>{item.title}</bdi>
            </TextLink>
            <TlpLabel tlp={item.marking.tlp} />
            <Text span size="sm" c="dimmed">
              <Name>{nameOf(item.originator)}</Name> · <Moment at={item.createdAt} />
            </Text>
          </Group>
        ))}
      </Stack>
      {group.pairs.map((pair) => (
        <PairActions key={`${pair.first}${pair.second}`} group={group} pair={pair} />
      ))}
    </section>
  );
};

export const Groups = () => (
  <Loaded query={useDuplicateGroups()}>
    {(groups) => (
      <Stack gap="sm">
        {groups.map((group) => (
          <GroupCard key={group.items[0]?.id} group={group} />
        ))}
      </Stack>
    )}
  </Loaded>
);
