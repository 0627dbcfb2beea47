/** A file on its way into an event: chosen, read as guessed or corrected, tried, imported, undone. */
import { Alert, Button, FileInput, Group, Progress, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { IconCircleCheck, IconFileImport } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import {
  type ImportFile,
  type ImportReport,
  type ImportSettings,
  importLimits,
  recognised,
} from '../../../server/capabilities/events/imports/contract.ts';
import { ErrorNotice } from '../../kit/error-notice.tsx';
import { usePick, useWords } from '../../kit/language.tsx';
import { ButtonLink } from '../../kit/links.tsx';
import { Page } from '../../kit/page.tsx';
import { ImportMapping } from './import-mapping.tsx';
import { settingsOfSource, useImport, useImportPreview, useImportProgress } from './import-queries.ts';
import { ImportReportView, type Overruling } from './import-report.tsx';
import { ImportVenues } from './import-venues.tsx';
import { importWords } from './import-words.ts';
import { useNumber } from './names.ts';
import { UndoImport } from './undo-import.tsx';

/** Bytes turned into characters at a time: more arguments than this overflow a call. */
const slice = 8_192;
const megabyte = 1024 * 1024;
const accepted =
  '.csv,.tsv,.txt,.json,.geojson,.ics,text/csv,application/json,application/geo+json,text/calendar';

const toBase64 = (bytes: Uint8Array): string => {
  let binary = '';
  for (let start = 0; start < bytes.length; start += slice)
    binary += String.fromCharCode(...bytes.subarray(start, start + slice));
  return btoa(binary);
};

/** What a file is found again by: its name without the ending. */
const sourceOf = (fileName: string): string =>
  fileName.replace(/\.[^.]+$/, '').slice(0, importLimits.source) || fileName.slice(0, importLimits.source);

const Working = ({ event, id }: { event: string; id: string }) => {
  const say = useWords(importWords);
  const number = useNumber();
  const { data } = useImportProgress(event, id);
  const progress = data?.progress ?? null;
  const { step = 'reading', done = 0, total = 0 } = progress ?? {};
  const text =
    step === 'writing'
      ? say('writing', { done: number(done), total: number(total) })
      : say(step === 'comparing' ? 'comparing' : 'reading_step');
  return (
    <Stack gap={4} role="status">
      <Text size="sm">{text}</Text>
      <Progress
        value={step === 'writing' && total > 0 ? (100 * done) / total : 5}
        animated
        aria-label={text}
      />
    </Stack>
  );
};

const Done = ({ event, id, onAnother }: { event: string; id: string; onAnother: () => void }) => {
  const say = useWords(importWords);
  return (
    <Alert color="green" icon={<IconCircleCheck aria-hidden />} title={say('done')}>
      <Group gap="xs">
        <ButtonLink size="compact-sm" to="/events/$event" params={{ event }} search={{}}>
          {say('toEvent')}
        </ButtonLink>
        <Button size="compact-sm" variant="default" onClick={onAnother}>
          {say('another')}
        </Button>
        <UndoImport event={event} id={id} onDone={onAnother} />
      </Group>
    </Alert>
  );
};

/** The file, its report as it was last looked at, and what was done with it. */
const useWizard = (event: string) => {
  const preview = useImportPreview(event);
  const importing = useImport(event);
  const [file, setFile] = useState<ImportFile | null>(null);
  const [id, setId] = useState<string | null>(null);
  const look = (next: ImportFile): void => {
    setFile(next);
    preview.mutate(next);
  };
  const choose = async (chosen: File): Promise<void> => {
    importing.reset();
    setId(null);
    const content = toBase64(new Uint8Array(await chosen.arrayBuffer()));
    const source = sourceOf(chosen.name);
    // A source that is known is read as it was the last time; what was changed by hand is asked each time.
    const known = await settingsOfSource(event, source).catch(() => ({ settings: null }));
    look({
      content,
      fileName: chosen.name.slice(0, 300),
      source,
      settings: { ...(known.settings ?? recognised), overrule: [] },
    });
  };
  const change = (more: Partial<ImportSettings>): void => {
    if (file !== null) look({ ...file, settings: { ...file.settings, ...more } });
  };
  const run = (report: ImportReport): void => {
    if (file === null) return;
    const next = crypto.randomUUID();
    setId(next);
    importing.mutate({ id: next, file, digest: report.digest });
  };
  const clear = (): void => {
    setFile(null);
    setId(null);
    preview.reset();
    importing.reset();
  };
  return { preview, importing, file, id, look, choose, change, run, clear };
};
type Wizard = ReturnType<typeof useWizard>;

const Chosen = ({ wizard }: { wizard: Wizard }) => {
  const say = useWords(importWords);
  const [isLarge, setLarge] = useState(false);
  const { file, look, choose, clear } = wizard;
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <FileInput
        label={say('file')}
        placeholder={say('choose')}
        accept={accepted}
        leftSection={<IconFileImport size={18} aria-hidden />}
        error={isLarge && say('tooLarge', { megabytes: importLimits.bytes / megabyte })}
        clearable
        clearButtonProps={{ 'aria-label': say('clearFile') }}
        onChange={(chosen) => {
          setLarge(chosen !== null && chosen.size > importLimits.bytes);
          if (chosen === null || chosen.size > importLimits.bytes) clear();
          else void choose(chosen);
        }}
      />
      {file !== null && (
        <TextInput
          label={say('source')}
          description={say('sourceTeach')}
          dir="auto"
          maxLength={importLimits.source}
          defaultValue={file.source}
          onBlur={({ currentTarget: { value } }) => {
            const source = value.trim();
            if (source !== '' && source !== file.source) look({ ...file, source });
          }}
        />
      )}
    </SimpleGrid>
  );
};

/** What the planner may let the file go before; nothing once it is imported. */
const chooseIn = ({ importing, change }: Wizard, report: ImportReport): { choose?: Overruling } =>
  importing.isSuccess || importing.isPending
    ? {}
    : {
        choose: {
          overrule: report.settings.overrule,
          onOverrule: (overrule = []) => change({ overrule }),
        },
      };

const Looked = ({ event, wizard, report }: { event: string; wizard: Wizard; report: ImportReport }) => {
  const say = useWords(importWords);
  const pick = usePick();
  const { preview, importing, id, change, run, clear } = wizard;
  const { added, changed, gone } = report.counts;
  const isNothing = added + changed + (report.settings.cancelGone ? gone : 0) === 0;
  return (
    <Stack gap="md">
      {report.problems.map((problem) => (
        <Alert key={problem.en} color="red" title={pick(problem)} />
      ))}
      {!importing.isSuccess && (
        <>
          <ImportMapping report={report} onChange={change} />
          {report.venues.length > 0 && <ImportVenues event={event} report={report} onChange={change} />}
        </>
      )}
      <ImportReportView report={report} {...chooseIn(wizard, report)} />
      {importing.error ? <ErrorNotice error={importing.error} /> : null}
      {importing.isPending && id !== null && <Working event={event} id={id} />}
      {importing.isSuccess && id !== null ? (
        <Done event={event} id={id} onAnother={clear} />
      ) : (
        <Group justify="flex-end">
          {isNothing && report.problems.length === 0 && (
            <Text size="sm" c="dimmed">
              {say('nothingToDo')}
            </Text>
          )}
          <Button
            loading={importing.isPending}
            disabled={isNothing || report.problems.length > 0 || preview.isPending}
            onClick={() => run(report)}
          >
            {say('run')}
          </Button>
        </Group>
      )}
    </Stack>
  );
};

export const ImportScreen = () => {
  const say = useWords(importWords);
  const { event } = useParams({ from: '/events/$event/import' });
  const wizard = useWizard(event);
  const { preview, file } = wizard;
  const back = (
    <ButtonLink variant="default" to="/events/$event" params={{ event }} search={{}}>
      {say('toEvent')}
    </ButtonLink>
  );
  return (
    <Page title={say('title')} teach={say('teach')} actions={back}>
      <Chosen wizard={wizard} />
      {preview.isPending && preview.data === undefined && (
        <Progress value={30} animated aria-label={say('reading_step')} />
      )}
      {preview.error && file !== null ? (
        <ErrorNotice error={preview.error} onRetry={() => wizard.look(file)} />
      ) : null}
      {file !== null && preview.data && <Looked event={event} wizard={wizard} report={preview.data} />}
    </Page>
  );
};
