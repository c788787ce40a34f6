import styles from './Going.module.css';

/** How far something has come that takes a while. Nothing for the first moment: most of it is over at once. */
export function Going({ share, words }: { share: number; words: (percent: string) => string }) {
  const told = words(String(Math.floor(100 * share)));
  return (
    <p class={styles.going}>
      <progress max={1} value={share} aria-label={told} />
      <span>{told}</span>
    </p>
  );
}
