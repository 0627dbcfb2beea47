import { Fieldset, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { type Language, languages } from '../../../server/kernel/faults.ts';
import { directionOf, useWords } from '../../kit/language.tsx';
import { languageNames } from '../../kit/language-switch.tsx';
import { useAgreements } from '../agreements/queries.ts';
import { LooserMarking } from './cautions.tsx';
import { composeWords } from './compose-words.ts';
import { categoriesOf, type Draft, type DraftError } from './draft.ts';
import { MarkingEditor } from './marking-editor.tsx';
import { Recipients } from './recipients.tsx';

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
      {agreement && <LooserMarking marking={draft.marking} defaults={agreement.defaults} />}
      <MarkingEditor
        marking={{ ...draft.marking, personCategories: categoriesOf(draft) }}
        covered={agreement ?? null}
        errors={errors}
        onChange={(change) => onChange({ marking: { ...draft.marking, ...change } })}
      />
    </Fieldset>
  );
};
