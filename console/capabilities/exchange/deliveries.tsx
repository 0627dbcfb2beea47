import { Text, Title } from '@mantine/core';
import type { Delivery } from '../../../server/capabilities/exchange/contract.ts';
import { type Column, DataTable } from '../../kit/data-table.tsx';
import { Moment, useDates } from '../../kit/date-time.tsx';
import { usePick, useWords } from '../../kit/language.tsx';
import { Name } from '../../kit/name.tsx';
import { Loaded } from '../../kit/query.tsx';
import { terms } from '../../kit/terms.ts';
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

/** What the recipient tells of his readers: how many, and where it was agreed, in which roles. */
const Readers = ({ readers }: { readers: Delivery['readers'] }) => {
  const say = useWords(readerWords);
  const pick = usePick();
  if (readers === null) return say('none');
  const told = (readers.byRole ?? []).map(({ role, count }) => ({ name: pick(terms.roles[role]), count }));
  const others = readers.count - told.reduce((sum, { count }) => sum + count, 0);
  if (told.length > 0 && others > 0) told.push({ name: say('otherRoles'), count: others });
  return (
    <>
      {say('readersCount', { count: readers.count })}
      {told.map(({ name, count }) => (
        <Text key={name} size="xs" c="dimmed">
          {say('readersIn', { role: name, total: count })}
        </Text>
      ))}
    </>
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
  const readers: Column<Delivery> = {
    key: 'readers',
    header: say('readers'),
    cell: (row) => <Readers readers={row.readers} />,
  };
  return (
    <section aria-labelledby="deliveries-title">
      <Title order={2} size="h4" mb="xs" id="deliveries-title">
        {say('deliveries')}
      </Title>
      <Loaded query={useDeliveries(id, true)}>
        {(rows) => (
          <DataTable
            label={say('deliveries')}
            columns={rows.some((row) => row.readers !== null) ? [...columns, readers] : columns}
            rows={rows}
            keyOf={(row) => `${row.recipient}${row.version}`}
          />
        )}
      </Loaded>
    </section>
  );
};
