import { Button, Fieldset, NativeSelect, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { type Language, languages } from '../../../server/kernel/faults.ts';
import { directionOf, useWords } from '../../kit/language.tsx';
import { languageNames } from '../../kit/language-switch.tsx';
import { useAgreements } from '../agreements/queries.ts';
import { composeWords } from './compose-words.ts';
import { categoriesOf, type Draft, type DraftError } from './draft.ts';
import { MarkingEditor } from './marking-editor.tsx';
import { Recipients } from './recipients.tsx';
import { StixCard } from './stix-card.tsx';

interface Needs {
  readonly draft: Draft;
  readonly errors: readonly DraftError[];
  readonly onChange: (change: Partial<Draft>) => void;
}

const LanguageChoice = ({ value, onChange }: { value: Language; onChange: (value: Language) => void }) => {
  const say = useWords(composeWords);
  return (
    <NativeSelect
      label={say('language')}
      maw="14rem"
      value={value}
      data={languages.map((entry) => ({ value: entry, label: languageNames[entry] }))}
      onChange={(event) => {
        const chosen = languages.find((entry) => entry === event.currentTarget.value);
        if (chosen) onChange(chosen);
      }}
    />
  );
};

export const KnownPart = ({ draft, errors, onChange }: Needs) => {
  const say = useWords(composeWords);
  return (
    <Fieldset legend={say('known')}>
      <Stack>
        <LanguageChoice value={draft.language} onChange={(language) => onChange({ language })} />
        <TextInput
          label={say('subject')}
          description={say('subjectTeach')}
          required
          lang={draft.language}
          dir={directionOf(draft.language)}
          maxLength={300}
          error={errors.includes('title') ? say('error-title') : null}
          value={draft.title}
          onChange={(event) => onChange({ title: event.currentTarget.value })}
        />
        <Textarea
          label={say('text')}
          description={say('textTeach')}
          rows={8}
          resize="vertical"
          lang={draft.language}
          dir={directionOf(draft.language)}
          value={draft.summary}
          onChange={(event) => onChange({ summary: event.currentTarget.value })}
        />
      </Stack>
    </Fieldset>
  );
};

/** What a saved draft already holds: shown as it is, kept untouched, or taken out. */
export const KeptObjects = ({ draft, onChange }: Omit<Needs, 'errors'>) => {
  const say = useWords(composeWords);
  if (draft.kept.length === 0) return null;
  return (
    <Stack gap="xs" mb="sm">
      <Text fw={600} size="sm">
        {say('kept')}
      </Text>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="sm">
        {draft.kept.map((object) => (
          <div key={String(object.id)}>
            <StixCard object={object} />
            <Button
              size="compact-xs"
              variant="subtle"
              color="red.9"
              c="var(--mantine-color-error)"
              mt={4}
              leftSection={<IconTrash size={14} aria-hidden />}
              onClick={() => onChange({ kept: draft.kept.filter((entry) => entry !== object) })}
            >
              {say('drop')}
            </Button>
          </div>
        ))}
      </SimpleGrid>
    </Stack>
  );
};

export const FramePart = (needs: Needs): ReactNode => {
  const say = useWords(composeWords);
  return (
    <Fieldset legend={say('frame')}>
      <Recipients {...needs} />
    </Fieldset>
  );
};

export const MarkingPart = ({ draft, errors, onChange }: Needs) => {
  const say = useWords(composeWords);
  const agreement = useAgreements().data?.find((entry) => entry.id === draft.agreement);
  return (
    <Fieldset legend={say('marking')}>
      <MarkingEditor
        marking={{ ...draft.marking, personCategories: categoriesOf(draft) }}
        covered={agreement ?? null}
        errors={errors}
        onChange={(change) => onChange({ marking: { ...draft.marking, ...change } })}
      />
    </Fieldset>
  );
};
