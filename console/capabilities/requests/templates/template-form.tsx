/** Writes a template of this service, in as many languages as it is asked in. */
import {
  Button,
  Fieldset,
  Group,
  NativeSelect,
  Paper,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useState } from 'react';
import {
  type Template,
  type TemplateDraft,
  type TemplateText,
  templateLimits,
  urgencies,
} from '../../../../server/capabilities/requests/templates/contract.ts';
import { type Language, languages } from '../../../../server/kernel/faults.ts';
import { fields, purposes } from '../../../../server/kernel/marking.ts';
import { isVisible } from '../../../../server/kernel/visible.ts';
import { ErrorNotice } from '../../../kit/error-notice.tsx';
import { directionOf, usePick, useWords } from '../../../kit/language.tsx';
import { languageNames } from '../../../kit/language-switch.tsx';
import { terms } from '../../../kit/terms.ts';
import { useToasts } from '../../../kit/toasts.tsx';
import { kitWords } from '../../../kit/words.ts';
import { urgencyWords } from '../../exchange/urgency-words.ts';
import { useWriteTemplate } from './queries.ts';
import { templateWords } from './template-words.ts';

type Texts = { readonly [Name in Language]: TemplateText };
interface Form extends Omit<TemplateDraft, 'texts'> {
  readonly texts: Texts;
}
const noText: TemplateText = { name: '', title: '', question: '', urgencyReason: '' };

const formOf = (template: Template | null): Form => ({
  field: template?.field ?? 'event-security',
  purpose: template?.purpose ?? 'event-protection',
  urgency: template?.urgency ?? 'ordinary',
  answerLanguages: template?.answerLanguages ?? [...languages],
  subjects: template?.subjects ?? [],
  texts: {
    ar: template?.texts.ar ?? noText,
    fr: template?.texts.fr ?? noText,
    en: template?.texts.en ?? noText,
  },
});

const isWhole = ({ name, title, question }: TemplateText): boolean =>
  [name, title, question].every(isVisible);

const draftOf = ({ texts, ...rest }: Form): TemplateDraft | null => {
  const written = languages.filter((language) => isWhole(texts[language]));
  if (written.length === 0) return null;
  return { ...rest, texts: Object.fromEntries(written.map((language) => [language, texts[language]])) };
};

const Coded = ({ form, onChange }: { form: Form; onChange: (change: Partial<Form>) => void }) => {
  const say = useWords(templateWords);
  const urgency = useWords(urgencyWords);
  const pick = usePick();
  return (
    <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
      <NativeSelect
        label={say('field')}
        value={form.field}
        data={fields.map((value) => ({ value, label: pick(terms.fields[value]) }))}
        onChange={(event) =>
          onChange({ field: fields.find((one) => one === event.currentTarget.value) ?? form.field })
        }
      />
      <NativeSelect
        label={say('purpose')}
        value={form.purpose}
        data={purposes.map((value) => ({ value, label: pick(terms.purposes[value]) }))}
        onChange={(event) =>
          onChange({ purpose: purposes.find((one) => one === event.currentTarget.value) ?? form.purpose })
        }
      />
      <NativeSelect
        label={say('urgency')}
        value={form.urgency}
        data={urgencies.map((value) => ({ value, label: urgency(value) }))}
        onChange={(event) =>
          onChange({ urgency: urgencies.find((one) => one === event.currentTarget.value) ?? form.urgency })
        }
      />
    </SimpleGrid>
  );
};

interface WrittenNeeds {
  readonly language: Language;
  readonly text: TemplateText;
  readonly urgent: boolean;
  readonly onChange: (text: TemplateText) => void;
}

const Written = ({ language, text, urgent, onChange }: WrittenNeeds) => {
  const say = useWords(templateWords);
  const written = { lang: language, dir: directionOf(language) };
  const line = (name: 'name' | 'title' | 'urgencyReason', label: string, maxLength: number) => (
    <TextInput
      {...written}
      label={label}
      maxLength={maxLength}
      value={text[name]}
      onChange={(event) => onChange({ ...text, [name]: event.currentTarget.value })}
    />
  );
  return (
    <Fieldset legend={languageNames[language]}>
      <Stack gap="sm">
        {line('name', say('name'), 300)}
        {line('title', say('heading'), 300)}
        <Textarea
          {...written}
          label={say('question')}
          rows={5}
          resize="vertical"
          maxLength={templateLimits.question}
          value={text.question}
          onChange={(event) => onChange({ ...text, question: event.currentTarget.value })}
        />
        {urgent && line('urgencyReason', say('reason'), 1_000)}
      </Stack>
    </Fieldset>
  );
};

interface Needs {
  /** What it begins from. */
  readonly from: Template | null;
  /** True to change that one, false to write another. */
  readonly change: boolean;
  readonly onDone: () => void;
}

export const TemplateForm = ({ from, change, onDone }: Needs) => {
  const say = useWords(templateWords);
  const kit = useWords(kitWords);
  const show = useToasts();
  const write = useWriteTemplate();
  const [form, setForm] = useState(() => formOf(from));
  const draft = draftOf(form);
  const keep = (): void => {
    if (draft === null) return;
    const onSuccess = (): void => {
      show({ text: say('saved') });
      onDone();
    };
    write.mutate({ seen: change ? from : null, draft }, { onSuccess });
  };
  return (
    <Paper withBorder p="md">
      <Stack>
        <Coded form={form} onChange={(part) => setForm((before) => ({ ...before, ...part }))} />
        {languages.map((language) => (
          <Written
            key={language}
            language={language}
            text={form.texts[language]}
            urgent={form.urgency.startsWith('urgent')}
            onChange={(text) =>
              setForm((before) => ({ ...before, texts: { ...before.texts, [language]: text } }))
            }
          />
        ))}
        {draft === null && <Text size="sm">{say('empty')}</Text>}
        {write.isError && <ErrorNotice error={write.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {kit('cancel')}
          </Button>
          <Button disabled={draft === null} loading={write.isPending} onClick={keep}>
            {say('save')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
};
