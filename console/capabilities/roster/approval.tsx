/** Where the head of the centre decides: what he would publish, what it leaves open, what it changes. */
import { Badge, Button, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useDates } from '../../kit/date-time.tsx';
import { useWords } from '../../kit/language.tsx';
import { Loaded } from '../../kit/query.tsx';
import { useMe } from '../parties/session.ts';
import { approvalWords } from './approval-words.ts';
import { useBoard } from './board-context.ts';
import { MoveDialog } from './move-dialog.tsx';
import { NewsView } from './news-view.tsx';
import { RuleName } from './override-dialog.tsx';
import { mayApprove } from './places.ts';
import { useNews } from './queries.ts';
import { rosterWords } from './words.ts';

/** Rules that somebody set aside, with his reason: who approves answers for them too. */
const SetAside = () => {
  const say = useWords(approvalWords);
  const { board } = useBoard();
  const overrides = board.holds.flatMap((hold) => (hold.kind === 'override' ? [hold] : []));
  if (overrides.length === 0) return null;
  return (
    <div>
      <Text fw={600}>{say('setAside')}</Text>
      <List size="sm">
        {overrides.map(({ unit, post, rules, reason }) => (
          <List.Item key={`${unit} ${post}`}>
            <bdi>{board.units.get(unit)?.name ?? unit}</bdi>
            {' · '}
            <bdi>{board.placeName(board.posts.get(post)?.place ?? '')}</bdi>
            {' · '}
            {rules.map((rule) => (
              <Badge key={rule} variant="default" me={4}>
                <RuleName rule={rule} />
              </Badge>
            ))}
            <bdi>{reason}</bdi>
          </List.Item>
        ))}
      </List>
    </div>
  );
};

const Uncovered = () => {
  const say = useWords(approvalWords);
  const { board } = useBoard();
  const open = board.bars.filter(({ unit }) => unit === null);
  const top = open.filter(({ post }) => post.priority === 1).length;
  return (
    <Text size="sm">
      {say('uncovered', { count: open.length })}
      {open.length > 0 && ' · '}
      {open.length > 0 && (
        <Text span fw={top > 0 ? 700 : undefined}>
          {say('ofTop', { count: top })}
        </Text>
      )}
    </Text>
  );
};

/** Shown while a draft waits: to who approves with the buttons, to who proposed it without. */
export const Approval = () => {
  const { draft } = useBoard();
  const say = useWords(approvalWords);
  const roster = useWords(rosterWords);
  const dates = useDates();
  const { role } = useMe();
  const news = useNews(draft.id, draft.version);
  const [asked, setAsked] = useState<'publish' | 'return' | null>(null);
  return (
    <Paper withBorder p="md" component="section" aria-label={say('title')}>
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={2} size="h4">
            {say('title')}
          </Title>
          {draft.proposedAt !== null && (
            <Text size="sm" c="dimmed">
              {say('proposedAt', { when: dates.brief(draft.proposedAt) })}
            </Text>
          )}
        </Group>
        <Uncovered />
        <SetAside />
        <Loaded query={news}>{(found) => <NewsView news={found} />}</Loaded>
        {mayApprove(role) && (
          <Group>
            <Button onClick={() => setAsked('publish')}>{roster('publish')}</Button>
            <Button variant="default" onClick={() => setAsked('return')}>
              {roster('sendBack')}
            </Button>
          </Group>
        )}
      </Stack>
      {asked !== null && (
        <MoveDialog draft={draft} verb={asked} onClose={() => setAsked(null)}>
          {asked === 'publish' && <Uncovered />}
        </MoveDialog>
      )}
    </Paper>
  );
};
