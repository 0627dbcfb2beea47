/** Days of a file outside those of the event: said, and taken or left out before anything is imported. */
import { Alert, Radio, Stack, Text } from '@mantine/core';
import { IconCalendarExclamation } from '@tabler/icons-react';
import {
  type ImportReport,
  type ImportSettings,
  outsideChoices,
} from '../../../server/capabilities/events/imports/contract.ts';
import { useDates } from '../../kit/date-time.tsx';
import { useWords } from '../../kit/language.tsx';
import { importChoiceWords } from './import-choice-words.ts';

interface Needs {
  readonly report: ImportReport;
  readonly onChange: (change: Partial<ImportSettings>) => void;
}

/** Whether the planner has still to say what becomes of them. */
export const isOutsideOpen = ({ outside, settings }: ImportReport): boolean =>
  outside !== null && settings.outside === undefined;

export const ImportOutside = ({ report, onChange }: Needs) => {
  const say = useWords(importChoiceWords);
  const dates = useDates();
  const { outside, settings } = report;
  if (outside === null) return null;
  const { rows, first, last, eventFirst, eventLast } = outside;
  const days = {
    ...{ first: dates.day(first), last: dates.day(last) },
    ...{ eventFirst: dates.day(eventFirst), eventLast: dates.day(eventLast) },
  };
  return (
    <Alert color="orange" icon={<IconCalendarExclamation aria-hidden />} title={say('outside')}>
      <Stack gap="xs">
        <Text size="sm">{say('outsideText', { count: rows, ...days })}</Text>
        <Radio.Group
          label={say('outsideChoose')}
          value={settings.outside ?? ''}
          onChange={(value) => onChange({ outside: outsideChoices.find((one) => one === value) })}
        >
          <Stack gap={6} pt={6}>
            <Radio
              value="leave-out"
              label={say(settings.target === 'sessions' ? 'leave-sessions' : 'leave-days')}
            />
            <Radio value="take" label={say('take')} />
          </Stack>
        </Radio.Group>
      </Stack>
    </Alert>
  );
};
