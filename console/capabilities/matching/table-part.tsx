/** A file of a table: which of its columns are asked about. */
import { Checkbox, FileInput, NativeSelect, Stack } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useState } from 'react';
import { useWords } from '../../kit/language.tsx';
import { checkWords } from './check-words.ts';
import { type Kind, listLimits } from './list.ts';
import {
  type Choice,
  decode,
  guessColumns,
  hasTitles,
  linesOfTable,
  readTable,
  type Table,
} from './table.ts';

interface Needs {
  /** Hears the lines that the chosen columns make; of names with birth dates where a second one is chosen. */
  readonly onLines: (text: string, kind: Kind | null) => void;
}

const none = '';
const megabyte = 1_048_576;

const Columns = (needs: { table: Table; choice: Choice; onChange: (choice: Choice) => void }) => {
  const say = useWords(checkWords);
  const { table, choice, onChange } = needs;
  const [first = [], second = []] = table.rows;
  const titleOf = (at: number): string => {
    const title = choice.titles ? first[at] : (first[at] ?? second[at]);
    return title || say('columnNumber', { number: at + 1 });
  };
  const columns = Array.from({ length: table.columns }, (_, at) => ({
    value: String(at),
    label: titleOf(at),
  }));
  return (
    <>
      <NativeSelect
        label={say('column')}
        value={String(choice.main)}
        data={columns}
        onChange={(event) => onChange({ ...choice, main: Number(event.currentTarget.value) })}
      />
      {(['given', 'born'] as const).map((which) => (
        <NativeSelect
          key={which}
          label={say(`${which}Column`)}
          value={choice[which] === null ? none : String(choice[which])}
          data={[{ value: none, label: say('noColumn') }, ...columns]}
          onChange={({ currentTarget: { value } }) =>
            onChange({ ...choice, [which]: value === none ? null : Number(value) })
          }
        />
      ))}
      <Checkbox
        label={say('titles')}
        checked={choice.titles}
        onChange={(event) => onChange({ ...choice, titles: event.currentTarget.checked })}
      />
    </>
  );
};

export const TablePart = ({ onLines }: Needs) => {
  const say = useWords(checkWords);
  const [read, setRead] = useState<{ readonly table: Table; readonly choice: Choice } | null>(null);
  const [error, setError] = useState<string | null>(null);
  const choose = (table: Table, choice: Choice): void => {
    setRead({ table, choice });
    onLines(linesOfTable(table, choice), choice.born === null ? null : 'name-birth');
  };
  const take = async (file: File): Promise<void> => {
    const isLarge = file.size > listLimits.fileBytes;
    const table = isLarge ? null : readTable(decode(new Uint8Array(await file.arrayBuffer())));
    if (table !== null) {
      setError(null);
      choose(table, { ...guessColumns(table), titles: hasTitles(table) });
      return;
    }
    setRead(null);
    const megabytes = listLimits.fileBytes / megabyte;
    setError(isLarge ? say('fileTooLarge', { megabytes }) : say('fileUnreadable'));
  };
  return (
    <Stack gap="sm">
      <FileInput
        label={say('file')}
        placeholder={say('choose')}
        accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
        leftSection={<IconFileSpreadsheet size={18} aria-hidden />}
        error={error}
        onChange={(file) => {
          if (file) void take(file);
        }}
      />
      {read !== null && read.table.columns > 1 && (
        <Columns {...read} onChange={(choice) => choose(read.table, choice)} />
      )}
    </Stack>
  );
};
