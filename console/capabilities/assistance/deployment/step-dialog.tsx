/** What is said with a step, in one dialog: the words, the days, and whom it tells. */
import {
  Button,
  Checkbox,
  Group,
  Modal,
  NativeSelect,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { type FormEvent, useState } from 'react';
import {
  type StepKind,
  type UnitView,
  vettingGrounds,
} from '../../../../server/capabilities/assistance/deployment/contract.ts';
import type { StepDraft } from '../../../../server/capabilities/assistance/deployment/draft-contract.ts';
import { dayMs, dayOf, later } from '../../../../server/kernel/time.ts';
import { ErrorNotice } from '../../../kit/error-notice.tsx';
import { useWords } from '../../../kit/language.tsx';
import { useToasts } from '../../../kit/toasts.tsx';
import { kitWords } from '../../../kit/words.ts';
import { useLanguageNames } from './parts.tsx';
import { useStep, useTask } from './queries.ts';
import { actWords, groundWords, screenWords, stepDialogWords } from './unit-catalogues.ts';

interface Said {
  readonly text: string;
  readonly ground: string;
  readonly until: string;
  readonly from: string;
  readonly language: string;
  readonly armed: boolean;
}

/** As a field of day and time takes it, and back: by the clock of this device. */
const toLocal = (at: string): string => {
  const date = new Date(at);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
};
const fromLocal = (text: string): string => (text === '' ? '' : new Date(text).toISOString());
const endOfDay = (day: string): string => `${day}T23:59:59.000Z`;

const hour = 3_600_000;
const shiftHours = 8;

const startOf = (unit: UnitView, kind: StepKind): Said => {
  const now = new Date().toISOString();
  const last = dayOf(unit.available.until);
  const proposed = unit.proposal === null ? null : dayOf(unit.proposal.until);
  const until =
    kind === 'propose-extension' ? dayOf(later(unit.available.until, 7 * dayMs)) : (proposed ?? last);
  return {
    text: '',
    ground: '',
    from: toLocal(now),
    until: kind === 'task' ? toLocal(later(now, shiftHours * hour)) : until,
    language: unit.briefing?.language ?? '',
    armed: (unit.profile?.arms.length ?? 0) > 0,
  };
};

/** The step as the node takes it; null while something is missing. */
const draftOf = (unit: UnitView, kind: StepKind, said: Said): StepDraft | null => {
  const text = said.text.trim();
  switch (kind) {
    case 'vet':
      return { kind, ground: vettingGrounds.find((one) => one === said.ground) ?? null };
    case 'accredit': {
      const zones = text.split('\n').flatMap((zone) => zone.trim() || []);
      return said.until === '' ? null : { kind, until: said.until, zones, armed: said.armed };
    }
    case 'arrive':
      return { kind, lodging: text };
    case 'brief':
      return said.language === '' ? null : { kind, language: said.language };
    case 'propose-extension':
      return said.until === '' ? null : { kind, until: endOfDay(said.until) };
    case 'agree-extension':
      return unit.proposal === null ? null : { kind, until: unit.proposal.until };
    case 'release':
      return { kind };
    case 'debrief':
      return text === '' ? null : { kind, text };
    case 'withdraw':
    case 'revoke-badge':
      return text === '' ? null : { kind, reason: text };
    default:
      return null;
  }
};

interface PartNeeds {
  readonly unit: UnitView;
  readonly said: Said;
  readonly onChange: (change: Partial<Said>) => void;
}

const VetPart = ({ said, onChange }: PartNeeds) => {
  const say = useWords(stepDialogWords);
  const ground = useWords(groundWords);
  return (
    <NativeSelect
      data-autofocus
      label={say('outcome')}
      value={said.ground}
      data={[
        { value: '', label: say('cleared') },
        ...vettingGrounds.map((value) => ({ value, label: ground(value) })),
      ]}
      onChange={(event) => onChange({ ground: event.currentTarget.value })}
    />
  );
};

const DayPart = ({ said, onChange }: PartNeeds) => {
  const say = useWords(stepDialogWords);
  return (
    <TextInput
      type="date"
      required
      label={say('until')}
      value={said.until}
      onChange={(event) => onChange({ until: event.currentTarget.value })}
    />
  );
};

const WordsPart = ({ said, onChange, label, required }: PartNeeds & { label: string; required: boolean }) => (
  <Textarea
    data-autofocus
    required={required}
    label={label}
    rows={3}
    dir="auto"
    value={said.text}
    onChange={(event) => onChange({ text: event.currentTarget.value })}
  />
);

const AccreditPart = (needs: PartNeeds) => {
  const say = useWords(stepDialogWords);
  return (
    <>
      <DayPart {...needs} />
      <WordsPart {...needs} label={say('zones')} required={false} />
      <Checkbox
        label={say('armed')}
        checked={needs.said.armed}
        onChange={(event) => needs.onChange({ armed: event.currentTarget.checked })}
      />
    </>
  );
};

const TaskPart = (needs: PartNeeds) => {
  const say = useWords(stepDialogWords);
  const { said, onChange } = needs;
  return (
    <>
      <TextInput
        data-autofocus
        required
        label={say('task')}
        placeholder={say('taskHint')}
        dir="auto"
        value={said.text}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
      />
      {(['from', 'until'] as const).map((name) => (
        <TextInput
          key={name}
          type="datetime-local"
          required
          label={say(name)}
          value={said[name]}
          onChange={(event) => onChange({ [name]: event.currentTarget.value })}
        />
      ))}
    </>
  );
};

const BriefPart = ({ unit, said, onChange }: PartNeeds) => {
  const say = useWords(stepDialogWords);
  const languages = useLanguageNames();
  return (
    <NativeSelect
      data-autofocus
      label={say('language')}
      value={said.language}
      data={(unit.profile?.languages ?? []).map((value) => ({ value, label: languages([value]) }))}
      onChange={(event) => onChange({ language: event.currentTarget.value })}
    />
  );
};

const Part = ({ kind, ...needs }: PartNeeds & { kind: StepKind }) => {
  const say = useWords(stepDialogWords);
  switch (kind) {
    case 'vet':
      return <VetPart {...needs} />;
    case 'accredit':
      return <AccreditPart {...needs} />;
    case 'arrive':
      return <WordsPart {...needs} label={say('lodging')} required={false} />;
    case 'brief':
      return <BriefPart {...needs} />;
    case 'task':
      return <TaskPart {...needs} />;
    case 'propose-extension':
      return <DayPart {...needs} />;
    case 'debrief':
      return <WordsPart {...needs} label={say('debrief')} required />;
    case 'withdraw':
    case 'revoke-badge':
      return <WordsPart {...needs} label={say('reason')} required />;
    case 'release':
      return <Text>{say('release')}</Text>;
    default:
      return null;
  }
};

export const StepDialog = ({
  unit,
  kind,
  onClose,
}: {
  unit: UnitView;
  kind: StepKind;
  onClose: () => void;
}) => {
  const say = useWords(stepDialogWords);
  const act = useWords(actWords);
  const kit = useWords(kitWords);
  const screen = useWords(screenWords);
  const show = useToasts();
  const [said, setSaid] = useState(() => startOf(unit, kind));
  const step = useStep(unit.id);
  const task = useTask(unit.id);
  const draft = draftOf(unit, kind, said);
  const isTask = kind === 'task';
  const isWhole = isTask ? said.text.trim() !== '' && said.from !== '' && said.until !== '' : draft !== null;
  const onSuccess = (): void => {
    show({ text: screen('done') });
    onClose();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const period = { from: fromLocal(said.from), until: fromLocal(said.until) };
    if (isTask) task.mutate({ text: said.text.trim(), period }, { onSuccess });
    else if (draft !== null) step.mutate(draft, { onSuccess });
  };
  const error = isTask ? task.error : step.error;
  return (
    <Modal
      opened
      onClose={onClose}
      title={act(kind)}
      closeButtonProps={{ 'aria-label': kit('close') }}
      centered
    >
      <form onSubmit={submit}>
        <Stack>
          <Part
            kind={kind}
            unit={unit}
            said={said}
            onChange={(change) => setSaid((before) => ({ ...before, ...change }))}
          />
          <Text size="sm" c="dimmed">
            {say(unit.kind === 'own' ? 'here' : 'leaves')}
          </Text>
          {error && <ErrorNotice error={error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {kit('cancel')}
            </Button>
            <Button type="submit" loading={step.isPending || task.isPending} disabled={!isWhole}>
              {act(kind)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
};
