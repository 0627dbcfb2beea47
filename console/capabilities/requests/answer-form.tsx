/** Writes an answer: a draft on the node, that leaves when the contact point lets it go. */
import { Fieldset, Group, NativeSelect, Radio, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Item, ItemDraft } from '../../../server/capabilities/requests/contract.ts';
import { type Ask, type Outcome, outcomes } from '../../../server/capabilities/requests/contract.ts';
import { languages } from '../../../server/kernel/faults.ts';
import type { Grading } from '../../../server/kernel/marking.ts';
import { ErrorNotice } from '../../kit/error-notice.tsx';
import { directionOf, useReading, useWords } from '../../kit/language.tsx';
import { languageNames } from '../../kit/language-switch.tsx';
import { Loaded } from '../../kit/query.tsx';
import { useToasts } from '../../kit/toasts.tsx';
import { SaveButtons } from '../exchange/draft-saving.tsx';
import { GradeChoice } from '../exchange/marking-editor.tsx';
import { useItemVerb } from '../exchange/queries.ts';
import { useAnswerForm } from '../exchange/threads/queries.ts';
import { useWriteAnswer } from './queries.ts';
import { pageWords } from './request-words.ts';
import { useKept, useScratch } from './scratch.ts';

interface Written {
  readonly title: string;
  readonly text: string;
  readonly language: ItemDraft['language'];
  readonly outcome: Outcome;
  readonly grading: Grading | undefined;
}

const titleLength = 300;
/** In the language of the answer, whatever that of the screen. */
const titleOf = (item: Item, language: Written['language']): string =>
  [...pageWords.answerTo[language].replace('{title}', item.title)].slice(0, titleLength).join('');

const isWritten = (value: unknown): value is Written =>
  typeof value === 'object' && value !== null && 'text' in value && 'outcome' in value;

interface Needs {
  readonly item: Item;
  readonly ask: Ask;
}

const useSending = (item: Item, done: () => void) => {
  const say = useWords(pageWords);
  const show = useToasts();
  const form = useAnswerForm(item.id).data;
  const write = useWriteAnswer(item.id);
  const propose = useItemVerb('propose');
  const send = async (written: Written, toPropose: boolean): Promise<void> => {
    if (form === undefined) return;
    const { grading } = written;
    const draft: ItemDraft = {
      title: written.title.trim(),
      summary: written.text.trim(),
      language: written.language,
      marking: { ...form.marking, ...(grading === undefined ? {} : { grading: { ...grading } }) },
      agreement: form.agreement,
      circle: null,
      recipients: [item.originator],
      objects: [],
      withheld: [],
    };
    try {
      const saved = await write.mutateAsync({ item: draft, outcome: written.outcome });
      if (toPropose) await propose.mutateAsync(saved);
      show({ text: say(toPropose ? 'submitted' : 'kept') });
      done();
    } catch {
      // The mutations keep the fault; it is shown above the buttons.
    }
  };
  return { send, busy: write.isPending || propose.isPending, error: write.error ?? propose.error };
};

interface PartNeeds {
  readonly written: Written;
  readonly onChange: (change: Partial<Written>) => void;
}

const Words = ({ written, onChange }: PartNeeds) => {
  const say = useWords(pageWords);
  const spoken = { lang: written.language, dir: directionOf(written.language) };
  return (
    <>
      <NativeSelect
        label={say('language')}
        maw="14rem"
        value={written.language}
        data={languages.map((entry) => ({ value: entry, label: languageNames[entry] }))}
        onChange={(event) => {
          const language = languages.find((entry) => entry === event.currentTarget.value);
          if (language) onChange({ language });
        }}
      />
      <TextInput
        {...spoken}
        label={say('answerTitle')}
        required
        maxLength={300}
        value={written.title}
        onChange={(event) => onChange({ title: event.currentTarget.value })}
      />
      <Textarea
        {...spoken}
        label={say('answerText')}
        required
        rows={6}
        resize="vertical"
        maxLength={100_000}
        value={written.text}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
      />
    </>
  );
};

const OutcomeChoice = ({ written, onChange }: PartNeeds) => {
  const say = useWords(pageWords);
  return (
    <Radio.Group
      label={say('outcome')}
      value={written.outcome}
      onChange={(value) => {
        const outcome = outcomes.find((entry) => entry === value);
        if (outcome) onChange({ outcome });
      }}
    >
      <Group mt={6}>
        {outcomes.toReversed().map((outcome) => (
          <Radio key={outcome} value={outcome} label={say(outcome)} />
        ))}
      </Group>
    </Radio.Group>
  );
};

/** The language that the officer works in, where the other side takes it; else the one that it prefers. */
const usePreferred = (item: Item, ask: Ask): Written['language'] => {
  const { language } = useReading();
  const taken = ask.answerLanguages.find((entry) => entry === language);
  return taken ?? ask.answerLanguages[0] ?? item.language;
};

const Form = ({ item, ask, kept }: Needs & { kept: Written | null }) => {
  const say = useWords(pageWords);
  const preferred = usePreferred(item, ask);
  const blank = (): Written => ({
    title: titleOf(item, preferred),
    text: '',
    language: preferred,
    outcome: 'answered',
    grading: undefined,
  });
  const [written, setWritten] = useState(() => kept ?? blank());
  const change = (part: Partial<Written>): void =>
    setWritten((before) => {
      const isProposed = before.title === titleOf(item, before.language);
      const title = part.language && isProposed ? titleOf(item, part.language) : before.title;
      return { ...before, title, ...part };
    });
  const scratch = useScratch(item.id, written);
  const { send, busy, error } = useSending(item, () => {
    void scratch.forget();
    setWritten(blank());
  });
  const disabled = written.title.trim() === '' || written.text.trim() === '';
  return (
    <Fieldset legend={say('write')}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {say('answerTeach')}
        </Text>
        <Words written={written} onChange={change} />
        <Fieldset legend={say('answerGrade')} variant="unstyled">
          <GradeChoice
            marking={written.grading === undefined ? {} : { grading: written.grading }}
            onChange={({ grading }) => change({ grading })}
          />
        </Fieldset>
        <OutcomeChoice written={written} onChange={change} />
        {error !== null && <ErrorNotice error={error} />}
        <Group justify="flex-end">
          <SaveButtons
            labels={{ save: say('keep'), propose: say('propose') }}
            disabled={disabled}
            busy={busy}
            onSave={(toPropose) => void send(written, toPropose)}
          />
        </Group>
      </Stack>
    </Fieldset>
  );
};

/** Begins with what was being written when the browser closed. */
export const AnswerForm = ({ item, ask }: Needs) => {
  const kept = useKept(item.id, isWritten);
  return <Loaded query={kept}>{({ content }) => <Form item={item} ask={ask} kept={content} />}</Loaded>;
};
