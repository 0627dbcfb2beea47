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

/** One shift, or the same on several days: by the clock of the centre. */
export const PlanForm = ({ timeZone, onDone }: { timeZone: string; onDone: () => void }) => {
  const say = useWords(shiftWords);
  const pick = usePick();
  const plan = usePlan();
  const desks = useDesks().data ?? [];
  const people = usePeopleOf();
  const [desk, setDesk] = useState('');
  const [officers, setOfficers] = useState<string[]>([]);
  const [day, setDay] = useState(() => wallTimeOf(timeZone, new Date().toISOString()).day);
  const [from, setFrom] = useState('22:00');
  const [to, setTo] = useState('06:00');
  const [days, setDays] = useState(1);
  const chosenDesk = desks.find(({ id }) => id === desk) ?? desks[0];
  const chosen = people.filter(({ value }) => officers.includes(value)).map(({ id }) => id);
  const isWhole = chosenDesk !== undefined && chosen.length > 0 && day !== '' && from !== '' && to !== '';
  const save = (): void => {
    if (chosenDesk === undefined) return;
    const shift: NewShift = { desk: chosenDesk.id, officers: chosen, day, from, to, days };
    plan.mutate(shift, { onSuccess: onDone });
  };
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <NativeSelect
            label={say('desk')}
            value={chosenDesk?.id ?? ''}
            data={desks.map(({ id, name }) => ({ value: id, label: pick(name) }))}
            onChange={(event) => setDesk(event.currentTarget.value)}
          />
          <MultiSelect
            label={say('officers')}
            required
            searchable
            maxValues={shiftLimits.officers}
            data={people.map(({ value, label }) => ({ value, label }))}
            value={officers}
            onChange={setOfficers}
          />
        </SimpleGrid>
        <SimpleGrid cols={{ base: 2, xs: 4 }} spacing="sm">
          <TextInput
            type="date"
            label={say('day')}
            value={day}
            onChange={(event) => setDay(event.currentTarget.value)}
          />
          <TextInput
            type="time"
            label={say('from')}
            value={from}
            onChange={(event) => setFrom(event.currentTarget.value)}
          />
          <TextInput
            type="time"
            label={say('to')}
            value={to}
            onChange={(event) => setTo(event.currentTarget.value)}
          />
          <NumberInput
            label={say('days')}
            min={1}
            max={shiftLimits.days}
            value={days}
            onChange={(value) => setDays(typeof value === 'number' ? value : 1)}
          />
        </SimpleGrid>
        {plan.error ? <ErrorNotice error={plan.error} /> : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {say('cancel')}
          </Button>
          <Button disabled={!isWhole} loading={plan.isPending} onClick={save}>
            {say('save')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
};
