import { Text, Title } from '@mantine/core';
import type { Delivery } from '../../../server/capabilities/exchange/contract.ts';
import { type Column, DataTable } from '../../kit/data-table.tsx';
import { Moment, useDates } from '../../kit/date-time.tsx';
import { useWords } from '../../kit/language.tsx';
import { Name } from '../../kit/name.tsx';
import { Loaded } from '../../kit/query.tsx';
import { usePartyName } from '../parties/queries.ts';
import { useDeliveries } from './queries.ts';
import { readerWords } from './reader-words.ts';

const When = ({ at }: { at: string | null }) => {
  const say = useWords(readerWords);
  return at ? <Moment at={at} brief /> : say('none');
};

/** Faults that a receipt names most, in words that say what to do. */
const refusals: Readonly<Record<string, 'refused-unsound' | 'refused-not-for-us'>> = {
  'exchange/message-unsound': 'refused-unsound',
  'exchange/content-unsound': 'refused-unsound',
  'exchange/marking-unsound': 'refused-unsound',
  'exchange/not-for-us': 'refused-not-for-us',
};

const DeliveryState = ({ row }: { row: Delivery }) => {
  const say = useWords(readerWords);
  if (row.state !== 'refused' || row.fault === null) return say(`delivery-${row.state}`);
  const reason = say(refusals[row.fault] ?? 'refused-other');
  return (
    <Text size="sm" c="var(--mantine-color-error)">
      {say('refusedFor', { reason, code: row.fault })}
    </Text>
  );
};

/** How far each copy has come: sent, received, read; the times are those of signed receipts. */
export const Deliveries = ({ id }: { id: string }) => {
  const say = useWords(readerWords);
  const nameOf = usePartyName();
  const { heading } = useDates();
  const columns: readonly Column<Delivery>[] = [
    {
      key: 'to',
      header: say('recipient'),
      main: true,
      cell: (row) => <Name>{nameOf(row.recipient)}</Name>,
    },
    { key: 'state', header: say('state'), cell: (row) => <DeliveryState row={row} /> },
    { key: 'sent', header: heading(say('sentAt')), cell: (row) => <When at={row.sentAt} /> },
    { key: 'received', header: heading(say('arrivedAt')), cell: (row) => <When at={row.receivedAt} /> },
    { key: 'read', header: heading(say('readAt')), cell: (row) => <When at={row.readAt} /> },
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
