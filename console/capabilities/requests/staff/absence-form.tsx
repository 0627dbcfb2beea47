/** Somebody will be away: whole days by the reader's clock, and who stands in for him. */
import { Button, Group, NativeSelect, Paper, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Staff } from '../../../../server/capabilities/requests/staff/contract.ts';
import { dayMs, dayOf, later } from '../../../../server/kernel/time.ts';
import { momentOf, wallTimeOf } from '../../../../server/kernel/zone.ts';
import { ErrorNotice } from '../../../kit/error-notice.tsx';
import { useWords } from '../../../kit/language.tsx';
import { usePreferences } from '../../../kit/preferences.ts';
import { useToasts } from '../../../kit/toasts.tsx';
import { kitWords } from '../../../kit/words.ts';
import { useMe } from '../../parties/session.ts';
import { useOfficers } from './officers.ts';
import { useMarkAbsent } from './queries.ts';
import { staffWords } from './staff-words.ts';

interface Form {
  readonly person: string;
  readonly standIn: string;
  readonly from: string;
  readonly until: string;
}

const nextDay = (day: string): string => dayOf(later(`${day}T12:00:00.000Z`, dayMs));

/** From the beginning of the first day to the end of the last; null while one is missing. */
const spanOf = (zone: string, { from, until }: Form) => {
  if (from === '' || until === '') return null;
  const begins = momentOf(zone, { day: from, time: '00:00' });
  const ends = momentOf(zone, { day: nextDay(until), time: '00:00' });
  return begins === null || ends === null ? null : { from: begins, until: ends };
};

const Who = ({ form, staff, onChange }: FieldNeeds) => {
  const say = useWords(staffWords);
  const officers = useOfficers();
  const me = useMe();
  const whom = staff.mayMarkOthers ? officers : officers.filter(({ id }) => id === me.person);
  const choice = (list: typeof officers) => [
    { value: '', label: say('choose') },
    ...list.map(({ value, label }) => ({ value, label })),
  ];
  return (
    <>
      <NativeSelect
        label={say('who')}
        value={form.person}
        data={choice(whom)}
        onChange={(event) => onChange({ person: event.currentTarget.value })}
      />
      <NativeSelect
        label={say('standIn')}
        value={form.standIn}
        data={choice(officers.filter(({ value }) => value !== form.person))}
        onChange={(event) => onChange({ standIn: event.currentTarget.value })}
      />
    </>
  );
};

interface FieldNeeds {
  readonly form: Form;
  readonly staff: Staff;
  readonly onChange: (change: Partial<Form>) => void;
}

/** The form in hand, and what it says as the node takes it; null while something is missing. */
const useAbsence = () => {
  const me = useMe();
  const { timeZone } = usePreferences();
  const officers = useOfficers();
  const [form, setForm] = useState<Form>(() => {
    const { day } = wallTimeOf(timeZone, new Date().toISOString());
    return { person: String(me.person), standIn: '', from: day, until: day };
  });
  const onChange = (change: Partial<Form>): void => setForm((before) => ({ ...before, ...change }));
  const idOf = (value: string) => officers.find((one) => one.value === value)?.id;
  const [person, standIn, span] = [idOf(form.person), idOf(form.standIn), spanOf(timeZone, form)];
  const isWhole = person !== undefined && standIn !== undefined && span !== null;
  return { form, onChange, absence: isWhole ? { person, standIn, ...span } : null };
};

export const AbsenceForm = ({ staff, onDone }: { staff: Staff; onDone: () => void }) => {
  const say = useWords(staffWords);
  const kit = useWords(kitWords);
  const show = useToasts();
  const mark = useMarkAbsent();
  const { form, onChange, absence } = useAbsence();
  const keep = (): void => {
    if (absence === null) return;
    const onSuccess = (): void => {
      show({ text: say('marked') });
      onDone();
    };
    mark.mutate(absence, { onSuccess });
  };
  const day = (name: 'from' | 'until') => (
    <TextInput
      type="date"
      label={say(name)}
      value={form[name]}
      onChange={(event) => onChange({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <Who form={form} staff={staff} onChange={onChange} />
          {day('from')}
          {day('until')}
        </SimpleGrid>
        {mark.isError && <ErrorNotice error={mark.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {kit('cancel')}
          </Button>
          <Button disabled={absence === null} loading={mark.isPending} onClick={keep}>
            {say('mark')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
};
