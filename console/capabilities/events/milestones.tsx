/** The milestones of an event: which day, how far away, what is due and done. */
import {
  ActionIcon,
  Button,
  Checkbox,
  Group,
  Paper,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import {
  eventsLimits,
  type MajorEvent,
  type Milestone,
  type MilestoneKept,
} from '../../../server/capabilities/events/contract.ts';
import { DayText } from '../../kit/date-time.tsx';
import { ErrorNotice } from '../../kit/error-notice.tsx';
import { useWords } from '../../kit/language.tsx';
import { milestoneWords } from './milestone-words.ts';
import { useChangeMilestones } from './queries.ts';
import { eventsWords } from './words.ts';

const dayMs = 86_400_000;

const keptOf = ({ kind, day, computedDay, due, own }: Milestone): MilestoneKept => ({
  ...{ kind, day: day === computedDay ? null : day, own },
  done: due.flatMap(({ code, done }) => (done ? [code] : [])),
});

const Away = ({ day }: { day: string }) => {
  const say = useWords(milestoneWords);
  const today = new Date().toISOString().slice(0, 10);
  const count = Math.round((Date.parse(day) - Date.parse(today)) / dayMs);
  return (
    <Text size="sm" c="dimmed">
      {count >= 0 ? say('inDays', { count }) : say('daysAgo', { count: -count })}
    </Text>
  );
};

interface CardNeeds {
  readonly milestone: Milestone;
  readonly mayPlan: boolean;
  readonly onChange: (kept: MilestoneKept) => void;
}

const DayChoice = ({ milestone, onChange }: CardNeeds) => {
  const say = useWords(milestoneWords);
  const kept = keptOf(milestone);
  return (
    <Stack gap={4}>
      <TextInput
        type="date"
        size="xs"
        label={say('day')}
        value={milestone.day}
        onChange={({ currentTarget: { value } }) => value !== '' && onChange({ ...kept, day: value })}
      />
      {milestone.day !== milestone.computedDay && (
        <Button size="compact-xs" variant="subtle" onClick={() => onChange({ ...kept, day: null })}>
          {say('computed')}
        </Button>
      )}
    </Stack>
  );
};

const OwnDue = ({ milestone, onChange }: CardNeeds) => {
  const say = useWords(milestoneWords);
  const event = useWords(eventsWords);
  const [text, setText] = useState('');
  const kept = keptOf(milestone);
  const add = (): void => {
    if (text.trim() === '' || kept.own.some((one) => one.text === text.trim())) return;
    onChange({ ...kept, own: [...kept.own, { text: text.trim(), done: false }] });
    setText('');
  };
  return (
    <TextInput
      size="xs"
      dir="auto"
      aria-label={say('own')}
      placeholder={say('own')}
      maxLength={eventsLimits.name}
      value={text}
      onChange={({ currentTarget: { value } }) => setText(value)}
      onKeyDown={({ key }) => key === 'Enter' && add()}
      rightSection={
        <ActionIcon variant="subtle" size="sm" aria-label={event('add')} onClick={add}>
          <IconPlus size={16} aria-hidden />
        </ActionIcon>
      }
    />
  );
};

const MilestoneCard = (needs: CardNeeds) => {
  const say = useWords(milestoneWords);
  const { milestone, mayPlan, onChange } = needs;
  const kept = keptOf(milestone);
  return (
    <Paper withBorder p="sm">
      <Stack gap="xs">
        <Group justify="space-between" gap="xs">
          <Title order={3} size="h5">
            {say(milestone.kind)}
          </Title>
          <Away day={milestone.day} />
        </Group>
        {mayPlan ? <DayChoice {...needs} /> : <DayText day={milestone.day} />}
        {milestone.due.map(({ code, done }) => (
          <Checkbox
            key={code}
            label={say(code)}
            checked={done}
            disabled={!mayPlan}
            onChange={() =>
              onChange({
                ...kept,
                done: done ? kept.done.filter((one) => one !== code) : [...kept.done, code],
              })
            }
          />
        ))}
        {milestone.own.map(({ text, done }, at) => (
          <Checkbox
            key={text}
            label={<bdi>{text}</bdi>}
            checked={done}
            disabled={!mayPlan}
            onChange={() =>
              onChange({
                ...kept,
                own: kept.own.map((one, index) => (index === at ? { ...one, done: !done } : one)),
              })
            }
          />
        ))}
        {mayPlan && <OwnDue {...needs} />}
      </Stack>
    </Paper>
  );
};

export const Milestones = ({ event, mayPlan }: { event: MajorEvent; mayPlan: boolean }) => {
  const say = useWords(milestoneWords);
  const change = useChangeMilestones(event.id);
  const put = (kept: MilestoneKept): void =>
    change.mutate({
      version: event.version,
      milestones: event.milestones.map((one) => (one.kind === kept.kind ? kept : keptOf(one))),
    });
  return (
    <section>
      <Title order={2} size="h4" mb="xs">
        {say('title')}
      </Title>
      {change.error ? <ErrorNotice error={change.error} /> : null}
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 4 }} spacing="sm">
        {event.milestones.map((milestone) => (
          <MilestoneCard key={milestone.kind} milestone={milestone} mayPlan={mayPlan} onChange={put} />
        ))}
      </SimpleGrid>
    </section>
  );
};
