/**
 * Two items side by side, field by field; what differs is marked by a sign and a word, not by colour
 * alone.
 */
import { Badge, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Item } from '../../../../server/capabilities/exchange/contract.ts';
import type { Duplicate } from '../../../../server/capabilities/exchange/duplicates/contract.ts';
import { useDates } from '../../../kit/date-time.tsx';
import { usePick, useWords } from '../../../kit/language.tsx';
import { TextLink } from '../../../kit/links.tsx';
import { Name } from '../../../kit/name.tsx';
import { Loaded } from '../../../kit/query.tsx';
import { terms } from '../../../kit/terms.ts';
import { usePartyName } from '../../parties/queries.ts';
import { useItem } from '../queries.ts';
import { useStixTypeName } from '../stix-card.tsx';
import { isNameless, stixName } from '../stix-summary.ts';
import { duplicateWords } from './duplicate-words.ts';
import styles from './duplicates.module.css';

interface Line {
  readonly key: 'subject' | 'summary' | 'service' | 'made' | 'marking' | 'domain' | 'grade' | 'content';
  readonly one: readonly string[];
  readonly other: readonly string[];
}

const useLines = (one: Item, other: Item): readonly Line[] => {
  const pick = usePick();
  const nameOf = usePartyName();
  const typeName = useStixTypeName();
  const { moment } = useDates();
  const gradeOf = ({ marking: { grading } }: Item): string =>
    grading ? `${grading.source}${grading.information}${grading.handling ?? ''}` : '';
  const contentOf = (item: Item): string[] =>
    item.objects
      .filter((object) => !isNameless(object) && object.type !== 'marking-definition')
      .map((object) => `${typeName(object)} · ${stixName(object)}`)
      .sort();
  const line = (key: Line['key'], of: (item: Item) => string): Line => ({
    key,
    one: [of(one)].filter(Boolean),
    other: [of(other)].filter(Boolean),
  });
  return [
    line('subject', (item) => item.title),
    line('summary', (item) => item.summary),
    line('service', (item) => nameOf(item.originator)),
    line('made', (item) => moment(item.createdAt)),
    line('marking', (item) => `TLP:${item.marking.tlp.toUpperCase()} · ${item.marking.handling.join(' ')}`),
    line('domain', (item) => pick(terms.fields[item.marking.field])),
    line('grade', gradeOf),
    { key: 'content', one: contentOf(one), other: contentOf(other) },
  ];
};

const Values = ({ values, others }: { values: readonly string[]; others: readonly string[] }) => {
  const say = useWords(duplicateWords);
  if (values.length === 0) return <Text c="dimmed">{say('nothing')}</Text>;
  return (
    <ul className={styles.values}>
      {values.map((value) => (
        <li key={value}>
          {others.includes(value) ? (
            <Name>{value}</Name>
          ) : (
            <mark className={styles.mark}>
              <Name>{value}</Name>
            </mark>
          )}
        </li>
      ))}
    </ul>
  );
};

const isSame = (line: Line): boolean =>
  line.one.length === line.other.length && line.one.every((value) => line.other.includes(value));

const Head = ({ item, children }: { item: Item; children: ReactNode }) => {
  const say = useWords(duplicateWords);
  return (
    <Table.Th scope="col">
      {children}{' '}
      <TextLink to="/exchange/items/$id" params={{ id: item.id }} size="sm" fw={400}>
        {say('openItem')}
      </TextLink>
    </Table.Th>
  );
};

const Sides = ({ one, other }: { one: Item; other: Item }) => {
  const say = useWords(duplicateWords);
  const lines = useLines(one, other);
  return (
    // Two columns need room: on a phone they are moved sideways, by finger or by arrow keys.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (axe)
    <section className={styles.frame} tabIndex={0} aria-label={say('compare')}>
      <Table className={styles.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{say('field')}</Table.Th>
            <Head item={one}>{say('one')}</Head>
            <Head item={other}>{say('other')}</Head>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((line) => (
            <Table.Tr key={line.key} data-differs={!isSame(line) || undefined}>
              <Table.Th scope="row" className={styles.fieldName}>
                {say(line.key)}
                <Badge
                  size="xs"
                  display="block"
                  mt={4}
                  variant={isSame(line) ? 'light' : 'outline'}
                  color={isSame(line) ? 'gray' : 'petrol'}
                >
                  {say(isSame(line) ? 'same' : 'differs')}
                </Badge>
              </Table.Th>
              <Table.Td>
                <Values values={line.one} others={line.other} />
              </Table.Td>
              <Table.Td>
                <Values values={line.other} others={line.one} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
};

/** Both items as they are read: to compare is to consult, and is journalled as such. */
export const Comparison = ({ pair }: { pair: Duplicate }) => {
  const one = useItem(pair.first.id);
  const other = useItem(pair.second.id);
  return (
    <Loaded query={one}>
      {(first) => <Loaded query={other}>{(second) => <Sides one={first} other={second} />}</Loaded>}
    </Loaded>
  );
};
