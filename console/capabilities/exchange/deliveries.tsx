import { Title } from '@mantine/core';
import type { Delivery } from '../../../server/capabilities/exchange/contract.ts';
import { type Column, DataTable } from '../../kit/data-table.tsx';
import { Moment } from '../../kit/date-time.tsx';
import { useWords } from '../../kit/language.tsx';
import { Name } from '../../kit/name.tsx';
import { Loaded } from '../../kit/query.tsx';
import { usePartyName } from '../parties/queries.ts';
import { useDeliveries } from './queries.ts';
import { readerWords } from './reader-words.ts';

const When = ({ at }: { at: string | null }) => {
  const say = useWords(readerWords);
  return at ? <Moment at={at} /> : say('none');
};

/** How far each copy has come: sent, received, read; the times are those of signed receipts. */
export const Deliveries = ({ id }: { id: string }) => {
  const say = useWords(readerWords);
  const nameOf = usePartyName();
  const columns: readonly Column<Delivery>[] = [
    {
      key: 'to',
      header: say('recipient'),
      main: true,
      cell: (row) => <Name>{nameOf(row.recipient)}</Name>,
    },
    { key: 'state', header: say('state'), cell: (row) => say(`delivery-${row.state}`) },
    { key: 'sent', header: say('sentAt'), cell: (row) => <When at={row.sentAt} /> },
    { key: 'received', header: say('arrivedAt'), cell: (row) => <When at={row.receivedAt} /> },
    { key: 'read', header: say('readAt'), cell: (row) => <When at={row.readAt} /> },
  ];
  return (
    <section aria-labelledby="deliveries-title">
      <Title order={2} size="h4" mb="xs" id="deliveries-title">
        {say('deliveries')}
      </Title>
      <Loaded query={useDeliveries(id, true)}>
        {(rows) => (
          <DataTable
            label={say('deliveries')}
            columns={columns}
            rows={rows}
            keyOf={(row) => `${row.recipient}${row.version}`}
          />
        )}
      </Loaded>
    </section>
  );
};
