import { Button, Checkbox, Collapse, Group, NativeSelect, Paper, SimpleGrid, TextInput } from '@mantine/core';
import { IconFilter, IconFilterOff, IconSearch } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { entryKinds } from '../../../../server/capabilities/watch/log/contract.ts';
import { usePick, useReading, useWords } from '../../../kit/language.tsx';
import { useShortcuts } from '../../../kit/shortcuts.tsx';
import { kitWords } from '../../../kit/words.ts';
import { useCircles } from '../../agreements/queries.ts';
import { useDesks, usePeople } from '../../parties/queries.ts';
import { useMe } from '../../parties/session.ts';
import { countLogFilters, type LogFilterName, type LogFilters } from './filters.ts';
import styles from './log.module.css';
import { logWords } from './log-words.ts';

interface Needs {
  readonly filters: LogFilters;
  readonly onChange: (filters: LogFilters) => void;
}

/** How long someone stops typing before the log is searched. */
const settleMs = 350;

const SearchField = ({ filters, onChange }: Needs) => {
  const say = useWords(logWords);
  const kit = useWords(kitWords);
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(filters.q ?? '');
  const shortcuts = useMemo(
    () => [{ keys: 's', label: say('shortcutSearch'), run: () => field.current?.focus() }],
    [say],
  );
  useShortcuts(shortcuts);
  useEffect(() => {
    const wanted = text.trim() || undefined;
    if (wanted === filters.q) return;
    const timer = setTimeout(() => onChange({ ...filters, q: wanted }), settleMs);
    return () => clearTimeout(timer);
  }, [text, filters, onChange]);
  return (
    <TextInput
      ref={field}
      type="search"
      size="xs"
      className={styles.line}
      aria-label={say('search')}
      placeholder={kit('named', { name: say('search'), value: say('searchHint') })}
      leftSection={<IconSearch size={16} aria-hidden />}
      dir="auto"
      style={{ flex: '1 1 16rem' }}
      maxLength={300}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
    />
  );
};

const useOptions = () => {
  const say = useWords(logWords);
  const pick = usePick();
  const { language } = useReading();
  const me = useMe();
  const any = { value: '', label: say('any') };
  const people = usePeople(!me.guest).data ?? [];
  return {
    kind: [any, ...entryKinds.map((value) => ({ value, label: say(`kind-${value}`) }))],
    circle: [
      any,
      ...(me.guest ? [] : [{ value: '-', label: say('ownAlone') }]),
      ...(useCircles().data ?? []).map(({ id, name }) => ({ value: id, label: pick(name) })),
    ],
    desk: [any, ...(useDesks().data ?? []).map(({ id, name }) => ({ value: id, label: pick(name) }))],
    author: [
      any,
      ...people.map((one) => ({ value: one.id, label: language === 'ar' ? one.nameArabic : one.name })),
    ],
  };
};

const Fields = ({ filters, onChange }: Needs) => {
  const say = useWords(logWords);
  const me = useMe();
  const options = useOptions();
  const set = (name: LogFilterName, value: string): void =>
    onChange({ ...filters, [name]: value || undefined });
  const select = (name: keyof typeof options, label: string) => (
    <NativeSelect
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
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm">
        {select('kind', say('kind'))}
        {select('circle', say('circle'))}
        {!me.guest && select('author', say('author'))}
        {!me.guest && select('desk', say('desk'))}
        {day('from')}
        {day('to')}
      </SimpleGrid>
    </Paper>
  );
};

/** What is searched for, and what the log is narrowed to. */
export const LogFilterBar = ({ filters, onChange }: Needs) => {
  const say = useWords(logWords);
  const count = countLogFilters(filters);
  const [opened, setOpened] = useState(count > 0);
  return (
    <search>
      <Group gap="xs">
        <SearchField filters={filters} onChange={onChange} />
        <Checkbox
          label={say('onlyPinned')}
          checked={filters.pinned === 'true'}
          onChange={(event) =>
            onChange({ ...filters, pinned: event.currentTarget.checked ? 'true' : undefined })
          }
        />
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
            onClick={() => onChange({ q: filters.q })}
          >
            {say('clear')}
          </Button>
        )}
      </Group>
      <Collapse expanded={opened} transitionDuration={0}>
        <Fields filters={filters} onChange={onChange} />
      </Collapse>
    </search>
  );
};
