/** The host's table over all open asks: who offers what of each specialty, what is missing, who is silent. */
import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconTable } from '@tabler/icons-react';
import type { Overview } from '../../../server/capabilities/assistance/contract.ts';
import { Moment, useDates } from '../../kit/date-time.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { useReading, useWords } from '../../kit/language.tsx';
import { TextLink } from '../../kit/links.tsx';
import { Name } from '../../kit/name.tsx';
import { Loaded } from '../../kit/query.tsx';
import { usePartyName } from '../parties/queries.ts';
import styles from './assistance.module.css';
import { money, useNumber, useSpecialty } from './parts.tsx';
import { useOverview } from './queries.ts';
import { assistanceWords } from './words.ts';

type Cell = Overview['specialties'][number]['partners'][number];

const Partner = ({ cell }: { cell: Cell | undefined }) => {
  const say = useWords(assistanceWords);
  const number = useNumber();
  if (cell === undefined) return <Text c="dimmed">{say('notAsked')}</Text>;
  const { accepted, offered, countered, declined, silent } = cell;
  const isNothing = accepted + offered + countered + declined + silent === 0;
  return (
    <div className={styles.cell}>
      {accepted > 0 && <Text fw={600}>{say('cell-accepted', { number: number(accepted) })}</Text>}
      {offered > 0 && <span>{say('cell-offered', { number: number(offered) })}</span>}
      {countered > 0 && <span>{say('cell-countered', { number: number(countered) })}</span>}
      {declined > 0 && <Text c="dimmed">{say('cell-declined')}</Text>}
      {silent > 0 && <Text c="dimmed">{say('cell-silent')}</Text>}
      {isNothing && <Text c="dimmed">{say('cell-nothing')}</Text>}
    </div>
  );
};

const Specialties = ({ rows }: { rows: Overview['specialties'] }) => {
  const say = useWords(assistanceWords);
  const number = useNumber();
  const specialty = useSpecialty();
  const nameOf = usePartyName();
  const parties = [...new Set(rows.flatMap(({ partners }) => partners.map(({ party }) => party)))];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard.
    <section className={styles.scroll} tabIndex={0} aria-label={say('table')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{say('specialty')}</th>
            <th scope="col">{say('wanted')}</th>
            <th scope="col">{say('accepted')}</th>
            <th scope="col">{say('missing')}</th>
            {parties.map((party) => (
              <th key={party} scope="col">
                <Name>{nameOf(party)}</Name>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.specialty}>
              <th scope="row">{specialty(row.specialty)}</th>
              <td>{number(row.wanted)}</td>
              <td>{number(row.accepted)}</td>
              <td className={row.missing > 0 ? styles.missing : styles.enough}>{number(row.missing)}</td>
              {parties.map((party) => (
                <td key={party}>
                  <Partner cell={row.partners.find((cell) => cell.party === party)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

const Silent = ({ rows }: { rows: Overview['silent'] }) => {
  const say = useWords(assistanceWords);
  const dates = useDates();
  const nameOf = usePartyName();
  if (rows.length === 0) return null;
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        {say('silent')}
      </Title>
      <ul className={styles.list}>
        {rows.map(({ ask, title, party, askedAt, readAt, answerBy, overdue }) => (
          <Paper key={`${ask} ${party}`} component="li" withBorder p="sm">
            <Group gap="0.25rem 1rem">
              <Text fw={600}>
                <Name>{nameOf(party)}</Name>
              </Text>
              <TextLink to="/assistance/asks/$id" params={{ id: ask }}>
                <bdi>{title}</bdi>
              </TextLink>
              <Text size="sm" c={overdue ? 'var(--mantine-color-error)' : 'dimmed'}>
                {say('silentSince', { asked: dates.dayOf(askedAt), answerBy: dates.dayOf(answerBy) })}
              </Text>
              <Text size="sm" c="dimmed">
                {readAt === null ? (
                  say('notRead')
                ) : (
                  <>
                    {say('wasRead')} <Moment at={readAt} brief />
                  </>
                )}
              </Text>
            </Group>
          </Paper>
        ))}
      </ul>
    </Stack>
  );
};

const Sums = ({ title, sums }: { title: string; sums: Overview['costs']['offered'] }) => {
  const say = useWords(assistanceWords);
  const { locale } = useReading();
  return (
    <Stack gap={2}>
      <Text fw={600}>{title}</Text>
      {sums.length === 0 && (
        <Text size="sm" c="dimmed">
          {say('noCosts')}
        </Text>
      )}
      {sums.map(({ currency, bearer, amount }) => (
        <Text key={`${currency} ${bearer}`} size="sm">
          <bdi>{money(locale, amount, currency)}</bdi> {say(`bearer-${bearer}`)}
        </Text>
      ))}
    </Stack>
  );
};

/** What all open asks of this service come to. */
export const OverviewView = () => {
  const say = useWords(assistanceWords);
  return (
    <Loaded query={useOverview()}>
      {({ specialties, silent, costs }) =>
        specialties.length === 0 ? (
          <EmptyState icon={IconTable} title={say('emptyTable')} teach={say('emptyTableTeach')} />
        ) : (
          <Stack gap="lg">
            <Specialties rows={specialties} />
            <Silent rows={silent} />
            <Stack gap="xs">
              <Title order={2} size="h4">
                {say('costs')}
              </Title>
              <Group gap="2rem" align="flex-start">
                <Sums title={say('costsOffered')} sums={costs.offered} />
                <Sums title={say('costsAccepted')} sums={costs.accepted} />
              </Group>
              <Text size="sm" c="dimmed">
                {say('costsShare')}
              </Text>
            </Stack>
          </Stack>
        )
      }
    </Loaded>
  );
};
