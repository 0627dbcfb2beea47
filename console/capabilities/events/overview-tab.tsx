/** The event at a glance: its counts, its milestones, its history. */
import { Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import type { MajorEvent } from '../../../server/capabilities/events/contract.ts';
import { usePick, useWords } from '../../kit/language.tsx';
import { TextLink } from '../../kit/links.tsx';
import { OwnWords } from '../../kit/own-words.tsx';
import { terms } from '../../kit/terms.ts';
import type { TabNeeds } from './event-screen.tsx';
import styles from './events.module.css';
import { HistoryList } from './history-list.tsx';
import { Milestones } from './milestones.tsx';
import { useNationName, useNumber } from './names.ts';
import { eventsWords } from './words.ts';

const counted = ['venues', 'sessions', 'objects', 'teams', 'posts'] as const;
const dayMs = 86_400_000;

const Counts = ({ event }: { event: MajorEvent }) => {
  const say = useWords(eventsWords);
  const number = useNumber();
  return (
    <SimpleGrid cols={{ base: 2, sm: 3, md: 5 }} spacing="sm">
      {counted.map((tab) => (
        <Paper key={tab} withBorder p="sm">
          <TextLink to="/events/$event" params={{ event: event.id }} search={{ tab }}>
            {say(tab)}
          </TextLink>
          <Text fz={28} fw={600} lh={1.2}>
            {number(event.counts[tab])}
          </Text>
        </Paper>
      ))}
    </SimpleGrid>
  );
};

const Facts = ({ event }: { event: MajorEvent }) => {
  const say = useWords(eventsWords);
  const pick = usePick();
  const nationName = useNationName();
  const days = Math.round((Date.parse(event.lastDay) - Date.parse(event.firstDay)) / dayMs) + 1;
  return (
    <dl className={styles.facts}>
      <dt>{say('code')}</dt>
      <dd>
        <bdi>{event.code}</bdi>
      </dd>
      <dt>{say('days')}</dt>
      <dd>{say('dayCount', { count: days })}</dd>
      <dt>{say('country')}</dt>
      <dd>{event.country === null ? say('several') : nationName(event.country)}</dd>
      <dt>{say('purpose')}</dt>
      <dd>{pick(terms.purposes[event.purpose])}</dd>
      <dt>{say('legalBasis')}</dt>
      <dd>
        <OwnWords>{event.legalBasis}</OwnWords>
      </dd>
    </dl>
  );
};

export const OverviewTab = ({ event, mayPlan }: TabNeeds) => {
  const say = useWords(eventsWords);
  return (
    <Stack gap="lg">
      <Counts event={event} />
      <Milestones event={event} mayPlan={mayPlan} />
      <Facts event={event} />
      <section>
        <Title order={2} size="h4" mb="xs">
          {say('history')}
        </Title>
        <HistoryList event={event.id} subject={event.id} />
      </section>
    </Stack>
  );
};
