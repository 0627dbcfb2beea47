/** What a chosen event is missing, with its figures, and the way to take it into the lines of an ask. */
import { Button, Group, NativeSelect, Stack, Text, Title } from '@mantine/core';
import { IconArrowDown } from '@tabler/icons-react';
import type { Missing } from '../../../server/capabilities/assistance/contract.ts';
import { useDates } from '../../kit/date-time.tsx';
import { useReading, useWords } from '../../kit/language.tsx';
import { usePreferences } from '../../kit/preferences.ts';
import { Loaded } from '../../kit/query.tsx';
import { useToasts } from '../../kit/toasts.tsx';
import { useNameOf } from '../events/names.ts';
import { askWords } from './ask-words.ts';
import styles from './assistance.module.css';
import { type AskForm, lineForm } from './draft.ts';
import { useNumber, useSpecialty } from './parts.tsx';
import { useEventNames, useMissing } from './queries.ts';
import { assistanceWords } from './words.ts';

interface Needs {
  readonly form: AskForm;
  readonly onChange: (change: Partial<AskForm>) => void;
}

/** Chooses one of the events of this service; another is named in words. */
export const EventChoice = ({ form, onChange }: Needs) => {
  const say = useWords(askWords);
  const nameOf = useNameOf();
  const { data } = useEventNames();
  const items = data?.items ?? [];
  const choose = (id: string): void => {
    const chosen = items.find((one) => one.id === id);
    onChange(
      chosen === undefined
        ? { eventId: null }
        : { eventId: chosen.id, event: nameOf(chosen.name), eventCode: chosen.code.slice(0, 100) },
    );
  };
  if (items.length === 0) return null;
  return (
    <NativeSelect
      label={say('ownEvent')}
      value={form.eventId ?? ''}
      data={[
        { value: '', label: say('otherEvent') },
        ...items.map(({ id, name }) => ({ value: id, label: nameOf(name) })),
      ]}
      onChange={({ currentTarget }) => choose(currentTarget.value)}
    />
  );
};

const Figures = ({ row }: { row: Missing['specialties'][number] }) => {
  const number = useNumber();
  const specialty = useSpecialty();
  const dates = useDates();
  const { worst } = row;
  return (
    <tr>
      <th scope="row">{specialty(row.specialty)}</th>
      <td className={worst.missing > 0 ? styles.missing : styles.enough}>{number(worst.missing)}</td>
      <td className={styles.number}>{dates.day(worst.day)}</td>
      <td>{number(worst.peak)}</td>
      <td>{number(worst.seatHours)}</td>
      <td>{number(worst.own)}</td>
      <td>{number(worst.accepted)}</td>
      <td>{number(row.asked)}</td>
      <td>
        {row.places.slice(0, 2).map(({ name }) => (
          <div key={name}>
            <bdi>{name}</bdi>
          </div>
        ))}
      </td>
    </tr>
  );
};

const Table = ({ missing }: { missing: Missing }) => {
  const say = useWords(askWords);
  const list = useWords(assistanceWords);
  const heads = [
    ...[list('specialty'), list('missing'), say('worstDay'), say('peak'), say('peakHours')],
    ...[say('ownThere'), say('acceptedThere'), say('askedAlready'), say('wantedWhere')],
  ];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard.
    <section className={styles.scroll} tabIndex={0} aria-label={say('missingTitle')}>
      <table className={styles.table}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {missing.specialties.map((row) => (
            <Figures key={row.specialty} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  );
};

/** The figures of the chosen event; nothing where none is chosen. */
export const MissingPart = ({ form, onChange }: Needs) => {
  const say = useWords(askWords);
  const show = useToasts();
  const { language } = useReading();
  const { timeZone: zone } = usePreferences();
  const query = useMissing(form.eventId, language);
  const take = (missing: Missing): void => {
    const before = form.lines;
    onChange({ lines: missing.specialties.flatMap(({ line }) => (line ? [lineForm(line, zone)] : [])) });
    show({ text: say('missingTaken'), undo: () => onChange({ lines: before }) });
  };
  if (form.eventId === null) return null;
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        {say('missingTitle')}
      </Title>
      <Loaded query={query}>
        {(missing) =>
          missing.specialties.length === 0 ? (
            <Text c="dimmed">{say('missingNothing')}</Text>
          ) : (
            <Stack gap="xs">
              <Table missing={missing} />
              <Text size="sm" c="dimmed">
                {say('missingTeach')}
              </Text>
              <Group>
                <Button
                  variant="default"
                  leftSection={<IconArrowDown size={18} aria-hidden />}
                  disabled={missing.specialties.every(({ line }) => line === null)}
                  onClick={() => take(missing)}
                >
                  {say('missingTake')}
                </Button>
              </Group>
            </Stack>
          )
        }
      </Loaded>
    </Stack>
  );
};
