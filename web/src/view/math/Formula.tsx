import { useLayoutEffect, useRef } from 'preact/hooks';
import styles from './Formula.module.css';
import { katex } from './katex';
import { plainTex } from './plainTex';

/**
 * A formula set by KaTeX once it has arrived; until then, and where it fails, plain text stands in. For ears it is `words`
 * (none where the element around it is named already), so the drawing itself is hidden from them.
 */
export function Formula({ tex, words }: { tex: string; words?: string }) {
  const box = useRef<HTMLSpanElement>(null);
  const library = katex.value;
  useLayoutEffect(() => {
    if (library && box.current) library.draw(tex, box.current);
  }, [library, tex]);
  return (
    <span class={styles.formula}>
      {library ? (
        <span aria-hidden="true" ref={box} key="set" />
      ) : (
        <span aria-hidden="true" class={styles.plain} key="plain">
          {plainTex(tex)}
        </span>
      )}
      {words && <span class="visually-hidden">{words}</span>}
    </span>
  );
}
