/** Asks how long to search; what only an expert asks lies behind a disclosure. */
import { Button, Group, Modal, NumberInput, SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Draft } from '../../../server/capabilities/roster/contract.ts';
import { ErrorNotice } from '../../kit/error-notice.tsx';
import { useWords } from '../../kit/language.tsx';
import { kitWords } from '../../kit/words.ts';
import styles from './news.module.css';
import { useSolve } from './queries.ts';
import { solveWords } from './solve-words.ts';
import { rosterWords } from './words.ts';

const [minute, usual] = [60, 20];
const times = [usual, minute, 3 * minute, 10 * minute] as const;
const mostSeed = 4_294_967_295;

const Last = ({ solved }: { solved: NonNullable<Draft['solved']> }) => {
  const say = useWords(solveWords);
  const { seed, iterations } = solved;
  return (
    <Text size="sm" c="dimmed">
      {say('last', { seed: String(seed) })}
      {iterations > 0 && ` · ${say('lastTried', { count: iterations })}`}
    </Text>
  );
};

const Time = ({ seconds, onChange }: { seconds: number; onChange: (seconds: number) => void }) => {
  const say = useWords(solveWords);
  const named = (one: number): string =>
    one < minute ? say('seconds', { count: one }) : say('minutes', { count: one / minute });
  return (
    <div>
      <Text size="sm" fw={500}>
        {say('time')}
      </Text>
      <SegmentedControl
        fullWidth
        aria-label={say('time')}
        value={String(seconds)}
        data={times.map((one) => ({ value: String(one), label: named(one) }))}
        onChange={(value) => onChange(Number(value))}
      />
    </div>
  );
};

interface AdvancedNeeds {
  readonly seed: string | number;
  readonly solved: Draft['solved'];
  onChange(seed: string | number): void;
}

const Advanced = ({ seed, solved, onChange }: AdvancedNeeds) => {
  const say = useWords(solveWords);
  return (
    <details className={styles.disclosure}>
      <summary>{say('advanced')}</summary>
      <Stack gap="xs">
        <NumberInput
          label={say('seed')}
          description={say('seedTeach')}
          min={0}
          max={mostSeed}
          allowDecimal={false}
          allowNegative={false}
          value={seed}
          onChange={onChange}
        />
        {solved !== null && <Last solved={solved} />}
      </Stack>
    </details>
  );
};

interface SolveNeeds {
  readonly draft: Draft;
  /** Seconds that are chosen at first. */
  readonly from?: (typeof times)[number];
  onClose(): void;
}

export const SolveDialog = ({ draft, from = usual, onClose }: SolveNeeds) => {
  const say = useWords(solveWords);
  const roster = useWords(rosterWords);
  const kit = useWords(kitWords);
  const solve = useSolve(draft.id);
  const [seconds, setSeconds] = useState<number>(from);
  const [seed, setSeed] = useState<string | number>('');
  const chosen = typeof seed === 'number' ? { seed } : {};
  const run = () => solve.mutate({ version: draft.version, seconds, ...chosen }, { onSuccess: onClose });
  return (
    <Modal
      opened
      onClose={onClose}
      title={roster('solve')}
      centered
      closeButtonProps={{ 'aria-label': kit('close') }}
    >
      <Stack>
        <Text size="sm">{say('teach')}</Text>
        <Time seconds={seconds} onChange={setSeconds} />
        <Advanced seed={seed} solved={draft.solved} onChange={setSeed} />
        {solve.error && <ErrorNotice error={solve.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {kit('cancel')}
          </Button>
          <Button loading={solve.isPending} onClick={run} data-autofocus>
            {roster('solve')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
};
