/** Finds a visiting officer his host officer, without whom he is not tasked. */
import { Badge, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { UnitView } from '../../../../server/capabilities/assistance/deployment/contract.ts';
import type { SuggestionList } from '../../../../server/capabilities/assistance/deployment/draft-contract.ts';
import { EmptyState } from '../../../kit/empty-state.tsx';
import { ErrorNotice } from '../../../kit/error-notice.tsx';
import { useReading, useWords } from '../../../kit/language.tsx';
import { ButtonLink } from '../../../kit/links.tsx';
import { Page } from '../../../kit/page.tsx';
import { usePreferences } from '../../../kit/preferences.ts';
import { Loaded } from '../../../kit/query.tsx';
import { useToasts } from '../../../kit/toasts.tsx';
import { kitWords } from '../../../kit/words.ts';
import { dayEnd, dayOfMoment, dayStart, lastDayBefore } from '../draft.ts';
import { useLanguageNames } from '../parts.tsx';
import styles from './deployment.module.css';
import { Card, nameIn, OfficerName } from './parts.tsx';
import { usePair, useSuggestions, useUnit } from './queries.ts';
import { pairWords } from './screen-words.ts';
import { stepDialogWords } from './unit-catalogues.ts';

interface Days {
  readonly from: string;
  readonly until: string;
}

/** The days as a period that does not pass the visitor's own. */
const periodOf = ({ from, until }: Days, unit: UnitView, zone: string): Days | null => {
  const [start, end] = [dayStart(from, zone), dayEnd(until, zone)];
  if (start === null || end === null || start >= end) return null;
  return { from: start, until: [end, unit.available.until].sort()[0] ?? end };
};

const Suggested = ({
  one,
  onChoose,
  busy,
}: {
  one: SuggestionList[number];
  onChoose: () => void;
  busy: boolean;
}) => {
  const say = useWords(pairWords);
  const languages = useLanguageNames();
  return (
    <li className={styles.row}>
      <Stack gap={4}>
        <OfficerName officer={one} />
        <Group gap="xs">
          {one.sameSpecialty && <Badge tt="none">{say('sameSpecialty')}</Badge>}
          <Text size="sm" className={one.languages.length === 0 ? styles.late : undefined}>
            {one.languages.length === 0
              ? say('noShared')
              : say('shared', { languages: languages(one.languages) })}
          </Text>
          <Text size="sm" c="dimmed">
            {say('withHim', { count: one.withHim })}
          </Text>
        </Group>
      </Stack>
      <Button loading={busy} variant="default" onClick={onChoose}>
        {say('choose')}
      </Button>
    </li>
  );
};

/** The days chosen, and what choosing a host officer does. */
const useChoice = (unit: UnitView) => {
  const say = useWords(pairWords);
  const show = useToasts();
  const navigate = useNavigate();
  const pair = usePair(unit.id);
  const { timeZone: zone } = usePreferences();
  const [days, setDays] = useState<Days>(() => {
    // From now, from when he is here, or from when the pair that stands is over.
    const starts = [new Date().toISOString(), unit.available.from, ...unit.pairs.map(({ until }) => until)];
    const start = starts.sort().at(-1) ?? unit.available.from;
    return { from: dayOfMoment(start, zone), until: lastDayBefore(unit.available.until, zone) };
  });
  const period = periodOf(days, unit, zone);
  const onSuccess = (): void => {
    show({ text: say('paired') });
    void navigate({ to: '/assistance/units/$id', params: { id: unit.id } });
  };
  const choose = (host: string): void => {
    if (period !== null) pair.mutate({ host, period }, { onSuccess });
  };
  return { days, setDays, period, choose, pair };
};

const Content = ({ unit }: { unit: UnitView }) => {
  const say = useWords(pairWords);
  const step = useWords(stepDialogWords);
  const { language } = useReading();
  const { days, setDays, period, choose, pair } = useChoice(unit);
  return (
    <Page
      title={say('title', { name: nameIn(language, unit) })}
      teach={say('teach')}
      actions={<Back id={unit.id} />}
    >
      <Stack maw="52rem">
        <Card title={say('period')}>
          <Group>
            {(['from', 'until'] as const).map((name) => (
              <TextInput
                key={name}
                type="date"
                label={step(name)}
                value={days[name]}
                onChange={(event) => setDays({ ...days, [name]: event.currentTarget.value })}
              />
            ))}
          </Group>
        </Card>
        {pair.isError && <ErrorNotice error={pair.error} />}
        <Loaded query={useSuggestions(unit.id, period)}>
          {(all) =>
            all.length === 0 ? (
              <EmptyState icon={IconUsers} title={say('empty')} teach={say('emptyTeach')} />
            ) : (
              <ul className={styles.rows}>
                {all.map((one) => (
                  <Suggested
                    key={one.host}
                    one={one}
                    busy={pair.isPending}
                    onChoose={() => choose(one.host)}
                  />
                ))}
              </ul>
            )
          }
        </Loaded>
      </Stack>
    </Page>
  );
};

const Back = ({ id }: { id: string }) => {
  const kit = useWords(kitWords);
  return (
    <ButtonLink variant="default" to="/assistance/units/$id" params={{ id }}>
      {kit('back')}
    </ButtonLink>
  );
};

export const PairScreen = () => {
  const { id } = useParams({ from: '/assistance/units/$id/pair' });
  return <Loaded query={useUnit(id)}>{(unit) => <Content unit={unit} />}</Loaded>;
};
