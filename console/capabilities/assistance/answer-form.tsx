/** The next step of either side, as it is written. */
import {
  Button,
  Group,
  NativeSelect,
  NumberInput,
  SegmentedControl,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useState } from 'react';
import {
  type Ask,
  arms,
  assistanceLimits,
  declineGrounds,
  requirementLimits,
  type Side,
  type Step,
  type StepKind,
  type Thread,
} from '../../../server/capabilities/assistance/contract.ts';
import { ErrorNotice } from '../../kit/error-notice.tsx';
import { useReading, useWords } from '../../kit/language.tsx';
import { LanguagePicker } from '../../kit/language-picker.tsx';
import { usePreferences } from '../../kit/preferences.ts';
import { useToasts } from '../../kit/toasts.tsx';
import { type AnswerForm, answerForm, namesLines, needsWords, type OfferForm, stepOf } from './answer.ts';
import { answerWords } from './answer-words.ts';
import { askWords } from './ask-words.ts';
import styles from './assistance.module.css';
import { CostFields } from './cost-fields.tsx';
import { useNumber, useSpecialty } from './parts.tsx';
import { useSay, useStepVerb } from './queries.ts';

interface LineNeeds {
  readonly ask: Ask;
  readonly line: OfferForm;
  readonly isAcceptance: boolean;
  readonly onChange: (change: Partial<OfferForm>) => void;
}

const Details = ({ line, onChange }: LineNeeds) => {
  const say = useWords(answerWords);
  const ask = useWords(askWords);
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 5 }} spacing="sm">
      <TextInput
        type="date"
        label={say('fromDay')}
        value={line.from}
        onChange={(event) => onChange({ from: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={say('toDay')}
        value={line.to}
        onChange={(event) => onChange({ to: event.currentTarget.value })}
      />
      <LanguagePicker
        label={say('languages')}
        most={requirementLimits.languages}
        value={line.languages}
        onChange={(languages) => onChange({ languages })}
      />
      <NativeSelect
        label={say('arms')}
        value={line.arms}
        data={arms.map((value) => ({ value, label: ask(`arms-${value}`) }))}
        onChange={({ currentTarget }) => {
          const chosen = arms.find((one) => one === currentTarget.value);
          if (chosen) onChange({ arms: chosen });
        }}
      />
      <TextInput
        label={say('lineConditions')}
        dir="auto"
        maxLength={assistanceLimits.shortText}
        value={line.conditions}
        onChange={(event) => onChange({ conditions: event.currentTarget.value })}
      />
    </SimpleGrid>
  );
};

const LineFields = (needs: LineNeeds) => {
  const say = useWords(answerWords);
  const number = useNumber();
  const specialty = useSpecialty();
  const { ask, line, isAcceptance, onChange } = needs;
  const asked = ask.versions
    .filter(({ state }) => state === 'issued')
    .at(-1)
    ?.content.lines.find(({ id }) => id === line.line);
  if (asked === undefined) return null;
  return (
    <li>
      <Stack gap="xs">
        <Group gap="sm" align="flex-end">
          <NumberInput
            label={specialty(asked.requirement.specialty)}
            min={0}
            max={line.most ?? 2_000}
            clampBehavior="strict"
            allowDecimal={false}
            w="12rem"
            value={line.quantity}
            onChange={(value) => onChange({ quantity: typeof value === 'number' ? value : 0 })}
          />
          <Text size="sm" c="dimmed" pb={8}>
            {line.most === null
              ? say('asked', { number: number(asked.quantity) })
              : say('ofOffered', { number: number(line.most) })}
          </Text>
        </Group>
        {!isAcceptance && line.quantity > 0 && <Details {...needs} />}
      </Stack>
    </li>
  );
};

const Words = ({ form, onChange }: { form: AnswerForm; onChange: (change: Partial<AnswerForm>) => void }) => {
  const say = useWords(answerWords);
  const { kind } = form;
  const label =
    kind === 'counter'
      ? say('wordsRequired')
      : kind === 'more'
        ? say('what')
        : kind === 'reject' || kind === 'withdraw'
          ? say('whyNot')
          : say('words');
  return (
    <>
      {kind === 'decline' && (
        <NativeSelect
          label={say('ground')}
          value={form.ground}
          data={declineGrounds.map((value) => ({ value, label: say(`ground-${value}`) }))}
          onChange={({ currentTarget }) => {
            const ground = declineGrounds.find((one) => one === currentTarget.value);
            if (ground) onChange({ ground });
          }}
        />
      )}
      <Textarea
        label={label}
        required={needsWords(kind)}
        dir="auto"
        rows={2}
        maxLength={assistanceLimits.text}
        value={form.text}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
      />
    </>
  );
};

interface Needs {
  readonly ask: Ask;
  readonly thread: Thread;
  readonly side: Side;
  readonly kinds: readonly StepKind[];
  /** What was written before and has not gone out. */
  readonly before: Step | null;
  readonly onDone: () => void;
}

/** Kinds that both sides name alike are said as what this side does. */
const doing = (kind: StepKind, side: Side): `do-${Exclude<StepKind, 'read'> | 'cancel'}` => {
  if (kind === 'read') return 'do-offer';
  return kind === 'withdraw' && side === 'host' ? 'do-cancel' : `do-${kind}`;
};

interface PartNeeds {
  readonly form: AnswerForm;
  readonly onChange: (change: Partial<AnswerForm>) => void;
}

const Offered = ({ ask, form, onChange }: PartNeeds & Pick<Needs, 'ask'>) => {
  const say = useWords(answerWords);
  return (
    <>
      {namesLines(form.kind) && (
        <ul className={styles.list}>
          {form.lines.map((line) => (
            <LineFields
              key={line.line}
              ask={ask}
              line={line}
              isAcceptance={form.kind === 'accept'}
              onChange={(change) =>
                onChange({
                  lines: form.lines.map((one) => (one.line === line.line ? { ...one, ...change } : one)),
                })
              }
            />
          ))}
        </ul>
      )}
      {(form.kind === 'offer' || form.kind === 'counter') && (
        <>
          <TextInput
            type="date"
            w="16rem"
            maw="100%"
            label={say('validUntil')}
            value={form.validUntil}
            onChange={(event) => onChange({ validUntil: event.currentTarget.value })}
          />
          <CostFields costs={form.costs} onChange={(costs) => onChange({ costs })} />
          <Textarea
            label={say('conditions')}
            dir="auto"
            rows={2}
            maxLength={assistanceLimits.text}
            value={form.conditions}
            onChange={(event) => onChange({ conditions: event.currentTarget.value })}
          />
        </>
      )}
    </>
  );
};

const Kinds = ({ kinds, side, form, onChange }: PartNeeds & Pick<Needs, 'kinds' | 'side'>) => {
  const say = useWords(answerWords);
  if (kinds.length < 2) return null;
  return (
    <SegmentedControl
      aria-label={say('kindChoice')}
      className={styles.views}
      value={form.kind}
      data={kinds.map((kind) => ({ value: kind, label: say(doing(kind, side)) }))}
      onChange={(value) => {
        const kind = kinds.find((one) => one === value);
        if (kind) onChange({ kind });
      }}
    />
  );
};

export const AnswerFormView = ({ ask, thread, side, kinds, before, onDone }: Needs) => {
  const say = useWords(answerWords);
  const show = useToasts();
  const { language } = useReading();
  const { timeZone: zone } = usePreferences();
  const [first = 'more'] = kinds;
  const [form, setForm] = useState(() =>
    answerForm(ask, thread, {
      side,
      zone,
      kind: before?.content.kind ?? first,
      before: before?.content ?? null,
    }),
  );
  const write = useSay(ask.id);
  const undo = useStepVerb();
  const onChange = (change: Partial<AnswerForm>): void => setForm((now) => ({ ...now, ...change }));
  const content = stepOf(form, { zone, language, offer: thread.offer });
  const send = (): void => {
    if (content === null) return;
    write.mutate(
      { step: before?.id ?? null, party: thread.party, content },
      {
        onSuccess: ({ id }) => {
          show({ text: say('sent'), undo: () => undo.mutate({ step: id, verb: 'take-back' }) });
          onDone();
        },
      },
    );
  };
  return (
    <Stack gap="sm">
      <Kinds kinds={kinds} side={side} form={form} onChange={onChange} />
      <Offered ask={ask} form={form} onChange={onChange} />
      <Words form={form} onChange={onChange} />
      {write.error ? <ErrorNotice error={write.error} /> : null}
      <Group>
        <Button loading={write.isPending} disabled={content === null} onClick={send}>
          {say('send')}
        </Button>
      </Group>
    </Stack>
  );
};
