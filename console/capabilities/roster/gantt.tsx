/**
 * The board: rows of bars over time. Only rows that are in sight stand in the page; bars lie by logical
 * sides, so that time runs from the right in Arabic. One bar at a time is in the order of Tab; arrows move.
 */
import { useMediaQuery } from '@mantine/hooks';
import { type DragEvent, type KeyboardEvent, memo, useEffect, useMemo, useRef, useState } from 'react';
import { useReading, useWords } from '../../kit/language.tsx';
import type { Bar, Row } from './board.ts';
import { useBoard } from './board-context.ts';
import styles from './roster.module.css';
import { useTimes } from './times.ts';
import { rosterWords } from './words.ts';

/** What is shown of time, in milliseconds. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Below this width there is room for a few ticks only: 48em is 768 px. */
const narrow = '(max-width: 48em)';
const rowPx = 34;
/** Rows beyond the edges that stand ready, so that scrolling finds them. */
const spare = 8;
const hourMs = 3_600_000;

const percent = (value: number): string => `${value * 100}%`;

const placeOf = (bar: Bar, { from, to }: Span) => ({
  insetInlineStart: percent((Math.max(bar.from, from) - from) / (to - from)),
  inlineSize: percent((Math.min(bar.to, to) - Math.max(bar.from, from)) / (to - from)),
});

const isShown = (bar: Bar, { from, to }: Span): boolean => bar.from < to && bar.to > from;

interface BarNeeds {
  readonly bar: Bar;
  readonly span: Span;
  readonly label: string;
  readonly title: string;
  readonly isChosen: boolean;
  readonly isInOrder: boolean;
  readonly mayDrag: boolean;
  onChoose(bar: Bar): void;
  onDropOn(key: string, bar: Bar): void;
}

const BarButton = memo((needs: BarNeeds) => {
  const { bar, span, label, title, isChosen, isInOrder, mayDrag } = needs;
  const [isOver, setOver] = useState(false);
  return (
    <button
      type="button"
      className={styles.bar}
      style={placeOf(bar, span)}
      title={title}
      aria-label={title}
      aria-pressed={isChosen}
      tabIndex={isInOrder ? 0 : -1}
      data-bar={bar.key}
      data-gap={bar.unit === null || undefined}
      data-overridden={bar.isOverridden || undefined}
      data-pinned={bar.isPinned || undefined}
      data-over={isOver || undefined}
      draggable={mayDrag && bar.unit !== null}
      onDragStart={(event: DragEvent) => event.dataTransfer.setData('text/plain', bar.key)}
      onDragOver={(event: DragEvent) => {
        if (!mayDrag) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event: DragEvent) => {
        setOver(false);
        event.preventDefault();
        event.stopPropagation();
        needs.onDropOn(event.dataTransfer.getData('text/plain'), bar);
      }}
      onClick={() => needs.onChoose(bar)}
    >
      <bdi>{label}</bdi>
    </button>
  );
});
BarButton.displayName = 'BarButton';

/** Ticks at midnights, or every few hours where the span is short. */
const ticksOf = ({ from, to }: Span, midnightOf: (at: number) => number): readonly number[] => {
  const hours = (to - from) / hourMs;
  const step = hours <= 30 ? 3 : hours <= 80 ? 6 : 24;
  const ticks: number[] = [];
  for (let at = midnightOf(from); at < to; at += step * hourMs) if (at >= from) ticks.push(at);
  return ticks;
};

const Axis = ({ span, corner }: { span: Span; corner: string }) => {
  const times = useTimes();
  const ticks = ticksOf(span, times.midnight);
  const isNarrow = useMediaQuery(narrow, undefined, { getInitialValueInEffect: false });
  const thin = Math.ceil(ticks.length / (isNarrow ? 3 : 12));
  return (
    <div className={styles.head}>
      <div className={styles.corner}>{corner}</div>
      <div className={styles.axis} aria-hidden>
        {ticks.map((at, index) => (
          <span
            key={at}
            className={styles.tick}
            style={{ insetInlineStart: percent((at - span.from) / (span.to - span.from)) }}
          >
            {index % thin === 0 && <bdi>{times.tick(at, span.to - span.from)}</bdi>}
          </span>
        ))}
      </div>
    </div>
  );
};

/** Which rows are in sight. */
const useInSight = (count: number) => {
  const scroll = useRef<HTMLDivElement>(null);
  const [sight, setSight] = useState({ first: 0, last: 40 });
  useEffect(() => {
    const element = scroll.current;
    if (element === null) return undefined;
    const look = (): void => {
      const first = Math.max(0, Math.floor(element.scrollTop / rowPx) - spare);
      const last = Math.min(count, Math.ceil((element.scrollTop + element.clientHeight) / rowPx) + spare);
      setSight((before) => (before.first === first && before.last === last ? before : { first, last }));
    };
    look();
    element.addEventListener('scroll', look, { passive: true });
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', look);
      observer.disconnect();
    };
  }, [count]);
  return { scroll, ...sight };
};

/** The bar that an arrow leads to. */
const nextBar = (
  rows: readonly (readonly Bar[])[],
  key: string,
  move: 'before' | 'after' | 'up' | 'down',
): Bar | null => {
  const row = rows.findIndex((bars) => bars.some((bar) => bar.key === key));
  const bars = rows[row];
  const at = bars?.findIndex((bar) => bar.key === key) ?? -1;
  const bar = bars?.[at];
  if (bars === undefined || bar === undefined) return rows.flat()[0] ?? null;
  if (move === 'before' || move === 'after') return bars[at + (move === 'after' ? 1 : -1)] ?? bar;
  const step = move === 'down' ? 1 : -1;
  for (let index = row + step; index >= 0 && index < rows.length; index += step) {
    const nearest = rows[index]?.toSorted(
      (a, b) => Math.abs(a.from - bar.from) - Math.abs(b.from - bar.from),
    )[0];
    if (nearest !== undefined) return nearest;
  }
  return bar;
};

interface GanttNeeds {
  readonly rows: readonly Row[];
  readonly span: Span;
  readonly label: string;
  labelOf(bar: Bar): string;
  /** A duty that was dropped on another, or on a unit's row. */
  onDropBar(key: string, on: { readonly bar: Bar } | { readonly unit: string }): void;
}

const RowLine = ({
  row,
  top,
  needs,
  inOrder,
  shown,
}: {
  row: Row;
  top: number;
  needs: GanttNeeds;
  inOrder: string;
  shown: readonly Bar[];
}) => {
  const { chosen, choose, mayEdit } = useBoard();
  const titleOf = useTitles();
  const [isOver, setOver] = useState(false);
  const { unit } = row;
  const takes = mayEdit && unit !== null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a place to drop on; menus do the same
    <div
      className={styles.row}
      style={{ top }}
      data-head={row.isHead || undefined}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        if (!takes) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        if (unit === null || !takes) return;
        event.preventDefault();
        needs.onDropBar(event.dataTransfer.getData('text/plain'), { unit: unit.id });
      }}
    >
      <div className={styles.label}>
        <bdi title={row.label}>{row.label}</bdi>
        <span className={styles.sub}>
          <bdi>{row.sub}</bdi>
        </span>
      </div>
      <div className={styles.track}>
        {shown.map((bar) => (
          <BarButton
            key={bar.key}
            bar={bar}
            span={needs.span}
            label={needs.labelOf(bar)}
            title={titleOf(bar)}
            isChosen={chosen?.key === bar.key}
            isInOrder={inOrder === bar.key}
            mayDrag={mayEdit}
            onChoose={choose}
            onDropOn={(key, on) => needs.onDropBar(key, { bar: on })}
          />
        ))}
      </div>
    </div>
  );
};

/** What a bar says of itself: to the pointer, and to who listens. */
export const useTitles = (): ((bar: Bar) => string) => {
  const { board } = useBoard();
  const times = useTimes();
  const say = useWords(rosterWords);
  return (bar) => {
    const { post, unit } = bar;
    const who = unit === null ? say('empty') : (unit.name ?? unit.id);
    const where = [board.placeName(post.place), post.name ?? ''].filter((part) => part !== '');
    return [who, ...where, times.specialty(post), times.span(bar.from, bar.to)].join(' · ');
  };
};

/** A board of these rows over this span. */
export const Gantt = (needs: GanttNeeds) => {
  const { rows, span, label } = needs;
  const { chosen, choose } = useBoard();
  const say = useWords(rosterWords);
  const { language } = useReading();
  const { scroll, first, last } = useInSight(rows.length);
  const shown = useMemo(() => rows.map(({ bars }) => bars.filter((bar) => isShown(bar, span))), [rows, span]);
  const inOrder =
    chosen !== null && shown.some((bars) => bars.some(({ key }) => key === chosen.key))
      ? chosen.key
      : (shown.slice(first).find((bars) => bars.length > 0)?.[0]?.key ?? '');
  const onKeyDown = (event: KeyboardEvent): void => {
    const [after, before] = language === 'ar' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
    const moves = { [after]: 'after', [before]: 'before', ArrowUp: 'up', ArrowDown: 'down' } as const;
    const move = moves[event.key];
    const key = event.target instanceof HTMLElement ? event.target.dataset.bar : undefined;
    if (move === undefined || key === undefined) return;
    event.preventDefault();
    const next = nextBar(shown, key, move);
    if (next === null) return;
    choose(next);
    const row = shown.findIndex((bars) => bars.some((bar) => bar.key === next.key));
    const element = scroll.current;
    if (element === null) return;
    const [top, bottom] = [row * rowPx, (row + 1) * rowPx];
    if (top < element.scrollTop) element.scrollTop = top;
    if (bottom > element.scrollTop + element.clientHeight) element.scrollTop = bottom - element.clientHeight;
    requestAnimationFrame(() =>
      element.querySelector<HTMLElement>(`[data-bar="${CSS.escape(next.key)}"]`)?.focus(),
    );
  };
  return (
    <section className={styles.board} aria-label={label}>
      <Axis span={span} corner={label} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows move among the buttons in it */}
      <div className={styles.scroll} ref={scroll} onKeyDown={onKeyDown}>
        <div style={{ height: rows.length * rowPx }} />
        {rows.slice(first, last).map((row, index) => (
          <RowLine
            key={row.key}
            row={row}
            top={(first + index) * rowPx}
            needs={needs}
            inOrder={inOrder}
            shown={shown[first + index] ?? []}
          />
        ))}
      </div>
      <div className={styles.foot}>{say('keys')}</div>
    </section>
  );
};
