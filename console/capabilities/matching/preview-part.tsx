/** How each line was read before anything is sent: what was taken in which form, what was refused and why. */
import { Badge, Button, Fieldset, Group, NativeSelect, Stack, Text, Title } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import type { TypedReading } from '../../../server/capabilities/matching/contract.ts';
import { useCountries } from '../../kit/countries.ts';
import { type Column, DataTable } from '../../kit/data-table.tsx';
import { ErrorNotice } from '../../kit/error-notice.tsx';
import { useWords } from '../../kit/language.tsx';
import { kitWords } from '../../kit/words.ts';
import { callingCountries } from './calling-codes.ts';
import { checkWords } from './check-words.ts';
import { Identifier } from './identifier.tsx';
import { kindWords } from './kind-words.ts';
import { type Kind, kinds, nationalNumbers, readKind, sortReadings } from './list.ts';
import styles from './matching.module.css';

/** Lines shown before one asks for more. */
const shownAtFirst = 5;
const shownMore = 100;

interface Needs {
  readonly query: UseQueryResult<TypedReading[]>;
  readonly isEmpty: boolean;
  readonly onKind: (texts: readonly string[], kind: Kind) => void;
  /** These are telephones of this country. */
  readonly onCountry: (texts: readonly string[], country: string) => void;
}

interface Row extends TypedReading {
  readonly place: number;
}

/** What could not be told can be said here, for this line alone. */
const KindOfLine = ({ row, onKind }: { row: Row } & Pick<Needs, 'onKind'>) => {
  const say = useWords(checkWords);
  const kind = useWords(kindWords);
  return (
    <NativeSelect
      size="xs"
      aria-label={say('kindOf', { text: row.text })}
      value={row.kind ?? ''}
      data={[
        ...(row.kind === null ? [{ value: '', label: '–' }] : []),
        ...kinds.map((value) => ({ value, label: kind(value) })),
      ]}
      onChange={(event) => {
        const chosen = readKind(event.currentTarget.value);
        if (chosen) onKind([row.text], chosen);
      }}
    />
  );
};

/** As above for all of them at once, where there are several. */
const KindOfRest = ({ refused, onKind }: { refused: readonly TypedReading[] } & Pick<Needs, 'onKind'>) => {
  const say = useWords(checkWords);
  const kind = useWords(kindWords);
  const untold = refused.filter(({ problem }) => problem === 'kind').map(({ text }) => text);
  if (untold.length < 2) return null;
  return (
    <NativeSelect
      maw="22rem"
      label={say('kindOfRest')}
      value=""
      data={[{ value: '', label: '–' }, ...kinds.map((value) => ({ value, label: kind(value) }))]}
      onChange={(event) => {
        const chosen = readKind(event.currentTarget.value);
        if (chosen) onKind(untold, chosen);
      }}
    />
  );
};

/** Numbers are mostly kept as they are dialled at home: where that is, is said once for all of them. */
const CountryOfNumbers = (needs: { refused: readonly TypedReading[] } & Pick<Needs, 'onCountry'>) => {
  const say = useWords(checkWords);
  const national = nationalNumbers(needs.refused);
  const countries = useCountries().filter(({ value }) => callingCountries.includes(value));
  if (national.length === 0) return null;
  return (
    <NativeSelect
      maw="22rem"
      label={say('countryOfNumbers', { count: national.length })}
      value=""
      data={[{ value: '', label: '–' }, ...countries]}
      onChange={({ currentTarget: { value } }) => {
        if (value !== '') needs.onCountry(national, value);
      }}
    />
  );
};

const useRefusedColumns = (onKind: Needs['onKind']): readonly Column<Row>[] => {
  const say = useWords(checkWords);
  const kind = useWords(kindWords);
  return [
    { key: 'text', header: say('written'), main: true, cell: (row) => <Identifier text={row.text} /> },
    {
      key: 'why',
      header: say('why'),
      cell: (row) => <span className={styles.why}>{row.problem && kind(`problem-${row.problem}`)}</span>,
    },
    {
      key: 'kind',
      header: say('kind'),
      cell: (row) =>
        row.problem === 'twice' ? row.kind && kind(row.kind) : <KindOfLine row={row} onKind={onKind} />,
    },
  ];
};

const useAcceptedColumns = (): readonly Column<Row>[] => {
  const say = useWords(checkWords);
  const kind = useWords(kindWords);
  return [
    { key: 'text', header: say('written'), main: true, cell: (row) => <Identifier text={row.text} /> },
    {
      key: 'form',
      header: say('form'),
      cell: (row) => (
        <bdi className={styles.form} dir="ltr">
          {row.form}
        </bdi>
      ),
    },
    { key: 'kind', header: say('kind'), cell: (row) => row.kind && kind(row.kind) },
  ];
};

const Rows = (needs: { title: string; rows: readonly Row[]; columns: readonly Column<Row>[] }) => {
  const more = useWords(kitWords);
  const [shown, setShown] = useState(shownAtFirst);
  if (needs.rows.length === 0) return null;
  return (
    <section>
      <Title order={3} size="h6" mb={6}>
        {needs.title}
      </Title>
      <DataTable
        label={needs.title}
        columns={needs.columns}
        rows={needs.rows.slice(0, shown)}
        keyOf={(row) => String(row.place)}
      />
      {needs.rows.length > shown && (
        <Group justify="center" mt="xs">
          <Button size="compact-sm" variant="default" onClick={() => setShown(shown + shownMore)}>
            {more('more')}
          </Button>
        </Group>
      )}
    </section>
  );
};

type OutcomeNeeds = { readings: readonly TypedReading[] } & Pick<Needs, 'onKind' | 'onCountry'>;

const Outcome = ({ readings, onKind, onCountry }: OutcomeNeeds) => {
  const say = useWords(checkWords);
  const refusedColumns = useRefusedColumns(onKind);
  const acceptedColumns = useAcceptedColumns();
  const { accepted, refused } = sortReadings(readings);
  const places = new Map(readings.map((row, place) => [row, place]));
  const place = (rows: readonly TypedReading[]): readonly Row[] =>
    rows.map((row) => ({ ...row, place: places.get(row) ?? 0 }));
  return (
    <Stack gap="md">
      <Group gap="xs" role="status">
        <Badge size="lg" variant="light">
          {say('accepted', { count: accepted.length })}
        </Badge>
        {refused.length > 0 && (
          <Badge size="lg" variant="default">
            {say('refused', { count: refused.length })}
          </Badge>
        )}
      </Group>
      <KindOfRest refused={refused} onKind={onKind} />
      <CountryOfNumbers refused={refused} onCountry={onCountry} />
      <Rows title={say('refusedTitle')} rows={place(refused)} columns={refusedColumns} />
      <Rows title={say('acceptedTitle')} rows={place(accepted)} columns={acceptedColumns} />
    </Stack>
  );
};

export const PreviewPart = ({ query, isEmpty, onKind, onCountry }: Needs) => {
  const say = useWords(checkWords);
  const readings = isEmpty ? undefined : query.data;
  return (
    <Fieldset legend={say('preview')}>
      {query.isError && !isEmpty && <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />}
      {readings === undefined ? (
        <Text size="sm" c="dimmed">
          {say('previewEmpty')}
        </Text>
      ) : (
        <Outcome readings={readings} onKind={onKind} onCountry={onCountry} />
      )}
    </Fieldset>
  );
};
