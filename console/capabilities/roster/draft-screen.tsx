/** One draft: its board, and all that is done with it until it is published. */
import {
  Alert,
  Badge,
  Button,
  Group,
  Progress,
  SegmentedControl,
  Stack,
  Switch,
  Text,
  TextInput,
} from '@mantine/core';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import type { Draft, Names } from '../../../server/capabilities/roster/contract.ts';
import { ErrorNotice } from '../../kit/error-notice.tsx';
import { usePick, useWords } from '../../kit/language.tsx';
import { Page } from '../../kit/page.tsx';
import { Loaded } from '../../kit/query.tsx';
import { useMe } from '../parties/session.ts';
import { Approval } from './approval.tsx';
import { boardOf, type TakenPlan } from './board.ts';
import { BoardContext, useBoard } from './board-context.ts';
import { BoardViews } from './board-views.tsx';
import { DraftActions } from './draft-actions.tsx';
import { editWords } from './edit-words.ts';
import { useFigures } from './figures.ts';
import { PublishedNotice } from './next-version.tsx';
import { ReasonDialog } from './override-dialog.tsx';
import { PostPanel } from './panel.tsx';
import { mayPlan, type View, views } from './places.ts';
import { useDraft, useNames, usePlan } from './queries.ts';
import styles from './roster.module.css';
import { SearchHint } from './search-hint.tsx';
import { solveWords } from './solve-words.ts';
import { RosterZone } from './times.ts';
import { useEditing } from './use-editing.ts';
import { rosterWords } from './words.ts';

const Figures = ({ draft }: { draft: Draft }) => {
  const say = useWords(rosterWords);
  const { percent, count } = useFigures();
  const { coverage, solved, holds } = draft;
  const overridden = holds.filter(({ kind }) => kind === 'override').length;
  return (
    <Group gap="md" align="baseline">
      <Text fw={600} size="lg">
        {say('coverage')} <bdi>{percent(coverage.covered, coverage.wanted)}</bdi>
      </Text>
      {solved !== null && solved.bound !== null && (
        <Text size="sm" c="dimmed">
          {say('bound', { bound: percent(solved.bound.covered, coverage.wanted) })}
        </Text>
      )}
      <Text size="sm" c="dimmed">
        {say('seats', { covered: count(coverage.coveredSeats), wanted: count(coverage.wantedSeats) })}
      </Text>
      {overridden > 0 && <Badge variant="default">{say('overridden', { count: overridden })}</Badge>}
    </Group>
  );
};

const Work = ({ draft }: { draft: Draft }) => {
  const say = useWords(rosterWords);
  const solve = useWords(solveWords);
  const { percent } = useFigures();
  const { job } = draft;
  if (job === null) return null;
  if (job.state === 'broken-off' || job.state === 'failed')
    return <Alert color="yellow">{say(`job-${job.state}`)}</Alert>;
  if (job.state !== 'running') return null;
  const { share = 0, covered = 0, wanted = 0 } = job.progress ?? {};
  return (
    <div role="status">
      <Text size="sm">
        {say('solving')}
        {wanted > 0 && ` · ${solve('soFar', { share: percent(covered, wanted) })}`}
      </Text>
      <Progress value={share * 100} aria-label={say('solving')} animated />
    </div>
  );
};

/** While a duty waits for the other that it is swapped with. */
const Swapping = () => {
  const { swapping, beginSwap } = useBoard();
  const say = useWords(editWords);
  if (swapping === null) return null;
  return (
    <Alert role="status">
      <Group justify="space-between">
        <Text size="sm">
          <bdi>{swapping.unit?.name ?? ''}</bdi> · {say('swapTeach')}
        </Text>
        <Button size="compact-sm" variant="default" onClick={() => beginSwap(null)}>
          {say('swapCancel')}
        </Button>
      </Group>
    </Alert>
  );
};

interface FilterNeeds {
  readonly draft: string;
  readonly view: View;
  readonly text: string;
  readonly onlyGaps: boolean;
  onText(text: string): void;
  onGaps(only: boolean): void;
}

const Filters = ({ draft, view, text, onlyGaps, onText, onGaps }: FilterNeeds) => {
  const say = useWords(rosterWords);
  const navigate = useNavigate();
  const show = (value: string): void => {
    const next = views.find((one) => one === value);
    if (next === undefined) return;
    void navigate({
      to: '/roster/drafts/$id',
      params: { id: draft },
      search: { view: next },
      replace: true,
    });
  };
  return (
    <Stack gap="sm" className={styles.noPrint}>
      <div className={styles.filter}>
        <SegmentedControl
          aria-label={say('views')}
          value={view}
          data={views.map((value) => ({ value, label: say(value) }))}
          onChange={show}
        />
      </div>
      {(view === 'venues' || view === 'units' || view === 'table') && (
        <Group gap="md" align="flex-end">
          <TextInput
            aria-label={say('find')}
            placeholder={say('find')}
            value={text}
            w="16rem"
            onChange={(event) => onText(event.currentTarget.value)}
          />
          {view !== 'units' && (
            <Switch
              label={say('onlyGaps')}
              checked={onlyGaps}
              onChange={(event) => onGaps(event.currentTarget.checked)}
            />
          )}
        </Group>
      )}
    </Stack>
  );
};

/** The draft in order, and what is done to it. */
const useDraftBoard = (draft: Draft, plan: TakenPlan, names: Names) => {
  const pick = usePick();
  const { role } = useMe();
  const [chosenKey, setChosenKey] = useState<string | null>(null);
  const [swappingKey, setSwappingKey] = useState<string | null>(null);
  const placeName = useCallback(
    (place: string): string => {
      const words = names.places[place];
      return words === undefined ? (plan.places.find(({ id }) => id === place)?.name ?? place) : pick(words);
    },
    [names, plan, pick],
  );
  const board = useMemo(() => boardOf(plan, draft, placeName), [plan, draft, placeName]);
  const editing = useEditing(draft);
  const isOpen = draft.state === 'open' && draft.job?.state !== 'running';
  const barOf = (key: string | null) => board.bars.find((bar) => bar.key === key) ?? null;
  const use = {
    board,
    draft,
    mayEdit: mayPlan(role) && isOpen,
    chosen: barOf(chosenKey),
    choose: (bar: { key: string } | null) => setChosenKey(bar?.key ?? null),
    swapping: barOf(swappingKey),
    beginSwap: (bar: { key: string } | null) => setSwappingKey(bar?.key ?? null),
    edit: editing.edit,
  };
  return { use, editing };
};

const Shown = ({ draft, plan, names }: { draft: Draft; plan: TakenPlan; names: Names }) => {
  const say = useWords(rosterWords);
  const pick = usePick();
  const search = useSearch({ from: '/roster/drafts/$id' });
  const [text, setText] = useState('');
  const [onlyGaps, setOnlyGaps] = useState(false);
  const view: View = search.view ?? 'venues';
  const { use, editing } = useDraftBoard(draft, plan, names);
  return (
    <RosterZone value={plan.zone}>
      <BoardContext value={use}>
        <div className={use.chosen === null ? undefined : styles.beside}>
          <Page title={draft.name} actions={<DraftActions draft={draft} board={use.board} />}>
            <Group gap="xs">
              <Badge variant="light">{say(`state-${draft.state}`)}</Badge>
              <Text size="sm" c="dimmed">
                <bdi>{pick(names.event)}</bdi>
              </Text>
            </Group>
            {draft.returned !== null && <Alert>{say('returned', { reason: draft.returned })}</Alert>}
            <Figures draft={draft} />
            <SearchHint draft={draft} />
            {draft.state === 'proposed' && <Approval />}
            {draft.state === 'published' && <PublishedNotice event={draft.event} draft={draft.id} />}
            <Work draft={draft} />
            <Swapping />
            {editing.error !== null && editing.held === null && <ErrorNotice error={editing.error} />}
            <Filters
              draft={draft.id}
              view={view}
              text={text}
              onText={setText}
              onlyGaps={onlyGaps}
              onGaps={setOnlyGaps}
            />
            <BoardViews view={view} text={text} onlyGaps={onlyGaps} />
            <PostPanel />
            <ReasonDialog editing={editing} />
          </Page>
        </div>
      </BoardContext>
    </RosterZone>
  );
};

/** The draft that the address names. */
export const DraftScreen = () => {
  const { id } = useParams({ from: '/roster/drafts/$id' });
  const draft = useDraft(id);
  const plan = usePlan(draft.data?.plan);
  const names = useNames(draft.data?.event);
  return (
    <Loaded query={draft}>
      {(read) => (
        <Loaded query={plan}>
          {(found) => (
            <Loaded query={names}>{(called) => <Shown draft={read} plan={found} names={called} />}</Loaded>
          )}
        </Loaded>
      )}
    </Loaded>
  );
};
