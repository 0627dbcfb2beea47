/** One field that changed: as it was, and as it is. */
import { Text } from '@mantine/core';
import { DayText, Moment } from '../../kit/date-time.tsx';
import { directionOf, useReading, useWords } from '../../kit/language.tsx';
import { kitWords } from '../../kit/words.ts';
import { fieldWords } from './field-words.ts';
import { useNameOf, useNationName, useNumber } from './names.ts';
import { eventsWords } from './words.ts';

interface Change {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

const isField = (field: string): field is keyof typeof fieldWords => Object.hasOwn(fieldWords, field);
const isNamed = (value: unknown): value is Record<string, string> =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(value).every(([key, text]) => ['ar', 'fr', 'en'].includes(key) && typeof text === 'string');
const isPoint = (value: unknown): value is { lat: number; lon: number } =>
  typeof value === 'object' && value !== null && 'lat' in value && 'lon' in value;
const states = ['in-use', 'cancelled', 'planned', 'moved'] as const;

const Value = ({ value }: { value: unknown }) => {
  const [say, event] = [useWords(fieldWords), useWords(eventsWords)];
  const [nameOf, nationName, number] = [useNameOf(), useNationName(), useNumber()];
  if (value === null || value === undefined || value === '') return <i>{event('nothing')}</i>;
  if (typeof value === 'number') return <bdi>{number(value)}</bdi>;
  const state = states.find((one) => one === value);
  if (state !== undefined) return event(`state-${state}`);
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value)) return <Moment at={value} brief />;
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return <DayText day={value} />;
  if (typeof value === 'string')
    return /^[0-9a-f-]{36}$/.test(value) ? say('changed') : <bdi>{nationName(value)}</bdi>;
  if (Array.isArray(value) && value.every((one) => typeof one === 'string'))
    return value.length === 0 ? <i>{event('nothing')}</i> : <bdi>{value.map(nationName).join(', ')}</bdi>;
  if (isPoint(value))
    return (
      <bdi dir="ltr">
        {value.lat}, {value.lon}
      </bdi>
    );
  return isNamed(value) ? <bdi>{nameOf(value)}</bdi> : say('changed');
};

export const FieldChange = ({ field, before, after }: Change) => {
  const [say, kit] = [useWords(fieldWords), useWords(kitWords)];
  const { language } = useReading();
  return (
    <Text size="sm" c="dimmed">
      {kit('named', { name: isField(field) ? say(field) : field, value: '' })} <Value value={before} />{' '}
      {/* The way in which the reader reads. */}
      {directionOf(language) === 'rtl' ? '⟵' : '⟶'} <Value value={after} />
    </Text>
  );
};
