import { Table } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Fragment, type ReactNode, useMemo, useRef, useState } from 'react';
import styles from './data-table.module.css';
import { useWords } from './language.tsx';
import { useShortcuts } from './shortcuts.tsx';
import { kitWords } from './words.ts';

export interface Column<Row> {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** The column that names the row; it opens it. */
  readonly main?: boolean;
}

interface Needs<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly onOpen?: (row: Row) => void;
  readonly isStrong?: (row: Row) => boolean;
  /** Rows that follow each other with the same words here stand under them. */
  readonly groupOf?: (row: Row) => string;
  /** Hears which row the reader has come to. */
  readonly onAt?: (row: Row) => void;
}

/** Below this width rows are cards: 48em is 768 px. */
const narrow = '(max-width: 48em)';

const useRowKeys = <Row,>({ rows, onOpen }: Needs<Row>) => {
  const say = useWords(kitWords);
  const [, setAt] = useState(-1);
  const container = useRef<HTMLDivElement>(null);
  const shortcuts = useMemo(() => {
    const move = (step: number): void => {
      setAt((before) => {
        const next = Math.max(0, Math.min(rows.length - 1, before + step));
        const opener = container.current?.querySelectorAll<HTMLElement>('[data-row-opener]')[next];
        opener?.focus();
        opener?.scrollIntoView({ block: 'nearest' });
        return next;
      });
    };
    if (!onOpen) return [];
    return [
      { keys: 'j', label: say('shortcutNext'), run: () => move(1) },
      { keys: 'k', label: say('shortcutPrevious'), run: () => move(-1) },
    ];
  }, [rows.length, onOpen, say]);
  useShortcuts(shortcuts);
  return container;
};

interface OpenerNeeds<Row> {
  readonly row: Row;
  readonly onOpen?: (row: Row) => void;
  readonly onAt?: (row: Row) => void;
  readonly children: ReactNode;
}

const Opener = <Row,>(needs: OpenerNeeds<Row>) =>
  needs.onOpen ? (
    <button
      type="button"
      data-row-opener
      className={styles.opener}
      onFocus={() => needs.onAt?.(needs.row)}
      onClick={() => needs.onOpen?.(needs.row)}
    >
      {needs.children}
    </button>
  ) : (
    needs.children
  );

/** What the row begins: the words of its group where the one before it stands under others, else null. */
const beginsOf = <Row,>({ rows, groupOf }: Pick<Needs<Row>, 'rows' | 'groupOf'>, at: number) => {
  const [row, before] = [rows[at], rows[at - 1]];
  if (!groupOf || row === undefined) return null;
  const group = groupOf(row);
  return before !== undefined && groupOf(before) === group ? null : group;
};

const Card = <Row,>({ row, needs }: { row: Row; needs: Needs<Row> }) => (
  <li className={styles.card} data-strong={needs.isStrong?.(row) || undefined}>
    {needs.columns
      .toSorted((a, b) => Number(b.main ?? false) - Number(a.main ?? false))
      .map((column) =>
        column.main ? (
          <div key={column.key} className={styles.cardTitle}>
            <Opener row={row} onOpen={needs.onOpen} onAt={needs.onAt}>
              {column.cell(row)}
            </Opener>
          </div>
        ) : (
          <div key={column.key} className={styles.cardFact}>
            <span className={styles.cardName}>{column.header}</span>
            <span>{column.cell(row)}</span>
          </div>
        ),
      )}
  </li>
);

const Cards = <Row,>(needs: Needs<Row>) => (
  <ul className={styles.cards} aria-label={needs.label}>
    {needs.rows.map((row, at) => {
      const begins = beginsOf(needs, at);
      return (
        <Fragment key={needs.keyOf(row)}>
          {begins !== null && <li className={styles.cardGroup}>{begins}</li>}
          <Card row={row} needs={needs} />
        </Fragment>
      );
    })}
  </ul>
);

const Lines = <Row,>(needs: Needs<Row>) =>
  needs.rows.map((row, at) => {
    const begins = beginsOf(needs, at);
    return (
      <Fragment key={needs.keyOf(row)}>
        {begins !== null && (
          <Table.Tr>
            <Table.Th scope="colgroup" colSpan={needs.columns.length} className={styles.group}>
              {begins}
            </Table.Th>
          </Table.Tr>
        )}
        <Table.Tr data-strong={needs.isStrong?.(row) || undefined} className={styles.row}>
          {needs.columns.map((column) => (
            <Table.Td key={column.key}>
              {column.main ? (
                <Opener row={row} onOpen={needs.onOpen} onAt={needs.onAt}>
                  {column.cell(row)}
                </Opener>
              ) : (
                column.cell(row)
              )}
            </Table.Td>
          ))}
        </Table.Tr>
      </Fragment>
    );
  });

/** Rows as a table, as cards on a phone. `j`/`k` move, Enter opens, Tab works as ever. */
export const DataTable = <Row,>(needs: Needs<Row>) => {
  const container = useRowKeys(needs);
  const asCards = useMediaQuery(narrow, undefined, { getInitialValueInEffect: false });
  const { label, columns } = needs;
  if (asCards)
    return (
      <div ref={container}>
        <Cards {...needs} />
      </div>
    );
  return (
    <div ref={container} className={styles.frame}>
      <Table verticalSpacing="sm" highlightOnHover aria-label={label}>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th key={column.key} scope="col">
                {column.header}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          <Lines {...needs} />
        </Table.Tbody>
      </Table>
    </div>
  );
};
