import {
  Alert,
  Button,
  Fieldset,
  FileInput,
  Group,
  List,
  SegmentedControl,
  Stack,
  Text,
  Textarea,
} from '@mantine/core';
import { IconFileImport, IconListCheck } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ImportReport } from '../../../server/capabilities/exchange/contract.ts';
import { dayOf } from '../../../server/kernel/time.ts';
import { ErrorNotice } from '../../kit/error-notice.tsx';
import { usePick, useReading, useWords } from '../../kit/language.tsx';
import { Page } from '../../kit/page.tsx';
import { useToasts } from '../../kit/toasts.tsx';
import { composeWords } from './compose-words.ts';
import { CsvImport } from './csv/csv-import.tsx';
import { csvWords } from './csv/csv-words.ts';
import { blankDraft, type Draft, draftErrors, toItemDraft } from './draft.ts';
import { FramePart, KnownPart, MarkingPart } from './draft-parts.tsx';
import { useImport } from './queries.ts';
import { useStixTypeName } from './stix-card.tsx';

const parse = (text: string): { readonly bundle: unknown } | null => {
  try {
    return { bundle: JSON.parse(text) };
  } catch {
    return null;
  }
};

const Report = ({ report }: { report: ImportReport }) => {
  const say = useWords(composeWords);
  const pick = usePick();
  const typeName = useStixTypeName();
  const types = Object.entries(report.types).map(([type, count]) => `${typeName({ type })}: ${count}`);
  return (
    <Alert
      color={report.problems.some((problem) => problem.severity === 'error') ? 'red' : 'petrol'}
      role="status"
    >
      <Text fw={600}>{say('report', { count: report.objectCount })}</Text>
      <Text size="sm">{types.join(' · ')}</Text>
      {report.problems.length === 0 ? (
        <Text size="sm">{say('reportSound')}</Text>
      ) : (
        <List size="sm">
          {report.problems.map((problem) => (
            <List.Item key={`${problem.path}${problem.rule}`}>
              <bdi dir="ltr">{problem.path}</bdi> {pick(problem.says)}
            </List.Item>
          ))}
        </List>
      )}
    </Alert>
  );
};

const BundlePart = (needs: { text: string; wrong: boolean; onChange: (text: string) => void }) => {
  const say = useWords(composeWords);
  return (
    <Fieldset legend={say('bundle')}>
      <Stack>
        <FileInput
          label={say('bundleFile')}
          placeholder={say('choose')}
          accept=".json,application/json,application/stix+json"
          leftSection={<IconFileImport size={18} aria-hidden />}
          onChange={(file) => {
            if (file) void file.text().then(needs.onChange);
          }}
        />
        <Textarea
          label={say('bundlePaste')}
          dir="ltr"
          rows={4}
          resize="vertical"
          error={needs.wrong ? say('bundleWrong') : null}
          value={needs.text}
          onChange={(event) => needs.onChange(event.currentTarget.value)}
        />
      </Stack>
    </Fieldset>
  );
};

/** Checks first, then stores as one draft; `done` gets the draft's id. */
const useImporting = (done: (item: string) => void) => {
  const { language } = useReading();
  const imports = useImport();
  const [draft, setDraft] = useState<Draft>(() => blankDraft(new Date().toISOString(), language));
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const parsed = parse(text);
  const errors = draftErrors(draft, dayOf(new Date().toISOString()), false);
  const run = (dryRun: boolean): void => {
    setTried(true);
    if (!parsed || errors.length > 0) return;
    const { objects: _none, ...body } = toItemDraft(draft, { objects: [], withheld: [] });
    imports.mutate(
      { draft: body, bundle: parsed.bundle, dryRun },
      { onSuccess: (report) => report.item && done(report.item) },
    );
  };
  return {
    parts: {
      draft,
      errors: tried ? errors : [],
      onChange: (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change })),
    },
    bundle: { text, wrong: (tried || text !== '') && !parsed, onChange: setText },
    wrong: tried ? errors.length + (parsed ? 0 : 1) : 0,
    imports,
    run,
  };
};

const ImportBar = ({ busy, onRun }: { busy: boolean; onRun: (dryRun: boolean) => void }) => {
  const say = useWords(composeWords);
  return (
    <Group justify="flex-end">
      <Button
        variant="default"
        loading={busy}
        leftSection={<IconListCheck size={18} aria-hidden />}
        onClick={() => onRun(true)}
      >
        {say('check')}
      </Button>
      <Button
        loading={busy}
        leftSection={<IconFileImport size={18} aria-hidden />}
        onClick={() => onRun(false)}
      >
        {say('importNow')}
      </Button>
    </Group>
  );
};

/** Takes a partner tool's STIX bundle: checked first, then stored under the marking given here. */
const StixImport = ({ done }: { done: (item: string) => void }) => {
  const say = useWords(composeWords);
  const { parts, bundle, wrong, imports, run } = useImporting(done);
  return (
    <Stack>
      <BundlePart {...bundle} />
      <KnownPart {...parts} />
      <FramePart {...parts} />
      <MarkingPart {...parts} />
      {imports.data && <Report report={imports.data} />}
      {imports.isError && <ErrorNotice error={imports.error} />}
      {wrong > 0 && (
        <Text role="alert" c="var(--mantine-color-error)" fw={600}>
          {say('fix', { count: wrong })}
        </Text>
      )}
      <ImportBar busy={imports.isPending} onRun={run} />
    </Stack>
  );
};

const ways = ['bundle', 'table'] as const;

/** Two ways in: a bundle of another tool, or a table. Both become one draft. */
export const ImportScreen = () => {
  const say = useWords(composeWords);
  const sayWay = useWords(csvWords);
  const show = useToasts();
  const navigate = useNavigate();
  const [way, setWay] = useState<(typeof ways)[number]>('bundle');
  const done = (id: string): void => {
    show({ text: way === 'table' ? sayWay('imported') : say('imported') });
    void navigate({ to: '/exchange/items/$id', params: { id } });
  };
  return (
    <Page title={say('importTitle')} teach={say('importTeach')}>
      <Stack maw="64rem">
        <SegmentedControl
          aria-label={sayWay('ways')}
          value={way}
          data={ways.map((value) => ({ value, label: sayWay(value) }))}
          onChange={(value) => setWay(ways.find((one) => one === value) ?? way)}
        />
        {way === 'table' ? <CsvImport done={done} /> : <StixImport done={done} />}
      </Stack>
    </Page>
  );
};
