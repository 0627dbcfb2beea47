/** Why it is asked, and for how long: field and purpose as the agreements have them, a reason, a watch. */
import { Checkbox, Fieldset, NativeSelect, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { fields, purposes } from '../../../server/kernel/marking.ts';
import { type Day, dayMs, dayOf, later } from '../../../server/kernel/time.ts';
import { usePick, useWords } from '../../kit/language.tsx';
import { terms } from '../../kit/terms.ts';
import { checkWords } from './check-words.ts';
import { listLimits } from './list.ts';
import type { Agreement, Field, Purpose } from './partners.ts';

export interface Frame {
  readonly field: Field;
  readonly purpose: Purpose;
  readonly reason: string;
  /** A standing watch until this day; null where it is asked once. */
  readonly until: Day | null;
}

/** Thirty days: as long as what was asked is kept. */
const usualWatchDays = 30;

export const daysFromNow = (days: number): Day => dayOf(later(new Date().toISOString(), days * dayMs));

export const isUntilSound = (until: Day): boolean =>
  until > daysFromNow(0) && until <= daysFromNow(listLimits.watchedDays);

interface Needs {
  readonly frame: Frame;
  readonly agreements: readonly Agreement[];
  readonly checked: boolean;
  readonly onChange: (change: Partial<Frame>) => void;
}

const WatchPart = ({ frame: { until }, onChange }: Needs) => {
  const say = useWords(checkWords);
  const limit = listLimits.watchedDays;
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <Checkbox
        label={say('watch')}
        description={say('watchTeach', { limit })}
        checked={until !== null}
        onChange={(event) =>
          onChange({ until: event.currentTarget.checked ? daysFromNow(usualWatchDays) : null })
        }
      />
      {until !== null && (
        <TextInput
          type="date"
          label={say('until')}
          maw="14rem"
          min={daysFromNow(1)}
          max={daysFromNow(limit)}
          error={isUntilSound(until) ? null : say('needUntil', { limit })}
          value={until}
          onChange={(event) => onChange({ until: event.currentTarget.value })}
        />
      )}
    </SimpleGrid>
  );
};

export const FramePart = (needs: Needs) => {
  const say = useWords(checkWords);
  const pick = usePick();
  const { frame, agreements, checked, onChange } = needs;
  const offered = {
    fields: fields.filter((one) => agreements.some((agreement) => agreement.fields.includes(one))),
    purposes: purposes.filter((one) => agreements.some((agreement) => agreement.purposes.includes(one))),
  };
  return (
    <Fieldset legend={say('frame')}>
      <Stack>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <NativeSelect
            label={say('field')}
            value={frame.field}
            data={offered.fields.map((value) => ({ value, label: pick(terms.fields[value]) }))}
            onChange={(event) =>
              onChange({ field: fields.find((one) => one === event.currentTarget.value) ?? frame.field })
            }
          />
          <NativeSelect
            label={say('purpose')}
            value={frame.purpose}
            data={offered.purposes.map((value) => ({ value, label: pick(terms.purposes[value]) }))}
            onChange={(event) =>
              onChange({
                purpose: purposes.find((one) => one === event.currentTarget.value) ?? frame.purpose,
              })
            }
          />
        </SimpleGrid>
        <TextInput
          label={say('reason')}
          description={say('reasonTeach')}
          required
          dir="auto"
          maxLength={1_000}
          error={checked && frame.reason.trim() === '' ? say('needReason') : null}
          value={frame.reason}
          onChange={(event) => onChange({ reason: event.currentTarget.value })}
        />
        <WatchPart {...needs} />
      </Stack>
    </Fieldset>
  );
};
