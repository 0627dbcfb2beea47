/** What lies in each cell of likelihood and impact. */
import { Checkbox, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import {
  type HazardName,
  hazardWords,
  type Level,
  levelOf,
  scale,
} from '../../../../server/capabilities/events/risk/contract.ts';
import type { MatrixView as Matrix } from '../../../../server/capabilities/events/risk/view-contract.ts';
import { type Column, DataTable } from '../../../kit/data-table.tsx';
import { DayText } from '../../../kit/date-time.tsx';
import { usePick, useWords } from '../../../kit/language.tsx';
import { Loaded } from '../../../kit/query.tsx';
import { HazardChoice } from './hazard-choice.tsx';
import { Legend, LevelMark, useLevelName } from './level-mark.tsx';
import { useMatrix } from './queries.ts';
import styles from './risk.module.css';
import { riskWords } from './risk-words.ts';
import { TargetName } from './target-name.tsx';

type Cell = Matrix['cells'][number];
type Line = Cell['shown'][number];

const CellButton = (needs: { level: Level; count: number; isChosen: boolean; onChoose: () => void }) => {
  const nameOf = useLevelName();
  const { level, count } = needs;
  return (
    <button
      type="button"
      className={`${styles.level} ${styles.matrixCell}`}
      data-level={level}
      disabled={count === 0}
      aria-pressed={needs.isChosen}
      onClick={needs.onChoose}
    >
      <span className={styles.count}>{count}</span>
      <span className={styles.tiny}>{nameOf(level)}</span>
    </button>
  );
};

const Grid = ({
  matrix,
  chosen,
  onChoose,
}: {
  matrix: Matrix;
  chosen: Cell | null;
  onChoose: (cell: Cell) => void;
}) => {
  const say = useWords(riskWords);
  const cellAt = (likelihood: number, impact: number): Cell | undefined =>
    matrix.cells.find((cell) => cell.likelihood === likelihood && cell.impact === impact);
  return (
    <table className={styles.matrix} aria-label={say('matrix')}>
      <thead>
        <tr>
          <th scope="col">{say('axes')}</th>
          {scale.map((impact) => (
            <th key={impact} scope="col">
              {say('step', { number: impact, word: say(`impact-${impact}`) })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {scale.toReversed().map((likelihood) => (
          <tr key={likelihood}>
            <th scope="row">{say('step', { number: likelihood, word: say(`likelihood-${likelihood}`) })}</th>
            {scale.map((impact) => {
              const cell = cellAt(likelihood, impact);
              const isChosen = chosen?.likelihood === likelihood && chosen.impact === impact;
              return (
                <td key={impact}>
                  <CellButton
                    level={levelOf(likelihood, impact)}
                    count={cell?.count ?? 0}
                    isChosen={isChosen}
                    onChoose={() => cell && onChoose(cell)}
                  />
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const useColumns = (event: string, matrix: Matrix): readonly Column<Line>[] => {
  const say = useWords(riskWords);
  const pick = usePick();
  return [
    {
      key: 'place',
      header: say('place'),
      main: true,
      cell: ({ target }) => <TargetName event={event} target={target} names={matrix.names} />,
    },
    { key: 'hazard', header: say('hazard'), cell: ({ hazard }) => pick(hazardWords[hazard].name) },
    { key: 'level', header: say('level'), cell: ({ level }) => <LevelMark level={level} /> },
    {
      key: 'review',
      header: say('reviewOn'),
      cell: ({ reviewOn, overdue }) => (
        <Text size="sm" c={overdue ? 'var(--mantine-color-error)' : undefined}>
          <DayText day={reviewOn} />
          {overdue && ` · ${say('overdueMark')}`}
        </Text>
      ),
    },
  ];
};

const Lines = ({ event, matrix, cell }: { event: string; matrix: Matrix; cell: Cell }) => {
  const say = useWords(riskWords);
  const columns = useColumns(event, matrix);
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">
        {say('matrixCell', { count: cell.count })}
        {cell.count > cell.shown.length && ` · ${say('cellCut')}`}
      </Text>
      <DataTable
        label={say('matrix')}
        columns={columns}
        rows={cell.shown}
        keyOf={({ target, hazard }) => `${target} ${hazard}`}
      />
    </Stack>
  );
};

export const MatrixScreenView = ({ event }: { event: string }) => {
  const say = useWords(riskWords);
  const [hazard, setHazard] = useState<HazardName | undefined>(undefined);
  const [overdue, setOverdue] = useState(false);
  const [at, setAt] = useState<Pick<Cell, 'likelihood' | 'impact'> | null>(null);
  const query = useMatrix(event, { ...(hazard ? { hazard } : {}), ...(overdue ? { overdue } : {}) });
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed" maw="46rem">
        {say('matrixTeach')}
      </Text>
      <Group align="flex-end" gap="md">
        <HazardChoice value={hazard} onChange={setHazard} />
        <Checkbox
          label={say('onlyOverdue')}
          checked={overdue}
          onChange={({ currentTarget }) => setOverdue(currentTarget.checked)}
        />
      </Group>
      <Loaded query={query}>
        {(matrix) => {
          const chosen =
            matrix.cells.find((cell) => cell.likelihood === at?.likelihood && cell.impact === at.impact) ??
            null;
          return (
            <>
              <Text size="sm">{say('overdue', { count: matrix.overdue })}</Text>
              <Grid matrix={matrix} chosen={chosen} onChoose={setAt} />
              <Legend />
              {chosen !== null && <Lines event={event} matrix={matrix} cell={chosen} />}
            </>
          );
        }}
      </Loaded>
    </Stack>
  );
};
