import type { ComponentChildren } from 'preact';
import styles from './Guide.module.css';

/** The buttons that answer a question. */
export function Answers({ children }: { children: ComponentChildren }) {
  return <span class={styles.answers}>{children}</span>;
}
