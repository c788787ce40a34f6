import { strings } from '../../format/strings';
import { usePage } from '../context';
import { Icon } from '../Icon';
import styles from './Header.module.css';

export function Header({ onDocument }: { onDocument: () => void }) {
  const { playground } = usePage();
  return (
    <header class={styles.header}>
      <h1>{strings.name}</h1>
      <span class={styles.title}>{playground.scenario.value.title}</span>
      <span class={styles.actions}>
        <button
          type="button"
          aria-label={strings.header.undo}
          title={`${strings.header.undo} (Ctrl+Z)`}
          disabled={!playground.canUndo.value}
          onClick={playground.undo}
        >
          <Icon name="undo" />
        </button>
        <button
          type="button"
          aria-label={strings.header.redo}
          title={`${strings.header.redo} (Ctrl+Shift+Z)`}
          disabled={!playground.canRedo.value}
          onClick={playground.redo}
        >
          <Icon name="redo" />
        </button>
        <button type="button" onClick={onDocument}>
          {strings.header.document}
        </button>
      </span>
    </header>
  );
}
