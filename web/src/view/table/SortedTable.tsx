import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Part } from '../../../../bindings/backprop';
import { tableWords } from '../../format/strings/table';
import { usePage } from '../context';
import { isAnswered, isInputLit, startsAt } from '../links';
import { Sentence } from '../math/Sentence';
import { say } from '../math/say';
import { useLighting } from '../useLinks';
import { Pages } from './Pages';
import styles from './SortedTable.module.css';
import { isSorted, orderOf, pressed, type Sorting } from './sorting';
import base from './Table.module.css';

export interface Column<Row> {
  readonly id: string;
  readonly heading: string;
  readonly cell: (row: Row) => ComponentChildren;
  /** What the rows are sorted by; absent = they cannot be sorted by this column. */
  readonly by?: ((row: Row) => number | string) | undefined;
  readonly numeric?: boolean;
}

/** So many rows are on the page at once; the others are a button away. */
const pageSize = 25;

/**
 * A table whose heads sort it, in pages where it is long. The order is that of the moment a head was pressed: a row does not run
 * away from the hand that changes it. The first column names the row.
 */
export function SortedTable<Row>({
  caption,
  columns,
  rows,
  keyOf,
  isChosen,
  linkOf,
  children,
}: {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  isChosen?: (row: Row) => boolean;
  /** What lights up when the row is touched. */
  linkOf?: (row: Row) => Part;
  /** Beside the pages. */
  children?: ComponentChildren;
}) {
  const sorting = useSignal<Sorting | undefined>(undefined);
  const wanted = useSignal(0);
  const by = columns.find(({ id }) => id === sorting.value?.column)?.by;
  const order = useMemo(
    () => (by && sorting.value ? orderOf(rows, by, sorting.value.direction) : undefined),
    [sorting.value, rows],
  );
  // Numbers change under the order that they once had.
  const old = by && sorting.value && order ? !isSorted(rows, by, sorting.value.direction, order) : false;
  const page = Math.min(wanted.value, Math.max(0, Math.ceil(rows.length / pageSize) - 1));
  const from = page * pageSize;
  const shown = Array.from({ length: Math.min(pageSize, rows.length - from) }, (_, i) => {
    const index = order?.[from + i] ?? from + i;
    return { row: rows[index] as Row, place: from + i };
  });
  return (
    <div class={styles.whole}>
      {(rows.length > pageSize || children) && (
        <Pages
          caption={caption}
          page={page}
          count={rows.length}
          size={pageSize}
          onPage={(next) => {
            wanted.value = next;
          }}
        >
          {children}
        </Pages>
      )}
      <div class={base.scroll}>
        <table class={`${base.table} ${styles.table}`} aria-rowcount={rows.length + 1}>
          <caption class="visually-hidden">{caption}</caption>
          <thead>
            <tr aria-rowindex={1}>
              {columns.map(({ id, heading, by: sortable, numeric }) => {
                const direction = sorting.value?.column === id ? sorting.value.direction : undefined;
                return (
                  <th
                    key={id}
                    scope="col"
                    class={numeric ? styles.numeric : ''}
                    aria-sort={direction && old ? 'other' : (direction ?? 'none')}
                  >
                    {sortable ? (
                      <button
                        type="button"
                        title={say.value((direction && old ? tableWords.again : tableWords.sort)(heading))}
                        onClick={() => {
                          sorting.value = pressed(sorting.value, id, old);
                          wanted.value = 0;
                        }}
                      >
                        <Sentence>{heading}</Sentence>
                        <span aria-hidden="true">{marks[direction && old ? 'other' : (direction ?? 'none')]}</span>
                      </button>
                    ) : (
                      <Sentence>{heading}</Sentence>
                    )}
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ row, place }) => (
              <Line key={keyOf(row)} place={place} chosen={isChosen?.(row) ?? false} link={linkOf?.(row)}>
                {columns.map(({ id, cell, numeric }, c) =>
                  c === 0 ? (
                    <th key={id} scope="row">
                      {cell(row)}
                    </th>
                  ) : (
                    <td key={id} class={numeric ? styles.numeric : ''}>
                      {cell(row)}
                    </td>
                  ),
                )}
              </Line>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

interface LineProps {
  place: number;
  chosen: boolean;
  link: Part | undefined;
  children: ComponentChildren;
}

function Line({ place, chosen, link, children }: LineProps) {
  const { lit } = usePage();
  const touched =
    link !== undefined &&
    (link.by.kind === 'x' ? isInputLit : link.of.kind === 'C' ? isAnswered : startsAt)(lit.value, link.by);
  return (
    <tr aria-rowindex={place + 2} class={chosen ? styles.chosen : ''} data-lit={touched} {...useLighting(link)}>
      {children}
    </tr>
  );
}

const marks = { ascending: ' ▲', descending: ' ▼', none: ' ↕', other: ' ⟳' } as const;
