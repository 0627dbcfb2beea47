import { Button, Code, Group, Paper, Stack, Text } from '@mantine/core';
import { IconCode } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { Item } from '../../../server/capabilities/exchange/contract.ts';
import { isDay } from '../../../server/kernel/time.ts';
import { DayText, Moment } from '../../kit/date-time.tsx';
import { usePick, useReading, useWords } from '../../kit/language.tsx';
import { Name } from '../../kit/name.tsx';
import { terms } from '../../kit/terms.ts';
import styles from './stix-card.module.css';
import { type Fact, stixFacts, stixName, stixSort } from './stix-summary.ts';
import { stixTypeWords, stixWords } from './stix-words.ts';
import { documentKinds } from './subject-kinds.ts';
import { subjectWords } from './subject-words.ts';

type StixObject = Item['objects'][number];

const isTypeKey = (type: string): type is keyof typeof stixTypeWords => Object.hasOwn(stixTypeWords, type);
const isCategory = (value: string): value is keyof typeof terms.personCategories =>
  Object.hasOwn(terms.personCategories, value);

/** What sort of thing a STIX object is, in the reader's words. */
export const useStixTypeName = () => {
  const typeName = useWords(stixTypeWords);
  const say = useWords(stixWords);
  return (object: StixObject): string => {
    const sort = stixSort(object);
    const type = String(object.type);
    if (sort) return say(sort);
    return isTypeKey(type) ? typeName(type) : say('other', { type });
  };
};

const Country = ({ code }: { code: string }) => {
  const { locale } = useReading();
  const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' });
  return <>{/^[A-Z]{2}$/.test(code) ? names.of(code) : code}</>;
};

const FactValue = ({ fact }: { fact: Fact }): ReactNode => {
  const pick = usePick();
  const subject = useWords(subjectWords);
  switch (fact.as) {
    case 'country':
      return <Country code={fact.value} />;
    case 'moment':
      return <Moment at={fact.value} />;
    case 'day':
      return isDay(fact.value) ? <DayText day={fact.value} /> : <Name>{fact.value}</Name>;
    case 'code':
      return (
        <Code className={styles.code} dir="ltr">
          {fact.value}
        </Code>
      );
    case 'category':
      return isCategory(fact.value) ? pick(terms.personCategories[fact.value]) : <Name>{fact.value}</Name>;
    case 'document': {
      const kind = documentKinds.find((entry) => entry === fact.value);
      return kind ? subject(kind) : <Name>{fact.value}</Name>;
    }
    case undefined:
      return <Name>{fact.value}</Name>;
  }
};

/** One content object, readable; its STIX text on demand. */
export const StixCard = ({ object }: { object: StixObject }) => {
  const say = useWords(stixWords);
  const typeName = useStixTypeName();
  const [raw, setRaw] = useState(false);
  const facts = stixFacts(object);
  return (
    <Paper withBorder p="sm" component="article">
      <Stack gap={6}>
        <Group justify="space-between" align="flex-start" wrap="nowrap">
          <div className={styles.heading}>
            <Text size="xs" c="dimmed">
              {typeName(object)}
            </Text>
            <Text fw={600} className={styles.name}>
              <Name>{stixName(object)}</Name>
            </Text>
          </div>
          <Button
            size="compact-xs"
            flex="none"
            variant="default"
            aria-expanded={raw}
            leftSection={<IconCode size={14} aria-hidden />}
            onClick={() => setRaw(!raw)}
          >
            {say(raw ? 'hideStix' : 'showStix')}
          </Button>
        </Group>
        {raw ? (
          <Code block dir="ltr" tabIndex={0} aria-label={say('stixOf')} className={styles.raw}>
            {JSON.stringify(object, null, 2)}
          </Code>
        ) : (
          facts.length > 0 && (
            <dl className={styles.facts}>
              {facts.map((fact) => (
                <div key={`${fact.name}${fact.value}`}>
                  <dt>{say(fact.name)}</dt>
                  <dd>
                    <FactValue fact={fact} />
                  </dd>
                </div>
              ))}
            </dl>
          )
        )}
      </Stack>
    </Paper>
  );
};
