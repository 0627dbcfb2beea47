import { Badge, Button, Group, Text } from '@mantine/core';
import { IconCalendarPlus, IconCalendarTime } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { Shift } from '../../../../server/capabilities/watch/shifts/contract.ts';
import { type Column, DataTable } from '../../../kit/data-table.tsx';
import { useDates, useZoneName } from '../../../kit/date-time.tsx';
import { EmptyState } from '../../../kit/empty-state.tsx';
import { usePick, useReading, useWords } from '../../../kit/language.tsx';
import { Name } from '../../../kit/name.tsx';
import { Page } from '../../../kit/page.tsx';
import { Loaded } from '../../../kit/query.tsx';
import { useDesks, usePersonName } from '../../parties/queries.ts';
import { useMe } from '../../parties/session.ts';
import { PlanForm } from './plan-form.tsx';
import { useRota } from './queries.ts';
import { shiftWords } from './shift-words.ts';
import styles from './shifts.module.css';

const StateBadge = ({ state }: { state: Shift['state'] }) => {
  const say = useWords(shiftWords);
  const isWrong = state === 'without-handover';
  return (
    <Badge
      variant={state === 'running' ? 'filled' : 'default'}
      tt="none"
      c={isWrong ? 'var(--mantine-color-error)' : undefined}
      td={state === 'cancelled' ? 'line-through' : undefined}
    >
      {say(`state-${state}`)}
    </Badge>
  );
};

const useColumns = (): readonly Column<Shift>[] => {
  const say = useWords(shiftWords);
  const pick = usePick();
  const dates = useDates();
  const personName = usePersonName();
  const desks = useDesks().data;
  return useMemo(
    () => [
      {
        key: 'time',
        header: dates.heading(say('hours')),
        main: true,
        cell: ({ startsAt, endsAt }) => (
          <span className={styles.hours}>{`${dates.clock(startsAt)} – ${dates.clock(endsAt)}`}</span>
        ),
      },
      {
        key: 'desk',
        header: say('desk'),
        cell: ({ desk }) => {
          const found = desks?.find(({ id }) => id === desk);
          return found ? <Name>{pick(found.name)}</Name> : '…';
        },
      },
      {
        key: 'officers',
        header: say('officers'),
        cell: ({ officers }) =>
          officers.map((officer) => (
            <div key={officer}>
              <Name>{personName(officer) ?? '…'}</Name>
            </div>
          )),
      },
      { key: 'state', header: say('handover'), cell: ({ state }) => <StateBadge state={state} /> },
    ],
    [say, pick, dates, personName, desks],
  );
};

/** As they begin; those that begin together in the order of their desks. */
const useInOrder = () => {
  const pick = usePick();
  const { locale } = useReading();
  const desks = useDesks().data;
  return useMemo(() => {
    const { compare } = new Intl.Collator(locale);
    const names = new Map((desks ?? []).map(({ id, name }) => [String(id), pick(name)]));
    const nameOf = ({ desk }: Shift): string => names.get(String(desk)) ?? '';
    return (shifts: readonly Shift[]): readonly Shift[] =>
      shifts.toSorted((a, b) => a.startsAt.localeCompare(b.startsAt) || compare(nameOf(a), nameOf(b)));
  }, [pick, locale, desks]);
};

const List = ({ shifts }: { shifts: readonly Shift[] }) => {
  const say = useWords(shiftWords);
  const dates = useDates();
  const navigate = useNavigate();
  const columns = useColumns();
  const inOrder = useInOrder();
  return (
    <DataTable
      label={say('shifts')}
      columns={columns}
      rows={inOrder(shifts)}
      groupOf={({ startsAt }) => dates.dayOf(startsAt)}
      keyOf={({ id }) => id}
      isStrong={({ state }) => state === 'running' || state === 'without-handover'}
      onOpen={({ id }) => void navigate({ to: '/watch/shifts/$id', params: { id } })}
    />
  );
};

/** The rota: who is on duty, and which shift has not been handed over. */
export const RotaScreen = () => {
  const say = useWords(shiftWords);
  const me = useMe();
  const zoneName = useZoneName();
  const query = useRota();
  const [planning, setPlanning] = useState(false);
  const plans = me.role === 'watch-officer' || me.role === 'centre-head';
  return (
    <Page
      title={say('shifts')}
      teach={say('teach')}
      actions={
        plans &&
        !planning && (
          <Button leftSection={<IconCalendarPlus size={18} aria-hidden />} onClick={() => setPlanning(true)}>
            {say('plan')}
          </Button>
        )
      }
    >
      <Loaded query={query}>
        {({ shifts, timeZone }) => (
          <>
            {planning && <PlanForm timeZone={timeZone} onDone={() => setPlanning(false)} />}
            <Group>
              <Text size="sm" c="dimmed">
                {say('zone', { zone: zoneName(timeZone) })}
              </Text>
            </Group>
            {shifts.length === 0 ? (
              <EmptyState icon={IconCalendarTime} title={say('empty')} teach={say('emptyTeach')} />
            ) : (
              <List shifts={shifts} />
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
};
