/** The board: what waits for whom, in the order in which it is due, with the keys of triage. */
import { Badge, Group, SegmentedControl } from '@mantine/core';
import { IconInbox, IconPencilQuestion, IconTemplate, IconUsersGroup } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { type BoardRow, type BoardView, boardViews } from '../../../server/capabilities/requests/contract.ts';
import { tlps } from '../../../server/kernel/marking.ts';
import { type Column, DataTable } from '../../kit/data-table.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { usePick, useWords } from '../../kit/language.tsx';
import { ButtonLink } from '../../kit/links.tsx';
import { More } from '../../kit/more.tsx';
import { Name } from '../../kit/name.tsx';
import { Page } from '../../kit/page.tsx';
import { Loaded } from '../../kit/query.tsx';
import { TlpLabel } from '../../kit/tlp-label.tsx';
import { useDesks, usePartyName, usePersonName } from '../parties/queries.ts';
import { ReasonNote, Withheld } from '../parties/reason-note.tsx';
import { mayWrite } from '../parties/role-places.ts';
import { useMe } from '../parties/session.ts';
import styles from './board.module.css';
import { Due, useNow } from './due.tsx';
import { useBoard, useBoardCounts } from './queries.ts';
import { staffWords } from './staff/staff-words.ts';
import { StateBadge, UrgencyBadge } from './strand-state.tsx';
import { templateWords } from './templates/template-words.ts';
import { useTriage } from './triage.tsx';
import { requestWords } from './words.ts';

/** As the node counts: beyond it the number is not known. */
const countedAtMost = 101;

const usePlaceName = () => {
  const pick = usePick();
  const personName = usePersonName();
  const desks = useDesks().data;
  return (row: Pick<BoardRow, 'desk' | 'assignee'>): string => {
    const desk = desks?.find(({ id }) => id === row.desk);
    const officer = row.assignee && personName(row.assignee);
    return officer || (desk ? pick(desk.name) : '');
  };
};

const useColumns = (view: BoardView, now: string): readonly Column<BoardRow>[] => {
  const say = useWords(requestWords);
  const nameOf = usePartyName();
  const placeName = usePlaceName();
  const me = useMe();
  const other = (row: BoardRow): string => {
    const party = row.requester === me.party.id ? row.addressee : row.requester;
    return party === null ? '' : nameOf(party);
  };
  const due: Column<BoardRow> = {
    key: 'due',
    header: say('due'),
    cell: (row) => <Due dueAt={row.dueAt} pausedAt={row.pausedAt} begun={row.state !== 'sent'} now={now} />,
  };
  const columns: readonly Column<BoardRow>[] = [
    {
      key: 'title',
      header: say('what'),
      main: true,
      cell: (row) => (
        <Group gap="xs" component="span">
          <UrgencyBadge urgency={row.urgency} />
          {row.needsReason ? <Withheld /> : <bdi lang={row.language}>{row.title || say('recalled')}</bdi>}
        </Group>
      ),
    },
    {
      key: 'between',
      header: say('between'),
      cell: (row) =>
        row.addressee === null ? null : (
          <span className={styles.party}>
            {say(row.requester === me.party.id ? 'to' : 'from', { party: other(row) })}
          </span>
        ),
    },
    { key: 'state', header: say('state'), cell: (row) => <StateBadge state={row.state} /> },
    ...(view === 'drafts' || view === 'done' ? [] : [due]),
    { key: 'who', header: say('who'), cell: (row) => <Name>{placeName(row)}</Name> },
    {
      key: 'tlp',
      header: say('marking'),
      cell: (row) => <TlpLabel tlp={tlps.find((tlp) => tlp === row.tlp) ?? 'red'} />,
    },
  ];
  return columns;
};

const Views = ({ view, onChange }: { view: BoardView; onChange: (view: BoardView) => void }) => {
  const say = useWords(requestWords);
  const counts = useBoardCounts().data;
  const { desks } = useMe();
  const numberOf = (name: BoardView): string => {
    const count = counts && name !== 'done' ? counts[name] : 0;
    if (count === 0) return '';
    return count >= countedAtMost ? say('plus', { most: countedAtMost - 1 }) : String(count);
  };
  const shown = boardViews.filter((name) => name !== 'mine' || desks.length > 0);
  return (
    <SegmentedControl
      aria-label={say('views')}
      className={styles.views}
      value={view}
      data={shown.map((name) => ({
        value: name,
        label: (
          <Group gap={6} wrap="nowrap" justify="center">
            <span>{say(name)}</span>
            {numberOf(name) !== '' && (
              <Badge
                style={{ flexShrink: 0, minWidth: 'max-content' }}
                size="sm"
                variant={name === 'overdue' ? 'filled' : 'light'}
                color={name === 'overdue' ? 'red.9' : 'petrol'}
              >
                {numberOf(name)}
              </Badge>
            )}
          </Group>
        ),
      }))}
      onChange={(value) => {
        const found = boardViews.find((name) => name === value);
        if (found) onChange(found);
      }}
    />
  );
};

const List = ({ view }: { view: BoardView }) => {
  const say = useWords(requestWords);
  const navigate = useNavigate();
  const now = useNow();
  const query = useBoard(view);
  const columns = useColumns(view, now);
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  const [name, setName] = useState('');
  const keyOf = (row: BoardRow): string => `${row.item} ${row.addressee ?? ''}`;
  // After a step the row may have changed, or gone from this view: the keys then do nothing.
  const at = rows.find((row) => keyOf(row) === name) ?? null;
  const triage = useTriage(at);
  return (
    <>
      {rows.some(({ needsReason }) => needsReason) && <ReasonNote about="list" />}
      <Loaded query={query}>
        {() =>
          rows.length > 0 ? (
            <DataTable
              label={say(view)}
              columns={columns}
              rows={rows}
              keyOf={keyOf}
              isStrong={(row) => row.waitsFor === 'us' && row.state === 'received'}
              onAt={(row) => setName(keyOf(row))}
              onOpen={(row) => void navigate({ to: '/requests/$id', params: { id: row.item } })}
            />
          ) : (
            <EmptyState icon={IconInbox} title={say(`empty-${view}`)} teach={say('emptyTeach')} />
          )
        }
      </Loaded>
      <More query={query} />
      {triage.dialogs}
    </>
  );
};

/** Which view is shown stands in the address. */
export const BoardScreen = () => {
  const say = useWords(requestWords);
  const navigate = useNavigate();
  const { view = 'waiting-us' } = useSearch({ from: '/requests' });
  const { role } = useMe();
  const staff = useWords(staffWords);
  const template = useWords(templateWords);
  return (
    <Page
      title={say('title')}
      teach={say('teach')}
      keys={say('keys')}
      actions={
        mayWrite(role) && (
          <>
            <ButtonLink
              variant="default"
              to="/requests/staff"
              leftSection={<IconUsersGroup size={18} aria-hidden />}
            >
              {staff('title')}
            </ButtonLink>
            <ButtonLink
              variant="default"
              to="/requests/templates"
              leftSection={<IconTemplate size={18} aria-hidden />}
            >
              {template('title')}
            </ButtonLink>
            <ButtonLink to="/requests/ask" leftSection={<IconPencilQuestion size={18} aria-hidden />}>
              {say('ask')}
            </ButtonLink>
          </>
        )
      }
    >
      <Views
        view={view}
        onChange={(chosen) => void navigate({ to: '/requests', search: { view: chosen }, replace: true })}
      />
      <List key={view} view={view} />
    </Page>
  );
};
