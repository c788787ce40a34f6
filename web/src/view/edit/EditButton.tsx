import type { ComponentChildren } from 'preact';
import { presentationWords } from '../../format/strings/presentation';
import { usePage } from '../context';
import { isLocked } from '../presentation/presentation';
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
  const kept = isLocked('net') ? presentationWords.locked([presentationWords.lockedNames.net]) : reason;
  return (
    <button
      type="button"
      class={styles.button}
      aria-label={label}
      aria-disabled={kept !== undefined}
      title={kept ?? label}
      onClick={() => {
        if (kept === undefined) onPress();
        else said.value = { words: kept, about: playground.scenario.peek() };
      }}
    >
      {children}
    </button>
  );
}
