/** Officers from a table: named against an accepted offer, or entered in one's own register. */
import { Alert, Button, FileButton, Group, Stack, Text, Textarea } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Fragment, useState } from 'react';
import { certificateKinds } from '../../../../server/capabilities/assistance/deployment/contract.ts';
import type { NamedAnswer } from '../../../../server/capabilities/assistance/deployment/draft-contract.ts';
import { ErrorNotice } from '../../../kit/error-notice.tsx';
import { usePick, useReading, useWords } from '../../../kit/language.tsx';
import { ButtonLink } from '../../../kit/links.tsx';
import { NotFound } from '../../../kit/not-found.tsx';
import { Page } from '../../../kit/page.tsx';
import { useToasts } from '../../../kit/toasts.tsx';
import { useMe } from '../../parties/session.ts';
import styles from './deployment.module.css';
import { DraftsPart } from './drafts-part.tsx';
import { formWords } from './form-words.ts';
import { GroundsPart, isWhole, useGrounds } from './grounds-part.tsx';
import { namingWords } from './naming-words.ts';
import { nameIn } from './parts.tsx';
import { ProfilesTable } from './profiles-table.tsx';
import { type UnitImportReport, useImport, useName } from './queries.ts';
import { certificateWords } from './unit-catalogues.ts';

/** Bytes as the node takes them. */
const toBase64 = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
};

const Problems = ({ report }: { report: UnitImportReport }) => {
  const say = useWords(namingWords);
  const pick = usePick();
  if (report.problems.length === 0) return null;
  return (
    <Alert color="orange" variant="light" title={say('problems')}>
      <ul className={styles.rows}>
        {report.problems.map(({ row, column, rule, says }) => (
          <li key={`${row ?? ''} ${column ?? ''} ${rule}`}>
            {row !== null && `${say('row')} ${row} · `}
            {pick(says)}
          </li>
        ))}
      </ul>
    </Alert>
  );
};

/** What the host will miss of the papers of those who were just named. */
const Notes = ({ notes }: { notes: NamedAnswer['notes'] }) => {
  const say = useWords(namingWords);
  const paper = useWords(certificateWords);
  const { language } = useReading();
  if (notes.length === 0) return null;
  return (
    <Alert color="orange" variant="light" title={say('notes')}>
      <ul className={styles.rows}>
        {notes.map(({ row, missing, expired, ...named }) => (
          <li key={row}>
            <bdi>{nameIn(language, named)}</bdi>
            {' · '}
            {[
              ...missing.map((kind) => say('missing', { paper: paper(kind) })),
              ...expired.map((kind) => say('expired', { paper: paper(kind) })),
            ].join(' · ')}
          </li>
        ))}
      </ul>
    </Alert>
  );
};

interface TableNeeds {
  readonly onRead: (report: UnitImportReport, content: string) => void;
}

/** How a certificate is written, and of which kinds the node knows. */
const PapersHint = () => {
  const say = useWords(namingWords);
  const paper = useWords(certificateWords);
  return (
    <Text size="sm" c="dimmed">
      {say('certificatesHint')}
      <br />
      {say('kinds')}{' '}
      {certificateKinds.map((kind, index) => (
        <Fragment key={kind}>
          {index > 0 && ' · '}
          <bdi dir="ltr" className={styles.whole}>
            {kind}
          </bdi>{' '}
          ({paper(kind)})
        </Fragment>
      ))}
    </Text>
  );
};

const TablePart = ({ onRead }: TableNeeds) => {
  const say = useWords(namingWords);
  const [text, setText] = useState('');
  const reading = useImport();
  const read = (bytes: Uint8Array): void => {
    const content = toBase64(bytes);
    reading.mutate(
      { content, grounds: null, dryRun: true, leaveOut: false },
      { onSuccess: (report) => onRead(report, content) },
    );
  };
  const choose = async (file: File | null): Promise<void> => {
    if (file !== null) read(new Uint8Array(await file.arrayBuffer()));
  };
  return (
    <Stack gap="xs">
      <Textarea
        label={say('paste')}
        description={say('pasteHint')}
        rows={8}
        dir="auto"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <PapersHint />
      <Group>
        <Button
          loading={reading.isPending}
          disabled={text.trim() === ''}
          onClick={() => read(new TextEncoder().encode(text))}
        >
          {say('read')}
        </Button>
        <FileButton accept=".csv,.tsv,.txt,text/csv" onChange={(file) => void choose(file)}>
          {(props) => (
            <Button variant="default" {...props}>
              {say('file')}
            </Button>
          )}
        </FileButton>
      </Group>
      {reading.isError && <ErrorNotice error={reading.error} />}
    </Stack>
  );
};

interface Read {
  readonly report: UnitImportReport;
  readonly content: string;
}

const useTable = () => {
  const [read, setRead] = useState<Read | null>(null);
  const remove = (at: number): void =>
    setRead((before) =>
      before === null
        ? null
        : {
            ...before,
            report: { ...before.report, shown: before.report.shown.filter((_, index) => index !== at) },
          },
    );
  return {
    read,
    remove,
    onRead: (report: UnitImportReport, content: string) => setRead({ report, content }),
    forget: () => setRead(null),
  };
};

const Rows = ({ table }: { table: ReturnType<typeof useTable> }) => {
  const say = useWords(namingWords);
  if (table.read === null) return null;
  const { report } = table.read;
  return (
    <Stack>
      <Problems report={report} />
      <Text fw={600}>{say('sound', { count: report.shown.length })}</Text>
      {report.shown.length > 0 && <ProfilesTable profiles={report.shown} onRemove={table.remove} />}
    </Stack>
  );
};

const NameOneLink = ({ ask, line }: { ask: string; line: string }) => {
  const form = useWords(formWords);
  return (
    <ButtonLink variant="default" to="/assistance/names/one" search={{ ask, line }}>
      {form('nameOne')}
    </ButtonLink>
  );
};

const Naming = ({ ask, line }: { ask: string; line: string }) => {
  const say = useWords(namingWords);
  const show = useToasts();
  const { role } = useMe();
  const { grounds, change } = useGrounds();
  const table = useTable();
  const name = useName();
  const [notes, setNotes] = useState<NamedAnswer['notes']>([]);
  const profiles = table.read?.report.shown ?? [];
  const keep = (): void =>
    name.mutate(
      { ask, line, grounds, profiles: [...profiles] },
      {
        onSuccess: (kept) => {
          show({ text: say('kept') });
          setNotes(kept.notes);
          table.forget();
        },
      },
    );
  return (
    <Page title={say('title')} teach={say('teach')} actions={<NameOneLink ask={ask} line={line} />}>
      <Stack maw="64rem">
        <DraftsPart ask={ask} line={line} mayRelease={role === 'contact-point'} />
        <Notes notes={notes} />
        <TablePart onRead={table.onRead} />
        <Rows table={table} />
        <GroundsPart grounds={grounds} onChange={change} />
        {name.isError && <ErrorNotice error={name.error} />}
        <Group justify="flex-end">
          <Button
            loading={name.isPending}
            disabled={profiles.length === 0 || !isWhole(grounds)}
            onClick={keep}
          >
            {say('keep', { count: profiles.length })}
          </Button>
        </Group>
      </Stack>
    </Page>
  );
};

export const NamingScreen = () => {
  const { ask, line } = useSearch({ from: '/assistance/names' });
  return ask === undefined || line === undefined ? <NotFound /> : <Naming ask={ask} line={line} />;
};

export const ImportScreen = () => {
  const say = useWords(namingWords);
  const show = useToasts();
  const navigate = useNavigate();
  const { grounds, change } = useGrounds();
  const table = useTable();
  const importing = useImport();
  const { sound: count = 0, already = [] } = table.read?.report ?? {};
  const keep = (): void => {
    if (table.read === null) return;
    importing.mutate(
      { content: table.read.content, grounds, dryRun: false, leaveOut: true },
      {
        onSuccess: () => {
          show({ text: say('imported') });
          void navigate({ to: '/assistance/units', search: { kind: 'own' } });
        },
      },
    );
  };
  return (
    <Page title={say('importTitle')}>
      <Stack maw="64rem">
        <TablePart onRead={table.onRead} />
        <Rows table={{ ...table, remove: () => undefined }} />
        {already.length > 0 && <Text>{say('already', { names: already.join(' · ') })}</Text>}
        <GroundsPart grounds={grounds} onChange={change} />
        {importing.isError && <ErrorNotice error={importing.error} />}
        <Group justify="flex-end">
          <Button loading={importing.isPending} disabled={count === 0 || !isWhole(grounds)} onClick={keep}>
            {say('keep', { count })}
          </Button>
        </Group>
      </Stack>
    </Page>
  );
};
