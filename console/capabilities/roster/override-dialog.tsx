/** Asks why a rule is set aside. */
import { Badge, Group, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { ruleWords } from '../../../server/capabilities/roster/contract.ts';
import { ConfirmDialog } from '../../kit/confirm-dialog.tsx';
import { useWords } from '../../kit/language.tsx';
import { useBoard } from './board-context.ts';
import { editWords } from './edit-words.ts';
import { useTimes } from './times.ts';
import type { Editing, Held } from './use-editing.ts';
import { rosterWords } from './words.ts';

const isRule = (rule: string): rule is keyof typeof ruleWords => Object.hasOwn(ruleWords, rule);

export const RuleName = ({ rule }: { rule: string }) => {
  const say = useWords(ruleWords);
  return <>{isRule(rule) ? say(rule) : rule}</>;
};

/** Whom the rules would be set aside for, and where. */
const Whom = ({ units, posts }: Pick<Held, 'units' | 'posts'>) => {
  const { board } = useBoard();
  const times = useTimes();
  return (
    <div>
      {units.map((id) => (
        <Text key={id} size="sm" fw={600}>
          <bdi>{board.units.get(id)?.name ?? id}</bdi>
        </Text>
      ))}
      {posts
        .flatMap((id) => board.posts.get(id) ?? [])
        .map(({ id, place, from, to }) => (
          <Text key={id} size="sm">
            <bdi>{board.placeName(place)}</bdi> · <bdi>{times.span(Date.parse(from), Date.parse(to))}</bdi>
          </Text>
        ))}
    </div>
  );
};

export const ReasonDialog = ({ editing }: { editing: Editing }) => {
  const say = useWords(editWords);
  const roster = useWords(rosterWords);
  const [reason, setReason] = useState('');
  return (
    <ConfirmDialog
      opened={editing.held !== null}
      title={say('override')}
      consequence={say('breaks')}
      action={say('override')}
      danger
      busy={editing.isBusy}
      disabled={reason.trim() === ''}
      error={editing.held === null ? null : editing.error}
      onConfirm={() => editing.override(reason, () => setReason(''))}
      onClose={editing.leave}
    >
      {editing.held !== null && <Whom {...editing.held} />}
      <Group gap="xs">
        {(editing.held?.rules ?? []).map((rule) => (
          <Badge key={rule} color="red" variant="light">
            <RuleName rule={rule} />
          </Badge>
        ))}
      </Group>
      <Textarea
        label={roster('reason')}
        data-autofocus
        dir="auto"
        value={reason}
        maxLength={500}
        required
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ConfirmDialog>
  );
};
