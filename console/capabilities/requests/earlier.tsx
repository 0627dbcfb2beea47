/** Other requests about the same, with the answers that the reader may see. */
import { Alert, Group, Stack, Text } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import type { Earlier as EarlierList } from '../../../server/capabilities/requests/contract.ts';
import { Moment } from '../../kit/date-time.tsx';
import { useWords } from '../../kit/language.tsx';
import { TextLink } from '../../kit/links.tsx';
import { Name } from '../../kit/name.tsx';
import { usePartyName } from '../parties/queries.ts';
import { useEarlier } from './queries.ts';
import { alikeWords, pageWords } from './request-words.ts';
import { StateBadge } from './strand-state.tsx';

const isAlike = (word: string): word is keyof typeof alikeWords => Object.hasOwn(alikeWords, word);

const Line = ({ one }: { one: EarlierList[number] }) => {
  const say = useWords(pageWords);
  const alike = useWords(alikeWords);
  const nameOf = usePartyName();
  const what = one.in.filter(isAlike).map((word) => alike(word));
  return (
    <div>
      <Group gap="xs">
        <TextLink to="/requests/$id" params={{ id: one.item }}>
          <bdi lang={one.language}>{one.title}</bdi>
        </TextLink>
        <Text span size="sm" c="dimmed">
          <Name>{nameOf(one.requester)}</Name> · <Moment at={one.openedAt} />
        </Text>
        {one.strands.map(({ addressee, state }) => (
          <StateBadge key={addressee} state={state} />
        ))}
      </Group>
      <Text size="sm">{say('sharedBy', { what: what.join(' · ') })}</Text>
      {one.answers.map(({ id, title }) => (
        <Text key={id} size="sm">
          {say('openAnswer')}:{' '}
          <TextLink size="sm" to="/exchange/items/$id" params={{ id }}>
            <bdi>{title}</bdi>
          </TextLink>
        </Text>
      ))}
    </div>
  );
};

/** Nothing is shown where there is nothing. */
export const Earlier = ({ id }: { id: string }) => {
  const say = useWords(pageWords);
  const found = useEarlier(id).data ?? [];
  if (found.length === 0) return null;
  return (
    <Alert color="petrol" icon={<IconCopy aria-hidden />} title={say('earlier')}>
      <Stack gap="sm">
        <Text size="sm">{say('earlierTeach')}</Text>
        {found.map((one) => (
          <Line key={one.item} one={one} />
        ))}
      </Stack>
    </Alert>
  );
};
