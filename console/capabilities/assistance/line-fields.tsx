/** One line of an ask: how many of which specialty, when, where, with which languages, powers and arms. */
import {
  Button,
  Checkbox,
  Fieldset,
  Group,
  NativeSelect,
  NumberInput,
  SimpleGrid,
  Stack,
  Textarea,
  TextInput,
} from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import {
  arms,
  assistanceLimits,
  powers,
  powerWords,
  requirementLimits,
  specialties,
} from '../../../server/capabilities/assistance/contract.ts';
import { usePick, useWords } from '../../kit/language.tsx';
import { LanguagePicker } from '../../kit/language-picker.tsx';
import { askWords } from './ask-words.ts';
import type { LineForm } from './draft.ts';
import { useNumber, useSpecialty } from './parts.tsx';
import { assistanceWords } from './words.ts';

interface Needs {
  readonly line: LineForm;
  readonly index: number;
  readonly onChange: (change: Partial<LineForm>) => void;
  readonly onRemove: (() => void) | null;
}

const What = ({ line, onChange }: Needs) => {
  const say = useWords(askWords);
  const list = useWords(assistanceWords);
  const nameOf = useSpecialty();
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="sm">
      <NativeSelect
        label={list('specialty')}
        value={line.specialty}
        data={specialties.map((value) => ({ value, label: nameOf(value) }))}
        onChange={({ currentTarget }) => {
          const specialty = specialties.find((one) => one === currentTarget.value);
          if (specialty) onChange({ specialty });
        }}
      />
      <NumberInput
        label={say('quantity')}
        required
        min={1}
        max={2_000}
        clampBehavior="strict"
        allowDecimal={false}
        value={line.quantity}
        onChange={(value) => onChange({ quantity: typeof value === 'number' ? value : 1 })}
      />
      <TextInput
        type="date"
        label={say('fromDay')}
        required
        value={line.from}
        onChange={(event) => onChange({ from: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={say('toDay')}
        required
        min={line.from}
        value={line.to}
        onChange={(event) => onChange({ to: event.currentTarget.value })}
      />
    </SimpleGrid>
  );
};

const Wanted = ({ line, onChange }: Needs) => {
  const say = useWords(askWords);
  const pick = usePick();
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
        <LanguagePicker
          label={say('languages')}
          most={requirementLimits.languages}
          value={line.languages}
          onChange={(languages) => onChange({ languages })}
        />
        <TextInput
          label={say('skills')}
          description={say('skillsHint')}
          dir="auto"
          value={line.skills}
          onChange={(event) => onChange({ skills: event.currentTarget.value })}
        />
        <NativeSelect
          label={say('arms')}
          description={'\u00a0'}
          value={line.arms}
          data={arms.map((value) => ({ value, label: say(`arms-${value}`) }))}
          onChange={({ currentTarget }) => {
            const chosen = arms.find((one) => one === currentTarget.value);
            if (chosen) onChange({ arms: chosen });
          }}
        />
      </SimpleGrid>
      <Checkbox.Group
        label={say('powers')}
        value={[...line.powers]}
        onChange={(chosen) => onChange({ powers: powers.filter((power) => chosen.includes(power)) })}
      >
        <Group gap="sm" mt={4}>
          {powers.map((power) => (
            <Checkbox key={power} value={power} label={pick(powerWords[power])} />
          ))}
        </Group>
      </Checkbox.Group>
    </>
  );
};

export const LineFields = (needs: Needs) => {
  const say = useWords(askWords);
  const number = useNumber();
  const { line, index, onChange, onRemove } = needs;
  return (
    <Fieldset legend={say('line', { number: number(index + 1) })}>
      <Stack gap="sm">
        <What {...needs} />
        <Wanted {...needs} />
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
          <Textarea
            label={say('places')}
            description={say('placesHint')}
            dir="auto"
            rows={2}
            value={line.places}
            onChange={(event) => onChange({ places: event.currentTarget.value })}
          />
          <Textarea
            label={say('conditions')}
            description={'\u00a0'}
            dir="auto"
            rows={2}
            maxLength={assistanceLimits.shortText}
            value={line.conditions}
            onChange={(event) => onChange({ conditions: event.currentTarget.value })}
          />
        </SimpleGrid>
        {onRemove !== null && (
          <Group justify="flex-end">
            <Button
              variant="subtle"
              color="red.9"
              leftSection={<IconTrash size={18} aria-hidden />}
              onClick={onRemove}
            >
              {say('removeLine')}
            </Button>
          </Group>
        )}
      </Stack>
    </Fieldset>
  );
};
