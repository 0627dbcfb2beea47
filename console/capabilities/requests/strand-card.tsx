/** One addressee's strand: where it stands, whose turn it is, what can be done, and what was said. */
import { Badge, Button, Group, Paper, Stack, Text, Timeline, Title } from '@mantine/core';
import type { RequestView, StepView, StrandView } from '../../../server/capabilities/requests/contract.ts';
import { Moment } from '../../kit/date-time.tsx';
import { usePick, useWords } from '../../kit/language.tsx';
import { TextLink } from '../../kit/links.tsx';
import { Name } from '../../kit/name.tsx';
import { OwnWords } from '../../kit/own-words.tsx';
import { useDesks, usePartyName, usePersonName } from '../parties/queries.ts';
import { useMe } from '../parties/session.ts';
import { Due, useNow, useSpan } from './due.tsx';
import { pageWords } from './request-words.ts';
import { Passed } from './staff/passed.tsx';
import { staffWords } from './staff/staff-words.ts';
import { saidWords, stepWords } from './step-words.ts';
import { StateBadge } from './strand-state.tsx';
import { ownStepsOf, type Triage, type Triaged } from './triage.tsx';
import { followUpWords, groundWords, requestWords } from './words.ts';

const hourMs = 3_600_000;

const StepText = ({ step }: { step: StepView }) => {
  const say = useWords(pageWords);
  const ground = useWords(groundWords);
  const followUp = useWords(followUpWords);
  return (
    <>
      {step.ground && <Text size="sm">{ground(step.ground)}</Text>}
      {step.usefulness !== null && (
        <Text size="sm">
          {say('useful', { mark: step.usefulness })} ·{' '}
          {step.followUps.map((one) => followUp(one)).join(' · ')}
        </Text>
      )}
      {step.text !== '' && <OwnWords size="sm">{step.text}</OwnWords>}
      {step.answers.map((answer) => (
        <TextLink key={answer} size="sm" to="/exchange/items/$id" params={{ id: answer }}>
          {say('openAnswer')}
        </TextLink>
      ))}
      {!step.effective && (
        <Text size="sm" c="dimmed">
          {say('noEffect')}
        </Text>
      )}
      {step.fault !== null && (
        <Text size="sm" c="var(--mantine-color-error)">
          {say('notTaken', { fault: step.fault })}
        </Text>
      )}
    </>
  );
};

const History = ({ steps }: { steps: readonly StepView[] }) => {
  const word = useWords(saidWords);
  const nameOf = usePartyName();
  const personName = usePersonName();
  return (
    <Timeline active={steps.length} bulletSize={16} lineWidth={2}>
      {steps.map((step) => {
        const officer = step.person && personName(step.person);
        return (
          <Timeline.Item key={step.id} title={word(step.kind)}>
            <Text size="xs" c="dimmed">
              <Name>{nameOf(step.by)}</Name>
              {officer && (
                <>
                  {' · '}
                  <Name>{officer}</Name>
                </>
              )}
              {' · '}
              <Moment at={step.at} />
            </Text>
            <StepText step={step} />
          </Timeline.Item>
        );
      })}
    </Timeline>
  );
};

const Label = ({ children }: { children: string }) => (
  <Text span inherit c="dimmed">
    {children}
  </Text>
);

const Facts = ({ strand }: { strand: StrandView }) => {
  const say = useWords(pageWords);
  const board = useWords(requestWords);
  const staff = useWords(staffWords);
  const span = useSpan();
  const pick = usePick();
  const personName = usePersonName();
  const desk = useDesks().data?.find(({ id }) => id === strand.desk);
  const now = useNow();
  const level = ([null, 'level1', 'level2', 'level3', 'level4'] as const)[strand.level];
  const runs = strand.waitsFor !== null && strand.stoppedAt === null;
  return (
    <Group gap="0.25rem 1.25rem" fz="sm">
      {runs && (
        <Due dueAt={strand.dueAt} pausedAt={strand.pausedAt} begun={strand.state !== 'sent'} now={now} />
      )}
      <span>
        <Label>{say('term')}</Label> {span(strand.termHours * hourMs)}
      </span>
      {runs && level && <Badge color={strand.level >= 3 ? 'red.9' : 'yellow'}>{board(level)}</Badge>}
      <span>
        <Label>{say('inHand')}</Label>{' '}
        <Name>
          {(strand.assignee && personName(strand.assignee)) || (desk ? pick(desk.name) : board('nobody'))}
        </Name>
      </span>
      {runs && strand.escalatedTo && (
        <span>{staff('escalated', { name: personName(strand.escalatedTo) ?? '…' })}</span>
      )}
      {strand.saidReceivedAt && (
        <Text span size="sm" c="dimmed">
          {say('saidReceived')} <Moment at={strand.saidReceivedAt} />
          {strand.saidDueAt && (
            <>
              {' '}
              {say('saidDue')} <Moment at={strand.saidDueAt} />
            </>
          )}
        </Text>
      )}
    </Group>
  );
};

interface Needs {
  readonly strand: StrandView;
  readonly steps: RequestView['steps'];
  readonly handOvers: RequestView['handOvers'];
  readonly onOpen: (what: Triage, on: Triaged) => void;
}

export const StrandCard = ({ strand, steps, handOvers, onOpen }: Needs) => {
  const say = useWords(pageWords);
  const word = useWords(stepWords);
  const nameOf = usePartyName();
  const me = useMe();
  const isOurs = strand.addressee === me.party.id;
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <Group justify="space-between">
          <Group gap="xs">
            <Title order={3} size="h5">
              {isOurs
                ? say('ours', { party: nameOf(strand.requester) })
                : say('at', { party: nameOf(strand.addressee) })}
            </Title>
            <StateBadge state={strand.state} />
            {strand.waitsFor !== null && (
              <Text size="sm" c="dimmed">
                {say(strand.waitsFor === 'us' ? 'waitsUs' : 'waitsThem')}
              </Text>
            )}
          </Group>
          <Group gap="xs">
            {ownStepsOf(strand).map((kind) => (
              <Button
                key={kind}
                size="compact-sm"
                variant={
                  kind === 'accepted' || kind === 'clarified' || kind === 'feedback' ? 'filled' : 'default'
                }
                onClick={() => onOpen(kind, strand)}
              >
                {word(kind)}
              </Button>
            ))}
            {strand.waitsFor !== null && (
              <Button size="compact-sm" variant="default" onClick={() => onOpen('assign', strand)}>
                {word('assign')}
              </Button>
            )}
          </Group>
        </Group>
        <Facts strand={strand} />
        {steps.length > 0 && <History steps={steps} />}
        <Passed handOvers={handOvers} />
      </Stack>
    </Paper>
  );
};
