import { useEffect } from 'preact/hooks';
import type { Playground } from '../../state/playground';

const ownText = 'textarea, [type=text]:not([role])';

/** Ctrl+Z and Ctrl+Shift+Z (or Ctrl+Y; ⌘ on a Mac), also while a number field has the focus, since its text is the network's. */
export function useUndoKeys(playground: Playground): void {
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || document.querySelector('dialog[open]')) return;
      // A text that is being written has an undo of its own.
      if (event.target instanceof Element && event.target.matches(ownText)) return;
      const name = event.key.toLowerCase();
      if (name === 'z' && !event.shiftKey) playground.undo();
      else if (name === 'y' || (name === 'z' && event.shiftKey)) playground.redo();
      else return;
      event.preventDefault();
      if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur();
    };
    document.addEventListener('keydown', key);
    return () => document.removeEventListener('keydown', key);
  }, [playground]);
}
