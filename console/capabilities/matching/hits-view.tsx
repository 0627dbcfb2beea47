import { SegmentedControl, Stack, Text } from '@mantine/core';
import { IconTargetArrow } from '@tabler/icons-react';
import { useState } from 'react';
import type { Card } from '../../../server/capabilities/matching/contract.ts';
import { EmptyState } from '../../kit/empty-state.tsx';
import { useWords } from '../../kit/language.tsx';
import { Loaded } from '../../kit/query.tsx';
import { FalseHits } from './false-hits.tsx';
import { HitCard } from './hit-card.tsx';
import { hitWords } from './hit-words.ts';
import styles from './matching.module.css';
import { useChecks, useHits } from './queries.ts';

const filters = ['open', 'requested', 'dismissed', 'all'] as const;
type Filter = (typeof filters)[number];

const List = ({ hits, filter }: { hits: readonly Card[]; filter: Filter }) => {
  const say = useWords(hitWords);
  // A hit is for all officers; the check that it came of, for its own alone.
  const checks = useChecks().data ?? [];
  const shown = hits.filter(({ state }) => filter === 'all' || state === filter);
  if (shown.length === 0)
    return <EmptyState icon={IconTargetArrow} title={say(`empty-${filter}`)} teach={say('emptyTeach')} />;
  return (
    <Stack gap="sm">
      <div>
        <Text size="sm">{say('pointer')}</Text>
        <FalseHits partners={shown.map(({ partner }) => partner)} />
      </div>
      {shown.map((hit) => {
        const batch = checks.find(({ id }) => id === hit.check)?.batch;
        return <HitCard key={hit.id} hit={hit} {...(batch === undefined ? {} : { batch })} />;
      })}
    </Stack>
  );
};

/** Every hit, those that wait for a decision first to see. */
export const HitsView = () => {
  const say = useWords(hitWords);
  const [filter, setFilter] = useState<Filter>('open');
  return (
    <Stack maw="64rem">
      <SegmentedControl
        size="sm"
        className={`${styles.views} ${styles.filter}`}
        aria-label={say('filter')}
        value={filter}
        data={filters.map((value) => ({ value, label: say(value === 'all' ? 'all' : `state-${value}`) }))}
        onChange={(value) => setFilter(filters.find((one) => one === value) ?? filter)}
      />
      <Loaded query={useHits()}>{(hits) => <List hits={hits} filter={filter} />}</Loaded>
    </Stack>
  );
};
