/** One line of a template: one kind of post. */
import { Button, Checkbox, Fieldset, Group, NumberInput, SimpleGrid, Stack, Text } from '@mantine/core';
import { specialtyWords } from '../../../../server/capabilities/events/post-contract.ts';
import { levels, riskLimits } from '../../../../server/capabilities/events/risk/contract.ts';
import type { TemplateLine } from '../../../../server/capabilities/events/risk/template-contract.ts';
import { usePick, useWords } from '../../../kit/language.tsx';
import { LanguagesAndPowers, SkillsField, SpecialtyField } from '../requirement-fields.tsx';
import { useLevelName } from './level-mark.tsx';
import styles from './risk.module.css';
import { templateWords } from './template-words.ts';

interface Needs {
  readonly line: TemplateLine;
  readonly onChange: (line: TemplateLine) => void;
  readonly onRemove: () => void;
}

interface NumberNeeds {
  readonly label: string;
  readonly value: number | null;
  readonly least: number;
  readonly most: number;
  readonly description?: string;
  readonly onChange: (value: number | null) => void;
}

/** A number in western digits, whatever the screen's language: what is typed is what is kept. */
export const NumberField = ({ label, value, least, most, description, onChange }: NumberNeeds) => (
  <NumberInput
    label={label}
    {...(description === undefined ? {} : { description })}
    inputWrapperOrder={['label', 'input', 'description', 'error']}
    value={value ?? ''}
    min={least}
    max={most}
    allowDecimal={false}
    hideControls
    onChange={(given) => onChange(typeof given === 'number' ? given : null)}
  />
);

const Requirement = ({ line, onChange }: Omit<Needs, 'onRemove'>) => {
  const { requirement } = line;
  const put = (next: TemplateLine['requirement']): void => onChange({ ...line, requirement: next });
  return (
    <>
      <SpecialtyField requirement={requirement} onChange={put} />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <LanguagesAndPowers requirement={requirement} onChange={put} />
      </SimpleGrid>
      <SkillsField requirement={requirement} onChange={put} />
    </>
  );
};

const Counts = ({ line, onChange }: Omit<Needs, 'onRemove'>) => {
  const say = useWords(templateWords);
  const nameOf = useLevelName();
  return (
    <Stack gap={4}>
      <Text size="sm" fw={500}>
        {say('counts')}
      </Text>
      <SimpleGrid cols={{ base: 2, xs: 4 }} spacing="xs">
        {levels.map((level) => (
          <NumberField
            key={level}
            label={nameOf(level)}
            value={line.count[level]}
            least={0}
            most={riskLimits.quantity}
            onChange={(value) => onChange({ ...line, count: { ...line.count, [level]: value ?? 0 } })}
          />
        ))}
      </SimpleGrid>
    </Stack>
  );
};

const Times = ({ line, onChange }: Omit<Needs, 'onRemove'>) => {
  const say = useWords(templateWords);
  const { shiftHours } = riskLimits;
  return (
    <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="xs">
      <NumberField
        label={say('before')}
        value={line.beforeMinutes}
        least={0}
        most={riskLimits.minutes}
        onChange={(value) => onChange({ ...line, beforeMinutes: value ?? 0 })}
      />
      <NumberField
        label={say('after')}
        value={line.afterMinutes}
        least={0}
        most={riskLimits.minutes}
        onChange={(value) => onChange({ ...line, afterMinutes: value ?? 0 })}
      />
      <NumberField
        label={say('shiftHours')}
        value={line.shiftHours}
        least={shiftHours.least}
        most={shiftHours.most}
        onChange={(value) => onChange({ ...line, shiftHours: value ?? shiftHours.least })}
      />
      <NumberField
        label={say('priority')}
        value={line.priority}
        least={1}
        most={riskLimits.priorities}
        onChange={(value) => onChange({ ...line, priority: value ?? 1 })}
      />
    </SimpleGrid>
  );
};

const Measures = ({ line, onChange }: Omit<Needs, 'onRemove'>) => {
  const say = useWords(templateWords);
  return (
    <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="xs">
      <NumberField
        label={say('perSpectators')}
        description={say('perTeach')}
        value={line.perSpectators}
        least={100}
        most={riskLimits.spectators}
        onChange={(perSpectators) => onChange({ ...line, perSpectators })}
      />
      <NumberField
        label={say('atMost')}
        value={line.atMost}
        least={1}
        most={riskLimits.quantity}
        onChange={(value) => onChange({ ...line, atMost: value ?? 1 })}
      />
      <NumberField
        label={say('visitorsFrom')}
        description={say('visitorsTeach')}
        value={line.visitors?.from ?? null}
        least={1}
        most={riskLimits.spectators}
        onChange={(from) => onChange({ ...line, visitors: from === null ? null : { from } })}
      />
    </SimpleGrid>
  );
};

export const TemplateLineFields = ({ line, onChange, onRemove }: Needs) => {
  const say = useWords(templateWords);
  const pick = usePick();
  return (
    <Fieldset legend={pick(specialtyWords[line.requirement.specialty])} className={styles.card}>
      <Stack gap="sm">
        <Requirement line={line} onChange={onChange} />
        <Counts line={line} onChange={onChange} />
        <Measures line={line} onChange={onChange} />
        <Times line={line} onChange={onChange} />
        <Group gap="md">
          <Checkbox
            label={say('untilBegin')}
            checked={line.untilBegin}
            onChange={({ currentTarget }) => onChange({ ...line, untilBegin: currentTarget.checked })}
          />
          <Checkbox
            label={say('needsHostPair')}
            checked={line.needsHostPair}
            onChange={({ currentTarget }) => onChange({ ...line, needsHostPair: currentTarget.checked })}
          />
        </Group>
        <Group justify="flex-end">
          <Button size="compact-sm" variant="default" onClick={onRemove}>
            {say('removeLine')}
          </Button>
        </Group>
      </Stack>
    </Fieldset>
  );
};
