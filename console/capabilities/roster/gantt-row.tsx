/** A row of the board and its bars: pressed, dragged, dropped upon. */
import { type DragEvent, memo, useState } from 'react';
import { useWords } from '../../kit/language.tsx';
import type { Bar, Row } from './board.ts';
import { useBoard } from './board-context.ts';
import styles from './gantt.module.css';
import { useTimes } from './times.ts';
import { rosterWords } from './words.ts';

/** What is shown of time, in milliseconds. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A share as the style of a page has it. */
export const percent = (value: number): string => `${value * 100}%`;

const placeOf = (bar: Bar, { from, to }: Span) => ({
  insetInlineStart: percent((Math.max(bar.from, from) - from) / (to - from)),
  inlineSize: percent((Math.min(bar.to, to) - Math.max(bar.from, from)) / (to - from)),
});

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

/** What a board is made of. */
export interface GanttNeeds {
  readonly rows: readonly Row[];
  readonly span: Span;
  readonly label: string;
  labelOf(bar: Bar): string;
  /** A duty that was dropped on another, or on a unit's row. */
  onDropBar(key: string, on: { readonly bar: Bar } | { readonly unit: string }): void;
}

/** What a bar says of itself: to the pointer, and to who listens. */
const useTitles = (): ((bar: Bar) => string) => {
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

const Label = ({ row: { label, sub } }: { row: Row }) => (
  <div className={styles.label}>
    <bdi title={label}>{label}</bdi>
    <span className={styles.sub}>
      <bdi>{sub}</bdi>
    </span>
  </div>
);

interface RowNeeds {
  readonly row: Row;
  readonly top: number;
  readonly needs: GanttNeeds;
  readonly inOrder: string;
  readonly shown: readonly Bar[];
}

/** One row: its label, and the bars that lie in the span. */
export const RowLine = ({ row, top, needs, inOrder, shown }: RowNeeds) => {
  const { chosen, choose, mayEdit } = useBoard();
  const titleOf = useTitles();
  const [isOver, setOver] = useState(false);
  const { unit } = row;
  const takes = mayEdit && unit !== null;
  const over = (event: DragEvent): void => {
    if (!takes) return;
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent): void => {
    setOver(false);
    if (unit === null || !takes) return;
    event.preventDefault();
    needs.onDropBar(event.dataTransfer.getData('text/plain'), { unit: unit.id });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a place to drop on; menus do the same
    <div
      className={styles.row}
      style={{ top }}
      data-head={row.isHead || undefined}
      data-over={isOver || undefined}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Label row={row} />
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
