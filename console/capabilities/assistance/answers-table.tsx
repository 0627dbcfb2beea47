/** Who offers what against what is missing: a row for each partner, a column for each line. */
import { Stack, Text, Title } from '@mantine/core';
import type { Ask, Thread } from '../../../server/capabilities/assistance/contract.ts';
import { useDates } from '../../kit/date-time.tsx';
import { useWords } from '../../kit/language.tsx';
import { Name } from '../../kit/name.tsx';
import { usePartyName } from '../parties/queries.ts';
import { askWords } from './ask-words.ts';
import styles from './assistance.module.css';
import { ThreadBadge, useNumber, useSpecialty } from './parts.tsx';
import { assistanceWords } from './words.ts';

const Reached = ({ thread }: { thread: Thread }) => {
  const say = useWords(askWords);
  const dates = useDates();
  if (thread.readAt !== null)
    return <Text size="sm">{say('readAt', { when: dates.brief(thread.readAt) })}</Text>;
  return thread.delivery === null ? null : (
    <Text size="sm" c={thread.delivery.state === 'refused' ? 'var(--mantine-color-error)' : 'dimmed'}>
      {say(`delivery-${thread.delivery.state}`)}
    </Text>
  );
};

const Quantity = ({ quantity }: { quantity: Thread['quantities'][number] | undefined }) => {
  const list = useWords(assistanceWords);
  const say = useWords(askWords);
  const number = useNumber();
  if (quantity === undefined || quantity.offered + quantity.accepted === 0) return null;
  return (
    <div className={styles.cell}>
      {quantity.accepted > 0 && (
        <Text fw={600}>{list('cell-accepted', { number: number(quantity.accepted) })}</Text>
      )}
      {quantity.offered > 0 && <span>{list('cell-offered', { number: number(quantity.offered) })}</span>}
      {quantity.above && (
        <Text size="sm" c="dimmed">
          {say('above')}
        </Text>
      )}
    </div>
  );
};

const Missing = ({ ask }: { ask: Ask }) => {
  const list = useWords(assistanceWords);
  const number = useNumber();
  return (
    <tr>
      <th scope="row" colSpan={2}>
        {list('missing')}
      </th>
      {ask.fill.map(({ line, missing }) => (
        <td key={line} className={missing > 0 ? styles.missing : styles.enough}>
          {number(missing)}
        </td>
      ))}
    </tr>
  );
};

const Row = ({ thread, lines }: { thread: Thread; lines: readonly string[] }) => {
  const say = useWords(askWords);
  const nameOf = usePartyName();
  return (
    <tr>
      <th scope="row">
        <Name>{nameOf(thread.party)}</Name>
      </th>
      <td>
        <Stack gap={2}>
          <ThreadBadge state={thread.state} overdue={thread.overdue} lapsed={thread.lapsed} />
          <Reached thread={thread} />
          {thread.outdated && (
            <Text size="sm" c="var(--mantine-color-error)">
              {say('outdated')}
            </Text>
          )}
        </Stack>
      </td>
      {lines.map((id) => (
        <td key={id}>
          <Quantity quantity={thread.quantities.find(({ line }) => line === id)} />
        </td>
      ))}
    </tr>
  );
};

export const AnswersTable = ({ ask }: { ask: Ask }) => {
  const say = useWords(askWords);
  const list = useWords(assistanceWords);
  const number = useNumber();
  const specialty = useSpecialty();
  const lines = ask.versions.filter(({ state }) => state === 'issued').at(-1)?.content.lines ?? [];
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        {say('answersTable')}
      </Title>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard. */}
      <section className={styles.scroll} tabIndex={0} aria-label={say('answersTable')}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{say('partner')}</th>
              <th scope="col">{list('state')}</th>
              {lines.map(({ id, quantity, requirement }) => (
                <th key={id} scope="col">
                  <bdi>{number(quantity)}</bdi> × {specialty(requirement.specialty)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ask.threads.map((thread) => (
              <Row key={thread.party} thread={thread} lines={lines.map(({ id }) => id)} />
            ))}
            <Missing ask={ask} />
          </tbody>
        </table>
      </section>
    </Stack>
  );
};
