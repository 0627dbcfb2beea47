import { Alert, Button, Group, NativeSelect, SimpleGrid, Stack, Table, Text } from '@mantine/core';
import { IconFlask } from '@tabler/icons-react';
import { useState } from 'react';
import type { DryRunResult, Rule } from '../../../server/capabilities/oversight/tightening/contract.ts';
import { ErrorNotice } from '../../kit/error-notice.tsx';
import { usePick, useWords } from '../../kit/language.tsx';
import { terms } from '../../kit/terms.ts';
import { useDesks } from '../parties/queries.ts';
import { useDryRun } from './queries.ts';
import { tighteningWords } from './tightening-words.ts';

const periods = ['1', '7', '31'] as const;

interface CountRow {
  readonly name: string;
  readonly looked: number;
  readonly refused: number;
}

const Counts = ({ title, rows }: { title: string; rows: readonly CountRow[] }) => {
  const say = useWords(tighteningWords);
  return (
    <Table aria-label={title} verticalSpacing={4}>
      <Table.Caption>{title}</Table.Caption>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.name}>
            <Table.Th scope="row" fw={400}>
              <bdi>{row.name}</bdi>
            </Table.Th>
            <Table.Td>{say('of', { refused: row.refused, looked: row.looked })}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
};

const Result = ({ result }: { result: DryRunResult }) => {
  const say = useWords(tighteningWords);
  const pick = usePick();
  const desks = useDesks().data ?? [];
  const deskName = (id: string | null): string => {
    const desk = desks.find((one) => one.id === id);
    return desk ? pick(desk.name) : say('noDesk');
  };
  return (
    <Alert color={result.refused > 0 ? 'yellow' : 'gray'} icon={<IconFlask />} role="status">
      <Text fw={600}>{say('result', { refused: result.refused, looked: result.looked })}</Text>
      {result.unknown > 0 && <Text size="sm">{say('unknown', { count: result.unknown })}</Text>}
      {result.cut && <Text size="sm">{say('cut')}</Text>}
      {result.looked > 0 && (
        <SimpleGrid cols={{ base: 1, sm: 2 }} mt="xs">
          <Counts
            title={say('byRole')}
            rows={result.byRole.map((row) => ({ ...row, name: pick(terms.roles[row.role]) }))}
          />
          <Counts
            title={say('byDesk')}
            rows={result.byDesk.map((row) => ({ ...row, name: deskName(row.desk) }))}
          />
        </SimpleGrid>
      )}
    </Alert>
  );
};

/** What the rule would have refused of what has taken place: counts, and nothing of any item. */
export const DryRun = ({ rule }: { rule: Rule }) => {
  const say = useWords(tighteningWords);
  const run = useDryRun();
  const [days, setDays] = useState<(typeof periods)[number]>('1');
  return (
    <Stack gap="xs">
      <Group align="flex-end" gap="xs">
        <NativeSelect
          label={say('dryRunDays')}
          value={days}
          onChange={(event) => setDays(periods.find((one) => one === event.currentTarget.value) ?? '1')}
          data={periods.map((one) => ({ value: one, label: say(`days-${one}`) }))}
        />
        <Button
          variant="default"
          leftSection={<IconFlask size={16} aria-hidden />}
          loading={run.isPending}
          onClick={() => run.mutate({ rule, days: Number(days) })}
        >
          {say('dryRun')}
        </Button>
      </Group>
      {run.error && <ErrorNotice error={run.error} />}
      {run.data && <Result result={run.data} />}
    </Stack>
  );
};
