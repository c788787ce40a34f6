import type { ComponentChildren } from 'preact';
import { tableWords } from '../../format/strings/table';
import { Icon } from '../Icon';
import styles from './Pages.module.css';

/** From page to page of a long table: to the first rows, back, on, to the last; where there is one page, nothing. */
export function Pages({
  caption,
  page,
  count,
  size,
  onPage,
  children,
}: {
  caption: string;
  page: number;
  /** Of all rows. */
  count: number;
  /** Rows of a page. */
  size: number;
  onPage: (page: number) => void;
  children?: ComponentChildren;
}) {
  const last = Math.max(0, Math.ceil(count / size) - 1);
  const from = page * size;
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
          <span role="status">{tableWords.rows(from + 1, Math.min(count, from + size), count)}</span>
          {turn('next', tableWords.next, page + 1, page < last)}
          {turn('end', tableWords.last, last, page < last)}
        </>
      )}
    </div>
  );
}
