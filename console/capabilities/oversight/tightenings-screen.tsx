import { Badge, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { IconLockPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Rule, Tightening } from '../../../server/capabilities/oversight/tightening/contract.ts';
import { ConfirmDialog } from '../../kit/confirm-dialog.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { useWords } from '../../kit/language.tsx';
import { ButtonLink } from '../../kit/links.tsx';
import { Page } from '../../kit/page.tsx';
import { Loaded } from '../../kit/query.tsx';
import { useMe } from '../parties/session.ts';
import { DryRun } from './dry-run.tsx';
import { useActorName } from './names.ts';
import { type Move, useMove, useTightenings } from './queries.ts';
import { RuleSummary } from './rule-summary.tsx';
import { tighteningWords } from './tightening-words.ts';

const colours = {
  proposed: undefined,
  'in-force': 'green',
  'withdrawal-proposed': undefined,
  rejected: 'gray',
  withdrawn: 'gray',
} as const;

const ruleOf = (one: Tightening): Rule => ({
  who: one.who,
  roles: one.roles,
  acts: one.acts,
  tlpAtLeast: one.tlpAtLeast,
  fields: one.fields,
  purposes: one.purposes,
  personCategories: one.personCategories,
  partners: one.partners,
  freeHours: one.freeHours,
  validFrom: one.validFrom,
  validUntil: one.validUntil,
});

/** What this reader may do next; the node decides, this keeps him from closed doors. */
const useMoves = (one: Tightening): readonly Move[] => {
  const me = useMe();
  const decides = me.role === 'service-head' || me.role === 'data-protection-officer';
  if (one.state === 'proposed' && decides && one.proposedBy !== me.person) return ['confirm', 'reject'];
  if (one.state === 'in-force' && me.role === 'administrator') return ['propose-withdrawal'];
  if (one.state === 'withdrawal-proposed' && decides && one.withdrawalProposedBy !== me.person)
    return ['withdraw', 'keep'];
  return [];
};

const Moves = ({ one }: { one: Tightening }) => {
  const say = useWords(tighteningWords);
  const moves = useMoves(one);
  const move = useMove();
  const [asking, setAsking] = useState(false);
  return (
    <Group gap="xs">
      {moves.map((entry, place) => (
        <Button
          key={entry}
          size="compact-sm"
          variant={place === 0 ? 'filled' : 'default'}
          onClick={() => (entry === 'confirm' ? setAsking(true) : move.mutate({ id: one.id, move: entry }))}
        >
          {say(entry)}
        </Button>
      ))}
      <ConfirmDialog
        opened={asking}
        title={say('confirmTitle')}
        consequence={say('confirmConsequence')}
        action={say('confirm')}
        busy={move.isPending}
        error={move.error}
        onConfirm={() => move.mutate({ id: one.id, move: 'confirm' }, { onSuccess: () => setAsking(false) })}
        onClose={() => setAsking(false)}
      />
    </Group>
  );
};

const TighteningCard = ({ one }: { one: Tightening }) => {
  const say = useWords(tighteningWords);
  const actorName = useActorName();
  const isLive = one.state === 'proposed' || one.state === 'in-force' || one.state === 'withdrawal-proposed';
  return (
    <Paper withBorder p="md" component="article">
      <Stack gap="xs">
        <Group justify="space-between" align="flex-start">
          <Badge color={colours[one.state]} variant="light">
            {say(`state-${one.state}`)}
          </Badge>
          <Moves one={one} />
        </Group>
        <RuleSummary rule={one} />
        <Group gap="md" fz="sm" c="dimmed">
          <Text size="sm">{say('proposedBy', { name: actorName(one.proposedBy) })}</Text>
          {one.decidedBy && <Text size="sm">{say('decidedBy', { name: actorName(one.decidedBy) })}</Text>}
          {one.withdrawnBy && (
            <Text size="sm">{say('withdrawnBy', { name: actorName(one.withdrawnBy) })}</Text>
          )}
        </Group>
        {isLive && <DryRun rule={ruleOf(one)} />}
      </Stack>
    </Paper>
  );
};

/** The rules that the node's owner adds to the floor's, with their history. */
export const TighteningsScreen = () => {
  const say = useWords(tighteningWords);
  const { role } = useMe();
  const query = useTightenings();
  const propose = role === 'administrator' && (
    <ButtonLink to="/oversight/tightenings/new" leftSection={<IconLockPlus size={16} aria-hidden />}>
      {say('new')}
    </ButtonLink>
  );
  return (
    <Page title={say('title')} teach={say('teach')} actions={propose}>
      <Loaded query={query}>
        {(tightenings) =>
          tightenings.length === 0 ? (
            <EmptyState icon={IconLockPlus} title={say('empty')} teach={say('emptyTeach')} action={propose} />
          ) : (
            <Stack>
              {tightenings.map((one) => (
                <TighteningCard key={one.id} one={one} />
              ))}
            </Stack>
          )
        }
      </Loaded>
    </Page>
  );
};
