import type { ComponentChildren } from 'preact';
import { usePage } from '../context';
import styles from './EditButton.module.css';
import { said } from './edits';

/** A button that, where it can do nothing, says why when pressed. */
export function EditButton({
  label,
  reason,
  onPress,
  children,
}: {
  label: string;
  /** Why it can do nothing now. */
  reason?: string | undefined;
  onPress: () => unknown;
  children: ComponentChildren;
}) {
  const { playground } = usePage();
  return (
    <button
      type="button"
      class={styles.button}
      aria-label={label}
      aria-disabled={reason !== undefined}
      title={reason ?? label}
      onClick={() => {
        if (reason === undefined) onPress();
        else said.value = { words: reason, about: playground.scenario.peek() };
      }}
    >
      {children}
    </button>
  );
}
