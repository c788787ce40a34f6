import type { ComponentChildren } from 'preact';
import type { Part } from '../../../../bindings/backprop';
import { usePage } from '../context';
import { isLit } from '../links';
import { useLighting } from '../useLinks';
import styles from './Touchable.module.css';

/** A factor, or all those of a path, in running text: touching it lights its place in every view. */
export function Touchable({ links, children }: { links: readonly Part[]; children: ComponentChildren }) {
  return (
    <button type="button" class={styles.touchable} data-lit={useIsLit(links)} {...useLighting(...links)}>
      {children}
    </button>
  );
}

/** Whether all of these are lit. */
export function useIsLit(links: readonly Part[]): boolean {
  const { lit } = usePage();
  return links.length > 0 && links.every((link) => isLit(lit.value, link));
}
