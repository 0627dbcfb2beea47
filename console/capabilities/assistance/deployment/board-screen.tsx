/** The board of the deployment manager. */
import { Badge, Progress, SimpleGrid, Stack, Table, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import type {
  Board,
  BoardPart,
  BoardRow,
} from '../../../../server/capabilities/assistance/deployment/board-contract.ts';
import { specialtyWords } from '../../../../server/capabilities/assistance/deployment/contract.ts';
import { DayText } from '../../../kit/date-time.tsx';
import { EmptyState } from '../../../kit/empty-state.tsx';
import { usePick, useReading, useWords } from '../../../kit/language.tsx';
import { ButtonLink, TextLink } from '../../../kit/links.tsx';
import { Name } from '../../../kit/name.tsx';
import { Page } from '../../../kit/page.tsx';
import { Loaded } from '../../../kit/query.tsx';
import { usePartyName } from '../../parties/queries.ts';
import { boardWords } from './board-words.ts';
import styles from './deployment.module.css';
import { Card, nameIn, Scroll } from './parts.tsx';
import { useBoard } from './queries.ts';
import { actWords } from './unit-catalogues.ts';

/** The act that mends what a row shows. */
const mends = {
  arriving: 'arrive',
  'to-vet': 'vet',
  'to-accredit': 'accredit',
  'papers-missing': null,
  expiring: null,
  unpaired: 'pair',
  'no-briefing': null,
  idle: 'task',
} as const satisfies Readonly<Record<BoardPart, string | null>>;

const Row = ({ part, row }: { part: BoardPart; row: BoardRow }) => {
  const act = useWords(actWords);
  const pick = usePick();
  const nameOf = usePartyName();
  const { language } = useReading();
  const mend = mends[part];
  const params = { id: row.id };
  return (
    <li className={styles.row}>
      <div>
        <TextLink to="/assistance/units/$id" params={params} fw={600}>
          <Name>{nameIn(language, row)}</Name>
        </TextLink>
        <Text size="sm" c="dimmed">
          {pick(specialtyWords[row.specialty])} · <Name>{nameOf(row.party)}</Name>
          {row.day && (
            <>
              {' · '}
              <DayText day={row.day} />
            </>
          )}
        </Text>
      </div>
      {mend === 'pair' ? (
        <ButtonLink size="compact-sm" to="/assistance/units/$id/pair" params={params}>
          {act(mend)}
        </ButtonLink>
      ) : (
        mend !== null && (
          <ButtonLink
            size="compact-sm"
            variant="default"
            to="/assistance/units/$id"
            params={params}
            search={{ act: mend }}
          >
            {act(mend)}
          </ButtonLink>
        )
      )}
    </li>
  );
};

/** Rows shown of a part before the reader asks for the list. */
const shownRows = 6;

const Part = ({ part }: { part: Board['parts'][number] }) => {
  const say = useWords(boardWords);
  const left = part.count - Math.min(part.rows.length, shownRows);
  return (
    <Card
      title={say(part.part)}
      action={<Badge {...(part.part === 'unpaired' ? { color: 'red.9' } : {})}>{part.count}</Badge>}
    >
      <ul className={styles.rows}>
        {part.rows.slice(0, shownRows).map((row) => (
          <Row key={row.id} part={part.part} row={row} />
        ))}
      </ul>
      {left > 0 && (
        <TextLink to="/assistance/units" search={{ kind: 'visiting' }} size="sm">
          {say('more', { count: left })}
        </TextLink>
      )}
    </Card>
  );
};

const percent = 100;

const fillColumns = ['specialty', 'asked', 'accepted', 'named', 'arrived', 'rate'] as const;

const FillHead = () => {
  const say = useWords(boardWords);
  return (
    <Table.Thead>
      <Table.Tr>
        {fillColumns.map((name) => (
          <Table.Th key={name}>{say(name)}</Table.Th>
        ))}
      </Table.Tr>
    </Table.Thead>
  );
};

const FillTable = ({ fill }: Pick<Board, 'fill'>) => {
  const say = useWords(boardWords);
  const pick = usePick();
  const nameOf = usePartyName();
  const { locale } = useReading();
  const rate = new Intl.NumberFormat(locale, { style: 'percent' });
  if (fill.length === 0) return <Text c="dimmed">{say('noFill')}</Text>;
  return (
    <Scroll label={say('fill')}>
      <Table>
        <FillHead />
        <Table.Tbody>
          {fill.map((row) => {
            const of = row.asked ?? row.accepted;
            const share = of === 0 ? 0 : Math.min(1, row.named / of);
            return (
              <Table.Tr key={`${row.specialty} ${row.party ?? ''}`}>
                <Table.Td
                  pl={row.party === null ? undefined : 'xl'}
                  fw={row.party === null ? 600 : undefined}
                >
                  {row.party === null ? (
                    pick(specialtyWords[row.specialty])
                  ) : (
                    <Name>{nameOf(row.party)}</Name>
                  )}
                </Table.Td>
                <Table.Td>{row.asked ?? '–'}</Table.Td>
                <Table.Td>{row.accepted}</Table.Td>
                <Table.Td>{row.named}</Table.Td>
                <Table.Td>{row.arrived}</Table.Td>
                <Table.Td miw="7rem">
                  <Text size="sm">{rate.format(share)}</Text>
                  <Progress value={share * percent} aria-label={say('rate')} />
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Scroll>
  );
};

const bearers = ['host', 'sender', 'shared'] as const;

const CostTable = ({ costs }: Pick<Board, 'costs'>) => {
  const say = useWords(boardWords);
  const nameOf = usePartyName();
  const { locale } = useReading();
  if (costs.length === 0) return <Text c="dimmed">{say('noCosts')}</Text>;
  return (
    <Scroll label={say('costs')}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{say('partner')}</Table.Th>
            <Table.Th>{say('bearer')}</Table.Th>
            <Table.Th>{say('amount')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {costs.map(({ party, bearer, currency, amount }) => {
            const known = bearers.find((one) => one === bearer);
            return (
              <Table.Tr key={`${party} ${bearer} ${currency}`}>
                <Table.Td>
                  <Name>{nameOf(party)}</Name>
                </Table.Td>
                <Table.Td>{known === undefined ? bearer : say(known)}</Table.Td>
                <Table.Td>
                  <bdi>
                    {new Intl.NumberFormat(locale, { style: 'currency', currency }).format(Number(amount))}
                  </bdi>
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Scroll>
  );
};

const Content = ({ board }: { board: Board }) => {
  const say = useWords(boardWords);
  const waiting = board.parts.filter(({ count }) => count > 0);
  return (
    <Stack>
      {waiting.length === 0 ? (
        <EmptyState icon={IconCircleCheck} title={say('allClear')} teach={say('allClearTeach')} />
      ) : (
        <SimpleGrid cols={{ base: 1, md: 2, xl: 3 }}>
          {waiting.map((part) => (
            <Part key={part.part} part={part} />
          ))}
        </SimpleGrid>
      )}
      <Card title={say('fill')}>
        <FillTable fill={board.fill} />
      </Card>
      <Card title={say('costs')}>
        <CostTable costs={board.costs} />
      </Card>
    </Stack>
  );
};

export const BoardScreen = () => {
  const say = useWords(boardWords);
  return (
    <Page
      title={say('title')}
      teach={say('teach')}
      actions={
        <ButtonLink variant="default" to="/assistance/units" search={{ kind: 'visiting' }}>
          {say('officers')}
        </ButtonLink>
      }
    >
      <Loaded query={useBoard()}>{(board) => <Content board={board} />}</Loaded>
    </Page>
  );
};
