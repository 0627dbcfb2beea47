import { NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { useState } from 'react';
import {
  type EventDraft,
  eventsLimits,
  type MajorEvent,
} from '../../../server/capabilities/events/contract.ts';
import { purposes } from '../../../server/kernel/marking.ts';
import { textLimits } from '../../../server/kernel/schemas.ts';
import { useCountries } from '../../kit/countries.ts';
import { usePick, useWords } from '../../kit/language.tsx';
import { terms } from '../../kit/terms.ts';
import { FormDialog, NameFields, ReasonField } from './fields.tsx';
import { useChangeEvent, useCreateEvent } from './queries.ts';
import { eventsWords } from './words.ts';

const empty: EventDraft = {
  ...{ code: '', name: {}, firstDay: '', lastDay: '', country: null },
  ...{ purpose: 'event-protection', legalBasis: '' },
};
const draftOf = ({
  code,
  name,
  firstDay,
  lastDay,
  country,
  purpose,
  legalBasis,
}: EventDraft): EventDraft => ({
  ...{ code, name, firstDay, lastDay, country, purpose, legalBasis },
});

const isReversed = ({ firstDay, lastDay }: EventDraft): boolean =>
  firstDay !== '' && lastDay !== '' && lastDay < firstDay;

interface FieldNeeds {
  readonly draft: EventDraft;
  readonly onChange: (change: Partial<EventDraft>) => void;
}

const Days = ({ draft, onChange }: FieldNeeds) => {
  const say = useWords(eventsWords);
  const countries = useCountries();
  return (
    <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
      <TextInput
        type="date"
        label={say('firstDay')}
        required
        value={draft.firstDay}
        onChange={({ currentTarget: { value } }) => onChange({ firstDay: value })}
      />
      <TextInput
        type="date"
        label={say('lastDay')}
        required
        min={draft.firstDay}
        error={isReversed(draft) ? say('lastDayFirst') : null}
        value={draft.lastDay}
        onChange={({ currentTarget: { value } }) => onChange({ lastDay: value })}
      />
      <NativeSelect
        label={say('country')}
        value={draft.country ?? ''}
        data={[{ value: '', label: say('several') }, ...countries]}
        onChange={({ currentTarget: { value } }) => onChange({ country: value === '' ? null : value })}
      />
    </SimpleGrid>
  );
};

const Frame = ({ draft, onChange }: FieldNeeds) => {
  const say = useWords(eventsWords);
  const pick = usePick();
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
      <NativeSelect
        label={say('purpose')}
        value={draft.purpose}
        data={purposes.map((value) => ({ value, label: pick(terms.purposes[value]) }))}
        onChange={({ currentTarget: { value } }) =>
          onChange({ purpose: purposes.find((one) => one === value) ?? draft.purpose })
        }
      />
      <TextInput
        label={say('legalBasis')}
        required
        dir="auto"
        maxLength={textLimits.line}
        value={draft.legalBasis}
        onChange={({ currentTarget: { value } }) => onChange({ legalBasis: value })}
      />
    </SimpleGrid>
  );
};

interface Needs {
  /** Null for a new one. */
  readonly event: MajorEvent | null;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onDone: (event: MajorEvent) => void;
}

const Form = ({ event, onClose, onDone }: Needs) => {
  const say = useWords(eventsWords);
  const create = useCreateEvent();
  const change = useChangeEvent(event?.id ?? '');
  const [draft, setDraft] = useState<EventDraft>(() => (event === null ? empty : draftOf(event)));
  const [reason, setReason] = useState('');
  const onChange = (more: Partial<EventDraft>): void => setDraft((before) => ({ ...before, ...more }));
  const done = {
    onSuccess: (kept: MajorEvent) => {
      onClose();
      onDone(kept);
    },
  };
  const save = (): void => {
    if (event === null) create.mutate(draft, done);
    else change.mutate({ ...draft, version: event.version, ...(reason === '' ? {} : { reason }) }, done);
  };
  const { code, name, firstDay, lastDay, legalBasis } = draft;
  const isWhole = [code, firstDay, lastDay, legalBasis].every((text) => text.trim() !== '');
  return (
    <FormDialog
      title={say(event === null ? 'newEvent' : 'editEvent')}
      opened
      busy={create.isPending || change.isPending}
      error={create.error ?? change.error}
      disabled={!isWhole || Object.keys(name).length === 0 || isReversed(draft)}
      onSave={save}
      onClose={onClose}
    >
      <NameFields name={name} onChange={(next) => onChange({ name: next })} />
      <TextInput
        label={say('code')}
        description={say('codeTeach')}
        required
        maxLength={eventsLimits.code}
        value={code}
        onChange={({ currentTarget: { value } }) => onChange({ code: value })}
      />
      <Days draft={draft} onChange={onChange} />
      <Frame draft={draft} onChange={onChange} />
      {event !== null && <ReasonField reason={reason} onChange={setReason} />}
    </FormDialog>
  );
};

/** A new event, or the event's own facts. */
export const EventDialog = (needs: Needs) => (needs.opened ? <Form {...needs} /> : null);
