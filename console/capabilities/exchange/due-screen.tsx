import { Badge, Button, Group, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconCalendarCheck } from '@tabler/icons-react';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { DuePage, DueRow, Keep } from '../../../server/capabilities/exchange/retention/contract.ts';
import { api, queryString } from '../../kit/api.ts';
import { ConfirmDialog } from '../../kit/confirm-dialog.tsx';
import { type Column, DataTable } from '../../kit/data-table.tsx';
import { DayText, useDates } from '../../kit/date-time.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { usePick, useWords } from '../../kit/language.tsx';
import { TextLink } from '../../kit/links.tsx';
import { More } from '../../kit/more.tsx';
import { Name } from '../../kit/name.tsx';
import { Page } from '../../kit/page.tsx';
import { Loaded } from '../../kit/query.tsx';
import { TlpLabel } from '../../kit/tlp-label.tsx';
import { useToasts } from '../../kit/toasts.tsx';
import { useVerb } from '../../kit/verb.ts';
import { useDesks, usePersonName } from '../parties/queries.ts';
import { ReasonNote, Withheld } from '../parties/reason-note.tsx';
import { useMe } from '../parties/session.ts';
import { dueWords } from './due-words.ts';

/** The data protection officer's list has no titles and decides nothing. */
type Row = Omit<DueRow, 'title' | 'decides'> & Partial<Pick<DueRow, 'title' | 'decides'>>;
type Rows = Omit<DuePage, 'items'> & { readonly items: readonly Row[] };

const horizons = ['0', '7', '30', '366'] as const;
type Horizon = (typeof horizons)[number];

const useDue = (officer: boolean, days: Horizon) =>
  useInfiniteQuery({
    queryKey: ['exchange', 'due', officer, days],
    queryFn: ({ pageParam }) =>
      api.get<Rows>(
        `/api/${officer ? 'oversight' : 'exchange'}/due${queryString({ days, cursor: pageParam })}`,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });

interface Deciding {
  readonly row: Row;
  readonly what: 'keep' | 'erase';
}

const DecideCell = ({ row, onDecide }: { row: Row; onDecide: (deciding: Deciding) => void }) => {
  const say = useWords(dueWords);
  const pick = usePick();
  const personName = usePersonName();
  const desk = useDesks().data?.find(({ id }) => id === row.desk);
  const author = row.author && personName(row.author);
  if (row.decides)
    return (
      <Group gap={6} component="span">
        <Button size="compact-sm" variant="light" onClick={() => onDecide({ row, what: 'keep' })}>
          {say('keep')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => onDecide({ row, what: 'erase' })}>
          {say('erase')}
        </Button>
      </Group>
    );
  return <Name>{author ?? (desk ? pick(desk.name) : '—')}</Name>;
};

const useColumns = (officer: boolean, onDecide: (deciding: Deciding) => void): readonly Column<Row>[] => {
  const say = useWords(dueWords);
  return useMemo(
    () => [
      {
        key: 'item',
        header: say('item'),
        main: true,
        cell: (row) =>
          row.title ? (
            <TextLink to="/exchange/items/$id" params={{ id: row.id }}>
              <bdi>{row.title}</bdi>
            </TextLink>
          ) : officer ? (
            <TextLink to="/oversight/accesses" search={{ item: row.id }}>
              <bdi dir="ltr">{row.id.slice('grouping--'.length).slice(0, 8)}</bdi>
            </TextLink>
          ) : (
            <TextLink to="/exchange/items/$id" params={{ id: row.id }}>
              <Withheld />
            </TextLink>
          ),
      },
      { key: 'marking', header: say('marking'), cell: (row) => <TlpLabel tlp={row.tlp} /> },
      {
        key: 'dueOn',
        header: say('dueOn'),
        cell: (row) => (
          <Group gap={6} component="span">
            <Badge variant="light" color={row.dueOn === row.eraseOn ? 'red' : undefined}>
              {say(row.dueOn === row.eraseOn ? 'erasure' : 'review')}
            </Badge>
            <DayText day={row.dueOn} />
            {row.erasureFailedAt !== null && <Badge color="red">{say('erasureFailed')}</Badge>}
          </Group>
        ),
      },
      { key: 'eraseOn', header: say('eraseOn'), cell: (row) => <DayText day={row.eraseOn} /> },
      {
        key: 'decides',
        header: say('decides'),
        cell: (row) => <DecideCell row={row} onDecide={onDecide} />,
      },
    ],
    [say, officer, onDecide],
  );
};

const itemPath = (row: Row): string => `/api/exchange/items/${encodeURIComponent(row.id)}`;

const KeepDialog = ({ row, onClose }: { row: Row; onClose: () => void }) => {
  const say = useWords(dueWords);
  const show = useToasts();
  const dates = useDates();
  const client = useQueryClient();
  const [reviewOn, setReviewOn] = useState(row.eraseOn);
  const [reason, setReason] = useState('');
  const keeping = useVerb({
    mutationFn: (given: Keep) => api.post(`${itemPath(row)}/keep`, given),
    onSuccess: () => {
      show({ text: say('kept', { day: dates.day(reviewOn) }) });
      onClose();
      return client.invalidateQueries({ queryKey: ['exchange'] });
    },
  });
  return (
    <ConfirmDialog
      opened
      title={say('keepTitle')}
      consequence={say('keepTeach')}
      action={say('keep')}
      busy={keeping.isPending}
      disabled={reason.trim().length < 3 || reviewOn === ''}
      error={keeping.error}
      onConfirm={() => keeping.mutate({ version: row.version, reviewOn, reason: reason.trim() })}
      onClose={onClose}
    >
      <TextInput
        type="date"
        label={say('nextReview')}
        value={reviewOn}
        max={row.eraseOn}
        onChange={(event) => setReviewOn(event.currentTarget.value)}
        required
      />
      <Textarea
        label={say('reason')}
        value={reason}
        dir="auto"
        maxLength={1_000}
        onChange={(event) => setReason(event.currentTarget.value)}
        required
      />
    </ConfirmDialog>
  );
};

const EraseDialog = ({ row, onClose }: { row: Row; onClose: () => void }) => {
  const say = useWords(dueWords);
  const show = useToasts();
  const client = useQueryClient();
  const erasing = useVerb({
    mutationFn: () => api.post(`${itemPath(row)}/erase`, { version: row.version }),
    onSuccess: () => {
      show({ text: say('erased') });
      onClose();
      return client.invalidateQueries({ queryKey: ['exchange'] });
    },
  });
  return (
    <ConfirmDialog
      opened
      danger
      title={say('eraseTitle')}
      consequence={say('eraseConsequence')}
      action={say('erase')}
      busy={erasing.isPending}
      error={erasing.error}
      onConfirm={() => erasing.mutate()}
      onClose={onClose}
    >
      {row.title && (
        <Text fw={600}>
          <bdi>{row.title}</bdi>
        </Text>
      )}
    </ConfirmDialog>
  );
};

/** What is due for review or erasure: for who decides, and as metadata for the data protection officer. */
export const DueScreen = () => {
  const say = useWords(dueWords);
  const { role } = useMe();
  const officer = role === 'data-protection-officer';
  const [days, setDays] = useState<Horizon>('30');
  const [deciding, setDeciding] = useState<Deciding | null>(null);
  const columns = useColumns(officer, setDeciding);
  const query = useDue(officer, days);
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  const close = (): void => setDeciding(null);
  return (
    <Page title={say('title')} teach={say(officer ? 'teachOfficer' : 'teach')}>
      <NativeSelect
        label={say('within')}
        value={days}
        maw="14rem"
        onChange={(event) => setDays(horizons.find((one) => one === event.currentTarget.value) ?? '30')}
        data={horizons.map((one) => ({ value: one, label: say(`within-${one}`) }))}
      />
      <Loaded query={query}>
        {() =>
          rows.length === 0 ? (
            <EmptyState icon={IconCalendarCheck} title={say('empty')} teach={say('emptyTeach')} />
          ) : (
            <Stack>
              {!officer && rows.some(({ title }) => title === null) && <ReasonNote about="list" />}
              <DataTable label={say('title')} columns={columns} rows={rows} keyOf={(row) => row.id} />
              <More query={query} />
            </Stack>
          )
        }
      </Loaded>
      {deciding?.what === 'keep' && <KeepDialog row={deciding.row} onClose={close} />}
      {deciding?.what === 'erase' && <EraseDialog row={deciding.row} onClose={close} />}
    </Page>
  );
};
