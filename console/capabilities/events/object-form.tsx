/** One place or route to protect beside the venues. */
import { NativeSelect, SimpleGrid } from '@mantine/core';
import {
  type ObjectDraft,
  objectKinds,
  type ProtectedObject,
} from '../../../server/capabilities/events/place-contract.ts';
import { useWords } from '../../kit/language.tsx';
import { FormDialog, MomentField, NameFields, ReasonField } from './fields.tsx';
import { HistoryPart } from './history-list.tsx';
import { PlaceFields } from './place-fields.tsx';
import { useSaveObject } from './queries.ts';
import type { TabNeeds } from './tab-needs.ts';
import { useDraft } from './use-draft.ts';
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
      <PlaceFields draft={draft} onChange={onChange} />
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
  const save = useSaveObject(event.id);
  const begin = (): ObjectDraft => (object === null ? empty : draftOf(object));
  const { draft, onChange, reason, keep } = useDraft({ thing: object, begin, save, onClose });
  return (
    <FormDialog
      title={say(object === null ? 'addObject' : 'editObject')}
      opened
      busy={save.isPending}
      error={save.error}
      disabled={!mayPlan || draft.code.trim() === '' || Object.keys(draft.name).length === 0}
      onSave={keep}
      onClose={onClose}
    >
      <NameFields name={draft.name} onChange={(name) => onChange({ name })} />
      <Fields draft={draft} timeZone={timeZone} onChange={onChange} />
      {object !== null && <ReasonField {...reason} />}
      <HistoryPart event={event.id} subject={object?.id ?? null} />
    </FormDialog>
  );
};
