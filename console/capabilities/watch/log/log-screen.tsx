import { Alert, Button } from '@mantine/core';
import { IconFilterOff, IconNotebook } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { Entry } from '../../../../server/capabilities/watch/log/contract.ts';
import { useDates } from '../../../kit/date-time.tsx';
import { EmptyState } from '../../../kit/empty-state.tsx';
import { useWords } from '../../../kit/language.tsx';
import { More } from '../../../kit/more.tsx';
import { Page } from '../../../kit/page.tsx';
import { Loaded } from '../../../kit/query.tsx';
import { mayWrite } from '../../parties/role-places.ts';
import { useMe } from '../../parties/session.ts';
import { Composer } from './composer.tsx';
import { EntryRow } from './entry-row.tsx';
import { countLogFilters, type LogFilters } from './filters.ts';
import { useCommandName } from './line-preview.tsx';
import styles from './log.module.css';
import { LogFilterBar } from './log-filters.tsx';
import { logWords } from './log-words.ts';
import { useLog } from './queries.ts';

/** Entries under the day on which they were recorded, as the log runs. */
const byDay = (entries: readonly Entry[], dayOf: (at: string) => string) => {
  const days: { readonly day: string; readonly entries: Entry[] }[] = [];
  for (const entry of entries) {
    const day = dayOf(entry.recordedAt);
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  return days;
};

interface ListNeeds {
  readonly entries: readonly Entry[];
  readonly onCorrect: (number: number) => void;
}

const List = ({ entries, onCorrect }: ListNeeds) => {
  const dates = useDates();
  const days = byDay(entries, dates.dayOf);
  return days.map(({ day, entries: ofDay }) => (
    <section key={day} aria-label={day}>
      <h2 className={styles.day}>{dates.heading(day)}</h2>
      <ol className={styles.list}>
        {ofDay.map((entry) => (
          <EntryRow key={entry.id} entry={entry} onCorrect={onCorrect} />
        ))}
      </ol>
    </section>
  ));
};

const Empty = ({ filters, onClear }: { filters: LogFilters; onClear: () => void }) => {
  const say = useWords(logWords);
  const me = useMe();
  if (countLogFilters(filters) > 0 || filters.q !== undefined)
    return (
      <EmptyState
        icon={IconFilterOff}
        title={say('emptyFiltered')}
        teach={say('emptyFilteredTeach')}
        action={<Button onClick={onClear}>{say('clear')}</Button>}
      />
    );
  const writes = mayWrite(me.role) && !me.guest;
  return (
    <EmptyState icon={IconNotebook} title={say('empty')} teach={say(writes ? 'emptyTeach' : 'emptyRead')} />
  );
};

const Entries = ({ filters, onCorrect }: { filters: LogFilters; onCorrect: ListNeeds['onCorrect'] }) => {
  const say = useWords(logWords);
  const navigate = useNavigate();
  const change = useCallback(
    (next: LogFilters): void => void navigate({ to: '/watch/log', search: next, replace: true }),
    [navigate],
  );
  const query = useLog(filters);
  const entries = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  const leftOut = query.data?.pages.some((page) => page.personalLeftOut) === true;
  return (
    <>
      <LogFilterBar filters={filters} onChange={change} />
      {leftOut && <Alert color="gray">{say('personalLeftOut')}</Alert>}
      <Loaded query={query}>
        {() =>
          entries.length > 0 ? (
            <List entries={entries} onCorrect={onCorrect} />
          ) : (
            <Empty filters={filters} onClear={() => change({})} />
          )
        }
      </Loaded>
      <More query={query} />
    </>
  );
};

/** The log: what happens, as it happens. */
export const LogScreen = () => {
  const say = useWords(logWords);
  const filters = useSearch({ from: '/watch/log' });
  const me = useMe();
  const nameOf = useCommandName();
  const navigate = useNavigate();
  const field = useRef<HTMLTextAreaElement>(null);
  const [line, setLine] = useState('');
  const correct = (number: number): void => {
    setLine(`/${nameOf('correct')} ${number} `);
    field.current?.focus();
  };
  return (
    <Page title={say('log')} teach={say('teach')}>
      {mayWrite(me.role) && !me.guest && (
        <Composer
          line={line}
          onLine={setLine}
          field={field}
          onAlert={(entry) => void navigate({ to: '/watch/alerts', search: { entry } })}
        />
      )}
      <Entries filters={filters} onCorrect={correct} />
    </Page>
  );
};
