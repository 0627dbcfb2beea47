/** Two rosters side by side. */
import { Paper, SegmentedControl, Stack, Text } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Comparison } from '../../../server/capabilities/roster/contract.ts';
import { DataTable } from '../../kit/data-table.tsx';
import { usePick, useWords } from '../../kit/language.tsx';
import { Page } from '../../kit/page.tsx';
import { Loaded } from '../../kit/query.tsx';
import type { TakenPlan } from './board.ts';
import { BothCoverages, type Sides } from './both-coverages.tsx';
import { DifferenceCard, useNaming } from './difference.tsx';
import { useComparison, useDraft, useEventRoster, useNames, usePlan } from './queries.ts';
import { replanWords } from './replan-words.ts';
import { RosterZone } from './times.ts';
import { rosterWords } from './words.ts';

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

/** What the two are called: drafts by their names, what was published by its number. */
const useSides = (before: string, after: string): Sides | null => {
  const roster = useWords(rosterWords);
  const event = useDraft(after).data?.event;
  const found = useEventRoster(event).data;
  if (found === undefined) return null;
  const nameOf = (id: string): string => {
    const publication = found.publications.find((one) => one.id === id);
    if (publication !== undefined) return roster('number', { number: publication.number });
    return found.drafts.find((one) => one.id === id)?.name ?? '';
  };
  return { before: nameOf(before), after: nameOf(after) };
};

export const CompareScreen = () => {
  const roster = useWords(rosterWords);
  const { id, other } = useParams({ from: '/roster/drafts/$id/compare/$other' });
  const comparison = useComparison(id, other);
  const before = usePlan(comparison.data?.plans.before);
  const after = usePlan(comparison.data?.plans.after);
  const named = useSides(id, other);
  return (
    <Page title={named === null ? roster('compare') : roster('compareBoth', named)}>
      <Loaded query={comparison}>
        {(found) => (
          <Loaded query={before}>
            {(one) => (
              <Loaded query={after}>
                {(two) => (
                  <RosterZone value={two.zone}>
                    <Stack>
                      <BothCoverages {...found} named={named ?? undefined} />
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
