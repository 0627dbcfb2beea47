/** What a venue and another place to protect are both asked for. */
import { NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { eventsLimits, type Point } from '../../../server/capabilities/events/contract.ts';
import { placeStates, type VenueDraft } from '../../../server/capabilities/events/place-contract.ts';
import { useWords } from '../../kit/language.tsx';
import { eventsWords } from './words.ts';

/** A point by its two numbers; none while one is missing. */
const PointFields = ({
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

type Place = Pick<VenueDraft, 'code' | 'town' | 'state' | 'place'>;
interface Needs {
  readonly draft: Place;
  readonly onChange: (change: Partial<Place>) => void;
}

/** Five fields of the grid that they are put in. */
export const PlaceFields = ({ draft, onChange }: Needs) => {
  const say = useWords(eventsWords);
  return (
    <>
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
    </>
  );
};
