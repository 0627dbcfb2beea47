import { Button, Checkbox, Collapse, Group, NativeSelect, Paper, SimpleGrid, TextInput } from '@mantine/core';
import { IconFilter, IconFilterOff } from '@tabler/icons-react';
import { type RefObject, useCallback, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Box } from '../../../server/capabilities/exchange/contract.ts';
import { fields, tlps } from '../../../server/kernel/marking.ts';
import { usePick, useWords } from '../../kit/language.tsx';
import { markingWords } from '../../kit/marking-words.ts';
import { useShortcuts } from '../../kit/shortcuts.tsx';
import { terms } from '../../kit/terms.ts';
import { tlpText } from '../../kit/tlp-label.tsx';
import { kitWords } from '../../kit/words.ts';
import { useDesks, useServices } from '../parties/queries.ts';
import { countFilters, type FilterName, type Filters } from './filters.ts';
import { exchangeWords } from './words.ts';

/** The source letters of all grading schemes; the node compares them within each scheme. */
const sourceGrades = ['A', 'B', 'C', 'D', 'E', 'F', 'X'];

interface Needs {
  readonly box: Box;
  readonly filters: Filters;
  readonly onChange: (filters: Filters) => void;
}

const useOptions = () => {
  const pick = usePick();
  const say = useWords(exchangeWords);
  const services = useServices().data ?? [];
  const desks = useDesks().data ?? [];
  const any = { value: '', label: say('any') };
  return {
    field: [any, ...fields.map((value) => ({ value, label: pick(terms.fields[value]) }))],
    tlp: [any, ...tlps.map((value) => ({ value, label: tlpText(value) }))],
    grade: [any, ...sourceGrades.map((value) => ({ value, label: value }))],
    desk: [any, ...desks.map((desk) => ({ value: desk.id, label: pick(desk.name) }))],
    party: [any, ...services.map((service) => ({ value: service.id, label: pick(service.name) }))],
  };
};

/** `f` unfolds the filters and goes to the first. */
const useFilterShortcut = (unfold: () => void) => {
  const kit = useWords(kitWords);
  const first = useRef<HTMLSelectElement>(null);
  const shortcuts = useMemo(() => {
    const run = (): void => {
      // What is folded cannot take the focus: unfold first, in the same turn.
      flushSync(unfold);
      first.current?.focus();
    };
    return [{ keys: 'f', label: kit('shortcutFilter'), run }];
  }, [kit, unfold]);
  useShortcuts(shortcuts);
  return first;
};

interface FieldsNeeds extends Needs {
  readonly first: RefObject<HTMLSelectElement | null>;
}

const FilterFields = ({ box, filters, onChange, first }: FieldsNeeds) => {
  const say = useWords(exchangeWords);
  const term = useWords(markingWords);
  const options = useOptions();
  const set = (name: FilterName, value: string): void => onChange({ ...filters, [name]: value || undefined });
  const select = (name: keyof typeof options, label: string) => (
    <NativeSelect
      ref={name === 'field' ? first : undefined}
      label={label}
      data={options[name]}
      value={filters[name] ?? ''}
      onChange={(event) => set(name, event.currentTarget.value)}
    />
  );
  const day = (name: 'from' | 'to') => (
    <TextInput
      type="date"
      label={say(name)}
      value={filters[name] ?? ''}
      onChange={(event) => set(name, event.currentTarget.value)}
    />
  );
  return (
    <Paper withBorder p="sm" mt="xs">
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="sm">
        {select('field', term('field'))}
        {select('tlp', say('marking'))}
        {select('grade', `${term('grade')} · ${term('source')}`)}
        {box === 'inbox' && select('party', say('party'))}
        {select('desk', say('desk'))}
        {day('from')}
        {day('to')}
      </SimpleGrid>
      {box === 'inbox' && (
        <Checkbox
          mt="sm"
          label={say('unread')}
          checked={filters.unread === 'true'}
          onChange={(event) => set('unread', event.currentTarget.checked ? 'true' : '')}
        />
      )}
    </Paper>
  );
};

/** What a list is narrowed to; folded until someone narrows it. */
export const FilterBar = (needs: Needs) => {
  const { filters, onChange } = needs;
  const say = useWords(exchangeWords);
  const count = countFilters(filters);
  const [opened, setOpened] = useState(count > 0);
  const unfold = useCallback(() => setOpened(true), []);
  const first = useFilterShortcut(unfold);
  return (
    <search>
      <Group gap="xs">
        <Button
          variant="default"
          size="xs"
          aria-expanded={opened}
          leftSection={<IconFilter size={16} aria-hidden />}
          onClick={() => setOpened(!opened)}
        >
          {count > 0 ? say('filtersSet', { count }) : say('filters')}
        </Button>
        {count > 0 && (
          <Button
            variant="subtle"
            size="xs"
            leftSection={<IconFilterOff size={16} aria-hidden />}
            onClick={() => onChange({})}
          >
            {say('clear')}
          </Button>
        )}
      </Group>
      <Collapse expanded={opened} transitionDuration={0}>
        <FilterFields {...needs} first={first} />
      </Collapse>
    </search>
  );
};
