/** What the board is looked at as, and which part of time. */
import { Button, Group, SegmentedControl, Text } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import type { Unit } from '../../../server/capabilities/roster/contract.ts';
import { useWords } from '../../kit/language.tsx';
import { usePartyName } from '../parties/queries.ts';
import { type Bar, unitRows, venueRows } from './board.ts';
import { useBoard } from './board-context.ts';
import { CurveView } from './curve-view.tsx';
import { Gantt } from './gantt.tsx';
import type { Span } from './gantt-row.tsx';
import { LoadView } from './load-view.tsx';
import { MapView } from './map-view.tsx';
import type { View } from './places.ts';
import styles from './roster.module.css';
import { TableView } from './table-view.tsx';
import { useTimes } from './times.ts';
import { rosterWords } from './words.ts';

const dayMs = 86_400_000;
const spans = ['day', 'days', 'all'] as const;
type SpanKind = (typeof spans)[number];
const daysOf = { day: 1, days: 3 } as const;

/** The part of time that is shown, and how one moves in it. */
const useSpan = (first: SpanKind) => {
  const { board } = useBoard();
  const times = useTimes();
  const [kind, setKind] = useState<SpanKind>(first);
  const start = times.midnight(board.from);
  const [begin, setBegin] = useState(start);
  const days = kind === 'all' ? Math.ceil((board.to - start) / dayMs) : daysOf[kind];
  const from = kind === 'all' ? start : begin;
  const span = useMemo((): Span => ({ from, to: from + days * dayMs }), [from, days]);
  const move = (step: number): void => {
    // Midnights of the zone lie 23 or 25 hours apart twice a year.
    const next = times.midnight(begin + step * days * dayMs + dayMs / 2);
    setBegin(Math.min(Math.max(next, start), times.midnight(board.to)));
  };
  return { kind, setKind, span, move };
};

const SpanBar = ({ use }: { use: ReturnType<typeof useSpan> }) => {
  const say = useWords(rosterWords);
  const times = useTimes();
  const { kind, setKind, span, move } = use;
  return (
    <Group gap="sm">
      <SegmentedControl
        className={styles.noPrint}
        size="xs"
        aria-label={say('span')}
        value={kind}
        data={spans.map((value) => ({ value, label: say(value) }))}
        onChange={(value) => setKind(spans.find((one) => one === value) ?? kind)}
      />
      {kind !== 'all' && (
        <Group gap="sm" className={styles.noPrint}>
          <Button size="compact-sm" variant="default" onClick={() => move(-1)}>
            {say('earlier')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => move(1)}>
            {say('later')}
          </Button>
        </Group>
      )}
      <Text size="sm" fw={600} aria-live="polite">
        <bdi>
          {kind === 'day'
            ? times.weekday(span.from)
            : `${times.day(span.from)} – ${times.day(span.to - dayMs / 2)}`}
        </bdi>
      </Text>
    </Group>
  );
};

/** A duty that is dropped: on a unit it is that unit's, on another duty both change places. */
const useDropping = () => {
  const { board, edit } = useBoard();
  return (key: string, on: { readonly bar: Bar } | { readonly unit: string }): void => {
    const bar = board.bars.find((one) => one.key === key);
    if (bar === undefined) return;
    const from = { post: bar.post.id, seat: bar.seat };
    if ('unit' in on) {
      if (on.unit !== bar.unit?.id) edit({ kind: 'place', ...from, unit: on.unit, reason: '' });
      return;
    }
    if (on.bar.key === key) return;
    const to = { post: on.bar.post.id, seat: on.bar.seat };
    edit(
      on.bar.unit === null
        ? { kind: 'move', from, to, reason: '' }
        : { kind: 'swap', one: from, other: to, reason: '' },
    );
  };
};

/** How wide a bar must be to carry words: nothing is better than one letter. */
const labelled = (bar: Bar, { from, to }: Span): boolean => (bar.to - bar.from) / (to - from) > 0.035;

interface VenueNeeds {
  readonly found: (bar: Bar) => boolean;
  readonly onlyGaps: boolean;
  readonly span: Span;
}

const VenueBoard = ({ found, onlyGaps, span }: VenueNeeds) => {
  const { board } = useBoard();
  const times = useTimes();
  const say = useWords(rosterWords);
  const drop = useDropping();
  const rows = useMemo(() => {
    const isIn = (bar: Bar): boolean => bar.from < span.to && bar.to > span.from && found(bar);
    const countOf = (standing: number, all: number): string => say('countOf', { standing, all });
    return venueRows(board, isIn, { specialtyName: times.specialty, countOf, onlyGaps });
  }, [board, found, onlyGaps, times, span, say]);
  const labelOf = (bar: Bar): string => {
    if (!labelled(bar, span)) return '';
    return bar.unit === null ? say('empty') : (bar.unit.name ?? '');
  };
  if (rows.length === 0) return <Text c="dimmed">{say('nothingFound')}</Text>;
  return <Gantt rows={rows} span={span} label={say('venues')} labelOf={labelOf} onDropBar={drop} />;
};

const UnitBoard = ({ text, span }: { text: string; span: Span }) => {
  const { board } = useBoard();
  const say = useWords(rosterWords);
  const partyName = usePartyName();
  const drop = useDropping();
  const rows = useMemo(() => {
    const words = text.trim().toLocaleLowerCase();
    const isFound = ({ name, id, party }: Unit): boolean =>
      `${name ?? id} ${partyName(party)}`.toLocaleLowerCase().includes(words);
    return unitRows(board, isFound, partyName);
  }, [board, text, partyName]);
  const labelOf = (bar: Bar): string => (labelled(bar, span) ? board.placeName(bar.post.place) : '');
  if (rows.length === 0) return <Text c="dimmed">{say('nothingFound')}</Text>;
  return <Gantt rows={rows} span={span} label={say('units')} labelOf={labelOf} onDropBar={drop} />;
};

/** The view that is chosen. */
export const BoardViews = ({ view, text, onlyGaps }: { view: View; text: string; onlyGaps: boolean }) => {
  const { board } = useBoard();
  const times = useTimes();
  const use = useSpan('day');
  const found = useCallback(
    (bar: Bar): boolean => {
      const words = text.trim().toLocaleLowerCase();
      if (words === '') return true;
      const { post, unit } = bar;
      const said = [board.placeName(post.place), post.name ?? '', times.specialty(post), unit?.name ?? ''];
      return said.join(' ').toLocaleLowerCase().includes(words);
    },
    [board, times, text],
  );
  const wanted = useCallback(
    (bar: Bar): boolean => found(bar) && !(onlyGaps && bar.unit !== null),
    [found, onlyGaps],
  );
  switch (view) {
    case 'venues':
      return (
        <>
          <SpanBar use={use} />
          <VenueBoard found={found} onlyGaps={onlyGaps} span={use.span} />
        </>
      );
    case 'units':
      return (
        <>
          <SpanBar use={use} />
          <UnitBoard text={text} span={use.span} />
        </>
      );
    case 'table':
      return (
        <>
          <SpanBar use={use} />
          <TableView span={use.span} wanted={wanted} />
        </>
      );
    case 'curve':
      return <CurveView />;
    case 'map':
      return <MapView />;
    case 'load':
      return <LoadView />;
  }
};
