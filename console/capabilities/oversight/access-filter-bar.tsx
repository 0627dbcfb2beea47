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

interface FilterNeeds {
  readonly filters: AccessFilters;
  readonly onSet: (name: AccessFilterName, value: string) => void;
}

interface ChoiceNeeds extends FilterNeeds {
  readonly name: 'person' | 'partner' | 'kind' | 'outcome';
  readonly all: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

const ChoiceFilter = ({ filters, onSet, name, all, choices }: ChoiceNeeds) => {
  const say = useWords(oversightWords);
  return (
    <NativeSelect
      label={say(name)}
      value={filters[name] ?? ''}
      onChange={(event) => onSet(name, event.currentTarget.value)}
      data={[{ value: '', label: all }, ...choices]}
    />
  );
};

const DayFilter = ({ filters, onSet, name }: FilterNeeds & { name: 'from' | 'to' }) => {
  const say = useWords(oversightWords);
  return (
    <TextInput
      type="date"
      label={say(name)}
      value={filters[name] ?? ''}
      onChange={(event) => onSet(name, event.currentTarget.value)}
    />
  );
};

const ChoiceFilters = (needs: FilterNeeds) => {
  const say = useWords(oversightWords);
  const people = usePeopleChoices();
  const partyName = usePartyName();
  const services = useServices().data ?? [];
  const partners = services.map(({ id }) => ({ value: id, label: partyName(id) }));
  const kinds = accessKinds.map((kind) => ({ value: kind, label: say(`kind-${kind}`) }));
  const outcomes = (['done', 'refused'] as const).map((value) => ({ value, label: say(value) }));
  return (
    <>
      <ChoiceFilter {...needs} name="person" all={say('anyone')} choices={people} />
      <ChoiceFilter {...needs} name="partner" all={say('anyone')} choices={partners} />
      <ChoiceFilter {...needs} name="kind" all={say('anything')} choices={kinds} />
      <ChoiceFilter {...needs} name="outcome" all={say('anything')} choices={outcomes} />
    </>
  );
};

/** What narrows the list of accesses; it stands in the address, so that it can be sent on. */
export const AccessFilterBar = ({ filters, onChange }: Needs): ReactNode => {
  const say = useWords(oversightWords);
  const set = (name: AccessFilterName, value: string): void => {
    const { [name]: _before, ...rest } = filters;
    onChange(value === '' ? rest : { ...rest, [name]: value });
  };
  const text = (name: 'subjectOfData' | 'item', label: string) => (
    <TextFilter label={label} value={filters[name] ?? ''} onSet={(value) => set(name, value)} />
  );
  return (
    <div className={styles.screenOnly}>
      <SimpleGrid cols={{ base: 2, md: 4 }} spacing="xs" className={styles.filters}>
        <ChoiceFilters filters={filters} onSet={set} />
        {text('subjectOfData', say('subjectOfData'))}
        {text('item', say('itemId'))}
        <DayFilter filters={filters} onSet={set} name="from" />
        <DayFilter filters={filters} onSet={set} name="to" />
      </SimpleGrid>
      <Group justify="space-between" mt="xs">
        <Checkbox
          label={say('personalOnly')}
          checked={filters.personal === 'true'}
          onChange={(event) => set('personal', event.currentTarget.checked ? 'true' : '')}
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
