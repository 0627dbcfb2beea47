/** Likely duplicates: pairs to decide, what was confirmed as groups, what was dismissed and why. */
import { Button, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { IconCheck, IconCopy, IconX } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type {
  Duplicate,
  DuplicatePage,
  DuplicateState,
  Reason,
} from '../../../../server/capabilities/exchange/duplicates/contract.ts';
import { ConfirmDialog } from '../../../kit/confirm-dialog.tsx';
import { Moment } from '../../../kit/date-time.tsx';
import { EmptyState } from '../../../kit/empty-state.tsx';
import { ErrorNotice } from '../../../kit/error-notice.tsx';
import { useWords } from '../../../kit/language.tsx';
import { More } from '../../../kit/more.tsx';
import { Page } from '../../../kit/page.tsx';
import { Loaded } from '../../../kit/query.tsx';
import { useShortcuts } from '../../../kit/shortcuts.tsx';
import { useToasts } from '../../../kit/toasts.tsx';
import { usePersonName } from '../../parties/queries.ts';
import { ReasonNote } from '../../parties/reason-note.tsx';
import { useStixTypeName } from '../stix-card.tsx';
import { Comparison } from './comparison.tsx';
import { duplicateWords } from './duplicate-words.ts';
import styles from './duplicates.module.css';
import { Groups } from './groups.tsx';
import { useConfirm, useDismiss, useDuplicates, useReopen } from './queries.ts';

const states = ['open', 'confirmed', 'dismissed'] as const;
const percentOf = (share: number): number => Math.round(share * 100);

const ReasonLine = ({ reason }: { reason: Reason }) => {
  const say = useWords(duplicateWords);
  const typeName = useStixTypeName();
  const type = typeName({ type: reason.type, id: '' });
  const name = reason.kind === 'object' && reason.value === '' ? 'unnamed' : reason.kind;
  return <li>{say(`reason-${name}`, { percent: percentOf(reason.likeness), type, value: reason.value })}</li>;
};

interface PairNeeds {
  readonly pair: Duplicate;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

const PairCard = ({ pair, chosen, onChoose }: PairNeeds) => {
  const say = useWords(duplicateWords);
  const personName = usePersonName();
  return (
    <li>
      <button type="button" className={styles.pair} aria-current={chosen} onClick={onChoose}>
        <Text size="sm" fw={600}>
          {say('likely', { percent: percentOf(pair.score) })}
        </Text>
        <span className={styles.titles}>
          <bdi lang={pair.first.language}>{pair.first.title}</bdi>
          <bdi lang={pair.second.language}>{pair.second.title}</bdi>
        </span>
        {pair.reasons.length > 0 && (
          <ul className={styles.reasons} aria-label={say('reasons')}>
            {pair.reasons.map((reason) => (
              <ReasonLine key={`${reason.kind}${reason.value}`} reason={reason} />
            ))}
          </ul>
        )}
        {pair.decidedAt && (
          <Text size="sm" c="dimmed" mt={6}>
            {say('decidedBy', { name: (pair.decidedBy && personName(pair.decidedBy)) ?? say('someone') })}
            {' · '}
            <Moment at={pair.decidedAt} />
          </Text>
        )}
        {pair.why && (
          <Text size="sm">
            <bdi>{pair.why}</bdi>
          </Text>
        )}
      </button>
    </li>
  );
};

const DismissDialog = ({
  pair,
  onClose,
  onDone,
}: {
  pair: Duplicate;
  onClose: () => void;
  onDone: () => void;
}) => {
  const say = useWords(duplicateWords);
  const dismiss = useDismiss();
  const [why, setWhy] = useState('');
  return (
    <ConfirmDialog
      opened
      title={say('dismissTitle')}
      consequence={say('dismissWhat')}
      action={say('dismiss')}
      busy={dismiss.isPending}
      disabled={why.trim() === ''}
      error={dismiss.error}
      onConfirm={() => dismiss.mutate({ pair, why: why.trim() }, { onSuccess: onDone })}
      onClose={onClose}
    >
      <TextInput
        label={say('why')}
        required
        dir="auto"
        maxLength={1000}
        value={why}
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
    </ConfirmDialog>
  );
};

const Decision = ({ pair }: { pair: Duplicate }) => {
  const say = useWords(duplicateWords);
  const show = useToasts();
  const confirm = useConfirm();
  const reopen = useReopen();
  const [dismissing, setDismissing] = useState(false);
  const undo = () => reopen.mutate({ first: pair.first.id, second: pair.second.id });
  if (pair.state !== 'open')
    return (
      <Group>
        {reopen.isError && <ErrorNotice error={reopen.error} />}
        <Button variant="default" loading={reopen.isPending} onClick={undo}>
          {say('reopen')}
        </Button>
      </Group>
    );
  return (
    <>
      {confirm.isError && <ErrorNotice error={confirm.error} />}
      <Group>
        <Button
          loading={confirm.isPending}
          leftSection={<IconCheck size={18} aria-hidden />}
          onClick={() =>
            confirm.mutate(pair, { onSuccess: () => show({ text: say('confirmedToast'), undo }) })
          }
        >
          {say('confirm')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconX size={18} aria-hidden />}
          onClick={() => setDismissing(true)}
        >
          {say('dismiss')}
        </Button>
      </Group>
      {dismissing && (
        <DismissDialog
          pair={pair}
          onClose={() => setDismissing(false)}
          onDone={() => show({ text: say('dismissedToast'), undo })}
        />
      )}
    </>
  );
};

const keyOf = (pair: Duplicate): string => `${pair.first.id} ${pair.second.id}`;

/** `j` and `k` go from pair to pair; the decision's buttons follow by Tab. */
const usePairKeys = (pairs: readonly Duplicate[], at: number, goTo: (pair: string) => void): void => {
  const say = useWords(duplicateWords);
  const shortcuts = useMemo(() => {
    const move = (step: number): void => {
      const next = pairs[Math.max(0, Math.min(pairs.length - 1, at + step))];
      if (next) goTo(keyOf(next));
    };
    return [
      { keys: 'j', label: say('next'), run: () => move(1) },
      { keys: 'k', label: say('previous'), run: () => move(-1) },
    ];
  }, [pairs, at, goTo, say]);
  useShortcuts(shortcuts);
};

const Pairs = ({ pairs }: { pairs: readonly Duplicate[] }) => {
  const say = useWords(duplicateWords);
  const [chosen, setChosen] = useState<string | null>(null);
  const at = Math.max(
    0,
    pairs.findIndex((pair) => keyOf(pair) === chosen),
  );
  const pair = pairs[at];
  usePairKeys(pairs, at, setChosen);
  return (
    <div className={styles.layout}>
      <ul className={styles.pairs} aria-label={say('pairs')}>
        {pairs.map((one) => (
          <PairCard
            key={keyOf(one)}
            pair={one}
            chosen={one === pair}
            onChoose={() => setChosen(keyOf(one))}
          />
        ))}
      </ul>
      {pair && (
        <Stack gap="sm" key={keyOf(pair)}>
          <Decision pair={pair} />
          <Comparison pair={pair} />
        </Stack>
      )}
    </div>
  );
};

const StateChoice = (needs: {
  state: DuplicateState;
  counts: DuplicatePage['counts'] | undefined;
  onChange: (state: DuplicateState) => void;
}) => {
  const say = useWords(duplicateWords);
  return (
    <SegmentedControl
      aria-label={say('title')}
      value={needs.state}
      data={states.map((state) => ({
        value: state,
        label: say('withCount', { name: say(state), total: needs.counts?.[state] ?? 0 }),
      }))}
      onChange={(value) => {
        const found = states.find((one) => one === value);
        if (found) needs.onChange(found);
      }}
    />
  );
};

/** The screen «likely duplicates». */
export const DuplicatesScreen = () => {
  const say = useWords(duplicateWords);
  const [state, setState] = useState<DuplicateState>('open');
  const query = useDuplicates(state);
  return (
    <Page title={say('title')} teach={say('teach')}>
      <StateChoice state={state} counts={query.data?.pages[0]?.counts} onChange={setState} />
      <ReasonNote about="pairs" />
      <Loaded query={query}>
        {({ pages }) => {
          const pairs = pages.flatMap((page) => page.pairs);
          if (pairs.length === 0)
            return <EmptyState icon={IconCopy} title={say(`empty-${state}`)} teach={say('emptyTeach')} />;
          return state === 'confirmed' ? <Groups /> : <Pairs pairs={pairs} />;
        }}
      </Loaded>
      {state !== 'confirmed' && <More query={query} />}
    </Page>
  );
};
