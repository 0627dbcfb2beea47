/** What each partner was asked for the event, and what came of it. */
import { Button, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconWorldQuestion } from '@tabler/icons-react';
import { useState } from 'react';
import type {
  VisitorAsk,
  VisitorMilestone,
  Visitors,
} from '../../../../server/capabilities/events/risk/visitor-contract.ts';
import { type Column, DataTable } from '../../../kit/data-table.tsx';
import { useDates } from '../../../kit/date-time.tsx';
import { EmptyState } from '../../../kit/empty-state.tsx';
import { useWords } from '../../../kit/language.tsx';
import { TextLink } from '../../../kit/links.tsx';
import { Loaded } from '../../../kit/query.tsx';
import { usePartyName } from '../../parties/queries.ts';
import { AskVisitors } from './ask-visitors.tsx';
import { useVisitors } from './queries.ts';
import styles from './risk.module.css';
import { visitorWords } from './visitor-words.ts';

type Partner = Visitors['partners'][number];

const AskState = ({ ask }: { ask: VisitorAsk | null }) => {
  const say = useWords(visitorWords);
  if (ask === null)
    return (
      <Text size="sm" c="dimmed">
        {say('state-none')}
      </Text>
    );
  return (
    <Stack gap={0}>
      <Text size="sm" fw={ask.overdue ? 600 : 400} c={ask.overdue ? 'var(--mantine-color-error)' : undefined}>
        {say(`state-${ask.state}`)}
        {ask.overdue && ` · ${say('overdue')}`}
      </Text>
      <Group gap="sm">
        <TextLink to="/requests/$id" params={{ id: ask.item }} size="sm">
          {say('openRequest')}
        </TextLink>
        {ask.answers.map((answer) => (
          <TextLink key={answer} to="/exchange/items/$id" params={{ id: answer }} size="sm">
            {say('openAnswer')}
          </TextLink>
        ))}
      </Group>
    </Stack>
  );
};

const useColumns = (visitors: Visitors): readonly Column<Partner>[] => {
  const say = useWords(visitorWords);
  const nameOf = usePartyName();
  const askOf = (partner: string, milestone: VisitorMilestone): VisitorAsk | null =>
    visitors.asks.find((ask) => ask.partner === partner && ask.milestone === milestone) ?? null;
  return [
    {
      key: 'partner',
      header: say('partner'),
      main: true,
      cell: ({ partner, covered, linked }) => (
        <Stack gap={0}>
          <bdi>{nameOf(partner)}</bdi>
          {!covered && (
            <Text size="sm" c="dimmed">
              {say('notCovered')}
            </Text>
          )}
          {!linked && (
            <Text size="sm" c="dimmed">
              {say('notLinked')}
            </Text>
          )}
        </Stack>
      ),
    },
    ...visitors.milestones.map(({ milestone }) => ({
      key: milestone,
      header: say(milestone),
      cell: ({ partner }: Partner) => <AskState ask={askOf(partner, milestone)} />,
    })),
  ];
};

const Milestones = ({
  visitors,
  onAsk,
}: {
  visitors: Visitors;
  onAsk: (milestone: VisitorMilestone) => void;
}) => {
  const say = useWords(visitorWords);
  const dates = useDates();
  const today = new Date().toISOString().slice(0, 10);
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
      {visitors.milestones.map(({ milestone, dueOn, near }) => (
        <Group key={milestone} gap="md" justify="space-between" className={styles.card}>
          <span>
            <Text fw={600}>{say(milestone)}</Text>
            <Text size="sm" c="dimmed">
              {say('due', { day: dates.day(dueOn) })}
              {near && ` · ${say(dueOn < today ? 'past' : 'near')}`}
            </Text>
          </span>
          {visitors.mayAsk && (
            <Button variant="default" onClick={() => onAsk(milestone)}>
              {say('ask')}
            </Button>
          )}
        </Group>
      ))}
    </SimpleGrid>
  );
};

const Listed = ({ event, visitors }: { event: string; visitors: Visitors }) => {
  const say = useWords(visitorWords);
  const [asking, setAsking] = useState<VisitorMilestone | null>(null);
  const columns = useColumns(visitors);
  return (
    <Stack gap="md">
      <Milestones visitors={visitors} onAsk={setAsking} />
      {visitors.partners.length === 0 ? (
        <EmptyState icon={IconWorldQuestion} title={say('empty')} teach={say('emptyTeach')} />
      ) : (
        <DataTable
          label={say('partners')}
          columns={columns}
          rows={visitors.partners}
          keyOf={({ partner }) => partner}
        />
      )}
      {asking !== null && (
        <AskVisitors event={event} visitors={visitors} milestone={asking} onClose={() => setAsking(null)} />
      )}
    </Stack>
  );
};

export const VisitorsView = ({ event }: { event: string }) => {
  const say = useWords(visitorWords);
  const query = useVisitors(event);
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed" maw="46rem">
        {say('teach')}
      </Text>
      <Loaded query={query}>{(visitors) => <Listed event={event} visitors={visitors} />}</Loaded>
    </Stack>
  );
};
