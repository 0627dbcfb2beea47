/** One venue: its facts, zones and gates, and its history. */
import { NumberInput, SimpleGrid } from '@mantine/core';
import { eventsLimits, type MajorEvent } from '../../../server/capabilities/events/contract.ts';
import type { Venue, VenueDraft } from '../../../server/capabilities/events/place-contract.ts';
import { useWords } from '../../kit/language.tsx';
import { FormDialog, NameFields, ReasonField } from './fields.tsx';
import { HistoryPart } from './history-list.tsx';
import { PlaceFields } from './place-fields.tsx';
import { useSaveVenue } from './queries.ts';
import { useDraft } from './use-draft.ts';
import { Parts } from './venue-parts.tsx';
import { eventsWords } from './words.ts';

const empty: VenueDraft = {
  ...{ code: '', name: {}, town: null, country: null, place: null, capacity: null, zones: [], gates: [] },
  ...{ outline: null, firstDay: null, lastDay: null, state: 'in-use' },
};
const draftOf = ({ id: _, event: __, version: ___, ...draft }: Venue): VenueDraft => draft;

interface FieldNeeds {
  readonly draft: VenueDraft;
  readonly onChange: (change: Partial<VenueDraft>) => void;
}

const Facts = ({ draft, onChange }: FieldNeeds) => {
  const say = useWords(eventsWords);
  return (
    <SimpleGrid cols={{ base: 2, sm: 3 }} spacing="sm">
      <PlaceFields draft={draft} onChange={onChange} />
      <NumberInput
        label={say('capacity')}
        min={0}
        max={eventsLimits.capacity}
        allowDecimal={false}
        hideControls
        thousandSeparator=" "
        value={draft.capacity ?? ''}
        onChange={(value) => onChange({ capacity: typeof value === 'number' ? value : null })}
      />
    </SimpleGrid>
  );
};

interface Needs {
  readonly event: MajorEvent;
  /** Null for a new one. */
  readonly venue: Venue | null;
  readonly mayPlan: boolean;
  readonly onClose: () => void;
}

export const VenueDialog = ({ event, venue, mayPlan, onClose }: Needs) => {
  const say = useWords(eventsWords);
  const save = useSaveVenue(event.id);
  const begin = (): VenueDraft => (venue === null ? empty : draftOf(venue));
  const { draft, onChange, reason, keep } = useDraft({ thing: venue, begin, save, onClose });
  const isNamed = [...draft.zones, ...draft.gates].every(({ name }) => Object.keys(name).length > 0);
  return (
    <FormDialog
      title={say(venue === null ? 'addVenue' : 'editVenue')}
      opened
      busy={save.isPending}
      error={save.error}
      disabled={!mayPlan || draft.code.trim() === '' || Object.keys(draft.name).length === 0 || !isNamed}
      onSave={keep}
      onClose={onClose}
    >
      <NameFields name={draft.name} onChange={(name) => onChange({ name })} />
      <Facts draft={draft} onChange={onChange} />
      <Parts
        kind="zones"
        parts={draft.zones}
        make={(part) => ({ ...part, capacity: null })}
        onChange={(zones) => onChange({ zones: [...zones] })}
      />
      <Parts
        kind="gates"
        parts={draft.gates}
        make={(part) => ({ ...part, place: null })}
        onChange={(gates) => onChange({ gates: [...gates] })}
      />
      {venue !== null && <ReasonField {...reason} />}
      <HistoryPart event={event.id} subject={venue?.id ?? null} />
    </FormDialog>
  );
};
