/** Starting assessments that the facts speak for; accepted many at once, with a reason. */
import { Button, Group, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconChecks } from '@tabler/icons-react';
import { useState } from 'react';
import {
  type HazardName,
  hazardWords,
  levels,
  type ProposalsQuery,
  riskLimits,
  type TargetKind,
  targetKinds,
} from '../../../../server/capabilities/events/risk/contract.ts';
import type { Proposal, Proposals } from '../../../../server/capabilities/events/risk/view-contract.ts';
import { isVisible } from '../../../../server/kernel/visible.ts';
import { ConfirmDialog } from '../../../kit/confirm-dialog.tsx';
import { type Column, DataTable } from '../../../kit/data-table.tsx';
import { EmptyState } from '../../../kit/empty-state.tsx';
import { usePick, useReading, useWords } from '../../../kit/language.tsx';
import { Loaded } from '../../../kit/query.tsx';
import { useToasts } from '../../../kit/toasts.tsx';
import { useMe } from '../../parties/session.ts';
import { useNumber } from '../names.ts';
import { mayPlan } from '../places.ts';
import { OwnerChoice } from './assess-form.tsx';
import { assessWords } from './assess-words.ts';
import { HazardChoice } from './hazard-choice.tsx';
import { LevelMark } from './level-mark.tsx';
import { makingWords } from './making-words.ts';
import { useAccept, useProposals } from './queries.ts';
import styles from './risk.module.css';
import { riskWords } from './risk-words.ts';
import { TargetName } from './target-name.tsx';

type Scope = Pick<ProposalsQuery, 'kind' | 'hazard' | 'day'>;
const dayMs = 86_400_000;

const useColumns = (event: string, proposals: Proposals): readonly Column<Proposal>[] => {
  const say = useWords(riskWords);
  const making = useWords(makingWords);
  const pick = usePick();
  return [
    {
      key: 'place',
      header: say('place'),
      main: true,
      cell: ({ target }) => <TargetName event={event} target={target} names={proposals.names} />,
    },
    { key: 'hazard', header: say('hazard'), cell: ({ hazard }) => pick(hazardWords[hazard].name) },
    {
      key: 'level',
      header: say('level'),
      cell: ({ level, likelihood, impact }) => (
        <Group gap={6} wrap="nowrap">
          <LevelMark level={level} />
          <Text size="sm" c="dimmed" className={styles.whole}>{`${likelihood} × ${impact}`}</Text>
        </Group>
      ),
    },
    {
      key: 'facts',
      header: making('facts'),
      cell: ({ facts }) => (
        <ul className={styles.facts}>
          {facts.map(({ code, text }) => (
            <li key={code}>
              <Text size="sm">{text}</Text>
            </li>
          ))}
        </ul>
      ),
    },
  ];
};

const Scopes = ({ scope, onChange }: { scope: Scope; onChange: (scope: Scope) => void }) => {
  const say = useWords(makingWords);
  const hazardOf = (hazard: HazardName | undefined): void => {
    const { hazard: _before, ...rest } = scope;
    onChange({ ...rest, ...(hazard ? { hazard } : {}) });
  };
  const kindOf = (kind: TargetKind | undefined): void => {
    const { kind: _before, ...rest } = scope;
    onChange({ ...rest, ...(kind ? { kind } : {}) });
  };
  const dayOf = (day: string): void => {
    const { day: _before, ...rest } = scope;
    onChange({ ...rest, ...(day === '' ? {} : { day }) });
  };
  return (
    <Group align="flex-end" gap="sm">
      <NativeSelect
        label={say('kind')}
        value={scope.kind ?? ''}
        data={[
          { value: '', label: say('allKinds') },
          ...targetKinds.map((value) => ({ value, label: say(`kind-${value}`) })),
        ]}
        onChange={({ currentTarget }) => kindOf(targetKinds.find((one) => one === currentTarget.value))}
      />
      <HazardChoice value={scope.hazard} onChange={hazardOf} />
      <TextInput
        type="date"
        label={say('day')}
        value={scope.day ?? ''}
        onChange={({ currentTarget }) => dayOf(currentTarget.value)}
      />
    </Group>
  );
};

const Why = ({ reason, onChange }: { reason: string; onChange: (reason: string) => void }) => {
  const say = useWords(makingWords);
  return (
    <Textarea
      label={say('acceptReason')}
      required
      autosize
      minRows={2}
      dir="auto"
      data-autofocus
      maxLength={riskLimits.source}
      value={reason}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
};

const ReviewOn = ({ day, onChange }: { day: string; onChange: (day: string) => void }) => {
  const assess = useWords(assessWords);
  return (
    <TextInput
      type="date"
      label={assess('reviewOn')}
      required
      value={day}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
};

const AcceptDialog = (needs: {
  event: string;
  scope: Scope;
  proposals: Proposals;
  opened: boolean;
  onClose: () => void;
}) => {
  const say = useWords(makingWords);
  const toast = useToasts();
  const { language } = useReading();
  const me = useMe();
  const accept = useAccept(needs.event);
  const [reason, setReason] = useState('');
  const [owner, setOwner] = useState<Parameters<typeof OwnerChoice>[0]['value']>(me.person);
  const [reviewOn, setReviewOn] = useState(() =>
    new Date(Date.now() + riskLimits.reviewDays * dayMs).toISOString().slice(0, 10),
  );
  const confirm = (): void => {
    const { digest } = needs.proposals;
    accept.mutate(
      { ...needs.scope, language, digest, reason: reason.trim(), owner, reviewOn },
      {
        onSuccess: ({ accepted }) => {
          toast({ text: say('accepted', { count: accepted }) });
          needs.onClose();
        },
      },
    );
  };
  return (
    <ConfirmDialog
      opened={needs.opened}
      title={say('acceptTitle')}
      consequence={`${say('proposed', { count: needs.proposals.total })}. ${say('acceptConsequence')}`}
      action={say('accept')}
      busy={accept.isPending}
      disabled={!isVisible(reason) || reviewOn === ''}
      error={accept.error}
      onConfirm={confirm}
      onClose={needs.onClose}
    >
      <Why reason={reason} onChange={setReason} />
      <OwnerChoice value={owner} onChange={setOwner} />
      <ReviewOn day={reviewOn} onChange={setReviewOn} />
    </ConfirmDialog>
  );
};

const Listed = ({ event, scope, proposals }: { event: string; scope: Scope; proposals: Proposals }) => {
  const say = useWords(makingWords);
  const { role } = useMe();
  const number = useNumber();
  const [accepting, setAccepting] = useState(false);
  const columns = useColumns(event, proposals);
  if (proposals.total === 0)
    return <EmptyState icon={IconChecks} title={say('noProposals')} teach={say('noProposalsTeach')} />;
  return (
    <Stack gap="sm">
      <Group justify="space-between" gap="sm">
        <Group gap="xs">
          <Text fw={600}>{say('proposed', { count: proposals.total })}</Text>
          {levels.toReversed().map((level) => {
            const count = proposals.levels[level] ?? 0;
            return count === 0 ? null : (
              <Group key={level} gap={4}>
                <LevelMark level={level} />
                <Text size="sm">{number(count)}</Text>
              </Group>
            );
          })}
        </Group>
        {mayPlan(role) && <Button onClick={() => setAccepting(true)}>{say('accept')}</Button>}
      </Group>
      {proposals.items.length < proposals.total && (
        <Text size="sm" c="dimmed">
          {say('shownFirst')}
        </Text>
      )}
      <DataTable
        label={say('facts')}
        columns={columns}
        rows={proposals.items.slice(0, 100)}
        keyOf={({ target, hazard }) => `${target} ${hazard}`}
      />
      {accepting && (
        <AcceptDialog
          event={event}
          scope={scope}
          proposals={proposals}
          opened
          onClose={() => setAccepting(false)}
        />
      )}
    </Stack>
  );
};

export const ProposalsView = ({ event }: { event: string }) => {
  const say = useWords(makingWords);
  const { language } = useReading();
  const [scope, setScope] = useState<Scope>({});
  const query = useProposals(event, { ...scope, language });
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed" maw="46rem">
        {say('proposalsTeach')}
      </Text>
      <Scopes scope={scope} onChange={setScope} />
      <Loaded query={query}>
        {(proposals) => <Listed event={event} scope={scope} proposals={proposals} />}
      </Loaded>
    </Stack>
  );
};
