/** All that was said of one session, venue-day, route or other object, hazard by hazard. */
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import {
  type HazardName,
  hazards,
  hazardWords,
} from '../../../../server/capabilities/events/risk/contract.ts';
import type { TargetView, Version } from '../../../../server/capabilities/events/risk/view-contract.ts';
import { DayText, useDates } from '../../../kit/date-time.tsx';
import { usePick, useReading, useWords } from '../../../kit/language.tsx';
import { ButtonLink } from '../../../kit/links.tsx';
import { Page } from '../../../kit/page.tsx';
import { Loaded } from '../../../kit/query.tsx';
import { kitWords } from '../../../kit/words.ts';
import { usePersonName } from '../../parties/queries.ts';
import { useMe } from '../../parties/session.ts';
import { useNameOf } from '../names.ts';
import { mayPlan } from '../places.ts';
import { AssessForm } from './assess-form.tsx';
import { assessWords } from './assess-words.ts';
import { LevelMark } from './level-mark.tsx';
import { useTarget } from './queries.ts';
import styles from './risk.module.css';
import { riskWords } from './risk-words.ts';
import { TargetName } from './target-name.tsx';
import { Earlier, VersionFacts } from './versions.tsx';

const LookAt = ({ hazard }: { hazard: HazardName }) => {
  const say = useWords(assessWords);
  const pick = usePick();
  const { meaning, lookAt } = hazardWords[hazard];
  return (
    <Stack gap={4}>
      <Text size="sm">{pick(meaning)}</Text>
      <Text size="sm" fw={600}>
        {say('lookAt')}
      </Text>
      <ul className={styles.facts}>
        {lookAt.map((words) => (
          <li key={words.en}>
            <Text size="sm">{pick(words)}</Text>
          </li>
        ))}
      </ul>
    </Stack>
  );
};

const Newest = ({ version: newest, overdue }: { version: Version; overdue: boolean }) => {
  const say = useWords(assessWords);
  const risk = useWords(riskWords);
  const kit = useWords(kitWords);
  const nameOf = usePersonName();
  return (
    <>
      <VersionFacts version={newest} />
      <Text size="sm" c={overdue ? 'var(--mantine-color-error)' : 'dimmed'}>
        {kit('named', {
          name: say('owner'),
          value: newest.owner === null ? say('nobody') : (nameOf(newest.owner) ?? '…'),
        })}
        {' · '}
        {say('reviewOn')} <DayText day={newest.reviewOn} />
        {overdue && ` · ${risk('overdueMark')}`}
      </Text>
    </>
  );
};

const HazardCard = ({ event, view, hazard }: { event: string; view: TargetView; hazard: HazardName }) => {
  const say = useWords(assessWords);
  const pick = usePick();
  const { role } = useMe();
  const [writing, setWriting] = useState(false);
  const assessment = view.assessments.find((one) => one.hazard === hazard);
  const newest = assessment?.versions[0] ?? null;
  const assess = mayPlan(role) && !writing && (
    <Button
      size="compact-sm"
      variant={newest === null ? 'filled' : 'default'}
      onClick={() => setWriting(true)}
    >
      {say(newest === null ? 'assess' : 'assessAgain')}
    </Button>
  );
  return (
    <Stack gap="sm" className={styles.card}>
      <Group justify="space-between" gap="xs">
        <Title order={2} size="h4">
          {pick(hazardWords[hazard].name)}
        </Title>
        {assess}
      </Group>
      {newest === null ? (
        <Text size="sm" c="dimmed">
          {say('notAssessed')}
        </Text>
      ) : (
        <Newest version={newest} overdue={assessment?.overdue ?? false} />
      )}
      {writing && (
        <>
          <LookAt hazard={hazard} />
          <AssessForm
            event={event}
            target={view.target}
            hazard={hazard}
            before={newest}
            onDone={() => setWriting(false)}
          />
        </>
      )}
      {assessment !== undefined && <Earlier event={event} target={view.target} assessment={assessment} />}
    </Stack>
  );
};

const Beside = ({ event, view }: { event: string; view: TargetView }) => {
  const say = useWords(assessWords);
  if (view.beside.length === 0) return null;
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        {say('beside')}
      </Title>
      {view.beside.map(({ target, level }) => (
        <div key={target} className={styles.row}>
          <TargetName event={event} target={target} names={view.names} />
          <LevelMark level={level} />
        </div>
      ))}
    </Stack>
  );
};

const Target = ({ event, view }: { event: string; view: TargetView }) => {
  const say = useWords(assessWords);
  const nameIn = useNameOf();
  const dates = useDates();
  const { language } = useReading();
  const named = view.names[view.target];
  const name = named === undefined ? '' : nameIn(named.name);
  const day = named?.day != null ? dates.day(named.day) : null;
  const title = [
    named?.title ?? name,
    ...(named?.title != null ? [name] : []),
    ...(day === null ? [] : [day]),
  ]
    .filter((part) => part !== '')
    // Isolated, and led by the screen's side: a name of the other direction must not turn the date around.
    .map((part) => `\u2068${part}\u2069`)
    .join(' · ');
  const back = (
    <ButtonLink
      variant="default"
      to="/events/$event/risk"
      params={{ event }}
      search={{}}
      leftSection={<IconArrowBackUp size={18} aria-hidden />}
    >
      {say('back')}
    </ButtonLink>
  );
  // What was assessed comes first, the greatest level at the top.
  const order = [
    ...hazards.filter((hazard) => view.assessments.some((one) => one.hazard === hazard)),
    ...hazards.filter((hazard) => view.assessments.every((one) => one.hazard !== hazard)),
  ];
  return (
    <Page title={language === 'ar' ? `\u200f${title}` : title} teach={say('teach')} actions={back}>
      <div className={styles.ground}>
        <Stack gap="md">
          <LevelMark level={view.level} />
          {order.map((hazard) => (
            <HazardCard key={hazard} event={event} view={view} hazard={hazard} />
          ))}
          <Beside event={event} view={view} />
        </Stack>
      </div>
    </Page>
  );
};

/** The screen of one target. */
export const TargetScreen = () => {
  const { event, target } = useParams({ from: '/events/$event/risk/$target' });
  const query = useTarget(event, target);
  return <Loaded query={query}>{(view) => <Target event={event} view={view} />}</Loaded>;
};
