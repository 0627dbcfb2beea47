import { Button, Checkbox, Group, NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { accessKinds } from '../../../server/capabilities/oversight/accesses/contract.ts';
import { useReading, useWords } from '../../kit/language.tsx';
import { usePartyName, usePeople, useServices } from '../parties/queries.ts';
import type { AccessFilterName, AccessFilters } from './filters.ts';
import styles from './oversight.module.css';
import { oversightWords } from './words.ts';

interface Needs {
  readonly filters: AccessFilters;
  readonly onChange: (next: AccessFilters) => void;
}

/** A text that filters when its writer pauses at Enter or leaves it. */
const TextFilter = (needs: { label: string; value: string; onSet: (value: string) => void }) => {
  const [text, setText] = useState(needs.value);
  useEffect(() => setText(needs.value), [needs.value]);
  const commit = (): void => {
    if (text.trim() !== needs.value) needs.onSet(text.trim());
  };
  return (
    <TextInput
      label={needs.label}
      value={text}
      dir="auto"
      maxLength={300}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
      }}
    />
  );
};

const usePeopleChoices = () => {
  const { language } = useReading();
  const people = usePeople().data ?? [];
  return people.map((one) => ({ value: one.id, label: language === 'ar' ? one.nameArabic : one.name }));
};

/** What narrows the list of accesses; it stands in the address, so that it can be sent on. */
export const AccessFilterBar = ({ filters, onChange }: Needs): ReactNode => {
  const say = useWords(oversightWords);
  const people = usePeopleChoices();
  const partyName = usePartyName();
  const services = useServices().data ?? [];
  const set = (name: AccessFilterName) => (value: string) => {
    const { [name]: _before, ...rest } = filters;
    onChange(value === '' ? rest : { ...rest, [name]: value });
  };
  const select = (name: AccessFilterName, all: string, data: readonly { value: string; label: string }[]) => (
    <NativeSelect
      label={say(name === 'person' || name === 'partner' || name === 'kind' ? name : 'outcome')}
      value={filters[name] ?? ''}
      onChange={(event) => set(name)(event.currentTarget.value)}
      data={[{ value: '', label: all }, ...data]}
    />
  );
  const day = (name: 'from' | 'to') => (
    <TextInput
      type="date"
      label={say(name)}
      value={filters[name] ?? ''}
      onChange={(event) => set(name)(event.currentTarget.value)}
    />
  );
  return (
    <div className={styles.screenOnly}>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="xs">
        {select('person', say('anyone'), people)}
        {select(
          'partner',
          say('anyone'),
          services.map(({ id }) => ({ value: id, label: partyName(id) })),
        )}
        {select(
          'kind',
          say('anything'),
          accessKinds.map((kind) => ({ value: kind, label: say(`kind-${kind}`) })),
        )}
        {select('outcome', say('anything'), [
          { value: 'done', label: say('done') },
          { value: 'refused', label: say('refused') },
        ])}
        <TextFilter
          label={say('subjectOfData')}
          value={filters.subjectOfData ?? ''}
          onSet={set('subjectOfData')}
        />
        <TextFilter label={say('itemId')} value={filters.item ?? ''} onSet={set('item')} />
        {day('from')}
        {day('to')}
      </SimpleGrid>
      <Group justify="space-between" mt="xs">
        <Checkbox
          label={say('personalOnly')}
          checked={filters.personal === 'true'}
          onChange={(event) => set('personal')(event.currentTarget.checked ? 'true' : '')}
        />
        <Button
          variant="subtle"
          size="compact-sm"
          disabled={Object.keys(filters).length === 0}
          onClick={() => onChange({})}
        >
          {say('clear')}
        </Button>
      </Group>
    </div>
  );
};
