/** Who changed what of a thing, when and why; the last first. */
import { Stack, Text, Title } from '@mantine/core';
import type { History } from '../../../server/capabilities/events/contract.ts';
import { Moment } from '../../kit/date-time.tsx';
import { useWords } from '../../kit/language.tsx';
import { Loaded } from '../../kit/query.tsx';
import { usePersonName } from '../parties/queries.ts';
import styles from './events.module.css';
import { FieldChange } from './field-change.tsx';
import { useHistory } from './queries.ts';
import { eventsWords } from './words.ts';

const Entry = ({ entry }: { entry: History['items'][number] }) => {
  const say = useWords(eventsWords);
  const personName = usePersonName();
  return (
    <li className={styles.entry}>
      <Text size="sm" fw={600} span>
        {say(`act-${entry.act}`)}
      </Text>{' '}
      <Text size="sm" span>
        <Moment at={entry.at} /> · <bdi>{personName(entry.by) ?? say('someone')}</bdi>
        {entry.import === null ? null : <> · {say('byImport')}</>}
      </Text>
      {entry.reason !== null && <Text size="sm">{say('becauseOf', { reason: entry.reason })}</Text>}
      {(entry.act === 'changed' || entry.act === 'merged') && (
        <Stack gap={2}>
          {entry.fields.map((change) => (
            <FieldChange key={change.field} {...change} />
          ))}
        </Stack>
      )}
    </li>
  );
};

export const HistoryList = ({ event, subject }: { event: string; subject: string }) => (
  <Loaded query={useHistory(event, subject)}>
    {({ items }) => (
      <ol className={styles.history}>
        {items.map((entry) => (
          <Entry key={`${entry.at} ${entry.act}`} entry={entry} />
        ))}
      </ol>
    )}
  </Loaded>
);

/** The same under its heading, at the end of a form; nothing for what is not there yet. */
export const HistoryPart = ({ event, subject }: { event: string; subject: string | null }) => {
  const say = useWords(eventsWords);
  if (subject === null) return null;
  return (
    <section>
      <Title order={3} size="h5" mb="xs">
        {say('history')}
      </Title>
      <HistoryList event={event} subject={subject} />
    </section>
  );
};
