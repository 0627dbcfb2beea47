/** What is higher than it was at a moment. */
import { Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { IconTrendingUp } from '@tabler/icons-react';
import { useState } from 'react';
import { hazardWords } from '../../../../server/capabilities/events/risk/contract.ts';
import type { Rose } from '../../../../server/capabilities/events/risk/view-contract.ts';
import { type Column, DataTable } from '../../../kit/data-table.tsx';
import { Moment } from '../../../kit/date-time.tsx';
import { EmptyState } from '../../../kit/empty-state.tsx';
import { usePick, useWords } from '../../../kit/language.tsx';
import { OwnWords } from '../../../kit/own-words.tsx';
import { Loaded } from '../../../kit/query.tsx';
import { usePersonName } from '../../parties/queries.ts';
import { useNumber } from '../names.ts';
import { LevelMark } from './level-mark.tsx';
import { useRose } from './queries.ts';
import { riskWords } from './risk-words.ts';
import { TargetName } from './target-name.tsx';

type Line = Rose['items'][number];
const spans = ['yesterday', 'lastWeek', 'chosenMoment'] as const;
type Span = (typeof spans)[number];
const weekMs = 7 * 86_400_000;

/** Who did it, by name where it is for the reader to know. */
export const useByName = (): ((by: string) => string) => {
  const say = useWords(riskWords);
  const nameOf = usePersonName();
  return (by) => (by.startsWith('system:') ? say('house') : (nameOf(by) ?? '…'));
};

const useColumns = (event: string, rose: Rose): readonly Column<Line>[] => {
  const say = useWords(riskWords);
  const pick = usePick();
  const byName = useByName();
  return [
    {
      key: 'place',
      header: say('place'),
      main: true,
      cell: ({ target }) => <TargetName event={event} target={target} names={rose.names} />,
    },
    { key: 'hazard', header: say('hazard'), cell: ({ hazard }) => pick(hazardWords[hazard].name) },
    {
      key: 'change',
      header: say('change'),
      cell: ({ before, after }) => (
        <Group gap={6} wrap="nowrap">
          <Text size="sm" c="dimmed">
            {say('from')}
          </Text>
          <LevelMark level={before} />
          <Text size="sm" c="dimmed">
            {say('to')}
          </Text>
          <LevelMark level={after} />
        </Group>
      ),
    },
    { key: 'why', header: say('why'), cell: ({ reason }) => <OwnWords size="sm">{reason}</OwnWords> },
    {
      key: 'when',
      header: say('when'),
      cell: ({ at, by }) => (
        <Text size="sm">
          <Moment at={at} brief /> · <bdi>{byName(by)}</bdi>
        </Text>
      ),
    },
  ];
};

const Lines = ({ event, rose }: { event: string; rose: Rose }) => {
  const say = useWords(riskWords);
  const columns = useColumns(event, rose);
  if (rose.items.length === 0)
    return <EmptyState icon={IconTrendingUp} title={say('noneRose')} teach={say('noneRoseTeach')} />;
  return (
    <DataTable
      label={say('rose')}
      columns={columns}
      rows={rose.items}
      keyOf={({ target, hazard }) => `${target} ${hazard}`}
    />
  );
};

export const RoseView = ({ event }: { event: string }) => {
  const say = useWords(riskWords);
  const number = useNumber();
  const [span, setSpan] = useState<Span>('yesterday');
  const [moment, setMoment] = useState('');
  const [weekAgo] = useState(() => new Date(Date.now() - weekMs).toISOString());
  const chosen = Number.isNaN(Date.parse(moment)) ? undefined : new Date(moment).toISOString();
  const since = span === 'lastWeek' ? weekAgo : span === 'chosenMoment' ? chosen : undefined;
  const query = useRose(event, since);
  return (
    <Stack gap="md">
      <Group align="flex-end" gap="sm">
        <NativeSelect
          label={say('since')}
          value={span}
          data={spans.map((value) => ({ value, label: say(value) }))}
          onChange={({ currentTarget }) =>
            setSpan(spans.find((one) => one === currentTarget.value) ?? 'yesterday')
          }
        />
        {span === 'chosenMoment' && (
          <TextInput
            type="datetime-local"
            label={say('moment')}
            value={moment}
            onChange={({ currentTarget }) => setMoment(currentTarget.value)}
          />
        )}
      </Group>
      <Loaded query={query}>
        {(rose) => (
          <>
            <Text size="sm" c="dimmed">
              {say('since')} <Moment at={rose.since} /> ·{' '}
              {say('roseSummary', { fell: number(rose.fell), first: number(rose.first) })}
            </Text>
            <Lines event={event} rose={rose} />
          </>
        )}
      </Loaded>
    </Stack>
  );
};
