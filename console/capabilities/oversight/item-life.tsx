import { Alert, Code, Paper, Text, Title } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { Access } from '../../../server/capabilities/oversight/accesses/contract.ts';
import { DayText } from '../../kit/date-time.tsx';
import { useWords } from '../../kit/language.tsx';
import { Name } from '../../kit/name.tsx';
import { usePartyName } from '../parties/queries.ts';
import { Fact, MetadataFacts } from './facts.tsx';
import styles from './oversight.module.css';
import { useAccesses, useOverseenItem } from './queries.ts';
import { oversightWords } from './words.ts';

type Stone = NonNullable<Access['tombstone']>;

/** What became of the copy that was taken back: the partner's word, once his node is back. */
const fateOf = (party: string, entries: readonly Access[]) => {
  const said = entries.find(({ verb, actor }) => verb === 'federation.confirm-withdrawal' && actor === party);
  if (said === undefined) return 'copyUnconfirmed';
  if (said.outcome === 'done') return 'copyNeverArrived';
  const since = entries.filter(({ seq }) => seq > said.seq);
  if (since.some(({ verb, actor }) => verb === 'exchange.hear-compliance' && actor === party))
    return 'copyRemoved';
  return since.some(({ verb }) => verb === 'exchange.recall') ? 'copyCalledBack' : 'copyHadArrived';
};

const WithdrawnCopies = ({ stone, entries }: { stone: Stone; entries: readonly Access[] }) => {
  const say = useWords(oversightWords);
  const partyName = usePartyName();
  return (
    <Fact name={say('withdrawnCopies')}>
      {stone.withdrawnFrom.map((party) => (
        <div key={party}>
          <Name>{partyName(party)}</Name>
          {' – '}
          {say(fateOf(party, entries))}
        </div>
      ))}
    </Fact>
  );
};

const Tombstone = ({ stone, entries }: { stone: Stone; entries: readonly Access[] }) => {
  const say = useWords(oversightWords);
  return (
    <Alert color="gray" icon={<IconTrash />} title={say('erased')}>
      <dl className={styles.facts}>
        <Fact name={say('legalBasis')}>
          <Name>{stone.legalBasis}</Name>
        </Fact>
        <Fact name={say('eraseOn')}>
          <DayText day={stone.eraseOn} />
        </Fact>
        <Fact name={say('hash')}>
          <Code className={styles.signature} dir="ltr">
            {stone.hash}
          </Code>
        </Fact>
        {stone.withdrawnFrom.length > 0 && <WithdrawnCopies stone={stone} entries={entries} />}
      </dl>
    </Alert>
  );
};

/** One item: what may be known of it, or what is left of it; its entries follow below, the last first. */
export const ItemLife = ({ id }: { id: string }) => {
  const say = useWords(oversightWords);
  const item = useOverseenItem(id).data;
  const entries = useAccesses({ item: id }).data?.pages[0]?.items ?? [];
  const stone = entries.find((entry) => entry.tombstone !== null)?.tombstone ?? null;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="life-title">
      <Title order={2} size="h4" id="life-title">
        {say('life')}
      </Title>
      <Text size="xs" c="dimmed" mb="sm">
        <bdi dir="ltr">{id}</bdi>
      </Text>
      {item && <MetadataFacts item={item} />}
      {item === null && stone && <Tombstone stone={stone} entries={entries} />}
    </Paper>
  );
};
