/** Who is expected at a session: how many in all, and of which nations. */
import { ActionIcon, Button, Fieldset, Group, NativeSelect, NumberInput, Stack } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { eventsLimits } from '../../../server/capabilities/events/contract.ts';
import type { SessionDraft } from '../../../server/capabilities/events/session-contract.ts';
import { useCountries } from '../../kit/countries.ts';
import { useWords } from '../../kit/language.tsx';
import { sessionWords } from './session-words.ts';
import { eventsWords } from './words.ts';

/** A part of the form of a session. */
export interface FieldNeeds {
  readonly draft: SessionDraft;
  readonly onChange: (change: Partial<SessionDraft>) => void;
}

interface NationNeeds {
  readonly nation: string;
  readonly count: number;
  readonly known: ReadonlySet<string>;
  readonly onChange: (change: Partial<SessionDraft['expectedSpectators'][number]>) => void;
  readonly onTakeOut: () => void;
}

const NationRow = ({ nation, count, known, onChange, onTakeOut }: NationNeeds) => {
  const [say, words] = [useWords(sessionWords), useWords(eventsWords)];
  const countries = useCountries();
  const own = countries.some(({ value }) => value === nation) ? [] : [{ value: nation, label: nation }];
  return (
    <Group gap="xs" wrap="nowrap" align="flex-end">
      <NativeSelect
        flex={1}
        aria-label={say('nation')}
        value={nation}
        data={[...own, ...countries.filter(({ value }) => value === nation || !known.has(value))]}
        onChange={({ currentTarget }) => onChange({ nation: currentTarget.value })}
      />
      <NumberInput
        w="8rem"
        aria-label={say('count')}
        min={0}
        hideControls
        thousandSeparator=" "
        value={count}
        onChange={(value) => onChange({ count: typeof value === 'number' ? value : 0 })}
      />
      <ActionIcon
        variant="subtle"
        size="lg"
        aria-label={words('takeOut', { name: nation })}
        onClick={onTakeOut}
      >
        <IconX size={16} aria-hidden />
      </ActionIcon>
    </Group>
  );
};

export const Expected = ({ draft, onChange }: FieldNeeds) => {
  const say = useWords(sessionWords);
  const countries = useCountries();
  const put = (at: number, change: Partial<SessionDraft['expectedSpectators'][number]>): void =>
    onChange({
      expectedSpectators: draft.expectedSpectators.map((one, index) =>
        index === at ? { ...one, ...change } : one,
      ),
    });
  const takeOut = (at: number): void =>
    onChange({ expectedSpectators: draft.expectedSpectators.filter((_, index) => index !== at) });
  const known = new Set(draft.expectedSpectators.map(({ nation }) => nation));
  const free = [...draft.nations, ...countries.map(({ value }) => value)].find((one) => !known.has(one));
  return (
    <Fieldset legend={say('spectators')}>
      <Stack gap="xs">
        <NumberInput
          label={say('count')}
          min={0}
          max={eventsLimits.capacity}
          hideControls
          thousandSeparator=" "
          value={draft.spectators ?? ''}
          onChange={(value) => onChange({ spectators: typeof value === 'number' ? value : null })}
        />
        {draft.expectedSpectators.map(({ nation, count }, at) => (
          <NationRow
            key={nation}
            {...{ nation, count, known }}
            onChange={(change) => put(at, change)}
            onTakeOut={() => takeOut(at)}
          />
        ))}
        {free !== undefined && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() =>
              onChange({ expectedSpectators: [...draft.expectedSpectators, { nation: free, count: 0 }] })
            }
          >
            {say('addNation')}
          </Button>
        )}
      </Stack>
    </Fieldset>
  );
};
