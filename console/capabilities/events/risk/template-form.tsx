/** Writes a template: in three languages what it is called and why, then its lines. */
import {
  Button,
  Checkbox,
  Fieldset,
  Group,
  NativeSelect,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import {
  hazards,
  hazardWords,
  riskLimits,
  targetKinds,
} from '../../../../server/capabilities/events/risk/contract.ts';
import {
  placeKinds,
  type Template,
  type TemplateDraft,
  type TemplateLine,
} from '../../../../server/capabilities/events/risk/template-contract.ts';
import { languages, type Words } from '../../../../server/kernel/faults.ts';
import { isVisible } from '../../../../server/kernel/visible.ts';
import { ErrorNotice } from '../../../kit/error-notice.tsx';
import { directionOf, usePick, useWords } from '../../../kit/language.tsx';
import { languageNames } from '../../../kit/language-switch.tsx';
import { useToasts } from '../../../kit/toasts.tsx';
import { kitWords } from '../../../kit/words.ts';
import { withoutGaps } from '../requirement-fields.tsx';
import { useWriteTemplate } from './queries.ts';
import { riskWords } from './risk-words.ts';
import { NumberField, TemplateLineFields } from './template-line-fields.tsx';
import { templateWords } from './template-words.ts';

const noWords = { ar: '', fr: '', en: '' } as const;
const newLine: TemplateLine = {
  requirement: { specialty: 'patrol', skills: [], languages: [], powers: [] },
  count: { low: 0, moderate: 1, high: 2, critical: 4 },
  perSpectators: null,
  atMost: 10,
  beforeMinutes: 120,
  afterMinutes: 60,
  untilBegin: false,
  shiftHours: 10,
  priority: 3,
  needsHostPair: true,
  visitors: null,
};

const draftOf = (template: Template | null): TemplateDraft => {
  if (template === null)
    return {
      ...{
        name: { ...noWords },
        why: { ...noWords },
        hazard: 'crowd',
        target: 'venue-day',
        places: ['venue'],
      },
      ...{ fromSpectators: 0, toSpectators: null, daily: null, lines: [newLine] },
    };
  const {
    id: _id,
    builtIn: _built,
    changed: _changed,
    version: _version,
    retiredAt: _at,
    ...draft
  } = template;
  return draft;
};

const isWhole = ({ name, why, places, lines }: TemplateDraft): boolean =>
  languages.every((language) => isVisible(name[language]) && isVisible(why[language])) &&
  places.length > 0 &&
  lines.length > 0;

interface PartNeeds {
  readonly form: TemplateDraft;
  readonly onChange: (change: Partial<TemplateDraft>) => void;
}

const Names = ({ form, onChange, tried }: PartNeeds & { readonly tried: boolean }) => {
  const say = useWords(templateWords);
  const kit = useWords(kitWords);
  const change = (part: 'name' | 'why', words: Partial<Words>): void =>
    onChange({ [part]: { ...form[part], ...words } });
  return (
    <SimpleGrid cols={{ base: 1, md: 3 }} spacing="sm">
      {languages.map((language) => {
        const side = { lang: language, dir: directionOf(language) };
        return (
          <Fieldset key={language} legend={languageNames[language]}>
            <Stack gap="xs">
              <TextInput
                {...side}
                label={say('name')}
                required
                maxLength={300}
                error={tried && !isVisible(form.name[language]) ? kit('required') : null}
                value={form.name[language]}
                onChange={({ currentTarget }) => change('name', { [language]: currentTarget.value })}
              />
              <Textarea
                {...side}
                label={say('why')}
                required
                autosize
                minRows={2}
                maxLength={300}
                error={tried && !isVisible(form.why[language]) ? kit('required') : null}
                value={form.why[language]}
                onChange={({ currentTarget }) => change('why', { [language]: currentTarget.value })}
              />
            </Stack>
          </Fieldset>
        );
      })}
    </SimpleGrid>
  );
};

const Sizes = ({ form, onChange }: PartNeeds) => {
  const say = useWords(templateWords);
  const daily = form.daily ?? { from: '', to: '' };
  const setDaily = (part: Partial<typeof daily>): void => {
    const next = { ...daily, ...part };
    onChange({ daily: next.from === '' && next.to === '' ? null : next });
  };
  return (
    <>
      <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="sm">
        <NumberField
          label={say('fromSpectators')}
          value={form.fromSpectators}
          least={0}
          most={riskLimits.spectators}
          onChange={(value) => onChange({ fromSpectators: value ?? 0 })}
        />
        <NumberField
          label={say('toSpectators')}
          description={say('noLimit')}
          value={form.toSpectators}
          least={1}
          most={riskLimits.spectators}
          onChange={(toSpectators) => onChange({ toSpectators })}
        />
        <TextInput
          type="time"
          label={say('dailyFrom')}
          value={daily.from}
          onChange={({ currentTarget }) => setDaily({ from: currentTarget.value })}
        />
        <TextInput
          type="time"
          label={say('dailyTo')}
          value={daily.to}
          onChange={({ currentTarget }) => setDaily({ to: currentTarget.value })}
        />
      </SimpleGrid>
      <Text size="sm" c="dimmed">
        {say('dailyTeach')}
      </Text>
    </>
  );
};

const Where = ({ form, onChange }: PartNeeds) => {
  const say = useWords(templateWords);
  const risk = useWords(riskWords);
  const pick = usePick();
  // A venue has sessions and days; all other places are objects.
  const fitting = placeKinds.filter((place) => (place === 'venue') !== (form.target === 'object'));
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <NativeSelect
          label={risk('hazard')}
          value={form.hazard}
          data={hazards.map((value) => ({ value, label: pick(hazardWords[value].name) }))}
          onChange={({ currentTarget }) =>
            onChange({ hazard: hazards.find((one) => one === currentTarget.value) ?? form.hazard })
          }
        />
        <NativeSelect
          label={say('target')}
          value={form.target}
          data={targetKinds.map((value) => ({ value, label: say(`target-${value}`) }))}
          onChange={({ currentTarget }) => {
            const target = targetKinds.find((one) => one === currentTarget.value) ?? form.target;
            onChange({ target, places: target === 'object' ? ['route'] : ['venue'] });
          }}
        />
      </SimpleGrid>
      <Checkbox.Group
        label={say('places')}
        value={form.places}
        onChange={(values) => onChange({ places: placeKinds.filter((place) => values.includes(place)) })}
      >
        <Group gap="sm" mt={6}>
          {fitting.map((place) => (
            <Checkbox key={place} value={place} label={say(`place-${place}`)} />
          ))}
        </Group>
      </Checkbox.Group>
      <Sizes form={form} onChange={onChange} />
    </Stack>
  );
};

const Lines = ({ form, onChange: change }: PartNeeds) => {
  const say = useWords(templateWords);
  return (
    <>
      {form.lines.map((line, at) => (
        <TemplateLineFields
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no id; its place is its name
          key={at}
          line={line}
          onChange={(changed) =>
            change({ lines: form.lines.map((one, place) => (place === at ? changed : one)) })
          }
          onRemove={() => change({ lines: form.lines.filter((_one, place) => place !== at) })}
        />
      ))}
      {form.lines.length < riskLimits.lines && (
        <Button
          w="fit-content"
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => change({ lines: [...form.lines, newLine] })}
        >
          {say('addLine')}
        </Button>
      )}
    </>
  );
};

export const TemplateForm = ({ template, onDone }: { template: Template | null; onDone: () => void }) => {
  const say = useWords(templateWords);
  const kit = useWords(kitWords);
  const toast = useToasts();
  const write = useWriteTemplate();
  const [tried, setTried] = useState(false);
  const [form, setForm] = useState<TemplateDraft>(() => draftOf(template));
  const change = (part: Partial<TemplateDraft>): void => setForm((now) => ({ ...now, ...part }));
  const keep = (): void => {
    setTried(true);
    if (!isWhole(form)) return;
    const lines = form.lines.map((line) => ({ ...line, requirement: withoutGaps(line.requirement) }));
    write.mutate(
      { before: template, draft: { ...form, lines } },
      {
        onSuccess: () => {
          toast({ text: say('saved') });
          onDone();
        },
      },
    );
  };
  return (
    <Stack gap="md">
      <Names form={form} onChange={change} tried={tried} />
      <Where form={form} onChange={change} />
      <Text fw={600}>{say('lines')}</Text>
      <Lines form={form} onChange={change} />
      {write.isError && <ErrorNotice error={write.error} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={onDone}>
          {kit('cancel')}
        </Button>
        <Button loading={write.isPending} onClick={keep}>
          {say('save')}
        </Button>
      </Group>
    </Stack>
  );
};
