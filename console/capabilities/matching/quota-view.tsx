/** How much was asked, by me, by us and of us; what is left today; the last weeks by day. */
import { Alert, Badge, Group, Progress, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconGauge } from '@tabler/icons-react';
import type { Use, UsedDay } from '../../../server/capabilities/matching/contract.ts';
import { type Column, DataTable } from '../../kit/data-table.tsx';
import { DayText } from '../../kit/date-time.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { usePick, useWords } from '../../kit/language.tsx';
import { Name } from '../../kit/name.tsx';
import { Loaded } from '../../kit/query.tsx';
import { useAgreements } from '../agreements/queries.ts';
import { usePartyName } from '../parties/queries.ts';
import { useMe } from '../parties/session.ts';
import styles from './matching.module.css';
import { useNumber } from './number.ts';
import { leftToday } from './partners.ts';
import { hearsAlarms, mayAsk } from './places.ts';
import { useAlarms, useQuota, useUsedDays } from './queries.ts';
import { quotaWords } from './quota-words.ts';

const Meter = ({ name, used, all }: { name: string; used: number; all: number }) => {
  const say = useWords(quotaWords);
  const number = useNumber();
  const text = say('ofQuota', { used: number(used), all: number(all) });
  return (
    <div>
      <Group justify="space-between" gap="xs">
        <Text size="sm">{name}</Text>
        <Text size="sm">{text}</Text>
      </Group>
      <Progress value={Math.min(100, (100 * used) / Math.max(all, 1))} aria-label={`${name}: ${text}`} />
    </div>
  );
};

const useDayColumns = (): readonly Column<UsedDay>[] => {
  const say = useWords(quotaWords);
  const { role } = useMe();
  const number = useNumber();
  return [
    { key: 'day', header: say('day'), main: true, cell: (row) => <DayText day={row.day} /> },
    { key: 'asked', header: say('asked'), cell: (row) => number(row.asked) },
    ...(mayAsk(role)
      ? [{ key: 'mine', header: say('askedByMe'), cell: (row: UsedDay) => number(row.askedByMe) }]
      : []),
    {
      key: 'answered',
      header: say('answered'),
      cell: (row) => (
        <Group gap="xs" component="span">
          <span>{number(row.answered)}</span>
          {row.alarm && (
            <Badge color="red.9" size="sm">
              {say('alarm')}
            </Badge>
          )}
        </Group>
      ),
    },
  ];
};

const History = ({ use }: { use: Use }) => {
  const say = useWords(quotaWords);
  const columns = useDayColumns();
  const days = (useUsedDays().data ?? []).filter(
    ({ agreement, partner }) => agreement === use.agreement && partner === use.partner,
  );
  return (
    <section>
      <Title order={3} size="h6" mb={6}>
        {say('history')}
      </Title>
      {days.length === 0 ? (
        <Text size="sm" c="dimmed">
          {say('noDays')}
        </Text>
      ) : (
        <DataTable label={say('history')} columns={columns} rows={days} keyOf={({ day }) => day} />
      )}
    </section>
  );
};

/** Which days they were, and how far from usual. */
const AlarmOf = ({ use }: { use: Use }) => {
  const say = useWords(quotaWords);
  const number = useNumber();
  const { role } = useMe();
  const days = (useAlarms(hearsAlarms(role)).data ?? []).filter(
    ({ agreement, partner }) => agreement === use.agreement && partner === use.partner,
  );
  return (
    <Alert role="alert" color="red" icon={<IconAlertTriangle />} title={say('alarm')}>
      <Stack gap={4}>
        {days.map(({ day, asked, usual }) => (
          <Text size="sm" key={day}>
            <b>
              <DayText day={day} />
            </b>
            {' · '}
            {say(usual === 0 ? 'alarmFirst' : 'alarmDay', { count: asked, usual: number(usual) })}
          </Text>
        ))}
        <Text size="sm">{say('alarmWhat')}</Text>
      </Stack>
    </Alert>
  );
};

const UseOfPartner = ({ use }: { use: Use }) => {
  const say = useWords(quotaWords);
  const pick = usePick();
  const nameOf = usePartyName();
  const number = useNumber();
  const { role } = useMe();
  const agreement = useAgreements().data?.find(({ id }) => id === use.agreement);
  return (
    <section className={styles.use} aria-label={nameOf(use.partner)}>
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start" gap="xs">
          <div>
            <Title order={2} size="h4">
              <Name>{nameOf(use.partner)}</Name>
            </Title>
            {agreement && (
              <Text size="sm" c="dimmed">
                <Name>{pick(agreement.title)}</Name>
              </Text>
            )}
          </div>
          <Badge variant={use.ready ? 'light' : 'default'} className={styles.badge}>
            {say(use.ready ? 'setHere' : 'setMissing')}
          </Badge>
        </Group>
        {use.alarm && <AlarmOf use={use} />}
        {use.preparing !== null && (
          <Text size="sm" role="status">
            {say('preparing', { done: number(use.preparing.done), all: number(use.preparing.all) })}
          </Text>
        )}
        <SimpleGrid cols={{ base: 1, sm: mayAsk(role) ? 3 : 2 }}>
          {mayAsk(role) && <Meter name={say('mine')} used={use.askedByMe} all={use.perOfficer} />}
          <Meter name={say('ours')} used={use.askedToday} all={use.perDay} />
          <Meter name={say('theirs')} used={use.answeredToday} all={use.perDay} />
        </SimpleGrid>
        {mayAsk(role) && <Text size="sm">{say('left', { number: number(leftToday(use)) })}</Text>}
        <History use={use} />
      </Stack>
    </section>
  );
};

const alarmsFirst = (one: Use, other: Use): number => Number(other.alarm) - Number(one.alarm);

export const QuotaView = () => {
  const say = useWords(quotaWords);
  return (
    <Loaded query={useQuota()}>
      {(uses) =>
        uses.length === 0 ? (
          <EmptyState icon={IconGauge} title={say('empty')} teach={say('emptyTeach')} />
        ) : (
          <Stack maw="64rem">
            <Text size="sm" c="dimmed">
              {say('teach')}
            </Text>
            {uses.toSorted(alarmsFirst).map((use) => (
              <UseOfPartner key={`${use.agreement} ${use.partner}`} use={use} />
            ))}
          </Stack>
        )
      }
    </Loaded>
  );
};
