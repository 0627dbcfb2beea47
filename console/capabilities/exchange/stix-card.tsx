import { Button, Code, Group, Paper, Stack, Text } from '@mantine/core';
import { IconCode } from '@tabler/icons-react';
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import type { Item } from '../../../server/capabilities/exchange/contract.ts';
import { languages } from '../../../server/kernel/faults.ts';
import { isDay } from '../../../server/kernel/time.ts';
import { DayText, Moment } from '../../kit/date-time.tsx';
import { usePick, useReading, useWords } from '../../kit/language.tsx';
import { languageNames } from '../../kit/language-switch.tsx';
import { Name } from '../../kit/name.tsx';
import { terms } from '../../kit/terms.ts';
import styles from './stix-card.module.css';
import { type Fact, isNameless, stixFacts, stixName, stixSort } from './stix-summary.ts';
import { stixTypeWords, stixWords } from './stix-words.ts';
import { documentKinds } from './subject-kinds.ts';
import { subjectWords } from './subject-words.ts';
import { urgencyWords } from './urgency-words.ts';

type StixObject = Item['objects'][number];

const isTypeKey = (type: string): type is keyof typeof stixTypeWords => Object.hasOwn(stixTypeWords, type);
const isCategory = (value: string): value is keyof typeof terms.personCategories =>
  Object.hasOwn(terms.personCategories, value);

const isUrgency = (value: string): value is keyof typeof urgencyWords => Object.hasOwn(urgencyWords, value);

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

const NamesContext = createContext<ReadonlyMap<string, string>>(new Map());

/** Cards below call the objects that they refer to by name: an identifier says nothing to a reader. */
export const StixNames = (needs: { objects: readonly StixObject[]; children: ReactNode }) => {
  const names = useMemo(
    () => new Map(needs.objects.map((object) => [String(object.id), stixName(object)])),
    [needs.objects],
  );
  return <NamesContext value={names}>{needs.children}</NamesContext>;
};

const useObjectName = (): ((id: string) => string) => {
  const names = useContext(NamesContext);
  const say = useWords(stixWords);
  return (id) => names.get(id) ?? say('unnamed');
};

/** What a card is headed with: a relationship by the two that it joins. */
const useTitle = (object: StixObject): string | null => {
  const nameOf = useObjectName();
  const say = useWords(stixWords);
  if (!isNameless(object)) return stixName(object);
  if (object.type !== 'relationship') return null;
  return say('link', { from: nameOf(String(object.source_ref)), to: nameOf(String(object.target_ref)) });
};

const Country = ({ code }: { code: string }) => {
  const { locale } = useReading();
  const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' });
  return <>{/^[A-Z]{2}$/.test(code) ? names.of(code) : code}</>;
};

const LanguageName = ({ tag }: { tag: string }) => {
  const known = languages.find((entry) => entry === tag);
  return <Name>{known ? languageNames[known] : tag}</Name>;
};

const Urgency = ({ value }: { value: string }) => {
  const say = useWords(urgencyWords);
  return isUrgency(value) ? say(value) : <Name>{value}</Name>;
};

const FactValue = ({ fact }: { fact: Fact }): ReactNode => {
  const pick = usePick();
  const subject = useWords(subjectWords);
  const nameOf = useObjectName();
  switch (fact.as) {
    case 'object':
      return <Name>{nameOf(fact.value)}</Name>;
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
    case 'urgency':
      return <Urgency value={fact.value} />;
    case 'language':
      return <LanguageName tag={fact.value} />;
    case undefined:
      return <Name>{fact.value}</Name>;
  }
};

const Source = ({ object }: { object: StixObject }) => {
  const say = useWords(stixWords);
  return (
    <Code block dir="ltr" tabIndex={0} aria-label={say('stixOf')} className={styles.raw}>
      {JSON.stringify(object, null, 2)}
    </Code>
  );
};

const Facts = ({ facts }: { facts: readonly Fact[] }) => {
  const say = useWords(stixWords);
  if (facts.length === 0) return null;
  return (
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
  );
};

/** One content object, readable; its STIX text on demand. */
export const StixCard = ({ object }: { object: StixObject }) => {
  const say = useWords(stixWords);
  const typeName = useStixTypeName();
  const [raw, setRaw] = useState(false);
  const title = useTitle(object);
  const facts = stixFacts(object);
  return (
    <Paper withBorder p="sm" component="article">
      <Stack gap={6}>
        <Group justify="space-between" align="flex-start" wrap="nowrap">
          <div className={styles.heading}>
            <Text size="xs" c="dimmed">
              {typeName(object)}
            </Text>
            {title !== null && (
              <Text fw={600} className={styles.name}>
                <Name>{title}</Name>
              </Text>
            )}
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
        {raw ? <Source object={object} /> : <Facts facts={facts} />}
      </Stack>
    </Paper>
  );
};
