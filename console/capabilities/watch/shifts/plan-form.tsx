import {
  Button,
  Group,
  MultiSelect,
  NativeSelect,
  NumberInput,
  Paper,
  SimpleGrid,
  Stack,
  TextInput,
} from '@mantine/core';
import { useState } from 'react';
import { type NewShift, shiftLimits } from '../../../../server/capabilities/watch/shifts/contract.ts';
import { wallTimeOf } from '../../../../server/kernel/zone.ts';
import { ErrorNotice } from '../../../kit/error-notice.tsx';
import { usePick, useReading, useWords } from '../../../kit/language.tsx';
import { useDesks, usePeople } from '../../parties/queries.ts';
import { usePlan } from './queries.ts';
import { shiftWords } from './shift-words.ts';

const usePeopleOf = () => {
  const { language } = useReading();
  return (usePeople().data ?? [])
    .filter(({ state }) => state === 'active')
    .map((one) => ({
      value: String(one.id),
      label: language === 'ar' ? one.nameArabic : one.name,
      id: one.id,
    }));
};

/** The form's own state. */
interface Form {
  readonly desk: string;
  readonly officers: readonly string[];
  readonly day: string;
  readonly from: string;
  readonly to: string;
  readonly days: number;
}

interface FieldNeeds {
  readonly form: Form;
  readonly onChange: (change: Partial<Form>) => void;
}

const Who = ({ form, onChange }: FieldNeeds) => {
  const say = useWords(shiftWords);
  const pick = usePick();
  const desks = useDesks().data ?? [];
  const people = usePeopleOf();
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
      <NativeSelect
        label={say('desk')}
        value={form.desk}
        data={desks.map(({ id, name }) => ({ value: id, label: pick(name) }))}
        onChange={(event) => onChange({ desk: event.currentTarget.value })}
      />
      <MultiSelect
        label={say('officers')}
        required
        searchable
        maxValues={shiftLimits.officers}
        data={people.map(({ value, label }) => ({ value, label }))}
        value={[...form.officers]}
        onChange={(officers) => onChange({ officers })}
      />
    </SimpleGrid>
  );
};

const When = ({ form, onChange }: FieldNeeds) => {
  const say = useWords(shiftWords);
  const text = (name: 'day' | 'from' | 'to', type: 'date' | 'time') => (
    <TextInput
      type={type}
      label={say(name)}
      value={form[name]}
      onChange={(event) => onChange({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <SimpleGrid cols={{ base: 2, xs: 4 }} spacing="sm">
      {text('day', 'date')}
      {text('from', 'time')}
      {text('to', 'time')}
      <NumberInput
        label={say('days')}
        min={1}
        max={shiftLimits.days}
        value={form.days}
        onChange={(value) => onChange({ days: typeof value === 'number' ? value : 1 })}
      />
    </SimpleGrid>
  );
};

/** The shift as the node takes it; null while something is missing. */
const useShiftOf = ({ desk, officers, day, from, to, days }: Form): NewShift | null => {
  const desks = useDesks().data ?? [];
  const people = usePeopleOf();
  const chosenDesk = desks.find(({ id }) => id === desk) ?? desks[0];
  const chosen = people.filter(({ value }) => officers.includes(value)).map(({ id }) => id);
  const isWhole = chosen.length > 0 && day !== '' && from !== '' && to !== '';
  return chosenDesk === undefined || !isWhole
    ? null
    : { desk: chosenDesk.id, officers: chosen, day, from, to, days };
};

/** One shift, or the same on several days: by the clock of the centre. */
export const PlanForm = ({ timeZone, onDone }: { timeZone: string; onDone: () => void }) => {
  const say = useWords(shiftWords);
  const plan = usePlan();
  const [form, setForm] = useState<Form>(() => ({
    desk: '',
    officers: [],
    day: wallTimeOf(timeZone, new Date().toISOString()).day,
    from: '22:00',
    to: '06:00',
    days: 1,
  }));
  const shift = useShiftOf(form);
  const onChange = (change: Partial<Form>): void => setForm((before) => ({ ...before, ...change }));
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <Who form={form} onChange={onChange} />
        <When form={form} onChange={onChange} />
        {plan.error ? <ErrorNotice error={plan.error} /> : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {say('cancel')}
          </Button>
          <Button
            disabled={shift === null}
            loading={plan.isPending}
            onClick={() => shift && plan.mutate(shift, { onSuccess: onDone })}
          >
            {say('save')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
};
