import { NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { useState } from 'react';
import { eventsLimits } from '../../../server/capabilities/events/contract.ts';
import {
  type ObjectDraft,
  objectKinds,
  type ProtectedObject,
  placeStates,
} from '../../../server/capabilities/events/place-contract.ts';
import { useWords } from '../../kit/language.tsx';
import { useToasts } from '../../kit/toasts.tsx';
import type { TabNeeds } from './event-screen.tsx';
import { FormDialog, MomentField, NameFields, ReasonField } from './fields.tsx';
import { HistoryPart } from './history-list.tsx';
import { useSaveObject } from './queries.ts';
import { PointFields } from './venue-form.tsx';
import { eventsWords } from './words.ts';

const empty: ObjectDraft = {
  ...{ code: '', kind: 'fan-zone', name: {}, town: null, place: null, line: null, outline: null },
  ...{ from: null, to: null, state: 'in-use' },
};
const draftOf = ({ id: _, event: __, version: ___, ...draft }: ProtectedObject): ObjectDraft => draft;

interface FieldNeeds {
  readonly draft: ObjectDraft;
  readonly timeZone: string;
  readonly onChange: (change: Partial<ObjectDraft>) => void;
}

const Fields = ({ draft, timeZone, onChange }: FieldNeeds) => {
  const say = useWords(eventsWords);
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
      <NativeSelect
        label={say('kind')}
        value={draft.kind}
        data={objectKinds.map((value) => ({ value, label: say(`kind-${value}`) }))}
        onChange={({ currentTarget: { value } }) =>
          onChange({ kind: objectKinds.find((one) => one === value) ?? draft.kind })
        }
      />
      <TextInput
        label={say('code')}
        required
        maxLength={eventsLimits.code}
        value={draft.code}
        onChange={({ currentTarget: { value } }) => onChange({ code: value })}
      />
      <TextInput
        label={say('town')}
        dir="auto"
        maxLength={eventsLimits.town}
        value={draft.town ?? ''}
        onChange={({ currentTarget: { value } }) => onChange({ town: value === '' ? null : value })}
      />
      <NativeSelect
        label={say('state')}
        value={draft.state}
        data={placeStates.map((value) => ({ value, label: say(`state-${value}`) }))}
        onChange={({ currentTarget: { value } }) =>
          onChange({ state: placeStates.find((one) => one === value) ?? draft.state })
        }
      />
      <PointFields place={draft.place} onChange={(place) => onChange({ place })} />
      <MomentField
        label={say('from')}
        at={draft.from}
        timeZone={timeZone}
        onChange={(from) => onChange({ from })}
      />
      <MomentField label={say('to')} at={draft.to} timeZone={timeZone} onChange={(to) => onChange({ to })} />
    </SimpleGrid>
  );
};

interface Needs extends TabNeeds {
  /** Null for a new one. */
  readonly object: ProtectedObject | null;
  readonly onClose: () => void;
}

export const ObjectDialog = ({ event, object, timeZone, mayPlan, onClose }: Needs) => {
  const say = useWords(eventsWords);
  const show = useToasts();
  const save = useSaveObject(event.id);
  const [draft, setDraft] = useState<ObjectDraft>(() => (object === null ? empty : draftOf(object)));
  const [reason, setReason] = useState('');
  const onChange = (more: Partial<ObjectDraft>): void => setDraft((before) => ({ ...before, ...more }));
  const why = reason === '' ? {} : { reason };
  const change = object && { id: object.id, body: { ...draft, version: object.version, ...why } };
  const onSuccess = (): void => {
    show({ text: say('kept') });
    onClose();
  };
  return (
    <FormDialog
      title={say(object === null ? 'addObject' : 'editObject')}
      opened
      busy={save.isPending}
      error={save.error}
      disabled={!mayPlan || draft.code.trim() === '' || Object.keys(draft.name).length === 0}
      onSave={() => save.mutate({ draft, change }, { onSuccess })}
      onClose={onClose}
    >
      <NameFields name={draft.name} onChange={(name) => onChange({ name })} />
      <Fields draft={draft} timeZone={timeZone} onChange={onChange} />
      {object !== null && <ReasonField reason={reason} onChange={setReason} />}
      <HistoryPart event={event.id} subject={object?.id ?? null} />
    </FormDialog>
  );
};
