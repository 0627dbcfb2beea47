/** What this service may say next: a partner to the host, the host to each partner. */
import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { Ask, Side, Thread } from '../../../server/capabilities/assistance/contract.ts';
import { useWords } from '../../kit/language.tsx';
import { Name } from '../../kit/name.tsx';
import { usePartyName } from '../parties/queries.ts';
import { useMe } from '../parties/session.ts';
import { kindsFor } from './answer.ts';
import { AnswerFormView } from './answer-form.tsx';
import { answerWords } from './answer-words.ts';
import styles from './assistance.module.css';
import { ThreadBadge } from './parts.tsx';
import { mayAnswer, mayAsk } from './places.ts';

const openIn = (ask: Ask, thread: Thread, side: Side) =>
  ask.steps.find(
    (step) =>
      step.party === thread.party &&
      step.side === side &&
      (step.state === 'draft' || step.state === 'proposed'),
  ) ?? null;

const HostThread = ({ ask, thread }: { ask: Ask; thread: Thread }) => {
  const say = useWords(answerWords);
  const nameOf = usePartyName();
  const [opened, setOpened] = useState(false);
  const open = openIn(ask, thread, 'host');
  // An offer whose time is over is not accepted any more: a new one is asked for.
  const kinds = kindsFor('host', thread).filter((kind) => kind !== 'accept' || !thread.lapsed);
  if (open?.state === 'proposed' || kinds.length === 0) return null;
  const [first = 'more'] = kinds;
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <Group justify="space-between">
          <Group gap="sm">
            <Text fw={600}>
              <Name>{nameOf(thread.party)}</Name>
            </Text>
            <ThreadBadge state={thread.state} lapsed={thread.lapsed} />
          </Group>
          {!opened && open === null && (
            <Button variant={first === 'accept' ? 'filled' : 'default'} onClick={() => setOpened(true)}>
              {say(first === 'accept' ? 'do-accept' : 'do-more')}
            </Button>
          )}
        </Group>
        {(opened || open !== null) && (
          <AnswerFormView
            key={`${thread.state} ${thread.offer}`}
            ask={ask}
            thread={thread}
            side="host"
            kinds={kinds}
            before={open}
            onDone={() => setOpened(false)}
          />
        )}
      </Stack>
    </Paper>
  );
};

const PartnerThread = ({ ask, thread }: { ask: Ask; thread: Thread }) => {
  const say = useWords(answerWords);
  const open = openIn(ask, thread, 'partner');
  const kinds = kindsFor('partner', thread);
  const isToAnswer = thread.state === 'asked' || thread.state === 'more-asked' || open !== null;
  const [opened, setOpened] = useState(false);
  if (open?.state === 'proposed' || kinds.length === 0) return null;
  const [first = 'offer'] = kinds;
  if (!isToAnswer && !opened)
    return (
      <Stack gap="xs" align="flex-start">
        {thread.state === 'accepted' && <Text size="sm">{say('acceptedTeach')}</Text>}
        <Button variant="default" onClick={() => setOpened(true)}>
          {say(first === 'withdraw' ? 'do-withdraw' : 'answer')}
        </Button>
      </Stack>
    );
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <Title order={2} size="h4">
          {say('answer')}
        </Title>
        <Text size="sm" c="dimmed">
          {say('answerTeach')}
        </Text>
        <AnswerFormView
          key={`${thread.state} ${thread.offer} ${ask.version}`}
          ask={ask}
          thread={thread}
          side="partner"
          kinds={kinds}
          before={open}
          onDone={() => setOpened(false)}
        />
      </Stack>
    </Paper>
  );
};

export const Speak = ({ ask }: { ask: Ask }) => {
  const { role } = useMe();
  if (ask.state !== 'issued') return null;
  if (!ask.own) {
    const [thread] = ask.threads;
    return thread !== undefined && mayAnswer(role) ? <PartnerThread ask={ask} thread={thread} /> : null;
  }
  if (!mayAsk(role)) return null;
  return (
    <div className={styles.list}>
      {ask.threads.map((thread) => (
        <HostThread key={thread.party} ask={ask} thread={thread} />
      ))}
    </div>
  );
};
