/** What an import would do or did: how many of each, and the first rows of each. */
import { Alert, Button, Fieldset, Group, Stack, Table, Tabs, Text } from '@mantine/core';
import { useState } from 'react';
import {
  type ImportReport,
  type ImportRow,
  type ImportSettings,
  importLimits,
  type RowAct,
  rowActs,
} from '../../../server/capabilities/events/imports/contract.ts';
import { usePick, useWords } from '../../kit/language.tsx';
import { Name } from '../../kit/name.tsx';
import { kitWords } from '../../kit/words.ts';
import styles from './events.module.css';
import { FieldChange } from './field-change.tsx';
import { importWords } from './import-words.ts';
import { useNumber } from './names.ts';

/** The first that has something to show: what is refused goes before what is fine. */
const firstOf = ({ counts }: ImportReport): RowAct =>
  (['refused', 'kept', 'changed', 'gone', 'added', 'noted'] as const).find((act) => (counts[act] ?? 0) > 0) ??
  'added';

/** What the file may be let go before; undefined where nothing can be chosen any more. */
export interface Overruling {
  readonly overrule: ImportSettings['overrule'];
  readonly onOverrule: (overrule: ImportSettings['overrule']) => void;
}

/** Codes of things of which the file goes before the hand, beside those that are kept. */
const overruledOf = ({ overrule }: Overruling): readonly string[] =>
  overrule === undefined || overrule === 'all' ? [] : overrule;

const Rows = ({ rows, choose }: { rows: readonly ImportRow[]; choose: Overruling | undefined }) => {
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
                {act === 'kept' && choose !== undefined && (
                  <Button
                    size="compact-xs"
                    variant="light"
                    onClick={() => choose.onOverrule([...overruledOf(choose), code])}
                  >
                    {say('takeFile')}
                  </Button>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
};

/** What stays of the hand, and what the file was let go before. */
const HandNote = ({ choose }: { choose: Overruling }) => {
  const say = useWords(importWords);
  return (
    <Group gap="xs">
      <Text size="sm">{say('keptTeach')}</Text>
      <Button size="compact-xs" variant="default" onClick={() => choose.onOverrule('all')}>
        {say('takeAll')}
      </Button>
    </Group>
  );
};
const Overruled = ({ choose }: { choose: Overruling }) => {
  const say = useWords(importWords);
  const count = overruledOf(choose).length;
  if (choose.overrule === undefined || (choose.overrule !== 'all' && count === 0)) return null;
  return (
    <Alert color="orange" variant="light">
      <Group gap="xs">
        <Text size="sm">{choose.overrule === 'all' ? say('overruledAll') : say('overruled', { count })}</Text>
        <Button size="compact-xs" variant="default" onClick={() => choose.onOverrule(undefined)}>
          {say('keepAgain')}
        </Button>
      </Group>
    </Alert>
  );
};

interface ReportNeeds {
  readonly report: ImportReport;
  readonly choose?: Overruling;
  /** Whether it was imported: then it tells what has changed. */
  readonly isDone: boolean;
}

export const ImportReportView = ({ report, choose, isDone }: ReportNeeds) => {
  const say = useWords(importWords);
  const kit = useWords(kitWords);
  const number = useNumber();
  const [chosen, setChosen] = useState<RowAct | null>(null);
  const act = chosen ?? firstOf(report);
  const { counts } = report;
  return (
    <Fieldset legend={say(isDone ? 'reportDone' : 'report')}>
      <Stack gap="xs">
        <Group gap="md">
          <Text size="sm">{say('rowCount', { count: report.rowCount })}</Text>
          <Text size="sm" c="dimmed">
            {kit('named', { name: say('unchanged'), value: number(counts.unchanged) })}
          </Text>
        </Group>
        {choose !== undefined && <Overruled choose={choose} />}
        <Tabs value={act} onChange={(value) => setChosen(rowActs.find((one) => one === value) ?? null)}>
          <Tabs.List>
            {rowActs.map((one) => (
              <Tabs.Tab key={one} value={one} disabled={(counts[one] ?? 0) === 0}>
                {kit('named', { name: say(one), value: number(counts[one] ?? 0) })}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value={act} pt="xs">
            <Stack gap={4}>
              {(counts[act] ?? 0) > importLimits.shown && (
                <Text size="xs" c="dimmed">
                  {say('firstShown', { number: number(importLimits.shown) })}
                </Text>
              )}
              {act === 'kept' && choose !== undefined && <HandNote choose={choose} />}
              <Rows rows={report.rows.filter((row) => row.act === act)} choose={choose} />
            </Stack>
          </Tabs.Panel>
        </Tabs>
      </Stack>
    </Fieldset>
  );
};
