/** Re-planning: what became otherwise, what would change for whom, and what of it is accepted. */
import { Button, Checkbox, Group, Paper, Progress, Stack, Text } from '@mantine/core';
import { IconChecks } from '@tabler/icons-react';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { Circumstance, Draft, Job, Replan } from '../../../server/capabilities/roster/contract.ts';
import { EmptyState } from '../../kit/empty-state.tsx';
import { ErrorNotice } from '../../kit/error-notice.tsx';
import { usePick, useWords } from '../../kit/language.tsx';
import { Page } from '../../kit/page.tsx';
import { Loaded } from '../../kit/query.tsx';
import { useMe } from '../parties/session.ts';
import type { TakenPlan } from './board.ts';
import { BothCoverages } from './both-coverages.tsx';
import { CircumstanceForm, Circumstances, useSaid } from './circumstance-form.tsx';
import { DifferenceCard, type Naming, useNaming } from './difference.tsx';
import { mayPlan } from './places.ts';
import { useAccept, useAskReplan, useCancel, useDraft, useNames, usePlan, useReplan } from './queries.ts';
import { replanWords } from './replan-words.ts';
import { RosterZone } from './times.ts';
import { rosterWords } from './words.ts';

/** What a place is called, in the reader's language. */
const usePlaceName = (event: string): ((place: string) => string) => {
  const pick = usePick();
  const names = useNames(event).data;
  return (place) => {
    const words = names?.places[place];
    return words === undefined ? place : pick(words);
  };
};

const chainsOf = (replan: Replan) => {
  const chains = new Map<number, Replan['proposals'][number][]>();
  for (const proposal of replan.proposals) {
    const known = chains.get(proposal.chain);
    if (known === undefined) chains.set(proposal.chain, [proposal]);
    else known.push(proposal);
  }
  return [...chains.values()];
};

const ChainCard = ({
  chain,
  number,
  refused,
  naming,
  set,
}: {
  chain: Replan['proposals'];
  number: number;
  refused: ReadonlySet<string>;
  naming: Naming;
  set: (posts: readonly string[], isAccepted: boolean) => void;
}) => {
  const say = useWords(replanWords);
  const posts = chain.map(({ post }) => post);
  const isAccepted = posts.every((post) => !refused.has(post));
  return (
    <Paper withBorder p="sm">
      <Stack gap="sm">
        <Group justify="space-between">
          <Checkbox
            checked={isAccepted}
            indeterminate={!isAccepted && posts.some((post) => !refused.has(post))}
            label={say('chain', { number })}
            onChange={(event) => set(posts, event.currentTarget.checked)}
          />
          {chain.length > 1 && (
            <Text size="xs" c="dimmed">
              {say('chainTeach')}
            </Text>
          )}
        </Group>
        {chain.map((proposal) => (
          <Group key={proposal.post} align="flex-start" wrap="nowrap" ps="md">
            <Checkbox
              aria-label={`${say('accept')}: ${naming.post(proposal.post)}`}
              checked={!refused.has(proposal.post)}
              onChange={(event) => set([proposal.post], event.currentTarget.checked)}
            />
            <DifferenceCard difference={proposal} naming={naming} forced={proposal.forced} />
          </Group>
        ))}
      </Stack>
    </Paper>
  );
};

const Proposals = ({ draft, replan, naming }: { draft: Draft; replan: Replan; naming: Naming }) => {
  const say = useWords(replanWords);
  const navigate = useNavigate();
  const accept = useAccept(draft.id);
  const [refused, setRefused] = useState<ReadonlySet<string>>(new Set());
  const chains = useMemo(() => chainsOf(replan), [replan]);
  const accepted = replan.proposals.map(({ post }) => post).filter((post) => !refused.has(post));
  const set = (posts: readonly string[], isAccepted: boolean): void => {
    const next = new Set(refused);
    for (const post of posts) {
      if (isAccepted) next.delete(post);
      else next.add(post);
    }
    setRefused(next);
  };
  const leave = (): void => void navigate({ to: '/roster/drafts/$id', params: { id: draft.id }, search: {} });
  const take = (): void => accept.mutate({ version: draft.version, posts: accepted }, { onSuccess: leave });
  if (replan.proposals.length === 0)
    return <EmptyState icon={IconChecks} title={say('nothing')} teach={say('nothingTeach')} />;
  return (
    <Stack>
      <Text fw={600}>
        {say('hear', { count: replan.people })} · {say('change', { count: replan.duties })}
      </Text>
      <BothCoverages {...replan} />
      {chains.map((chain, index) => (
        <ChainCard
          key={chain.map(({ post }) => post).join(' ')}
          chain={chain}
          number={index + 1}
          refused={refused}
          naming={naming}
          set={set}
        />
      ))}
      {accept.error && <ErrorNotice error={accept.error} />}
      <Group>
        <Button loading={accept.isPending} onClick={() => void take()}>
          {say('acceptChosen')}
        </Button>
      </Group>
    </Stack>
  );
};

const Found = ({ draft, plan }: { draft: Draft; plan: TakenPlan }) => {
  const { job } = draft;
  const isFound = job?.kind === 'replan' && job.state === 'done';
  const replan = useReplan(draft.id, isFound);
  const after = usePlan(replan.data?.plan);
  const placeName = usePlaceName(draft.event);
  const naming = useNaming(after.data === undefined ? [plan] : [plan, after.data], placeName);
  if (!isFound || replan.isError) return null;
  return (
    <Loaded query={replan}>
      {(found) => <Proposals key={found.job.id} draft={draft} replan={found} naming={naming} />}
    </Loaded>
  );
};

const Looking = ({ job }: { job: Job }) => {
  const say = useWords(replanWords);
  const roster = useWords(rosterWords);
  const cancel = useCancel();
  return (
    <Stack gap="xs" role="status">
      <Text size="sm">{say('looking')}</Text>
      <Progress value={(job.progress?.share ?? 0) * 100} aria-label={say('looking')} animated />
      <Group>
        <Button variant="default" onClick={() => cancel.mutate(job.id)}>
          {roster('stop')}
        </Button>
      </Group>
    </Stack>
  );
};

const Asking = ({ draft, plan }: { draft: Draft; plan: TakenPlan }) => {
  const say = useWords(replanWords);
  const ask = useAskReplan(draft.id);
  const placeName = usePlaceName(draft.event);
  const [list, setList] = useState<readonly Circumstance[]>([]);
  const naming = useNaming([plan], placeName);
  const said = useSaid(naming, placeName);
  if (draft.job?.state === 'running') return <Looking job={draft.job} />;
  return (
    <Stack>
      <CircumstanceForm
        plan={plan}
        naming={naming}
        placeName={placeName}
        onAdd={(one) => setList([...list, one])}
      />
      <Circumstances
        list={list}
        said={said}
        onRemove={(gone) => setList(list.filter((_, index) => index !== gone))}
      />
      {ask.error && <ErrorNotice error={ask.error} />}
      <Group>
        <Button
          disabled={list.length === 0}
          loading={ask.isPending}
          onClick={() => ask.mutate({ version: draft.version, circumstances: list })}
        >
          {say('look')}
        </Button>
      </Group>
    </Stack>
  );
};

export const ReplanScreen = () => {
  const say = useWords(replanWords);
  const { role } = useMe();
  const { id } = useParams({ from: '/roster/drafts/$id/replan' });
  const draft = useDraft(id);
  const plan = usePlan(draft.data?.plan);
  return (
    <Page title={say('title')} teach={say('teach')}>
      <Loaded query={draft}>
        {(read) => (
          <Loaded query={plan}>
            {(found) => (
              <RosterZone value={found.zone}>
                <Stack>
                  {mayPlan(role) && read.state === 'open' && <Asking draft={read} plan={found} />}
                  <Found draft={read} plan={found} />
                </Stack>
              </RosterZone>
            )}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
};
