/** The table itself: what it holds, its file or pasted rows, and how it was read. */
import {
  Checkbox,
  Fieldset,
  FileInput,
  NativeSelect,
  SegmentedControl,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
} from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useState } from 'react';
import {
  type CsvFile,
  type CsvReport,
  csvEncodings,
  csvKinds,
  csvLimits,
  csvSeparators,
} from '../../../../server/capabilities/exchange/csv/contract.ts';
import { useWords } from '../../../kit/language.tsx';
import { csvWords } from './csv-words.ts';

const megabyte = 1024 * 1024;
/** Bytes turned into characters at a time: more arguments than this overflow a call. */
const slice = 8_192;

const toBase64 = (bytes: Uint8Array): string => {
  let binary = '';
  for (let start = 0; start < bytes.length; start += slice)
    binary += String.fromCharCode(...bytes.subarray(start, start + slice));
  return btoa(binary);
};

interface SourceNeeds {
  readonly kind: CsvFile['kind'];
  readonly missing: boolean;
  readonly onKind: (kind: CsvFile['kind']) => void;
  readonly onContent: (content: string) => void;
}

const KindChoice = ({ kind, onKind }: Pick<SourceNeeds, 'kind' | 'onKind'>) => {
  const say = useWords(csvWords);
  return (
    <SegmentedControl
      aria-label={say('kind')}
      value={kind}
      data={csvKinds.map((value) => ({ value, label: say(value) }))}
      onChange={(value) => onKind(csvKinds.find((one) => one === value) ?? kind)}
    />
  );
};

/** Where the table comes from. */
export const CsvSource = ({ kind, missing, onKind, onContent }: SourceNeeds) => {
  const say = useWords(csvWords);
  const [isLarge, setLarge] = useState(false);
  const [pasted, setPasted] = useState('');
  const take = (bytes: Uint8Array): void => {
    setLarge(bytes.length > csvLimits.bytes);
    onContent(bytes.length > csvLimits.bytes ? '' : toBase64(bytes));
  };
  const error = isLarge
    ? say('tooLarge', { megabytes: csvLimits.bytes / megabyte })
    : missing && say('noFile');
  return (
    <Fieldset legend={say('table')}>
      <Stack>
        <Text size="sm" c="dimmed">
          {say('teach')}
        </Text>
        <KindChoice kind={kind} onKind={onKind} />
        <FileInput
          label={say('file')}
          placeholder={say('choose')}
          accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
          leftSection={<IconFileSpreadsheet size={18} aria-hidden />}
          error={error}
          clearable
          onChange={(file) => {
            setPasted('');
            if (file) void file.arrayBuffer().then((buffer) => take(new Uint8Array(buffer)));
            else onContent('');
          }}
        />
        <Textarea
          label={say('paste')}
          dir="auto"
          rows={4}
          resize="vertical"
          value={pasted}
          onChange={(event) => {
            setPasted(event.currentTarget.value);
            take(new TextEncoder().encode(event.currentTarget.value));
          }}
        />
      </Stack>
    </Fieldset>
  );
};

interface ReadingNeeds {
  readonly report: CsvReport;
  readonly onChange: (change: Partial<CsvFile>) => void;
}

/** What was recognised, to be corrected. */
export const CsvReading = ({ report, onChange }: ReadingNeeds) => {
  const say = useWords(csvWords);
  return (
    <Fieldset legend={say('reading')}>
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <NativeSelect
          label={say('encoding')}
          value={report.encoding}
          data={csvEncodings.map((value) => ({ value, label: value.toUpperCase() }))}
          onChange={(event) =>
            onChange({ encoding: csvEncodings.find((one) => one === event.currentTarget.value) ?? null })
          }
        />
        <NativeSelect
          label={say('separator')}
          value={report.separator}
          data={csvSeparators.map((value) => ({ value, label: say(`separator-${value}`) }))}
          onChange={(event) =>
            onChange({ separator: csvSeparators.find((one) => one === event.currentTarget.value) ?? null })
          }
        />
        <Checkbox
          mt={{ base: 0, sm: 30 }}
          label={say('header')}
          checked={report.header}
          onChange={(event) => onChange({ header: event.currentTarget.checked })}
        />
      </SimpleGrid>
    </Fieldset>
  );
};
