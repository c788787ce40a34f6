import { useEffect, useRef } from 'preact/hooks';
import { strings } from '../../format/strings';
import { usePage } from '../context';
import { said } from './edits';
import styles from './Said.module.css';

/**
 * What an edit did, or why it did nothing: over the player's upper edge, in sight from wherever the edit was made. A popover,
 * since the card around it would keep it to itself.
 */
export function Said() {
  const bubble = useRef<HTMLParagraphElement>(null);
  const { playground } = usePage();
  const words = said.value?.about === playground.scenario.value ? said.value.words : undefined;
  useEffect(() => {
    // An older browser shows it where it stands.
    if (words && bubble.current?.showPopover && !bubble.current.matches(':popover-open')) bubble.current.showPopover();
  }, [words]);
  return (
    <div role="status">
      {words && (
        <p ref={bubble} popover="manual" class={styles.said}>
          <span>{words}</span>
          <button
            type="button"
            aria-label={strings.dismiss}
            onClick={() => {
              said.value = undefined;
            }}
          >
            ✕
          </button>
        </p>
      )}
    </div>
  );
}
