/** What an import would do or did: how many of each, and the first rows of each. */
import { Fieldset, Group, Stack, Table, Tabs, Text } from '@mantine/core';
import { useState } from 'react';
import {
  type ImportReport,
  type ImportRow,
  importLimits,
  type RowAct,
  rowActs,
} from '../../../server/capabilities/events/imports/contract.ts';
import { usePick, useWords } from '../../kit/language.tsx';
import { Name } from '../../kit/name.tsx';
import styles from './events.module.css';
import { FieldChange } from './field-change.tsx';
import { importWords } from './import-words.ts';
import { useNumber } from './names.ts';

/** The first that has something to show: what is refused goes before what is fine. */
const firstOf = ({ counts }: ImportReport): RowAct =>
  (['refused', 'changed', 'gone', 'added', 'noted'] as const).find((act) => counts[act] > 0) ?? 'added';

const Rows = ({ rows }: { rows: readonly ImportRow[] }) => {
  const say = useWords(importWords);
  const pick = usePick();
  const number = useNumber();
  if (rows.length === 0) return <Text c="dimmed">{say('noneOfIt')}</Text>;
  return (
    <div className={styles.scroll}>
      <Table verticalSpacing={4} aria-label={say('report')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{say('row')}</Table.Th>
            <Table.Th scope="col">{say('what')}</Table.Th>
            <Table.Th scope="col">{say('details')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ act, row, code, label, fields, says }, at) => (
            <Table.Tr key={`${act} ${code} ${row ?? at}`}>
              <Table.Td>{row === null ? '–' : number(row)}</Table.Td>
              <Table.Td>
                <Name>{label === '' ? code : label}</Name>
              </Table.Td>
              <Table.Td>
                {says.map((words) => (
                  <Text key={words.en} size="sm">
                    {pick(words)}
                  </Text>
                ))}
                {fields.map((change) => (
                  <FieldChange key={change.field} {...change} />
                ))}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
};

export const ImportReportView = ({ report }: { report: ImportReport }) => {
  const say = useWords(importWords);
  const number = useNumber();
  const [chosen, setChosen] = useState<RowAct | null>(null);
  const act = chosen ?? firstOf(report);
  const { counts } = report;
  return (
    <Fieldset legend={say('report')}>
      <Stack gap="xs">
        <Group gap="md">
          <Text size="sm">{say('rowCount', { count: report.rowCount })}</Text>
          <Text size="sm" c="dimmed">
            {say('unchanged')}: {number(counts.unchanged)}
          </Text>
        </Group>
        <Tabs value={act} onChange={(value) => setChosen(rowActs.find((one) => one === value) ?? null)}>
          <Tabs.List>
            {rowActs.map((one) => (
              <Tabs.Tab key={one} value={one} disabled={counts[one] === 0}>
                {say(one)}: {number(counts[one])}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value={act} pt="xs">
            <Stack gap={4}>
              {counts[act] > importLimits.shown && (
                <Text size="xs" c="dimmed">
                  {say('firstShown', { number: number(importLimits.shown) })}
                </Text>
              )}
              <Rows rows={report.rows.filter((row) => row.act === act)} />
            </Stack>
          </Tabs.Panel>
        </Tabs>
      </Stack>
    </Fieldset>
  );
};
