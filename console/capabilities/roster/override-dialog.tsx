/** Asks why a rule is set aside. */
import { Badge, Group, Textarea } from '@mantine/core';
import { useState } from 'react';
import { ruleWords } from '../../../server/capabilities/roster/contract.ts';
import { ConfirmDialog } from '../../kit/confirm-dialog.tsx';
import { useWords } from '../../kit/language.tsx';
import { editWords } from './edit-words.ts';
import type { Editing } from './use-editing.ts';
import { rosterWords } from './words.ts';

const isRule = (rule: string): rule is keyof typeof ruleWords => Object.hasOwn(ruleWords, rule);

export const RuleName = ({ rule }: { rule: string }) => {
  const say = useWords(ruleWords);
  return <>{isRule(rule) ? say(rule) : rule}</>;
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
      onConfirm={() => {
        editing.override(reason);
        setReason('');
      }}
      onClose={editing.leave}
    >
      <Group gap="xs">
        {(editing.held?.rules ?? []).map((rule) => (
          <Badge key={rule} color="red" variant="light">
            <RuleName rule={rule} />
          </Badge>
        ))}
      </Group>
      <Textarea
        label={roster('reason')}
        value={reason}
        maxLength={500}
        required
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ConfirmDialog>
  );
};
