import type { Quantity } from '../../../../bindings/backprop';
import type { Given } from '../../format/meaning';
import { derivativeText, type Glyph, glyph, glyphText, sameQuantity } from '../../format/symbol';
import { usePage } from '../context';
import { unlessSame } from '../unlessSame';
import styles from './Symbol.module.css';
import { meaning, say } from './say';

/** A symbol in running text: w₁, or w with the layer above and unit and input below. */
export function GlyphMark({ glyph: g, stands, heard }: { glyph: Glyph; stands?: Quantity | Given; heard?: string }) {
  const { writing } = usePage();
  return (
    <span
      class={styles.glyph}
      title={stands && meaning.value?.(stands, writing.value)}
      {...(heard && { role: 'img', 'aria-label': heard })}
    >
      <i>{g.base}</i>
      {g.above ? (
        <span class={styles.stack}>
          <sup>{g.above}</sup>
          <sub>{g.below}</sub>
        </span>
      ) : (
        g.below && <sub>{g.below}</sub>
      )}
    </span>
  );
}

/** A quantity's symbol; pointing at it tells what it stands for. */
export const Mark = unlessSame(
  (now, next) => sameQuantity(now.of, next.of),
  ({ of }: { of: Quantity }) => {
    const writing = usePage().writing.value;
    const g = glyph(of, writing);
    // Where the layer stands above, ears would hear digits in a row.
    return <GlyphMark glyph={g} stands={of} heard={g.above ? say.value(glyphText(g)) : ''} />;
  },
);

/** ∂of/∂by in running text; ears hear it as words. */
export const Derivative = unlessSame(
  (now, next) => sameQuantity(now.of, next.of) && sameQuantity(now.by, next.by),
  ({ of, by }: { of: Quantity; by: Quantity }) => {
    const writing = usePage().writing.value;
    return (
      <span
        class={styles.derivative}
        role="img"
        aria-label={say.value(derivativeText(of, by, writing))}
        title={say.value(meaning.value?.({ of, by, value: Number.NaN }, writing) ?? '')}
      >
        ∂<Mark of={of} />
        /∂
        <Mark of={by} />
      </span>
    );
  },
);
