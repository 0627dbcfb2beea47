/** What a chosen event is missing, with its figures, and the way to take it into the lines of an ask. */
import { Button, Group, NativeSelect, Stack, Text, Title } from '@mantine/core';
import { IconArrowDown } from '@tabler/icons-react';
import {
  type AskedLine,
  assistanceLimits,
  type Missing,
} from '../../../server/capabilities/assistance/contract.ts';
import { useReading, useWords } from '../../kit/language.tsx';
import { TextLink } from '../../kit/links.tsx';
import { usePreferences } from '../../kit/preferences.ts';
import { Loaded } from '../../kit/query.tsx';
import { useToasts } from '../../kit/toasts.tsx';
import { useNameOf } from '../events/names.ts';
import { useEvents } from '../events/queries.ts';
import { askWords } from './ask-words.ts';
import { type AskForm, lineForm } from './draft.ts';
import { MissingTable } from './missing-table.tsx';
import { missingWords } from './missing-words.ts';
import { useNumber } from './parts.tsx';
import { useMissing } from './queries.ts';

interface Needs {
  readonly form: AskForm;
  readonly onChange: (change: Partial<AskForm>) => void;
}

/** Chooses one of the events of this service; another is named in words. */
export const EventChoice = ({ form, onChange }: Needs) => {
  const say = useWords(askWords);
  const nameOf = useNameOf();
  const { data } = useEvents();
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

/** Lines that ask for what is missing, those of whom most are missing first. */
const linesOf = ({ specialties }: Missing): readonly AskedLine[] =>
  specialties
    .flatMap(({ sets }) => sets.flatMap(({ line }) => line ?? []))
    .toSorted((one, other) => other.quantity - one.quantity);

/** Takes the lines into the form, as many as one ask has room for. */
const useTaking = ({ form, onChange }: Needs) => {
  const say = useWords(missingWords);
  const show = useToasts();
  const number = useNumber();
  const { timeZone: zone } = usePreferences();
  return (lines: readonly AskedLine[]): void => {
    const before = form.lines;
    const taken = lines.slice(0, assistanceLimits.lines);
    onChange({ lines: taken.map((line) => lineForm(line, zone)) });
    const text =
      taken.length < lines.length
        ? say('takenInPart', { taken: number(taken.length), all: number(lines.length) })
        : say('taken');
    show({ text, undo: () => onChange({ lines: before }) });
  };
};

/** The figures of the chosen event; nothing where none is chosen. */
export const MissingPart = (needs: Needs) => {
  const say = useWords(missingWords);
  const { language } = useReading();
  const { eventId } = needs.form;
  const query = useMissing(eventId, language);
  const take = useTaking(needs);
  if (eventId === null) return null;
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        {say('title')}
      </Title>
      <Loaded query={query}>
        {(missing) => {
          const lines = linesOf(missing);
          return missing.specialties.length === 0 ? (
            <Text c="dimmed">{say('nothing')}</Text>
          ) : (
            <Stack gap="xs">
              <MissingTable missing={missing} />
              <Text size="sm" c="dimmed">
                {say('teach')}{' '}
                <TextLink to="/roster/events/$event" params={{ event: eventId }} search={{}}>
                  {say('roster')}
                </TextLink>
              </Text>
              {lines.length === 0 && missing.specialties.some((one) => one.missing > 0) && (
                <Text size="sm">{say('allAsked')}</Text>
              )}
              <Group>
                <Button
                  variant="default"
                  leftSection={<IconArrowDown size={18} aria-hidden />}
                  disabled={lines.length === 0}
                  onClick={() => take(lines)}
                >
                  {say('take')}
                </Button>
              </Group>
            </Stack>
          );
        }}
      </Loaded>
    </Stack>
  );
};
