import type { Quantity } from '../../../../bindings/backprop';
import { strings } from '../../format/strings';
import { type Glyph, glyph, sameQuantity } from '../../format/symbol';
import { derivativeWords, meaningOf, quantityWords } from '../../format/words';
import { usePage } from '../context';
import { unlessSame } from '../unlessSame';
import styles from './Symbol.module.css';

/** A symbol in running text: w₁, or w with the layer above and unit and input below. */
export function GlyphMark({ glyph: g, meaning }: { glyph: Glyph; meaning?: string }) {
  return (
    <span class={styles.glyph} title={meaning}>
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
    return <GlyphMark glyph={glyph(of, writing)} meaning={meaningOf(of, writing)} />;
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
        aria-label={derivativeWords(of, by, writing)}
        title={strings.words.answers(quantityWords(of, writing), quantityWords(by, writing))}
      >
        ∂<Mark of={of} />
        /∂
        <Mark of={by} />
      </span>
    );
  },
);
