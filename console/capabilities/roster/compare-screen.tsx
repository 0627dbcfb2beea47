/** Two rosters side by side. */
import { Group, Paper, SegmentedControl, Stack, Text } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Comparison } from '../../../server/capabilities/roster/contract.ts';
import { DataTable } from '../../kit/data-table.tsx';
import { usePick, useWords } from '../../kit/language.tsx';
import { Page } from '../../kit/page.tsx';
import { Loaded } from '../../kit/query.tsx';
import type { TakenPlan } from './board.ts';
import { DifferenceCard, useNaming } from './difference.tsx';
import { useComparison, useDraft, useNames, usePlan } from './queries.ts';
import { replanWords } from './replan-words.ts';
import { RosterZone } from './times.ts';
import { rosterWords } from './words.ts';

const percent = ({ covered, wanted }: Comparison['before']): string =>
  wanted === 0 ? '–' : `${(Math.floor((covered / wanted) * 1000) / 10).toFixed(1)} %`;

/** Coverage on both sides. */
export const BothCoverages = ({ before, after }: Pick<Comparison, 'before' | 'after'>) => {
  const say = useWords(replanWords);
  const roster = useWords(rosterWords);
  return (
    <Group gap="lg">
      {[['before', before] as const, ['after', after] as const].map(([name, side]) => (
        <Paper key={name} withBorder p="sm">
          <Text size="sm" c="dimmed">
            {say(name)}
          </Text>
          <Text fw={600} size="lg">
            <bdi dir="ltr">{percent(side)}</bdi>
          </Text>
          <Text size="sm">{roster('seats', { covered: side.coveredSeats, wanted: side.wantedSeats })}</Text>
        </Paper>
      ))}
    </Group>
  );
};

const views = ['perPost', 'perUnit'] as const;
/** Posts shown at once. */
const shown = 300;

const Differences = ({ comparison, plans }: { comparison: Comparison; plans: readonly TakenPlan[] }) => {
  const say = useWords(replanWords);
  const roster = useWords(rosterWords);
  const pick = usePick();
  const { other } = useParams({ from: '/roster/drafts/$id/compare/$other' });
  const event = useDraft(other).data?.event;
  const names = useNames(event).data;
  const [view, setView] = useState<(typeof views)[number]>('perPost');
  const naming = useNaming(plans, (place) => {
    const words = names?.places[place];
    return words === undefined ? place : pick(words);
  });
  if (comparison.posts.length === 0) return <Text>{say('same')}</Text>;
  return (
    <Stack>
      <SegmentedControl
        aria-label={roster('views')}
        value={view}
        data={views.map((value) => ({ value, label: say(value) }))}
        onChange={(value) => setView(views.find((one) => one === value) ?? view)}
      />
      {view === 'perPost' ? (
        comparison.posts.slice(0, shown).map((difference) => (
          <Paper key={difference.post} withBorder p="sm">
            <DifferenceCard difference={difference} naming={naming} />
          </Paper>
        ))
      ) : (
        <DataTable
          label={say('perUnit')}
          rows={comparison.units.slice(0, shown)}
          keyOf={({ unit }) => unit}
          columns={[
            {
              key: 'unit',
              header: roster('unit'),
              main: true,
              cell: ({ unit }) => <bdi>{naming.unit(unit)}</bdi>,
            },
            { key: 'loses', header: say('loses'), cell: ({ loses }) => loses.length },
            { key: 'gains', header: say('gains'), cell: ({ gains }) => gains.length },
            { key: 'moved', header: say('moved'), cell: ({ moved }) => moved.length },
          ]}
        />
      )}
    </Stack>
  );
};

export const CompareScreen = () => {
  const roster = useWords(rosterWords);
  const { id, other } = useParams({ from: '/roster/drafts/$id/compare/$other' });
  const comparison = useComparison(id, other);
  const before = usePlan(comparison.data?.plans.before);
  const after = usePlan(comparison.data?.plans.after);
  return (
    <Page title={roster('compare')}>
      <Loaded query={comparison}>
        {(found) => (
          <Loaded query={before}>
            {(one) => (
              <Loaded query={after}>
                {(two) => (
                  <RosterZone value={two.zone}>
                    <Stack>
                      <BothCoverages before={found.before} after={found.after} />
                      <Differences comparison={found} plans={[one, two]} />
                    </Stack>
                  </RosterZone>
                )}
              </Loaded>
            )}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
};
