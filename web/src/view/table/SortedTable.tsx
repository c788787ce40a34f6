import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { tableWords } from '../../format/strings/table';
import { Icon } from '../Icon';
import styles from './SortedTable.module.css';
import { orderOf, pressed, type Sorting } from './sorting';

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
  children,
}: {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  isChosen?: (row: Row) => boolean;
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
          onPage={(next) => {
            wanted.value = next;
          }}
        >
          {children}
        </Pages>
      )}
      <div class={styles.scroll}>
        <table class={styles.table} aria-rowcount={rows.length + 1}>
          <caption class="visually-hidden">{caption}</caption>
          <thead>
            <tr aria-rowindex={1}>
              {columns.map(({ id, heading, by: sortable, numeric }) => {
                const direction = sorting.value?.column === id ? sorting.value.direction : undefined;
                return (
                  <th key={id} scope="col" class={numeric ? styles.numeric : ''} aria-sort={direction ?? 'none'}>
                    {sortable ? (
                      <button
                        type="button"
                        title={tableWords.sort(heading)}
                        onClick={() => {
                          sorting.value = pressed(sorting.value, id);
                          wanted.value = 0;
                        }}
                      >
                        {heading}
                        <span aria-hidden="true">{marks[direction ?? 'none']}</span>
                      </button>
                    ) : (
                      heading
                    )}
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ row, place }) => (
              <tr key={keyOf(row)} aria-rowindex={place + 2} class={isChosen?.(row) ? styles.chosen : ''}>
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
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

const marks = { ascending: ' ▲', descending: ' ▼', none: ' ↕' } as const;

function Pages({
  caption,
  page,
  count,
  onPage,
  children,
}: {
  caption: string;
  page: number;
  count: number;
  onPage: (page: number) => void;
  children: ComponentChildren;
}) {
  const last = Math.max(0, Math.ceil(count / pageSize) - 1);
  const from = page * pageSize;
  const turn = (name: 'reset' | 'back' | 'next' | 'end', label: string, to: number, enabled: boolean) => (
    <button type="button" aria-label={label} title={label} disabled={!enabled} onClick={() => onPage(to)}>
      {name === 'end' ? (
        <span class={styles.mirrored}>
          <Icon name="reset" />
        </span>
      ) : (
        <Icon name={name} />
      )}
    </button>
  );
  return (
    <div class={styles.pages} role="group" aria-label={tableWords.pages(caption)}>
      {children}
      {last > 0 && (
        <>
          {turn('reset', tableWords.first, 0, page > 0)}
          {turn('back', tableWords.previous, page - 1, page > 0)}
          <span role="status">{tableWords.rows(from + 1, Math.min(count, from + pageSize), count)}</span>
          {turn('next', tableWords.next, page + 1, page < last)}
          {turn('end', tableWords.last, last, page < last)}
        </>
      )}
    </div>
  );
}
