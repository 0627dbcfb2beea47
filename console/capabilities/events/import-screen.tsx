/** A file on its way into an event: chosen, read as guessed or corrected, tried, imported, undone. */
import { Alert, Button, FileInput, Group, Progress, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { IconCircleCheck, IconFileImport } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { type ImportReport, importLimits } from '../../../server/capabilities/events/imports/contract.ts';
import { ErrorNotice } from '../../kit/error-notice.tsx';
import { usePick, useWords } from '../../kit/language.tsx';
import { ButtonLink } from '../../kit/links.tsx';
import { Page } from '../../kit/page.tsx';
import { EventClock } from './event-clock.tsx';
import { ImportAlike } from './import-alike.tsx';
import { importChoiceWords } from './import-choice-words.ts';
import { ImportMapping } from './import-mapping.tsx';
import { ImportOutside, isOutsideOpen } from './import-outside.tsx';
import { useImportProgress } from './import-queries.ts';
import { ImportReportView, type Overruling } from './import-report.tsx';
import { ImportVenues } from './import-venues.tsx';
import { useWizard, type Wizard } from './import-wizard.ts';
import { importWords } from './import-words.ts';
import { useNumber } from './names.ts';
import { UndoImport } from './undo-import.tsx';

const megabyte = 1024 * 1024;
const accepted =
  '.csv,.tsv,.txt,.json,.geojson,.ics,text/csv,application/json,application/geo+json,text/calendar';

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

const WaysOn = ({ event, onAnother }: { event: string; onAnother: () => void }) => {
  const say = useWords(importWords);
  return (
    <Group gap="xs">
      <ButtonLink size="compact-sm" to="/events/$event" params={{ event }} search={{}}>
        {say('toEvent')}
      </ButtonLink>
      <Button size="compact-sm" variant="default" onClick={onAnother}>
        {say('another')}
      </Button>
    </Group>
  );
};

const Done = ({ event, id, onAnother }: { event: string; id: string; onAnother: () => void }) => {
  const say = useWords(importWords);
  return (
    <Alert color="green" icon={<IconCircleCheck aria-hidden />} title={say('done')}>
      <Group gap="xs">
        <WaysOn event={event} onAnother={onAnother} />
        <UndoImport event={event} id={id} onDone={onAnother} />
      </Group>
    </Alert>
  );
};

const Chosen = ({ wizard }: { wizard: Wizard }) => {
  const say = useWords(importWords);
  const [isLarge, setLarge] = useState(false);
  const { picked, file, look, choose, clear } = wizard;
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <FileInput
        label={say('file')}
        placeholder={say('choose')}
        accept={accepted}
        leftSection={<IconFileImport size={18} aria-hidden />}
        error={isLarge && say('tooLarge', { megabytes: importLimits.bytes / megabyte })}
        clearable
        value={picked}
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
const chooseIn = ({ importing, isDone, change }: Wizard, report: ImportReport): { choose?: Overruling } =>
  isDone || importing.isPending
    ? {}
    : {
        choose: {
          overrule: report.settings.overrule,
          onOverrule: (overrule = []) => change({ overrule }),
        },
      };

/** Whether importing it would change anything. */
const isNothing = ({ counts, settings }: ImportReport): boolean =>
  counts.added + counts.changed + (counts.linked ?? 0) + (settings.cancelGone ? counts.gone : 0) === 0;

/** Nothing to import: the ways on. */
const Nothing = ({
  event,
  report,
  onAnother,
}: {
  event: string;
  report: ImportReport;
  onAnother: () => void;
}) => {
  const say = useWords(importWords);
  const { kept = 0 } = report.counts;
  return (
    <Alert color="gray" icon={<IconCircleCheck aria-hidden />} title={say(nothingWord(report, kept))}>
      <WaysOn event={event} onAnother={onAnother} />
    </Alert>
  );
};
const nothingWord = ({ counts, outside }: ImportReport, kept: number) => {
  if (kept > 0) return 'nothingButHand';
  return counts.refused > 0 || outside !== null ? 'nothingTaken' : 'nothingToDo';
};

const Asked = ({ event, wizard, report }: LookedNeeds) => {
  const { change } = wizard;
  return (
    <>
      <ImportMapping report={report} onChange={change} />
      {report.venues.length > 0 && <ImportVenues event={event} report={report} onChange={change} />}
      {report.alike.length > 0 && <ImportAlike event={event} report={report} onChange={change} />}
      <ImportOutside report={report} onChange={change} />
    </>
  );
};

/** The way into the event, and what went wrong on it. */
const Run = ({ event, wizard, report }: LookedNeeds) => {
  const [say, choice] = [useWords(importWords), useWords(importChoiceWords)];
  const { preview, importing, id, file, isStale, look, run, clear } = wizard;
  const isSound = report.problems.length === 0;
  if (isSound && isNothing(report)) return <Nothing event={event} report={report} onAnother={clear} />;
  const again = (): void => {
    if (isStale && file !== null) look(file);
    else run();
  };
  return (
    <>
      {importing.error ? <ErrorNotice error={importing.error} onRetry={again} /> : null}
      {importing.isPending && id !== null && <Working event={event} id={id} />}
      <Group justify="flex-end">
        {isOutsideOpen(report) && (
          <Text size="sm" c="dimmed">
            {choice('chooseFirst')}
          </Text>
        )}
        <Button
          loading={importing.isPending}
          disabled={!isSound || isOutsideOpen(report) || preview.isPending}
          onClick={run}
        >
          {say('run')}
        </Button>
      </Group>
    </>
  );
};

interface LookedNeeds {
  readonly event: string;
  readonly wizard: Wizard;
  readonly report: ImportReport;
}

const Looked = (needs: LookedNeeds) => {
  const pick = usePick();
  const { event, wizard, report } = needs;
  const { id, isDone, clear } = wizard;
  return (
    <Stack gap="md">
      {report.problems.map((problem) => (
        <Alert key={problem.en} color="red" title={pick(problem)} />
      ))}
      {!isDone && <Asked {...needs} />}
      <ImportReportView report={report} isDone={isDone} {...chooseIn(wizard, report)} />
      {isDone && id !== null ? <Done event={event} id={id} onAnother={clear} /> : <Run {...needs} />}
    </Stack>
  );
};

export const ImportScreen = () => {
  const say = useWords(importWords);
  const { event } = useParams({ from: '/events/$event/import' });
  const wizard = useWizard(event);
  const { preview, file, report } = wizard;
  const back = (
    <ButtonLink variant="default" to="/events/$event" params={{ event }} search={{}}>
      {say('toEvent')}
    </ButtonLink>
  );
  return (
    <Page title={say('title')} teach={say('teach')} actions={back}>
      <Chosen wizard={wizard} />
      {preview.isPending && <Progress value={30} animated aria-label={say('reading_step')} />}
      {preview.error && file !== null ? (
        <ErrorNotice error={preview.error} onRetry={() => wizard.look(file)} />
      ) : null}
      {file !== null && report !== null && (
        <EventClock event={event}>
          <Looked event={event} wizard={wizard} report={report} />
        </EventClock>
      )}
    </Page>
  );
};
