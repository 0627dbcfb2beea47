/** What a programme calls its venues, and which those are: those that are not certain come first. */
import { Box, Fieldset, NativeSelect, Stack, Table, Text } from '@mantine/core';
import type { ImportReport, ImportSettings } from '../../../server/capabilities/events/imports/contract.ts';
import type { Venue } from '../../../server/capabilities/events/place-contract.ts';
import { useWords } from '../../kit/language.tsx';
import styles from './events.module.css';
import { importWords } from './import-words.ts';
import { useNameOf } from './names.ts';
import { useVenues } from './queries.ts';

interface Needs {
  readonly event: string;
  readonly report: ImportReport;
  readonly onChange: (change: Partial<ImportSettings>) => void;
}

const certain: readonly string[] = ['code', 'name'];

interface RowNeeds extends Pick<ImportReport['venues'][number], 'text' | 'rows' | 'venue' | 'by'> {
  readonly venues: readonly Venue[];
  readonly onChoose: (text: string, value: string) => void;
}

const VenueRow = ({ text, rows, venue, by, venues, onChoose }: RowNeeds) => {
  const say = useWords(importWords);
  const nameOf = useNameOf();
  const found = (
    <Text size="sm" fw={by === 'alike' ? 600 : undefined}>
      {say(`by-${by}`)}
    </Text>
  );
  return (
    <Table.Tr>
      <Table.Th scope="row">
        <bdi>{text}</bdi>
        <Text size="xs" c="dimmed">
          {say('rowCount', { count: rows })}
        </Text>
      </Table.Th>
      <Table.Td>
        <NativeSelect
          size="sm"
          miw="11rem"
          aria-label={text}
          value={venue ?? (by === 'new' ? 'new' : 'none')}
          data={[
            { value: 'new', label: say('asNew') },
            { value: 'none', label: say('asNone') },
            ...venues.map(({ id, name }) => ({ value: id, label: nameOf(name) })),
          ]}
          onChange={({ currentTarget }) => onChoose(text, currentTarget.value)}
        />
        {/* On a telephone there is no third column. */}
        <Box hiddenFrom="sm">{found}</Box>
      </Table.Td>
      <Table.Td visibleFrom="sm">{found}</Table.Td>
    </Table.Tr>
  );
};

export const ImportVenues = ({ event, report, onChange }: Needs) => {
  const say = useWords(importWords);
  const { data } = useVenues(event);
  const venues = data?.items ?? [];
  const ordered = report.venues.toSorted(
    (one, other) => Number(certain.includes(one.by)) - Number(certain.includes(other.by)),
  );
  const put = (text: string, value: string): void => {
    const { [text]: _, ...rest } = report.settings.venues;
    onChange({ venues: value === 'new' ? rest : { ...rest, [text]: value === 'none' ? null : value } });
  };
  return (
    <Fieldset legend={say('venues')}>
      <Stack gap="xs">
        <Text size="sm" c="dimmed">
          {say('venuesTeach')}
        </Text>
        <div className={styles.scroll}>
          <Table verticalSpacing={4} aria-label={say('venues')}>
            <Table.Tbody>
              {ordered.map(({ text, rows, venue, by }) => (
                <VenueRow key={text} {...{ text, rows, venue, by, venues }} onChoose={put} />
              ))}
            </Table.Tbody>
          </Table>
        </div>
      </Stack>
    </Fieldset>
  );
};
