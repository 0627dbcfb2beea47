/** What is filled in for each step. */

import { Checkbox, NativeSelect, Text, Textarea, TextInput } from '@mantine/core';
import {
  type StepKind,
  type UnitView,
  vettingGrounds,
} from '../../../../server/capabilities/assistance/deployment/contract.ts';
import { useWords } from '../../../kit/language.tsx';
import { useLanguageNames } from '../parts.tsx';

import { groundWords, stepDialogWords } from './unit-catalogues.ts';

/** What was filled in so far. */
export interface Said {
  readonly text: string;
  readonly ground: string;
  readonly until: string;
  readonly from: string;
  readonly language: string;
  readonly armed: boolean;
}

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

export const Part = ({ kind, ...needs }: PartNeeds & { kind: StepKind }) => {
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
