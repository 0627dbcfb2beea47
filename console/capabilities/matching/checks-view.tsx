/** Checks as they were asked, those of several partners together; and the watches among them. */
import { Group, Stack } from '@mantine/core';
import { IconEye, IconListSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { Check } from '../../../server/capabilities/matching/contract.ts';
import { type Column, DataTable } from '../../kit/data-table.tsx';
import { Moment, useDates } from '../../kit/date-time.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { useWords } from '../../kit/language.tsx';
import { ButtonLink } from '../../kit/links.tsx';
import { Name } from '../../kit/name.tsx';
import { Loaded } from '../../kit/query.tsx';
import { usePartyName, usePersonName } from '../parties/queries.ts';
import { useMe } from '../parties/session.ts';
import { CheckState, isWatching, StopWatch, WatchState } from './check-state.tsx';
import { useNumber } from './number.ts';
import { mayAsk } from './places.ts';
import { useChecks } from './queries.ts';
import { matchingWords } from './words.ts';

interface Batch {
  readonly batch: string;
  readonly checks: readonly Check[];
  readonly first: Check;
}

/** In the order in which they came: the latest first. */
const batchesOf = (checks: readonly Check[]): readonly Batch[] => {
  const batches = new Map<string, Batch>();
  for (const check of checks) {
    const before = batches.get(check.batch);
    const together = [...(before?.checks ?? []), check];
    batches.set(check.batch, { batch: check.batch, checks: together, first: before?.first ?? check });
  }
  return [...batches.values()];
};

const usePartnerStates = () => {
  const nameOf = usePartyName();
  return ({ checks }: Batch) => (
    <Stack gap={4}>
      {checks.map((check) => (
        <Group key={check.id} gap="xs">
          <Name>{nameOf(check.partner)}</Name>
          <CheckState check={check} />
        </Group>
      ))}
    </Stack>
  );
};

const useColumns = (): readonly Column<Batch>[] => {
  const say = useWords(matchingWords);
  const dates = useDates();
  const personName = usePersonName();
  const partnerStates = usePartnerStates();
  const number = useNumber();
  const hitsOf = ({ checks }: Batch): number => checks.reduce((sum, { hits }) => sum + (hits ?? 0), 0);
  return [
    { key: 'reason', header: say('reason'), main: true, cell: ({ first }) => <bdi>{first.reason}</bdi> },
    {
      key: 'asked',
      header: say('asked'),
      cell: ({ first }) => number(first.asked),
    },
    { key: 'partners', header: say('partners'), cell: partnerStates },
    { key: 'hits', header: say('hits'), cell: (row) => number(hitsOf(row)) },
    {
      key: 'at',
      header: dates.heading(say('askedAt')),
      cell: ({ first }) => <Moment at={first.askedAt} brief />,
    },
    {
      key: 'officer',
      header: say('officer'),
      cell: ({ first }) => <Name>{personName(first.officer) ?? ''}</Name>,
    },
  ];
};

const useStart = () => {
  const say = useWords(matchingWords);
  const { role } = useMe();
  return (
    mayAsk(role) && (
      <ButtonLink to="/matching/check" leftSection={<IconListSearch size={18} aria-hidden />}>
        {say('newCheck')}
      </ButtonLink>
    )
  );
};

export const ChecksView = () => {
  const say = useWords(matchingWords);
  const navigate = useNavigate();
  const columns = useColumns();
  const start = useStart();
  return (
    <Loaded query={useChecks()}>
      {(checks) =>
        checks.length === 0 ? (
          <EmptyState
            icon={IconListSearch}
            title={say('emptyChecks')}
            teach={say('emptyChecksTeach')}
            action={start}
          />
        ) : (
          <DataTable
            label={say('checks')}
            columns={columns}
            rows={batchesOf(checks)}
            keyOf={({ batch }) => batch}
            onOpen={({ batch }) => void navigate({ to: '/matching/checks/$batch', params: { batch } })}
          />
        )
      }
    </Loaded>
  );
};

const useWatchColumns = (): readonly Column<Check>[] => {
  const say = useWords(matchingWords);
  const nameOf = usePartyName();
  const number = useNumber();
  return [
    { key: 'reason', header: say('reason'), main: true, cell: (row) => <bdi>{row.reason}</bdi> },
    { key: 'partner', header: say('partner'), cell: (row) => <Name>{nameOf(row.partner)}</Name> },
    {
      key: 'asked',
      header: say('asked'),
      cell: (row) => number(row.asked),
    },
    { key: 'hits', header: say('hits'), cell: (row) => number(row.hits ?? 0) },
    { key: 'state', header: say('state'), cell: (row) => <WatchState check={row} /> },
    { key: 'stop', header: '', cell: (row) => <StopWatch check={row} /> },
  ];
};

/** Those that run first. */
export const WatchesView = () => {
  const say = useWords(matchingWords);
  const navigate = useNavigate();
  const columns = useWatchColumns();
  const start = useStart();
  return (
    <Loaded query={useChecks()}>
      {(checks) => {
        const watches = checks
          .filter(({ until, stoppedAt }) => until !== null || stoppedAt !== null)
          .toSorted((one, other) => Number(isWatching(other)) - Number(isWatching(one)));
        return watches.length === 0 ? (
          <EmptyState
            icon={IconEye}
            title={say('emptyWatches')}
            teach={say('emptyWatchesTeach')}
            action={start}
          />
        ) : (
          <DataTable
            label={say('watches')}
            columns={columns}
            rows={watches}
            keyOf={({ id }) => id}
            onOpen={({ batch }) => void navigate({ to: '/matching/checks/$batch', params: { batch } })}
          />
        );
      }}
    </Loaded>
  );
};
