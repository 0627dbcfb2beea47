/**
 * The board: rows of bars over time. Only rows that are in sight stand in the page; bars lie by logical
 * sides, so that time runs from the right in Arabic. One bar at a time is in the order of Tab; arrows move.
 */
import { useMediaQuery } from '@mantine/hooks';
import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useReading, useWords } from '../../kit/language.tsx';
import type { Bar } from './board.ts';
import { useBoard } from './board-context.ts';
import styles from './gantt.module.css';
import { type GanttNeeds, percent, RowLine, type Span } from './gantt-row.tsx';
import { focusPanel } from './panel-focus.ts';
import { useTimes } from './times.ts';
import { rosterWords } from './words.ts';

/** Below this width there is room for a few ticks only: 48em is 768 px. */
const narrow = '(max-width: 48em)';
/** A row holds one line of a name; where the screen is narrow two, which a finger also finds. */
const rowPxs = { wide: 34, narrow: 46 } as const;
/** Rows beyond the edges that stand ready, so that scrolling finds them. */
const spare = 8;
const hourMs = 3_600_000;

const isShown = (bar: Bar, { from, to }: Span): boolean => bar.from < to && bar.to > from;

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
  const named = ticks.filter((_, index) => index % thin === 0);
  return (
    <div className={styles.head}>
      <div className={styles.corner}>{corner}</div>
      <div className={styles.axis} aria-hidden>
        {named.map((at) => (
          <span
            key={at}
            className={styles.tick}
            style={{ insetInlineStart: percent((at - span.from) / (span.to - span.from)) }}
          >
            <bdi>{times.tick(at, span.to - span.from)}</bdi>
          </span>
        ))}
      </div>
    </div>
  );
};

/** Which rows are in sight. */
const useInSight = (count: number, rowPx: number) => {
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
    // On paper everything is in sight.
    const showAll = (): void => flushSync(() => setSight({ first: 0, last: count }));
    window.addEventListener('beforeprint', showAll);
    window.addEventListener('afterprint', look);
    element.addEventListener('scroll', look, { passive: true });
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => {
      window.removeEventListener('beforeprint', showAll);
      window.removeEventListener('afterprint', look);
      element.removeEventListener('scroll', look);
      observer.disconnect();
    };
  }, [count, rowPx]);
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

/** Arrows lead from bar to bar, by the way of reading, and bring it into sight. */
const useArrows = (
  shown: readonly (readonly Bar[])[],
  { scroll, rowPx }: { scroll: RefObject<HTMLDivElement | null>; rowPx: number },
) => {
  const { choose } = useBoard();
  const { language } = useReading();
  return (event: KeyboardEvent): void => {
    const [after, before] = language === 'ar' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
    const moves = { [after]: 'after', [before]: 'before', ArrowUp: 'up', ArrowDown: 'down' } as const;
    const move = moves[event.key];
    const key = event.target instanceof HTMLElement ? event.target.dataset.bar : undefined;
    const own = shown.flat().find((bar) => bar.key === key);
    if (event.key === 'Enter' && own !== undefined) {
      event.preventDefault();
      choose(own);
      // Whoever came by the keyboard goes on in the panel; Escape leads back to the bar.
      requestAnimationFrame(focusPanel);
    }
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
};

/** A board of these rows over this span. */
export const Gantt = (needs: GanttNeeds) => {
  const { rows, span, label } = needs;
  const { chosen } = useBoard();
  const say = useWords(rosterWords);
  const isNarrow = useMediaQuery(narrow, undefined, { getInitialValueInEffect: false });
  const rowPx = isNarrow ? rowPxs.narrow : rowPxs.wide;
  const { scroll, first, last } = useInSight(rows.length, rowPx);
  const shown = useMemo(() => rows.map(({ bars }) => bars.filter((bar) => isShown(bar, span))), [rows, span]);
  const inOrder =
    chosen !== null && shown.some((bars) => bars.some(({ key }) => key === chosen.key))
      ? chosen.key
      : (shown.slice(first).find((bars) => bars.length > 0)?.[0]?.key ?? '');
  const onKeyDown = useArrows(shown, { scroll, rowPx });
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
