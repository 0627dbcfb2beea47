/** How many are wanted and how many stand, hour by hour; time runs as the language does. */
import { Group, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useMemo } from 'react';
import { useReading, useWords } from '../../kit/language.tsx';
import { type Board, coverageCurve } from './board.ts';
import { useBoard } from './board-context.ts';
import styles from './roster.module.css';
import { useTimes } from './times.ts';
import { rosterWords } from './words.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const [height, edge] = [260, 40];
/** As in the style sheet. On a telephone the picture is narrow: its letters are as large as elsewhere. */
const narrow = '(max-width: 48em)';
/** How wide the picture is, and how many days are named below the curve. */
const shapes = { wide: { width: 960, namedDays: 10 }, narrow: { width: 400, namedDays: 4 } } as const;

type Curve = ReturnType<typeof coverageCurve>;

/** Where moments and numbers lie. */
const scaleOf = ({ from, to }: Board, curve: Curve, width: number, isFromRight: boolean) => {
  const most = Math.max(1, ...curve.map(({ wanted }) => wanted));
  const x = (at: number): number => {
    const inward = ((at - from) / Math.max(1, to - from)) * (width - 2 * edge);
    return isFromRight ? width - edge - inward : edge + inward;
  };
  const y = (value: number): number => height - edge - (value / most) * (height - 1.5 * edge);
  const line = (read: (point: Curve[number]) => number): string =>
    curve
      .flatMap((point) => [`${x(point.at)},${y(read(point))}`, `${x(point.at + hourMs)},${y(read(point))}`])
      .join(' ');
  return { most, width, x, y, line };
};
type Scale = ReturnType<typeof scaleOf>;

const Numbers = ({ scale: { most, width, y }, isFromRight }: { scale: Scale; isFromRight: boolean }) =>
  [0, most / 2, most].map((value) => (
    <g key={value}>
      <line x1={edge} x2={width - edge} y1={y(value)} y2={y(value)} className={styles.grid} />
      <text
        x={isFromRight ? width - edge + 6 : edge - 6}
        y={y(value) + 4}
        textAnchor={isFromRight ? 'start' : 'end'}
        direction="ltr"
      >
        {Math.round(value)}
      </text>
    </g>
  ));

const Days = ({ scale: { x }, namedDays }: { scale: Scale; namedDays: number }) => {
  const { board } = useBoard();
  const times = useTimes();
  const days: number[] = [];
  for (let at = times.midnight(board.from + dayMs); at < board.to; at += dayMs) days.push(at);
  const thin = Math.ceil(days.length / namedDays);
  return days.map((at, index) => (
    <g key={at}>
      <line x1={x(at)} x2={x(at)} y1={edge / 2} y2={height - edge} className={styles.grid} />
      {index % thin === 0 && (
        <text x={x(at)} y={height - edge + 18} textAnchor="middle">
          {times.day(at)}
        </text>
      )}
    </g>
  ));
};

export const CurveView = () => {
  const { board } = useBoard();
  const say = useWords(rosterWords);
  const isFromRight = useReading().language === 'ar';
  const curve = useMemo(() => coverageCurve(board, hourMs), [board]);
  const isNarrow = useMediaQuery(narrow, undefined, { getInitialValueInEffect: false });
  const { width, namedDays } = shapes[isNarrow ? 'narrow' : 'wide'];
  const scale = scaleOf(board, curve, width, isFromRight);
  const { x, y, line } = scale;
  const area = `${x(board.from)},${y(0)} ${line(({ standing }) => standing)} ${x(board.to)},${y(0)}`;
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {say('curveTeach')}
      </Text>
      <svg viewBox={`0 0 ${width} ${height}`} className={styles.figure} role="img" aria-label={say('curve')}>
        <Numbers scale={scale} isFromRight={isFromRight} />
        <polygon points={area} className={styles.standingArea} />
        <polyline points={line(({ wanted }) => wanted)} className={styles.wantedLine} />
        <Days scale={scale} namedDays={namedDays} />
      </svg>
      <Group gap="lg" className={styles.legend}>
        <Text size="sm">
          <span className={styles.standingKey} aria-hidden /> {say('standing')}
        </Text>
        <Text size="sm">
          <span className={styles.wantedKey} aria-hidden /> {say('wanted')}
        </Text>
      </Group>
    </Stack>
  );
};
