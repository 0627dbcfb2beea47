/** Which days a calendar shows, where a programme is too large to be shown at once; and the way to others. */
import { Button, Group, Text } from '@mantine/core';
import type { Calendar } from '../../../server/capabilities/events/session-contract.ts';
import { useDates } from '../../kit/date-time.tsx';
import { useWords } from '../../kit/language.tsx';
import { sessionWords } from './session-words.ts';

interface Needs {
  readonly calendar: Calendar;
  readonly onFrom: (day: string) => void;
}

export const CalendarWindow = ({ calendar, onFrom }: Needs) => {
  const say = useWords(sessionWords);
  const dates = useDates();
  const days = calendar.days.map(({ day }) => day);
  const shown = days.filter((day) => calendar.cells.some((cell) => cell.day === day));
  const [first, last] = [shown[0], shown.at(-1)];
  if (first === undefined || last === undefined || shown.length === days.length) return null;
  // As many days back as are shown now: the last of them may not fit, and is then the first of the next.
  const earlier = days[Math.max(0, days.indexOf(first) - shown.length)];
  const next = days[days.indexOf(last) + 1];
  return (
    <Group gap="xs" justify="space-between">
      <Text size="sm" role="status">
        {say('shownDays', { first: dates.day(first), last: dates.day(last) })}
      </Text>
      <Group gap="xs">
        <Button
          variant="default"
          size="compact-sm"
          disabled={first === days[0]}
          onClick={() => onFrom(earlier ?? '')}
        >
          {say('earlierDays')}
        </Button>
        <Button
          variant="default"
          size="compact-sm"
          disabled={next === undefined}
          onClick={() => onFrom(next ?? '')}
        >
          {say('laterDays')}
        </Button>
      </Group>
    </Group>
  );
};
