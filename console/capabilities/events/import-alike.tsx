/** Venues of a file under codes that the event does not know: which of those there they may be. */
import { Box, Button, Fieldset, NativeSelect, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import type { ImportReport, ImportSettings } from '../../../server/capabilities/events/imports/contract.ts';
import type { Venue } from '../../../server/capabilities/events/place-contract.ts';
import { useWords } from '../../kit/language.tsx';
import styles from './events.module.css';
import { importChoiceWords } from './import-choice-words.ts';
import { useNameOf, useNumber } from './names.ts';
import { useVenues } from './queries.ts';

interface Needs {
  readonly event: string;
  readonly report: ImportReport;
  readonly onChange: (change: Partial<ImportSettings>) => void;
}
type Alike = ImportReport['alike'][number];

/** Rows that are shown at first, beside those that look like a venue. */
const shownFirst = 50;

const Choice = ({
  one,
  venues,
  onChoose,
}: {
  one: Alike;
  venues: readonly Venue[];
  onChoose: (venue: string | null) => void;
}) => {
  const say = useWords(importChoiceWords);
  const nameOf = useNameOf();
  // All venues stand in one list only where it is asked for: a long event has thousands.
  const [isOpen, setOpen] = useState(false);
  const offered = isOpen ? venues : venues.filter(({ id }) => id === one.venue);
  const choose = (value: string): void => {
    if (value === 'other') setOpen(true);
    else onChoose(value === 'new' ? null : value);
  };
  return (
    <NativeSelect
      size="sm"
      miw="11rem"
      aria-label={one.label}
      value={one.isLinked && one.venue !== null ? one.venue : 'new'}
      data={[
        { value: 'new', label: say('asNew') },
        ...offered.map(({ id, code, name }) => ({
          value: id,
          label: say('asVenue', { venue: `${nameOf(name)} (${code})` }),
        })),
        ...(isOpen ? [] : [{ value: 'other', label: say('asOther') }]),
      ]}
      onChange={({ currentTarget }) => choose(currentTarget.value)}
    />
  );
};

const Row = (needs: { one: Alike; venues: readonly Venue[]; onChoose: (venue: string | null) => void }) => {
  const say = useWords(importChoiceWords);
  const { code, label, venue, by, isLinked } = needs.one;
  const why = venue === null || isLinked ? say(`by-${by}`) : say('maybe');
  const found = (
    <Text size="sm" fw={venue === null || by === 'known' ? undefined : 600}>
      {why}
    </Text>
  );
  return (
    <Table.Tr>
      <Table.Th scope="row">
        <bdi>{label}</bdi>
        <Text size="xs" c="dimmed">
          <bdi>{code}</bdi>
        </Text>
      </Table.Th>
      <Table.Td>
        <Choice {...needs} />
        {/* On a telephone there is no third column. */}
        <Box hiddenFrom="sm">{found}</Box>
      </Table.Td>
      <Table.Td visibleFrom="sm">{found}</Table.Td>
    </Table.Tr>
  );
};

const teachOf = (likely: readonly Alike[]) => {
  if (likely.length === 0) return 'alikeNone';
  return likely.every(({ by }) => by === 'known') ? 'alikeKnown' : 'alikeTeach';
};

export const ImportAlike = ({ event, report, onChange }: Needs) => {
  const say = useWords(importChoiceWords);
  const number = useNumber();
  const { data } = useVenues(event);
  const { alike, settings } = report;
  const likely = alike.filter(({ venue }) => venue !== null);
  const [isWhole, setWhole] = useState(false);
  const rows = isWhole ? alike : likely.slice(0, shownFirst);
  const rest = alike.length - rows.length;
  const put = (code: string, venue: string | null): void =>
    onChange({ links: { ...settings.links, [code]: venue } });
  return (
    <Fieldset legend={say('alike')}>
      <Stack gap="xs">
        <Text size="sm" c="dimmed">
          {say(teachOf(likely))}
        </Text>
        {rows.length > 0 && (
          <div className={styles.scroll}>
            <Table verticalSpacing={4} aria-label={say('alike')}>
              <Table.Tbody>
                {rows.map((one) => (
                  <Row
                    key={one.code}
                    one={one}
                    venues={data?.items ?? []}
                    onChoose={(venue) => put(one.code, venue)}
                  />
                ))}
              </Table.Tbody>
            </Table>
          </div>
        )}
        {rest > 0 && (
          <div>
            <Button size="compact-sm" variant="default" onClick={() => setWhole(true)}>
              {say('more', { number: number(rest) })}
            </Button>
          </div>
        )}
      </Stack>
    </Fieldset>
  );
};
