/** What publishing a draft would change of what units and services were told. */
import { Badge, Group, Stack, Text } from '@mantine/core';
import type { DutyNewsShown, News } from '../../../server/capabilities/roster/contract.ts';
import { specialtyWords } from '../../../server/capabilities/roster/duty-contract.ts';
import { DataTable } from '../../kit/data-table.tsx';
import { usePick, useWords } from '../../kit/language.tsx';
import { usePartyName } from '../parties/queries.ts';
import { approvalWords } from './approval-words.ts';
import { useBoard } from './board-context.ts';
import { useFigures } from './figures.ts';
import styles from './news.module.css';
import { useTimes } from './times.ts';
import { rosterWords } from './words.ts';

type Person = News['people'][number];

const kinds = {
  added: { word: 'isAdded', color: 'green' },
  changed: { word: 'isChanged', color: 'yellow' },
  cancelled: { word: 'isCancelled', color: 'red' },
} as const;

const Duty = ({ duty }: { duty: DutyNewsShown }) => {
  const { board } = useBoard();
  const say = useWords(approvalWords);
  const pick = usePick();
  const times = useTimes();
  const { kind, before, parts } = duty;
  const { word, color } = kinds[kind];
  // Places are called as the reader calls them where the plan still has them.
  const post = board.posts.get(duty.post);
  const where = post === undefined ? duty.venue : board.placeName(post.place);
  const span = (of: { startsAt: string; endsAt: string }): string =>
    times.span(Date.parse(of.startsAt), Date.parse(of.endsAt));
  return (
    <Group gap="xs" component="li">
      <Badge variant="light" color={color}>
        {say(word)}
      </Badge>
      {before !== null && parts.includes('time') && (
        <Text span size="sm" td="line-through" c="dimmed">
          <bdi>{span(before)}</bdi>
        </Text>
      )}
      <Text span size="sm" td={kind === 'cancelled' ? 'line-through' : undefined}>
        <bdi>{span(duty)}</bdi>
      </Text>
      <Text span size="sm">
        <bdi>{[where, pick(specialtyWords[duty.specialty])].join(' · ')}</bdi>
      </Text>
      {parts.length > 0 && (
        <Text span size="xs" c="dimmed">
          {parts.map((part) => say(`part-${part}`)).join(' · ')}
        </Text>
      )}
    </Group>
  );
};

const Unit = ({ person }: { person: Person }) => {
  const partyName = usePartyName();
  return (
    <div className={styles.newsUnit}>
      <Text size="sm" fw={600}>
        <bdi>{person.name}</bdi>
        <Text span size="xs" c="dimmed">
          {' · '}
          <bdi>{partyName(person.party)}</bdi>
        </Text>
      </Text>
      <Stack gap={4} component="ul" className={styles.newsDuties}>
        {person.duties.map((duty) => (
          <Duty key={`${duty.post} ${duty.kind}`} duty={duty} />
        ))}
      </Stack>
    </div>
  );
};

const Units = ({ news }: { news: News }) => {
  const say = useWords(approvalWords);
  const { count } = useFigures();
  return (
    <details className={styles.disclosure} open={news.people.length <= 10}>
      <summary>{say('perUnit')}</summary>
      {news.people.length < news.units && (
        <Text size="sm" c="dimmed">
          {say('shownOf', { shown: count(news.people.length), all: count(news.units) })}
        </Text>
      )}
      {news.people.map((person) => (
        <Unit key={person.unit} person={person} />
      ))}
    </details>
  );
};

export const NewsView = ({ news }: { news: News }) => {
  const say = useWords(approvalWords);
  const roster = useWords(rosterWords);
  const partyName = usePartyName();
  const { added, changed, cancelled, unchanged } = news;
  if (news.units === 0) return <Text>{say('nothing')}</Text>;
  const isFirst = unchanged + changed + cancelled === 0;
  return (
    <Stack gap="sm">
      <Text fw={600}>{isFirst ? say('first') : say('against')}</Text>
      <Group gap="xs">
        <Badge color={added > 0 ? 'green' : 'gray'} variant="light">
          {say('added', { count: added })}
        </Badge>
        <Badge color={changed > 0 ? 'yellow' : 'gray'} variant="light">
          {say('changed', { count: changed })}
        </Badge>
        <Badge color={cancelled > 0 ? 'red' : 'gray'} variant="light">
          {say('cancelled', { count: cancelled })}
        </Badge>
        <Badge variant="default">{say('unchanged', { count: unchanged })}</Badge>
      </Group>
      <DataTable
        label={say('perPartner')}
        rows={news.parties}
        keyOf={({ party }) => party}
        columns={[
          {
            key: 'party',
            header: say('perPartner'),
            main: true,
            cell: ({ party }) => <bdi>{partyName(party)}</bdi>,
          },
          { key: 'units', header: roster('unitsCount'), cell: ({ units }) => units },
          { key: 'added', header: say('isAdded'), cell: (one) => one.added },
          { key: 'changed', header: say('isChanged'), cell: (one) => one.changed },
          { key: 'cancelled', header: say('isCancelled'), cell: (one) => one.cancelled },
        ]}
      />
      <Units news={news} />
    </Stack>
  );
};
