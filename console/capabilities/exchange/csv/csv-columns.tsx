/** What each column holds, as it was guessed, to be changed. */
import { Fieldset, NativeSelect, Paper, SimpleGrid, Text } from '@mantine/core';
import {
  type CsvField,
  type CsvFile,
  type CsvReport,
  csvFields,
} from '../../../../server/capabilities/exchange/csv/contract.ts';
import { useWords } from '../../../kit/language.tsx';
import { Name } from '../../../kit/name.tsx';
import { csvWords } from './csv-words.ts';

interface Needs {
  readonly kind: CsvFile['kind'];
  readonly columns: CsvReport['columns'];
  readonly onChange: (mapping: (CsvField | null)[]) => void;
}

/** One choice for each column, with its first values. A field goes to one column: the last that takes it. */
export const CsvColumns = ({ kind, columns, onChange }: Needs) => {
  const say = useWords(csvWords);
  const fields: readonly CsvField[] = csvFields[kind];
  const choose = (place: number, field: CsvField | null): void =>
    onChange(
      columns.map((column, index) => {
        if (index === place) return field;
        return column.field === field ? null : column.field;
      }),
    );
  // A column is known by its place: titles may be alike.
  const placed = columns.map((column, index) => ({ column, index }));
  return (
    <Fieldset legend={say('columns')}>
      <Text size="sm" c="dimmed" mb="sm">
        {say('columnsTeach')}
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 2, md: 3 }}>
        {placed.map(({ column, index }) => (
          <Paper key={index} withBorder p="sm">
            <NativeSelect
              label={<Name>{column.title || say('column', { number: index + 1 })}</Name>}
              value={column.field ?? ''}
              data={[
                { value: '', label: say('leftOut') },
                ...fields.map((field) => ({ value: field, label: say(field) })),
              ]}
              onChange={(event) =>
                choose(index, fields.find((field) => field === event.currentTarget.value) ?? null)
              }
            />
            <Text size="sm" c="dimmed" truncate dir="auto" mt={4}>
              <Name>{column.samples.filter((sample) => sample !== '').join(' · ') || '–'}</Name>
            </Text>
          </Paper>
        ))}
      </SimpleGrid>
    </Fieldset>
  );
};
