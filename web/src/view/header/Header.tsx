import { useComputed } from '@preact/signals';
import { strings } from '../../format/strings';
import { usePage } from '../context';
import { IconButton } from '../IconButton';
import { wayOut } from '../presentation/presentation';
import styles from './Header.module.css';

/** What can be opened over the page. */
export type Panel = 'lessons' | 'examples' | 'document' | 'share' | 'settings' | 'help';

export function Header({ onOpen }: { onOpen: (panel: Panel) => void }) {
  const { playground } = usePage();
  const title = useComputed(() => playground.scenario.value.title ?? '');
  const { header } = strings;
  return (
    <header class={styles.header}>
      <h1>{strings.name}</h1>
      <span class={styles.title}>{title}</span>
      <span class={styles.actions}>
        <IconButton
          name="undo"
          label={header.undo}
          keys="Ctrl+Z"
          part="undo"
          disabled={!playground.canUndo.value}
          onClick={playground.undo}
        />
        <IconButton
          name="redo"
          label={header.redo}
          keys="Ctrl+Shift+Z"
          part="undo"
          disabled={!playground.canRedo.value}
          onClick={playground.redo}
        />
        <button type="button" data-part="lessons" onClick={() => onOpen('lessons')}>
          {header.lessons}
        </button>
        <button type="button" data-part="examples" onClick={() => onOpen('examples')}>
          {header.examples}
        </button>
        <button type="button" data-part="document" onClick={() => onOpen('document')}>
          {header.document}
        </button>
        <IconButton name="share" label={header.share} part="share" onClick={() => onOpen('share')} />
        <IconButton name="settings" label={header.settings} part="settings" onClick={() => onOpen('settings')} />
        <IconButton name="help" label={header.help} part="help" onClick={() => onOpen('help')} />
        {wayOut.value}
      </span>
    </header>
  );
}
