/** What is said with a step, in one dialog: why it matters, the words, and that they leave at once. */
import { Button, Checkbox, Group, Modal, NativeSelect, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import {
  type FollowUp,
  followUps,
  type RefusalGround,
  refusalGrounds,
  type StepDraft,
  type StepKind,
} from '../../../server/capabilities/requests/contract.ts';
import { ErrorNotice } from '../../kit/error-notice.tsx';
import { useWords } from '../../kit/language.tsx';
import { useToasts } from '../../kit/toasts.tsx';
import { kitWords } from '../../kit/words.ts';
import { type StrandName, useStep } from './queries.ts';
import { saidWords, stepWords } from './step-words.ts';
import { followUpWords, groundWords } from './words.ts';

/** The steps that an officer takes. */
export type OwnStep = StepDraft['kind'];
const ownSteps: readonly OwnStep[] = [
  'accepted',
  'clarification-asked',
  'refused',
  'no-record',
  'clarified',
  'feedback',
  'closed',
  'withdrawn',
];
export const isOwnStep = (kind: StepKind): kind is OwnStep => ownSteps.some((one) => one === kind);

interface Said {
  readonly text: string;
  readonly ground: RefusalGround | null;
  readonly usefulness: number;
  readonly followUps: readonly FollowUp[];
}

const blank: Said = { text: '', ground: null, usefulness: 3, followUps: [] };
const needsText: readonly OwnStep[] = ['clarification-asked', 'clarified'];

/** The step as the node takes it; null while something is missing. */
const draftOf = (kind: OwnStep, said: Said): StepDraft | null => {
  const text = said.text.trim();
  switch (kind) {
    case 'refused':
      return said.ground === null ? null : { kind, ground: said.ground, text };
    case 'feedback':
      return said.followUps.length === 0
        ? null
        : { kind, usefulness: said.usefulness, followUps: [...said.followUps], text };
    default:
      return needsText.includes(kind) && text === '' ? null : { kind, text };
  }
};

interface PartNeeds {
  readonly said: Said;
  readonly onChange: (change: Partial<Said>) => void;
}

const GroundPart = ({ said, onChange }: PartNeeds) => {
  const say = useWords(stepWords);
  const ground = useWords(groundWords);
  return (
    <NativeSelect
      data-autofocus
      required
      label={say('ground')}
      value={said.ground ?? ''}
      data={[
        { value: '', label: say('chooseGround') },
        ...refusalGrounds.map((value) => ({ value, label: ground(value) })),
      ]}
      onChange={(event) =>
        onChange({ ground: refusalGrounds.find((value) => value === event.currentTarget.value) ?? null })
      }
    />
  );
};

const marks = ['1', '2', '3', '4', '5'] as const;

const FeedbackPart = ({ said, onChange }: PartNeeds) => {
  const say = useWords(stepWords);
  const followUp = useWords(followUpWords);
  return (
    <>
      <Radio.Group
        label={say('usefulness')}
        description={say('usefulnessTeach')}
        value={String(said.usefulness)}
        onChange={(value) => onChange({ usefulness: Number(value) })}
      >
        <Group mt={6}>
          {marks.map((mark) => (
            <Radio key={mark} value={mark} label={mark} />
          ))}
        </Group>
      </Radio.Group>
      <Checkbox.Group
        label={say('followUps')}
        required
        value={[...said.followUps]}
        onChange={(values) => onChange({ followUps: followUps.filter((value) => values.includes(value)) })}
      >
        <Group mt={6}>
          {followUps.map((value) => (
            <Checkbox key={value} value={value} label={followUp(value)} />
          ))}
        </Group>
      </Checkbox.Group>
    </>
  );
};

const TextPart = ({ kind, said, onChange }: PartNeeds & { kind: OwnStep }) => {
  const say = useWords(stepWords);
  return (
    <Textarea
      data-autofocus={kind === 'refused' || kind === 'feedback' ? undefined : true}
      label={say('text')}
      description={said.text === '' ? undefined : say('leaves')}
      required={needsText.includes(kind)}
      rows={4}
      dir="auto"
      maxLength={10_000}
      value={said.text}
      onChange={(event) => onChange({ text: event.currentTarget.value })}
    />
  );
};

interface Needs {
  readonly strand: StrandName;
  readonly kind: OwnStep;
  readonly onClose: () => void;
}

const Form = ({ strand, kind, onClose }: Needs) => {
  const say = useWords(stepWords);
  const kit = useWords(kitWords);
  const done = useWords(saidWords);
  const show = useToasts();
  const step = useStep();
  const [said, setSaid] = useState(blank);
  const change = (part: Partial<Said>): void => setSaid((before) => ({ ...before, ...part }));
  const draft = draftOf(kind, said);
  const send = (): void => {
    if (draft === null) return;
    const onSuccess = (): void => {
      show({ text: done(kind) });
      onClose();
    };
    step.mutate({ strand, draft }, { onSuccess });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Stack>
        <Text size="sm">{say(`why-${kind}`)}</Text>
        {kind === 'refused' && <GroundPart said={said} onChange={change} />}
        {kind === 'feedback' && <FeedbackPart said={said} onChange={change} />}
        <TextPart kind={kind} said={said} onChange={change} />
        {step.isError && <ErrorNotice error={step.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {kit('cancel')}
          </Button>
          <Button
            type="submit"
            disabled={draft === null}
            loading={step.isPending}
            color={kind === 'refused' || kind === 'withdrawn' ? 'red.9' : undefined}
          >
            {say(kind)}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};

/** Open while `kind` is named. */
export const StepDialog = ({ strand, kind, onClose }: Omit<Needs, 'kind'> & { kind: OwnStep | null }) => {
  const say = useWords(stepWords);
  const kit = useWords(kitWords);
  return (
    <Modal
      opened={kind !== null}
      onClose={onClose}
      title={kind === null ? '' : say(kind)}
      closeButtonProps={{ 'aria-label': kit('close') }}
      centered
    >
      {kind !== null && <Form key={`${strand.item}${kind}`} strand={strand} kind={kind} onClose={onClose} />}
    </Modal>
  );
};
