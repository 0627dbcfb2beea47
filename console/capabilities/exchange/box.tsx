import { Badge, Button, Group, Text } from '@mantine/core';
import { IconFilterOff, IconInbox, IconPencilPlus } from '@tabler/icons-react';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Box, ItemRow } from '../../../server/capabilities/exchange/contract.ts';
import { type Column, DataTable } from '../../kit/data-table.tsx';
import { Moment, useDates } from '../../kit/date-time.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { usePick, useWords } from '../../kit/language.tsx';
import { ButtonLink } from '../../kit/links.tsx';
import { markingWords } from '../../kit/marking-words.ts';
import { More } from '../../kit/more.tsx';
import { Name } from '../../kit/name.tsx';
import { NotFound } from '../../kit/not-found.tsx';
import { Page } from '../../kit/page.tsx';
import { Loaded } from '../../kit/query.tsx';
import { terms } from '../../kit/terms.ts';
import { TlpLabel } from '../../kit/tlp-label.tsx';
import { usePartyName } from '../parties/queries.ts';
import { ReasonNote, Withheld } from '../parties/reason-note.tsx';
import { mayWrite } from '../parties/role-places.ts';
import { useMe } from '../parties/session.ts';
import { controlWords } from './control-words.ts';
import { askedFilters, DeskChoice, usePresetDesk } from './desk-choice.tsx';
import { FilterBar } from './filter-bar.tsx';
import { allDesks, boxes, countFilters, type Filters } from './filters.ts';
import { MergedMark } from './merged.tsx';
import { useItems } from './queries.ts';
import { exchangeWords } from './words.ts';

const timeOf = (box: Box, row: ItemRow): string =>
  (box === 'inbox' ? row.receivedAt : box === 'sent' ? row.releasedAt : null) ?? row.modifiedAt;

const timeHeaders = { inbox: 'received', sent: 'released' } as const;

const useColumns = (box: Box): readonly Column<ItemRow>[] => {
  const say = useWords(exchangeWords);
  const control = useWords(controlWords);
  const term = useWords(markingWords);
  const nameOf = usePartyName();
  const pick = usePick();
  const { heading } = useDates();
  return useMemo(() => {
    const isNew = (row: ItemRow): boolean => box === 'inbox' && row.readAt === null;
    const title: Column<ItemRow> = {
      key: 'title',
      header: say('title'),
      main: true,
      cell: (row) => (
        <Group gap="xs" component="span">
          {isNew(row) && <Badge size="sm">{say('new')}</Badge>}
          {row.needsReason ? (
            <Withheld />
          ) : (
            <bdi lang={row.title ? row.language : undefined}>{row.title || control('tombstone')}</bdi>
          )}
          <MergedMark row={row} />
        </Group>
      ),
    };
    const party: Column<ItemRow> = {
      key: 'party',
      header: say('party'),
      cell: (row) => <Name>{nameOf(row.originator)}</Name>,
    };
    return [
      title,
      ...(box === 'inbox' || box === 'recalled' ? [party] : []),
      { key: 'tlp', header: say('marking'), cell: (row) => <TlpLabel tlp={row.marking.tlp} /> },
      { key: 'field', header: term('field'), cell: (row) => pick(terms.fields[row.marking.field]) },
      {
        key: 'time',
        header: heading(say(box === 'inbox' || box === 'sent' ? timeHeaders[box] : 'changed')),
        cell: (row) => <Moment at={timeOf(box, row)} brief />,
      },
    ];
  }, [box, say, control, term, nameOf, pick, heading]);
};

/** Says politely how many rows came since the list was opened; nothing is said of the first answer. */
const useArrivals = (rows: readonly ItemRow[] | undefined, list: string): number => {
  const known = useRef<{ list: string; ids: ReadonlySet<string> } | null>(null);
  const [arrived, setArrived] = useState(0);
  useEffect(() => {
    if (!rows) return;
    const before = known.current;
    const ids = new Set(rows.map((row) => row.id));
    known.current = { list, ids };
    if (before?.list !== list) setArrived(0);
    else {
      const fresh = rows.filter((row) => !before.ids.has(row.id) && row.readAt === null).length;
      if (fresh > 0) setArrived((count) => count + fresh);
    }
  }, [rows, list]);
  return arrived;
};

interface EmptyNeeds {
  readonly box: Box;
  readonly asked: Filters;
  readonly onClear: () => void;
}

const Empty = ({ box, asked, onClear }: EmptyNeeds) => {
  const say = useWords(exchangeWords);
  const { role } = useMe();
  const count = countFilters(asked);
  if (count === 1 && asked.desk && box === 'inbox')
    return (
      <EmptyState
        icon={IconInbox}
        title={say('empty-desk')}
        teach={say('emptyDeskTeach')}
        action={<Button onClick={onClear}>{say('allDesks')}</Button>}
      />
    );
  if (count > 0)
    return (
      <EmptyState
        icon={IconFilterOff}
        title={say('emptyFiltered')}
        teach={say('emptyFilteredTeach')}
        action={<Button onClick={onClear}>{say('clear')}</Button>}
      />
    );
  const isRecalled = box === 'recalled';
  return (
    <EmptyState
      icon={IconInbox}
      title={say(`empty-${box}`)}
      teach={say(isRecalled ? 'emptyRecalledTeach' : 'emptyTeach')}
      action={
        !isRecalled && mayWrite(role) && <ButtonLink to="/exchange/compose">{say('compose')}</ButtonLink>
      }
    />
  );
};

const CountLine = ({ total, arrived }: { total: number | undefined; arrived: number }) => {
  const say = useWords(exchangeWords);
  return (
    <Group justify="space-between">
      <Text size="sm" c="dimmed">
        {total !== undefined && say('count', { count: total })}
      </Text>
      <Text size="sm" fw={600} role="status" c="var(--good)">
        {arrived > 0 ? say('arrived', { count: arrived }) : ''}
      </Text>
    </Group>
  );
};

const List = ({ box, filters }: { box: Box; filters: Filters }) => {
  const say = useWords(exchangeWords);
  const navigate = useNavigate();
  const columns = useColumns(box);
  const preset = usePresetDesk();
  const asked = askedFilters(filters, box === 'inbox' ? preset : undefined);
  const query = useItems(box, asked);
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.items), [query.data]);
  const arrived = useArrivals(query.isPlaceholderData ? undefined : rows, `${box}${JSON.stringify(asked)}`);
  const change = (next: Filters): void =>
    void navigate({ to: '/exchange/$box', params: { box }, search: next, replace: true });
  return (
    <>
      {box === 'inbox' && <DeskChoice filters={filters} onChange={change} />}
      <FilterBar box={box} filters={filters} onChange={change} />
      <CountLine total={query.data?.pages[0]?.total} arrived={box === 'inbox' ? arrived : 0} />
      {rows?.some(({ needsReason }) => needsReason) && <ReasonNote about="list" />}
      <Loaded query={query}>
        {() =>
          rows && rows.length > 0 ? (
            <DataTable
              label={say(box)}
              columns={columns}
              rows={rows}
              keyOf={(row) => row.id}
              isStrong={(row) => box === 'inbox' && row.readAt === null}
              onOpen={(row) => void navigate({ to: '/exchange/items/$id', params: { id: row.id } })}
            />
          ) : (
            <Empty
              box={box}
              asked={asked}
              onClear={() => change(box === 'inbox' ? { desk: allDesks } : {})}
            />
          )
        }
      </Loaded>
      <More query={query} />
    </>
  );
};

/** One box of the exchange; which one, and the filters, are in the address. */
export const BoxScreen = () => {
  const say = useWords(exchangeWords);
  const { box: wanted } = useParams({ from: '/exchange/$box' });
  const filters = useSearch({ from: '/exchange/$box' });
  const { role } = useMe();
  const box = boxes.find((entry) => entry === wanted);
  if (!box) return <NotFound />;
  return (
    <Page
      title={say(box)}
      teach={say(`teach-${box}`)}
      actions={
        mayWrite(role) && (
          <ButtonLink to="/exchange/compose" leftSection={<IconPencilPlus size={18} aria-hidden />}>
            {say('compose')}
          </ButtonLink>
        )
      }
    >
      <List key={box} box={box} filters={filters} />
    </Page>
  );
};
