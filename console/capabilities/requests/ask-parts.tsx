/** The parts of the form of a request that an item's form has not. */
import {
  Checkbox,
  Fieldset,
  Group,
  NativeSelect,
  Radio,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { type Ask, urgencies } from '../../../server/capabilities/requests/contract.ts';
import { type Language, languages } from '../../../server/kernel/faults.ts';
import { directionOf, useWords } from '../../kit/language.tsx';
import { languageNames } from '../../kit/language-switch.tsx';
import { useAgreements } from '../agreements/queries.ts';
import { composeWords } from '../exchange/compose-words.ts';
import type { Draft, DraftError } from '../exchange/draft.ts';
import { GradeChoice } from '../exchange/marking-editor.tsx';
import { urgencyWords } from '../exchange/urgency-words.ts';
import { type AskForm, type askErrors, hourNames, isUrgent, usualHours } from './ask.ts';
import { askWords } from './ask-words.ts';
import { useSpan } from './due.tsx';

export interface PartNeeds {
  readonly form: AskForm;
  readonly errors: readonly (DraftError | ReturnType<typeof askErrors>[number])[];
  readonly onDraft: (change: Partial<Draft>) => void;
  readonly onAsk: (change: Partial<Ask>) => void;
}

const LanguageChoice = ({ value, onChange }: { value: Language; onChange: (value: Language) => void }) => {
  const say = useWords(askWords);
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

export const WhatPart = ({ form: { draft }, errors, onDraft }: PartNeeds) => {
  const say = useWords(askWords);
  const compose = useWords(composeWords);
  const written = { lang: draft.language, dir: directionOf(draft.language) };
  return (
    <Fieldset legend={say('what')}>
      <Stack>
        <LanguageChoice value={draft.language} onChange={(language) => onDraft({ language })} />
        <TextInput
          {...written}
          label={say('heading')}
          description={say('headingTeach')}
          required
          maxLength={300}
          error={errors.includes('title') ? compose('error-title') : null}
          value={draft.title}
          onChange={(event) => onDraft({ title: event.currentTarget.value })}
        />
        <Textarea
          {...written}
          label={say('question')}
          description={say('questionTeach')}
          required
          rows={5}
          resize="vertical"
          error={errors.includes('question') ? say('error-question') : null}
          value={draft.summary}
          onChange={(event) => onDraft({ summary: event.currentTarget.value })}
        />
      </Stack>
    </Fieldset>
  );
};

const hourMs = 3_600_000;

export const UrgencyPart = ({ form: { draft, ask }, errors, onAsk }: PartNeeds) => {
  const say = useWords(askWords);
  const urgency = useWords(urgencyWords);
  const span = useSpan();
  const agreement = useAgreements().data?.find(({ id }) => id === draft.agreement);
  const hours = agreement?.deadlines ?? usualHours;
  const within = (entry: Ask['urgency']): string =>
    say('within', { time: span(hours[hourNames[entry]] * hourMs) });
  return (
    <Fieldset legend={say('urgency')}>
      <Stack>
        <Radio.Group
          aria-label={say('urgency')}
          value={ask.urgency}
          onChange={(value) => {
            const chosen = urgencies.find((entry) => entry === value);
            if (chosen) onAsk({ urgency: chosen });
          }}
        >
          <Stack gap="xs">
            {urgencies.map((entry) => (
              <Radio
                key={entry}
                value={entry}
                label={`${urgency(entry)} · ${within(entry)}`}
                description={say(`teach-${entry}`)}
              />
            ))}
          </Stack>
        </Radio.Group>
        {isUrgent(ask.urgency) && (
          <TextInput
            label={say('urgencyReason')}
            required
            dir="auto"
            maxLength={1_000}
            error={errors.includes('urgencyReason') ? say('error-urgencyReason') : null}
            value={ask.urgencyReason}
            onChange={(event) => onAsk({ urgencyReason: event.currentTarget.value })}
          />
        )}
      </Stack>
    </Fieldset>
  );
};

export const KnownPart = ({ form: { draft, ask }, onAsk }: PartNeeds) => {
  const say = useWords(askWords);
  const { knownGrading } = ask;
  return (
    <Fieldset legend={say('known')}>
      <Stack>
        <Textarea
          aria-label={say('known')}
          description={say('knownTeach')}
          rows={4}
          resize="vertical"
          lang={draft.language}
          dir={directionOf(draft.language)}
          value={ask.known}
          onChange={(event) => onAsk({ known: event.currentTarget.value })}
        />
        {ask.known.trim() !== '' && (
          <div>
            <Text size="sm" mb={6}>
              {say('knownGrade')}
            </Text>
            <GradeChoice
              marking={knownGrading === null ? {} : { grading: knownGrading }}
              onChange={({ grading }) =>
                onAsk({ knownGrading: grading === undefined ? null : { ...grading } })
              }
            />
          </div>
        )}
      </Stack>
    </Fieldset>
  );
};

export const LanguagesPart = ({ form: { ask }, onAsk }: PartNeeds) => {
  const say = useWords(askWords);
  return (
    <Checkbox.Group
      label={say('answerLanguages')}
      value={[...ask.answerLanguages]}
      onChange={(values) => {
        // In the order in which they were ticked: the first is the preferred one.
        const known = values.flatMap((value) => languages.find((entry) => entry === value) ?? []);
        if (known.length > 0) onAsk({ answerLanguages: known });
      }}
    >
      <Group mt={6}>
        {languages.map((entry) => (
          <Checkbox key={entry} value={entry} label={languageNames[entry]} />
        ))}
      </Group>
    </Checkbox.Group>
  );
};
