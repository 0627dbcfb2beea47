import { IconShare3 } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { ToDecide } from '../../../server/capabilities/exchange/control/contract.ts';
import { type Column, DataTable } from '../../kit/data-table.tsx';
import { Moment, useDates } from '../../kit/date-time.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { useWords } from '../../kit/language.tsx';
import { Name } from '../../kit/name.tsx';
import { Page } from '../../kit/page.tsx';
import { Loaded } from '../../kit/query.tsx';
import { TlpLabel } from '../../kit/tlp-label.tsx';
import { ReasonNote, Withheld } from '../parties/reason-note.tsx';
import { useToDecide } from './control-queries.ts';
import { onwardWords } from './onward-words.ts';
import { useNameAmong } from './party-names.ts';

type Row = ToDecide[number];

const Parties = ({ row, parties }: { row: Row; parties: readonly string[] }) => {
  const nameOf = useNameAmong(row.named);
  return parties.map((party) => (
    <div key={party}>
      <Name>{nameOf(party)}</Name>
    </div>
  ));
};

/** Holders who ask to share our items onward, oldest first: each is opened, read, and answered there. */
export const ToDecideScreen = () => {
  const say = useWords(onwardWords);
  const { heading } = useDates();
  const navigate = useNavigate();
  const columns: readonly Column<Row>[] = [
    {
      key: 'item',
      header: say('item'),
      main: true,
      cell: (row) => (row.needsReason ? <Withheld /> : <bdi>{row.title}</bdi>),
    },
    { key: 'by', header: say('by'), cell: (row) => <Parties row={row} parties={[row.party]} /> },
    { key: 'to', header: say('to'), cell: (row) => <Parties row={row} parties={row.recipients} /> },
    { key: 'tlp', header: 'TLP', cell: (row) => <TlpLabel tlp={row.tlp} /> },
    { key: 'at', header: heading(say('askedAt')), cell: (row) => <Moment at={row.askedAt} brief /> },
  ];
  return (
    <Page title={say('toDecide')} teach={say('toDecideTeach')}>
      <Loaded query={useToDecide()}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState icon={IconShare3} title={say('toDecideEmpty')} teach={say('toDecideEmptyTeach')} />
          ) : (
            <>
              {rows.some(({ needsReason }) => needsReason) && <ReasonNote about="list" />}
              <DataTable
                label={say('toDecide')}
                columns={columns}
                rows={rows}
                keyOf={(row) => row.id}
                onOpen={(row) => void navigate({ to: '/exchange/items/$id', params: { id: row.item } })}
              />
            </>
          )
        }
      </Loaded>
    </Page>
  );
};
