import {
  Badge,
  Button,
  CopyButton,
  Group,
  Paper,
  SegmentedControl,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { IconUserSearch } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { SubjectAnswer } from '../../../server/capabilities/oversight/accesses/contract.ts';
import { type Language, languages } from '../../../server/kernel/faults.ts';
import { Moment } from '../../kit/date-time.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { ErrorNotice } from '../../kit/error-notice.tsx';
import { directionOf, useReading, useWords } from '../../kit/language.tsx';
import { languageNames } from '../../kit/language-switch.tsx';
import { PlaceLink } from '../../kit/links.tsx';
import { Name } from '../../kit/name.tsx';
import { Page } from '../../kit/page.tsx';
import { kitWords } from '../../kit/words.ts';
import { usePartyName, useServices } from '../parties/queries.ts';
import { useMe } from '../parties/session.ts';
import { MetadataFacts } from './facts.tsx';
import { letterOf } from './letter.ts';
import { shortId, useVerbName } from './names.ts';
import styles from './oversight.module.css';
import { useSubjectRequest } from './queries.ts';
import { subjectWords } from './subject-words.ts';
import { oversightWords } from './words.ts';

const useWordsOfParty = () => {
  const me = useMe();
  const services = useServices().data;
  return (party: string) =>
    party === me.party.id ? me.party.name : (services?.find(({ id }) => id === party)?.name ?? null);
};

const Letter = ({ answer }: { answer: SubjectAnswer }) => {
  const say = useWords(subjectWords);
  const reading = useReading();
  const nameOf = useWordsOfParty();
  const [language, setLanguage] = useState<Language>(reading.language);
  const text = letterOf(answer, language, nameOf);
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="letter-title">
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4" id="letter-title">
          {say('letter')}
        </Title>
        <SegmentedControl
          aria-label={say('letterLanguage')}
          value={language}
          onChange={(value) => setLanguage(languages.find((one) => one === value) ?? language)}
          data={languages.map((one) => ({ value: one, label: languageNames[one] }))}
        />
      </Group>
      <Text size="sm" c="dimmed" mb="xs">
        {say('letterTeach')}
      </Text>
      <Text className={styles.answer} lang={language} dir={directionOf(language)}>
        {text}
      </Text>
      <CopyButton value={text}>
        {({ copy }) => (
          <Button mt="sm" variant="default" onClick={copy}>
            {say('copy')}
          </Button>
        )}
      </CopyButton>
    </Paper>
  );
};

const Disclosures = ({ answer }: { answer: SubjectAnswer }) => {
  const say = useWords(subjectWords);
  const verbName = useVerbName();
  const partyName = usePartyName();
  if (answer.disclosures.length === 0) return null;
  return (
    <section>
      <Title order={2} size="h4">
        {say('disclosed')}
      </Title>
      <ul>
        {answer.disclosures.map((one) => (
          <li key={one.seq}>
            <Moment at={one.at} /> · {verbName(one.verb)} · <bdi dir="ltr">{shortId(one.subject ?? '')}</bdi>
            {one.disclosedTo.map((party) => (
              <span key={party} className={styles.reference}>
                <Name>{partyName(party)}</Name>
              </span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
};

const Found = ({ answer }: { answer: SubjectAnswer }) => {
  const say = useWords(subjectWords);
  const oversight = useWords(oversightWords);
  if (answer.items.length === 0)
    return (
      <>
        <EmptyState icon={IconUserSearch} title={say('none')} teach={say('noneTeach')} />
        <Letter answer={answer} />
      </>
    );
  return (
    <Stack>
      <Title order={2} size="h3" role="status">
        {say('found', { count: answer.items.length })}
      </Title>
      {answer.items.map(({ item, kinds }) => (
        <Paper key={item.id} withBorder p="md" component="article">
          <Group gap="xs" mb="xs">
            <PlaceLink
              to="/oversight/accesses"
              search={{ item: item.id }}
              w="auto"
              label={`${oversight('item')} \u2066${shortId(item.id)}\u2069`}
            />
            {kinds.map((kind) => (
              <Badge key={kind} variant="light">
                {say(`as-${kind}`)}
              </Badge>
            ))}
          </Group>
          <MetadataFacts item={item} />
        </Paper>
      ))}
      <Disclosures answer={answer} />
      <Letter answer={answer} />
    </Stack>
  );
};

/** A data subject's request: what this node holds about him, as metadata, and an answer to begin from. */
export const SubjectsScreen = () => {
  const say = useWords(subjectWords);
  const kit = useWords(kitWords);
  const oversight = useWords(oversightWords);
  const request = useSubjectRequest();
  const [asked, setAsked] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    request.mutate(asked.trim());
  };
  return (
    <Page title={oversight('subjects')} teach={say('teach')}>
      <form onSubmit={submit}>
        <Group align="flex-end" gap="xs">
          <TextInput
            label={say('asked')}
            value={asked}
            dir="auto"
            maxLength={300}
            style={{ flex: '1 1 16rem' }}
            onChange={(event) => setAsked(event.currentTarget.value)}
            required
          />
          <Button type="submit" loading={request.isPending} disabled={asked.trim().length < 2}>
            {say('find')}
          </Button>
        </Group>
      </form>
      {request.error && <ErrorNotice error={request.error} />}
      {request.isPending && <Text role="status">{kit('loading')}</Text>}
      {request.data && <Found answer={request.data} />}
    </Page>
  );
};
