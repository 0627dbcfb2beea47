/** Who has obeyed a recall, and who has not, by when; it grows while one looks. */
import { Badge, Stack, Text, Title } from '@mantine/core';
import type {
  ComplianceRow,
  ItemControl,
  RecallRow,
} from '../../../server/capabilities/exchange/control/contract.ts';
import { type Column, DataTable } from '../../kit/data-table.tsx';
import { Moment, useDates } from '../../kit/date-time.tsx';
import { useWords } from '../../kit/language.tsx';
import { Name } from '../../kit/name.tsx';
import { controlWords } from './control-words.ts';
import { useNameAmong } from './party-names.ts';

const Unanswered = ({ row }: { row: ComplianceRow }) => {
  const say = useWords(controlWords);
  const dates = useDates();
  const fault =
    row.fault === 'federation/unknown-kind'
      ? say('fault-unknown')
      : say('fault-other', { code: row.fault ?? '' });
  return (
    <Stack gap={2}>
      {row.overdue && (
        <Badge color="red.9" size="sm">
          {say('overdue')}
        </Badge>
      )}
      <Text size="sm" c={row.fault === null ? undefined : 'var(--mantine-color-error)'}>
        {row.fault === null ? say(row.toldAt === null ? 'untold' : 'waiting') : fault}
      </Text>
      {row.remindedAt && (
        <Text size="xs" c="dimmed">
          {say('reminded', { at: dates.brief(row.remindedAt) })}
        </Text>
      )}
    </Stack>
  );
};

const Outcome = ({ row }: { row: ComplianceRow }) => {
  const say = useWords(controlWords);
  if (row.outcome === null) return <Unanswered row={row} />;
  const { removed } = row;
  return (
    <Stack gap={2}>
      <span>{say(`outcome-${row.outcome}`)}</span>
      {removed && row.outcome !== 'not-held' && (
        <Text size="xs" c="dimmed">
          {say('removedCount', {
            objects: removed.objects,
            attachments: removed.attachments,
            copies: removed.onwardCopies,
          })}
        </Text>
      )}
    </Stack>
  );
};

const Proof = ({ row }: { row: ComplianceRow }) => {
  const say = useWords(controlWords);
  if (row.journalSeq === null) return say('none');
  return (
    <Stack gap={2}>
      <bdi title={row.journalLeaf ?? undefined}>{say('proofIs', { seq: row.journalSeq })}</bdi>
      {row.verified === false && (
        <Text size="xs" c="dimmed">
          {say('unverified')}
        </Text>
      )}
    </Stack>
  );
};

const When = ({ at }: { at: string | null }) => {
  const say = useWords(controlWords);
  return at ? <Moment at={at} brief /> : say('none');
};

interface RecallNeeds {
  readonly recall: RecallRow;
  readonly rows: readonly ComplianceRow[];
  readonly named: ItemControl['named'];
}

const OneRecall = ({ recall, rows, named }: RecallNeeds) => {
  const say = useWords(controlWords);
  const nameOf = useNameAmong(named);
  const dates = useDates();
  const columns: readonly Column<ComplianceRow>[] = [
    {
      key: 'party',
      header: say('holder'),
      main: true,
      cell: (row) => (
        <>
          <Name>{nameOf(row.party)}</Name>
          {row.via && (
            <Text size="xs" c="dimmed" component="div">
              {say('via', { name: nameOf(row.via) })}
            </Text>
          )}
        </>
      ),
    },
    { key: 'state', header: say('state'), cell: (row) => <Outcome row={row} /> },
    { key: 'told', header: dates.heading(say('toldAt')), cell: (row) => <When at={row.toldAt} /> },
    {
      key: 'complied',
      header: dates.heading(say('compliedAt')),
      cell: (row) => <When at={row.compliedAt} />,
    },
    { key: 'proof', header: say('proof'), cell: (row) => <Proof row={row} /> },
  ];
  const done = rows.filter(({ outcome }) => outcome !== null).length;
  const late = rows.filter(({ overdue }) => overdue).length;
  return (
    <Stack gap={6}>
      <Text size="sm">
        {say(`compliance-${recall.kind}`)} <Moment at={recall.recalledAt} /> · {say('complyBy')}{' '}
        <Moment at={recall.complyBy} />
      </Text>
      <Text size="sm">
        {say('progress', { done, total: rows.length })}{' '}
        <Text span c="var(--mantine-color-error)">
          {say('late', { count: late })}
        </Text>
      </Text>
      <DataTable label={say('compliance')} columns={columns} rows={rows} keyOf={(row) => row.party} />
    </Stack>
  );
};

/** The recalls of an item, each with those who were to obey. */
export const Compliance = ({ control }: { control: ItemControl }) => {
  const say = useWords(controlWords);
  const shown = control.recalls.flatMap((recall) => {
    const rows = control.compliance.filter((row) => row.recall === recall.id);
    return rows.length > 0 ? [{ recall, rows }] : [];
  });
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby="compliance-title">
      <Title order={2} size="h4" mb="xs" id="compliance-title">
        {say('compliance')}
      </Title>
      <Stack gap="md">
        {shown.map(({ recall, rows }) => (
          <OneRecall key={recall.id} recall={recall} rows={rows} named={control.named} />
        ))}
        <Text size="sm" c="dimmed">
          {say('cannotUnread')}
        </Text>
      </Stack>
    </section>
  );
};
