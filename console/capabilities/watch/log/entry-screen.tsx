/** One entry of the log by itself, where a link leads to it: reading it is a consultation. */
import { useNavigate, useParams } from '@tanstack/react-router';
import { useDates } from '../../../kit/date-time.tsx';
import { useWords } from '../../../kit/language.tsx';
import { Page } from '../../../kit/page.tsx';
import { Loaded } from '../../../kit/query.tsx';
import { EntryRow } from './entry-row.tsx';
import styles from './log.module.css';
import { logWords } from './log-words.ts';
import { useEntry } from './queries.ts';

export const EntryScreen = () => {
  const say = useWords(logWords);
  const navigate = useNavigate();
  const dates = useDates();
  const { id } = useParams({ from: '/watch/log/$id' });
  return (
    <Loaded query={useEntry(id)}>
      {(entry) => (
        <Page title={say('entry', { number: String(entry.number) })}>
          <h2 className={styles.day}>{dates.heading(dates.dayOf(entry.recordedAt))}</h2>
          <ol className={styles.list}>
            <EntryRow entry={entry} onCorrect={() => void navigate({ to: '/watch/log', search: {} })} />
          </ol>
        </Page>
      )}
    </Loaded>
  );
};
