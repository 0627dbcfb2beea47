/** What the file is of and what its columns hold, as guessed, to be corrected. */
import { Checkbox, Fieldset, NativeSelect, NumberInput, SimpleGrid, Stack, Table, Text } from '@mantine/core';
import {
  type ImportField,
  type ImportReport,
  type ImportSettings,
  importFields,
  importLimits,
  importTargets,
} from '../../../server/capabilities/events/imports/contract.ts';
import { objectKinds } from '../../../server/capabilities/events/place-contract.ts';
import { languages } from '../../../server/kernel/faults.ts';
import { useWords } from '../../kit/language.tsx';
import styles from './events.module.css';
import { importWords } from './import-words.ts';
import { useNumber } from './names.ts';
import { eventsWords } from './words.ts';

interface Needs {
  readonly report: ImportReport;
  readonly onChange: (change: Partial<ImportSettings>) => void;
}

/** Minutes between units of one session where the reader turns the grouping on: see the README. */
const usualGap = 45;

const What = ({ report, onChange }: Needs) => {
  const [say, words] = [useWords(importWords), useWords(eventsWords)];
  const { target, language, kind } = report.settings;
  return (
    <SimpleGrid cols={{ base: 1, sm: 3 }}>
      <NativeSelect
        label={say('target')}
        value={target}
        data={importTargets.map((value) => ({ value, label: say(`target-${value}`) }))}
        onChange={({ currentTarget: { value } }) =>
          onChange({ target: importTargets.find((one) => one === value) ?? target, mapping: {} })
        }
      />
      <NativeSelect
        label={say('language')}
        value={language ?? 'en'}
        data={languages.map((value) => ({ value, label: say(value) }))}
        onChange={({ currentTarget: { value } }) =>
          onChange({ language: languages.find((one) => one === value) ?? null })
        }
      />
      {target === 'objects' && (
        <NativeSelect
          label={say('kind')}
          value={kind ?? 'other'}
          data={objectKinds.map((value) => ({ value, label: words(`kind-${value}`) }))}
          onChange={({ currentTarget: { value } }) =>
            onChange({ kind: objectKinds.find((one) => one === value) ?? null })
          }
        />
      )}
    </SimpleGrid>
  );
};

const Grouping = ({ report, onChange }: Needs) => {
  const say = useWords(importWords);
  const number = useNumber();
  const { gapMinutes } = report.settings;
  return (
    <Stack gap="xs">
      <Checkbox
        label={say('grouping')}
        description={say('groupingTeach')}
        checked={gapMinutes !== null}
        onChange={({ currentTarget: { checked } }) => onChange({ gapMinutes: checked ? usualGap : null })}
      />
      {gapMinutes !== null && (
        <NumberInput
          label={say('gap')}
          maw="16rem"
          min={0}
          max={importLimits.gapMinutes}
          step={5}
          allowDecimal={false}
          value={gapMinutes}
          onChange={(value) => typeof value === 'number' && onChange({ gapMinutes: value })}
        />
      )}
      {report.grouped && (
        <Text size="sm">
          {say('grouped', {
            units: number(report.grouped.units),
            sessions: number(report.grouped.sessions),
          })}
        </Text>
      )}
    </Stack>
  );
};

/** All columns are said, so that what is left out is not guessed anew. */
const saidOf = ({ columns, settings }: ImportReport) =>
  Object.fromEntries(columns.map(({ name }) => [name, settings.mapping[name] ?? null]));

type RowNeeds = ImportReport['columns'][number] & {
  readonly fields: readonly ImportField[];
  readonly onChoose: (field: string) => void;
};

const Row = ({ name, field, samples, fields, onChoose }: RowNeeds) => {
  const say = useWords(importWords);
  const examples = samples.join(' · ');
  return (
    <Table.Tr>
      <Table.Th scope="row" className={styles.column}>
        <bdi>{name}</bdi>
        {/* On a telephone there is no third column. */}
        <Text size="xs" c="dimmed" lineClamp={2} dir="auto" hiddenFrom="sm">
          {examples}
        </Text>
      </Table.Th>
      <Table.Td>
        <NativeSelect
          size="sm"
          miw="9rem"
          aria-label={name}
          value={field ?? ''}
          data={[
            { value: '', label: say('leaveOut') },
            ...fields.map((value) => ({ value, label: say(`field-${value}`) })),
          ]}
          onChange={({ currentTarget }) => onChoose(currentTarget.value)}
        />
      </Table.Td>
      <Table.Td visibleFrom="sm">
        <Text size="xs" c="dimmed" lineClamp={1} maw="22rem" dir="auto">
          {examples}
        </Text>
      </Table.Td>
    </Table.Tr>
  );
};

const Columns = ({ report, onChange }: Needs) => {
  const say = useWords(importWords);
  const { target } = report.settings;
  const fields: readonly ImportField[] = importFields[target];
  const put = (column: string, text: string): void => {
    const field = fields.find((one) => one === text) ?? null;
    onChange({ mapping: { ...saidOf(report), [column]: field } });
  };
  return (
    <div className={styles.scroll}>
      <Table verticalSpacing={4} aria-label={say('columns')}>
        <Table.Thead>
          <Table.Tr>
            {(['column', 'holds', 'samples'] as const).map((title) => (
              <Table.Th key={title} scope="col" {...(title === 'samples' ? { visibleFrom: 'sm' } : {})}>
                {say(title)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {report.columns.map((column) => (
            <Row key={column.name} {...column} fields={fields} onChoose={(text) => put(column.name, text)} />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
};

export const ImportMapping = (needs: Needs) => {
  const say = useWords(importWords);
  const { report, onChange } = needs;
  return (
    <Fieldset legend={say('reading')}>
      <Stack>
        <What {...needs} />
        {report.settings.target === 'sessions' && <Grouping {...needs} />}
        <Checkbox
          label={say('cancelGone')}
          checked={report.settings.cancelGone}
          onChange={({ currentTarget: { checked } }) => onChange({ cancelGone: checked })}
        />
        <Columns {...needs} />
      </Stack>
    </Fieldset>
  );
};
