/** One venue: its facts, zones and gates, and its history. */
import { NativeSelect, NumberInput, SimpleGrid, TextInput } from '@mantine/core';
import { useState } from 'react';
import { eventsLimits, type MajorEvent, type Point } from '../../../server/capabilities/events/contract.ts';
import {
  placeStates,
  type Venue,
  type VenueDraft,
} from '../../../server/capabilities/events/place-contract.ts';
import { useWords } from '../../kit/language.tsx';
import { useToasts } from '../../kit/toasts.tsx';
import { FormDialog, NameFields, ReasonField } from './fields.tsx';
import { HistoryPart } from './history-list.tsx';
import { useSaveVenue } from './queries.ts';
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

/** A point by its two numbers; none while one is missing. */
export const PointFields = ({
  place,
  onChange,
}: {
  place: Point | null;
  onChange: (place: Point | null) => void;
}) => {
  const say = useWords(eventsWords);
  const [lat, setLat] = useState<number | string>(place?.lat ?? '');
  const [lon, setLon] = useState<number | string>(place?.lon ?? '');
  const put = (nextLat: number | string, nextLon: number | string): void => {
    setLat(nextLat);
    setLon(nextLon);
    onChange(
      typeof nextLat === 'number' && typeof nextLon === 'number' ? { lat: nextLat, lon: nextLon } : null,
    );
  };
  return (
    <>
      <NumberInput
        label={say('latitude')}
        min={-90}
        max={90}
        decimalScale={6}
        hideControls
        value={lat}
        onChange={(value) => put(value, lon)}
      />
      <NumberInput
        label={say('longitude')}
        min={-180}
        max={180}
        decimalScale={6}
        hideControls
        value={lon}
        onChange={(value) => put(lat, value)}
      />
    </>
  );
};

const Facts = ({ draft, onChange }: FieldNeeds) => {
  const say = useWords(eventsWords);
  return (
    <SimpleGrid cols={{ base: 2, sm: 3 }} spacing="sm">
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
      <PointFields place={draft.place} onChange={(place) => onChange({ place })} />
      <NativeSelect
        label={say('state')}
        value={draft.state}
        data={placeStates.map((value) => ({ value, label: say(`state-${value}`) }))}
        onChange={({ currentTarget: { value } }) =>
          onChange({ state: placeStates.find((one) => one === value) ?? draft.state })
        }
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
  const show = useToasts();
  const save = useSaveVenue(event.id);
  const [draft, setDraft] = useState<VenueDraft>(() => (venue === null ? empty : draftOf(venue)));
  const [reason, setReason] = useState('');
  const onChange = (more: Partial<VenueDraft>): void => setDraft((before) => ({ ...before, ...more }));
  const why = reason === '' ? {} : { reason };
  const change = venue && { id: venue.id, body: { ...draft, version: venue.version, ...why } };
  const onSuccess = (): void => {
    show({ text: say('kept') });
    onClose();
  };
  const isNamed = [...draft.zones, ...draft.gates].every(({ name }) => Object.keys(name).length > 0);
  return (
    <FormDialog
      title={say(venue === null ? 'addVenue' : 'editVenue')}
      opened
      busy={save.isPending}
      error={save.error}
      disabled={!mayPlan || draft.code.trim() === '' || Object.keys(draft.name).length === 0 || !isNamed}
      onSave={() => save.mutate({ draft, change }, { onSuccess })}
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
      {venue !== null && <ReasonField reason={reason} onChange={setReason} />}
      <HistoryPart event={event.id} subject={venue?.id ?? null} />
    </FormDialog>
  );
};
