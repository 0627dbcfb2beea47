/** The second way to import: a table of indicators or persons, looked at first, then one draft. */
import { Button, Checkbox, Group, Loader, Stack, Text } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useState } from 'react';
import type { CsvFile, CsvReport } from '../../../../server/capabilities/exchange/csv/contract.ts';
import { dayOf } from '../../../../server/kernel/time.ts';
import { ErrorNotice } from '../../../kit/error-notice.tsx';
import { useReading, useWords } from '../../../kit/language.tsx';
import { composeWords } from '../compose-words.ts';
import { blankDraft, type Draft, draftErrors, toItemDraft } from '../draft.ts';
import { FramePart, KnownPart, MarkingPart } from '../draft-parts.tsx';
import { CsvColumns } from './csv-columns.tsx';
import { CsvReading, CsvSource } from './csv-file.tsx';
import { type NumberedFile, useCsvImport, useCsvPreview } from './csv-queries.ts';
import { CsvOutcome, CsvProblems } from './csv-report.tsx';
import { csvWords } from './csv-words.ts';

const unread = { encoding: null, separator: null, header: null, mapping: null } as const;

/** The file in hand; each change of how it is read is a new state of it. */
const useFile = () => {
  const [kind, setKind] = useState<CsvFile['kind']>('indicators');
  const [numbered, setNumbered] = useState<NumberedFile | null>(null);
  const set = (file: CsvFile | null): void =>
    setNumbered((before) => (file === null ? null : { number: (before?.number ?? Date.now()) + 1, file }));
  const change = (part: Partial<CsvFile>): void => {
    if (numbered !== null) set({ ...numbered.file, ...part });
  };
  return {
    kind,
    numbered,
    setKind: (next: CsvFile['kind']) => {
      setKind(next);
      change({ kind: next, header: null, mapping: null });
    },
    setContent: (content: string) => set(content === '' ? null : { kind, content, ...unread }),
    // Another reading has other columns: what was chosen for them goes.
    reread: (part: Partial<CsvFile>) => change({ ...part, mapping: null }),
    setMapping: (mapping: CsvFile['mapping']) => change({ mapping }),
  };
};

/** The draft that the table goes into. */
const useTableDraft = (report: CsvReport | null) => {
  const { language } = useReading();
  const [draft, setDraft] = useState<Draft>(() => blankDraft(new Date().toISOString(), language));
  const categories = [...new Set([...draft.marking.personCategories, ...(report?.categories ?? [])])];
  return {
    draft: { ...draft, marking: { ...draft.marking, personCategories: categories } },
    errors: draftErrors(draft, dayOf(new Date().toISOString()), false),
    change: (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part })),
  };
};

interface BarNeeds {
  readonly report: CsvReport | null;
  readonly leaveOut: boolean;
  readonly busy: boolean;
  readonly onLeaveOut: (leaveOut: boolean) => void;
  readonly onImport: () => void;
}

const ImportBar = ({ report, leaveOut, busy, onLeaveOut, onImport }: BarNeeds) => {
  const say = useWords(csvWords);
  const wrong = report === null ? 0 : report.rowCount - report.soundCount;
  return (
    <Group justify="flex-end">
      {wrong > 0 && report !== null && report.soundCount > 0 && (
        <Checkbox
          label={say('leaveOut', { count: wrong })}
          checked={leaveOut}
          onChange={(event) => onLeaveOut(event.currentTarget.checked)}
        />
      )}
      <Button
        loading={busy}
        disabled={report !== null && wrong > 0 && !leaveOut}
        leftSection={<IconFileImport size={18} aria-hidden />}
        onClick={onImport}
      >
        {say('import')}
      </Button>
    </Group>
  );
};

const NotStored = ({ report }: { report: CsvReport }) => {
  const say = useWords(csvWords);
  return (
    <>
      <Text role="alert" c="var(--mantine-color-error)" fw={600}>
        {say('notStored')}
      </Text>
      <CsvProblems report={report} />
    </>
  );
};

/** The file, what would become of it, the draft around it, and its import. */
const useTableImport = (done: (item: string) => void) => {
  const file = useFile();
  const preview = useCsvPreview(file.numbered);
  const report = file.numbered === null ? null : (preview.data ?? null);
  const { draft, errors, change } = useTableDraft(report);
  const imports = useCsvImport();
  const [tried, setTried] = useState(false);
  const [leaveOut, setLeaveOut] = useState(false);
  const run = (): void => {
    setTried(true);
    if (file.numbered === null || errors.length > 0) return;
    const { objects: _none, ...body } = toItemDraft(draft, { objects: [], withheld: [] });
    imports.mutate(
      { file: file.numbered.file, draft: body, leaveOut },
      { onSuccess: ({ item }) => item && done(item) },
    );
  };
  return {
    file,
    preview,
    report,
    imports,
    tried,
    parts: { draft, errors: tried ? errors : [], onChange: change },
    bar: { report, leaveOut, busy: imports.isPending, onLeaveOut: setLeaveOut, onImport: run },
  };
};

/** `done` gets the draft's id. */
export const CsvImport = ({ done }: { done: (item: string) => void }) => {
  const say = useWords(csvWords);
  const sayForm = useWords(composeWords);
  const { file, preview, report, imports, tried, parts, bar } = useTableImport(done);
  const isMissing = tried && file.numbered === null;
  return (
    <Stack>
      <CsvSource kind={file.kind} missing={isMissing} onKind={file.setKind} onContent={file.setContent} />
      {preview.isFetching && <Loader aria-label={say('reading')} />}
      {preview.isError && <ErrorNotice error={preview.error} />}
      {report && <CsvReading report={report} onChange={file.reread} />}
      {report && <CsvColumns kind={file.kind} columns={report.columns} onChange={file.setMapping} />}
      {report && <CsvOutcome report={report} />}
      <KnownPart {...parts} />
      <FramePart {...parts} />
      <MarkingPart {...parts} />
      {imports.data?.stored === false && <NotStored report={imports.data.report} />}
      {imports.isError && <ErrorNotice error={imports.error} />}
      {parts.errors.length > 0 && (
        <Text role="alert" c="var(--mantine-color-error)" fw={600}>
          {sayForm('fix', { count: parts.errors.length })}
        </Text>
      )}
      <ImportBar {...bar} />
    </Stack>
  );
};
